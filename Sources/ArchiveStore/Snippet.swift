public import ArchiveQuery
public import Discussion
internal import Foundation

/// The words that a query looks for in texts, folded as the index folds them.
public struct SnippetTerms: Sendable, Hashable {
  /// A row of words; the last may be the beginning of one.
  struct Phrase: Sendable, Hashable {
    var words: [String]
    var isPrefix: Bool
  }

  let phrases: [Phrase]

  /// Gathers the words that a post must or may have; those that it must not have are left out.
  public init(_ query: QueryExpression) {
    var phrases: [Phrase] = []
    var waiting = [query]
    func add(_ text: TextMatch) {
      var isPrefix = false
      if case .prefix = text { isPrefix = true }
      let words = WordFinder(text.text).words.map(\.folded)
      if !words.isEmpty { phrases.append(Phrase(words: words, isPrefix: isPrefix)) }
    }
    while let expression = waiting.popLast() {
      switch expression {
      case .and(let operands), .or(let operands): waiting += operands
      case .text(let text, let field)
      where field == nil || field == .body || field == .quoted
        || field == .subject:
        add(text)
      case .near(let texts, _, _): texts.forEach(add)
      default: break
      }
    }
    self.phrases = phrases
  }

  /// The single words, folded, in no order of importance.
  var words: [String] { phrases.flatMap(\.words) }

  /// Where the phrases stand in a text: ranges of Unicode scalars, in order, not overlapping.
  public func ranges(in text: String) -> [Range<Int>] {
    guard !phrases.isEmpty else { return [] }
    let words = WordFinder(text).words
    var found: [Range<Int>] = []
    var index = 0
    while index < words.count {
      var longest = 0
      for phrase in phrases where phrase.words.count > longest {
        guard index + phrase.words.count <= words.count else { continue }
        let fits = phrase.words.indices.allSatisfy { offset in
          let word = words[index + offset].folded
          let isLast = offset == phrase.words.count - 1
          return phrase.isPrefix && isLast
            ? word.hasPrefix(phrase.words[offset]) : word == phrase.words[offset]
        }
        if fits { longest = phrase.words.count }
      }
      if longest > 0 {
        found.append(words[index].range.lowerBound..<words[index + longest - 1].range.upperBound)
        index += longest
      } else {
        index += 1
      }
    }
    return found
  }
}

/// A passage of a post with the words that were looked for marked.
public struct Snippet: Sendable, Hashable {
  /// A stretch of the passage.
  public struct Piece: Sendable, Hashable {
    /// Its characters; white space is one blank.
    public var text: String
    /// Whether it is what was looked for.
    public var isMatch: Bool
  }

  /// How many scalars a passage has at most, the words at its ends not counted.
  static let scalarCount = 200

  /// The passage from left to right; a cut shows as `…`.
  public private(set) var pieces: [Piece] = []

  /// Takes the passage with most of the words, own words before quoted ones; the start of the own words where none is found.
  public init(of post: Post, showing terms: SnippetTerms) {
    // Where the author says it too, nobody else is shown saying it.
    let own = post.words.own
    let ownMatches = terms.ranges(in: own)
    let allMatches = ownMatches.isEmpty ? terms.ranges(in: post.text ?? "") : []
    let text = allMatches.isEmpty ? own : post.text ?? ""
    let matches = allMatches.isEmpty ? ownMatches : allMatches
    let scalars = Array(text.unicodeScalars)
    let passage = Snippet.passage(around: matches, in: scalars)
    let (start, end) = Snippet.widened(passage, in: text)
    var position = start
    for match in matches where match.lowerBound >= start && match.upperBound <= end {
      append(scalars[position..<match.lowerBound], isMatch: false)
      append(scalars[match], isMatch: true)
      position = match.upperBound
    }
    append(scalars[position..<end], isMatch: false)
    if start > 0 { pieces.insert(Piece(text: "… ", isMatch: false), at: 0) }
    if end < scalars.count { pieces.append(Piece(text: " …", isMatch: false)) }
  }

