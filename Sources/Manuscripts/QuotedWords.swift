/// A quotation or a post as words to compare: typography, marks and capitals set aside.
public struct QuotedWords: Sendable, Hashable {
  /// One step of a quotation.
  public enum Token: Sendable, Hashable {
    /// A word: as compared, and as it stands.
    case word(String, shown: String)
    /// An ellipsis: words of the source are left out here.
    case gap
    /// Words in brackets that an editor put in.
    case insertion(String)
  }

  /// The steps in order.
  public private(set) var tokens: [Token] = []
  /// For each step where it lies, in Unicode scalars.
  public private(set) var ranges: [Range<Int>] = []

  /// How many words there are.
  public var wordCount: Int {
    tokens.count { if case .word = $0 { true } else { false } }
  }

  /// The words as compared.
  public var words: [String] {
    tokens.compactMap { if case .word(let word, _) = $0 { word } else { nil } }
  }

  /// The words that stand one after another, without gaps and insertions between.
  public var runs: [[String]] {
    var runs: [[String]] = [[]]
    for token in tokens {
      if case .word(let word, _) = token {
        runs[runs.count - 1].append(word)
      } else {
        runs.append([])
      }
    }
    return runs.filter { !$0.isEmpty }
  }

  /// Adds words that lie further on in the same text.
  mutating func append(_ words: QuotedWords, movedBy offset: Int) {
    tokens += words.tokens
    ranges += words.ranges.map { ($0.lowerBound + offset)..<($0.upperBound + offset) }
  }

  /// Takes a text apart.
  ///
  /// - Parameter isManuscript: Whether ellipses and brackets are an editor's; in posts they are the author's own.
  /// - Complexity: Linear.
  public init(_ scalars: [Unicode.Scalar], isManuscript: Bool) {
    var index = 0
    while index < scalars.count {
      if isManuscript, let end = QuotedWords.ellipsisEnd(scalars, index) {
        if tokens.last != .gap { add(.gap, index..<end) }
        index = end
      } else if isManuscript, scalars[index] == "[", let end = bracketEnd(scalars, index) {
        index = end
      } else if QuotedWords.isWordPart(scalars, index) {
        index = addWord(scalars, index, isManuscript)
      } else {
        index += 1
      }
    }
  }

  /// Takes a text apart.
  public init(_ text: String, isManuscript: Bool) {
    self.init(Array(text.unicodeScalars), isManuscript: isManuscript)
  }

  /// Takes over steps that were made before, of one count.
  mutating func replace(tokens: [Token], ranges: [Range<Int>]) {
    self.tokens = tokens
    self.ranges = ranges
  }

  private mutating func add(_ token: Token, _ range: Range<Int>) {
    tokens.append(token)
    ranges.append(range)
  }

  /// Reads a word, through brackets inside it as in `[t]he`.
  private mutating func addWord(
    _ scalars: [Unicode.Scalar], _ start: Int, _ isManuscript: Bool
  ) -> Int {
    var index = start
    // Nearly all words are letters and digits of ASCII.
    var bytes: [UInt8] = []
    var hasCapitals = false
    while index < scalars.count, case let value = scalars[index].value, value < 0x80,
      QuotedWords.isLetter(scalars[index])
    {
      if (0x41...0x5a).contains(value) { hasCapitals = true }
      bytes.append(UInt8(value))
      index += 1
    }
    if index == scalars.count || QuotedWords.endsPlainWord(scalars[index]) {
      let shown = String(decoding: bytes, as: UTF8.self)
      if hasCapitals {
        for place in bytes.indices where (0x41...0x5a).contains(bytes[place]) {
          bytes[place] |= 0x20
        }
      }
      add(
        .word(hasCapitals ? String(decoding: bytes, as: UTF8.self) : shown, shown: shown),
        start..<index)
      return index
    }
    index = start
    var word = String.UnicodeScalarView()
    while index < scalars.count {
      if QuotedWords.isWordPart(scalars, index) {
        word.append(scalars[index])
        index += 1
        if QuotedWords.isUnspaced(scalars[index - 1]) { break }
        if index < scalars.count, QuotedWords.isUnspaced(scalars[index]) { break }
      } else if isManuscript, scalars[index] == "]" || scalars[index] == "[",
        index + 1 < scalars.count, QuotedWords.isWordPart(scalars, index + 1), index > start
      {
        index += 1
      } else {
        break
      }
    }
    let shown = String(word)
    add(.word(QuotedWords.folded(shown), shown: shown), start..<index)
    return index
  }

