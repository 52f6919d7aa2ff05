/// Text made safe for CommonMark (0.31): nothing in it is read as markup.
enum MarkdownText {
  /// Escapes a run of text; links in it become autolinks unless `isInLink`.
  static func inline(_ text: String, isInLink: Bool = false) -> String {
    let line = DisplayText.line(text)
    guard !isInLink else { return escaped(line) }
    var output = ""
    for piece in WebLink.split(line) {
      switch piece {
      case .text(let words): output += escaped(words)
      case .link(let link): output += "<\(link)>"
      }
    }
    return output
  }

  /// A code span; text that would end one is escaped instead.
  static func code(_ text: String) -> String {
    let line = DisplayText.line(text)
    return line.utf8.contains(UInt8(ascii: "`")) || line.isEmpty ? escaped(line) : "`\(line)`"
  }

  /// Fills lines of at most `width` columns where words allow it.
  ///
  /// - Parameters:
  ///   - text: Inline Markdown on one line.
  ///   - first: What opens the first line, such as a list mark.
  ///   - rest: What opens the other lines.
  static func filled(
    _ text: String, width: Int = 78, first: String = "", rest: String = ""
  ) -> String {
    var output = first
    var column = first.unicodeScalars.count
    var isAtStart = true
    for word in text.split(separator: " ") {
      let count = word.unicodeScalars.count
      if !isAtStart, column + 1 + count > width {
        output += "\n" + rest
        column = rest.unicodeScalars.count
        isAtStart = true
      }
      if isAtStart {
        output += startEscaped(word)
      } else {
        output += " " + word
        column += 1
      }
      column += count
      isAtStart = false
    }
    return output
  }

  /// A fenced block whose fence is longer than any in it.
  static func fenced(_ lines: [String]) -> String {
    var longest = 2
    for line in lines {
      var run = 0
      for byte in line.utf8 {
        run = byte == UInt8(ascii: "`") ? run + 1 : 0
        longest = max(longest, run)
      }
    }
    let fence = String(repeating: "`", count: longest + 1)
    let body = lines.map { DisplayText.verbatimLine(Array($0.unicodeScalars)[...]) }
    return "\(fence)text\n" + body.joined(separator: "\n") + "\n\(fence)"
  }

  /// The mark of a list in CommonMark that is nearest to the one an author wrote; nil where there is none.
  static func listMarker(_ marker: String) -> String? {
    let bytes = Array(marker.utf8)
    let digits = bytes.prefix { (0x30...0x39).contains($0) }
    if !digits.isEmpty, bytes.count == digits.count + 1, bytes.last == 0x2E || bytes.last == 0x29 {
      return marker
    }
    return marker.unicodeScalars.count == 1 ? "-" : nil
  }

  private static func escaped(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var output = String.UnicodeScalarView()
    output.reserveCapacity(scalars.count + 8)
    for (index, scalar) in scalars.enumerated() {
      let before = index > 0 ? scalars[index - 1] : " "
      let after = index + 1 < scalars.count ? scalars[index + 1] : " "
      let isMarkup: Bool
      switch scalar {
      case "`", "[", "]", "<", "|", "~": isMarkup = true
      case "*":
        let isAlone = index > 0 && index + 1 < scalars.count && before == " " && after == " "
        isMarkup = !isAlone
      case "_": isMarkup = !(WordCount.isLetter(before) && WordCount.isLetter(after))
      case "\\": isMarkup = after == " " || isPunctuation(after)
      case "&": isMarkup = after == "#" || WordCount.isLetter(after)
      default: isMarkup = false
      }
      if isMarkup { output.append("\\") }
      output.append(scalar)
    }
    return String(output)
  }

  /// A word that opens a line, so that it opens no heading, list, quotation or rule.
  private static func startEscaped(_ word: Substring) -> String {
    guard let first = word.utf8.first else { return "" }
    if "#>+-=*:".utf8.contains(first) {
      // `**` opens our own strong text, never a list.
      return word.hasPrefix("**") || (first == UInt8(ascii: "*") && word.utf8.count > 1)
        ? String(word) : "\\" + word
    }
    let digits = word.utf8.prefix { (0x30...0x39).contains($0) }
    let tail = word.utf8.dropFirst(digits.count)
    if !digits.isEmpty, tail.count == 1, let mark = tail.first,
      mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")")
    {
      return String(decoding: digits, as: UTF8.self) + "\\"
        + String(decoding: tail, as: UTF8.self)
    }
    return String(word)
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
