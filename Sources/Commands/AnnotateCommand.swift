internal import ArchiveStore
internal import ArgumentParser
internal import Arguments
internal import Discussion
internal import Exports

/// `thresh annotate`.
struct AnnotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Marks passages: topics, roles in the argument, stances and notes.",
    discussion: """
      Examples:
        thresh annotate suggest
        thresh annotate add k3v9q2m7 --topic scale --quote 'a very small community'
        thresh annotate list topic:scale
        thresh annotate reject 'topic:fees from:gus' --dry-run
        thresh annotate export --format sheet --output sheet.csv
        thresh annotate import sheet.csv --dry-run

      What a reader marks, accepts and rejects wins over every suggestion and stays when files are imported again. \
      `thresh review` goes through suggestions one by one.
      """,
    subcommands: [
      AnnotateSuggestCommand.self, AnnotateAddCommand.self, AnnotateListCommand.self,
      AnnotateAcceptCommand.self, AnnotateRejectCommand.self, AnnotateChangeCommand.self,
      AnnotateRemoveCommand.self, AnnotateExportCommand.self, AnnotateImportCommand.self,
      AnnotateAgreementCommand.self, AnnotateRunCommand.self,
    ])
}

/// `thresh annotate suggest`.
struct AnnotateSuggestCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract:
      "Finds what sentences do in the argument and how replies stand towards what they answer.",
    discussion: """
      Examples:
        thresh annotate suggest
        thresh search role:proposal
        thresh annotate suggest --again

      Reads only posts that are new or changed since. What readers judged stays judged.
      """)

  @OptionGroup var global: GlobalOptions

  @Flag(help: "Read every post again.")
  var again = false

  func perform() async throws {
    let archive = try Archive(path: try ArchiveLocation.path(global), create: false)
    let outcome = try SuggestRun(
      archive: archive, again: again,
      showsProgress: !global.quiet && Terminal(color: global.color, descriptor: 2).isInteractive
    ).run()
    let counts = outcome.counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    if global.json {
      var json = JSONWriter()
      json.object { json in
        json.member("format", 1)
        json.member("posts", outcome.postCount)
        json.member("marks", outcome.counts.values.reduce(0, +))
        json.member("confident", outcome.confidentCount)
        json.object("counts") { json in for (name, count) in counts { json.member(name, count) } }
      }
      json.newline()
      return try StandardOutput.shared.write(bytes: json.bytes)
    }
    guard !global.quiet else { return }
    guard outcome.postCount > 0 else {
      return StandardError.write("Every post was read before; nothing changed since.\n")
    }
    StandardError.write(
      """
      \(Counts.of(outcome.postCount, "post")) read: \
      \(counts.map { "\($0.key) \(Counts.grouped($0.value))" }.joined(separator: ", ")).
      \(Counts.of(outcome.confidentCount, "mark")) of \
      \(Counts.grouped(outcome.counts.values.reduce(0, +))) are shown without being asked for: at least 7 in 10 \
      such marks were right on test data.
      Next: `thresh review`, `thresh search role:proposal`, `thresh show ID --explain`

      """)
  }
}

