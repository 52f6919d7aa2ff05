internal import Discussion

/// Blocks as a byte string: for each one its kind, depth, scalar count, name and quoted post.
///
/// Blocks tile their text, so their starts need not be kept. Numbers are LEB128; texts are their UTF-8 with a count
/// before them, one more than the count of bytes, 0 for none.
enum BlockCoding {
  static func encode(_ blocks: [Block]) -> [UInt8] {
    var bytes: [UInt8] = []
    for block in blocks {
      bytes.append(UInt8(Block.Kind.allCases.firstIndex(of: block.kind) ?? 0))
      append(block.depth, to: &bytes)
      append(block.end - block.start, to: &bytes)
      append(block.name, to: &bytes)
      append(block.of?.text, to: &bytes)
    }
    return bytes
  }

  /// The most scalars of a text and the deepest quotation that a sound value holds.
  private static let limit = 1 << 32

  /// - Returns: The blocks up to the first damaged one.
  static func decode(_ bytes: [UInt8]) -> [Block] {
    var reader = Reader(bytes: bytes)
    var blocks: [Block] = []
    var start = 0
    while let kind = reader.byte(), Int(kind) < Block.Kind.allCases.count,
      let depth = reader.number(), let scalarCount = reader.number(), depth < limit,
      scalarCount < limit, start < limit,
      let name = reader.text(), let of = reader.text()
    {
      var block = Block(
        Block.Kind.allCases[Int(kind)], depth: depth, start: start, end: start + scalarCount,
        name: name)
      block.of = of.map { PostID($0) }
      blocks.append(block)
      start = block.end
    }
    return blocks
  }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    var rest = UInt(max(0, number))
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7f) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private static func append(_ text: String?, to bytes: inout [UInt8]) {
    guard let text else { return append(0, to: &bytes) }
    append(text.utf8.count + 1, to: &bytes)
    bytes.append(contentsOf: text.utf8)
  }

  private struct Reader {
    let bytes: [UInt8]
    var offset = 0

    mutating func byte() -> UInt8? {
      guard offset < bytes.count else { return nil }
      offset += 1
      return bytes[offset - 1]
    }

    mutating func number() -> Int? {
      var number: UInt = 0
      var shift: UInt = 0
      while let byte = byte(), shift < 56 {
        number |= UInt(byte & 0x7f) << shift
        if byte < 0x80 { return Int(number) }
        shift += 7
      }
      return nil
    }

    /// The outer optional is nil at the end, the inner one where no text was kept.
    mutating func text() -> String?? {
      guard let count = number() else { return nil }
      guard count > 0 else { return .some(nil) }
      guard count - 1 <= bytes.count - offset else { return nil }
      defer { offset += count - 1 }
      return String(decoding: bytes[offset..<(offset + count - 1)], as: UTF8.self)
    }
  }
}
