internal import Discussion
internal import GRDB
internal import SourceBytes

/// What the copies of a post tell beside its text, read at once.
struct CopyFacts {
  /// The copies, best first.
  private(set) var shown: [ArchivedPost.Copy] = []
  /// The references of the best copy that has any.
  private(set) var inReplyTo: [MessageID] = []
  private(set) var references: [MessageID] = []
  /// Whether that is the best copy of all.
  private(set) var hasOwnReferences = true
  /// Where the best copy stands on its page.
  private(set) var order = PageOrder()

  /// Nothing.
  init() {}

  private static let query = """
    SELECT sources.path, copies.format, members.path, copies.locator, sources.digest, inReplyTo,
      refs, pageInstant, pagePosition
    FROM copies JOIN originals ON originals.id = copies.original
      JOIN members ON members.id = copies.member JOIN sources ON sources.id = members.source
    WHERE copies.post = ? ORDER BY \(PostWriter.bestFirst)
    """

  /// - Parameter post: The row of a post.
  init(of post: Int64, in database: Database) throws {
    var statement = try RowStatement(CopyFacts.query, in: database)
    statement.bind(post)
    var hasReferences = false
    try statement.forEach { row in
      if shown.isEmpty {
        order = PageOrder(instant: row.integer(7), position: row.integer(8).map { Int($0) } ?? 0)
      }
      if !hasReferences, !row.isNull(5) || !row.isNull(6) {
        hasReferences = true
        hasOwnReferences = shown.isEmpty
        inReplyTo = CopyFacts.ids(row.text(5))
        references = CopyFacts.ids(row.text(6))
      }
      let parts = [row.text(2), row.text(3)].compactMap(\.self).filter { !$0.isEmpty }
      let digest = row.bytes(4).flatMap { ContentDigest(bytes: $0) }
      shown.append(
        ArchivedPost.Copy(
          path: row.text(0) ?? "", format: row.text(1) ?? "",
          locator: parts.isEmpty ? nil : parts.joined(separator: "!"), digest: digest?.hexadecimal))
    }
  }

  private static func ids(_ text: String?) -> [MessageID] {
    guard let text else { return [] }
    return text.utf8.split(separator: UInt8(ascii: "\n")).map { MessageID(String(Substring($0))) }
  }
}
