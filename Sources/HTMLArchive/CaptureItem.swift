private import HTMLTree
internal import SourceBytes

/// Turns the lines of one item into an entry.
struct CaptureItem {
  private(set) var entry: PageEntry

  init(_ item: CaptureSection.Item, _ lines: CaptureLines) {
    entry = PageEntry(kind: item.isPingback ? .pingback : .comment)
    entry.key = item.key
    entry.ordinal = item.number
    entry.parent = .article
    entry.parentDetail = "not nested"
    var body = item.body
    if item.isPingback {
      entry.authorName = CaptureLabels.pingback(item.heading).flatMap { $0.isEmpty ? nil : $0 }
      readLinks(item.links)
    } else {
      readHeading(item.heading, item.links)
      body = readDateLine(body, lines)
    }
    entry.text = CaptureText.text(of: body, lines, isItem: true)
    if Self.isExcerpt(entry.text) { entry.kind = .pingback }
  }

  /// Whether text is cut off at either end, as WordPress prints what links to an article: "[...] nice [...]".
  private static func isExcerpt(_ text: String) -> Bool {
    ["[...]", "[\u{2026}]"].contains {
      text.hasPrefix($0) && text.hasSuffix($0) && text.utf8.count > 12
    }
  }

  private mutating func readHeading(_ heading: String, _ links: [String]) {
    var name = heading
    if let match = PrintedDate().match(in: heading) {
      entry.date = match.date
      entry.dateAsWritten = heading.part(match.range)
      name = heading.part(0..<match.leadStart)
    } else if let (before, match) = CaptureLabels.gluedDate(in: heading) {
      entry.date = match.date
      entry.dateAsWritten = heading.part(before.utf8.count..<heading.utf8.count)
      name = before
    }
    let led = ThemeText.hasLead(name) ? ThemeText.nameBehindLead(name) : nil
    entry.authorName = led ?? ThemeText.name(from: name)
    readLinks(links)
  }

  /// A link into the page's comments is the comment's own, another one the author's.
  private mutating func readLinks(_ links: [String]) {
    for link in links where link.hasPrefix("http") {
      if link.contains("#comment-") || link.contains("#c") && link.contains("showComment") {
        if entry.permalink == nil { entry.permalink = Wayback.original(link) }
      } else if entry.authorURL == nil, !link.contains("replytocom") {
        entry.authorURL = Wayback.original(link)
      }
    }
  }

  /// A first line that is nothing but a date belongs to the heading; some templates print it below the words.
  private mutating func readDateLine(_ body: Range<Int>, _ lines: CaptureLines) -> Range<Int> {
    guard entry.date == nil else { return body }
    let told = body.filter { !CaptureLabels.withoutBullet(lines[$0].text).isEmpty }
    let first = told.first { !ThemeText.badges.contains(lines[$0].text.lowercased()) }
    if let first, takeDate(first, lines) {
      let words = told.first { $0 > first }
      return (words ?? body.upperBound)..<body.upperBound
    }
    if let last = told.last, told.count > 1, takeDate(last, lines) { return body.lowerBound..<last }
    return body
  }

  private mutating func takeDate(_ line: Int, _ lines: CaptureLines) -> Bool {
    let text = CaptureLabels.withoutBullet(lines[line].text)
    guard let match = CaptureLabels.date(alone: text) else { return false }
    entry.date = match.date
    entry.dateAsWritten = text.part(match.range)
    readLinks(lines[line].links)
    return true
  }
}

/// The article above the comments of a capture.
struct CaptureArticle {
  private(set) var entry = PageEntry(kind: .article)

  init(_ lines: CaptureLines, before end: Int) {
    entry.key = "article"
    guard let title = Self.title(lines, before: end) else { return }
    entry.subject = title.map { lines[$0].text }.joined(separator: " ").foldingSpace
    var start = title.upperBound
    if start < end, lines[start].text.utf8.allSatisfy({ $0 == 0x3D || $0 == 0x2D }) { start += 1 }
    start = readByline(start..<end, lines)
    entry.text = CaptureText.text(of: start..<textEnd(start..<max(start, end), lines), lines)
  }

  /// The lines of the title: those that the line above the comments repeats ("9 thoughts on …"), else the first.
  private static func title(_ lines: CaptureLines, before end: Int) -> Range<Int>? {
    let paragraphs = (0..<end).split { lines[$0].isEmpty }.map { $0.startIndex..<$0.endIndex }
    if end < lines.count {
      let opening = (end..<min(end + 4, lines.count)).prefix { !lines[$0].isEmpty }
        .map { lines[$0].text }.joined(separator: " ").foldingSpace
      for paragraph in paragraphs.reversed() where paragraph.count <= 4 {
        let text = paragraph.map { lines[$0].text }.joined(separator: " ").foldingSpace
        if text.utf8.count >= 4, opening.utf8.count > text.utf8.count, opening.contains(text) {
          return paragraph
        }
      }
    }
    if let below = titleBelowMenu(lines, before: end) { return below..<below + 1 }
    // lynx lists the links of the page's head first: "#[1]Feed [2]Next".
    var first = paragraphs.first { !(lines[$0.lowerBound].text.hasPrefix("#")) }
    // What leads to other pages of the site stands between its name and the title.
    let menu = paragraphs.prefix(4).lastIndex { paragraph in
      paragraph.count == 1 && isMenu(lines[paragraph.lowerBound].text)
    }
    if let menu, menu + 1 < paragraphs.count { first = paragraphs[menu + 1] }
    return (first ?? paragraphs.first).map { $0.lowerBound..<$0.lowerBound + 1 }
  }