  /// Reads `[…]`, `[sic]`, `[their]` and the first letter in `[T]he`; nil where the bracket never closes.
  private mutating func bracketEnd(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
    let limit = min(scalars.count, start + 160)
    guard let close = scalars[start..<limit].firstIndex(of: "]") else { return nil }
    let inner = Array(scalars[(start + 1)..<close])
    if let end = QuotedWords.ellipsisEnd(inner, 0), end == inner.count { return gap(start, close) }
    if inner.allSatisfy({ "-–— .…".unicodeScalars.contains($0) }) { return gap(start, close) }
    let isInWord =
      inner.count <= 3 && close + 1 < scalars.count
      && QuotedWords.isWordPart(scalars, close + 1) && inner.allSatisfy(\.properties.isAlphabetic)
    if isInWord {
      var word = String.UnicodeScalarView(inner)
      var index = close + 1
      while index < scalars.count, QuotedWords.isWordPart(scalars, index) {
        word.append(scalars[index])
        index += 1
      }
      add(.word(QuotedWords.folded(String(word)), shown: String(word)), start..<index)
      return index
    }
    let text = String(String.UnicodeScalarView(inner))
    // Notes on the quotation stand for no words of the source.
    if !["sic", "sic!", "!", "emphasis mine", "emphasis added"].contains(text.lowercased()) {
      add(.insertion(text), start..<(close + 1))
    }
    return close + 1
  }

  private mutating func gap(_ start: Int, _ close: Int) -> Int {
    if tokens.last != .gap { add(.gap, start..<(close + 1)) }
    return close + 1
  }

  /// The end of `…`, `...`, `. . .` and their like in parentheses.
  private static func ellipsisEnd(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
    var index = start
    let isInParentheses = scalars[start] == "("
    if isInParentheses { index += 1 }
    var stops = 0
    while index < scalars.count {
      if scalars[index] == "…" {
        stops += 3
      } else if scalars[index] == "." {
        stops += 1
      } else if scalars[index] != " " || stops == 0 || index + 1 == scalars.count
        || scalars[index + 1] != "."
      {
        break
      }
      index += 1
    }
    guard stops >= 3 else { return nil }
    if isInParentheses {
      guard index < scalars.count, scalars[index] == ")" else { return nil }
      return index + 1
    }
    return index
  }

  /// Letters, digits, and apostrophes between letters.
  private static func isWordPart(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    let scalar = scalars[index]
    if isLetter(scalar) { return true }
    guard scalar == "'" || scalar == "’" || scalar == "ʼ" || scalar == "\u{ad}" else {
      return false
    }
    return index > 0 && index + 1 < scalars.count && isLetter(scalars[index - 1])
      && isLetter(scalars[index + 1])
  }

  /// Whether a sign ends a word whatever follows it: ASCII, and neither an apostrophe nor a bracket.
  private static func endsPlainWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80 && scalar != "'" && scalar != "[" && scalar != "]"
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
    case 0..<0x80: false
    default:
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark
    }
  }

  /// Han, Hiragana and Katakana, where each sign is compared on its own.
  static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3040...0x30ff, 0x3400...0x4dbf, 0x4e00...0x9fff, 0xf900...0xfaff, 0x20000...0x3fffd:
      true
    default: false
    }
  }

  /// Lower case, plain apostrophes, ligatures taken apart, soft hyphens gone.
  static func folded(_ word: String) -> String {
    var isPlain = true
    for byte in word.utf8 where byte >= 0x80 || (0x41...0x5a).contains(byte) { isPlain = false }
    if isPlain { return word }
    var output = ""
    for scalar in word.unicodeScalars {
      switch scalar {
      case "’", "ʼ": output += "'"
      case "\u{ad}": continue
      case "ﬀ": output += "ff"
      case "ﬁ": output += "fi"
      case "ﬂ": output += "fl"
      case "ﬃ": output += "ffi"
      case "ﬄ": output += "ffl"
      default: output += scalar.properties.lowercaseMapping
      }
    }
    return output
  }
}
