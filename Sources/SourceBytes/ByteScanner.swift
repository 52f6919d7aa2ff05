#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Scanning of ASCII structure in bytes of any charset; every offset counts from the start of the span.
extension Span where Element == UInt8 {
  /// Finds the first `byte` in `start..<end`.
  ///
  /// - Complexity: One `memchr`.
  package func firstOffset(of byte: UInt8, from start: Int, to end: Int) -> Int? {
    precondition(start >= 0 && end <= count)
    guard start < end else { return nil }
    return unsafe withUnsafeBufferPointer { buffer -> Int? in
      guard let base = buffer.baseAddress,
        let hit = unsafe memchr(base + start, Int32(byte), end - start)
      else { return nil }
      return unsafe UnsafeRawPointer(hit) - UnsafeRawPointer(base)
    }
  }

  /// Finds the first place of `needle`; 0 for an empty one.
  ///
  /// - Complexity: O(n) in practice, by `memchr`; what is looked for is short.
  package func firstOffset(of needle: Span<UInt8>) -> Int? {
    guard needle.count > 0 else { return 0 }
    // Behind this offset it has no room.
    let end = count - needle.count + 1
    var from = 0
    while from < end, let hit = firstOffset(of: needle[0], from: from, to: end) {
      var matched = 1
      while matched < needle.count, self[hit + matched] == needle[matched] { matched += 1 }
      if matched == needle.count { return hit }
      from = hit + 1
    }
    return nil
  }

  /// The offset behind the line feed that ends the line at `start`, or `end` where there is none.
  package func nextLine(from start: Int, to end: Int) -> Int {
    firstOffset(of: 0x0A, from: start, to: end).map { $0 + 1 } ?? end
  }

  /// Where the last line starts of those that start behind `start` and before `end`; nil where none does.
  ///
  /// - Complexity: One look at each byte of that line.
  package func lastLineStart(after start: Int, before end: Int) -> Int? {
    var index = end - 1
    while index > start {
      if self[index - 1] == 0x0A { return index }
      index -= 1
    }
    return nil
  }

  /// The range of a line without its `\n` or `\r\n`, given where it starts and where the next one does.
  package func lineContent(from start: Int, nextLine next: Int) -> Range<Int> {
    var end = next
    if end > start, self[end - 1] == 0x0A {
      end -= 1
      if end > start, self[end - 1] == 0x0D { end -= 1 }
    }
    return start..<end
  }

  /// Says whether the bytes at `offset` are `text`, letter case included.
  package func hasBytes(_ text: StaticString, at offset: Int) -> Bool {
    let size = text.utf8CodeUnitCount
    guard offset >= 0, offset + size <= count else { return false }
    return text.withUTF8Buffer { expected in
      for index in 0..<size where unsafe expected[index] != self[offset + index] { return false }
      return true
    }
  }

