/// What a line holds that most lines do not, so that they need no closer look.
struct LineTraits: OptionSet {
  let rawValue: UInt8
  /// A colon.
  static let colon = LineTraits(rawValue: 1)
  /// A byte beyond ASCII.
  static let wide = LineTraits(rawValue: 2)
}

/// Eight bytes of a text that are looked at together, the first of them lowest.
///
/// Marks are the top bits of the bytes that are meant (H. S. Warren, "Hacker's Delight", 2nd edition, 2013, chapter 6).
struct ByteLanes {
  private let word: UInt64

  /// Takes eight bytes in the order of memory on a little-endian machine.
  init(_ word: UInt64) { self.word = word }

  private static let lows: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// Marks the bytes that equal one.
  ///
  /// The lowest mark is right; above it a byte may be marked that differs by one bit.
  func marks(_ byte: UInt8) -> UInt64 {
    let other = word ^ (UInt64(byte) &* ByteLanes.lows)
    return (other &- ByteLanes.lows) & ~other & ByteLanes.tops
  }

  /// Marks bytes beyond ASCII.
  var wideMarks: UInt64 { word & ByteLanes.tops }

  /// How many of the bytes go on with a scalar of UTF-8.
  var continuationCount: Int { (word & ~(word &<< 1) & ByteLanes.tops).nonzeroBitCount }

  /// The first bytes, zeros behind them.
  func prefix(_ count: Int) -> ByteLanes {
    count < 8 ? ByteLanes(word & (1 &<< UInt64(8 * count) &- 1)) : self
  }
}
