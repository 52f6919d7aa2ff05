internal import ArchiveStore
internal import ArgumentParser
internal import Discussion
internal import Topics

/// `thresh topics export`.
struct TopicsExportCommand: WaitingCommand {
  /// How a codebook is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case yaml, qdc
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the codebook as YAML or for other programs (REFI-QDA .qdc).",
    discussion: """
      Examples:
        thresh topics export codebook.yaml
        thresh topics export coding.qdc
        thresh topics export --codebook community > mine.yaml
        thresh topics export --codebook codebook.yaml coding.qdc

      All topics of the archive: those of its codebooks, those that were kept, and those that were only used by hand. \
      With --codebook that file is written instead, and no archive is needed.
      """)

  @OptionGroup var global: GlobalOptions

  @Option(help: "yaml or qdc; else what the name of the file says, else yaml.")
  var format: Format?

  @Option(
    help: ArgumentHelp(
      "A file, or the name of a codebook that comes with Thresh.", valueName: "codebook"))
  var codebook: String?

  @Argument(help: ArgumentHelp("Where to write; - is standard output.", valueName: "file"))
  var file = "-"

  func perform() async throws {
    let read = try codebook.map { try CodebookFile.read($0) }
    let (codebook, yaml) = try read.map { ($0.codebook, $0.yaml) } ?? stored()
    let format = format ?? (file.lowercased().hasSuffix(".qdc") ? .qdc : .yaml)
    let output = try OutputFile(file)
    try output.write(Array((format == .qdc ? codebook.qdc : yaml).utf8))
    try output.close()
    if file != "-", !global.quiet {
      StandardError.write("\(Counts.of(codebook.topics.count, "topic")) written.\n")
    }
  }

  /// All topics of the archive; the text of a codebook as it was applied where there is nothing else.
  private func stored() throws -> (Codebook, yaml: String) {
    let archive = try Archive(path: try ArchiveLocation.path(global), create: false)
    let applied = try archive.codebooks()
    var all = Codebook(title: applied.first?.title, topics: [])
    for (_, yaml) in applied {
      guard let codebook = try? Codebook(yaml: yaml) else { continue }
      all.topics += codebook.topics
      all.sets += codebook.sets
      if applied.count == 1 { all.title = codebook.title }
    }
    let known = Set(all.topics.map(\.id))
    let others = try archive.topics().map(\.topic).filter {
      !known.contains($0.id) && ["kept", "person", "codebook"].contains($0.origin)
    }
    all.topics += others.map(Self.entry)
    guard !all.topics.isEmpty else {
      throw Failure(
        message: "the archive has no codebook",
        hint:
          "`thresh topics apply CODEBOOK.yaml`, or keep a discovered topic: `thresh topics keep`")
    }
    if others.isEmpty, applied.count == 1 { return (all, applied[0].yaml) }
    return (all, all.yaml)
  }

  private static func entry(_ record: TopicRecord) -> CodebookTopic {
    var topic = CodebookTopic(id: record.id, name: record.name)
    topic.description = record.description
    topic.parent = record.parent
    topic.color = record.color
    topic.terms = record.terms.map { CodebookTerm($0.term) }
    return topic
  }
}
