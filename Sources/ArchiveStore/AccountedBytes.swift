internal import GRDB

/// How many bytes of a member became a post or an extent; each range counts once, though several posts share it.
///
/// Counted while they are written, since asking the tables for each of thousands of pages took as long as writing the
/// pages' rows.
struct AccountedBytes {
  private var posts = Tally()
  private var extents = Tally()

  /// The bytes of those that were added; nil where ranges came in another order than their own, so that the tables have to
  /// be asked.
  var byteCount: Int? {
    posts.isInOrder && extents.isInOrder ? posts.byteCount + extents.byteCount : nil
  }

  /// Adds the range of a post.
  ///
  /// - Parameter isWritten: False for one that has no row, as there is one of its name.
  mutating func add(_ range: Range<Int>, isWritten: Bool) {
    if isWritten { posts.add(range) } else { posts.isInOrder = false }
  }

  /// Adds an extent.
  mutating func add(_ range: Range<Int>) { extents.add(range) }

  /// The same by what the tables hold.
  static func count(ofMember member: Int64, in database: Database) throws -> Int {
    var query = try RowStatement(
      """
      SELECT (SELECT coalesce(sum(end - start), 0) FROM
                (SELECT DISTINCT start, end FROM copies WHERE member = ?1))
           + (SELECT coalesce(sum(end - start), 0) FROM extents WHERE member = ?1)
      """, in: database)
    query.bind(member)
    return try query.first { Int($0.integer(0) ?? 0) } ?? 0
  }

  /// The bytes of ranges, each of which is the one before or begins where that ends or later.
  private struct Tally {
    var isInOrder = true
    private(set) var byteCount = 0
    private var last = 0..<0

    mutating func add(_ range: Range<Int>) {
      if range == last { return }
      isInOrder = isInOrder && range.lowerBound >= last.upperBound
      byteCount += range.count
      last = range
    }
  }
}
