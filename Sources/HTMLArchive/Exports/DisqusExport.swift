internal import HTMLTree
internal import SourceBytes

/// The XML that Disqus hands out: threads first, then posts that name them.
enum DisqusExport {
  static func read(_ root: HTMLNode) -> PageReading {
    var reading = PageReading(producer: "disqus-export", venueKind: .blog)
    var known: Set<String> = []
    var links: [String: String] = [:]
    for thread in root.children where thread.isElement("thread") {
      guard let id = thread.attribute("dsq:id") else { continue }
      var entry = PageEntry(kind: .article)
      entry.key = "thread-" + id
      entry.subject = thread.childText("title").map(ExportReader.line)
      entry.permalink = thread.childText("link")?.foldingSpace
      guard entry.subject != nil || entry.permalink != nil else { continue }
      readAuthor(thread, into: &entry)
      readDate(thread, into: &entry)
      known.insert(id)
      links[id] = entry.permalink
      if reading.siteName == nil { reading.siteName = thread.childText("forum")?.foldingSpace }
      reading.entries.append(entry)
    }
    for post in root.children where post.isElement("post") {
      guard let id = post.attribute("dsq:id") else { continue }
      var entry = PageEntry(kind: .comment)
      entry.key = "post-" + id
      readAuthor(post, into: &entry)
      readDate(post, into: &entry)
      entry.text = ExportReader.text(ofHTML: post.childText("message") ?? "", breaksLines: false)
      if post.childText("isDeleted") == "true" || post.childText("isSpam") == "true" {
        entry.status = .deleted
      }
      let thread = post.children.first { $0.isElement("thread") }?.attribute("dsq:id")
      if let parent = post.children.first(where: { $0.isElement("parent") })?.attribute("dsq:id") {
        entry.parent = .entry(key: "post-" + parent)
        entry.parentDetail = "parent " + parent
      } else if let thread, known.contains(thread) {
        entry.parent = .entry(key: "thread-" + thread)
        entry.parentDetail = "post of thread " + thread
      }
      if let thread, let link = links[thread] { entry.permalink = link + "#comment-" + id }
      reading.entries.append(entry)
    }
    return reading
  }

  private static func readAuthor(_ node: HTMLNode, into entry: inout PageEntry) {
    guard let author = node.children.first(where: { $0.isElement("author") }) else { return }
    entry.authorName = (author.childText("name") ?? author.childText("username"))
      .map(ExportReader.line)
    entry.authorAddress = author.childText("email").flatMap(MaskedAddress.unmask)
    entry.authorURL = author.childText("link")?.foldingSpace
  }

  private static func readDate(_ node: HTMLNode, into entry: inout PageEntry) {
    entry.dateAsWritten = node.childText("createdAt")?.foldingSpace
    entry.date = entry.dateAsWritten.flatMap { PrintedDate().match(in: $0)?.date }
  }
}
