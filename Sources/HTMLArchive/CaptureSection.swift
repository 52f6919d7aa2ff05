private import HTMLTree
private import SourceBytes

/// The comments of a capture as ranges of lines.
struct CaptureSection {
  struct Item {
    /// The number that is printed; nil for headings without one.
    var number: Int?
    /// Its place among the items, from 1.
    var position: Int
    /// The heading without its number.
    var heading: String
    /// The lines below the heading.
    var body: Range<Int>
    var isPingback = false
  }

  private(set) var items: [Item] = []
  /// The first line that belongs to the comments.
  private(set) var start = 0

  private let lines: CaptureLines

  init?(_ lines: CaptureLines, isForced: Bool) {
    self.lines = lines
    let opening = lines.lines.lastIndex { CaptureLabels.opensComments($0.text) && $0.indent < 20 }
    let closing = lines.lines.lastIndex { CaptureLabels.closesComments($0.text) }
    var headings = numbered()
    if headings.count < (opening != nil || closing != nil || isForced ? 1 : 3) {
      headings = spoken(after: opening, isForced: isForced)
    }
    let pings = lines.lines.indices.filter { CaptureLabels.pingback(lines[$0].text) != nil }
    let hasSign = opening != nil || closing != nil || !pings.isEmpty || isForced
    guard let first = headings.first?.line, hasSign || headings.count >= 4 else { return nil }
    let end = closing.flatMap { $0 > first ? $0 : nil } ?? lines.count
    start = first
    if let opening, opening < first { start = opening }
    close(headings, at: end, pings: pings)
  }

  private struct Heading {
    var line: Int
    var number: Int?
    var text: String
  }

  // MARK: Numbered items

  /// The longest run of `n. Name` lines that count up from 1 in one column.
  private func numbered() -> [Heading] {
    var candidates: [Heading] = []
    for index in lines.lines.indices {
      if let heading = heading(at: index) { candidates.append(heading) }
    }
    var best: [Heading] = []
    var triesLeft = 32
    for (position, candidate) in candidates.enumerated() {
      guard candidate.number == 1 || position == 0 && candidate.number ?? 0 > 1 else { continue }
      guard triesLeft > 0 else { break }
      triesLeft -= 1
      var run = [candidate]
      for next in candidates[(position + 1)...]
      where next.number == (run.last?.number ?? 0) + 1 && isAligned(next, candidate) {
        run.append(next)
      }
      // A later list wins a tie: the comments come after lists of the article.
      if run.count >= best.count { best = run }
    }
    let named = best.filter { isNameLike($0.text) }
    return named.count * 5 >= best.count * 4 ? best : []
  }

  private func heading(at index: Int) -> Heading? {
    let text = lines[index].text
    let digits = text.utf8.prefix { $0 >= 0x30 && $0 <= 0x39 }
    guard !digits.isEmpty, digits.count <= 5,
      let number = Int(String(decoding: digits, as: UTF8.self))
    else { return nil }
    let rest = text.utf8.dropFirst(digits.count)
    guard let mark = rest.first, mark == 0x2E || mark == 0x29, rest.dropFirst().first == 0x20 else {
      return nil
    }
    let name = String(decoding: rest.dropFirst(2), as: UTF8.self).foldingSpace
    guard !name.isEmpty, name.utf8.count <= 300 else { return nil }
    return Heading(line: index, number: number, text: name)
  }

  /// Numbers are set flush left or flush right.
  private func isAligned(_ one: Heading, _ other: Heading) -> Bool {
    let (left, right) = (lines[one.line].indent, lines[other.line].indent)
    let widths = (String(one.number ?? 0).utf8.count, String(other.number ?? 0).utf8.count)
    return left == right || left + widths.0 == right + widths.1
  }

  private func isNameLike(_ text: String) -> Bool {
    if CaptureLabels.pingback(text) != nil { return true }
    var name = text
    if let match = PrintedDate().match(in: text) { name = text.part(0..<match.range.lowerBound) }
    return name.utf8.count <= 80 && name.split(separator: " ").count <= 8 && !name.hasSuffix(".")
  }

  // MARK: Headings without numbers

  /// "Ada says:" and "Ada on May 3, 2012 at 4:05 pm" on lines of their own.
  private func spoken(after opening: Int?, isForced: Bool) -> [Heading] {
    var headings: [Heading] = []
    for index in lines.lines.indices where index > opening ?? -1 {
      let text = lines[index].text
      guard text.utf8.count <= 120, !text.isEmpty,
        index == 0 || lines[index - 1].isEmpty
          || headings.isEmpty
      else { continue }
      if isSpeech(text) || isNameAndDate(text) {
        headings.append(Heading(line: index, number: nil, text: text))
      }
    }
    return opening != nil || isForced || headings.count >= 3 ? headings : []
  }

  private func isSpeech(_ text: String) -> Bool {
    guard text.hasSuffix(":") else { return false }
    let words = text.dropLast().split(separator: " ")
    guard words.count >= 2, words.count <= 8, let last = words.last else { return false }
    return ThemeText.speechVerbs.contains(last.lowercased())
  }

  private func isNameAndDate(_ text: String) -> Bool {
    guard let match = PrintedDate().match(in: text), match.range.lowerBound > 2 else {
      return false
    }
    let lead = text.part(0..<match.range.lowerBound)
    let tail = text.part(match.range.upperBound..<text.utf8.count)
    let words = lead.split(separator: " ")
    guard (1...7).contains(words.count), ThemeText.isNoise(tail) else { return false }
    return !ThemeText.isNoise(lead)
  }

  // MARK: Bodies

  private mutating func close(_ headings: [Heading], at end: Int, pings: [Int]) {
    var all = headings
    let known = Set(headings.map(\.line))
    var next = 0
    for line in pings where !known.contains(line) && line >= start && line < end {
      while next < headings.count, headings[next].line < line { next += 1 }
      // A line inside an item's text is that item's own words.
      guard next > 0, lines[line].indent <= lines[headings[next - 1].line].indent else { continue }
      all.append(Heading(line: line, number: nil, text: lines[line].text))
    }
    all.sort { $0.line < $1.line }
    for (position, heading) in all.enumerated() where heading.line < end {
      let following = position + 1 < all.count ? all[position + 1].line : end
      let isPing = CaptureLabels.pingback(heading.text) != nil
      let limit = min(following, end)
      var item = Item(
        number: heading.number, position: position + 1, heading: heading.text,
        body: heading.line + 1..<max(limit, heading.line + 1), isPingback: isPing)
      item.body = trimmed(item.body, under: heading, isLast: position + 1 == all.count)
      items.append(item)
    }
  }

  /// The last comment ends where the indentation of its text does.
  private func trimmed(_ range: Range<Int>, under heading: Heading, isLast: Bool) -> Range<Int> {
    guard isLast, let first = range.first(where: { !lines[$0].isEmpty }) else { return range }
    let indent = lines[first].indent
    guard indent > 0 else { return range }
    for index in range where !lines[index].isEmpty && lines[index].indent < min(indent, 3) {
      return range.lowerBound..<index
    }
    return range
  }
}
