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
    unsafe bytes.withUnsafeBufferPointer { buffer in
      var high: UInt64 = 0
      var index = 0
      let raw = UnsafeRawBufferPointer(buffer)
      var odd: UInt64 = 0
      while index + 8 <= buffer.count {
        let word = unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        high |= word
        odd |= ByteCensus.controlMask(word)
        index += 8
      }
      var last: UInt64 = 0x2020_2020_2020_2020
      while index < buffer.count {
        last = last << 8 | UInt64(unsafe buffer[index])
        index += 1
      }
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
    // Adding to seven bits never carries into the next byte.
    let notControl = low &+ (ones &* 0x60)  // top bit set when the byte is 0x20 or more
    let isDelete = low &+ ones  // top bit set when it is 0x7F
    // Most words hold nothing but letters, blanks and high bytes.
    if (~notControl | isDelete) & tops & ~word == 0 { return 0 }
    let notTab = ((low ^ (ones &* 0x09)) &+ (ones &* 0x7F))  // top bit set when it is not a tab
    let notFeed = ((low ^ (ones &* 0x0A)) &+ (ones &* 0x7F))
    return ((~notControl & notTab & notFeed) | isDelete) & tops & ~word
  }
}
