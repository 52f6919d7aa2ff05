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
}

extension Span<UInt8> {
  /// The eight bytes from an offset on, which must not reach behind the end.
  func lanes(at offset: Int) -> ByteLanes {
    precondition(offset >= 0 && offset &+ 8 <= count)
    let word = bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
    return ByteLanes(UInt64(littleEndian: word))
  }

  /// The offset of the first byte beyond ASCII.
  ///
  /// - Complexity: 32 bytes at a time.
  func firstWideByte(from start: Int) -> Int? {
    var index = start
    while index &+ 32 <= count {
      let first = lanes(at: index).wideMarks | lanes(at: index &+ 8).wideMarks
      let second = lanes(at: index &+ 16).wideMarks | lanes(at: index &+ 24).wideMarks
      if first | second != 0 { break }
      index &+= 32
    }
    while index &+ 8 <= count, lanes(at: index).wideMarks == 0 { index &+= 8 }
    while index < count, !self[index].isWide { index += 1 }
    return index < count ? index : nil
  }

  /// How many scalars of UTF-8 begin in a range.
  ///
  /// - Complexity: Eight bytes at a time.
  func scalarCount(_ range: Range<Int>) -> Int {
    var index = range.lowerBound
    var continuations = 0
    while index &+ 8 <= range.upperBound {
      continuations += lanes(at: index).continuationCount
      index &+= 8
    }
    while index < range.upperBound {
      continuations += self[index] & 0xc0 == 0x80 ? 1 : 0
      index += 1
    }
    return range.count - continuations
  }
}
