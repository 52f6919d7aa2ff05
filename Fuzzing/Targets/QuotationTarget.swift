internal import Discussion
internal import Quotation

extension FuzzTarget {
  /// The blocks of a text tile it.
  static let quotation = FuzzTarget("quotation") { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    let blocks = BlockSplitter.blocks(of: text)
    var end = 0
    for block in blocks {
      precondition(block.start == end && block.end > end, "the blocks leave a gap")
      end = block.end
    }
    precondition(end == text.unicodeScalars.count, "the blocks do not reach the end")
  }
}
