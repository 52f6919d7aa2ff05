/// Finds what stands between quotation marks, in the manners of several languages.
enum QuotationMarks {
  /// What may close a quotation that a mark opens.
  private static let closers: [Unicode.Scalar: Set<Unicode.Scalar>] = [
    "“": ["”"], "„": ["“", "”"], "«": ["»"], "»": ["«"], "‹": ["›"], "「": ["」"], "『": ["』"],
    "‘": ["’"], "\"": ["\""], "‚": ["‘", "’"],
  ]

  static func find(
    in paragraph: ManuscriptParagraph, countsLines: Bool
  ) -> [FoundQuotation] {
    let scalars = Array(paragraph.text.unicodeScalars)
    var ranges: [(inner: Range<Int>, outer: Range<Int>)] = []
    // Marks that nothing closes from here on: they need not be looked at again.
    var unclosed: Set<Unicode.Scalar> = []
    var index = 0
    while index < scalars.count {
      guard opens(scalars, index), let closing = closers[scalars[index]],
        !unclosed.contains(scalars[index])
      else {
        index += 1
        continue
      }
      guard let close = end(of: index, in: scalars, closing) else {
        unclosed.insert(scalars[index])
        index += 1
        continue
      }
      ranges.append((index + 1..<close, index..<min(close + 1, scalars.count)))
      index = close + 1
    }
    var line = 0
    var counted = 0
    return ranges.enumerated().map { place, range in
      line += scalars[counted..<range.inner.lowerBound].count { $0 == "\n" }
      counted = range.inner.lowerBound
      let next = place + 1 < ranges.count ? ranges[place + 1].outer.lowerBound : scalars.count
      return FoundQuotation(
        text: folded(scalars[range.inner]), number: paragraph.number + (countsLines ? line : 0),
        isBlock: false,
        context: context(scalars, range.outer, to: next))
    }
  }

  private static func opens(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    let scalar = scalars[index]
    guard closers[scalar] != nil, index + 1 < scalars.count else { return false }
    let next = scalars[index + 1]
    guard !next.properties.isWhitespace else { return false }
    let before = index > 0 ? scalars[index - 1] : " "
    switch scalar {
    case "\"", "‘", "»", "‚":
      return before.properties.isWhitespace || "([{—–-/*_“«".unicodeScalars.contains(before)
    default: return true
    }
  }

  /// The index of the mark that closes; the end of the paragraph for a double mark that nothing closes.
  private static func end(
    of start: Int, in scalars: [Unicode.Scalar], _ closing: Set<Unicode.Scalar>
  ) -> Int? {
    let opening = scalars[start]
    var depth = 0
    for index in (start + 1)..<scalars.count {
      let scalar = scalars[index]
      if scalar == opening, !closing.contains(opening) {
        depth += 1
      } else if closing.contains(scalar) {
        if scalar == "’" || scalar == "\"" {
          // An apostrophe, or a mark that opens again.
          let next = index + 1 < scalars.count ? scalars[index + 1] : " "
          if QuotedWords.isLetter(next) { continue }
          if scalars[index - 1].properties.isWhitespace { continue }
        }
        if depth == 0 { return index }
        depth -= 1
      }
    }
    return opening == "“" || opening == "„" || opening == "«" ? scalars.count : nil
  }

  /// The sentence around a quotation, up to the quotation behind it.
  private static func context(
    _ scalars: [Unicode.Scalar], _ outer: Range<Int>, to next: Int
  ) -> FoundQuotation.Context {
    let start = max(0, outer.lowerBound - 2000)
    let (before, earlier) = lastSentence(of: folded(scalars[start..<outer.lowerBound]))
    // A quotation that ends its sentence inside the marks has nothing behind it but a reference in parentheses.
    let last = outer.count > 2 ? scalars[outer.upperBound - 2] : " "
    let rest = scalars[outer.upperBound..<max(outer.upperBound, min(next, outer.upperBound + 1000))]
    let trimmed = rest.drop { $0.properties.isWhitespace }
    let startsLower = trimmed.first?.properties.isLowercase == true
    let isReference = trimmed.first == "(" || trimmed.first == "[" || trimmed.first == "—"
    var after = ""
    if isReference || startsLower || !".?!".unicodeScalars.contains(last) || before.isEmpty {
      after = firstSentence(of: folded(rest))
    }
    return FoundQuotation.Context(before: before, after: after, earlier: earlier)
  }

  /// A text parted before its last sentence; one that ends in a stop is all earlier, but where a colon leads on.
  static func lastSentence(of text: String) -> (last: String, earlier: String) {
    let scalars = Array(text.unicodeScalars)
    var start = 0
    for index in scalars.indices where endsSentence(scalars, index) { start = index + 1 }
    if start >= scalars.count {
      // The paragraph before a block may end with a stop and still lead to it.
      start = scalars.indices.dropLast(2).last { endsSentence(scalars, $0) }.map { $0 + 1 } ?? 0
    }
    func part(_ slice: ArraySlice<Unicode.Scalar>) -> String { folded(slice) }
    return (part(scalars[start...]), part(scalars[..<start]))
  }

  private static func firstSentence(of text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    let end = scalars.indices.first { endsSentence(scalars, $0) } ?? scalars.count
    return folded(scalars[..<end])
  }

  /// A stop after a word of some length, then a blank and a capital.
  private static func endsSentence(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard ".?!".unicodeScalars.contains(scalars[index]) else { return false }
    if scalars[index] == "." {
      // A stop behind closing marks ends what they closed; behind a short word it may only shorten it.
      var end = index
      while end > 0, "”\"’)»“".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
      let word = scalars[..<end].reversed().prefix { QuotedWords.isLetter($0) }.count
      guard word > 2 || end < index || index == 0 else { return false }
    }
    var next = index + 1
    while next < scalars.count, "”\"’)»".unicodeScalars.contains(scalars[next]) { next += 1 }
    guard next < scalars.count else { return true }
    guard scalars[next].properties.isWhitespace else { return false }
    let after = scalars[next...].first { !$0.properties.isWhitespace }
    return after.map { !$0.properties.isLowercase } ?? true
  }

  private static func folded(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars)).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}
