internal import GRDB

/// The posts of which anything changed that threads hang on since they were made last.
///
/// Triggers note what is changed and deleted (`changedPosts`). What came is known by its row: SQLite hands out one more than
/// the last, and where the last rows are deleted `threadedUpTo` goes back.
enum ChangedPosts {
  /// The rows of those posts; some of them may be gone.
  ///
  /// - Parameter share: Every how many-th post must have changed before all are looked at; 0 for never.
  static func rows(share: Int, in database: Database) throws -> ChangedRows {
    let rows = try Int64.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT post FROM changedPosts
          UNION SELECT id FROM posts WHERE id > (SELECT post FROM threadedUpTo)
          UNION SELECT post FROM copies WHERE id > (SELECT copy FROM threadedUpTo)
          UNION SELECT copies.post FROM statedReplies CROSS JOIN copies ON copies.id = childCopy
            WHERE statedReplies.id > (SELECT statement FROM threadedUpTo)
          UNION SELECT copies.post FROM statedReplies CROSS JOIN copies ON place = childPlace
            WHERE statedReplies.id > (SELECT statement FROM threadedUpTo)
          UNION SELECT posts.id FROM statedReplies CROSS JOIN posts ON name = childID
            WHERE statedReplies.id > (SELECT statement FROM threadedUpTo)
          ORDER BY 1
          """))
    let count =
      try Int.fetchOne(database.cachedStatement(sql: "SELECT max(id) FROM posts")) ?? 0
    return rows.count * share > count ? .all : .some(rows)
  }

  /// Those that changed while threads were made.
  static func rowsMeanwhile(in database: Database) throws -> [Int64] {
    try Int64.fetchAll(
      database.cachedStatement(sql: "SELECT post FROM changedPosts ORDER BY post"))
  }

  /// Forgets them all: their threads are made.
  static func clear(in database: Database) throws {
    try database.execute(
      sql: """
        DELETE FROM changedPosts;
        UPDATE threadedUpTo SET post = (SELECT coalesce(max(id), 0) FROM posts),
          copy = (SELECT coalesce(max(id), 0) FROM copies),
          statement = (SELECT coalesce(max(id), 0) FROM statedReplies)
        """)
  }
}
