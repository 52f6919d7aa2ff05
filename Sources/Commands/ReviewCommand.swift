internal import ArchiveStore
internal import ArgumentParser
internal import Arguments
internal import Exports

/// `thresh review`.
struct ReviewCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Goes through suggestions one by one: accept, reject, change, note, skip, quit.",
    discussion: """
      Examples:
        thresh review
        thresh review topic:scale
        thresh review role:proposal from:marit --suggestions all
        printf 'y\\nn\\nq\\n' | thresh review topic:scale

      Each answer is kept at once, so that you can quit at any time and go on later with what is left.
        y accept    n reject    c change    t note    s skip    u take the last answer back    q quit    ? help
      From a pipe each line is one answer; behind c stand `topic=T`, `role=R`, `stance=S`, behind t the note.
      """)

  @OptionGroup var global: GlobalOptions

  @OptionGroup var reader: ReaderName

  @OptionGroup var selection: MarkSelection

  func perform() async throws {
    let archive = try Archive(path: try ArchiveLocation.path(global), create: false)
    let found = try selection.marks(in: archive, isOpen: true)
    let queue = found.flatMap { post, marks in marks.map { (post, $0) } }
    guard !queue.isEmpty else {
      if global.json { return try writeJSON([:], rest: 0) }
      let isRead = try archive.hasSuggestions(of: ArgumentReader.origin)
      return StandardError.write(
        "Nothing is left to review.\nhint: "
          + (isRead
            ? "--suggestions all has the less sure ones too\n"
            : "`thresh annotate suggest` looks for roles and stances, `thresh topics apply` for topics\n")
      )
    }
    var session = ReviewSession(
      archive: archive, reader: reader.name, terminal: Terminal(color: global.color),
      isQuiet: global.json || global.quiet)
    try session.run(queue)
    if global.json { return try writeJSON(session.counts, rest: session.rest) }
    try StandardOutput.shared.flush()
    StandardError.write("\n\(session.summary)\n")
  }

  private func writeJSON(_ counts: [String: Int], rest: Int) throws {
    var json = JSONWriter()
    json.object { json in
      json.member("format", 1)
      for name in ["accepted", "rejected", "changed", "noted", "skipped"] {
        json.member(name, counts[name] ?? 0)
      }
      json.member("left", rest)
    }
    json.newline()
    try StandardOutput.shared.write(bytes: json.bytes)
  }
}
