public import Discussion
internal import GRDB

extension Archive {
  /// The roots of the threads in which some reply link is less sure than a confidence.
  ///
  /// - Complexity: One pass over the placements.
  public func threads(withLinksBelow confidence: Double) throws -> Set<PostID> {
    try database.reading { database in
      Set(
        try String.fetchAll(
          database,
          sql: """
            SELECT DISTINCT posts.name FROM placements JOIN posts ON posts.id = placements.thread
            WHERE placements.confidence < ?
            """, arguments: [confidence]
        ).map { PostID($0) })
    }
  }
}
