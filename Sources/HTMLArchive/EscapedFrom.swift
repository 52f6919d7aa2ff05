/// Takes back what an mbox did to a line that starts with `From `.
enum EscapedFrom {
  /// Text in which a lone `>From ` is `From ` again.
  ///
  /// The writer of an mbox sets a `>` before such lines (RFC 4155 §A), and archives made from one print it.
  /// Beside a line that quotes without a blank after its mark (`>like this`) it is a quotation and stays.
  ///
  /// - Complexity: Linear; text without such a line comes back untouched.
  static func unescaped(_ text: String) -> String {
    guard text.contains(">From ") else { return text }
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for index in lines.indices {
      if index > 0 { result.append(0x0A) }
      let line = lines[index]
      let isEscaped =
        line.starts(with: ">From ".utf8) && (index == 0 || !isTightQuote(lines[index - 1]))
        && (index + 1 == lines.count || !isTightQuote(lines[index + 1]))
      result.append(contentsOf: isEscaped ? line.dropFirst() : line)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a line quotes in the way of `>text`; a second escaped line does not count.
  private static func isTightQuote(_ line: Substring.UTF8View) -> Bool {
    guard line.first == 0x3E, !line.starts(with: ">From ".utf8) else { return false }
    return line.dropFirst().first != 0x20
  }
}
