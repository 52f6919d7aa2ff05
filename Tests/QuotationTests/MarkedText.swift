import Discussion
import Quotation

/// A text whose lines say what block they belong to, as in `quote1 Ada|> Hello`.
///
/// A mark is the kind, the depth where it is not 0, and after a space the name. A line that begins with `|` goes on
/// with the block above.
struct MarkedText {
  var text = ""
  var blocks: [Block] = []

  init(_ marked: String) {
    var offset = 0
    for line in marked.split(separator: "\n", omittingEmptySubsequences: false) {
      guard let bar = line.firstIndex(of: "|") else { continue }
      let mark = line[..<bar]
      let content = String(line[line.index(after: bar)...]) + "\n"
      if !mark.isEmpty {
        let parts = mark.split(separator: " ", maxSplits: 1)
        var kind = parts[0]
        var depth = 0
        if let last = kind.last, let digit = last.wholeNumberValue {
          depth = digit
          kind = kind.dropLast()
        }
        blocks.append(
          Block(
            Block.Kind(rawValue: String(kind)) ?? .own, depth: depth, start: offset, end: offset,
            name: parts.count > 1 ? String(parts[1]) : nil))
      }
      text += content
      offset += content.unicodeScalars.count
      if !blocks.isEmpty { blocks[blocks.count - 1].end = offset }
    }
  }
}

/// The blocks of a text written as ``MarkedText`` is.
func marked(_ text: String) -> String {
  let scalars = Array(text.unicodeScalars)
  var lines: [String] = []
  for block in BlockSplitter.blocks(of: text) {
    var part = String.UnicodeScalarView()
    part.append(contentsOf: scalars[block.start..<block.end])
    var content = String(part)
    if content.hasSuffix("\n") { content.removeLast() }
    var mark = block.kind.rawValue + (block.depth > 0 ? String(block.depth) : "")
    if let name = block.name { mark += " " + name }
    for line in content.split(separator: "\n", omittingEmptySubsequences: false) {
      lines.append(mark + "|" + line)
      mark = ""
    }
  }
  return lines.joined(separator: "\n")
}
