internal import HTMLTree
internal import SourceBytes

/// The marks of a program whose comments sit in boxes of one class, each with an id, nested where they answer.
struct CommentTemplate {
  /// The class of a comment's box.
  var box: String
  /// What the box's id starts with, before the comment's own id.
  var idPrefix: String
  /// Classes or `data-role`s of the author's name, the likeliest first.
  var author: [String]
  /// The same of the date.
  var date: [String]
  /// The same of the body.
  var body: [String]

  /// The boxes of a page, in document order.
  func boxes(in document: HTMLDocument) -> [HTMLNode] {
    document.root.descendants.filter { node in
      node.kind == .element && node.hasClass(box)
        && (node.attribute("id")?.hasPrefix(idPrefix) ?? false)
    }
  }

  /// Reads a page: the article above the first box, then the comments.
  ///
  /// - Complexity: Linear in the nodes of the page.
  func read(_ page: Page, as producer: String) -> PageReading {
    let document = page.document
    var reading = PageReading(producer: producer, venueKind: .blog)
    let site = SiteTraits(document)
    reading.siteName = site.name
    reading.canonicalURL = site.canonicalURL
    let boxes = boxes(in: document)
    let dates = PageDates.parser(for: document, within: boxes)
    let article = ArticleReader(
      document: document, before: boxes.first?.index ?? document.nodeCount, dates: dates
    ).entry(canonicalURL: site.canonicalURL, siteName: site.name)
    // A frame that was saved alone has no article.
    let hasArticle = article.map { !$0.text.isEmpty } ?? false
    if let article, hasArticle { reading.entries.append(article) }
    var open: [(end: Int, key: String)] = []
    for (place, box) in boxes.enumerated() {
      while let last = open.last, last.end <= box.index { open.removeLast() }
      let next = place + 1 < boxes.count ? boxes[place + 1].index : box.endIndex
      // A comment's own parts stand before the first answer inside it.
      let own = box.index + 1..<min(box.endIndex, next)
      var entry = entry(document, own, dates: dates)
      let key = box.id ?? "item-\(place + 1)"
      entry.key = key
      entry.permalink = site.canonicalURL.map { $0 + "#" + key }
      if let parent = open.last, parent.key != key {
        entry.parent = .entry(key: parent.key)
        entry.parentDetail = "nested under \(parent.key)"
      } else if hasArticle {
        entry.parent = .article
        entry.parentDetail = "not nested"
      }
      open.append((box.endIndex, key))
      guard entry.authorName != nil || !entry.text.isEmpty else { continue }
      reading.entries.append(entry)
    }
    return reading
  }

  private func entry(
    _ document: HTMLDocument, _ range: Range<Int>, dates: PrintedDate
  ) -> PageEntry {
    let own = range.isEmpty ? [] : range.map { document[$0] }.filter { $0.kind == .element }
    func text(_ node: HTMLNode) -> String {
      document.readableText(ofNodes: node.index + 1..<min(node.endIndex, range.upperBound))
    }
    var entry = PageEntry(kind: .comment)
    if let node = find(author, in: own) {
      entry.authorName = ThemeText.name(from: text(node).foldingSpace)
      let link = own.first { node.contains($0) && $0.isElement("a") }
      let address = link?.attribute("href").map(Wayback.original)
      entry.authorURL = address.flatMap { $0.hasPrefix("http") ? $0 : nil }
    }
    let time = own.first { $0.isElement("time") } ?? find(date, in: own)
    for written in [time?.attribute("datetime"), time?.attribute("title"), time.map(text)] {
      guard let written = written?.foldingSpace, !written.isEmpty else { continue }
      entry.dateAsWritten = written
      guard let match = dates.match(in: written) else { continue }
      entry.date = match.date
      break
    }
    if let node = find(body, in: own) { entry.text = text(node) }
    return entry
  }

  private func find(_ names: [String], in nodes: [HTMLNode]) -> HTMLNode? {
    for name in names {
      let node = nodes.first { $0.hasClass(name) || $0.attributeEquals("data-role", name) }
      if let node { return node }
    }
    return nil
  }
}
