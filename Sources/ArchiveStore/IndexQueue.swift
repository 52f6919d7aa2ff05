internal import Discussion
internal import GRDB

/// Changes to rows that the full-text index holds already, or that lie before its last one, until they are written.
///
/// FTS5 writes a segment whenever rows do not come in rising order, so changes wait and are written together, by row.
final class IndexQueue {
  /// How many changes may wait; each holds the words of one post or two.
  private static let limit = 1_000

  private struct Entry {
    var post: Post
    var words: PostWords
  }

  private var changes: [Int64: (old: Entry?, new: Entry)] = [:]

  /// Notes that a row of the index is to hold other words.
  ///
  /// - Parameter old: What the index holds now; nil where it has no such row.
  func replace(_ row: Int64, old: Post?, with post: Post, words: PostWords, in database: Database)
    throws
  {
    let old = changes[row].map(\.old) ?? old.map { Entry(post: $0, words: $0.words) }
    changes[row] = (old, Entry(post: post, words: words))
    if changes.count >= IndexQueue.limit { try flush(in: database) }
  }

  /// Writes what waits.
  func flush(in database: Database) throws {
    for (row, change) in changes.sorted(by: { $0.key < $1.key }) {
      if let old = change.old {
        try RowIndex.remove(row, post: old.post, words: old.words, in: database)
      }
      try RowIndex.insert(row, post: change.new.post, words: change.new.words, in: database)
    }
    changes = [:]
  }
}
