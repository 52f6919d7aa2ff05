extension Block {
  /// Where the blocks of a text lie in its UTF-8.
  ///
  /// - Parameters:
  ///   - blocks: Blocks that tile the text.
  ///   - byteLimit: What lies behind so many bytes is cut off.
  /// - Returns: A range of UTF-8 offsets for each block, in order; they adjoin.
  /// - Complexity: Linear in the UTF-8; in the number of blocks where the text is ASCII.
  public static func byteRanges(
    of blocks: [Block], in text: String, byteLimit: Int = .max
  ) -> [Range<Int>] {
    var text = text
    return text.withUTF8 { utf8 in
      let limit = min(utf8.count, byteLimit)
      // As many bytes as scalars: every scalar is one byte.
      let isASCII = utf8.count == blocks.last?.end
      var start = 0
      return blocks.map { block in
        var end = start
        if isASCII {
          end = min(limit, block.end)
        } else {
          var scalarCount = block.end - block.start
          while end < limit {
            // A scalar starts at every byte that continues none.
            if utf8[end] & 0xc0 != 0x80 {
              if scalarCount == 0 { break }
              scalarCount -= 1
            }
            end += 1
          }
        }
        defer { start = end }
        return start..<max(start, end)
      }
    }
  }
}

extension String {
  /// The first bytes of its UTF-8, at most `count`; copied as one piece.
  public func leadingBytes(_ count: Int) -> [UInt8] {
    var copy = self
    return copy.withUTF8 { Array($0.prefix(count)) }
  }
}
