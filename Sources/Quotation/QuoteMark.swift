/// The marks at the start of a line that say how deep it is quoted.
struct QuoteMark {
  /// More marks than this count as text.
  static let depthLimit = 100

  /// How many there are.
  var depth = 0
  /// The offset of the first byte behind them, one space left out.
  var content: Int
  /// Whether it stands so far from the margin that it is only believed in company.
  var isIndented = false
  /// Where the label ends in marks of the form `AB>`; such a mark is only believed in company.
  var labelEnd: Int?

  /// Whether a line may have marks or stand far from the margin; false only where it does neither, as most lines do.
  static func mayStand(in bytes: borrowing [UInt8], from start: Int, to end: Int) -> Bool {
    guard start < end else { return false }
    let first = bytes[start]
    if first.isLetter { return bytes.mayHoldInNext16(ASCII.greater, from: start) }
    return first.isBlank || first == ASCII.greater
  }

  /// Reads `>`, `>>`, `> >`, and labels such as `AB>` and `Ada>>`.
  init(in bytes: borrowing [UInt8], from start: Int, to end: Int) {
    content = start
    var index = start
    while index < end, index < start + 12, bytes[index].isBlank { index += 1 }
    guard index < end else { return }
    isIndented = index > start + 3 || bytes[start] == ASCII.tab
    if bytes[index] != ASCII.greater {
      guard !isIndented, let label = QuoteMark.labelEnd(in: bytes, from: index, to: end) else {
        return
      }
      labelEnd = label
      index = label
    }
    while index < end, depth < QuoteMark.depthLimit {
      if bytes[index] == ASCII.greater {
        depth += 1
        index += 1
        content = index
      } else if bytes[index] == ASCII.space {
        // `> > text` and, from careless programs, `>  > text`.
        var next = index + 1
        if next < end, bytes[next] == ASCII.space { next += 1 }
        guard next < end, bytes[next] == ASCII.greater else { break }
        index = next
      } else {
        break
      }
    }
    if labelEnd != nil, content < end, bytes[content] != ASCII.space {
      // `Vec<T>x` is no label.
      depth = 0
      content = start
      labelEnd = nil
      return
    }
    if content < end, bytes[content] == ASCII.space { content += 1 }
  }

  /// The end of a word of up to twelve letters that `>` follows.
  private static func labelEnd(in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    guard bytes[start].isLetter else { return nil }
    var index = start + 1
    let last = min(end, start + 13)
    while index < last {
      let byte = bytes[index]
      if byte == ASCII.greater { return index }
      guard byte.isLetter || byte.isDigit || byte == ASCII.period || byte == ASCII.hyphen else {
        return nil
      }
      index += 1
    }
    return nil
  }
}
