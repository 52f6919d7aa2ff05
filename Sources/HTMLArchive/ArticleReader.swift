internal import HTMLTree
internal import SourceBytes

/// Reads the article that comments stand under: title, author, date and text without what surrounds it.
struct ArticleReader {
  let document: HTMLDocument
  /// The number of the node where the comments start; nothing after it is the article's.
  let limit: Int
  let dates: PrintedDate
  private(set) var elements: [HTMLNode] = []

  init(document: HTMLDocument, before limit: Int, dates: PrintedDate) {
    self.document = document
    self.limit = limit
    self.dates = dates
    elements = document.root.descendants.filter { $0.kind == .element && $0.index < limit }
  }

  /// The article; nil where the page shows no text that could be one.
  ///
  /// - Parameters:
  ///   - holdsComments: Whether its words may stand right beside the comments, in no element of their own.
  ///   - lines: Classes of what the template prints among its words, such as the line about its date.
  func entry(
    canonicalURL: String?, siteName: String?, besideComments holdsComments: Bool = false,
    lines: [String] = []
  ) -> PageEntry? {
    let body = body() ?? (holdsComments ? densest(besideComments: true) : nil)
    var entry = PageEntry(kind: .article)
    entry.key = "article"
    entry.subject = title(above: body, siteName: siteName)
    entry.permalink = canonicalURL
    guard let body else {
      guard entry.subject != nil else { return nil }
      return entry
    }
    let byline = byline(of: body)
    let printed = printedLines(lines)
    entry.text = text(
      of: body, title: entry.subject, without: printed + [byline?.node].compactMap(\.self))
    readDate(into: &entry, body: body, canonicalURL: canonicalURL)
    readPostedLine(into: &entry)
    readDate(from: TrackbackData(document), into: &entry)
    readAuthor(into: &entry, body: body)
    if let byline {
      if entry.authorName == nil { entry.authorName = byline.name }
      if entry.date == nil || entry.dateAsWritten == nil {
        (entry.date, entry.dateAsWritten) = (byline.date, byline.written)
      }
    }
    for node in printed { readDate(from: node.foldedText, into: &entry) }
    removeFrame(from: &entry, body: body, siteName: siteName)
    return entry
  }

  // MARK: Text

  private static let bodyClasses = [
    "entry-content", "wp-block-post-content", "post-content", "postcontent", "post_content",
    "article-content",
    "storycontent",
    "post-body", "postbody", "entry-body", "td-post-content", "single-content", "the-content",
    "post-entry", "entrytext", "entry_content", "field-name-body", "field--name-body",
    "article-body", "entry", "post-text", "articlebody",
    "content-inner",
    "e-content", "PostsPage-postContent", "instapaper_body", "serendipity_entry_body", "post",
  ]

  private func body() -> HTMLNode? {
    if let node = longest(elements.filter { $0.hasToken("articleBody", in: "itemprop") }) {
      return node
    }
    // Unclosed lists can swallow the article into the sidebar; then place does not count.
    for isStrict in [true, false] {
      for token in Self.bodyClasses {
        let found = elements.filter { node in
          node.hasClass(token) && (isStrict ? node.isInMain : !node.isInOtherPosts)
        }
        if let node = longest(found), clippedText(node).utf8.count > 80 { return node }
      }
    }
    if let node = longest(elements.filter { $0.isElement("article") && $0.isInMain }) {
      return node
    }
    return densest() ?? shortBody()
  }

  /// A short text in an element that templates use for nothing else.
  private func shortBody() -> HTMLNode? {
    for token in Self.bodyClasses.prefix(7) {
      if let node = longest(elements.filter { $0.hasClass(token) && $0.isInMain }) { return node }
    }
    return nil
  }

  /// The first of the nodes that has at least half the text of the longest.
  private func longest(_ nodes: [HTMLNode]) -> HTMLNode? {
    let counts = nodes.prefix(40).map { clippedText($0).utf8.count }
    guard let most = counts.max(), most > 0 else { return nil }
    return zip(nodes, counts).first { $0.1 * 2 >= most }?.0
  }

