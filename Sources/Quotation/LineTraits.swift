internal import SourceBytes

/// What a line holds that most lines do not, so that they need no closer look.
struct LineTraits: OptionSet {
  let rawValue: UInt8
  /// A colon.
  static let colon = LineTraits(rawValue: 1)
  /// A byte beyond ASCII.
  static let wide = LineTraits(rawValue: 2)
  /// A hyphen in front, quote marks and white space left out.
  static let hyphen = LineTraits(rawValue: 4)
}

/// Reads what lines hold, one line after the other.
///
/// What it looks for is searched ahead, so that no byte is looked at twice and most lines cost a comparison.
struct LineTraitsReader {
  private var nextColon = -1
  private var nextWide: Int

  /// Prepares to read a text.
  ///
  /// - Parameter isASCII: Whether it is known to be ASCII alone; false where that is not known.
  init(isASCII: Bool) { nextWide = isASCII ? .max : -1 }

  /// What the line in a range holds; the ranges of later calls must lie behind it.
  ///
  /// - Complexity: Linear in the text over all calls.
  mutating func traits(of line: Range<Int>, in bytes: Span<UInt8>) -> LineTraits {
    let (start, count) = (line.lowerBound, bytes.count)
    if nextColon < start {
      nextColon = bytes.firstOffset(of: ASCII.colon, from: start, to: count) ?? count
    }
    if nextWide < start { nextWide = bytes.firstWideByte(from: start) ?? count }
    var traits: LineTraits = []
    if nextColon < line.upperBound { traits.insert(.colon) }
    if nextWide < line.upperBound { traits.insert(.wide) }
    return traits
  }
}
