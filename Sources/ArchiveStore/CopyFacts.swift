internal import Discussion
internal import Foundation
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

  /// - Parameter post: The row of a post.
  init(of post: Int64, in database: Database) throws {
    let statement = try database.cachedStatement(
      sql: """
        SELECT sources.path, copies.format, members.path, copies.locator, sources.digest, inReplyTo,
          refs, pageInstant, pagePosition
        FROM copies JOIN originals ON originals.id = copies.original
          JOIN members ON members.id = copies.member JOIN sources ON sources.id = members.source
        WHERE copies.post = ? ORDER BY \(PostWriter.bestFirst)
        """)
    let rows = try Row.fetchCursor(statement, arguments: [post])
    var hasReferences = false
    while let row = try rows.next() {
      if shown.isEmpty { order = PageOrder(instant: row[7], position: row[8]) }
      if !hasReferences, (row[5] as String?) != nil || (row[6] as String?) != nil {
        hasReferences = true
        hasOwnReferences = shown.isEmpty
        inReplyTo = CopyFacts.ids(row[5])
        references = CopyFacts.ids(row[6])
      }
      let parts = [row[2] as String, row[3] as String].filter { !$0.isEmpty }
      let digest = (row[4] as Data?).flatMap { ContentDigest(bytes: Array($0)) }
      shown.append(
        ArchivedPost.Copy(
          path: row[0], format: row[1],
          locator: parts.isEmpty ? nil : parts.joined(separator: "!"), digest: digest?.hexadecimal))
    }
  }

  private static func ids(_ text: String?) -> [MessageID] {
    (text ?? "").split(separator: "\n").map { MessageID(String($0)) }
  }
}
