internal import ArchiveStore
internal import ArgumentParser
internal import Corrections
internal import Discussion

/// `thresh annotate accept`.
struct AnnotateAcceptCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Accepts suggestions: they count like marks of a reader.",
    discussion: """
      Examples:
        thresh annotate accept a-k3v9q2
        thresh annotate accept 'topic:scale from:marit' --dry-run
        thresh annotate accept 'role:question' --suggestions all

      Of a query that names topics, roles or stances only such suggestions are accepted. Those that were judged before \
      are left alone, unless one is named by its id.
      """)

  @OptionGroup var correcting: CorrectingOptions

  @OptionGroup var selection: MarkSelection

  func perform() async throws {
    try Judging(correcting: correcting, selection: selection, verdict: "accepted").run()
  }
}

/// `thresh annotate reject`.
struct AnnotateRejectCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject",
    abstract: "Rejects suggestions: they are shown no more and do not come again.",
    discussion: """
      Examples:
        thresh annotate reject a-k3v9q2
        thresh annotate reject 'topic:fees from:gus' --dry-run

      Of a query that names topics, roles or stances only such suggestions are rejected.
      """)

  @OptionGroup var correcting: CorrectingOptions

  @OptionGroup var selection: MarkSelection

  func perform() async throws {
    try Judging(correcting: correcting, selection: selection, verdict: "rejected").run()
  }
}

/// What `accept` and `reject` have in common.
struct Judging {
  var correcting: CorrectingOptions
  var selection: MarkSelection
  var verdict: String

  func run() throws {
    let archive = try correcting.open()
    let verb = verdict == "accepted" ? "accept" : "reject"
    if let name = selection.name {
      let mark = try MarkSelection.mark(name, in: archive)
      guard !mark.isByReader else {
        throw Failure(
          message: "\(mark.id): a reader made this mark, it is no suggestion",
          hint: "`thresh annotate remove \(mark.id.prefix(10))` takes it away")
      }
      return try correcting.keep([.judge(mark, verdict, note: mark.note)], in: archive)
    }
    let isNarrowed = [selection.topic, selection.role, selection.stance, selection.origin]
      .contains { $0 != nil }
    guard !selection.words.isEmpty || isNarrowed else {
      throw ValidationError("name a suggestion by its id, or a query; '*' is all of them")
    }
    let marks = try selection.marks(in: archive, isOpen: true).flatMap(\.marks)
    try correcting.keepMany(
      marks.map { .judge($0, verdict, note: $0.note) }, in: archive, verb: verb)
  }
}

extension CorrectingOptions {
  /// Keeps many decisions as one change; names the first few and counts the rest.
  func keepMany(_ decisions: [Decision], in archive: Archive, verb: String) throws {
    guard !decisions.isEmpty else {
      if global.json {
        try StandardOutput.shared.write(bytes: CorrectionWords.document([], isDryRun: dryRun))
      } else if !global.quiet {
        StandardError.write("There is nothing to \(verb).\n")
      }
      return
    }
    var sentences = decisions.prefix(10).map { CorrectionWords.sentence($0) }
    if decisions.count > 10 {
      sentences.append("and \(Counts.grouped(decisions.count - 10)) more")
    }
    try keep(decisions, in: archive, saying: sentences)
  }
}

extension MarkSelection {
  /// The marks that were rejected, with their posts.
  func rejected(in archive: Archive) throws -> [(post: ArchivedPost, marks: [Annotation])] {
    var query = QueryText()
    query.words = words
    let ids = try archive.ids(
      matching: try query.expression(), today: QueryText.today, suggestions: .all)
    let marks = Dictionary(
      grouping: try archive.annotations().filter {
        $0.decision == "rejected" && ids.contains($0.post)
      }, by: \.post)
    var found: [(ArchivedPost, [Annotation])] = []
    try archive.forEachPost(in: Set(marks.keys), detail: []) { archived, _ in
      found.append((archived, marks[archived.post.id] ?? []))
    }
    return found
  }
}
