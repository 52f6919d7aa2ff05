/// Makes text of what only looks like markup, before libxml2 would drop it.
///
/// Archivers of the nineties wrote bodies without escaping them: `Ada <ada@example.org>`, `if a <b`,
/// `<http://example.org/>`. A `<` stays markup only where a name follows that ends as a tag's name can
/// end (HTML Living Standard §13.2.5.8, narrowed); script, style and comments are left alone.
struct MarkupMender {
  /// The most bytes of the value of an attribute; libxml2 takes thrice as many for it.
  static let valueByteLimit = 8 << 20

  private let bytes: [UInt8]
  private let limit: Int
  private var result: [UInt8] = []
  /// Ends that were looked for to the end of the page in vain; a second search would be quadratic.
  private var missing: Set<String> = []

  /// Mends the first `byteCount` bytes.
  ///
  /// - Complexity: Linear; each byte is looked at a fixed number of times.
  static func mend(_ bytes: [UInt8], byteCount: Int) -> [UInt8] {
    var mender = MarkupMender(bytes: bytes, limit: byteCount)
    mender.run()
    return mender.result
  }

  /// Drops the control characters that XML 1.0 §2.2 forbids and real exports have.
  static func withoutControls(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: isForbidden) else { return bytes }
    return bytes.filter { !isForbidden($0) }
  }

  private static func isForbidden(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
  }

  private init(bytes: [UInt8], limit: Int) {
    self.bytes = bytes
    self.limit = limit
    result.reserveCapacity(limit + 64)
  }

  private mutating func run() {
    var offset = 0
    // Where the tag that is open began, or its last quotation mark stands.
    var sign: Int?
    while offset < limit {
      let byte = bytes[offset]
      if byte != 0x3C {
        offset += 1
        if let last = sign {
          if byte == 0x3E {
            sign = nil
          } else if byte == 0x22 || byte == 0x27 {
            sign = offset
          } else if offset - last > Self.valueByteLimit {
            // Larger than any image that a page holds as text: the end of the value goes.
            continue
          }
        }
        result.append(byte == 0 ? 0x20 : byte)
      } else if let end = rawEnd(from: offset) {
        for position in offset..<end {
          result.append(bytes[position] == 0 ? 0x20 : bytes[position])
        }
        offset = end
      } else {
        if opensTag(at: offset) {
          sign = offset
          result.append(byte)
        } else {
          result.append(contentsOf: [0x26, 0x6C, 0x74, 0x3B])
        }
        offset += 1
      }
    }
  }

  /// The end of a comment, or of a script or style without its end tag, that starts at `offset`.
  private mutating func rawEnd(from offset: Int) -> Int? {
    if matches("<!--", at: offset) {
      // A comment that never ends is left to libxml2.
      return find("-->", from: offset + 4).map { $0 + 3 }
    }
    for name in ["script", "style"] where matches("<" + name, at: offset) {
      let after = offset + 1 + name.utf8.count
      guard after < limit, !Self.isNameByte(bytes[after]) else { continue }
      return find("</" + name, from: after)
    }
    return nil
  }

  private func opensTag(at offset: Int) -> Bool {
    var position = offset + 1
    guard position < limit else { return false }
    if bytes[position] == 0x21 || bytes[position] == 0x3F { return true }
    if bytes[position] == 0x2F { position += 1 }
    guard position < limit, ASCII.isLetter(bytes[position]) else { return false }
    let start = position
    while position < limit, position - start <= 64, Self.isNameByte(bytes[position]) {
      position += 1
    }
    guard position < limit, position - start <= 64, bytes[position - 1] != 0x3A else {
      return false
    }
    let next = bytes[position]
    return ASCII.isSpace(next) || next == 0x3E || next == 0x2F
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || (byte >= 0x30 && byte <= 0x3A) || byte == 0x2D || byte == 0x5F
  }

  private func matches(_ text: String, at offset: Int) -> Bool {
    let count = text.utf8.count
    guard offset + count <= limit, bytes[offset] == text.utf8.first else { return false }
    return ASCII.equal(bytes[offset..<offset + count], text)
  }

  private mutating func find(_ text: String, from offset: Int) -> Int? {
    guard !missing.contains(text) else { return nil }
    var position = offset
    while position < limit {
      if matches(text, at: position) { return position }
      position += 1
    }
    missing.insert(text)
    return nil
  }
}
