public import Discussion

/// A passage of a post with the words that were looked for marked.
public struct Snippet: Sendable, Hashable {
  /// A stretch of the passage.
  public struct Piece: Sendable, Hashable {
    /// Its characters; white space is one blank.
    public var text: String
    /// Whether it is what was looked for.
    public var isMatch: Bool
  }

  /// How many scalars a passage has at most where nothing else is asked for, the words at its ends not counted.
  public static let scalarCount = 200

  /// The passage from left to right; a cut shows as `…`.
  public private(set) var pieces: [Piece] = []

  /// Takes the passage with most of the words, own words before quoted ones and prose before logs; the start of the own words
  /// where none is found.
  ///
  /// - Parameter scalarCount: How many scalars the passage has, about; 40 at least.
  public init(of post: Post, showing terms: SnippetTerms, scalarCount: Int = Snippet.scalarCount) {
    // Where the author says it too, nobody else is shown saying it.
    let own = post.words.own
    let ownMatches = terms.matches(in: own)
    let allMatches = ownMatches.isEmpty ? terms.matches(in: post.text ?? "") : []
    let text = allMatches.isEmpty ? own : post.text ?? ""
    let matches = allMatches.isEmpty ? ownMatches : allMatches
    let scalars = Array(text.unicodeScalars)
    let passage = Snippet.passage(
      around: matches, in: scalars, scalarCount: max(40, min(scalarCount, 1 << 20)))
    let (start, end) = Snippet.widened(passage, in: text)
    var position = start
    for match in matches where match.range.lowerBound >= start && match.range.upperBound <= end {
      append(scalars[position..<match.range.lowerBound], isMatch: false)
      append(scalars[match.range], isMatch: true)
      position = match.range.upperBound
    }
    append(scalars[position..<end], isMatch: false)
    if start > 0 { pieces.insert(Piece(text: "… ", isMatch: false), at: 0) }
    if end < scalars.count {
      pieces.append(Piece(text: pieces.last?.text.last == " " ? "…" : " …", isMatch: false))
    } else if let last = pieces.last, last.text.last == " " {
      pieces[pieces.count - 1].text = String(last.text.dropLast())
    }
  }

  /// The stretch that ``PassageChoice`` takes, cut where a sentence begins or at white space where some is near.
  private static func passage(
    around matches: [SnippetTerms.Match], in scalars: [Unicode.Scalar], scalarCount: Int
  ) -> Range<Int> {
    let place = PassageChoice(matches, in: scalars, scalarCount: scalarCount).start
    let start = start(near: place, in: scalars, limit: scalarCount / 4)
    var end = min(scalars.count, start + scalarCount)
    let last = min(scalars.count, end + 30)
    while end < last, !scalars[end].properties.isWhitespace { end += 1 }
    return start..<end
  }

  /// Where a passage that should begin near a place begins: at a sentence or paragraph, else at a word.
  private static func start(near place: Int, in scalars: [Unicode.Scalar], limit: Int) -> Int {
    guard place > 0 else { return 0 }
    var index = place
    let lowest = max(1, place - limit)
    while index >= lowest {
      let isAfterBlank =
        scalars[index - 1].properties.isWhitespace && !scalars[index].properties.isWhitespace
      if isAfterBlank, index > 1 {
        let before = scalars[index - 2]
        if ".!?\u{2026}\u{3002}\n".unicodeScalars.contains(before) { return index }
      } else if "\u{3002}\u{ff1f}\u{ff01}".unicodeScalars.contains(scalars[index - 1]) {
        return index
      }
      index -= 1
    }
    if place <= limit { return 0 }
    // Only as far back as a long word goes: scripts without blanks are cut where they are.
    var start = place
    while start > place - 30, start > 0, !scalars[start - 1].properties.isWhitespace { start -= 1 }
    return start == place - 30 ? place : start
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
