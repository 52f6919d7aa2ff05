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
  /// Alignments take at most so many steps; a longer text is looked at only where it has most words of the quotation.
  private static let stepLimit = 2_000_000

  /// Prepares a quotation.
  public init(_ text: String) {
    var words = QuotedWords(text, isManuscript: true)
    // An ellipsis at an end leaves out nothing that is quoted.
    words.trimGaps()
    quotation = words
  }

  /// The best fit; nil where too little agrees.
  public func match(_ text: QuotedWords) -> QuotationMatch? {
    guard quotation.wordCount > 0, text.tokens.count > 0 else { return nil }
    let words = text.words
    if let exact = exactRange(in: words) {
      return QuotationMatch(
        range: text.ranges[exact.lowerBound]
          .lowerBound..<text.ranges[exact.upperBound - 1].upperBound,
        edits: [], distance: 0)
    }
    let window = window(in: words)
    guard !window.isEmpty else { return nil }
    return Alignment(quotation.tokens, words: Array(words[window])).match(
      text: text, offset: window.lowerBound)
  }

  /// Where the words stand one after another, with any words between for a gap.
  private func exactRange(in words: [String]) -> Range<Int>? {
    var segments: [[String]] = [[]]
    for token in quotation.tokens {
      switch token {
      case .word(let word, _): segments[segments.count - 1].append(word)
      case .gap: segments.append([])
      // What an editor put in may stand for words of the source, or for none.
      case .insertion: return nil
      }
    }
    segments.removeAll(where: \.isEmpty)
    guard let first = segments.first else { return nil }
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

  private static func find(_ segment: [String], in words: [String], from start: Int) -> Int? {
    guard words.count >= segment.count, start <= words.count - segment.count else { return nil }
    return (start...(words.count - segment.count)).first { index in
      words[index] == segment[0]
        && segment.indices.allSatisfy { words[index + $0] == segment[$0] }
    }
  }

  /// The part of the text to align with: all of it, or where most words of the quotation are.
  private func window(in words: [String]) -> Range<Int> {
    let count = quotation.tokens.count
    let width = max(count * 6, QuotationMatcher.stepLimit / max(1, count))
    guard words.count > width else { return 0..<words.count }
    let wanted = Set(quotation.words)
    var hits = 0
    var best = (hits: 0, end: width)
    for index in words.indices {
      if wanted.contains(words[index]) { hits += 1 }
      if index >= width, wanted.contains(words[index - width]) { hits -= 1 }
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
