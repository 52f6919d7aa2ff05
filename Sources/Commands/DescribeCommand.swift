internal import ArchiveStore
internal import ArgumentParser

/// `thresh describe`.
struct DescribeCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Writes a finding aid: span, extent, languages, formats, people, duplicates, gaps.",
    discussion: """
      Examples:
        thresh describe
        thresh describe venue:commons-l --title 'Commons-L, 1998-2012'
        thresh describe --format json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case markdown, json
  }

  @OptionGroup var reading: ReadingOptions

  @Option(help: ArgumentHelp("markdown or json.", valueName: "format"))
  var format = Format.markdown

  @Option(help: ArgumentHelp("The title; else the names of the venues.", valueName: "text"))
  var title: String?

  @OptionGroup var query: QueryText

  func perform() async throws {
    let archive = try await reading.open()
    let description = try archive.describe(
      matching: try query.expression(), today: QueryText.today)
    let aid = FindingAid(
      description, title: title, query: query.words.isEmpty ? nil : query.text)
    if reading.global.json || format == .json {
      try StandardOutput.shared.write(bytes: aid.json)
    } else {
      try StandardOutput.shared.write(aid.markdown)
    }
  }
}
