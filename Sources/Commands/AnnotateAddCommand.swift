internal import ArchiveStore
internal import ArgumentParser
internal import Corrections
internal import Discussion

/// `thresh annotate add`.
struct AnnotateAddCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Marks a post or words of it.",
    discussion: """
      Examples:
        thresh annotate add k3v9q2m7 --topic scale
        thresh annotate add k3v9q2m7 --quote 'a very small community' --topic scale --role claim
        thresh annotate add k3v9q2m7 --quote 'I do not think so' --stance disagree --target topic:scale
        thresh annotate add k3v9q2m7 --note 'compare her mail of June'

      White space and case of the quotation do not matter. A mark is kept with its words and those around it, and finds \
      them again where another copy of the post shows them otherwise.
      """)

  @OptionGroup var correcting: CorrectingOptions

  @OptionGroup var labels: MarkLabels

  @Option(help: ArgumentHelp("The words to mark; the whole post without.", valueName: "text"))
  var quote: String?

  @Option(
    help: ArgumentHelp(
      "Which of several places where the words stand, from 1.", valueName: "number"))
  var occurrence: Int?

  @Argument(
    help: ArgumentHelp("The post.", valueName: "id"), completion: .custom(QueryCompletion.ids))
  var id: String

  func validate() throws {
    guard !labels.isEmpty else {
      throw ValidationError("say what to mark it as: --topic, --role, --stance or --note")
    }
    guard labels.target == nil || labels.stance != nil else {
      throw ValidationError("--target needs --stance")
    }
    guard occurrence == nil || quote != nil else {
      throw ValidationError("--occurrence needs --quote")
    }
  }

  func perform() async throws {
    let archive = try correcting.open()
    let id = try archive.resolve(id)
    guard let archived = try archive.post(id, detail: [.text]), archived.post.kind != .missing
    else {
      throw Failure(
        message: "\(id): this post is missing; it is known only because others answer it")
    }
    let post = archived.post
    var range: Range<Int>?
    if let quote {
      let finder = QuoteFinder(post)
      range = try finder.place(of: quote, occurrence: occurrence, in: post)
      if let range, !finder.isOwn(range), !correcting.global.quiet {
        StandardError.write("note: these words are no own words of the author\n")
      }
    }
    let scalars = Array((post.text ?? "").unicodeScalars)
    let name = correcting.reader.name
    var mark = Annotation(
      post: post.id, range: range, in: scalars, origin: "person:\(name ?? "")")
    mark.by = name
    try labels.apply(to: &mark, parent: archived.parent, in: archive)
    if !correcting.global.quiet { try labels.warn(in: archive) }
    var taken: Set<String> = []
    mark = try mark.named(in: archive, taken: &taken)
    try correcting.keep(
      [.mark(mark)], in: archive,
      saying: ["\(mark.id): \(archived.briefly): \(CorrectionWords.mark(mark))"])
  }
}

/// `thresh annotate change`.
struct AnnotateChangeCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "change",
    abstract: "Changes what a mark says.",
    discussion: """
      Examples:
        thresh annotate change a-k3v9q2 --role premise
        thresh annotate change a-k3v9q2 --note ''
        thresh annotate change a-k3v9q2 --topic fees --by Ada

      A suggestion that is changed is rejected, and the mark as changed becomes the reader's own. An empty word takes \
      away.
      """)

  @OptionGroup var correcting: CorrectingOptions

  @OptionGroup var labels: MarkLabels

  @Argument(help: ArgumentHelp("The mark.", valueName: "mark"))
  var id: String

  func validate() throws {
    guard !labels.isEmpty else { throw ValidationError("say what to change") }
  }

  func perform() async throws {
    let archive = try correcting.open()
    let mark = try MarkSelection.mark(id, in: archive)
    var taken: Set<String> = []
    let decisions = try MarkChange(archive: archive, reader: correcting.reader.name).decisions(
      changing: mark, taken: &taken
    ) { changed, parent in
      try labels.apply(to: &changed, parent: parent, in: archive)
    }
    guard !decisions.isEmpty else {
      if !correcting.global.quiet { StandardError.write("\(mark.id) says so already.\n") }
      return
    }
    if !correcting.global.quiet { try labels.warn(in: archive) }
    try correcting.keep(decisions, in: archive)
  }
}

/// How a mark becomes another.
struct MarkChange {
  var archive: Archive
  var reader: String?

  /// What a reader decides who changes a mark; empty where nothing changes.
  func decisions(
    changing mark: Annotation, taken: inout Set<String>,
    _ change: (inout Annotation, PostID?) throws -> Void
  ) throws -> [Decision] {
    let parent = try archive.post(mark.post, detail: [])?.parent
    var changed = mark
    try change(&changed, parent)
    guard changed.label != mark.label || changed.note != mark.note else { return [] }
    let says = changed.label.contains { $0 != nil } || changed.note != nil
    if mark.isByReader { return [says ? .mark(changed) : .unmark(mark)] }
    // A note leaves the suggestion what it is.
    if changed.label == mark.label { return [.judge(mark, mark.decision, note: changed.note)] }
    guard says else { return [.judge(mark, "rejected", note: mark.note)] }
    changed.origin = "person:\(reader ?? "")"
    changed.by = reader
    changed.created = ""
    (changed.decision, changed.confidence, changed.evidence) = (nil, nil, [])
    return [.judge(mark, "rejected"), .mark(try changed.named(in: archive, taken: &taken))]
  }
}

/// `thresh annotate remove`.
struct AnnotateRemoveCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Takes marks of readers away.",
    discussion: """
      Examples:
        thresh annotate remove a-k3v9q2
        thresh annotate remove topic:fees --origin person:Ada --dry-run

      Suggestions are not removed but rejected, so that they do not come again: `thresh annotate reject`.
      """)

  @OptionGroup var correcting: CorrectingOptions

  @OptionGroup var selection: MarkSelection

  func perform() async throws {
    let archive = try correcting.open()
    if let name = selection.name {
      let mark = try MarkSelection.mark(name, in: archive)
      guard mark.isByReader else {
        throw Failure(
          message: "\(mark.id): this is a suggestion, which would come again",
          hint: "`thresh annotate reject \(mark.id.prefix(10))` keeps it away")
      }
      return try correcting.keep([.unmark(mark)], in: archive)
    }
    guard !selection.words.isEmpty || selection.origin != nil || selection.topic != nil else {
      throw ValidationError("name a mark or a query; --origin person:NAME is all marks of a reader")
    }
    let marks = try selection.marks(in: archive).flatMap(\.marks).filter(\.isByReader)
    try correcting.keepMany(marks.map { .unmark($0) }, in: archive, verb: "remove")
  }
}
