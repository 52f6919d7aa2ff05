/// Walks over the scalars of a query and knows what ends a word.
struct QueryScanner {
  let scalars: [Unicode.Scalar]
  var offset = 0
  /// How many `thread:{` are open: inside one, `}` ends a word.
  var braceDepth = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  var current: Unicode.Scalar? { scalar(at: offset) }

  func scalar(at index: Int) -> Unicode.Scalar? {
    index < scalars.count ? scalars[index] : nil
  }

  mutating func skipSpace() {
    while let scalar = current, scalar.properties.isWhitespace { offset += 1 }
  }

  /// Whether a word cannot go on at `index`; the empty pair `()` of a function's name does not end it.
  func endsWord(at index: Int, from start: Int) -> Bool {
    guard let scalar = scalar(at: index) else { return true }
    switch scalar {
    case "(": return index == start || self.scalar(at: index + 1) != ")"
    case ")": return index == start || scalars[index - 1] != "(" || index - 1 == start
    case "}": return braceDepth > 0
    default: return scalar.properties.isWhitespace
    }
  }

  /// The scalars from here to the end of the word, without moving.
  func peekWord() -> ArraySlice<Unicode.Scalar> {
    var end = offset
    while !endsWord(at: end, from: offset) { end += 1 }
    return scalars[offset..<end]
  }

  /// The ASCII letters from here to a colon; nil where there is no such name.
  func peekName() -> String? {
    var end = offset
    while let scalar = scalar(at: end), scalar.properties.isAlphabetic, scalar.isASCII { end += 1 }
    guard end > offset, scalar(at: end) == ":" else { return nil }
    return String(Array(scalars[offset..<end]))
  }

  /// Whether a quotation mark stands here.
  var isAtQuotation: Bool {
    current == "\"" || current == "\u{201C}" || current == "\u{201E}"
  }

  /// Reads a quotation from its opening to its closing mark; `\"` and `\\` stand for themselves.
  mutating func quotation() throws(QuerySyntaxError) -> String {
    let start = offset
    let isTypographic = current != "\""
    offset += 1
    var text: [Unicode.Scalar] = []
    while let scalar = current {
      offset += 1
      switch scalar {
      case "\\" where current == "\"" || current == "\\":
        if let escaped = current { text.append(escaped) }
        offset += 1
      case "\"",
        "\u{201C}" where isTypographic, "\u{201D}" where isTypographic:
        try checkAfterQuotation()
        return String(text)
      default: text.append(scalar)
      }
    }
    throw QuerySyntaxError(
      at: start, .unclosedQuotation, hint: "close it, or leave it out to search the words apart")
  }

  private func checkAfterQuotation() throws(QuerySyntaxError) {
    guard let next = current, !next.properties.isWhitespace, next != ")",
      !(next == "}" && braceDepth > 0)
    else { return }
    if next == "*" || next == "~" {
      throw QuerySyntaxError(
        at: offset, .textAfterQuotation, hint: "`\(next)` goes with one word, without quotes")
    }
    throw QuerySyntaxError(at: offset, .textAfterQuotation)
  }
}
