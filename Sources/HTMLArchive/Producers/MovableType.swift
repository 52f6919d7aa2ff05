internal import HTMLTree
internal import SourceBytes

/// Movable Type 2 to 6 and TypePad pages of the templates that came with them.
///
/// Three shapes: boxes `comments-body` with a line `comments-post` (2.x), elements with an id
/// `comment-N` and class `comment` (3.2 and later, TypePad with hexadecimal ids), and bare paragraphs that
/// an anchor `cN` opens and a line "Posted by" closes (old TypePad).
public struct MovableType: Producer {
  /// Makes the reader.
  public init() {}

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "movabletype", title: "Movable Type 2 to 6 and TypePad, default templates",
      recognition: "div.comments-body with span.comments-post, or comments under its generator tag",
      gives: "article, comments, replied-to links, authors and their pages, dates",
      isTestedOnRealPages: true)
  }

  /// Sure where comments of one of the shapes exist.
  public func confidence(in page: Page) -> Int {
    let document = page.document
    if !MovableTypeBox.lined(document).isEmpty { return 86 }
    let isGenerator =
      page.generator.contains("movabletype") || page.generator.contains("movable type")
      || page.generator.contains("typepad")
    if isGenerator || page.head.contains("typepad.com"),
      !MovableTypeBox.numbered(document).isEmpty || !MovableTypeBox.loose(document).isEmpty
    {
      return 87
    }
    // Without the head of the page the lines below the comments have to say what they are.
    let lines = MovableTypeBox.loose(document).compactMap(\.line)
    if !lines.isEmpty, lines.allSatisfy({ ThemeText.hasLead($0.foldedText) }) { return 55 }
    let hasHead = document.root.firstElement { $0.hasClass("comments-head") } != nil
    return hasHead || isGenerator ? 50 : 0
  }

  /// Reads the article and its comments.
  public func read(_ page: Page) -> PageReading {
    let document = page.document
    var reading = PageReading(producer: summary.name, venueKind: .blog)
    let site = page.site
    reading.siteName = site.name
    reading.canonicalURL = site.canonicalURL
    let boxes = MovableTypeBox.boxes(document)
    let dates = PageDates.parser(for: document, within: boxes.compactMap(\.box))
    let head = document.root.firstElement {
      $0.hasClass("comments-head") || $0.hasClass("comments-header") || $0.id == "comments"
    }
    let start = boxes.first?.start ?? document.nodeCount
    let limit = min(head?.index ?? start, start)
    var article = articleEntry(document, limit, dates, site)
    readPosted(document, limit, dates, into: &article)
    if var entry = article {
      ArticleReader(document: document, before: limit, dates: dates)
        .readDate(from: TrackbackData(document), into: &entry)
      article = entry
    }
    if let article { reading.entries.append(article) }
    var keys: Set<String> = []
    for (index, box) in boxes.enumerated() {
      var entry = box.entry(document, dates: dates)
      if entry.authorName == nil, entry.text.isEmpty { continue }
      let key = box.key ?? "comment-\(index + 1)"
      entry.key = keys.insert(key).inserted ? key : "\(key).\(index + 1)"
      if let address = site.canonicalURL, box.key != nil { entry.permalink = address + "#" + key }
      if let answered = box.answeredKey, keys.contains(answered), answered != entry.key {
        entry.parent = .entry(key: answered)
        entry.parentDetail = "replied to \(answered)"
      } else if article != nil {
        entry.parent = .article
        entry.parentDetail = "the page names no comment that it answers"
      }
      reading.entries.append(entry)
    }
    return reading
  }

  private func articleEntry(
    _ document: HTMLDocument, _ limit: Int, _ dates: PrintedDate, _ site: SiteTraits
  ) -> PageEntry? {
    var entry = ArticleReader(document: document, before: limit, dates: dates)
      .entry(canonicalURL: site.canonicalURL, siteName: site.name)
    if let blog = document.root.firstElement(where: { $0.hasClass("blogbody") && $0.index < limit })
    {
      var options = ReadableTextOptions()
      for node in blog.descendants where node.hasClass("title") || node.hasClass("posted") {
        options.omitted.insert(node.index)
      }
      let end = min(blog.endIndex, limit)
      if blog.index + 1 < end {
        entry?.text = document.readableText(ofNodes: blog.index + 1..<end, options: options)
      }
      if let title = blog.first(class: "title")?.foldedText, !title.isEmpty {
        entry?.subject = title
      }
    }
    readLoose(document, limit, dates, into: &entry)
    return entry
  }

  /// The archive pages of 3.0 and 3.1 put a heading, the words and a line "Posted by" side by side, in no element of
  /// their own.
  private func readLoose(
    _ document: HTMLDocument, _ limit: Int, _ dates: PrintedDate, into entry: inout PageEntry?
  ) {
    let lines = document.root.elements(class: "posted")
    guard let line = lines.first(where: { $0.isElement("p") && $0.index < limit }),
      let holder = line.parent
    else { return }
    let isInBody = ([holder] + Array(holder.ancestors)).contains { node in
      ["blogbody", "entry-body", "entry-content", "blog-body"].contains { node.hasClass($0) }
    }
    let headings = holder.childElements.filter { node in
      let text = node.foldedText
      return ["h2", "h3", "h4"].contains(node.name) && node.index < line.index
        && !(dates.match(in: text).map { ThemeText.isNoise(text.removing($0.range)) } ?? false)
    }
    guard !isInBody, let heading = headings.last, !heading.foldedText.isEmpty,
      heading.endIndex < line.index
    else { return }
    let text = document.readableText(ofNodes: heading.endIndex..<line.index)
    guard text.utf8.count > entry?.text.utf8.count ?? 0 else { return }
    if entry == nil { entry = PageEntry(kind: .article) }
    entry?.key = "article"
    entry?.text = text
    entry?.subject = heading.foldedText
  }

  /// "Posted by Ada at May 3, 2004 10:15 AM" under the article.
  private func readPosted(
    _ document: HTMLDocument, _ limit: Int, _ dates: PrintedDate, into entry: inout PageEntry?
  ) {
    let lines = document.root.descendants.filter { node in
      node.kind == .element && node.index < limit
        && ["posted", "post-footers", "entry-footer", "entry-footer-info"].contains {
          node.hasClass($0)
        }
    }
    for node in lines {
      let line = node.foldedText
      guard line.utf8.count < 400, let match = dates.match(in: line) else { continue }
      entry?.date = match.date
      entry?.dateAsWritten = line.part(match.range)
      if let name = MovableTypeBox.name(line.part(0..<match.range.lowerBound)) {
        entry?.authorName = name
      }
      return
    }
  }
}
