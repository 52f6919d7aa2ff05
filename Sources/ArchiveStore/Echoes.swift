internal import Discussion
internal import GRDB

/// Counts the posts that quote what a hit says, so that a sentence that was quoted twenty times is one hit.
struct Echoes {
  /// How many posts of a thread are read at most.
  private static let limit = 100
  /// How many words around what was looked for make the passage.
  private static let wordCount = 3

  let run: SearchRun
  /// The posts that match in quotations only.
  let quoted: RowSet

  /// How many other posts of the thread quote the words around the first match in the post's own words.
  func count(of post: Post, at row: Int64, terms: SnippetTerms) throws -> Int {
    guard run.query.hasBareWords, let thread = try run.thread(of: row) else { return 0 }
    var others: [Int64] = []
    try NumberRows.forEach(
      "SELECT post FROM placements WHERE thread = ? ORDER BY position", [thread], in: run.database
    ) { column in
      if let other = column(0), other != row, quoted.contains(other) { others.append(other) }
      return others.count < Echoes.limit
    }
    guard !others.isEmpty, let passage = passage(of: post, terms: terms) else { return 0 }
    return try others.count { other in
      try run.budget.check()
      guard let text = try PostRow.post(other, in: run.database)?.words.quoted else { return false }
      return Echoes.contains(passage, in: WordRow(text).words.map(\.text))
    }
  }

  private func passage(of post: Post, terms: SnippetTerms) -> [String]? {
    let own = post.words.own
    guard let first = terms.ranges(in: own).first else { return nil }
    let words = WordRow(own).words
    guard let index = words.firstIndex(where: { $0.range.lowerBound >= first.lowerBound }) else {
      return nil
    }
    let last = words.lastIndex { $0.range.upperBound <= first.upperBound } ?? index
    let range =
      max(0, index - Echoes.wordCount)...min(words.count - 1, max(index, last) + Echoes.wordCount)
    return words[range].map(\.text)
  }

  private static func contains(_ passage: [String], in words: [String]) -> Bool {
    guard !passage.isEmpty, words.count >= passage.count else { return false }
    return (0...(words.count - passage.count)).contains { start in
      words[start..<(start + passage.count)].elementsEqual(passage)
    }
  }
}
