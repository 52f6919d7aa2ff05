internal import HTMLTree
internal import SourceBytes

/// Keeps what a template prints above and below an article out of its words.
extension ArticleReader {
  /// The short elements of some classes that stand before the comments, those of the first class first.
  func printedLines(_ classes: [String]) -> [HTMLNode] {
    classes.flatMap { token in
      elements.filter { node in
        node.hasClass(token) && node.endIndex <= limit && node.endIndex - node.index < 80
          && node.foldedText.utf8.count < 400
      }
    }
  }

  /// Takes the date that a line states where none was found, or where only the day was known and the line tells the time
  /// of the same day.
  func readDate(from line: String, into entry: inout PageEntry) {
    guard line.utf8.count < 400, let match = dates.match(in: line), match.date.precision != .month
    else { return }
    if let date = entry.date {
      guard date.precision == .day, match.date.precision != .day,
        Self.isSameDay(date, match.date)
      else { return }
    }
    (entry.date, entry.dateAsWritten) = (match.date, line.part(match.range))
  }

  /// Takes lines off the start and the end of an article's text that only repeat the name of the site or the article's
  /// date, or only count the comments.
  ///
  /// A text that has no other lines stays as it is.
  ///
  /// - Complexity: Linear in the lines that are taken off.
  func removeFrame(from entry: inout PageEntry, body: HTMLNode, siteName: String?) {
    var names: Set<String> = []
    if let siteName, siteName.utf8.count > 1 { names.insert(siteName) }
    let headings = elements.filter { $0.isElement("h1") && body.contains($0) }
    if !headings.isEmpty {
      let home = HomeLinks(document)
      for heading in headings where home.isLed(by: heading) { names.insert(heading.foldedText) }
    }
    var dateLines: [String] = []
    func isFrame(_ line: Substring) -> Bool {
      guard line.utf8.count < 200 else { return false }
      let line = String(line)
      if names.contains(line) || CaptureLabels.countsComments(line) { return true }
      guard repeatsDate(line, of: entry) else { return false }
      dateLines.append(line)
      return true
    }
    var rest = entry.text[...]
    while let end = rest.utf8.firstIndex(of: 0x0A), isFrame(rest[..<end]) {
      rest = Substring(rest.utf8[end...].drop { $0 == 0x0A })
    }
    while let end = rest.utf8.lastIndex(of: 0x0A), isFrame(rest[rest.utf8.index(after: end)...]) {
      var above = rest.utf8[..<end]
      while above.last == 0x0A { above.removeLast() }
      rest = Substring(above)
    }
    if rest.utf8.count < entry.text.utf8.count { entry.text = String(rest) }
    for line in dateLines { readDate(from: line, into: &entry) }
  }

  /// Whether a line says no more than an article's date, with words such as "posted on" and the author's name around it.
  private func repeatsDate(_ line: String, of entry: PageEntry) -> Bool {
    guard let date = entry.date, date.precision != .month,
      // Neither an item of a list nor a quotation or a row of a table.
      let first = line.unicodeScalars.first, first.properties.isAlphabetic || ("0"..."9") ~= first,
      !line.utf8.contains(0x09),
      let match = dates.match(in: line), match.date.precision != .month,
      Self.isSameDay(date, match.date)
    else { return false }
    if date.precision != .day, match.date.precision != .day {
      guard date.civil.hour == match.date.civil.hour, date.civil.minute == match.date.civil.minute
      else { return false }
    }
    var rest = line.removing(match.leadStart..<match.range.upperBound)
    if let name = entry.authorName, let range = rest.firstRange(of: name) {
      rest.replaceSubrange(range, with: " ")
    }
    return !rest.utf8.contains { $0 >= 0x30 && $0 <= 0x39 } && ThemeText.isNoise(rest)
  }

  static func isSameDay(_ one: StatedDate, _ other: StatedDate) -> Bool {
    let (one, other) = (one.civil, other.civil)
    return (one.year, one.month, one.day) == (other.year, other.month, other.day)
  }
}
