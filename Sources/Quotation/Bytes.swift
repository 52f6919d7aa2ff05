/// The bytes that this module looks for.
enum ASCII {
  static let tab: UInt8 = 0x09
  static let newline: UInt8 = 0x0a
  static let space: UInt8 = 0x20
  static let quotationMark: UInt8 = 0x22
  static let hash: UInt8 = 0x23
  static let parenthesis: UInt8 = 0x28
  static let closingParenthesis: UInt8 = 0x29
  static let asterisk: UInt8 = 0x2a
  static let plus: UInt8 = 0x2b
  static let comma: UInt8 = 0x2c
  static let hyphen: UInt8 = 0x2d
  static let period: UInt8 = 0x2e
  static let slash: UInt8 = 0x2f
  static let colon: UInt8 = 0x3a
  static let semicolon: UInt8 = 0x3b
  static let less: UInt8 = 0x3c
  static let equals: UInt8 = 0x3d
  static let greater: UInt8 = 0x3e
  static let at: UInt8 = 0x40
  static let bracket: UInt8 = 0x5b
  static let closingBracket: UInt8 = 0x5d
  static let underscore: UInt8 = 0x5f
  static let backtick: UInt8 = 0x60
  static let brace: UInt8 = 0x7b
  static let pipe: UInt8 = 0x7c
  static let closingBrace: UInt8 = 0x7d
  static let tilde: UInt8 = 0x7e
}

extension UInt8 {
  /// Whether it is a space or a tab.
  var isBlank: Bool { self == ASCII.space || self == ASCII.tab }
  /// Whether it is an ASCII digit.
  var isDigit: Bool { self &- 0x30 < 10 }
  /// Whether it is an ASCII letter.
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  /// Whether it is an ASCII capital letter.
  var isCapital: Bool { self &- 0x41 < 26 }
  /// Whether it is an ASCII small letter.
  var isSmall: Bool { self &- 0x61 < 26 }
  /// Whether it is part of a scalar beyond ASCII.
  var isWide: Bool { self >= 0x80 }
  /// Itself, ASCII capitals as small letters.
  var lowered: UInt8 { isCapital ? self | 0x20 : self }
}

extension [UInt8] {
  /// Whether the bytes from `start` begin with `word`, case and all, and end before `end`.
  func has(_ word: StaticString, at start: Int, before end: Int) -> Bool {
    guard end - start >= word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { wanted in
      for index in 0..<wanted.count where self[start + index] != wanted[index] { return false }
      return true
    }
  }

  /// The same as ``trimmed(_:)`` for a range without line ends, at less cost where ASCII stands at both ends.
  func filled(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start].isBlank { start += 1 }
    while end > start, self[end - 1].isBlank { end -= 1 }
    if start < end, self[start].isWide || self[end - 1].isWide { return trimmed(start..<end) }
    return start..<end
  }

  /// The range without white space at both ends; a no-break space and marks of direction count as white space.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      if self[start].isBlank || self[start] == ASCII.newline {
        start += 1
      } else if isNoBreakSpace(at: start, before: end) {
        start += 2
      } else if self[start] == 0xe2, isDirectionMark(at: start, before: end) {
        start += 3
      } else {
        break
      }
    }
    while end > start {
      if self[end - 1].isBlank || self[end - 1] == ASCII.newline {
        end -= 1
      } else if end - 2 >= start, isNoBreakSpace(at: end - 2, before: end) {
        end -= 2
      } else if end - 3 >= start, self[end - 3] == 0xe2, isDirectionMark(at: end - 3, before: end) {
        end -= 3
      } else {
        break
      }
    }
    return start..<end
  }

  /// Whether U+00A0 stands at `index`.
  func isNoBreakSpace(at index: Int, before end: Int) -> Bool {
    self[index] == 0xc2 && index + 1 < end && self[index + 1] == 0xa0
  }

  /// Whether a mark of direction stands at `index`.
  ///
  /// These are U+200E and U+200F, U+202A to U+202E, U+2066 to U+2069; mail in Hebrew and Arabic has them around names
  /// and addresses.
  func isDirectionMark(at index: Int, before end: Int) -> Bool {
    guard index + 2 < end, self[index] == 0xe2 else { return false }
    let last = self[index + 2]
    return self[index + 1] == 0x80 && (last == 0x8e || last == 0x8f || last >= 0xaa && last <= 0xae)
      || self[index + 1] == 0x81 && last >= 0xa6 && last <= 0xa9
  }

  /// Whether a byte may stand among the next sixteen; false only where it does not.
  ///
  /// - Complexity: Two words.
  func mayHoldInNext16(_ byte: UInt8, from start: Int) -> Bool {
    guard start + 16 <= count else { return true }
    return withUnsafeBytes { bytes in
      let first = UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
      let second = UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: start + 8, as: UInt64.self))
      return ByteLanes(first).marks(byte) | ByteLanes(second).marks(byte) != 0
    }
  }

  /// The text of a range.
  func text(_ range: Range<Int>) -> String {
    String(decoding: self[range], as: UTF8.self)
  }
}

extension Span<UInt8> {
  /// How many bytes a space, tab or no-break space at an offset has; nil where none stands.
  func spaceLength(at index: Int) -> Int? {
    if self[index].isBlank { return 1 }
    return self[index] == 0xc2 && index + 1 < count && self[index + 1] == 0xa0 ? 2 : nil
  }
}
