internal import HTMLTree
internal import SourceBytes

/// WordPress pages of any theme that gives its comments `comment-N` ids, from 1.5 to today.
public struct WordPress: Producer {
  /// Makes the reader.
  public init() {}

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "wordpress", title: "WordPress page, any theme with comment-N ids",
      recognition:
        "ids comment-N on comments, with WordPress classes, assets or generator tag; or the classes "
        + "comment, comment-author and comment-meta",
      gives:
        "article, comments with nesting, pingbacks, authors and their pages, dates, permalinks, "
        + "printed numbers",
      isTestedOnRealPages: true)
  }

  /// Sure by comments and traces of WordPress together.
  public func confidence(in page: Page) -> Int {
    let boxes = CommentBox.boxes(in: page.document)
    let traces = Self.traceCount(page)
    if boxes.isEmpty { return traces >= 2 && Self.isSingle(page) ? 45 : 0 }
    if traces == 0 { return boxes.contains(where: \.hasNumber) ? 0 : 48 }
    return min(55 + 10 * traces, 85)
  }

  private static func traceCount(_ page: Page) -> Int {
    var count = page.generator.contains("wordpress") ? 2 : 0
    let document = page.document
    let assets = ["/wp-content/", "/wp-includes/", "wp-comments-post"]
    if ["href", "src"].contains(where: { document.root.first(where: $0, holds: assets) != nil }) {
      count += 1
    }
    let hasList = document.root.descendants.contains { node in
      node.kind == .element
        && (node.hasClass("commentlist") || node.hasClass("comment-list")
          || CommentBox.depth(of: node) != nil)
    }
    return hasList ? count + 1 : count
  }

  private static func isSingle(_ page: Page) -> Bool {
    guard let body = page.document.elements("body").first else { return false }
    return body.hasClass("single") || body.hasClass("single-post") || body.hasClass("page")
      || page.document.root.elements(class: "hentry").count == 1
  }

  /// Reads the article and its comments.
  public func read(_ page: Page) -> PageReading {
    read(page, as: summary.name)
  }

  func read(_ page: Page, as name: String) -> PageReading {
    let document = page.document
    var reading = PageReading(producer: name, venueKind: .blog)
    let site = page.site
    reading.siteName = site.name
    reading.canonicalURL = site.canonicalURL
    let boxes = CommentBox.boxes(in: document)
    let dates = PageDates.parser(for: document, within: boxes.map(\.node))
    let limit = commentStart(document, boxes)
    let article = ArticleReader(document: document, before: limit, dates: dates)
      .entry(canonicalURL: site.canonicalURL, siteName: site.name)
    if let article { reading.entries.append(article) }
    let isThreaded = boxes.contains { $0.parent != nil || ($0.statedDepth ?? 1) > 1 }
    let parts = Self.parts(of: boxes, document, dates: dates)
    let isNumbered = isThreaded || parts.contains { $0.ordinal != nil }
    let numbers = isNumbered ? [:] : listNumbers(boxes)
    for (place, box) in boxes.enumerated() {
      let parent = box.parent.map { boxes[$0] }
      let entry = comment(
        box, parts[place], under: parent, site: site, hasArticle: article != nil)
      guard var entry else { continue }
      if entry.ordinal == nil { entry.ordinal = numbers[box.node.index] }
      reading.entries.append(entry)
    }
    if article == nil, !boxes.isEmpty { noteMissingArticle(site, page, &reading) }
    notePages(document, boxes, page, &reading)
    return reading
  }

  /// Comments that were saved without their article answer it where the page tells its address.
  private func noteMissingArticle(
    _ site: SiteTraits, _ page: Page, _ reading: inout PageReading
  ) {
    if let address = site.canonicalURL {
      for index in reading.entries.indices where reading.entries[index].parent == nil {
        reading.entries[index].parent = .permalink(address)
      }
    }
    reading.findings.append(
      page.finding(
        .note, PageFindings.missingArticle, "the comments stand without the article they answer",
        hint: "import a page that has it as well; `--url` tells where it stands"))
  }

  /// Every comment taken apart: by the classes of its template, and where those name hardly anybody, by what the
  /// comments have in common.
  private static func parts(
    of boxes: [CommentBox], _ document: HTMLDocument, dates: PrintedDate
  ) -> [CommentParts] {
    let plain = boxes.map { box in
      CommentParts(
        document: document, scope: box.node, number: box.number, inner: box.inner, dates: dates)
    }
    guard !CommentParts.areNamed(plain), boxes.count >= 3 else { return plain }
    let columns = BlockColumns(
      boxes.map { (node: $0.node, inner: $0.inner) }, document, dates)
    return boxes.indices.map { place in
      let box = boxes[place]
      let hint = columns.hint(at: place)
      guard hint.author != nil else { return plain[place] }
      return CommentParts(
        document: document, scope: box.node, number: box.number, inner: box.inner, dates: dates,
        hint: hint)
    }
  }

  private func comment(
    _ box: CommentBox, _ parts: CommentParts, under parent: CommentBox?, site: SiteTraits,
    hasArticle: Bool
  ) -> PageEntry? {
    var entry = PageEntry(kind: .comment)
    if isPingback(box) || PingbackLine.isIn(parts) { entry.kind = .pingback }
    entry.key = box.key
    entry.authorName = parts.author
    entry.authorURL = parts.authorURL
    entry.isByArticleAuthor =
      box.node.hasClass("bypostauthor")
      || box.node.childElements.contains {
        !box.inner.contains($0.index) && $0.hasClass("bypostauthor")
      }
    entry.date = parts.date
    entry.dateAge = parts.dateAge
    entry.dateAsWritten = parts.dateAsWritten
    entry.text = parts.text
    entry.ordinal = parts.ordinal
    entry.status = parts.isHeld ? .held : .published
    entry.permalink = parts.permalink ?? site.canonicalURL.map { $0 + "#comment-" + box.number }
    if !box.hasNumber { entry.permalink = nil }
    if entry.kind == .pingback { readPingback(box, parts, into: &entry) }
    if let parent {
      entry.parent = .entry(key: parent.key)
      entry.parentDetail = "nested under " + parent.key
    } else if hasArticle {
      entry.parent = .article
      entry.parentDetail = "not nested"
    }
    guard entry.authorName != nil || !entry.text.isEmpty else { return nil }
    return entry
  }

  private func isPingback(_ box: CommentBox) -> Bool {
    let nodes = [box.node] + box.node.childElements
    return nodes.contains { $0.hasClass("pingback") || $0.hasClass("trackback") }
  }

  /// Most themes print "Pingback: <a>title</a>" and nothing else.
  private func readPingback(
    _ box: CommentBox, _ parts: CommentParts, into entry: inout PageEntry
  ) {
    // The words that the other page quotes may hold links too.
    let own = parts.authorNode.map { [$0] + $0.elements("a") } ?? []
    let all = own.filter { $0.isElement("a") } + box.node.elements("a")
    let link = all.first { link in
      (link.attribute("href") ?? "").hasPrefix("http") && !link.hasClass("comment-edit-link")
        && !(link.attribute("href") ?? "").contains("#comment-")
    }
    if let link {
      let title = link.foldedText
      if !title.isEmpty { entry.authorName = title }
      entry.authorURL = link.attribute("href").map(Wayback.original)
    }
    let rest = entry.text.foldingSpace
    let word = rest.split(maxSplits: 1) { $0 == " " || $0 == ":" }.first.map(String.init) ?? ""
    let isLabel = ThemeText.pingLabels.contains(ThemeText.trimmed(word).lowercased())
    if isLabel || rest == entry.authorName { entry.text = "" }
  }

  /// The numbers that a browser prints beside the items of ordered lists, by the item's node.
  private func listNumbers(_ boxes: [CommentBox]) -> [Int: Int] {
    var numbers: [Int: Int] = [:]
    var seen: Set<Int> = []
    for box in boxes where box.node.isElement("li") {
      guard let list = box.node.parent, list.isElement("ol"), seen.insert(list.index).inserted
      else { continue }
      var number = Int(list.attribute("start") ?? "") ?? 1
      for item in list.children where item.isElement("li") {
        if let value = Int(item.attribute("value") ?? "") { number = value }
        numbers[item.index] = number
        number = number < Int.max ? number + 1 : number
      }
    }
    return numbers
  }

  /// The first node of the comment section.
  private func commentStart(_ document: HTMLDocument, _ boxes: [CommentBox]) -> Int {
    let first = boxes.first?.node.index ?? document.nodeCount
    for node in document.root.descendants where node.kind == .element && node.index < first {
      if node.id == "comments" || node.hasClass("comments-area") || node.hasClass("commentlist") {
        if node.isElement("a") || node.isElement("span") { continue }
        return node.endIndex > first || boxes.isEmpty ? node.index : first
      }
    }
    return first
  }

  /// Notes that a pager leads to more comments of the article: not what stands in comments and widgets, whose links
  /// name the page of every comment.
  private func notePages(
    _ document: HTMLDocument, _ boxes: [CommentBox], _ page: Page, _ reading: inout PageReading
  ) {
    let comments = boxes.filter { $0.parent == nil }.map { $0.node.index..<$0.node.endIndex }
    var next = 0
    var pages: Set<String> = []
    // Where a link stands takes a walk up the page: one of each address is asked, and not any number.
    var asked: Set<String> = []
    for link in document.elements("a") where asked.count < 200 {
      guard let href = link.attribute("href"),
        href.contains("comment-page-") || href.contains("cpage=")
      else { continue }
      while next < comments.count, comments[next].upperBound <= link.index { next += 1 }
      let isInComment = next < comments.count && comments[next].contains(link.index)
      let address = Wayback.original(href)
      guard !isInComment || link.hasClass("page-numbers"), !Self.namesComment(address),
        isOfArticle(address, reading.canonicalURL)
      else { continue }
      let page = String(address.prefix { $0 != "#" })
      if asked.insert(page).inserted, !link.isInWidget { pages.insert(page) }
    }
    guard let first = pages.min() else { return }
    reading.findings.append(
      page.finding(
        .note, PageFindings.morePages, "the comments go on at \(first)",
        hint: "save and import these pages too"))
  }

  /// Whether the fragment of an address is the id of a comment.
  private static func namesComment(_ address: String) -> Bool {
    guard let mark = address.lastIndex(of: "#") else { return false }
    return CommentBox.number(ofID: String(address[address.index(after: mark)...])) != nil
  }

  /// Whether the address of a page of comments is one of the article; where that is not known, it is taken to be.
  private func isOfArticle(_ address: String, _ article: String?) -> Bool {
    guard let article else { return true }
    func bare(_ address: String) -> Substring {
      var path = PagedAddress.whole(address)[...]
      if let scheme = path.firstRange(of: "://") {
        path = path[scheme.upperBound...].drop { $0 != "/" }
      }
      while path.hasSuffix("/") { path.removeLast() }
      return path
    }
    guard address.hasPrefix("http") || address.hasPrefix("/") else { return true }
    return bare(address) == bare(article)
  }
}
