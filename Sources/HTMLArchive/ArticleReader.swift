internal import HTMLTree
internal import SourceBytes

/// Reads the article that comments stand under: title, author, date and text without what surrounds it.
struct ArticleReader {
  private let document: HTMLDocument
  /// The number of the node where the comments start; nothing after it is the article's.
  private let limit: Int
  private let dates: PrintedDate
  private var elements: [HTMLNode] = []

  init(document: HTMLDocument, before limit: Int, dates: PrintedDate) {
    self.document = document
    self.limit = limit
    self.dates = dates
    elements = document.root.descendants.filter { $0.kind == .element && $0.index < limit }
  }

  /// The article; nil where the page shows no text that could be one.
  func entry(canonicalURL: String?, siteName: String?) -> PageEntry? {
    let body = body()
    var entry = PageEntry(kind: .article)
    entry.key = "article"
    entry.subject = title(siteName: siteName)
    entry.permalink = canonicalURL
    guard let body else {
      guard entry.subject != nil else { return nil }
      return entry
    }
    let byline = byline(of: body)
    entry.text = text(of: body, title: entry.subject, byline: byline?.node)
    readDate(into: &entry, body: body, canonicalURL: canonicalURL)
    readAuthor(into: &entry, body: body)
    if let byline {
      if entry.authorName == nil { entry.authorName = byline.name }
      if entry.date == nil || entry.dateAsWritten == nil {
        (entry.date, entry.dateAsWritten) = (byline.date, byline.written)
      }
    }
    return entry
  }

  // MARK: Title

  private func title(siteName: String?) -> String? {
    let classes = [
      "entry-title", "post-title", "posttitle", "article-title", "single-title", "storytitle",
      "wp-block-post-title",
    ]
    for token in classes {
      if let node = elements.first(where: {
        $0.hasClass(token) && $0.name != "a" || $0.hasClass(token)
      }) {
        let text = node.foldedText
        if !text.isEmpty { return text }
      }
    }
    if let node = elements.first(where: { $0.hasToken("headline", in: "itemprop") }) {
      let text = node.attribute("content")?.foldingSpace ?? node.foldedText
      if !text.isEmpty { return text }
    }
    let whole =
      document.elements("title").first.map { $0.descendants.map(\.characters).joined() }?
      .foldingSpace ?? ""
    let open = document.meta("og:title")
    for name in ["h1", "h2", "h3"] {
      for node in elements where node.isElement(name) {
        let text = node.foldedText
        // A heading that the page's title repeats is the article's, not the site's.
        if text.utf8.count > 3, text != siteName, whole.contains(text),
          text != whole || name != "h1"
        {
          return text
        }
      }
    }
    if let open { return open }
    let headings = elements.filter { $0.isElement("h1") }.map(\.foldedText).filter { !$0.isEmpty }
    if headings.count == 1, headings[0] != siteName { return headings[0] }
    return whole.isEmpty ? nil : Self.withoutSite(whole, siteName)
  }

  private static func withoutSite(_ title: String, _ site: String?) -> String {
    for separator in [" | ", " – ", " — ", " « ", " » ", " - ", " :: "] {
      let parts = title.components(separator)
      guard parts.count > 1 else { continue }
      if let site, parts.last == site { return parts.dropLast().joined(separator: separator) }
      if let site, parts.first == site { return parts.dropFirst().joined(separator: separator) }
      return parts[0].utf8.count >= 8 ? parts.dropLast().joined(separator: separator) : title
    }
    return title
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
    "e-content", "PostsPage-postContent", "instapaper_body", "post",
  ]

  private func body() -> HTMLNode? {
    if let node = longest(elements.filter { $0.hasToken("articleBody", in: "itemprop") }) {
      return node
    }
    // Unclosed lists can swallow the article into the sidebar; then place does not count.
    for isStrict in [true, false] {
      for token in Self.bodyClasses {
        let found = elements.filter { $0.hasClass(token) && (!isStrict || isInMain($0)) }
        if let node = longest(found), clippedText(node).utf8.count > 80 { return node }
      }
    }
    if let node = longest(elements.filter { $0.isElement("article") && isInMain($0) }) {
      return node
    }
    return densest() ?? shortBody()
  }

