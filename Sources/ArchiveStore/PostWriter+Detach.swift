internal import Discussion
internal import Foundation
internal import GRDB

extension PostWriter {
  /// Takes back all that a source brought, for one that is read anew or removed.
  ///
  /// A post whose best copy goes and that has other copies keeps the text it has until those are read again; a post
  /// without any copy goes.
  ///
  /// - Returns: The posts whose text is that of a copy which is no more.
  @discardableResult
  static func detach(source: Int64, in database: Database) throws -> [Int64] {
    let posts = try Int64.fetchAll(
      database,
      sql: """
        SELECT DISTINCT post FROM copies
        WHERE member IN (SELECT id FROM members WHERE source = ?)
        """, arguments: [source])
    try database.execute(sql: "DELETE FROM members WHERE source = ?", arguments: [source])
    var stale: [Int64] = []
    for post in posts {
      let rest = try Int.fetchOne(
        database, sql: "SELECT count(*) FROM copies WHERE post = ?", arguments: [post])
      if rest == 0 {
        try RowIndex.remove(post, in: database)
        for table in ["placements WHERE post", "reasons WHERE child", "threads WHERE root",
          "postVenues WHERE post", "posts WHERE id"]
        {
          try database.execute(sql: "DELETE FROM \(table) = ?", arguments: [post])
        }
      } else if try Row.fetchOne(
        database,
        sql: "SELECT 1 FROM copies JOIN posts ON posts.bestCopy = copies.id WHERE posts.id = ?",
        arguments: [post]) == nil
      {
        stale.append(post)
      }
    }
    try database.execute(
      sql: "DELETE FROM originals WHERE id NOT IN (SELECT original FROM copies)")
    return stale
  }
}
