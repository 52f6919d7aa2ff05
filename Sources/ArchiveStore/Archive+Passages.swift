public import Discussion
internal import GRDB

extension Archive {
  /// Posts that may hold a passage, nearest first: those with all its words in a row, then those that share its rarest
  /// words.
  ///
  /// - Parameters:
  ///   - runs: Words of the passage that stand one after another, as stretches of text.
  ///   - limit: How many posts at most.
  /// - Complexity: Bounded by the postings of a few rare words, not by the archive.
  public func posts(sharing runs: [[String]], limit: Int = 24) throws -> [ArchivedPost] {
    try database.read { database in
      var scores: [Int64: Double] = [:]
      for run in runs where run.count > 1 {
        for row in try rows(matching: phrase(run), limit: limit, in: database) {
          scores[row, default: 0] += 1000
        }
      }
      if scores.count < limit {
        let total = try Double(
          max(2, Int.fetchOne(database, sql: "SELECT count(*) FROM posts") ?? 2))
        var budget = 40_000
        var taken = 0
        for (word, count) in try rarest(Set(runs.joined()), in: database) {
          guard taken < 4 || (taken < 14 && count <= budget) else { break }
          let weight = max(0.1, 1 + (total / Double(max(1, count))).logarithm)
          for row in try rows(matching: phrase([word]), limit: 60_000, in: database) {
            scores[row, default: 0] += weight
          }
          taken += 1
          budget -= count
        }
      }
      let reader = PostReader(database: database, detail: .text)
      // Row ids follow the order of imports; equal posts come by their own ids.
      let name = try database.cachedStatement(sql: "SELECT name FROM posts WHERE id = ?")
      let near = scores.sorted { left, right in
        left.value != right.value ? left.value > right.value : left.key < right.key
      }.prefix(limit * 8)
      let best = try near.map { row, score in
        (score: score, name: try String.fetchOne(name, arguments: [row]) ?? "", row: row)
      }.sorted { left, right in
        left.score != right.score ? left.score > right.score : left.name < right.name
      }.prefix(limit)
      return try best.compactMap { item in
        try Row.fetchOne(
          database, sql: reader.select(where: "posts.id = ?"), arguments: [item.row]
        ).map { try reader.archived($0) }
      }
    }
  }

  /// The authors as posts show them, with the persons behind, by name.
  public func authorForms() throws -> [(name: String, person: String)] {
    try database.read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT DISTINCT coalesce(nullif(name, ''), address) AS name, person FROM authorForms
          WHERE name <> '' OR address <> '' ORDER BY 1, 2
          """
      ).map { (name: $0["name"], person: $0["person"]) }
    }
  }

  private func rows(
    matching match: String, limit: Int, in database: Database
  ) throws -> [Int64] {
    try Int64.fetchAll(
      database.cachedStatement(sql: "SELECT rowid FROM words WHERE words MATCH ? LIMIT ?"),
      arguments: [match, limit])
  }

  private func phrase(_ words: [String]) -> String {
    "\"" + words.joined(separator: " ").replacing("\"", with: " ") + "\""
  }

  /// The words that the archive has, by the number of posts that have them.
  private func rarest(_ words: Set<String>, in database: Database) throws -> [(String, Int)] {
    let statement = try database.cachedStatement(sql: "SELECT doc FROM vocabulary WHERE term = ?")
    return try words.map { word in
      // A word that is indexed in another form counts as neither rare nor common.
      (word, try Int.fetchOne(statement, arguments: [word]) ?? 1500)
    }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
  }
}

extension Double {
  /// The binary logarithm, near enough to weigh words by.
  fileprivate var logarithm: Double { Double(exponent) + significand - 1 }
}