/// `thresh annotate list`.
struct AnnotateListCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists marks with their words, and who or what made them.",
    discussion: """
      Examples:
        thresh annotate list
        thresh annotate list topic:scale from:marit
        thresh annotate list --suggestions none --json
        thresh annotate list a-k3v9q2
        thresh annotate list --rejected
        thresh annotate list --state orphaned

      Of a query that names topics, roles or stances only such marks are listed.
      """)

  @OptionGroup var global: GlobalOptions

  @OptionGroup var selection: MarkSelection

  @Flag(help: "Only marks that a reader rejected.")
  var rejected = false

  @Option(
    help: ArgumentHelp(
      "Only marks in this state: placed, moved (the words stand elsewhere now) or orphaned.",
      valueName: "state"))
  var state: String?

  @Option(help: ArgumentHelp("How many at most.", valueName: "count"))
  var limit: Int?

  func validate() throws {
    guard limit.map({ $0 >= 0 }) ?? true else { throw ValidationError("a limit is not negative") }
    guard state.map({ Annotation.State(rawValue: $0) != nil }) ?? true else {
      throw ValidationError("--state takes placed, moved or orphaned")
    }
  }

  func perform() async throws {
    let archive = try Archive(path: try ArchiveLocation.path(global), create: false)
    var found: [(post: ArchivedPost, marks: [Annotation])]
    if let name = selection.name {
      let mark = try MarkSelection.mark(name, in: archive)
      guard let post = try archive.post(mark.post, detail: []) else {
        throw Failure(
          message: "\(mark.id): its post \(mark.post) is not in the archive")
      }
      found = [(post, [mark])]
    } else if rejected {
      found = try selection.rejected(in: archive)
    } else {
      found = try selection.marks(in: archive)
    }
    if let state { found = found.map { ($0, $1.filter { $0.state.rawValue == state }) } }
    found = found.filter { !$0.marks.isEmpty }
    let total = found.reduce(0) { $0 + $1.marks.count }
    if let limit {
      var rest = limit
      found = found.compactMap { post, marks in
        defer { rest -= marks.count }
        return rest > 0 ? (post, Array(marks.prefix(rest))) : nil
      }
    }
    if global.json { return try writeJSON(found, total: total) }
    let terminal = Terminal(color: global.color)
    for (archived, marks) in found {
      let post = archived.post
      try StandardOutput.shared.write(
        "\(terminal.styled(String(post.id.text.prefix(8)), .name))  "
          + "\(DateWords.minute(post.date?.stated))  \(SafeText.line(post.author.shown))  "
          + terminal.styled(SafeText.line(post.subject ?? ""), .dim) + "\n")
      for mark in marks { try AnnotateListCommand.write(mark, terminal) }
    }
    guard total == 0 || found.reduce(0, { $0 + $1.marks.count }) < total, !global.quiet else {
      return
    }
    try StandardOutput.shared.flush()
    if total > 0 {
      StandardError.write("\(Counts.of(total, "mark")) in all; --limit shows more\n")
    } else if try !archive.hasSuggestions(of: ArgumentReader.origin) {
      StandardError.write("No marks.\nhint: `thresh annotate suggest` looks for some\n")
    } else {
      StandardError.write("No marks.\nhint: --suggestions all shows the less sure ones too\n")
    }
  }

  static func write(_ mark: Annotation, _ terminal: Terminal) throws {
    let id = terminal.styled(String(mark.id.prefix(10)), .name)
    let state = mark.state == .placed ? "" : " (\(mark.state.rawValue))"
    try StandardOutput.shared.write(
      "  \(id)  \(terminal.styled(MarkWords.label(mark), .bold))\(state)  "
        + MarkWords.words(mark, to: max(30, terminal.width - 24 - MarkWords.label(mark).count))
        + "\n")
    for line in Columns.wrap(MarkWords.reason(mark), to: max(40, terminal.width - 14)) {
      try StandardOutput.shared.write("              \(terminal.styled(line, .dim))\n")
    }
    if let note = mark.note {
      for line in Columns.wrap(SafeText.lines(note), to: max(40, terminal.width - 20)) {
        try StandardOutput.shared.write("              note: \(line)\n")
      }
    }
  }

  private func writeJSON(
    _ found: [(post: ArchivedPost, marks: [Annotation])], total: Int
  ) throws {
    var json = JSONWriter()
    json.object { json in
      json.member("format", 1)
      json.member("total", total)
      json.array("annotations") { json in
        for mark in found.flatMap(\.marks) { PostJSON.write(mark, to: &json) }
      }
    }
    json.newline()
    try StandardOutput.shared.write(bytes: json.bytes)
  }
}
