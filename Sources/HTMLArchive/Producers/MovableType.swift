internal import HTMLTree
internal import SourceBytes

/// Movable Type and TypePad pages of the default templates: the body first, then "Posted by".
public struct MovableType: Producer {
  /// Makes the reader.
  public init() {}

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "movabletype", title: "Movable Type and TypePad, default templates",
      recognition: "div.comments-body with span.comments-post",
      gives: "article, flat comments, authors and their pages, dates without zone",
      isTestedOnRealPages: true)
  }

  private static func boxes(_ document: HTMLDocument) -> [(box: HTMLNode, line: HTMLNode)] {
    document.root.descendants.compactMap { node in
      guard node.kind == .element,
        node.hasClass("comments-body") || node.hasClass("comments-content"),
        let line = node.first(class: "comments-post")
      else { return nil }
      return (node, line)
    }
  }

  /// Sure where such a box exists.
  public func confidence(in page: Page) -> Int {
    let document = page.document
    if !Self.boxes(document).isEmpty { return 86 }
    let hasHead = document.root.firstElement { $0.hasClass("comments-head") } != nil
    return hasHead || page.generator.contains("movable type") || page.generator.contains("typepad")
      ? 50 : 0
  }

  /// Reads the article and its comments.
  public func read(_ page: Page) -> PageReading {
    let document = page.document
    var reading = PageReading(producer: summary.name, venueKind: .blog)
    let site = SiteTraits(document)
    reading.siteName = site.name
    reading.canonicalURL = site.canonicalURL
    let boxes = Self.boxes(document)
    let dates = PageDates.parser(for: document, within: boxes.map(\.box))
    let head = document.root.firstElement { $0.hasClass("comments-head") }
    let limit = head?.index ?? boxes.first?.box.index ?? document.nodeCount
    var article = articleEntry(document, limit, dates, site)
    readPosted(document, limit, dates, into: &article)
    if let article { reading.entries.append(article) }
    for (index, found) in boxes.enumerated() {
      var entry = comment(found.box, line: found.line, dates: dates)
      entry.key = "comment-\(index + 1)"
      if article != nil {
        entry.parent = .article
        entry.parentDetail = "the template has no threads"
      }
      reading.entries.append(entry)
    }
    return reading
  }

  private func articleEntry(
    _ document: HTMLDocument, _ limit: Int, _ dates: PrintedDate, _ site: SiteTraits
  ) -> PageEntry? {
    var entry = ArticleReader(document: document, before: limit, dates: dates)
      .entry(canonicalURL: site.canonicalURL, siteName: site.name)
    if let blog = document.root.firstElement(where: { $0.hasClass("blogbody") && $0.index < limit })
    {
      var options = ReadableTextOptions()
      for node in blog.descendants where node.hasClass("title") || node.hasClass("posted") {
        options.omitted.insert(node.index)
      }
      let end = min(blog.endIndex, limit)
      if blog.index + 1 < end {
        entry?.text = document.readableText(ofNodes: blog.index + 1..<end, options: options)
      }
      if let title = blog.first(class: "title")?.foldedText, !title.isEmpty {
        entry?.subject = title
      }
    }
    return entry
  }

  /// "Posted by bill at June 19, 2011 05:29 PM" under the article.
  private func readPosted(
    _ document: HTMLDocument, _ limit: Int, _ dates: PrintedDate, into entry: inout PageEntry?
  ) {
    let node = document.root.firstElement { $0.hasClass("posted") && $0.index < limit }
    guard let line = node?.foldedText, let match = dates.match(in: line) else { return }
    entry?.date = match.date
    entry?.dateAsWritten = line.part(match.range)
    entry?.authorName = Self.name(line.part(0..<match.range.lowerBound))
  }

  private func comment(_ box: HTMLNode, line: HTMLNode, dates: PrintedDate) -> PageEntry {
    var entry = PageEntry(kind: .comment)
    let text = line.foldedText
    let match = dates.match(in: text)
    entry.date = match?.date
    entry.dateAsWritten = match.map { text.part($0.range) }
    if let link = line.first("a") {
      let name = link.foldedText
      entry.authorName = name.isEmpty ? nil : name
      let href = link.attribute("href") ?? ""
      if href.hasPrefix("http") { entry.authorURL = Wayback.original(href) }
      entry.authorAddress = MailTarget(href).address
    } else {
      entry.authorName = match.flatMap { Self.name(text.part(0..<$0.range.lowerBound)) }
    }
    var options = ReadableTextOptions()
    options.omitted.insert(line.index)
    entry.text = box.readableText(options)
    return entry
  }

  /// A name between "Posted by" and "at", in the languages of the templates that were seen.
  private static func name(_ text: String) -> String? {
    var line = ThemeText.trimmed(text)
    for lead in ["由 "] where line.hasPrefix(lead) { line = String(line.dropFirst(lead.count)) }
    for tail in [" 發表於", " 发表于"] where line.hasSuffix(tail) {
      line = String(line.dropLast(tail.count))
    }
    if let range = line.firstRange(of: "Posted by:") { line = String(line[range.upperBound...]) }
    return ThemeText.name(from: line)
  }
}