  /// A short text in an element that templates use for nothing else.
  private func shortBody() -> HTMLNode? {
    for token in Self.bodyClasses.prefix(7) {
      if let node = longest(elements.filter { $0.hasClass(token) && isInMain($0) }) { return node }
    }
    return nil
  }

  /// A sidebar shows teasers in the same classes.
  private func isInMain(_ node: HTMLNode) -> Bool {
    !node.ancestors.contains { ancestor in
      ancestor.isElement("aside") || ancestor.isElement("nav") || ancestor.isElement("footer")
        || ancestor.hasClass("sidebar") || ancestor.hasClass("widget") || ancestor.id == "sidebar"
        || ancestor.hasClass("related") || ancestor.hasClass("related-posts")
    }
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
  private func densest() -> HTMLNode? {
    var counts: [Int: Int] = [:]
    for node in elements where node.isElement("p") {
      guard let parent = node.parent, parent.endIndex <= limit, isInMain(parent) else { continue }
      counts[parent.index, default: 0] +=
        node.endIndex - node.index < 400 ? node.foldedText.utf8.count : 0
    }
    let best = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
    guard let best, best.value > 60 else { return nil }
    return document[best.key]
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

  private func text(of body: HTMLNode, title: String?, byline: HTMLNode?) -> String {
    var options = ReadableTextOptions()
    if let byline { options.omitted.insert(byline.index) }
    for node in body.descendants where node.kind == .element {
      if node.isElement("nav") || node.isElement("form") || node.isElement("aside")
        || node.classes.contains(where: { Self.omittedClasses.contains($0.lowercased()) })
      {
        options.omitted.insert(node.index)
      } else if node.isElement("h1") || node.isElement("h2"), let title, node.foldedText == title {
        // The title is kept apart; its heading is no part of the text.
        options.omitted.insert(node.index)
      }
    }
    return clippedText(body, options)
  }

  // MARK: Date and author

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
      var rest = line.removing(match.range)
      if let range = rest.firstRange(of: name) { rest.replaceSubrange(range, with: " ") }
      guard ThemeText.isNoise(rest) else { continue }
      return (node, name, match.date, line.part(match.range))
    }
    return nil
  }

  private func readDate(into entry: inout PageEntry, body: HTMLNode, canonicalURL: String?) {
    if let value = document.meta("article:published_time") ?? document.meta("datepublished"),
      let match = dates.match(in: value)
    {
      (entry.date, entry.dateAsWritten) = (match.date, value)
      return
    }
    let tokens = [
      "published", "entry-date", "post-date", "postdate", "date", "posted-on", "entry-meta",
      "post-meta", "postmetadata", "meta", "byline", "post-info", "entry-header", "node__meta",
      "node__submitted", "submitted",
    ]
    for token in tokens {
      for node in elements where node.hasClass(token) && isInMain(node) {
        let written = node.attribute("datetime") ?? node.attribute("title") ?? node.foldedText
        if written.utf8.count < 400, let match = dates.match(in: written) {
          (entry.date, entry.dateAsWritten) = (match.date, written.part(match.range))
          return
        }
      }
    }
    let stamp = elements.first { $0.states("dateCreated") && isInMain($0) }
    if let written = stamp?.attribute("content"), let match = dates.match(in: written) {
      (entry.date, entry.dateAsWritten) = (match.date, written)
      return
    }
    for node in elements where node.isElement("time") && isInMain(node) {
      let written = node.attribute("datetime") ?? node.foldedText
      if let match = dates.match(in: written) {
        (entry.date, entry.dateAsWritten) = (match.date, written)
        return
      }
    }
    // Kubrick prints the date in the <small> under the title.
    for node in elements
    where node.isElement("small") || node.isElement("h2") || node.isElement("p") {
      guard node.index < body.endIndex else { break }
      let line = node.foldedText
      if line.utf8.count < 120, let match = dates.match(in: line),
        ThemeText.isNoise(line.removing(match.range)) || node.isElement("small")
      {
        (entry.date, entry.dateAsWritten) = (match.date, line.part(match.range))
        return
      }
    }
    readDate(fromAddress: canonicalURL, into: &entry)
  }

