internal import HTMLTree
internal import SourceBytes

/// Comment pages of old.reddit.com, and of reddit.com before 2018.
public struct OldReddit: Producer {
  /// Makes the reader.
  public init() {}

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "oldreddit", title: "Reddit, old design",
      recognition: "div.commentarea with div.thing.comment",
      gives: "submission, comments with nesting, authors, exact times, permalinks",
      isTestedOnRealPages: false)
  }

  /// Sure by the comment area and the things in it or the submission above.
  public func confidence(in page: Page) -> Int {
    let root = page.document.root
    guard root.first(class: "commentarea") != nil else { return 0 }
    let entry = root.firstElement { node in
      node.hasClass("entry") && node.parent?.hasClass("thing") ?? false
    }
    return entry == nil ? 0 : 93
  }

  /// Reads the submission and its comments.
  public func read(_ page: Page) -> PageReading {
    var reading = PageReading(producer: summary.name, venueKind: .forum)
    let document = page.document
    reading.canonicalURL = page.site.canonicalURL
    let things = document.root.elements(class: "thing")
    let area = document.root.first(class: "commentarea")?.index ?? 0
    let link = things.first { $0.hasClass("link") && $0.index < area }
    if let link {
      let entry = submission(link)
      reading.siteName = link.attribute("data-subreddit").map { "r/" + $0 }
      reading.entries.append(entry)
    }
    if reading.siteName == nil {
      reading.siteName = document.root.first(class: "redditname")?.foldedText
    }
    // The comments around the present place, each with the end of its node.
    var open: [(end: Int, key: String)] = []
    var hidden = 0
    for (number, thing) in things.enumerated() where thing.index > area {
      while let last = open.last, last.end <= thing.index { open.removeLast() }
      if thing.hasClass("morechildren") || thing.hasClass("morerecursion") { hidden += 1 }
      guard thing.hasClass("comment") else { continue }
      var entry = comment(thing, number: number)
      if let parent = open.last {
        entry.parent = .entry(key: parent.key)
        entry.parentDetail = "nested under \(parent.key)"
      } else if link != nil {
        entry.parent = .article
        entry.parentDetail = "not nested"
      }
      if let key = entry.key { open.append((thing.endIndex, key)) }
      reading.entries.append(entry)
    }
    if hidden > 0 {
      reading.findings.append(
        page.finding(
          .note, PageFindings.morePages, "\(hidden) branches of comments are not in the page"))
    }
    return reading
  }

  private func submission(_ thing: HTMLNode) -> PageEntry {
    var entry = PageEntry(kind: .article)
    entry.key = key(of: thing)
    readHead(thing, thing, into: &entry)
    let title = thing.firstElement { $0.isElement("a") && $0.hasClass("title") }
    entry.subject = title?.foldedText
    if let body = thing.first(class: "usertext-body") { entry.text = body.readableText() }
    if entry.text.isEmpty, let href = title?.attribute("href"), href.hasPrefix("http") {
      entry.text = Wayback.original(href)
    }
    return entry
  }

  private func comment(_ thing: HTMLNode, number: Int) -> PageEntry {
    var entry = PageEntry(kind: .comment)
    entry.key = key(of: thing) ?? "comment-\(number)"
    // Only the entry right inside is its own; answers have theirs.
    guard let own = thing.childElements.first(where: { $0.hasClass("entry") }) else {
      entry.status = .deleted
      return entry
    }
    readHead(thing, own, into: &entry)
    if let body = own.first(class: "usertext-body") ?? own.first(class: "md") {
      entry.text = body.readableText()
    }
    entry.isByArticleAuthor = own.first(class: "submitter") != nil
    let words = entry.text.foldingSpace
    if entry.authorName == nil, ["", "[deleted]", "[removed]"].contains(words) {
      entry.status = .deleted
    }
    return entry
  }

  private func key(of thing: HTMLNode) -> String? {
    thing.attribute("data-fullname")
      ?? thing.id.flatMap { $0.hasPrefix("thing_") ? String($0.dropFirst(6)) : nil }
  }

  private func readHead(_ thing: HTMLNode, _ own: HTMLNode, into entry: inout PageEntry) {
    let link = own.firstElement { $0.isElement("a") && $0.hasClass("author") }
    let name = (link?.foldedText ?? thing.attribute("data-author") ?? "").foldingSpace
    entry.authorName = name.isEmpty || name == "[deleted]" ? nil : name
    entry.authorURL = link?.attribute("href").map(Wayback.original).flatMap {
      $0.hasPrefix("http") ? $0 : nil
    }
    let time = own.elements("time").first { !$0.hasClass("edited-timestamp") }
    if let written = time?.attribute("datetime") ?? time?.attribute("title") {
      entry.dateAsWritten = written
      entry.date = PrintedDate().match(in: written)?.date
    } else if let stamp = thing.attribute("data-timestamp") {
      entry.dateAsWritten = stamp
      entry.date = EpochDate.date(Double(stamp))
    }
    if let path = thing.attribute("data-permalink"), path.hasPrefix("/") {
      entry.permalink = "https://www.reddit.com" + path
    } else if let link = own.firstElement(where: { $0.hasClass("bylink") }),
      let href = link.attribute("href").map(Wayback.original), href.hasPrefix("http")
    {
      entry.permalink = href
    }
  }
}
