internal import Discussion
internal import SourceBytes

/// One line of a text, and what has been found out about it.
struct TextLine {
  /// Byte offsets in the text: the first byte, the first behind the quote marks, the end without newline.
  var start: Int
  var content: Int
  var end: Int
  /// What stands behind the marks, without white space around it.
  var filled: Range<Int>
  /// What bytes it holds, marks and all.
  var traits: LineTraits = []
  /// The scalar offset of the first byte.
  var scalarStart: Int
  /// How many quote marks it has.
  var depth = 0
  /// Whether nothing but white space follows the marks.
  var isBlank = true
  /// Whether its marks stand far from the margin.
  var isIndented = false
  /// How deep it is quoted besides, below "-----Original Message-----" and its like.
  var unmarkedDepth = 0
  /// What it is; settled lines are not looked at again.
  var kind = Block.Kind.own
  var isSettled = false
  /// Whether a new block starts here, whatever the line before is.
  var startsBlock = false
  /// Whether it is the last line of an attribution, which passes its name on.
  var isAttributionEnd = false
  /// Whether the attribution speaks of words at its own depth, as when a whole post is quoted with it.
  var isAboveSameDepth = false
  /// Whether it lies outside of what is quoted without marks around it.
  var isFinal = false
  /// Where its label ends when its mark is of the form `AB>`.
  var labelEnd: Int?
  /// The place in ``LineTable/names`` of the name that it gives as an attribution.
  var name: Int?

  /// An empty line at a place in the text.
  init(start: Int, scalarStart: Int) {
    self.start = start
    content = start
    end = start
    filled = start..<start
    self.scalarStart = scalarStart
  }
}

/// A text as lines: the workbench on which the passes of ``BlockSplitter`` mark what each line is.
struct LineTable {
  /// The text as UTF-8.
  let bytes: [UInt8]
  /// Its lines; the last one may be empty.
  var lines: [TextLine] = []
  /// Whether any line has quote marks, and whether any has marks with a label.
  var hasMarks = false
  private(set) var hasLabels = false
  /// The bytes that its lines begin with, quote marks and white space left out.
  private(set) var firstBytes = ASCIISet()
  /// How many scalars the text has.
  private(set) var scalarCount = 0
  /// The names that attributions give, in the order in which they were found.
  var names: [String] = []
  /// How deep the text lies from a line on, where the marks do not show it; in order of lines.
  var unmarkedQuotes: [UnmarkedQuote] = []

  /// A stretch that quotes without marks.
  struct UnmarkedQuote {
    /// The first line, and the line behind the last.
    var start: Int
    var end: Int
    /// What is added to the depth of the marks.
    var depth: Int
    /// Whether a message is passed on rather than answered.
    var isForward: Bool
    /// The place in ``LineTable/names`` of who is quoted.
    var name: Int?
  }

  /// Parts a text into lines and reads their quote marks.
  ///
  /// - Complexity: One pass over the text.
  init(_ text: String) {
    let bytes = Array(text.utf8)
    self.bytes = bytes
    lines.reserveCapacity(bytes.count / 24 + 1)
    let span = bytes.span
    var reader = LineTraitsReader(isASCII: text.utf8Span.isKnownASCII)
    var start = 0
    var scalars = 0
    while start < span.count {
      var line = TextLine(start: start, scalarStart: scalars)
      line.end = span.firstOffset(of: ASCII.newline, from: start, to: span.count) ?? span.count
      line.traits = reader.traits(of: start..<line.end, in: span)
      scalars +=
        line.traits.contains(.wide) ? span.scalarCount(start..<line.end) : line.end - start
      if line.end < span.count { scalars += 1 }
      if QuoteMark.mayStand(in: bytes, from: start, to: line.end) {
        let mark = QuoteMark(in: bytes, from: start, to: line.end)
        hasMarks = hasMarks || mark.depth > 0
        hasLabels = hasLabels || mark.labelEnd != nil
        (line.content, line.depth) = (mark.content, mark.depth)
        (line.isIndented, line.labelEnd) = (mark.isIndented, mark.labelEnd)
      }
      line.filled = bytes.filled(line.content..<line.end)
      line.isBlank = line.filled.isEmpty
      if !line.isBlank {
        let first = bytes[line.filled.lowerBound]
        firstBytes.insert(first)
        if first == ASCII.hyphen { line.traits.insert(.hyphen) }
      }
      lines.append(line)
      start = line.end + 1
    }
    scalarCount = scalars
  }

  /// The bytes of a line behind its marks, without white space around them.
  func content(_ index: Int) -> Range<Int> { lines[index].filled }

  /// Says that what a line holds begins at another place than its marks told.
  mutating func setContent(of index: Int, to start: Int) {
    lines[index].content = start
    lines[index].filled = bytes.trimmed(start..<lines[index].end)
  }

  /// The next line that is not blank, at most `reach` lines on.
  func nextFilled(after index: Int, reach: Int = 3) -> Int? {
    var next = index + 1
    while next < lines.count, next <= index + reach {
      if !lines[next].isBlank { return next }
      next += 1
    }
    return nil
  }

  /// The line before that is not blank, at most `reach` lines back.
  func previousFilled(before index: Int, reach: Int = 3) -> Int? {
    var previous = index - 1
    while previous >= 0, previous >= index - reach {
      if !lines[previous].isBlank { return previous }
      previous -= 1
    }
    return nil
  }

  /// Settles lines as one kind.
  mutating func settle(_ range: Range<Int>, as kind: Block.Kind) {
    for index in range {
      lines[index].kind = kind
      lines[index].isSettled = true
    }
  }

  /// Whether a line is still taken for the author's own words.
  func isOwn(_ index: Int) -> Bool {
    !lines[index].isSettled && lines[index].depth == 0 && lines[index].unmarkedDepth == 0
  }
}