  /// `/2009/05/17/` in the address.
  private func readDate(fromAddress address: String?, into entry: inout PageEntry) {
    let parts = (address ?? "").split(separator: "/").map { Int($0) ?? -1 }
    for index in parts.indices.dropLast(2) where (1990...2099).contains(parts[index]) {
      if let date = StatedDate(
        year: parts[index], month: parts[index + 1], day: parts[index + 2], precision: .day)
      {
        (entry.date, entry.dateAsWritten) = (date, nil)
        return
      }
    }
  }

  private func readAuthor(into entry: inout PageEntry, body: HTMLNode) {
    let tokens = [
      "fn", "author-name", "entry-author-name", "post-author", "entry-author", "author",
      "byline", "posted-by", "post_author", "wp-block-post-author-name",
      "wp-block-post-author__name", "username", "node__submitted", "node__meta",
      "PostsAuthors-authorName",
    ]
    let byRel = elements.filter {
      ($0.hasToken("author", in: "rel") || $0.hasToken("author", in: "itemprop")) && isInMain($0)
    }
    let candidates =
      byRel
      + tokens.flatMap { token in
        elements.filter { $0.hasClass(token) && isInMain($0) }
      }
    for node in candidates {
      let line = (node.attribute("content") ?? node.foldedTextWithoutImages).foldingSpace
      if let name = name(in: line) {
        entry.authorName = name
        let link = node.isElement("a") ? node : node.first("a")
        if let href = link?.attribute("href"), href.hasPrefix("http") {
          entry.authorURL = Wayback.original(href)
        }
        return
      }
    }
    for node in elements
    where node.isElement("small") || node.isElement("p") || node.isElement("div") {
      guard node.index < body.endIndex, node.endIndex - node.index < 30 else { continue }
      let line = node.foldedText
      // A block that its template calls one of an author says "By Ada" without a date as well.
      let isByline =
        line.utf8.count < 60 && node.classes.contains { $0.lowercased().contains("author") }
        && isInMain(node)
      guard line.utf8.count < 160, isByline || dates.match(in: line) != nil else { continue }
      if let name = nameAfterBy(line) {
        entry.authorName = name
        return
      }
    }
    if let name = document.meta("author"), !name.hasPrefix("http") { entry.authorName = name }
  }

  private func name(in line: String) -> String? {
    guard !line.isEmpty, line.utf8.count < 160 else { return nil }
    if let match = dates.match(in: line) {
      if let name = nameAfterBy(line) { return name }
      return ThemeText.name(from: line.part(0..<match.leadStart)).flatMap {
        ThemeText.isNoise($0) ? nil : $0
      }
    }
    return ThemeText.name(from: line).flatMap {
      $0.utf8.count < 80 && !ThemeText.isNoise($0) ? $0 : nil
    }
  }

  /// Whether text could be a name by itself: few words, no end of a sentence, no more than a particle in small
  /// letters among several words.
  private static func looksLikeName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard words.count <= 5, !text.contains(". ") || words[0].utf8.count <= 4 else { return false }
    return words.count == 1 || words.count { $0.first?.isLowercase ?? false } * 2 < words.count
  }

  /// What follows " by " in "Posted by Ada on May 3, 2009".
  private func nameAfterBy(_ line: String) -> String? {
    let lower = line.lowercased()
    guard lower.utf8.count == line.utf8.count else { return nil }
    for lead in [
      " by ", "by ", " von ", "von ", " por ", "por ", " par ", "par ", " door ", " di ",
    ] {
      guard lead.hasPrefix(" ") ? lower.contains(lead) : lower.hasPrefix(lead),
        let range = lower.firstRange(of: lead)
      else { continue }
      let start = lower.utf8.distance(from: lower.startIndex, to: range.upperBound)
      var rest = line.part(start..<line.utf8.count)
      if let match = dates.match(in: rest) { rest = rest.part(0..<match.leadStart) }
      for stop in [" in ", " on ", " | ", " at ", " um ", " am ", ", ", " under ", " · ", " • "] {
        if let range = rest.firstRange(of: stop) { rest = String(rest[..<range.lowerBound]) }
      }
      guard let name = ThemeText.name(from: rest), name.utf8.count < 60, !ThemeText.isNoise(name)
      else { continue }
      // Inside of a sentence "by" may be of any: only what looks like a name counts there.
      if lead.hasPrefix(" "), !Self.looksLikeName(name) { continue }
      return name
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
