/// The marks of Markdown in a capture, which reader modes write for headings, names and links.
enum MarkdownMarks {
  /// Takes the marks off lines that open with them, where the text as a whole is Markdown.
  ///
  /// Marks inside of a sentence stay: they are how its author stressed a word.
  static func takeOff(_ lines: inout [CaptureLines.Line]) {
    let headings = lines.count { heading($0.text) != nil }
    let others = lines.count { $0.text.contains("**") || $0.text.contains("](") }
    guard headings > 0, others > 1 else { return }
    for index in lines.indices where !lines[index].isEmpty {
      if let text = heading(lines[index].text) { lines[index].text = text }
      let number = lead(of: lines[index].text)
      var rest = String(lines[index].text.dropFirst(number.count))
      if let bold = strong(rest) { rest = bold }
      if let plain = emphasis(rest) { rest = plain }
      if let link = link(rest) {
        rest = link.text
        lines[index].links.append(link.address)
      }
      lines[index].text = number + rest
    }
  }

  /// The text of "## Comments"; nil for other lines.
  private static func heading(_ line: String) -> String? {
    let marks = line.utf8.prefix { $0 == 0x23 }.count
    guard (1...6).contains(marks), line.utf8.dropFirst(marks).first == 0x20 else { return nil }
    return String(decoding: line.utf8.dropFirst(marks + 1), as: UTF8.self)
  }

  /// A number with its stop at the start of a line: `3. `.
  private static func lead(of line: String) -> Substring {
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line[digits.endIndex...]
    return !digits.isEmpty && rest.hasPrefix(". ") ? line.prefix(digits.count + 2) : ""
  }

  /// "Ada says:" of "**Ada** says:".
  private static func strong(_ text: String) -> String? {
    guard text.hasPrefix("**") else { return nil }
    let inside = String(text.dropFirst(2))
    guard let end = inside.firstRange(of: "**") else { return nil }
    return String(inside[..<end.lowerBound]) + String(inside[end.upperBound...])
  }

  /// "May 3, 2012" of "*May 3, 2012*".
  private static func emphasis(_ text: String) -> String? {
    for mark in ["*", "_"] as [Character] where text.first == mark && text.last == mark {
      let inside = text.dropFirst().dropLast()
      if inside.utf8.count > 2, !inside.contains(mark) { return String(inside) }
    }
    return nil
  }

  /// The parts of a line that is one link, or a label and one: `Pingback: [text](address)`.
  private static func link(_ text: String) -> (text: String, address: String)? {
    guard let open = text.firstIndex(of: "["), text.hasSuffix(")"),
      open == text.startIndex || text[..<open].hasSuffix(": "),
      let middle = text.firstRange(of: "]("), open < middle.lowerBound
    else { return nil }
    let label = text[text.index(after: open)..<middle.lowerBound]
    let address = text[middle.upperBound...].dropLast()
    guard !label.contains("["), !address.contains("("), !address.contains(" ") else { return nil }
    return (String(text[..<open] + label), String(address))
  }
}
