internal import Discussion

/// Parts of a document in plain text.
enum PlainText {
  /// The passages of a post, each as one paragraph; lines of prose are long, marks stand in brackets.
  static func body(_ passages: [DigestPassage]) -> [String] {
    passages.map { passage in
      switch passage {
      case .prose(let lines): lines.map(line).joined(separator: "\n")
      case .verbatim(let lines): lines.map { "    " + $0 }.joined(separator: "\n")
      case .quotation(let quotation):
        "> \(quotation.who): “\(quotation.words)”"
      case .omission(let what): what.map { "[… \($0)]" } ?? "[…]"
      }
    }
  }

  static func line(_ line: DigestLine) -> String {
    let words = line.spacedRuns.map { run, hasSpace in
      let space = hasSpace ? " " : ""
      switch run {
      case .words(let text), .match(let text): return space + text
      case .cut: return space + "[…]"
      }
    }.joined()
    return (line.marker.map { $0 + " " } ?? "") + words
  }

  static func citation(_ citation: DigestCitation) -> String {
    var parts = [citation.author]
    if let subject = citation.subject { parts.append("“\(subject)”") }
    parts += citation.venues
    if let date = citation.dateAsWritten { parts.append(date) }
    if let link = citation.link { parts.append(link) }
    parts.append("post \(citation.id)")
    if let messageID = citation.messageID { parts.append("Message-ID <\(messageID)>") }
    if let number = citation.sourceNumber {
      parts.append("source \(number)" + (citation.locator.map { " at \($0)" } ?? ""))
    }
    return parts.joined(separator: ", ") + "."
  }

  static func statement(_ statement: DigestStatement) -> String {
    "“\(statement.text)\(statement.isCut ? " …" : "")” — \(statement.author) (\(statement.number))"
      + (statement.answers.map { ", to \($0)" } ?? "")
  }

  /// Fills lines of at most `width` columns.
  static func filled(
    _ text: String, width: Int = 76, first: String = "", rest: String = ""
  ) -> String {
    var lines: [String] = []
    var line = first
    var column = first.unicodeScalars.count
    var isEmpty = true
    for word in text.split(separator: " ") {
      let count = word.unicodeScalars.count
      if !isEmpty, column + 1 + count > width {
        lines.append(line)
        line = rest
        column = rest.unicodeScalars.count
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      column += count + (isEmpty ? 0 : 1)
      isEmpty = false
    }
    lines.append(line)
    return lines.joined(separator: "\n")
  }
}