  /// Says whether the bytes at `offset` are `text`, where ASCII letters match in either case.
  ///
  /// - Parameter text: ASCII in lower case.
  /// - Complexity: Eight bytes at a time.
  package func hasBytesIgnoringCase(_ text: StaticString, at offset: Int) -> Bool {
    let size = text.utf8CodeUnitCount
    guard offset >= 0, offset + size <= count else { return false }
    return unsafe withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return size == 0 }
      let expected = unsafe UnsafeRawPointer(text.utf8Start)
      var index = 0
      while index &+ 8 <= size {
        let wanted = unsafe expected.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let found = unsafe base.loadUnaligned(fromByteOffset: offset &+ index, as: UInt64.self)
        if (wanted ^ found) & ~Self.caseBits(wanted) != 0 { return false }
        index &+= 8
      }
      while index < size {
        if unsafe expected.load(fromByteOffset: index, as: UInt8.self)
          != buffer[offset &+ index].asciiLowercased
        {
          return false
        }
        index &+= 1
      }
      return true
    }
  }

  /// The bit in which capitals differ, for each of eight ASCII bytes that is a small letter.
  private static func caseBits(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // The top bit tells whether a byte is at least `a`, and whether it lies behind `z`.
    let isFromA = word &+ (ones &* 0x1F)
    let isBehindZ = word &+ (ones &* 0x05)
    return (isFromA & ~isBehindZ & (ones &* 0x80)) >> 2
  }

  /// Says whether `range` holds exactly `text`, where ASCII letters match in either case.
  ///
  /// - Parameter text: Lower case.
  package func equalsIgnoringCase(_ text: StaticString, in range: Range<Int>) -> Bool {
    range.count == text.utf8CodeUnitCount && hasBytesIgnoringCase(text, at: range.lowerBound)
  }

  /// Says whether the bytes at `offset` are `needle`.
  package func hasBytes(_ needle: [UInt8], at offset: Int) -> Bool {
    guard offset >= 0, offset + needle.count <= count else { return false }
    for index in needle.indices where needle[index] != self[offset + index] { return false }
    return true
  }

  /// Finds the first place of `text` in `range`.
  ///
  /// - Complexity: O(n) in practice; the text is ours and short.
  package func firstOffset(of text: StaticString, in range: Range<Int>) -> Int? {
    let size = text.utf8CodeUnitCount
    guard size > 0 else { return range.lowerBound }
    let first = unsafe text.utf8Start[0]
    var from = range.lowerBound
    while let hit = firstOffset(of: first, from: from, to: range.upperBound) {
      guard hit + size <= range.upperBound else { return nil }
      if hasBytes(text, at: hit) { return hit }
      from = hit + 1
    }
    return nil
  }

  /// Says whether `range` holds visible ASCII alone, and nowhere `excluded`.
  ///
  /// - Parameter excluded: A visible ASCII byte.
  /// - Complexity: Eight bytes at a time.
  package func isVisibleASCII(_ range: Range<Int>, without excluded: UInt8) -> Bool {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    return unsafe withUnsafeBytes { buffer in
      var index = range.lowerBound
      while index &+ 8 <= range.upperBound {
        let word = unsafe buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        // Sums of seven bits never carry into the next byte; the top bit tells whether a byte lies behind the space,
        // whether it is DEL, and whether it differs from the excluded one.
        let low = word & ~tops
        let isBehindSpace = low &+ ones &* 0x5F
        let isDelete = low &+ ones
        let differs = (low ^ (ones &* UInt64(excluded))) &+ ones &* 0x7F
        if (word | ~isBehindSpace | isDelete | ~differs) & tops != 0 { return false }
        index &+= 8
      }
      while index < range.upperBound {
        let byte = unsafe buffer[index]
        if byte <= 0x20 || byte >= 0x7F || byte == excluded { return false }
        index &+= 1
      }
      return true
    }
  }

  /// Takes spaces, tabs and line ends off both ends of `range`.
  package func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, self[start].isASCIIWhitespace { start += 1 }
    while end > start, self[end - 1].isASCIIWhitespace { end -= 1 }
    return start..<end
  }

  /// Copies the bytes of `range`.
  package func bytes(in range: Range<Int>) -> [UInt8] {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBufferPointer { unsafe Array($0[range]) }
  }

  /// Makes a string of the bytes of `range`; what is not UTF-8 becomes U+FFFD.
  package func string(in range: Range<Int>) -> String {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBufferPointer { unsafe String(decoding: $0[range], as: UTF8.self) }
  }
}

extension String {
  /// Whether these ASCII letters stand somewhere; far quicker than `contains`, which goes from character to character.
  package func holds(_ text: StaticString) -> Bool {
    utf8Span.span.firstOffset(of: text, in: 0..<utf8.count) != nil
  }
}

extension Sequence where Element == UInt8 {
  /// The bytes with ASCII capitals turned into small letters: far quicker than lower case of strings, and marks are ASCII.
  @inlinable package var asciiLowercased: [UInt8] { map { $0.asciiLowercased } }
}

extension Array where Element == UInt8 {
  /// Whether these ASCII letters stand somewhere.
  package func holds(_ text: StaticString) -> Bool {
    span.firstOffset(of: text, in: 0..<count) != nil
  }

  /// Copies the bytes of a span.
  public init(copying span: Span<UInt8>) {
    self = unsafe span.withUnsafeBufferPointer { unsafe Array($0) }
  }

  /// Adds the bytes of `range` of a span.
  package mutating func append(contentsOf span: Span<UInt8>, in range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= span.count)
    unsafe span.withUnsafeBufferPointer { unsafe self.append(contentsOf: $0[range]) }
  }
}

extension UInt8 {
  /// The byte with an ASCII capital turned into its small letter.
  @inlinable package var asciiLowercased: UInt8 {
    self >= 0x41 && self <= 0x5A ? self | 0x20 : self
  }

  /// Whether it is a space, tab, line feed, vertical tab, form feed or carriage return.
  @inlinable package var isASCIIWhitespace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }

  /// Whether it is a space or a tab.
  @inlinable package var isBlank: Bool { self == 0x20 || self == 0x09 }

  /// Whether it is one of `0` to `9`.
  @inlinable package var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }

  /// Whether it is one of `A` to `Z` or `a` to `z`.
  @inlinable package var isASCIILetter: Bool {
    let letter = self | 0x20
    return letter >= 0x61 && letter <= 0x7A
  }

  /// The value of a hexadecimal digit in either case.
  @inlinable package var hexadecimalValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x37
    case 0x61...0x66: self - 0x57
    default: nil
    }
  }
}
