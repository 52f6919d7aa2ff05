internal import SourceBytes

/// How an mbox hides lines of a body that begin with `From `.
public enum MboxDialect: String, Sendable, Hashable, CaseIterable {
  /// `From ` gets a `>`; a `>From ` that was there before stays as it is, so the two cannot be told apart.
  case mboxo
  /// Every line of `>`s and `From ` gets one more `>`; nothing is lost.
  case mboxrd

  /// Judges by the first part of a file; mboxrd where nothing tells.
  ///
  /// `From mboxrd@z` names the dialect. Else lines that quote tell: a writer quotes `From ` as `>From `
  /// among other lines that begin with one `>`. Where such a line has as many `>` as its neighbours, nothing was
  /// added (mboxo); where it has one more, it was escaped (mboxrd).
  ///
  /// - Complexity: One pass.
  public init(judging bytes: Span<UInt8>) {
    var quotedAlike = 0
    var quotedDeeper = 0
    var previous = 0
    var start = 0
    while start < bytes.count {
      let next = bytes.nextLine(from: start, to: bytes.count)
      if bytes[start] == 0x46, bytes.hasBytes("From mboxrd@z ", at: start) {
        self = .mboxrd
        return
      }
      let depth = MboxDialect.depth(bytes, start, next)
      if depth > 0, bytes.hasBytes("From ", at: start + depth) {
        let following =
          next < bytes.count
          ? MboxDialect.depth(bytes, next, bytes.nextLine(from: next, to: bytes.count)) : 0
        let neighbour = max(previous, following)
        if neighbour == depth { quotedAlike += 1 }
        if neighbour + 1 == depth, neighbour > 0 { quotedDeeper += 1 }
      }
      previous = depth
      start = next
    }
    self = quotedAlike > quotedDeeper ? .mboxo : .mboxrd
  }

  /// Takes the escaping out of a message.
  ///
  /// - Returns: The bytes that were stored: one `>` less before each escaped `From `.
  /// - Complexity: O(n).
  public func unescape(message: [UInt8]) -> [UInt8] {
    unescaped(message.span) ?? message
  }

  /// Takes the escaping out of a message; nil where nothing is escaped, which is nearly always.
  public func unescaped(_ message: Span<UInt8>) -> [UInt8]? {
    var output: [UInt8] = []
    var copied = 0
    var start = 0
    while start < message.count {
      if message[start] == 0x3E {
        var mark = start
        while mark < message.count, message[mark] == 0x3E { mark += 1 }
        if self == .mboxrd || mark == start + 1, message.hasBytes("From ", at: mark) {
          output.append(contentsOf: message, in: copied..<start)
          copied = start + 1
        }
        start = mark
      }
      start = message.nextLine(from: start, to: message.count)
    }
    guard copied > 0 else { return nil }
    output.append(contentsOf: message, in: copied..<message.count)
    return output
  }

  /// How many `>` a line begins with, blanks between them aside.
  private static func depth(_ bytes: Span<UInt8>, _ start: Int, _ next: Int) -> Int {
    var index = start
    while index < next, bytes[index] == 0x3E { index += 1 }
    return index - start
  }
}
