internal import HTMLTree
internal import SourceBytes

/// Blogger pages: threaded comments, the flat `comments-block` of 2006 to 2012, the classic templates, and the boxes by
/// which many templates nested comments before Blogger did.
public struct Blogger: Producer {
  /// Makes the reader.
  public init() {}

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "blogger", title: "Blogger page, threaded, flat or classic comments",
      recognition:
        "li.comment, dt or comment_wrap with an id c and figures, links with showComment=",
      gives: "article, comments with nesting, exact times, authors and their pages, permalinks",
      isTestedOnRealPages: true)
  }

  /// One comment: the element with its id, and the parts that stand beside it in a `dl`.
  private struct Item {
    var id: String
    var node: HTMLNode
    var rest: [HTMLNode] = []

    var parts: [HTMLNode] { [node] + rest }

    func first(class token: String) -> HTMLNode? {
      for part in parts {
        if part.hasClass(token) { return part }
        if let found = part.first(class: token) { return found }
      }
      return nil
    }
  }

  private static func items(_ document: HTMLDocument) -> [Item] {
    var items: [Item] = []
    for node in document.root.elements(withAnyOf: ["id"]) {
      guard let id = node.id, isCommentID(id) else { continue }
      if node.isElement("div"), node.hasClass("comment_wrap") {
        items.append(Item(id: id, node: node))
      } else if node.isElement("li"), node.hasClass("comment") {
        items.append(Item(id: id, node: node))
      } else if node.isElement("dt") {
        let rest = node.followingSiblings.prefix { !$0.isElement("dt") }
        items.append(Item(id: id, node: node, rest: rest.filter { $0.isElement("dd") }))
      }
    }
    return items
  }

  private static func isCommentID(_ id: String) -> Bool {
    id.hasPrefix("c") && id.utf8.count > 5
      && id.utf8.dropFirst().allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// Sure where such items exist.
  public func confidence(in page: Page) -> Int {
    Self.items(page.document).isEmpty ? 0 : 90
  }

  /// Reads the article and its comments.
  public func read(_ page: Page) -> PageReading {
    let document = page.document
    var reading = PageReading(producer: summary.name, venueKind: .blog)
    let site = page.site
    reading.siteName = site.name
    reading.canonicalURL = site.canonicalURL
    let items = Self.items(document)
    let dates = PageDates.parser(for: document, within: items.flatMap(\.parts))
    let limit = items.first?.node.index ?? document.nodeCount
    let article = ArticleReader(document: document, before: limit, dates: dates)
      .entry(canonicalURL: site.canonicalURL, siteName: site.name)
    if let article { reading.entries.append(article) }
    var open: [Item] = []
    for item in items {
      while let last = open.last, last.node.endIndex <= item.node.index { open.removeLast() }
      var entry = comment(item, dates: dates, site: site)
      if let id = open.last?.id {
        entry.parent = .entry(key: id)
        entry.parentDetail = "nested under " + id
      } else if article != nil {
        entry.parent = .article
        entry.parentDetail = "not nested"
      }
      reading.entries.append(entry)
      open.append(item)
    }
    return reading
  }

  private func comment(_ item: Item, dates: PrintedDate, site: SiteTraits) -> PageEntry {
    var entry = PageEntry(kind: .comment)
    entry.key = item.id
    if item.node.isElement("div") {
      readBox(item.node, into: &entry)
    } else if item.rest.isEmpty {
      readUser(item, into: &entry)
    } else {
      readHeading(item.node, dates: dates, into: &entry)
    }
    readDate(item, dates: dates, into: &entry)
    if entry.permalink == nil { entry.permalink = site.canonicalURL.map { $0 + "#" + item.id } }
    let body =
      item.first(class: "comment-content") ?? item.first(class: "comment-body")
      ?? item.rest.first { !$0.hasClass("comment-footer") && !$0.hasClass("comment-timestamp") }
      ?? item.node.first(class: "comment_body")
    var options = ReadableTextOptions()
    for link in body?.elements(class: "comment_reply") ?? [] { options.omitted.insert(link.index) }
    entry.text = body?.readableText(options) ?? ""
    if body?.first(class: "deleted-comment") != nil { entry.status = .deleted }
    return entry
  }

  /// `comment_name`, beside a flag that a style sheet shows for the owner of the blog alone.
  private func readBox(_ node: HTMLNode, into entry: inout PageEntry) {
    guard let box = node.first(class: "comment_name") else { return }
    let flag = box.first(class: "comment_author_flag")
    let name =
      flag.map { flag in
        box.children.filter { $0 != flag }.map { child in
          child.kind == .element ? child.foldedTextWithoutImages : child.characters
        }.joined().foldingSpace
      } ?? box.foldedTextWithoutImages
    entry.authorName = name.isEmpty ? nil : name
    entry.authorURL = box.elements("a").first?.attribute("href").map(Wayback.original)
      .flatMap { $0.hasPrefix("http") ? $0 : nil }
    let inner = node.first(class: "comment_inner")
    entry.isByArticleAuthor = inner?.hasClass("comment_admin") ?? false
  }

  private func readUser(_ item: Item, into entry: inout PageEntry) {
    if let user = item.node.first(class: "user") {
      let name = user.foldedText
      entry.authorName = name.isEmpty ? nil : name
      entry.authorURL = user.first("a")?.attribute("href").map(Wayback.original)
    }
    // The mark stands in the comment's own header, two or three levels down.
    let mark = item.node.first(class: "blog-author")
    entry.isByArticleAuthor =
      mark.map { mark in mark.ancestors.prefix(3).contains { $0 == item.node } } ?? false
  }

  /// "Ada said..." or "At 2:07 PM, Ada said...": the name is linked, or stands before the verb.
  private func readHeading(_ node: HTMLNode, dates: PrintedDate, into entry: inout PageEntry) {
    entry.isByArticleAuthor = node.hasClass("blog-author")
    let line = node.foldedTextWithoutImages
    let link = node.elements("a").first { link in
      let href = link.attribute("href") ?? ""
      return !href.isEmpty && !href.hasPrefix("#") && !link.foldedTextWithoutImages.isEmpty
        && dates.match(in: link.foldedText) == nil
    }
    if let link {
      entry.authorName = link.foldedTextWithoutImages
      let href = link.attribute("href").map(Wayback.original) ?? ""
      entry.authorURL = href.hasPrefix("http") ? href : nil
      return
    }
    var name = line
    if let match = dates.match(in: line) { name = line.removing(match.range) }
    let words = name.split(separator: " ").map(String.init)
      .drop { ThemeText.isNoise($0) || ThemeText.trimmed($0).isEmpty }
    entry.authorName = ThemeText.name(from: words.joined(separator: " ").trimmingDots)
  }

  private func readDate(_ item: Item, dates: PrintedDate, into entry: inout PageEntry) {
    var links = item.parts.flatMap { $0.elements("a") }
    if item.rest.isEmpty, let own = item.first(class: "datetime") { links = own.elements("a") }
    for link in links {
      guard let href = link.attribute("href"), let range = href.firstRange(of: "showComment=")
      else { continue }
      entry.dateAsWritten = link.foldedText
      entry.date = dates.match(in: link.foldedText)?.date
      let digits = href[range.upperBound...].prefix { $0 >= "0" && $0 <= "9" }
      if let milliseconds = Int64(digits), milliseconds > 0 {
        entry.date = StatedDate(instant: milliseconds / 1000, offsetMinutes: 0)
      }
      if href.hasPrefix("http") {
        entry.permalink = Wayback.original(href).prefix { $0 != "?" && $0 != "#" } + "#" + item.id
      }
      return
    }
    for part in item.parts.reversed() where !part.hasClass("comment-body") {
      let line = part.foldedTextWithoutImages
      guard line.utf8.count < 200, let match = dates.match(in: line) else { continue }
      (entry.date, entry.dateAsWritten) = (match.date, line.part(match.range))
      return
    }
  }
}

extension String {
  /// Without the dots after "said...".
  fileprivate var trimmingDots: String {
    var slice = utf8[...]
    while let last = slice.last, last == 0x2E || last == 0x20 { slice = slice.dropLast() }
    return String(decoding: slice, as: UTF8.self)
  }
}