  /// The text of a node as far as it lies before the comments.
  private func clippedText(
    _ node: HTMLNode, _ options: ReadableTextOptions = ReadableTextOptions()
  ) -> String {
    let end = min(node.endIndex, limit)
    guard node.index + 1 < end else { return "" }
    return document.readableText(ofNodes: node.index + 1..<end, options: options)
  }

  /// The element whose own paragraphs hold the most text.
  private func densest(besideComments: Bool = false) -> HTMLNode? {
    var counts: [Int: Int] = [:]
    for node in elements where node.isElement("p") {
      guard let parent = node.parent, besideComments || parent.endIndex <= limit, parent.isInMain
      else { continue }
      counts[parent.index, default: 0] +=
        node.endIndex - node.index < 400 ? node.foldedText.utf8.count : 0
    }
    let teasers = Self.teasers(among: counts.keys.map { document[$0] })
    let best = counts.filter { !teasers.contains($0.key) }
      .max { ($0.value, -$0.key) < ($1.value, -$1.key) }
    guard let best, best.value > 60 else { return nil }
    return document[best.key]
  }

  /// Those of the nodes that are of one class with several others and lead to another page by a heading.
  private static func teasers(among nodes: [HTMLNode]) -> Set<Int> {
    let headed = nodes.filter { node in
      !node.classes.isEmpty
        && ["h2", "h3", "h4"].contains { node.first($0)?.first("a") != nil }
    }
    let alike = Dictionary(grouping: headed) { $0.classes[0] }.values.filter { $0.count >= 3 }
    return Set(alike.joined().map(\.index))
  }

  private static let omittedClasses: Set<String> = [
    "sharedaddy", "jp-relatedposts", "entry-meta", "post-meta", "postmetadata", "postmeta", "meta",
    "entry-header", "entry-footer", "post-navigation", "navigation", "nav-links", "tags",
    "post-tags",
    "author-box", "author-info", "related-posts", "related", "share", "social", "social-share",
    "wp-block-buttons", "comments-link", "edit-link", "screen-reader-text", "entry-title",
    "post-title", "breadcrumb", "breadcrumbs", "toc_container", "addtoany_share_save_container",
    "yarpp-related", "wpcnt", "wp-about-author-containter-top", "feedback", "page-links",
    "adsbygoogle",
    "node__meta", "node__submitted", "submitted", "field--name-field-tags", "node__links",
    "date-header",
    "widget", "sidebar", "heateor_sss_sharing_container", "shariff",
  ]

  private static func isOmitted(_ token: String) -> Bool {
    omittedClasses.contains(token)
      || ["postmeta", "post-meta", "entry-meta"].contains { token.contains($0) }
  }

  private func text(of body: HTMLNode, title: String?, without lines: [HTMLNode]) -> String {
    var options = ReadableTextOptions()
    options.omitted = Set(lines.map(\.index))
    for node in body.descendants where node.kind == .element {
      if node.isElement("nav") || node.isElement("form") || node.isElement("aside")
        || node.classes.contains(where: { Self.isOmitted($0.lowercased()) })
      {
        options.omitted.insert(node.index)
      } else if node.isElement("h1") || node.isElement("h2"), let title, repeats(title, node) {
        // The title is kept apart; its heading is no part of the text.
        options.omitted.insert(node.index)
      } else if node.isElement("a"), node.index < limit, let way = wayOut(node) {
        options.omitted.insert(way.index)
      }
    }
    if let title { options.omitted.formUnion(above(title, in: body).map(\.index)) }
    return clippedText(body, options)
  }

  /// What a page prints within an article's element above its title: its menu and the like.
  ///
  /// Nothing where the title stands there twice or not at all, or a paragraph stands above it.
  private func above(_ title: String, in body: HTMLNode) -> [HTMLNode] {
    let headings = body.descendants.filter { $0.isElement("h1") && $0.index < limit }
    guard headings.count == 1, let heading = headings.first, repeats(title, heading) else {
      return []
    }
    let holders = heading.ancestors.prefix { $0.index != body.index }
    let path = Set([heading.index] + holders.map(\.index))
    let above = ([body] + holders).flatMap(\.childElements).filter {
      $0.index < heading.index && !path.contains($0.index)
    }
    let hasWords = above.contains { node in
      ([node] + node.descendants).contains { $0.isElement("p") && $0.foldedText.utf8.count > 120 }
    }
    return hasWords ? [] : above
  }

