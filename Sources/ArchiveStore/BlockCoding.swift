internal import Discussion

/// Blocks as a byte string: for each one its kind, depth, scalar count, name and quoted post.
///
/// Blocks tile their text, so their starts need not be kept.
enum BlockCoding {
  static func encode(_ blocks: [Block]) -> [UInt8] {
    var bytes: [UInt8] = []
    for block in blocks {
      bytes.append(UInt8(Block.Kind.allCases.firstIndex(of: block.kind) ?? 0))
      CompactBytes.append(block.depth, to: &bytes)
      CompactBytes.append(block.end - block.start, to: &bytes)
      CompactBytes.append(block.name, to: &bytes)
      CompactBytes.append(block.of?.text, to: &bytes)
    }
    return bytes
  }

  /// The most scalars of a text and the deepest quotation that a sound value holds.
  private static let limit = 1 << 32

  /// - Returns: The blocks up to the first damaged one.
  static func decode(_ bytes: [UInt8]) -> [Block] {
    var reader = CompactBytes.Reader(bytes)
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
}
