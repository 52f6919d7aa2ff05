/// The parts of a line that a date may be made of.
struct DateToken: Equatable {
  enum Kind: Equatable {
    case number(Int, digits: Int)
    case word(String)
    case mark(UInt8)
  }

  var kind: Kind
  /// Offsets in UTF-8.
  var range: Range<Int>
  /// Whether white space stands before it.
  var isSpaced: Bool

  var number: Int? {
    if case .number(let value, _) = kind { value } else { nil }
  }
  var digits: Int {
    if case .number(_, let digits) = kind { digits } else { 0 }
  }
  /// Whether it can be a day of a month.
  var isDay: Bool {
    if case .number(let value, let digits) = kind {
      digits <= 2 && (1...31).contains(value)
    } else {
      false
    }
  }
  /// Whether it can be a year of four digits.
  var isYear: Bool {
    if case .number(let value, let digits) = kind {
      digits == 4 && (1900...2099).contains(value)
    } else {
      false
    }
  }
  var word: String? {
    if case .word(let word) = kind { word } else { nil }
  }
  func isMark(_ character: Unicode.Scalar) -> Bool { kind == .mark(UInt8(ascii: character)) }

  /// Takes a line apart; words come in lower case.
  ///
  /// - Complexity: Linear. Only the first 400 bytes are looked at: no printed date is longer.
  static func tokens(of text: String) -> [DateToken] {
    let bytes = Array(text.utf8.prefix(400))
    var tokens: [DateToken] = []
    var offset = 0
    var isSpaced = false
    while offset < bytes.count {
      let byte = bytes[offset]
      let start = offset
      if byte <= 0x20 {
        isSpaced = true
        offset += 1
        continue
      }
      if byte == 0xC2, offset + 1 < bytes.count, bytes[offset + 1] == 0xA0 {
        isSpaced = true
        offset += 2
        continue
      }
      if isDigit(byte) {
        var value = 0
        while offset < bytes.count, isDigit(bytes[offset]) {
          value = min(value * 10 + Int(bytes[offset] - 0x30), 99_999_999)
          offset += 1
        }
        tokens.append(
          DateToken(
            kind: .number(value, digits: offset - start), range: start..<offset, isSpaced: isSpaced)
        )
      } else if isLetter(byte) {
        while offset < bytes.count, isLetter(bytes[offset]) { offset += 1 }
        let word = String(decoding: bytes[start..<offset], as: UTF8.self).lowercased()
        tokens.append(DateToken(kind: .word(word), range: start..<offset, isSpaced: isSpaced))
      } else {
        offset += 1
        tokens.append(DateToken(kind: .mark(byte), range: start..<offset, isSpaced: isSpaced))
      }
      isSpaced = false
    }
    return tokens
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isLetter(_ byte: UInt8) -> Bool {
    let small = byte | 0x20
    return small >= 0x61 && small <= 0x7A || byte >= 0x80
  }
}
