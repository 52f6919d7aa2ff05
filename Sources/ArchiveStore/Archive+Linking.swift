public import Discussion
internal import GRDB

extension Archive {
  /// The posts from one post up to another that stands above it in its thread, both included.
  ///
  /// - Returns: nil where `ancestor` does not stand above `id`, and is not `id` itself.
  public func path(from id: PostID, upTo ancestor: PostID) throws -> [PostID]? {
    try database.reading { database in
      let path = try String.fetchAll(
        database,
        sql: """
          WITH RECURSIVE above(post, name, step) AS (
            SELECT id, name, 0 FROM posts WHERE name = ?
            UNION ALL
            SELECT posts.id, posts.name, above.step + 1 FROM above
              JOIN placements ON placements.post = above.post
              JOIN posts ON posts.id = placements.parent
            WHERE above.name <> ?)
          SELECT name FROM above ORDER BY step
          """, arguments: [id.text, ancestor.text])
      return path.last == ancestor.text ? path.map { PostID($0) } : nil
    }
  }
}
