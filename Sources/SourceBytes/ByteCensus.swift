/// Which kinds of bytes a text holds; decides the cheapest way to turn it into a string.
package struct ByteCensus: Sendable, Hashable {
  /// Whether a byte of 0x80 or more occurs.
  package private(set) var hasHighBytes = false
  /// Whether a control character other than tab and line feed occurs, carriage return and DEL included.
  package private(set) var hasControls = false

  /// Counts over `bytes`.
  ///
  /// - Complexity: One pass, eight bytes at a time.
  package init(of bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return }
      var high: UInt64 = 0
      var odd: UInt64 = 0
      let wholeCount = buffer.count & ~7
      // No checks within, so that a compiler takes several words at once.
      for offset in Swift.stride(from: 0, to: wholeCount, by: 8) {
        let word = unsafe start.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        high |= word
        odd |= ByteCensus.controlMask(word)
      }
      var last: UInt64 = 0x2020_2020_2020_2020
      for index in wholeCount..<buffer.count { last = last << 8 | UInt64(unsafe buffer[index]) }
      high |= last
      odd |= ByteCensus.controlMask(last)
      hasHighBytes = high & 0x8080_8080_8080_8080 != 0
      hasControls = odd != 0
    }
  }

  /// Marks, by the top bit of each byte, the bytes below 0x20 except tab and line feed, and DEL.
  ///
  /// Exact for bytes below 0x80; bytes above are never marked.
  private static func controlMask(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    let low = word & ~tops
    // Adding to seven bits never carries into the next byte; the top bit tells whether the byte is at least so much.
    let isPrintable = low &+ (ones &* 0x60)
    let isFromTab = low &+ (ones &* 0x77)
    let isBehindFeed = low &+ (ones &* 0x75)
    let isDelete = low &+ ones
    return ((~isPrintable & (~isFromTab | isBehindFeed)) | isDelete) & tops & ~word
  }
}
