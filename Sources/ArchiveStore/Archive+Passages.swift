public import Discussion
internal import GRDB

extension Archive {
  /// Posts that have every one of some stretches of words, word for word; the first by their ids.
  ///
  /// - Parameters:
  ///   - runs: Words that stand one after another.
  ///   - limit: How many posts at most.
  /// - Complexity: Bounded by the postings of the rarest of the words.
  public func posts(holding runs: [[String]], limit: Int = 24) throws -> [ArchivedPost] {
    let runs = runs.filter { !$0.isEmpty }
    guard !runs.isEmpty else { return [] }
    return try database.reading { database in
      let match = runs.map(phrase).joined(separator: " ")
      let rows = try rows(matching: match, limit: limit * 8, in: database)
      return try read(rows.map { ($0, 0) }, limit: limit, in: database)
    }
  }

  /// Posts that may hold a passage, nearest first: those that share its rare words, and where it has few of them, those
  /// that share three words in a row.
  ///
  /// What very many posts have tells nothing and is not read to its end, so that the answer does not depend on the order in
  /// which posts came.
  ///
  /// - Parameters:
  ///   - runs: Words of the passage that stand one after another, as stretches of text.
  ///   - limit: How many posts at most.
  /// - Complexity: Bounded by the postings of a few rare words, not by the archive.
  public func posts(sharing runs: [[String]], limit: Int = 24) throws -> [ArchivedPost] {
    try database.reading { database in
      let total = try Double(
        max(2, Int.fetchOne(database, sql: "SELECT count(*) FROM posts") ?? 2))
      var scores: [Int64: Double] = [:]
      func weigh(_ words: [String]) throws -> Bool {
        let found = try rows(matching: phrase(words), limit: Archive.commonCount, in: database)
        guard !found.isEmpty, found.count < Archive.commonCount else { return false }
        let weight = max(0.1, 1 + (total / Double(found.count)).logarithm)
        for row in found { scores[row, default: 0] += weight }
        return true
      }
      var rareCount = 0
      for word in Set(runs.joined()).sorted() {
        if try weigh([word]) { rareCount += 1 }
      }
      if rareCount < 4 {
        // One word that was changed spoils two of these at most.
        for run in runs {
          for start in stride(from: 0, through: run.count - 3, by: 2) {
            _ = try weigh(Array(run[start..<(start + 3)]))
          }
        }
      }
      return try read(scores.map { ($0.key, $0.value) }, limit: limit, in: database)
    }
  }

  /// The posts of the highest scores; equal ones by their ids, since row ids follow the order of imports.
  private func read(
    _ scores: [(row: Int64, score: Double)], limit: Int, in database: Database
  ) throws -> [ArchivedPost] {
    let reader = PostReader(database: database, detail: .text)
    let name = try database.cachedStatement(sql: "SELECT name FROM posts WHERE id = ?")
    let near = scores.sorted { left, right in
      left.score != right.score ? left.score > right.score : left.row < right.row
    }.prefix(limit * 8)
    let best = try near.map { row, score in
      (score: score, name: try String.fetchOne(name, arguments: [row]) ?? "", row: row)
    }.sorted { left, right in
      left.score != right.score ? left.score > right.score : left.name < right.name
    }.prefix(limit)
    return try best.compactMap { try reader.post($0.row) }
  }

  /// The authors as posts show them, with the persons behind, by name.
  public func authorForms() throws -> [(name: String, person: String)] {
    try database.reading { database in
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

  /// What so many posts have is common.
  private static let commonCount = 2000
}

extension Double {
  /// The binary logarithm, near enough to weigh words by.
  fileprivate var logarithm: Double { Double(exponent) + significand - 1 }
}
