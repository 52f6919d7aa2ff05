private import SourceBytes

/// Encoded words (RFC 2047) that archivers left in names and subjects.
enum EncodedWords {
  /// Decodes every encoded word; white space between two of them goes away (§6.2).
  static func decoded(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.count > 7, text.contains("=?") else { return text }
    var result: [UInt8] = []
    var offset = 0
    var lastEnd = -1
    while offset < bytes.count {
      if bytes[offset] == 0x3D, let (word, end) = word(bytes, at: offset) {
        if lastEnd >= 0, bytes[lastEnd..<offset].allSatisfy({ $0 <= 0x20 }) {
          result.removeLast(offset - lastEnd)
        }
        result.append(contentsOf: word.utf8)
        offset = end
        lastEnd = end
      } else {
        result.append(bytes[offset])
        offset += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func word(_ bytes: [UInt8], at offset: Int) -> (String, Int)? {
    guard offset + 1 < bytes.count, bytes[offset + 1] == 0x3F else { return nil }
    let limit = min(bytes.count, offset + 1000)
    var marks: [Int] = []
    var position = offset + 2
    while position < limit, marks.count < 3 {
      if bytes[position] == 0x3F { marks.append(position) }
      if marks.count < 2, bytes[position] <= 0x20 { return nil }
      position += 1
    }
    guard marks.count == 3, position < bytes.count, bytes[position] == 0x3D,
      marks[1] == marks[0] + 2
    else { return nil }
    let label = String(decoding: bytes[offset + 2..<marks[0]].prefix { $0 != 0x2A }, as: UTF8.self)
    let content = bytes[marks[1] + 1..<marks[2]]
    let method = bytes[marks[0] + 1] | 0x20
    guard method == 0x71 || method == 0x62 else { return nil }
    let decoded = method == 0x71 ? quotedPrintable(content) : base64(content)
    let text = Charset(label).decode(decoded.span).text
    return (text, position + 1)
  }

  private static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var offset = bytes.startIndex
    while offset < bytes.endIndex {
      if bytes[offset] == 0x3D, offset + 2 < bytes.endIndex,
        let value = UInt8(
          String(decoding: bytes[offset + 1...offset + 2], as: UTF8.self), radix: 16)
      {
        result.append(value)
        offset += 3
      } else {
        result.append(bytes[offset] == 0x5F ? 0x20 : bytes[offset])
        offset += 1
      }
    }
    return result
  }

  private static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var buffer: UInt32 = 0
    var bitCount: UInt32 = 0
    for byte in bytes {
      let value: UInt32
      switch byte {
      case 0x41...0x5A: value = UInt32(byte) - 0x41
      case 0x61...0x7A: value = UInt32(byte) - 0x47
      case 0x30...0x39: value = UInt32(byte) + 4
      case 0x2B: value = 62
      case 0x2F: value = 63
      default: continue
      }
      buffer = (buffer << 6 | value) & 0xFFFFFF
      bitCount += 6
      if bitCount >= 8 {
        bitCount -= 8
        result.append(UInt8((buffer >> bitCount) & 0xFF))
      }
    }
    return result
  }
}
