/// Finds the words that set a stretch of time apart from the rest.
///
/// Posts that have a word are counted, not its occurrences, so that one long post does not speak for a month; words are ranked
/// by the log-likelihood ratio (T. Dunning, "Accurate methods for the statistics of surprise and coincidence", 1993).
public struct TermCounter: Sendable {
  private var counts: [String: [Int: Int]] = [:]
  private var postCounts: [Int: Int] = [:]
  private let unit: TimeUnit

  /// Counts by stretches of time.
  public init(by unit: TimeUnit) { self.unit = unit }

  /// Adds the words of a post.
  ///
  /// - Parameter place: The stretch of time, from ``TimeUnit/place(_:)``.
  public mutating func add(_ text: String, place: Int) {
    postCounts[place, default: 0] += 1
    for word in TermCounter.words(of: text) { counts[word, default: [:]][place, default: 0] += 1 }
  }

  /// For each stretch the words that mark it, strongest first.
  public func series(limit: Int = 8) -> Series {
    let all = postCounts.values.reduce(0, +)
    guard let first = postCounts.keys.min(), let last = postCounts.keys.max(),
      last - first < 200_000
    else { return Series(name: "term", unit: "posts", points: [], isTime: true) }
    var best: [Int: [(word: String, score: Double)]] = [:]
    for (word, places) in counts {
      let total = places.values.reduce(0, +)
      guard total >= 3 else { continue }
      for (place, count) in places where count >= 2 {
        let inside = Double(postCounts[place] ?? 0)
        let score = TermCounter.ratio(
          Double(count), inside, Double(total - count), Double(all) - inside)
        if score > 3.84 { best[place, default: []].append((word, score)) }
      }
    }
    let points = (first...last).filter { postCounts[$0] != nil }.map { place in
      let words = (best[place] ?? []).sorted { left, right in
        left.score != right.score ? left.score > right.score : left.word < right.word
      }.prefix(limit).map(\.word)
      return Series.Point(
        label: unit.label(place), count: postCounts[place] ?? 0, total: nil, detail: Array(words))
    }
    return Series(name: "term", unit: "posts", points: points, isTime: true)
  }

  /// How much more often than chance a word is in `a` of `b` posts and in `c` of `d` others; 0 where it is rarer.
  static func ratio(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double {
    guard b > 0, d > 0, a / b > c / d else { return 0 }
    let rate = (a + c) / (b + d)
    func part(_ seen: Double, _ size: Double) -> Double {
      seen > 0 ? seen * logarithm(seen / (size * rate)) : 0
    }
    return 2 * (part(a, b) + part(c, d))
  }

  /// The natural logarithm (Mercator's series on the significand); the modules here do without Foundation.
  static func logarithm(_ value: Double) -> Double {
    guard value > 0 else { return 0 }
    let ratio = (value.significand - 1) / (value.significand + 1)
    var term = ratio
    var sum = 0.0
    for step in stride(from: 1.0, through: 41, by: 2) {
      sum += term / step
      term *= ratio * ratio
    }
    return Double(value.exponent) * 0.693_147_180_559_945_3 + 2 * sum
  }

  /// The distinct words of four letters and more, without the commonest.
  private static func words(of text: String) -> Set<String> {
    var words: Set<String> = []
    for piece in text.split(whereSeparator: { !$0.isLetter && $0 != "'" && $0 != "’" }) {
      guard piece.count > 3, piece.count < 40 else { continue }
      let word = piece.lowercased()
      if word.contains("'") || word.contains("’") || common.contains(word) { continue }
      words.insert(word)
    }
    return words
  }

  private static let common: Set<String> = [
    "about", "after", "again", "also", "another", "because", "been", "before", "being", "best",
    "between", "both", "came", "cheers", "come", "could", "dear", "does", "doing", "done", "down",
    "each", "even", "every", "first", "from", "give", "going", "good", "have", "having", "hello",
    "here", "however", "http", "https", "into", "just", "know", "last", "less", "like", "look",
    "made", "make", "many", "maybe", "mean", "might", "more", "most", "much", "must", "need",
    "never", "only", "other", "over", "people", "quite", "rather", "really", "regards", "right",
    "said", "same", "says", "seem", "seems", "should", "since", "some", "something", "still",
    "such", "sure", "take", "than", "thank", "thanks", "that", "their", "them", "then", "there",
    "these", "they", "thing", "things", "think", "this", "those", "though", "through", "time",
    "very", "want", "well", "were", "what", "when", "where", "which", "while", "will", "with",
    "without", "would", "wrote", "your", "yours",
  ]
}
