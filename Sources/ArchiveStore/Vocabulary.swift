internal import GRDB

/// The words of the full-text index.
struct Vocabulary {
  let database: Database

  /// The most words that one letter may be replaced by; with more a script is too large to try them all.
  private static let alphabets = [
    "abcdefghijklmnopqrstuvwxyz", "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ",
    "αβγδεζηθικλμνξοπρστυφχψω",
    "אבגדהוזחטיךכלםמןנסעףפץצקרשת", "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
  ]

  /// Indexed words at most `distance` typing errors away from `word`, nearest and most frequent first, ten at most.
  ///
  /// Words one error away are made and looked up, wherever the error is. Of those further away only words with the same first
  /// letters are looked at: people rarely miss these (J. J. Pollock and A. Zamora, "Automatic spelling correction in scientific
  /// and scholarly text", 1984).
  ///
  /// - Complexity: Some hundred look-ups, and linear in the postings of the words with these letters.
  func terms(near word: String, distance: Int) throws -> [String] {
    let wanted = Array((TokenText(word).places.first?.first ?? "").unicodeScalars)
    guard !wanted.isEmpty, wanted.count <= 40 else { return [] }
    var found: [String: (distance: Int, count: Int)] = [:]
    let exact = try database.cachedStatement(sql: "SELECT doc FROM vocabulary WHERE term = ?")
    for candidate in Vocabulary.oneErrorAway(from: wanted) {
      let term = Vocabulary.text(candidate)
      guard found[term] == nil, let count = try Int.fetchOne(exact, arguments: [term]) else {
        continue
      }
      found[term] = (candidate == wanted ? 0 : 1, count)
    }
    if distance > 1, wanted.count > 2 {
      for start in Vocabulary.beginnings(of: wanted) {
        let cursor = try Row.fetchCursor(
          try database.cachedStatement(
            sql: "SELECT term, doc FROM vocabulary WHERE term >= ? AND term < ? || x'f48fbfbf'"),
          arguments: [start, start])
        while let row = try cursor.next() {
          let term: String = row[0]
          let letters = Array(term.unicodeScalars)
          guard found[term] == nil, abs(letters.count - wanted.count) <= distance else { continue }
          let difference = Vocabulary.distance(wanted, letters, limit: distance)
          if difference <= distance { found[term] = (difference, row[1]) }
        }
      }
    }
    return found.sorted { left, right in
      if left.value.distance != right.value.distance {
        return left.value.distance < right.value.distance
      }
      return left.value.count != right.value.count
        ? left.value.count > right.value.count : left.key < right.key
    }.prefix(10).map(\.key)
  }

  /// How words begin that are compared with a word.
  ///
  /// A short one by its first two letters. A long one by three, since two begin a great part of all words: as they stand, with
  /// neighbours swapped, or with the second or third left out.
  private static func beginnings(of word: [Unicode.Scalar]) -> [String] {
    guard word.count > 5 else { return [text(Array(word.prefix(2)))] }
    let kept = [[0, 1, 2], [0, 1, 3], [0, 2, 1], [0, 2, 3]].map { places in
      text(places.map { word[$0] })
    }
    return Set(kept).sorted()
  }

  /// The word itself and all that one insertion, deletion, replacement or swap of neighbours makes of it.
  private static func oneErrorAway(from word: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    let alphabet =
      alphabets.map { Array($0.unicodeScalars) }.first { $0.contains(word[0]) }
      ?? Array(Set(word)).sorted()
    var words = [word]
    for index in word.indices {
      var shorter = word
      shorter.remove(at: index)
      if !shorter.isEmpty { words.append(shorter) }
      if index + 1 < word.count, word[index] != word[index + 1] {
        var swapped = word
        swapped.swapAt(index, index + 1)
        words.append(swapped)
      }
      for letter in alphabet where letter != word[index] {
        var replaced = word
        replaced[index] = letter
        words.append(replaced)
      }
    }
    for index in 0...word.count {
      for letter in alphabet {
        var longer = word
        longer.insert(letter, at: index)
        words.append(longer)
      }
    }
    return words
  }

  private static func text(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
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
