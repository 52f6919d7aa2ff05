internal import HTMLTree
internal import SourceBytes

/// Pages with hAtom 0.1, which templates of 2006 to 2014 had: `hentry` with `entry-title` and `entry-content`.
public struct HAtom: Producer {
  /// Makes the reader.
  public init() {}

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "hatom", title: "hAtom (microformats 1): hentry",
      recognition: "elements of class hentry with entry-content, and an author or a date",
      gives: "articles, comments that are entries themselves, authors, dates, permalinks",
      isTestedOnRealPages: false)
  }

  /// Weaker than any program that is known, since many write these classes.
  public func confidence(in page: Page) -> Int {
    guard page.document.hasClass("hentry"), page.document.hasClass("entry-content") else {
      return 0
    }
    let entries = Self.entries(of: page)
    guard entries.contains(where: { $0.authorName != nil || $0.date != nil }) else { return 0 }
    // Without comments of its own, a list of them that is told by its structure is worth more.
    return entries.contains { $0.kind == .comment } ? 28 : 12
  }

  /// Reads every entry.
  public func read(_ page: Page) -> PageReading {
    var reading = PageReading(producer: summary.name, venueKind: .blog)
    let site = page.site
    reading.siteName = site.name
    reading.canonicalURL = site.canonicalURL
    reading.entries = Self.entries(of: page)
    let articles = reading.entries.filter { $0.kind == .article }
    if articles.count == 1, let index = reading.entries.firstIndex(where: { $0.kind == .article }),
      reading.entries[index].permalink == nil
    {
      reading.entries[index].permalink = site.canonicalURL
    }
    return reading
  }

  /// The entries of a page in its order; an entry among comments, or inside another one, answers it.
  static func entries(of page: Page) -> [PageEntry] {
    let document = page.document
    let nodes = document.root.elements(class: "hentry").prefix(5000)
    let dates = PageDates.parser(for: document, within: Array(nodes))
    let starts = nodes.map(\.index)
    var open: [(end: Int, key: String)] = []
    var taken: Set<String> = []
    var found: [PageEntry] = []
    for (place, node) in nodes.enumerated() {
      while let last = open.last, last.end <= node.index { open.removeLast() }
      let next = place + 1 < starts.count ? starts[place + 1] : document.nodeCount
      let own = node.index + 1..<max(min(node.endIndex, next), node.index + 1)
      var entry = entry(own.map { document[$0] }.filter { $0.kind == .element }, dates)
      let key = node.id ?? entry.permalink ?? "entry-\(place + 1)"
      entry.key = taken.insert(key).inserted ? key : "\(key).\(place + 1)"
      let isComment = !open.isEmpty || isAmongComments(node)
      entry.kind = isComment ? .comment : .article
      if let around = open.last {
        entry.parent = .entry(key: around.key)
        entry.parentDetail = "inside \(around.key)"
      } else if isComment, found.contains(where: { $0.kind == .article }) {
        entry.parent = .article
        entry.parentDetail = "not nested"
      }
      guard entry.authorName != nil || !entry.text.isEmpty else { continue }
      open.append((node.endIndex, entry.key ?? key))
      found.append(entry)
    }
    return found
  }

  private static func isAmongComments(_ node: HTMLNode) -> Bool {
    for holder in [node] + Array(node.ancestors.prefix(4)) {
      let names = (holder.classes + [holder.id ?? ""]).map { $0.lowercased() }
      if names.contains(where: {
        $0 == "comment" || $0.hasPrefix("comment") || $0.hasPrefix("replies")
      }) {
        return true
      }
    }
    return false
  }

  private static func entry(_ own: [HTMLNode], _ dates: PrintedDate) -> PageEntry {
    var entry = PageEntry(kind: .article)
    func first(_ token: String) -> HTMLNode? { own.first { $0.hasClass(token) } }
    let title = first("entry-title")?.foldedText ?? ""
    entry.subject = title.isEmpty ? nil : title
    if let card = first("author") ?? first("vcard") {
      let name = card.first(class: "fn") ?? card
      entry.authorName = ThemeText.name(from: name.foldedTextWithoutImages)
      let link = card.first(class: "url") ?? card.first("a") ?? (card.isElement("a") ? card : nil)
      entry.authorURL = link?.attribute("href").map(Wayback.original).flatMap {
        $0.hasPrefix("http") ? $0 : nil
      }
    } else if let name = first("fn") {
      entry.authorName = ThemeText.name(from: name.foldedTextWithoutImages)
    }
    for token in ["published", "updated", "dt-published", "entry-date"] {
      guard entry.date == nil, let stamp = first(token) else { continue }
      let titled = [stamp] + stamp.childElements
      let written =
        titled.compactMap { $0.attribute("title") ?? $0.attribute("datetime") } + [stamp.foldedText]
      for text in written {
        guard let match = dates.match(in: text) else { continue }
        (entry.date, entry.dateAsWritten) = (match.date, text.part(match.range))
        break
      }
    }
    let link = own.first { $0.isElement("a") && $0.hasToken("bookmark", in: "rel") }
    entry.permalink = link?.attribute("href").map(Wayback.original).flatMap {
      $0.hasPrefix("http") ? $0 : nil
    }
    if let body = first("entry-content") ?? first("entry-summary") {
      var options = ReadableTextOptions()
      for inner in body.descendants where inner.hasClass("hentry") {
        options.omitted.insert(inner.index)
      }
      entry.text = body.readableText(options)
    }
    return entry
  }
}