  /// The title where lines of a menu stand above it, as in what is copied out of a browser: the nearest of some words above
  /// the first lines that are as long as those of a paragraph, which tells neither who wrote nor when.
  private static func titleBelowMenu(_ lines: CaptureLines, before end: Int) -> Int? {
    let words = (0..<end).first { index in
      let count = lines[index].text.utf8.count
      return count >= 110
        || count >= 50 && index + 2 < end
          && (index + 1...index + 2).allSatisfy { lines[$0].text.utf8.count >= 50 }
    }
    guard let words else { return nil }
    let above = (0..<words).filter { !lines[$0].isEmpty }
    // A title, a byline and a date, and the site's name: no menu.
    guard above.count >= 5 else { return nil }
    let fit = above.suffix(7).reversed().filter { index in
      let text = lines[index].text
      return text.utf8.count >= 8 && !opensWithBy(text) && !ThemeText.hasLead(text)
        && PrintedDate().match(in: text) == nil && !CaptureLabels.closesArticle(text)
        && !CaptureLabels.opensComments(text) && !isMenu(text)
        && !"←→«»[*+©".contains(text.first ?? "*") && !"←→«»:".contains(text.last ?? ":")
    }
    return fit.first { lines[$0].text.split(separator: " ").count >= 3 } ?? fit.first
  }

  /// Whether a line is short words with bars between them: "Home | About | Archive".
  ///
  /// A line with figures tells of the article: "Ada | May 3, 2012 | 9 comments".
  private static func isMenu(_ text: String) -> Bool {
    guard !text.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return false }
    let parts = text.split { "|·•".contains($0) }
    return parts.count >= 3 && parts.allSatisfy { $0.utf8.count <= 24 }
  }

  /// Where the article ends: what tells its categories and neighbours follows in the last paragraphs.
  private func textEnd(_ range: Range<Int>, _ lines: CaptureLines) -> Int {
    let paragraphs = range.split { lines[$0].isEmpty }
    let tail = paragraphs.suffix(8).first { paragraph in
      CaptureLabels.closesArticle(lines[paragraph.startIndex].text)
    }
    return tail?.startIndex ?? range.upperBound
  }

  private static func opensWithBy(_ text: String) -> Bool {
    let lower = text.foldingSpace.lowercased()
    return ["by ", "von ", "por ", "par ", "da ", "door "].contains { lower.hasPrefix($0) }
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
      let after = match.map { text.part($0.range.upperBound..<text.utf8.count) } ?? ""
      let isSigned = ThemeText.hasLead(after) || Self.opensWithBy(after)
      guard text.utf8.count < 100, hasLead || isSigned || match != nil && ThemeText.isNoise(rest)
      else { break }
      if let match, entry.date == nil {
        entry.date = match.date
        entry.dateAsWritten = text.part(match.range)
      }
      if hasLead || isSigned, entry.authorName == nil {
        let before = match.map { text.part(0..<$0.range.lowerBound) } ?? text
        // "Posted on May 3, 2012 by Ada" has the name behind the date.
        let name = ThemeText.name(from: isSigned ? after : before)
        if let name, !ThemeText.isNoise(name), name.split(separator: " ").count <= 6,
          !["posted", "written", "published"].contains(name.lowercased())
        {
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
  ///
  /// - Parameter isItem: Whether they are those of a list's item. lynx sets quotations in from the page's
  ///   edge, so that inside an item they may stand left of its words.
  static func text(of range: Range<Int>, _ lines: CaptureLines, isItem: Bool = false) -> String {
    var range = range
    let indents = range.filter { !lines[$0].isEmpty }.map { lines[$0].indent }
    var indent = indents.min() ?? 0
    if isItem, let usual = usualIndent(indents), usual > indent {
      let outer = range.split { lines[$0].isEmpty }.filter { part in
        part.allSatisfy { lines[$0].indent < usual }
      }
      if outer.count * 2 <= range.split(whereSeparator: { lines[$0].isEmpty }).count {
        return hanging(range, lines, usual: usual, quotes: outer)
      }
      indent = indents.min() ?? 0
    }
    while let last = range.last, lines[last].isEmpty { range = range.lowerBound..<last }
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

  /// The indentation that most lines have; the smaller of two as frequent.
  private static func usualIndent(_ indents: [Int]) -> Int? {
    var counts: [Int: Int] = [:]
    for indent in indents { counts[indent, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// Lines whose quotations stand left of the words.
  private static func hanging(
    _ range: Range<Int>, _ lines: CaptureLines, usual: Int, quotes: [Range<Int>]
  ) -> String {
    let quoted = Set(quotes.flatMap { Array($0) })
    var parts: [String] = []
    for index in range {
      let line = lines[index]
      if line.isEmpty {
        if let last = parts.last, !last.isEmpty { parts.append("") }
      } else if quoted.contains(index) {
        parts.append("> " + line.text)
      } else {
        parts.append(
          String(repeating: " ", count: min(max(line.indent - usual, 0), 40)) + line.text)
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
