internal import HTMLTree
internal import SourceBytes

/// Pages of the open web's own vocabulary: `h-entry` articles with `h-cite` comments (microformats2).
public struct Microformats: Producer {
  /// Makes the reader.
  public init() {}

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "microformats", title: "Page with microformats2 (h-entry, h-cite, h-feed)",
      recognition: "an h-entry with e-content or p-name, best with p-comment or u-comment inside",
      gives: "articles, comments with nesting, authors and their pages, dates, permalinks",
      isTestedOnRealPages: false)
  }

  /// Sure where comments are marked; an `h-entry` alone says less.
  public func confidence(in page: Page) -> Int {
    let items = MicroformatItem.items(in: page.document)
    let articles = items.filter { $0.role == .article }
    // Comments may be marked where the article is not.
    if items.contains(where: { $0.role == .comment }) { return 60 }
    return articles.contains { $0.property("e-content") != nil } ? 35 : 0
  }

  /// Reads articles and what is marked as an answer to them.
  public func read(_ page: Page) -> PageReading {
    let document = page.document
    var reading = PageReading(producer: summary.name, venueKind: .blog)
    let site = page.site
    reading.siteName = site.name
    reading.canonicalURL = site.canonicalURL
    let items = MicroformatItem.items(in: document)
    let article = unmarkedArticle(document, items, site)
    if let article { reading.entries.append(article) }
    var keys: [Int: String] = [:]
    var taken: Set<String> = []
    var keysByAddress: [String: String] = [:]
    var replies: [(place: Int, addresses: [String])] = []
    for (number, item) in items.enumerated() where item.role != .other {
      var entry = self.entry(item)
      let key = item.node.id ?? entry.permalink ?? "item-\(number + 1)"
      entry.key = taken.insert(key).inserted ? key : "\(key).\(number + 1)"
      keys[number] = entry.key
      if item.role == .comment {
        readParent(item, keys, keysByAddress, into: &entry)
        if entry.parent == nil, article != nil {
          entry.parent = .article
          entry.parentDetail = "not nested"
        }
      }
      if let address = entry.permalink { keysByAddress[address] = entry.key }
      guard entry.authorName != nil || !entry.text.isEmpty || entry.subject != nil else { continue }
      if item.role == .article {
        replies.append((reading.entries.count, item.addresses("u-in-reply-to")))
      }
      reading.entries.append(entry)
    }
    // Feeds show the newest first, so an answer may stand above what it answers, or on a site of its own.
    for reply in replies {
      let absolute = reply.addresses.filter { $0.hasPrefix("http") }
      guard let address = absolute.last(where: { keysByAddress[$0] != nil }) ?? absolute.last
      else { continue }
      let key = keysByAddress[address]
      guard key != reading.entries[reply.place].key else { continue }
      reading.entries[reply.place].parent =
        key.map { .entry(key: $0) } ?? .permalink(address)
      reading.entries[reply.place].parentDetail = "in-reply-to"
      if key != nil { reading.entries[reply.place].kind = .comment }
    }
    // Below a single article stand the titles of what else there is to read.
    if reading.entries.count(where: { $0.kind == .article && !$0.text.isEmpty }) == 1 {
      let answered = Set(
        reading.entries.compactMap { entry -> String? in
          if case .entry(let key) = entry.parent { key } else { nil }
        })
      reading.entries.removeAll { entry in
        entry.kind == .article && entry.text.isEmpty && entry.parent == nil
          && !(entry.key.map(answered.contains) ?? false)
      }
    }
    return reading
  }

  /// The article above comments that are marked, where it is no `h-entry` itself.
  private func unmarkedArticle(
    _ document: HTMLDocument, _ items: [MicroformatItem], _ site: SiteTraits
  ) -> PageEntry? {
    guard !items.contains(where: { $0.role == .article }),
      let first = items.first(where: { $0.role == .comment })
    else { return nil }
    // The heading of the comments lies in what holds them.
    let holder = first.node.parent
    let isOfComments =
      holder.map { $0.first("p").map { $0.index > first.node.index } ?? true } ?? false
    let start = isOfComments ? holder?.index ?? first.node.index : first.node.index
    let article = ArticleReader(
      document: document, before: start, dates: PrintedDate()
    ).entry(canonicalURL: site.canonicalURL, siteName: site.name, besideComments: true)
    return article.flatMap { $0.text.isEmpty ? nil : $0 }
  }

  private func readParent(
    _ item: MicroformatItem, _ keys: [Int: String], _ keysByAddress: [String: String],
    into entry: inout PageEntry
  ) {
    let answered = item.addresses("u-in-reply-to").compactMap { keysByAddress[$0] }.last
    if let answered, answered != entry.key {
      entry.parent = .entry(key: answered)
      entry.parentDetail = "in-reply-to"
    } else if let around = item.parent, let key = keys[around] {
      entry.parent = .entry(key: key)
      entry.parentDetail = "inside \(key)"
    }
  }

  private func entry(_ item: MicroformatItem) -> PageEntry {
    var entry = PageEntry(kind: item.role == .article ? .article : .comment)
    if let author = item.author {
      entry.authorName = author.name
      entry.authorURL = author.address
    }
    if let node = item.property("dt-published") ?? item.property("dt-updated") {
      let written = node.attribute("datetime") ?? node.attribute("title") ?? node.foldedText
      entry.dateAsWritten = written
      entry.date = PrintedDate().match(in: written)?.date
    }
    entry.permalink = (item.addresses("u-url") + item.addresses("u-uid")).first {
      $0.hasPrefix("http")
    }
    let body = item.property("e-content") ?? item.property("p-content")
    if let body = body ?? item.property("p-summary") {
      entry.text = body.readableText(item.options(within: body))
    }
    if let name = item.property("p-name"), name != body {
      let title = name.foldedText
      if entry.text.isEmpty, item.role == .comment {
        entry.text = title
      } else if !title.isEmpty, title != entry.text.foldingSpace {
        entry.subject = title
      }
    }
    return entry
  }
}
