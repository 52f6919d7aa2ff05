internal import HTMLTree
internal import SourceBytes

/// Pages of unknown make whose comments are schema.org items in the markup (microdata or RDFa).
public struct Microdata: Producer {
  /// Makes the reader.
  public init() {}

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "microdata", title: "Page with schema.org comments in its markup",
      recognition: "itemtype or typeof Comment, UserComments or Answer, and no known producer",
      gives: "article, comments with nesting, authors and their pages, dates",
      isTestedOnRealPages: false)
  }

  private static let types: Set<String> = ["comment", "usercomments", "answer"]

  private static func boxes(_ document: HTMLDocument) -> [HTMLNode] {
    document.root.descendants.filter { node in
      guard node.kind == .element,
        let type = node.attribute("itemtype") ?? node.attribute("typeof")
      else { return false }
      return type.wordsOfASCII.contains { word in
        let name = word.split { $0 == "/" || $0 == ":" || $0 == "#" }.last ?? ""
        return types.contains(name.lowercased())
      }
    }
  }

  /// Weaker than producers with marks of their own, surer than ids alone.
  public func confidence(in page: Page) -> Int {
    Self.boxes(page.document).isEmpty ? 0 : 56
  }

  /// Reads the article and the items that are comments.
  public func read(_ page: Page) -> PageReading {
    let document = page.document
    var reading = PageReading(producer: summary.name, venueKind: .blog)
    let site = page.site
    reading.siteName = site.name
    reading.canonicalURL = site.canonicalURL
    let boxes = Self.boxes(document)
    let dates = PageDates.parser(for: document, within: boxes)
    let start = boxes.first?.index ?? document.nodeCount
    var article = ArticleReader(document: document, before: start, dates: dates)
      .entry(canonicalURL: site.canonicalURL, siteName: site.name)
    if let stated = SchemaArticle(document, before: boxes) {
      var entry = article ?? PageEntry(kind: .article)
      if article == nil { (entry.key, entry.permalink) = ("article", site.canonicalURL) }
      stated.fill(&entry, dates: dates)
      article = entry
    }
    if let article { reading.entries.append(article) }
    var inner: [Set<Int>] = Array(repeating: [], count: boxes.count)
    var parents: [Int?] = []
    var open: [Int] = []
    for (place, box) in boxes.enumerated() {
      while let last = open.last, boxes[last].endIndex <= box.index { open.removeLast() }
      parents.append(open.last)
      if let last = open.last { inner[last].insert(box.index) }
      open.append(place)
    }
    var taken: Set<String> = []
    var keys: [String] = []
    for (place, box) in boxes.enumerated() {
      var key = box.id ?? "item-\(place + 1)"
      if !taken.insert(key).inserted { key = "item-\(place + 1)" }
      keys.append(key)
      let parts = CommentParts(
        document: document, scope: box, number: key, inner: inner[place], dates: dates)
      var entry = PageEntry(kind: .comment)
      entry.key = key
      entry.authorName = parts.author
      entry.authorURL = parts.authorURL
      entry.date = parts.date
      entry.dateAge = parts.dateAge
      entry.dateAsWritten = parts.dateAsWritten
      entry.text = parts.text
      entry.ordinal = parts.ordinal
      entry.permalink = parts.permalink
      if entry.permalink == nil, let id = box.id {
        entry.permalink = site.canonicalURL.map { $0 + "#" + id }
      }
      if let parent = parents[place] {
        entry.parent = .entry(key: keys[parent])
        entry.parentDetail = "nested under \(keys[parent])"
      } else if article != nil {
        entry.parent = .article
        entry.parentDetail = "not nested"
      }
      guard entry.authorName != nil || !entry.text.isEmpty else { continue }
      reading.entries.append(entry)
    }
    return reading
  }
}
