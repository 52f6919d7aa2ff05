internal import Discussion
internal import GRDB

/// Changes to rows that the full-text index holds already, or that lie before its last one, until they are written.
///
/// FTS5 writes a segment whenever rows do not come in rising order, so changes wait and are written together, by row.
final class IndexQueue {
  /// How many changes may wait; each holds one post or two.
  private static let limit = 1_000

  private var changes: [Int64: (old: Post?, new: Contribution?)] = [:]
  private var forms: FormTable?

  /// Takes the inflections that were collected with words that are packed.
  func note(_ wordForms: [String: [UInt8]], in database: Database) {
    let forms = forms ?? FormTable(database)
    self.forms = forms
    forms.note(wordForms)
  }

  /// Notes that a row of the index is to hold other words.
  ///
  /// - Parameter old: What the index holds now; nil where it has no such row.
  func replace(_ row: Int64, old: Post?, with new: Contribution, in database: Database) throws {
    var new = new
    // The index has no use for the bytes.
    (new.original.frame, new.textFrame) = ([], [])
    try note(row, old: old, new: new, in: database)
  }

  /// Notes that the index is to lose a row.
  ///
  /// - Parameter old: What the index holds now; nil where it has no such row.
  func remove(_ row: Int64, old: Post?, in database: Database) throws {
    try note(row, old: old, new: nil, in: database)
  }

  private func note(_ row: Int64, old: Post?, new: Contribution?, in database: Database) throws {
    changes[row] = (changes[row].map(\.old) ?? old, new)
    if changes.count >= IndexQueue.limit { try flush(in: database) }
  }

  /// Writes what waits.
  func flush(in database: Database) throws {
    for (row, change) in changes.sorted(by: { $0.key < $1.key }) {
      if let old = change.old {
        try RowIndex.remove(row, post: old, words: old.words, in: database)
      }
      if let new = change.new { try RowIndex.insert(row, new, in: database) }
    }
    changes = [:]
  }
}
