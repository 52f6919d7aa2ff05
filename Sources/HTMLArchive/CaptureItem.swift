private import HTMLTree
internal import SourceBytes

/// Turns the lines of one item into an entry.
struct CaptureItem {
  private(set) var entry: PageEntry

  init(_ item: CaptureSection.Item, _ lines: CaptureLines) {
    entry = PageEntry(kind: item.isPingback ? .pingback : .comment)
    entry.key = "item-\(item.number ?? item.position)"
    entry.ordinal = item.number
    entry.parent = .article
    entry.parentDetail = "not nested"
    var body = item.body
    if item.isPingback {
      entry.authorName = CaptureLabels.pingback(item.heading).flatMap { $0.isEmpty ? nil : $0 }
    } else {
      readHeading(item.heading)
      body = readDateLine(body, lines)
    }
    entry.text = CaptureText.text(of: body, lines)
  }

  private mutating func readHeading(_ heading: String) {
    var name = heading
    if let match = PrintedDate().match(in: heading) {
      entry.date = match.date
      entry.dateAsWritten = heading.part(match.range)
      name = heading.part(0..<match.range.lowerBound)
    }
    entry.authorName = ThemeText.name(from: name)
  }

  /// A first line that is nothing but a date belongs to the heading.
  private mutating func readDateLine(_ body: Range<Int>, _ lines: CaptureLines) -> Range<Int> {
    guard entry.date == nil, let first = body.first(where: { !lines[$0].isEmpty }) else {
      return body
    }
    let text = lines[first].text
    guard text.utf8.count < 80, let match = PrintedDate().match(in: text),
      ThemeText.isNoise(text.removing(match.range))
    else { return body }
    entry.date = match.date
    entry.dateAsWritten = text.part(match.range)
    return first + 1..<body.upperBound
  }
}

/// The article above the comments of a capture.
struct CaptureArticle {
  private(set) var entry = PageEntry(kind: .article)

  init(_ lines: CaptureLines, before end: Int) {
    entry.key = "article"
    guard let title = (0..<end).first(where: { !lines[$0].isEmpty }) else { return }
    entry.subject = lines[title].text
    var start = title + 1
    if start < end, lines[start].text.utf8.allSatisfy({ $0 == 0x3D || $0 == 0x2D }) { start += 1 }
    start = readByline(start..<end, lines)
    entry.text = CaptureText.text(of: start..<max(start, end), lines)
  }

  /// "by Ada on May 3, 2012" or one of the two, in the first lines after the title.
  private mutating func readByline(_ range: Range<Int>, _ lines: CaptureLines) -> Int {
    var start = range.lowerBound
    for index in range.filter({ !lines[$0].isEmpty }).prefix(2) {
      let text = lines[index].text
      let match = PrintedDate().match(in: text)
      let rest = match.map { text.removing($0.range) } ?? text
      let hasLead = [
        "by ", "posted by ", "posted on ", "written by ", "von ", "par ", "por ", "di ", "door ",
      ]
      .contains { text.lowercased().hasPrefix($0) }
      guard text.utf8.count < 100, hasLead || match != nil && ThemeText.isNoise(rest) else { break }
      if let match, entry.date == nil {
        entry.date = match.date
        entry.dateAsWritten = text.part(match.range)
      }
      if hasLead, entry.authorName == nil {
        let name = ThemeText.name(from: match.map { text.part(0..<$0.range.lowerBound) } ?? text)
        if let name, !ThemeText.isNoise(name), name.split(separator: " ").count <= 6 {
          entry.authorName = name
        }
      }
      start = index + 1
    }
    return start
  }
}

/// Joins lines into text.
enum CaptureText {
  /// The lines without their common indentation and the empty ones at either end.
  static func text(of range: Range<Int>, _ lines: CaptureLines) -> String {
    let indent = range.filter { !lines[$0].isEmpty }.map { lines[$0].indent }.min() ?? 0
    var parts: [String] = []
    for index in range {
      let line = lines[index]
      if line.isEmpty {
        if let last = parts.last, !last.isEmpty { parts.append("") }
      } else {
        parts.append(String(repeating: " ", count: min(line.indent - indent, 40)) + line.text)
      }
    }
    while parts.last?.isEmpty ?? false { parts.removeLast() }
    return markingQuotes(parts).joined(separator: "\n")
  }

  /// Gives `> ` to paragraphs that are set in as a whole: the way text browsers print quotations.
  private static func markingQuotes(_ lines: [String]) -> [String] {
    var result = lines
    for paragraph in lines.indices.split(whereSeparator: { lines[$0].isEmpty }) {
      let indents = paragraph.map { lines[$0].utf8.prefix { $0 == 0x20 }.count }
      guard let indent = indents.first, (2...8).contains(indent),
        indents.allSatisfy({ $0 == indent }),
        let first = paragraph.first, let start = lines[first].utf8.dropFirst(indent).first,
        ![0x2A, 0x2B, 0x2D, 0x3E].contains(start), !(0x30...0x39).contains(start)
      else { continue }
      for index in paragraph { result[index] = "> " + lines[index].dropFirst(indent) }
    }
    return result
  }
}
