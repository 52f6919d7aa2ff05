internal import HTMLTree
internal import SourceBytes

/// Blogger pages with threaded comments.
public struct Blogger: Producer {
  /// Makes the reader.
  public init() {}

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "blogger", title: "Blogger page with threaded comments",
      recognition: "li.comment with an id c and figures, links with showComment=",
      gives: "article, comments with nesting, exact times, authors and their pages, permalinks",
      isTestedOnRealPages: true)
  }

  private static func items(_ document: HTMLDocument) -> [HTMLNode] {
    document.elements("li").filter { node in
      guard node.hasClass("comment"), let id = node.id, id.hasPrefix("c") else { return false }
      return id.utf8.count > 5 && id.utf8.dropFirst().allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }
  }

  /// Sure where such items exist.
  public func confidence(in page: Page) -> Int {
    Self.items(page.document).isEmpty ? 0 : 90
  }

  /// Reads the article and its comments.
  public func read(_ page: Page) -> PageReading {
    let document = page.document
    var reading = PageReading(producer: summary.name, venueKind: .blog)
    let site = SiteTraits(document)
    reading.siteName = site.name
    reading.canonicalURL = site.canonicalURL
    let items = Self.items(document)
    let limit = items.first?.index ?? document.nodeCount
    let article = ArticleReader(document: document, before: limit, dates: PrintedDate())
      .entry(canonicalURL: site.canonicalURL, siteName: site.name)
    if let article { reading.entries.append(article) }
    var open: [HTMLNode] = []
    for item in items {
      while let last = open.last, last.endIndex <= item.index { open.removeLast() }
      var entry = comment(item)
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

  private func comment(_ item: HTMLNode) -> PageEntry {
    var entry = PageEntry(kind: .comment)
    entry.key = item.id
    if let user = item.first(class: "user") {
      let name = user.foldedText
      entry.authorName = name.isEmpty ? nil : name
      entry.authorURL = user.first("a")?.attribute("href").map(Wayback.original)
    }
    entry.isByArticleAuthor =
      item.first(class: "blog-author")
      .map { $0.endIndex <= item.endIndex && $0.parent?.parent?.parent == item } ?? false
    if let link = item.first(class: "datetime")?.first("a"), let href = link.attribute("href") {
      entry.dateAsWritten = link.foldedText
      entry.date = PrintedDate().match(in: link.foldedText)?.date
      if let range = href.firstRange(of: "showComment=") {
        let digits = href[range.upperBound...].prefix { $0 >= "0" && $0 <= "9" }
        if let milliseconds = Int64(digits), milliseconds > 0 {
          entry.date = StatedDate(instant: milliseconds / 1000, offsetMinutes: 0)
        }
      }
      if href.hasPrefix("http") {
        let page = Wayback.original(href).prefix { $0 != "?" && $0 != "#" }
        entry.permalink = page + "#" + (item.id ?? "")
      }
    }
    entry.text = item.first(class: "comment-content")?.readableText() ?? ""
    if item.first(class: "comment-content")?.first(class: "deleted-comment") != nil {
      entry.status = .deleted
    }
    return entry
  }
}
