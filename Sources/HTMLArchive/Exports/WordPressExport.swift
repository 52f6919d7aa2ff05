internal import HTMLTree
internal import SourceBytes

/// WordPress eXtended RSS.
enum WordPressExport {
  static func read(_ root: HTMLNode) -> PageReading {
    var reading = PageReading(producer: "wxr", venueKind: .blog)
    let channel = root.first("channel") ?? root
    reading.siteName = channel.childText("title").map(ExportReader.line)
    reading.language = channel.childText("language")
    for item in channel.children where item.isElement("item") {
      let comments = item.children.filter { $0.isElement("wp:comment") }
      let type = item.childText("wp:post_type")
      let isArticle = type == nil || type == "post" || type == "page" || !comments.isEmpty
      guard isArticle else { continue }
      let article = self.article(item)
      reading.entries.append(article)
      for comment in comments { reading.entries.append(entry(comment, under: article)) }
    }
    return reading
  }

  private static func article(_ item: HTMLNode) -> PageEntry {
    var entry = PageEntry(kind: .article)
    entry.key = "post-" + (item.childText("wp:post_id")?.foldingSpace ?? "0")
    entry.subject = item.childText("title").map(ExportReader.line)
    entry.authorName = item.childText("dc:creator")?.foldingSpace
    entry.permalink = item.childText("link")?.foldingSpace
    if item.childText("wp:status").map({ $0.foldingSpace != "publish" }) ?? false {
      entry.status = .held
    }
    if item.childText("wp:status")?.foldingSpace == "trash" { entry.status = .deleted }
    (entry.date, entry.dateAsWritten) = date(
      local: item.childText("wp:post_date"), utc: item.childText("wp:post_date_gmt"))
    entry.text = ExportReader.text(
      ofHTML: item.childText("content:encoded") ?? "", breaksLines: true)
    return entry
  }

  private static func entry(_ comment: HTMLNode, under article: PageEntry) -> PageEntry {
    let type = comment.childText("wp:comment_type")?.foldingSpace ?? ""
    var entry = PageEntry(kind: ["pingback", "trackback"].contains(type) ? .pingback : .comment)
    let number = comment.childText("wp:comment_id")?.foldingSpace ?? "0"
    entry.key = "comment-" + number
    entry.authorName = comment.childText("wp:comment_author").map(ExportReader.line)
    entry.authorURL = comment.childText("wp:comment_author_url")?.foldingSpace
    entry.authorAddress = comment.childText("wp:comment_author_email").flatMap(MaskedAddress.unmask)
    (entry.date, entry.dateAsWritten) = date(
      local: comment.childText("wp:comment_date"), utc: comment.childText("wp:comment_date_gmt"))
    switch comment.childText("wp:comment_approved")?.foldingSpace ?? "1" {
    case "0": entry.status = .held
    case "spam", "trash", "post-trashed": entry.status = .deleted
    default: break
    }
    entry.text = ExportReader.text(
      ofHTML: comment.childText("wp:comment_content") ?? "", breaksLines: true)
    if let parent = comment.childText("wp:comment_parent")?.foldingSpace, parent != "0" {
      entry.parent = .entry(key: "comment-" + parent)
      entry.parentDetail = "comment_parent " + parent
    } else if let key = article.key {
      entry.parent = .entry(key: key)
      entry.parentDetail = "comment of " + key
    }
    if let link = article.permalink, link.hasPrefix("http") {
      entry.permalink = link + "#comment-" + number
    }
    return entry
  }

  /// Both clocks give the zone; `0000-00-00` stands for an unknown one.
  private static func date(local: String?, utc: String?) -> (StatedDate?, String?) {
    let shown = (local ?? utc)?.foldingSpace
    let localDate = local.flatMap { PrintedDate().match(in: $0)?.date }
    guard let utcDate = utc.flatMap({ PrintedDate().match(in: $0)?.date }) else {
      return (localDate, shown)
    }
    let offset = localDate.map { ($0.instant - utcDate.instant) / 60 } ?? 0
    let isZone = abs(offset) <= 14 * 60 && offset % 15 == 0
    return (StatedDate(instant: utcDate.instant, offsetMinutes: isZone ? Int(offset) : 0), shown)
  }
}
