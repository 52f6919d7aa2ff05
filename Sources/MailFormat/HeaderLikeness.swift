internal import SourceBytes

/// How much the lines at a place look like the header of a message.
struct HeaderLikeness: Sendable {
  /// How many of the first lines are header fields, up to eight; none is counted behind the second known one.
  private(set) var fieldCount = 0
  /// How many of them bear a name that every message has, such as `From` or `Date`, up to two.
  private(set) var knownCount = 0

  /// Whether a header stands there for certain.
  var isMessage: Bool { knownCount >= 2 }

  /// Looks at the lines from `start` on.
  ///
  /// - Parameter skippingEmptyLines: Whether empty lines may stand before the header.
  ///
  /// - Complexity: No more lines than it takes to be certain, at most sixteen and ``MboxSplitter/lookaheadByteCount`` bytes.
  init(_ bytes: Span<UInt8>, from start: Int, skippingEmptyLines: Bool = false) {
    var lineStart = start
    let end = min(bytes.count, start + MboxSplitter.lookaheadByteCount)
    if skippingEmptyLines, bytes.hasBytes([0xEF, 0xBB, 0xBF], at: lineStart) { lineStart += 3 }
    while skippingEmptyLines, lineStart < end,
      bytes[lineStart] == 0x0A || bytes[lineStart] == 0x0D
    {
      lineStart += 1
    }
    for _ in 0..<16 where lineStart < end && fieldCount < 8 && !isMessage {
      let next = bytes.nextLine(from: lineStart, to: end)
      if let name = HeaderBlock.fieldName(bytes, lineStart, next) {
        fieldCount += 1
        if HeaderField.Name(bytes, name).isCommon { knownCount += 1 }
      } else if fieldCount == 0 || !bytes[lineStart].isBlank {
        // A stray `>From ` of a second delivery may open the header.
        guard fieldCount == 0, bytes.hasBytes(">From ", at: lineStart) else { return }
      }
      lineStart = next
    }
  }
}