  /// Whether a heading repeats a title, in quotation marks and apostrophes of whatever form.
  private func repeats(_ title: String, _ heading: HTMLNode) -> Bool {
    func plain(_ text: String) -> [Unicode.Scalar] {
      text.unicodeScalars.map { scalar in
        switch scalar {
        case "\u{2018}", "\u{2019}": "'"
        case "\u{201C}", "\u{201D}": "\""
        default: scalar
        }
      }
    }
    let text = heading.foldedText
    return text == title || plain(text) == plain(title)
  }

  /// What a link stands in that leads to a place to share the article or to its comments; nil where it does neither,
  /// or words of a sentence stand around it.
  private func wayOut(_ link: HTMLNode) -> HTMLNode? {
    guard let href = link.attribute("href") else { return nil }
    let address = Wayback.original(href).lowercased()
    if link.foldedTextWithoutImages.isEmpty, link.first("img") != nil {
      // Places to share take the address of the article, or nothing but a button.
      let rest = address.dropFirst(8)
      let holdsAddress = rest.contains("://") || rest.contains("%3a%2f%2f")
      return holdsAddress || Self.sharePlaces.contains { address.contains($0) } ? link : nil
    }
    guard let mark = address.lastIndex(of: "#"),
      ["comments", "respond", "comment", "disqus_thread", "commentform", "comment-form"]
        .contains(address[address.index(after: mark)...])
    else { return nil }
    let block = link.ancestors.first { holder in
      ["p", "div", "li", "section", "article", "h3", "h4", "ul", "td"].contains(holder.name)
    }
    let words = block?.foldedText ?? ""
    guard words.utf8.count < 80 else { return nil }
    let own = link.foldedText
    return words.utf8.count <= own.utf8.count + 12 ? block ?? link : link
  }

  private static let sharePlaces = [
    "line.me/r/", "line.naver.jp/r/", "linkedin.com/share", "twitter.com/share",
    "twitter.com/intent", "twitter.com/home?status", "facebook.com/share", "plus.google.com/share",
    "pinterest.com/pin/create", "reddit.com/submit", "digg.com/submit", "stumbleupon.com/submit",
    "del.icio.us/post", "delicious.com/", "b.hatena.ne.jp/", "getpocket.com/", "tumblr.com/share",
    "addtoany.com/", "addthis.com/bookmark", "whatsapp.com/send", "t.me/share", "wa.me/",
  ]

  // MARK: Byline

  /// "by Ada, May 3, 2009": a line at the start or the end of the text that says nothing else.
  private func byline(
    of body: HTMLNode
  ) -> (node: HTMLNode, name: String, date: StatedDate, written: String)? {
    let lines = body.childElements.filter { $0.endIndex <= limit && !$0.foldedText.isEmpty }
    for node in Array(lines.prefix(3)) + Array(lines.suffix(1)) where !node.isElement("blockquote")
    {
      guard node.endIndex - node.index < 30 else { continue }
      let line = node.foldedText
      guard line.utf8.count < 120, let match = dates.match(in: line),
        let name = nameAfterBy(line)
      else { continue }
      var rest = line.removing(match.leadStart..<match.range.upperBound)
      if let range = rest.firstRange(of: name) { rest.replaceSubrange(range, with: " ") }
      guard ThemeText.isNoise(rest) else { continue }
      return (node, name, match.date, line.part(match.range))
    }
    return nil
  }
}

extension String {
  /// The parts between occurrences of a separator.
  func components(_ separator: String) -> [String] {
    var parts: [String] = []
    var rest = self
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = String(rest[range.upperBound...])
    }
    parts.append(rest)
    return parts
  }
}
