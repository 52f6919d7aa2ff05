internal import HTMLTree
internal import SourceBytes

/// RSS and Atom feeds of comments, and of articles that name a feed of their comments.
///
/// `thr:in-reply-to` (RFC 4685) says what an entry answers; without it a comment answers the article that
/// the feed is about.
enum CommentFeed {
  static let summary = ProducerSummary(
    name: "comment-feed", title: "RSS or Atom feed of comments",
    recognition: "items whose links end in #comment-N, thr:in-reply-to, or wfw:commentRss",
    gives: "comments or articles, parents where they are stated, authors, exact times, permalinks",
    isTestedOnRealPages: false)

  /// Reads a feed; nil where it holds no comments and no articles with comments.
  static func read(_ root: HTMLNode) -> PageReading? {
    let isAtom = root.name == "feed"
    guard isAtom || root.name == "rss" || root.name == "rdf:RDF" else { return nil }
    let channel = isAtom ? root : root.first("channel") ?? root
    let items = root.elements(isAtom ? "entry" : "item")
    guard items.contains(where: { isComment($0) || hasCommentFeed($0) }) else { return nil }
    var reading = PageReading(producer: summary.name, venueKind: .blog)
    let title = channel.childText("title").map(ExportReader.line)
    let about = title.flatMap(articleTitle)
    reading.language = channel.childText("language")?.foldingSpace
    let entries = items.map { entry($0) }
    var keyByReference: [String: String] = [:]
    for (item, entry) in zip(items, entries) {
      for name in references(of: item) { keyByReference[name] = entry.key }
    }
    // A feed of one article's comments names the article; it is no post of the feed.
    let isAboutOne = about != nil && entries.allSatisfy { $0.kind == .comment }
    let address = isAboutOne ? link(of: channel) ?? entries.lazy.compactMap(\.permalink).first : nil
    let article = address.map(PagedAddress.whole)
    if isAboutOne { reading.canonicalURL = article } else { reading.siteName = title }
    // Feeds list the newest first.
    let isReversed = (entries.first?.date?.instant ?? 0) > (entries.last?.date?.instant ?? 0)
    let order = isReversed ? Array(items.indices.reversed()) : Array(items.indices)
    for index in order {
      var entry = entries[index]
      let stated = items[index].first("thr:in-reply-to")
      let names = [stated?.attribute("ref"), stated?.attribute("href")].compactMap { $0 }
      if let parent = names.compactMap({ keyByReference[$0] }).first, parent != entry.key {
        entry.parent = .entry(key: parent)
        entry.parentDetail = "thr:in-reply-to"
      } else if entry.kind == .comment {
        // Another copy may hold the article: it is known by its address.
        let address = article ?? entry.permalink.map { String($0.prefix { $0 != "#" }) }
        entry.parent = address.map { .permalink($0) }
      }
      reading.entries.append(entry)
    }
    return reading
  }

  private static func isComment(_ item: HTMLNode) -> Bool {
    if item.first("thr:in-reply-to") != nil { return true }
    let address = link(of: item) ?? ""
    guard let hash = address.lastIndex(of: "#") else { return false }
    return CommentBox.number(ofID: String(address[address.index(after: hash)...])) != nil
  }

  private static func hasCommentFeed(_ item: HTMLNode) -> Bool {
    item.childText("wfw:commentRss") != nil || item.childText("wfw:commentRSS") != nil
      || item.childText("slash:comments") != nil
      || item.children.contains { $0.isElement("link") && $0.attributeEquals("rel", "replies") }
  }

  /// "Comments on: TITLE" in the languages of the platforms' own translations.
  private static func articleTitle(_ title: String) -> String? {
    for lead in [
      "Comments on: ", "Comments on ", "Kommentare zu: ", "Kommentare zu ", "Commentaires sur : ",
      "Commentaires sur ", "Comentarios en: ", "Comentários sobre: ", "Commenti a: ",
      "Reacties op: ", "Комментарии: ",
    ] where title.hasPrefix(lead) {
      return String(title.dropFirst(lead.count))
    }
    return nil
  }

  private static func link(of item: HTMLNode) -> String? {
    let links = item.children.filter { $0.isElement("link") }
    for link in links {
      let rel = link.attribute("rel") ?? "alternate"
      if rel == "alternate", let href = link.attribute("href") { return Wayback.original(href) }
    }
    // A copy of a site may have links without their host; the guid keeps the whole address.
    return [item.childText("link"), item.childText("guid")].lazy.compactMap { $0?.foldingSpace }
      .first { $0.hasPrefix("http") }.map(Wayback.original)
  }

  private static func references(of item: HTMLNode) -> [String] {
    [item.childText("id"), item.childText("guid"), link(of: item)].compactMap { $0?.foldingSpace }
  }

  private static func entry(_ item: HTMLNode) -> PageEntry {
    var entry = PageEntry(kind: isComment(item) ? .comment : .article)
    let address = link(of: item)
    entry.permalink = address
    let fragment = address?.split(separator: "#", maxSplits: 1).dropFirst().first.map(String.init)
    entry.key = fragment ?? references(of: item).first
    let title = item.childText("title").map(ExportReader.line)
    let author = item.children.first { $0.isElement("author") }
    entry.authorName =
      (item.childText("dc:creator") ?? author?.childText("name")).map(ExportReader.line)
    entry.authorURL = author?.childText("uri")?.foldingSpace
    if entry.kind == .article {
      entry.subject = title
    } else if entry.authorName == nil, let title {
      entry.authorName = ThemeText.name(from: title)
    }
    let names = ["pubDate", "published", "dc:date", "updated", "date"]
    if let written = names.lazy.compactMap({ item.childText($0)?.foldingSpace }).first {
      entry.dateAsWritten = written
      entry.date = PrintedDate().match(in: written)?.date
    }
    let bodies = ["content:encoded", "content", "description", "summary"]
    if let body = bodies.lazy.compactMap({ item.childText($0) }).first {
      entry.text = ExportReader.text(ofHTML: body, breaksLines: true)
    }
    return entry
  }
}
