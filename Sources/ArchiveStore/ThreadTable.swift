internal import Discussion
internal import GRDB

/// What lists show of each thread.
enum ThreadTable {
  /// Writes the row of one thread.
  static func replace(_ thread: ThreadMembers, in database: Database) throws {
    let members = thread.members
    let instants = members.compactMap(\.instant)
    var row = try RowStatement(
      """
      INSERT OR REPLACE INTO threads(root, subject, posts, people, depth, first, last)
      VALUES(?, ?, ?, ?, ?, ?, ?)
      """, in: database)
    row.bind(thread.root)
    // A missing root has no subject; the first post that has one names the thread.
    row.bind(members.lazy.compactMap(\.subject).first)
    row.bind(members.count { $0.kind != .missing })
    row.bind(Set(members.compactMap(\.person)).count)
    row.bind(members.map(\.depth).max())
    row.bind(instants.min())
    row.bind(instants.max())
    try row.run()
  }

  /// Takes out the rows of posts that are no roots any more.
  ///
  /// - Parameter posts: The rows of all that may be roots now and were none, or were and are none now.
  /// - Returns: The roots that have no row, since their threads are new or lost a post that was taken out.
  static func rootsWithoutRow(
    among posts: RowSet, _ kept: ThreadedPosts, in database: Database
  ) throws -> Set<Int64> {
    var rest = Set(posts.rows.filter { kept[$0].threadCount > 0 })
    for root in try Int64.fetchAll(database, sql: "SELECT root FROM threads ORDER BY root")
    where rest.remove(root) == nil && posts.contains(root) {
      var delete = try RowStatement("DELETE FROM threads WHERE root = ?1", in: database)
      delete.bind(root)
      try delete.run()
    }
    return rest
  }
}
