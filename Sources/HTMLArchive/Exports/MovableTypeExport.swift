internal import HTMLTree
internal import SourceBytes

/// The text that Movable Type and TypePad export, and that many others write for moving house.
///
/// Fields, then sections, each closed by five dashes; eight dashes close an entry. Dashes count only where
/// what follows shows that they are no line of a text.
struct MovableTypeExport: DataExport {
  var summary: ProducerSummary {
    ProducerSummary(
      name: "movabletype-export", title: "Movable Type export (text)",
      recognition: "fields such as TITLE: and DATE:, five dashes, and a section BODY:",
      gives: "articles, comments, pings, authors and their pages, dates without zone",
      isTestedOnRealPages: false)
  }

  func read(_ file: DataFile, at location: SourceLocation) -> PageReading? {
    guard case .text(let bytes) = file, let lines = MovableTypeLines(bytes) else { return nil }
    var reading = PageReading(producer: summary.name, venueKind: .blog)
    var commentCount = 0
    for (index, item) in lines.entries.enumerated() {
      var article = self.article(item, lines)
      article.key = "entry-\(index + 1)"
      reading.entries.append(article)
      for section in item.sections where section.label == "COMMENT" || section.label == "PING" {
        commentCount += 1
        var entry = reply(section, lines)
        entry.key = "comment-\(commentCount)"
        entry.parent = .entry(key: "entry-\(index + 1)")
        entry.parentDetail = "below entry \(index + 1)"
        reading.entries.append(entry)
      }
    }
    return reading.entries.isEmpty ? nil : reading
  }

  private func article(_ item: MovableTypeLines.Entry, _ lines: MovableTypeLines) -> PageEntry {
    var entry = PageEntry(kind: .article)
    let (fields, _) = lines.fields(item.head, isOpen: true)
    entry.subject = fields["TITLE"].map(ExportReader.line)
    entry.authorName = fields["AUTHOR"]
    entry.permalink = (fields["UNIQUE URL"] ?? fields["PERMALINK"]).flatMap {
      $0.hasPrefix("http") ? $0 : nil
    }
    readDate(fields, into: &entry)
    if let status = fields["STATUS"]?.lowercased(), status != "publish", status != "1" {
      entry.status = .held
    }
    let parts = item.sections.filter { $0.label == "BODY" || $0.label == "EXTENDED BODY" }
    entry.text = parts.map { Self.text(lines.text($0.lines)) }.filter { !$0.isEmpty }
      .joined(separator: "\n\n")
    return entry
  }

  private func reply(
    _ section: MovableTypeLines.Section, _ lines: MovableTypeLines
  ) -> PageEntry {
    let isPing = section.label == "PING"
    var entry = PageEntry(kind: isPing ? .pingback : .comment)
    let (fields, end) = lines.fields(section.lines, isOpen: false)
    entry.authorName = (isPing ? fields["BLOG NAME"] ?? fields["TITLE"] : fields["AUTHOR"])
      .map(ExportReader.line)
    entry.authorURL = fields["URL"].flatMap { $0.hasPrefix("http") ? $0 : nil }
    entry.authorAddress = fields["EMAIL"].flatMap(MaskedAddress.unmask)
    if isPing { entry.subject = fields["TITLE"].map(ExportReader.line) }
    readDate(fields, into: &entry)
    entry.text = Self.text(lines.text(end..<section.lines.upperBound))
    return entry
  }

  private func readDate(_ fields: [String: String], into entry: inout PageEntry) {
    guard let written = fields["DATE"] else { return }
    entry.dateAsWritten = written
    var parser = PrintedDate()
    parser.order = .monthFirst
    entry.date = parser.match(in: written)?.date
  }

  private static func text(_ html: String) -> String {
    ExportReader.text(ofHTML: html, breaksLines: true)
  }
}
