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
    for (ordinal, name) in names.enumerated() {
      var row = try RowStatement(
        """
        INSERT INTO names(post, ordinal, role, name, start, end, isFirst, isMarked)
        VALUES(?, ?, ?, ?, ?, ?, ?, ?)
        """, in: database)
      row.bind(post)
      row.bind(ordinal)
      row.bind(name.role.rawValue)
      row.bind(name.name)
      row.bind(name.range.lowerBound)
      row.bind(name.range.upperBound)
      row.bind(name.isFirst ? 1 : 0)
      row.bind(name.isMarked ? 1 : 0)
      try row.run()
    }
  }
}
