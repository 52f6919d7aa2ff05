internal import HTMLTree
internal import SourceBytes

/// Drupal 6, 7 and 8 node pages with comments.
public struct Drupal: Producer {
  /// Makes the reader.
  public init() {}

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "drupal", title: "Drupal 6 to 8, page with comments",
      recognition:
        "comment-N anchors with div.indented, div.submitted, RDFa or schema.org comments",
      gives: "article, comments with nesting, subjects, authors, dates", isTestedOnRealPages: true)
  }

  private struct Item {
    var number: String
    var node: HTMLNode
    var depth: Int
    var statedParent: String?
  }

  /// Sure where comments have the marks of one of the versions.
  public func confidence(in page: Page) -> Int {
    let items = Self.items(page.document)
    guard !items.isEmpty else { return 0 }
    let isDrupal =
      page.generator.contains("drupal")
      || page.document.root.firstElement { node in
        node.hasClass("indented") || node.attributeEquals("typeof", "schema:Comment")
          || node.hasToken("sioc:reply_of", in: "rel")
          || node.attribute("data-comment-timestamp") != nil
      } != nil
    let hasSubmitted = items.contains { item in
      item.node.first(class: "submitted") != nil
        || item.node.first(class: "comment-submitted") != nil
    }
    return isDrupal ? 92 : hasSubmitted ? 88 : 0
  }

  private static func items(_ document: HTMLDocument) -> [Item] {
    var items: [Item] = []
    var seen: Set<String> = []
    var depths: [Int: Int] = [:]
    for node in document.root.elements(withAnyOf: ["id", "about"]) {
      guard let id = node.attribute("id") ?? node.attribute("about"),
        let number = number(of: id), !seen.contains(number), let box = box(of: node)
      else { continue }
      seen.insert(number)
      items.append(
        Item(
          number: number, node: box, depth: depth(of: node, &depths),
          statedParent: statedParent(box)))
    }
    return items
  }

  /// A link without scheme and host.
  private static func relative(_ href: String) -> String {
    let target = Wayback.original(href)
    guard let range = target.firstRange(of: "/comment/") else { return target }
    return String(target[range.lowerBound...])
  }

  private static func number(of id: String) -> String? {
    if id.hasPrefix("comment-") { return CommentBox.number(ofID: id) }
    guard id.hasPrefix("/comment/"), let hash = id.firstIndex(of: "#") else { return nil }
    return CommentBox.number(ofID: String(id[id.index(after: hash)...]))
  }

  /// Drupal 6 puts an empty anchor before the comment; later ones give the id to the comment.
  private static func box(of node: HTMLNode) -> HTMLNode? {
    if node.isElement("article") || node.hasClass("comment") { return node }
    guard node.isElement("a"), node.endIndex <= node.index + 2 else { return nil }
    for sibling in node.followingSiblings.prefix(4) where sibling.kind == .element {
      return sibling.hasClass("comment") || sibling.isElement("article")
        || sibling.first(class: "comment-submitted") != nil ? sibling : nil
    }
    return nil
  }

  /// How many `div.indented` lie around a node; each element is counted once.
  private static func depth(of node: HTMLNode, _ known: inout [Int: Int]) -> Int {
    var path: [HTMLNode] = []
    var depth = 0
    for ancestor in node.ancestors {
      if let value = known[ancestor.index] {
        depth = value
        break
      }
      path.append(ancestor)
    }
    for ancestor in path.reversed() {
      if ancestor.hasClass("indented") { depth += 1 }
      known[ancestor.index] = depth
    }
    return depth
  }

  /// Drupal 7 names the node and then the parent comment in RDFa; later ones say "In reply to" in a
  /// hidden line of the footer.
  private static func statedParent(_ box: HTMLNode) -> String? {
    if let footer = box.first(class: "comment__meta") ?? box.first("footer") {
      for line in footer.elements("p") where line.hasClass("visually-hidden") {
        guard !line.hasClass("comment__permalink"), let href = line.first("a")?.attribute("href"),
          let number = number(of: relative(href))
        else { continue }
        return number
      }
    }
    for node in box.elements("span") where node.hasToken("sioc:reply_of", in: "rel") {
      if let resource = node.attribute("resource"), let number = number(of: resource) {
        return number
      }
    }
    return nil
  }

  /// Reads the article and its comments.
  public func read(_ page: Page) -> PageReading {
    let document = page.document
    var reading = PageReading(producer: summary.name, venueKind: .forum)
    var site = page.site
    // Drupal turns the pages of comments by `page`; mirrors rewrite the links that would show it.
    site.canonicalURL = site.canonicalURL.map(PagedAddress.withoutPager)
    reading.siteName = site.name
    reading.canonicalURL = site.canonicalURL
    let items = Self.items(document)
    let dates = PageDates.parser(for: document, within: items.map(\.node))
    let article = ArticleReader(
      document: document, before: items.first?.node.index ?? document.nodeCount, dates: dates
    ).entry(canonicalURL: site.canonicalURL, siteName: site.name)
    if var article {
      if article.authorName == nil { readAuthor(document, items, dates, into: &article) }
      reading.entries.append(article)
    }
    var path: [Item] = []
    for item in items {
      while let last = path.last, last.depth >= item.depth { path.removeLast() }
      var entry = comment(item, dates: dates, site: site)
      if let parent = item.statedParent ?? path.last?.number {
        entry.parent = .entry(key: "comment-" + parent)
        entry.parentDetail =
          item.statedParent == nil
          ? "indented under comment-" + parent : "sioc:reply_of comment-" + parent
      } else if article != nil {
        entry.parent = .article
        entry.parentDetail = "not indented"
      }
      reading.entries.append(entry)
      path.append(item)
    }
    return reading
  }

  private func comment(_ item: Item, dates: PrintedDate, site: SiteTraits) -> PageEntry {
    let node = item.node
    var entry = PageEntry(kind: .comment)
    entry.key = "comment-" + item.number
    let title = node.first(class: "title") ?? node.firstElement { $0.isElement("h3") }
    let permalink = node.firstElement {
      $0.hasClass("permalink") || $0.hasToken("schema:name", in: "property")
    }
    for candidate in [title, permalink] {
      let text = candidate?.foldedText ?? ""
      if !text.isEmpty, text.lowercased() != "permalink" {
        entry.subject = text
        break
      }
    }
    entry.isByArticleAuthor =
      node.hasClass("by-node-author") || node.hasClass("comment-by-node-author")
      || node.hasClass("comment--by-node-author") || node.hasClass("comment-by-author")
    readByline(node, dates: dates, into: &entry)
    var body = node.firstElement {
      $0.hasToken("schema:text", in: "property") || $0.hasToken("content:encoded", in: "property")
    }
    for token in Self.bodyClasses where body == nil { body = node.first(class: token) }
    entry.text = text(body, of: node)
    entry.permalink = site.canonicalURL.map { $0 + "#comment-" + item.number }
    return entry
  }

  private static let bodyClasses = [
    "field--name-comment-body", "field-name-comment-body", "content", "comment-content",
    "comment-body", "comment__text", "text-formatted", "text-content", "comment__content",
  ]

  private func readByline(_ node: HTMLNode, dates: PrintedDate, into entry: inout PageEntry) {
    let stamp = node.firstElement {
      $0.hasToken("schema:dateCreated", in: "property") || $0.hasToken("dc:date", in: "property")
    }
    if let value = stamp?.attribute("content"), let match = dates.match(in: value) {
      (entry.date, entry.dateAsWritten) = (match.date, value)
    }
    let byline =
      node.first(class: "submitted") ?? node.first(class: "comment-submitted") ?? node.first(
        "footer") ?? node.first("header")
    let line = byline?.foldedTextWithoutImages ?? ""
    if let match = dates.match(in: line) {
      if entry.date == nil {
        (entry.date, entry.dateAsWritten) = (match.date, line.part(match.range))
      }
      // Garland prints the date first: "Mon, 03/05/2012 - 14:07 — Ada".
      entry.authorName = Self.author(of: line, around: match.range)
    }
    let marked = ["comment__author", "commenter-name", "submitted_author"].lazy
      .compactMap { node.first(class: $0) }.first
    if let marked, let name = Self.name(marked.foldedTextWithoutImages) {
      entry.authorName = name
    }
    if let user = node.first(class: "username") {
      entry.authorName = Self.name(user.foldedText) ?? entry.authorName
      entry.authorURL = user.attribute("href").flatMap { $0.hasPrefix("http") ? $0 : nil }
    } else if let link = byline?.first("a") ?? marked?.first("a"),
      let name = Self.name(link.foldedText), entry.authorName?.contains(name) ?? true
    {
      entry.authorName = name
      entry.authorURL = link.attribute("href").map(Wayback.original).flatMap {
        $0.hasPrefix("http") ? $0 : nil
      }
    }
  }

  /// "Sat, 03/04/2006 - 10:00 — ada" above the article, which Garland and its kin print in no other way.
  private func readAuthor(
    _ document: HTMLDocument, _ items: [Item], _ dates: PrintedDate, into article: inout PageEntry
  ) {
    let limit = items.first?.node.index ?? document.nodeCount
    for node in document.root.elements(class: "submitted") where node.index < limit {
      let line = node.foldedTextWithoutImages
      guard let match = dates.match(in: line) else { continue }
      article.authorName = Self.author(of: line, around: match.range)
      return
    }
  }

  /// The name before the date of a line, or, as Garland prints it, after: "Mon, 03/05/2012 - 14:07 — Ada".
  private static func author(of line: String, around date: Range<Int>) -> String? {
    let before = name(withoutWeekday(line.part(0..<date.lowerBound)))
      .flatMap { ThemeText.isNoise($0) ? nil : $0 }
    return before ?? name(upToBar(line.part(date.upperBound..<line.utf8.count)))
  }

  /// Text before a bar, without the dash that stands before a name.
  private static func upToBar(_ text: String) -> String {
    ThemeText.trimmed(text.components(" | ")[0])
  }

  /// Without the weekday that belongs to the date after it.
  private static func withoutWeekday(_ text: String) -> String {
    let words = text.split(separator: " ")
    guard let last = words.last, MonthNames.isWeekday(ThemeText.trimmed(String(last)).lowercased())
    else { return text }
    return words.dropLast().joined(separator: " ")
  }

  /// A name without "Submitted by" and the weekday of the date after it; "(not verified)" stays, as shown.
  private static func name(_ text: String) -> String? {
    var line = text
    for stop in [" | ", " on ", " am ", " le ", " el ", " op "] {
      if let range = line.firstRange(of: stop) { line = String(line[..<range.lowerBound]) }
    }
    return ThemeText.name(from: line)
  }

  private func text(_ body: HTMLNode?, of node: HTMLNode) -> String {
    guard let body else { return "" }
    var options = ReadableTextOptions()
    for child in body.descendants where child.kind == .element {
      if child.hasClass("links") || child.hasClass("user-signature") || child.hasClass("submitted")
      {
        options.omitted.insert(child.index)
      }
    }
    return body.readableText(options)
  }
}
