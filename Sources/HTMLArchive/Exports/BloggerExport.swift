internal import HTMLTree
internal import SourceBytes

/// The Atom feed that Blogger exports: posts, comments, and templates that are none.
enum BloggerExport {
  static func isExport(_ root: HTMLNode) -> Bool {
    root.elements("category").contains {
      ($0.attribute("term") ?? "").contains("blogger/2008/kind#")
    }
  }

  static func read(_ root: HTMLNode) -> PageReading {
    var reading = PageReading(producer: "blogger-atom", venueKind: .blog)
    reading.siteName = root.childText("title").map(ExportReader.line)
    for item in root.children where item.isElement("entry") {
      let terms = item.children.filter { $0.isElement("category") }.compactMap {
        $0.attribute("term")
      }
      let isComment = terms.contains { $0.hasSuffix("kind#comment") }
      guard isComment || terms.contains(where: { $0.hasSuffix("kind#post") }) else { continue }
      reading.entries.append(entry(item, isComment: isComment))
    }
    // Comments may stand before their post in the file; articles come first here.
    reading.entries =
      reading.entries.filter { $0.kind == .article }
      + reading.entries.filter { $0.kind != .article }
    return reading
  }

  private static func entry(_ item: HTMLNode, isComment: Bool) -> PageEntry {
    var entry = PageEntry(kind: isComment ? .comment : .article)
    entry.key = item.childText("id")?.foldingSpace
    if let author = item.children.first(where: { $0.isElement("author") }) {
      entry.authorName = author.childText("name").map(ExportReader.line)
      entry.authorURL = author.childText("uri")?.foldingSpace
    }
    entry.dateAsWritten = item.childText("published")?.foldingSpace
    entry.date = entry.dateAsWritten.flatMap { PrintedDate().match(in: $0)?.date }
    if !isComment { entry.subject = item.childText("title").map(ExportReader.line) }
    entry.text = ExportReader.text(ofHTML: item.childText("content") ?? "", breaksLines: false)
    let links = item.children.filter { $0.isElement("link") }
    entry.permalink = links.first { $0.attributeEquals("rel", "alternate") }?.attribute("href")
    guard isComment else { return entry }
    // The reply-to element names the post; a comment that is answered is a related link.
    let related = links.first { $0.attributeEquals("rel", "related") }?.attribute("href")
    let post = item.children.first { $0.isElement("thr:in-reply-to") }?.attribute("ref")
    if let number = related?.split(separator: "/").last, let key = entry.key,
      let range = key.firstRange(of: ".post-")
    {
      entry.parent = .entry(key: String(key[..<range.upperBound]) + String(number))
      entry.parentDetail = "related link"
    } else if let post {
      entry.parent = .entry(key: post)
      entry.parentDetail = "thr:in-reply-to"
    }
    return entry
  }
}