  /// The stretch with most of the matches, cut at white space where some is near.
  ///
  /// - Complexity: One pass over the matches.
  private static func passage(
    around matches: [Range<Int>], in scalars: [Unicode.Scalar]
  ) -> Range<Int> {
    var first = 0
    var best = (count: 0, start: 0)
    for (index, match) in matches.enumerated() {
      while match.upperBound - matches[first].lowerBound > scalarCount * 3 / 4, first < index {
        first += 1
      }
      if index - first + 1 > best.count {
        best = (index - first + 1, max(0, matches[first].lowerBound - scalarCount / 4))
      }
    }
    var start = best.start
    // Only as far back as a long word goes: scripts without blanks are cut where they are.
    let limit = max(0, start - 30)
    while start > limit, !scalars[start - 1].properties.isWhitespace { start -= 1 }
    if start == limit, start > 0 { start = best.start }
    var end = min(scalars.count, start + scalarCount)
    let last = min(scalars.count, end + 30)
    while end < last, !scalars[end].properties.isWhitespace { end += 1 }
    return start..<end
  }

  /// The passage without a character cut in two, such as an emoji or a letter with its marks.
  private static func widened(_ passage: Range<Int>, in text: String) -> (start: Int, end: Int) {
    let scalars = text.unicodeScalars
    var start = scalars.index(scalars.startIndex, offsetBy: passage.lowerBound)
    var end = scalars.index(start, offsetBy: passage.count)
    var (first, last) = (passage.lowerBound, passage.upperBound)
    // Characters of unbounded length exist only in hostile text.
    for _ in 0..<64 where start.samePosition(in: text) == nil {
      start = scalars.index(before: start)
      first -= 1
    }
    for _ in 0..<64 where end.samePosition(in: text) == nil {
      end = scalars.index(after: end)
      last += 1
    }
    return (first, last)
  }

  private mutating func append(_ scalars: ArraySlice<Unicode.Scalar>, isMatch: Bool) {
    var text = String.UnicodeScalarView()
    var lastIsBlank = pieces.isEmpty || pieces.last?.text.last == " "
    var isLineStart = false
    for scalar in scalars {
      if scalar == "\n" { isLineStart = true }
      if scalar.properties.isWhitespace {
        if !lastIsBlank { text.append(" ") }
        lastIsBlank = true
      } else if isLineStart, scalar == ">" {
        continue
      } else {
        isLineStart = false
        text.append(scalar)
        lastIsBlank = false
      }
    }
    if !text.isEmpty { pieces.append(Piece(text: String(text), isMatch: isMatch)) }
  }
}

/// The words of a text as the index splits and folds them: runs of letters, digits and marks, without case and diacritics.
struct WordFinder {
  struct Word {
    /// Offsets in Unicode scalars.
    var range: Range<Int>
    var folded: String
  }

  private(set) var words: [Word] = []

  init(_ text: String) {
    var word = String.UnicodeScalarView()
    var start = 0
    var offset = 0
    func fold(_ word: String) -> String {
      if word.utf8.allSatisfy({ $0 < 0x80 }) { return word.lowercased() }
      return word.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }
    for scalar in text.unicodeScalars {
      if WordFinder.isWordScalar(scalar) {
        if word.isEmpty { start = offset }
        word.append(scalar)
      } else if !word.isEmpty {
        words.append(Word(range: start..<offset, folded: fold(String(word))))
        word = String.UnicodeScalarView()
      }
      offset += 1
    }
    if !word.isEmpty { words.append(Word(range: start..<offset, folded: fold(String(word)))) }
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return (0x30...0x39).contains(scalar.value) || (0x41...0x5a).contains(scalar.value)
        || (0x61...0x7a).contains(scalar.value)
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark,
      .enclosingMark, .privateUse:
      return true
    default: return false
    }
  }
}
