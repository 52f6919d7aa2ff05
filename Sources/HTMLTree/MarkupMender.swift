private import SourceBytes

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
  /// Where what was not handed on yet begins.
  private var start = 0
  /// Ends that were looked for to the end of the page in vain; a second search would be quadratic.
  private var missing: Set<String> = []

  /// Mends the first `byteCount` bytes.
  ///
  /// - Complexity: Linear; each byte is looked at a fixed number of times.
  static func mend(_ bytes: [UInt8], byteCount: Int) -> [UInt8] {
    var mender = MarkupMender(
      bytes: bytes.span.firstOffset(of: 0, from: 0, to: bytes.count) != nil
        ? bytes.map { $0 == 0 ? 0x20 : $0 } : bytes, limit: byteCount)
    mender.run()
    return mender.finish()
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
  }

  private mutating func run() {
    var offset = 0
    // Where the tag that is open began, or its last quotation mark stands.
    var sign: Int?
    while true {
      if let last = sign { (offset, sign) = passTag(from: offset, sign: last) }
      guard let tag = next(0x3C, from: offset) else { return }
      offset = tag + 1
      if let end = rawEnd(from: tag) {
        offset = end
      } else if opensTag(at: tag) {
        sign = tag
      } else {
        replace(tag..<tag + 1, with: [0x26, 0x6C, 0x74, 0x3B])
      }
    }
  }

  /// Most pages need nothing, and are handed on as they are.
  private consuming func finish() -> [UInt8] {
    if start == 0 { return limit == bytes.count ? bytes : Array(bytes[..<limit]) }
    result.append(contentsOf: bytes[start..<limit])
    return result
  }

  private mutating func replace(_ range: Range<Int>, with text: [UInt8]) {
    if result.isEmpty { result.reserveCapacity(limit + 64) }
    result.append(contentsOf: bytes[start..<range.lowerBound])
    result.append(contentsOf: text)
    start = range.upperBound
  }

  /// The offset of the next byte of a value.
  private func next(_ byte: UInt8, from offset: Int) -> Int? {
    bytes.span.firstOffset(of: byte, from: min(offset, limit), to: limit)
  }

  /// Goes on in an open tag, to behind its `>` or to the next `<`, which it may hold in a value.
  ///
  /// - Returns: Where to go on, and the sign where the tag is open still.
  private mutating func passTag(from offset: Int, sign: Int) -> (offset: Int, sign: Int?) {
    var sign = sign
    var position = offset
    while true {
      position = nextSign(from: position, to: min(limit, sign + Self.valueByteLimit + 1))
      guard position < limit else { return (position, sign) }
      switch bytes[position] {
      case 0x3C: return (position, sign)
      case 0x3E: return (position + 1, nil)
      case 0x22, 0x27:
        sign = position
        position += 1
      default:
        // Larger than any image that a page holds as text: the end of the value goes.
        let start = position
        position = nextSign(from: position, to: limit)
        replace(start..<position, with: [])
      }
    }
  }

  /// The offset of the next `<`, `>` or quotation mark, or `end` where there is none before.
  private func nextSign(from start: Int, to end: Int) -> Int {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      var position = start
      while position < end {
        let byte = unsafe buffer[position]
        if byte <= 0x3E, byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x27 { break }
        position += 1
      }
      return position
    }
  }

  /// The end of a comment, or of a script or style without its end tag, that starts at `offset`.
  private mutating func rawEnd(from offset: Int) -> Int? {
    guard offset + 1 < limit else { return nil }
    let next = bytes[offset + 1]
    if next == 0x21, matches("<!--", at: offset) {
      // A comment that never ends is left to libxml2.
      return find("-->", from: offset + 4).map { $0 + 3 }
    }
    guard next | 0x20 == 0x73 else { return nil }
    return rawEnd(of: "<script", from: offset, "</script")
      ?? rawEnd(of: "<style", from: offset, "</style")
  }

  private mutating func rawEnd(of tag: StaticString, from offset: Int, _ end: String) -> Int? {
    let after = offset + tag.utf8CodeUnitCount
    guard after < limit, bytes.span.hasBytesIgnoringCase(tag, at: offset),
      !Self.isNameByte(bytes[after])
    else { return nil }
    return find(end, from: after)
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
    guard !missing.contains(text), let first = text.utf8.first else { return nil }
    var position = offset
    while let place = next(first, from: position) {
      if matches(text, at: place) { return place }
      position = place + 1
    }
    missing.insert(text)
    return nil
  }
}
