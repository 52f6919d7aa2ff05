internal import HTMLTree
internal import SourceBytes

/// Item pages of Hacker News and other sites of its program: a story or one comment, and what answers it.
public struct HackerNews: Producer {
  /// Makes the reader.
  public init() {}

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "hackernews", title: "Hacker News, item page",
      recognition: "table.fatitem or tr.comtr with a.hnuser",
      gives: "story, comments with nesting by indentation, authors, times where the page has them",
      isTestedOnRealPages: false)
  }

  /// Sure by the item's table or the comments' rows.
  public func confidence(in page: Page) -> Int {
    let root = page.document.root
    guard root.first(class: "hnuser") != nil else { return 0 }
    return root.first(class: "fatitem") != nil || root.first(class: "comtr") != nil ? 93 : 0
  }

  /// Reads the item at the top and the comments below it.
  public func read(_ page: Page) -> PageReading {
    var reading = PageReading(producer: summary.name, venueKind: .forum)
    let document = page.document
    let title = document.elements("title").first?.foldedText ?? ""
    if let bar = title.range(ofLast: " | ") { reading.siteName = String(title[bar.upperBound...]) }
    let isNews = reading.siteName == "Hacker News"
    let top = document.root.first(class: "fatitem")
    var topKey: String?
    if let top, let entry = item(top) {
      topKey = entry.key
      reading.entries.append(entry)
    }
    // The comments still open, with their indentation.
    var open: [(indent: Int, key: String)] = []
    for (number, box) in boxes(document, after: top).enumerated() {
      guard var entry = comment(box) else { continue }
      let indent = Self.indent(of: box)
      while let last = open.last, last.indent >= indent { open.removeLast() }
      let key = entry.key ?? "comment-\(number + 1)"
      entry.key = key
      if let parent = open.last {
        entry.parent = .entry(key: parent.key)
        entry.parentDetail = "set in below \(parent.key)"
      } else if let topKey {
        let isStory = reading.entries.first?.kind == .article
        entry.parent = isStory ? .article : .entry(key: topKey)
        entry.parentDetail = "not set in"
      }
      open.append((indent, key))
      reading.entries.append(entry)
    }
    if isNews {
      for index in reading.entries.indices {
        guard let key = reading.entries[index].key, Int(key) != nil else { continue }
        reading.entries[index].permalink = "https://news.ycombinator.com/item?id=" + key
      }
    }
    if document.root.first(class: "morelink") != nil {
      reading.findings.append(
        page.finding(
          .note, PageFindings.morePages, "more comments are on further pages",
          hint: "save and import the pages behind \u{201C}More\u{201D} too"))
    }
    return reading
  }

  /// The rows of comments; pages before 2014 have no class on them.
  private func boxes(_ document: HTMLDocument, after top: HTMLNode?) -> [HTMLNode] {
    var rows = document.root.elements(class: "comtr")
    if rows.isEmpty {
      rows = document.root.elements(class: "default").compactMap { cell in
        guard cell.index >= (top?.endIndex ?? 0) else { return nil }
        return cell.ancestors.prefix(4).first { $0.isElement("tr") }
      }
    }
    // Rows never lie in each other: answers are set in, not nested.
    var end = 0
    return rows.filter { row in
      guard row.index >= end else { return false }
      end = row.endIndex
      return true
    }
  }

  /// The story, poll, job or comment in the table at the top.
  private func item(_ table: HTMLNode) -> PageEntry? {
    let heading = table.first(class: "titleline") ?? table.first(class: "title")
    guard let link = (table.first(class: "storylink") ?? heading?.first("a")) else {
      return comment(table)
    }
    var entry = PageEntry(kind: .article)
    entry.key = key(of: table)
    entry.subject = link.foldedText
    readHead(table, into: &entry)
    if let text = table.first(class: "toptext") { entry.text = text.readableText() }
    if entry.text.isEmpty, let href = link.attribute("href"), href.hasPrefix("http") {
      entry.text = Wayback.original(href)
    }
    return entry
  }

  private func comment(_ box: HTMLNode) -> PageEntry? {
    var entry = PageEntry(kind: .comment)
    entry.key = key(of: box)
    readHead(box, into: &entry)
    let body = box.first(class: "commtext") ?? box.first(class: "comment")
    if let body {
      var options = ReadableTextOptions()
      for node in body.elements(class: "reply") { options.omitted.insert(node.index) }
      entry.text = body.readableText(options)
    }
    if entry.authorName == nil {
      // A deleted comment keeps its place, for others answer it.
      guard entry.key != nil else { return nil }
      entry.status = .deleted
    }
    return entry
  }

  private func key(of box: HTMLNode) -> String? {
    func number(_ node: HTMLNode) -> String? { node.id.flatMap { Int($0) == nil ? nil : $0 } }
    if let own = number(box) { return own }
    if let row = box.firstElement(where: { $0.isElement("tr") && number($0) != nil }) {
      return number(row)
    }
    for link in box.elements("a") {
      guard let href = link.attribute("href"), let mark = href.firstRange(of: "item?id=") else {
        continue
      }
      let id = href[mark.upperBound...].prefix { $0 >= "0" && $0 <= "9" }
      if !id.isEmpty { return String(id) }
    }
    return nil
  }

  private func readHead(_ box: HTMLNode, into entry: inout PageEntry) {
    if let user = box.first(class: "hnuser") {
      let name = user.foldedText
      entry.authorName = name.isEmpty ? nil : name
    }
    guard let age = box.first(class: "age") else { return }
    let shown = age.foldedText
    entry.dateAsWritten = shown.isEmpty ? nil : shown
    guard let title = age.attribute("title"), let match = PrintedDate().match(in: title) else {
      entry.date = PrintedDate().match(in: shown)?.date
      return
    }
    entry.dateAsWritten = title
    // The clock is UTC: newer pages print the seconds since 1970 beside it.
    entry.date = StatedDate(
      instant: match.date.instant, offsetMinutes: match.date.offsetMinutes ?? 0,
      precision: match.date.precision)
  }

  /// How far a comment is set in: the attribute `indent`, or the width of the picture that does it.
  private static func indent(of box: HTMLNode) -> Int {
    let cell = box.first(class: "ind")
    if let level = cell?.attribute("indent").flatMap({ Int($0) }) { return level * 40 }
    let picture = (cell ?? box).first("img")
    return picture?.attribute("width").flatMap { Int($0) } ?? 0
  }
}

extension String {
  /// The last place of a text in it.
  fileprivate func range(ofLast text: String) -> Range<String.Index>? {
    ranges(of: text).last
  }
}
