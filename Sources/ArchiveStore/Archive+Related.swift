internal import Corrections
public import Discussion
internal import GRDB

extension Archive {
  /// The posts that belong together with some posts, in other threads.
  ///
  /// - Parameter ids: The posts, as those of one thread.
  /// - Returns: What readers said first, then the surest; of each pair what readers said, else all that was found.
  public func relations(of ids: [PostID]) throws -> [Relation] {
    try database.reading { database in
      let asked = Set(ids)
      var relations: [Relation] = []
      var denied: Set<Set<PostID>> = []
      for relation in try decidedRelations(in: database)
      where asked.contains(relation.post) || asked.contains(relation.origin) {
        denied.insert([relation.post, relation.origin])
        if relation.confidence > 0 { relations.append(relation) }
      }
      // Two lookups in place of one `OR`, for which SQLite goes through the whole table.
      let statement = try database.cachedStatement(
        sql: """
          WITH asked(id) AS (SELECT id FROM posts WHERE name = ?1),
            pair(post, origin, evidence) AS (
              SELECT post, origin, evidence FROM related WHERE post = (SELECT id FROM asked)
              UNION
              SELECT post, origin, evidence FROM related WHERE origin = (SELECT id FROM asked))
          SELECT post.name AS post, origin.name AS origin, related.evidence, related.confidence,
            detail, start, end, wordCount
          FROM pair JOIN related ON related.post = pair.post AND related.origin = pair.origin
              AND related.evidence = pair.evidence
            JOIN posts AS post ON post.id = related.post
            JOIN posts AS origin ON origin.id = related.origin
            JOIN placements AS one ON one.post = post.id
            JOIN placements AS other ON other.post = origin.id
          WHERE one.thread <> other.thread
          """)
      for id in asked.sorted() {
        for row in try Row.fetchAll(statement, arguments: [id.text]) {
          let relation = Relation(row)
          guard !denied.contains([relation.post, relation.origin]) else { continue }
          relations.append(relation)
        }
      }
      return Set(relations).sorted { left, right in
        let (first, second) = (left.kind == .manual ? 0 : 1, right.kind == .manual ? 0 : 1)
        if first != second { return first < second }
        if left.confidence != right.confidence { return left.confidence > right.confidence }
        if left.wordCount != right.wordCount { return left.wordCount > right.wordCount }
        return (left.origin, left.post, left.kind.rawValue) < (
          right.origin, right.post, right.kind.rawValue
        )
      }
    }
  }

  /// What readers said about pairs; a confidence of 0 where they do not belong together.
  private func decidedRelations(in database: Database) throws -> [Relation] {
    var places = CorrectionPlaces(database)
    return try CorrectionEffects.inForce(in: database).placed.compactMap { correction in
      guard correction.decision.kind == .related, let post = correction.decision.post,
        let about = correction.decision.about, let flag = correction.decision.value.flag,
        let other = try places.place(of: PostID(about))
      else { return nil }
      let day = String(correction.made.description.prefix(10))
      return Relation(
        post: post, origin: other, kind: .manual, confidence: flag ? 1 : 0,
        detail: [correction.by, day].compactMap(\.self).joined(separator: ", "))
    }
  }
}

extension Relation {
  fileprivate init(_ row: Row) {
    var range: Range<Int>?
    if let start = row["start"] as Int?, let end = row["end"] as Int?, start <= end {
      range = start..<end
    }
    self.init(
      post: PostID(row["post"]), origin: PostID(row["origin"]),
      kind: Relation.Kind(rawValue: row["evidence"]) ?? .link, confidence: row["confidence"],
      detail: row["detail"], range: range, wordCount: row["wordCount"])
  }
}
