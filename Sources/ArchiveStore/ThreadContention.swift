internal import Discussion
internal import GRDB

/// How much the people of a thread argue with each other, by its parts.
public struct ThreadContention: Sendable, Hashable {
  /// How often somebody answered the one who had answered them.
  public var turns: Int
  /// In how many posts disagreement is suggested, and nobody confirmed or rejected it.
  public var suggested: Int
  /// In how many posts a reader marked disagreement, or accepted the suggestion.
  public var confirmed: Int

  /// What threads are sorted by: turns, suggested disagreements, and confirmed ones twice.
  public var score: Int { turns + suggested + 2 * confirmed }
}

/// Contention read from posts and marks.
enum ContentionTable {
  /// The common table `contention(thread, turns, suggested, confirmed)` of the threads that have any.
  ///
  /// - Parameter condition: Which threads, as a condition on `placements.thread`; all without.
  /// - Complexity: Linear in the posts of these threads and the marked disagreements.
  static func commonTable(where condition: String? = nil) -> String {
    let condition = condition.map { " AND placements.thread \($0)" } ?? ""
    return """
      contention(thread, turns, suggested, confirmed) AS (
        SELECT thread, sum(turn), sum(suggested), sum(confirmed) FROM (
          SELECT placements.thread AS thread, 1 AS turn, 0 AS suggested, 0 AS confirmed
          FROM placements
            JOIN placements AS parent ON parent.post = placements.parent
            JOIN posts AS first ON first.id = parent.parent
            JOIN posts AS second ON second.id = parent.post
            JOIN posts AS third ON third.id = placements.post
          WHERE first.person = third.person AND first.person <> second.person\(condition)
          UNION ALL
          SELECT thread, 0, NOT max(isConfirmed), max(isConfirmed) FROM (
            SELECT placements.thread AS thread, placements.post AS post,
              coalesce(decision = 'accepted', 0) OR origin LIKE 'person:%' AS isConfirmed
            FROM annotations JOIN posts ON posts.name = annotations.post
              JOIN placements ON placements.post = posts.id
            WHERE stance = 'disagree' AND coalesce(decision, '') <> 'rejected'
              AND (origin LIKE 'person:%' OR decision = 'accepted'
                OR coalesce(annotations.confidence, 1) >= \(SuggestionChoice.countedConfidence))\(condition)
          ) GROUP BY thread, post
        ) GROUP BY thread)
      """
  }

  /// The contention of some threads by root.
  static func values(
    of roots: [Int64], in database: Database
  ) throws -> [Int64: ThreadContention] {
    guard !roots.isEmpty else { return [:] }
    let list = roots.map(String.init).joined(separator: ",")
    var values: [Int64: ThreadContention] = [:]
    let rows = try Row.fetchAll(
      database,
      sql: "WITH \(commonTable(where: "IN (\(list))")) SELECT * FROM contention")
    for row in rows {
      values[row["thread"]] = ThreadContention(
        turns: row["turns"], suggested: row["suggested"], confirmed: row["confirmed"])
    }
    return values
  }
}
