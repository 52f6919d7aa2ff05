public import Discussion

/// Tells the parts of a post's text apart: own words, quotations, attributions, signatures, footers, forwarded
/// messages, program text, patches and OpenPGP armour.
///
/// A pure function of the text. Depth 0 is the author; what is quoted with one mark, or stands below "-----Original
/// Message-----", has depth 1, what is quoted therein depth 2, and so on up to 100. A block takes the blank lines that
/// follow it. The names that attributions give stand at the attribution and at each quotation that they cover.
public enum BlockSplitter {
  /// The blocks of a text, in order; they tile it.
  ///
  /// - Parameter text: Decoded text with LF line ends; quotations are marked as in mail, with `>` and its like.
  /// - Returns: At least one block, unless the text is empty. Offsets count Unicode scalars.
  /// - Complexity: Linear in the text, whatever it holds.
  public static func blocks(of text: String) -> [Block] {
    var table = LineTable(text)
    guard !table.lines.isEmpty else { return [] }
    table.settleRegions()
    table.judgeQuoteMarks()
    table.findAttributions()
    table.joinBrokenQuotes()
    table.settleFooters()
    table.settleSignatures()
    return table.blocks()
  }

  /// The author's own words alone: the blocks of kind own, each on lines of its own, without blank lines around.
  ///
  /// - Parameter blocks: The blocks of that text.
  public static func ownText(of text: String, blocks: [Block]) -> String {
    var parts: [String] = []
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    var offset = 0
    for block in blocks {
      let start = scalars.index(index, offsetBy: block.start - offset)
      index = scalars.index(start, offsetBy: block.end - block.start)
      offset = block.end
      guard block.kind == .own else { continue }
      let bytes = Array(text[start..<index].utf8)
      var range = bytes.trimmed(0..<bytes.count)
      // Blank lines go, the indentation of the first line stays.
      while range.lowerBound > 0, bytes[range.lowerBound - 1].isBlank {
        range = range.lowerBound - 1..<range.upperBound
      }
      if !range.isEmpty { parts.append(bytes.text(range)) }
    }
    return parts.joined(separator: "\n")
  }
}

extension LineTable {
  /// Joins lines of one sort to blocks.
  func blocks() -> [Block] {
    var builder = BlockBuilder()
    var index = 0
    while index < lines.count {
      builder.take(index, of: self)
      index = builder.isInBlock ? endOfSameLines(after: index) : index + 1
    }
    return builder.finish(at: scalarCount)
  }

  /// Where lines end that are blank or what the filled line right above them is, as most lines are: no block begins
  /// with them.
  private func endOfSameLines(after index: Int) -> Int {
    guard unmarkedQuotes.isEmpty else { return index + 1 }
    var end = index + 1
    while end < lines.count {
      let kind = lines[end].kind
      let depth = lines[end].depth
      if lines[end].isBlank {
        guard depth == 0, !lines[end].isSettled else { break }
      } else {
        guard lines[end - 1].kind == kind, lines[end - 1].depth == depth, !lines[end - 1].isBlank,
          kind != .attribution, !lines[end].startsBlock
        else { break }
      }
      end += 1
    }
    return end
  }
}

/// Writes blocks from lines that are taken in order.
private struct BlockBuilder {
  private var blocks: [Block] = []
  private var quoted = QuotedNames()
  private var last: (kind: Block.Kind, depth: Int, name: Int?)?
  /// How many unmarked quotations lie above.
  private var unmarked = 0
  private var firstScalar = 0

  /// Whether a block has begun.
  var isInBlock: Bool { last != nil }

  init() { blocks.reserveCapacity(8) }

  /// Takes a line; it may begin a block.
  mutating func take(_ index: Int, of table: LineTable) {
    let line = table.lines[index]
    while unmarked < table.unmarkedQuotes.count, table.unmarkedQuotes[unmarked].end <= index {
      unmarked += 1
    }
    var base = 0
    var isForward = false
    if unmarked < table.unmarkedQuotes.count, table.unmarkedQuotes[unmarked].start <= index,
      !line.isFinal
    {
      let quote = table.unmarkedQuotes[unmarked]
      base = quote.depth
      isForward = quote.isForward
      if quote.start == index {
        quoted.forget(from: base)
        if let name = quote.name { quoted[base] = name }
      }
    }
    if line.isBlank, !line.isSettled, let last {
      // A blank line never parts what it follows, save that only quotations take what is marked.
      if line.depth == 0 || last.kind == .quote || last.kind == .forward { return }
    }
    var depth = min(line.depth + base, QuoteMark.depthLimit)
    var kind = line.kind
    if kind == .own, depth > 0 { kind = isForward && line.depth == 0 ? .forward : .quote }
    if kind != .quote, kind != .attribution, kind != .forward { depth = 0 }
    var name: Int?
    if kind == .attribution {
      name = line.name
      if line.isAttributionEnd, name != nil || !line.isAboveSameDepth {
        let below = depth + (line.isAboveSameDepth ? 0 : 1)
        quoted.forget(from: below)
        quoted[below] = name
      }
    } else if kind == .quote || kind == .forward {
      name = quoted[depth]
    }
    if !line.startsBlock, let last, last.kind == kind, last.depth == depth,
      table.hasName(last.name, equalTo: name)
    {
      return
    }
    if !blocks.isEmpty { blocks[blocks.count - 1].end = line.scalarStart }
    // Blank lines before the first block belong to it.
    let start = blocks.isEmpty ? firstScalar : line.scalarStart
    if blocks.isEmpty, line.isBlank, index + 1 < table.lines.count { return }
    blocks.append(
      Block(
        kind, depth: depth, start: start, end: table.scalarCount,
        name: name.map { table.names[$0] }))
    last = (kind, depth, name)
    firstScalar = line.scalarStart
  }

  /// The blocks, the last of which ends with the text.
  consuming func finish(at scalarCount: Int) -> [Block] {
    if !blocks.isEmpty { blocks[blocks.count - 1].end = scalarCount }
    return blocks
  }
}

extension LineTable {
  /// Whether two places of ``names`` hold the same name, or there is none in both.
  fileprivate func hasName(_ first: Int?, equalTo second: Int?) -> Bool {
    guard let first, let second, first != second else { return first == second }
    return names[first] == names[second]
  }
}

/// Who is quoted at each depth, as places in ``LineTable/names``.
private struct QuotedNames {
  private var names: [Int?] = []

  subscript(depth: Int) -> Int? {
    get { depth < names.count ? names[depth] : nil }
    set {
      if names.isEmpty { names.reserveCapacity(8) }
      while names.count <= depth { names.append(nil) }
      names[depth] = newValue
    }
  }

  /// Forgets who is quoted at a depth and at greater ones.
  mutating func forget(from depth: Int) {
    if names.count > depth { names.removeSubrange(depth...) }
  }
}
