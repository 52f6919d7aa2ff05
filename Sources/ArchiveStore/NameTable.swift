internal import Discussion
internal import GRDB

/// The names in the texts of posts.
enum NameTable {
  /// Replaces those of one post.
  static func replace(with names: [NameInText], of post: Int64, in database: Database) throws {
    try database.cachedStatement(sql: "DELETE FROM names WHERE post = ?").execute(arguments: [post])
    try write(names, of: post, in: database)
  }

  /// Writes those of a post that has none there.
  static func write(_ names: [NameInText], of post: Int64, in database: Database) throws {
    guard !names.isEmpty else { return }
    let insert = try database.cachedStatement(
      sql: """
        INSERT INTO names(post, ordinal, role, name, start, end, isFirst, isMarked)
        VALUES(?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for (ordinal, name) in names.enumerated() {
      try insert.execute(
        arguments: [
          post, ordinal, name.role.rawValue, name.name, name.range.lowerBound,
          name.range.upperBound, name.isFirst, name.isMarked,
        ])
    }
  }
}
