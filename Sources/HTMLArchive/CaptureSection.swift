private import HTMLTree
private import SourceBytes

/// The comments of a capture as ranges of lines.
struct CaptureSection {
  struct Item {
    /// The number that is printed; nil for headings without one.
    var number: Int?
    /// Its place among the items, from 1.
    var position: Int
    /// The place in the list of the item that it is set in under; nil at the top.
    var parent: Int?
    /// The heading without its number or bullet.
    var heading: String
    /// The addresses that the heading links to.
    var links: [String]
    /// The lines below the heading.
    var body: Range<Int>
    var isPingback = false
    /// Its name within the page.
    var key: String
  }

  private(set) var items: [Item] = []
  /// The first line that belongs to the comments.
  private(set) var start = 0

  private let lines: CaptureLines

  init?(_ lines: CaptureLines, isForced: Bool) {
    self.lines = lines
    let openings = Self.openings(lines)
    let closings = lines.lines.indices.filter { CaptureLabels.closesComments(lines[$0].text) }
    let pings = lines.lines.indices.filter { CaptureLabels.pingback(lines[$0].text) != nil }
    let hasLabel = !openings.isEmpty || !closings.isEmpty
    var headings = CaptureHeadings.numbered(lines)
    let spoken = CaptureHeadings.spoken(lines, after: openings, isForced: isForced)
    if headings.count < (hasLabel || isForced ? 1 : 3) || areOfText(headings, spoken) {
      headings = spoken
    }
    guard let first = headings.first?.line, let lastLine = headings.last?.line else { return nil }
    let telling = headings.filter { CaptureHeadings.tellsOfComment($0, lines) }
    // Lists of names are everywhere; those of comments stand right below their label, or above the form.
    let isBetween =
      openings.contains { first - 12..<first ~= $0 } || closings.contains { $0 > lastLine }
    guard
      isForced || !pings.isEmpty || isBetween || hasLabel && telling.count * 2 >= headings.count
        || CaptureHeadings.areConvincing(telling, of: headings.count, lines)
    else { return nil }
    // The form below the comments ends them; a sidebar may have more that looks like comments.
    let last = headings.last?.line ?? first
    let form = closings.first { line in line > first }
    let isWithin = form.map { line in headings.contains { $0.line > line && $0.number != nil } }
    let end = (isWithin ?? false ? closings.first { $0 > last } : form) ?? lines.count
    start = openings.last { $0 < first } ?? first
    headings.removeAll { $0.line >= end }
    headings = CaptureHeadings.withNested(headings, lines, end: end)
    if let signatures = signatures(headings, before: end) {
      closeUpwards(signatures)
    } else {
      close(headings, at: end, pings: pings)
    }
  }

  /// The lines that may open the comments.
  private static func openings(_ lines: CaptureLines) -> [Int] {
    let found = lines.lines.indices.filter {
      CaptureLabels.opensComments(lines[$0].text) && lines[$0].indent < 20
    }
    // In some languages "Comments" and the label under each of them are one word; "2 replies" may stand under many.
    func shape(_ line: Int) -> String { lines[line].text.filter { !$0.isNumber } }
    var counts: [String: Int] = [:]
    for line in found { counts[shape(line), default: 0] += 1 }
    return found.filter { line in
      let count = counts[shape(line)] ?? 1
      return count == 1 || count == 2 && !CaptureLabels.isAction(lines[line].text)
    }
  }

  /// Whether numbered lines are a list in the article, or in what somebody said, and not the comments.
  private func areOfText(_ numbered: [CaptureHeading], _ spoken: [CaptureHeading]) -> Bool {
    guard let first = numbered.first?.line, let last = numbered.last?.line,
      spoken.count >= numbered.count
    else { return false }
    let before = spoken.count { $0.line < first }
    let after = spoken.count { $0.line > last }
    return before >= 2 || before == 0 && after == spoken.count
  }

  /// The lines with a name and a date below the words that they sign, as in Movable Type's templates ("Posted by: Ada at …");
  /// nil where names stand above the words.
  private func signatures(_ headings: [CaptureHeading], before end: Int) -> [CaptureHeading]? {
    guard headings.allSatisfy({ $0.number == nil && !$0.isNested }) else { return nil }
    // "Ted wrote:" stands among the words.
    let signing = headings.filter { CaptureHeadings.isNameAndDate($0.text) }
    guard let first = signing.first, let last = signing.last, start < first.line,
      signing.count * 2 >= headings.count, hasWords(start + 1..<first.line)
    else { return nil }
    let ledCount = signing.count { ThemeText.hasLead($0.text) }
    if ledCount * 5 >= signing.count * 4 { return signing }
    // Without a label the form below the comments tells: no words stand between it and the last name.
    return signing.count >= 2 && end < lines.count && !hasWords(last.textLine + 1..<end)
      ? signing : nil
  }

  private func hasWords(_ range: Range<Int>) -> Bool {
    range.contains { !lines[$0].isEmpty && !ThemeText.isNoise(lines[$0].text) }
  }

  private mutating func closeUpwards(_ headings: [CaptureHeading]) {
    var next = start + 1
    for (position, heading) in headings.enumerated() {
      items.append(
        Item(
          number: nil, position: position + 1, parent: nil, heading: heading.text,
          links: lines[heading.textLine].links, body: next..<max(heading.line, next),
          key: "item-\(position + 1)"))
      next = heading.textLine + 1
    }
  }

  private mutating func close(_ headings: [CaptureHeading], at end: Int, pings: [Int]) {
    var all = headings
    let known = Set(headings.map(\.textLine))
    var next = 0
    for line in pings where !known.contains(line) && line >= start && line < end {
      while next < headings.count, headings[next].line < line { next += 1 }
      // A line inside an item's text is that item's own words.
      guard next > 0, lines[line].indent <= lines[headings[next - 1].line].indent else { continue }
      all.append(CaptureHeading(line: line, textLine: line, text: lines[line].text))
    }
    all.sort { $0.line < $1.line }
    var open: [Int] = []
    let areNumbered = all.contains { $0.number != nil }
    for (position, heading) in all.enumerated() {
      let following = position + 1 < all.count ? all[position + 1].line : end
      var item = Item(
        number: heading.number, position: position + 1, heading: heading.text,
        links: lines[heading.textLine].links,
        body: heading.textLine + 1..<max(min(following, end), heading.textLine + 1),
        isPingback: CaptureLabels.pingback(heading.text) != nil,
        key: heading.number.map { "item-\($0)" }
          ?? (areNumbered ? "line-\(heading.line + 1)" : "item-\(position + 1)"))
      item.body = trimmed(item.body, isLast: position + 1 == all.count)
      while let last = open.last, !heading.isNested || all[last].column >= heading.column {
        open.removeLast()
      }
      item.parent = open.last
      open.append(position)
      items.append(item)
    }
  }

  /// Without the labels of links below the words; the last comment ends where the indentation of its text does.
  private func trimmed(_ range: Range<Int>, isLast: Bool) -> Range<Int> {
    var range = range
    if isLast, let first = range.first(where: { !lines[$0].isEmpty }), lines[first].indent > 0 {
      let limit = min(lines[first].indent, 3)
      if let out = range.first(where: { !lines[$0].isEmpty && lines[$0].indent < limit }) {
        range = range.lowerBound..<out
      }
    }
    while let last = range.last, lines[last].isEmpty || CaptureLabels.isAction(lines[last].text) {
      range = range.lowerBound..<last
    }
    return range
  }
}
