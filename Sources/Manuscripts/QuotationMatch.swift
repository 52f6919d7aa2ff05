/// How a quotation fits a text.
public struct QuotationMatch: Sendable, Hashable {
  /// One difference, in the order of the quotation.
  public struct Edit: Sendable, Hashable {
    /// What the manuscript has; empty where it leaves words out.
    public var manuscript: String
    /// What the text has; empty where the manuscript adds words.
    public var original: String

    /// Records a difference.
    public init(manuscript: String, original: String) {
      self.manuscript = manuscript
      self.original = original
    }
  }

  /// Where the quoted words lie in the text, in Unicode scalars: from the first to the last.
  public var range: Range<Int>
  /// What differs; empty for an exact quotation.
  public var edits: [Edit]
  /// How much differs, from 0 for nothing to 1 for everything.
  public var distance: Double
}

/// Looks for one quotation in texts.
///
/// First word for word, with what ellipses leave out between. Else by an alignment of the whole quotation to a part of
/// the text (after Smith and Waterman 1981, with Gotoh's affine gaps, 1982), so that one passage left out without a mark
/// counts little more than one word.
public struct QuotationMatcher: Sendable {
  /// What is looked for.
  public let quotation: QuotedWords
  /// The words of the quotation, by number.
  private let vocabulary: [String: Int32]
  /// For each step of the quotation the number of its word; ``noWord`` for what is none.
  private let numbers: [Int32]
  /// The quotation word by word, cut where an ellipsis leaves words out; nil where an editor put words in, which may
  /// stand for words of the source or for none.
  private let segments: [[Int32]]?
  private let wordCount: Int
  /// Words of a text that the quotation does not have, and steps that are no word.
  private static let unknown: Int32 = -1
  private static let noWord: Int32 = -2
  /// Alignments take at most so many steps; a longer text is looked at only where it has most words of the quotation.
  private static let stepLimit = 2_000_000

  /// Prepares a quotation.
  public init(_ text: String) {
    var words = QuotedWords(text, isManuscript: true)
    // An ellipsis at an end leaves out nothing that is quoted.
    words.trimGaps()
    quotation = words
    wordCount = words.wordCount
    var vocabulary: [String: Int32] = [:]
    numbers = words.tokens.map { token in
      guard case .word(let word, _) = token else { return QuotationMatcher.noWord }
      let number = vocabulary[word] ?? Int32(clamping: vocabulary.count)
      vocabulary[word] = number
      return number
    }
    self.vocabulary = vocabulary
    var segments: [[Int32]] = [[]]
    var hasInsertions = false
    for (token, number) in zip(words.tokens, numbers) {
      switch token {
      case .word: segments[segments.count - 1].append(number)
      case .gap: segments.append([])
      case .insertion: hasInsertions = true
      }
    }
    segments.removeAll(where: \.isEmpty)
    self.segments = hasInsertions ? nil : segments
  }

  /// The best fit; nil where too little agrees.
  ///
  /// - Complexity: Linear in a text that shares too few words with the quotation or has it word for word.
  public func match(_ text: QuotedWords) -> QuotationMatch? {
    guard wordCount > 0, text.tokens.count > 0 else { return nil }
    let words = text.tokens.map { token in
      guard case .word(let word, _) = token else { return QuotationMatcher.unknown }
      return vocabulary[word] ?? QuotationMatcher.unknown
    }
    if let exact = exactRange(in: words) {
      return QuotationMatch(
        range: text.ranges[exact.lowerBound]
          .lowerBound..<text.ranges[exact.upperBound - 1].upperBound,
        edits: [], distance: 0)
    }
    guard mayAgree(with: words) else { return nil }
    let window = window(in: words)
    guard !window.isEmpty else { return nil }
    return Alignment(quotation.tokens, numbers: numbers, words: words[window]).match(
      text: text, offset: window.lowerBound)
  }

  /// Whether a text has enough words of the quotation, in whatever order, that an alignment may be one.
  private func mayAgree(with words: [Int32]) -> Bool {
    var has = Array(repeating: false, count: vocabulary.count)
    for word in words where word >= 0 { has[Int(word)] = true }
    let shared = numbers.count { $0 >= 0 && has[Int($0)] }
    return Alignment.isEnough(shared, of: wordCount, cost: 0)
  }

  /// Where the words stand one after another, with any words between for a gap.
  private func exactRange(in words: [Int32]) -> Range<Int>? {
    guard let segments, let first = segments.first else { return nil }
    var start = 0
    while let found = QuotationMatcher.find(first, in: words, from: start) {
      var end = found + first.count
      var isWhole = true
      for segment in segments.dropFirst() {
        guard let next = QuotationMatcher.find(segment, in: words, from: end) else {
          isWhole = false
          break
        }
        end = next + segment.count
      }
      if isWhole { return found..<end }
      start = found + 1
      // Later starts leave less room for the rest.
      if segments.count > 1 { return nil }
    }
    return nil
  }

  private static func find(_ segment: [Int32], in words: [Int32], from start: Int) -> Int? {
    guard words.count >= segment.count, start <= words.count - segment.count else { return nil }
    return (start...(words.count - segment.count)).first { index in
      words[index] == segment[0]
        && segment.indices.allSatisfy { words[index + $0] == segment[$0] }
    }
  }

  /// The part of the text to align with: all of it, or where most words of the quotation are.
  private func window(in words: [Int32]) -> Range<Int> {
    let count = quotation.tokens.count
    let width = max(count * 6, QuotationMatcher.stepLimit / max(1, count))
    guard words.count > width else { return 0..<words.count }
    var hits = 0
    var best = (hits: 0, end: width)
    for index in words.indices {
      if words[index] >= 0 { hits += 1 }
      if index >= width, words[index - width] >= 0 { hits -= 1 }
      if hits > best.hits { best = (hits, index + 1) }
    }
    let end = min(words.count, max(width, best.end + width / 4))
    return max(0, end - width)..<end
  }
}

extension QuotedWords {
  mutating func trimGaps() {
    var lower = 0
    var upper = tokens.count
    while lower < upper, tokens[lower] == .gap { lower += 1 }
    while upper > lower, tokens[upper - 1] == .gap { upper -= 1 }
    self = QuotedWords(slice: self, lower..<upper)
  }

  private init(slice whole: QuotedWords, _ range: Range<Int>) {
    self.init("", isManuscript: true)
    replace(tokens: Array(whole.tokens[range]), ranges: Array(whole.ranges[range]))
  }
}
