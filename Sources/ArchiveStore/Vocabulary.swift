internal import GRDB

/// The words of the full-text index.
struct Vocabulary {
  let database: Database

  /// Indexed words at most `distance` typing errors away from `word`, nearest and most frequent first, ten at most.
  ///
  /// Only words with the same first letter are looked at: people rarely miss that one (J. J. Pollock and A. Zamora,
  /// "Automatic spelling correction in scientific and scholarly text", 1984).
  ///
  /// - Complexity: Linear in the number of indexed words with that letter.
  func terms(near word: String, distance: Int) throws -> [String] {
    let wanted = Array((TokenText(word).places.first?.first ?? "").unicodeScalars)
    guard let first = wanted.first else { return [] }
    let cursor = try Row.fetchCursor(
      database, sql: "SELECT term, doc FROM vocabulary WHERE term >= ? AND term < ? || x'f48fbfbf'",
      arguments: [String(first), String(first)])
    var found: [(term: String, distance: Int, count: Int)] = []
    while let row = try cursor.next() {
      let term: String = row[0]
      let letters = Array(term.unicodeScalars)
      guard abs(letters.count - wanted.count) <= distance else { continue }
      let difference = Vocabulary.distance(wanted, letters, limit: distance)
      if difference <= distance { found.append((term, difference, row[1])) }
    }
    found.sort { left, right in
      if left.distance != right.distance { return left.distance < right.distance }
      return left.count != right.count ? left.count > right.count : left.term < right.term
    }
    return found.prefix(10).map(\.term)
  }

  /// Whether the index holds the word.
  func contains(_ word: String) throws -> Bool {
    try Row.fetchOne(
      database, sql: "SELECT 1 FROM words WHERE words MATCH ? LIMIT 1",
      arguments: [TokenText(anyOf: [word]).match]) != nil
  }

  /// The number of insertions, deletions, replacements and swaps of neighbours between two words (optimal string
  /// alignment); `limit + 1` where it is more than `limit`.
  static func distance(
    _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], limit: Int
  ) -> Int {
    var before: [Int] = []
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1] + [Int](repeating: 0, count: right.count)
      for (column, other) in right.enumerated() {
        var cost = min(
          last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          cost = min(cost, before[column - 1] + 1)
        }
        current[column + 1] = cost
      }
      if (current.min() ?? 0) > limit { return limit + 1 }
      before = last
      last = current
    }
    return last[right.count]
  }
}
