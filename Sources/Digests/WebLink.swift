/// Addresses of the web in text.
enum WebLink {
  /// The link where it is one of `http` or `https` without signs that have no place in it.
  static func checked(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard let start = schemeEnd(bytes, at: 0), start < bytes.count,
      bytes.allSatisfy({ isLinkByte($0) || $0 >= 0x80 }),
      text.unicodeScalars.allSatisfy({ DisplayText.isShown($0) && !DisplayText.isSpace($0) })
    else { return nil }
    return text
  }

  /// A run of text, or a link in it.
  enum Piece: Hashable {
    case text(String)
    case link(String)
  }

  /// Splits text around the links in it.
  ///
  /// - Complexity: Linear.
  static func split(_ text: String) -> [Piece] {
    let bytes = Array(text.utf8)
    var pieces: [Piece] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      let isAtWord = index == 0 || !isWordByte(bytes[index - 1])
      guard isAtWord, let body = schemeEnd(bytes, at: index) else {
        index += 1
        continue
      }
      var end = body
      while end < bytes.count, isLinkByte(bytes[end]) { end += 1 }
      end = withoutTail(bytes, from: index, to: end)
      guard end > body else {
        index = body
        continue
      }
      // A link between `<` and `>` stands for both.
      let isBracketed =
        index > start && bytes[index - 1] == UInt8(ascii: "<") && end < bytes.count
        && bytes[end] == UInt8(ascii: ">")
      let before = isBracketed ? index - 1 : index
      if start < before {
        pieces.append(.text(String(decoding: bytes[start..<before], as: UTF8.self)))
      }
      pieces.append(.link(String(decoding: bytes[index..<end], as: UTF8.self)))
      start = isBracketed ? end + 1 : end
      index = start
    }
    if start < bytes.count {
      pieces.append(.text(String(decoding: bytes[start...], as: UTF8.self)))
    }
    return pieces
  }

  /// Drops the stops and closing brackets that belong to the sentence around a link.
  private static func withoutTail(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
    var end = end
    var opened = bytes[start..<end].count { $0 == UInt8(ascii: "(") }
    var closed = bytes[start..<end].count { $0 == UInt8(ascii: ")") }
    while end > start {
      let byte = bytes[end - 1]
      if byte == UInt8(ascii: ")"), closed > opened {
        closed -= 1
      } else if !".,;:!?'*_]".utf8.contains(byte) {
        return end
      }
      if byte == UInt8(ascii: "(") { opened -= 1 }
      end -= 1
    }
    return end
  }

  private static func schemeEnd(_ bytes: [UInt8], at index: Int) -> Int? {
    for scheme in ["http://", "https://"] {
      let end = index + scheme.utf8.count
      if end <= bytes.count,
        zip(bytes[index..<end], scheme.utf8).allSatisfy({ $0 | 0x20 == $1 | 0x20 })
      {
        return end
      }
    }
    return nil
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: true
    default: false
    }
  }

  private static func isLinkByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B, 0x7C, 0x7D: false
    default: (0x21...0x7E).contains(byte)
    }
  }
}
