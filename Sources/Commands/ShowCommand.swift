internal import ArchiveStore
internal import ArgumentParser
internal import Discussion
internal import Exports
internal import MailFormat

/// `thresh show`.
struct ShowCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows a thread as a tree, or one post.",
    discussion: """
      Examples:
        thresh show k3v9q2m7
        thresh show k3v9q2m7 --tree --explain
        thresh show '<20120120.4F@example.org>' --post
        thresh show k3v9q2m7 --tree --related
        thresh show k3v9q2m7 --tree --links all
        thresh show k3v9q2m7 --raw > message.eml
        thresh show k3v9q2m7 --parts
        thresh show k3v9q2m7 --part 1.2 > picture.png

      A reply is drawn where its link is certain or likely; --links all draws guesses too, with ?. With --json all links \
      are given, with their confidence, unless --links says otherwise.

      --parts lists how the message of a post is built, parts of attached messages included, and what became of each part. \
      Parts are numbered as IMAP does; TEXT is the multipart that a message consists of.
      """)

  @OptionGroup var reading: ReadingOptions

  @Flag(help: "One line a post.")
  var tree = false

  @Flag(help: "The post alone.")
  var post = false

  @Flag(help: "For each reply, why it hangs where it does; for each mark, why it is there.")
  var explain = false

  @Flag(
    help:
      "Posts of other threads that belong here (copies, excerpts, forwards, links), and threads about the same."
  )
  var related = false

  @Flag(help: "The bytes that the post was read from.")
  var raw = false

  @Flag(help: "The MIME parts of the message that the post was read from, and what became of each.")
  var parts = false

  @Option(
    help: ArgumentHelp(
      "The content of one of these parts, without its transfer encoding.", valueName: "number"))
  var part: String?

  @Flag(help: "With id, sources and findings of each post.")
  var headers = false

  @OptionGroup var drawn: LinkOption

  @Option(
    help: ArgumentHelp(
      "Which suggested marks to show: none, confident (at least 7 in 10 were right on test data) or all. (default: confident; in a tree none)",
      valueName: "suggestions"), transform: Choice.parse)
  var suggestions: SuggestionChoice?

  @Argument(
    help: ArgumentHelp("Four or more characters of an id, or <message-id>.", valueName: "id"),
    completion: .custom(QueryCompletion.ids))
  var id: String

  func perform() async throws {
    let archive = try await reading.open()
    let wanted = try archive.resolve(id)
    if raw { return try StandardOutput.shared.write(bytes: original(of: wanted, in: archive)) }
    if parts || part != nil { return try writeParts(of: wanted, in: archive) }
    let thread = try archive.thread(of: wanted)
    if reading.global.json { return try writeJSON(thread, archive: archive) }
    if explain, !post, let root = thread.first?.thread,
      let contention = try archive.threadSummary(root)?.contention, contention.score > 0
    {
      try StandardOutput.shared.write(ContentionWords.line(contention) + "\n")
    }
    let writer = ThreadWriter(
      thread: thread, marked: wanted, terminal: reading.terminal, links: drawn.links ?? .likely,
      explains: explain, hasHeaders: headers,
      // A tree is read for its links.
      suggestions: suggestions ?? (tree ? SuggestionChoice.none : .confident))
    if post {
      try writer.writePost()
    } else if tree {
      try writer.writeTree()
    } else {
      try writer.writePosts()
    }
    guard related else { return }
    let shown = post ? thread.filter { $0.post.id == wanted } : thread
    try RelationWords(of: shown, in: archive).write(to: .shared, terminal: reading.terminal)
    try AlikeWords(threadOf: wanted, in: archive).write(to: .shared, terminal: reading.terminal)
  }

  private func original(of wanted: PostID, in archive: Archive) throws -> [UInt8] {
    guard let bytes = try archive.original(of: wanted) else {
      let isMissing = try archive.post(wanted, detail: [])?.post.kind == .missing
      throw Failure(
        message: isMissing
          ? "\(wanted): this post is missing; it is known only because others answer it"
          : "\(wanted): a reader removed or hid its original")
    }
    return bytes
  }

  private func writeParts(of wanted: PostID, in archive: Archive) throws {
    let bytes = try original(of: wanted, in: archive)
    let format = try archive.post(wanted, detail: .all)?.copies.first?.format ?? ""
    guard MailFormatNames.all.contains(format) else {
      throw Failure(
        message: "\(wanted): the post was read from a page (\(format)), which has no parts",
        hint: "`thresh show \(wanted) --raw` prints the page")
    }
    let structure = MailStructure(parsing: bytes.span, contentOf: part)
    if let part {
      guard let content = structure.content else {
        throw Failure(
          message: "\(wanted): the message has no part \(SafeText.line(part))",
          hint: "`thresh show \(wanted) --parts` lists them")
      }
      return try StandardOutput.shared.write(bytes: content)
    }
    let writer = PartsWriter(post: wanted, structure: structure, byteCount: bytes.count)
    if reading.global.json {
      try StandardOutput.shared.write(bytes: writer.json)
    } else {
      try StandardOutput.shared.write(writer.text(for: reading.terminal))
    }
  }

  private func writeJSON(_ whole: [ArchivedPost], archive: Archive) throws {
    let bytes = try ThreadDocument.bytes(
      whole, links: drawn.links ?? .all, withAlike: related, in: archive)
    try StandardOutput.shared.write(bytes: bytes)
  }
}
