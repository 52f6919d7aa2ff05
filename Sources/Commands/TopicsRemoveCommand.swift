internal import ArchiveStore
internal import ArgumentParser

/// `thresh topics remove`.
struct TopicsRemoveCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Takes a codebook and its tags away.",
    discussion: """
      Examples:
        thresh topics remove 'Funding culture'

      What readers marked by hand with its topics stays. `thresh topics list --json` names the codebook of each topic.
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(help: ArgumentHelp("The title of a codebook.", valueName: "title"))
  var title: String

  func perform() async throws {
    let archive = try Archive(path: try ArchiveLocation.path(global), create: false)
    let titles = try archive.codebooks().map(\.title)
    guard titles.contains(title) else {
      throw Failure(
        message: "\(SafeText.line(title)): no codebook has this title",
        hint: titles.isEmpty
          ? "none was applied yet" : titles.map { SafeText.line($0) }.joined(separator: ", "))
    }
    try archive.replaceCodebook(title, yaml: nil, topics: [], with: [])
    guard !global.quiet else { return }
    StandardError.write("The codebook \(SafeText.line(title)) and its tags are gone.\n")
  }
}
