internal import HTMLTree
internal import SourceBytes

/// The comments of a page as Disqus's API lists them.
struct DisqusListing: DataExport {
  var summary: ProducerSummary {
    ProducerSummary(
      name: "disqus-json", title: "Disqus comments (JSON of its API)",
      recognition: "a JSON object whose response lists posts with message and createdAt",
      gives: "comments with parents, authors and their pages, exact times, deleted and spam marks",
      isTestedOnRealPages: false)
  }

  func read(_ file: DataFile, at location: SourceLocation) -> PageReading? {
    guard case .json(let root) = file, let response = root["response"] else { return nil }
    let posts = response.isArray ? response.items : response["posts"]?.items ?? []
    guard let first = posts.first, first["createdAt"] != nil,
      first["message"] != nil || first["raw_message"] != nil
    else { return nil }
    var reading = PageReading(producer: summary.name, venueKind: .blog)
    reading.siteName = first["forum"]?.text
    for post in posts {
      guard let id = post["id"]?.token else { continue }
      reading.entries.append(entry(post, id: id))
    }
    // The API lists the newest first; answers come after what they answer here.
    if let first = reading.entries.first?.date, let last = reading.entries.last?.date,
      first.instant > last.instant
    {
      reading.entries.reverse()
    }
    return reading
  }

  private func entry(_ post: JSONValue, id: String) -> PageEntry {
    var entry = PageEntry(kind: .comment)
    entry.key = "post-" + id
    let author = post["author"]
    entry.authorName = (author?["name"]?.text ?? author?["username"]?.text)?.foldingSpace
    entry.authorURL = author?["url"]?.text ?? author?["profileUrl"]?.text
    entry.dateAsWritten = post["createdAt"]?.text
    if let date = entry.dateAsWritten.flatMap({ PrintedDate().match(in: $0)?.date }) {
      // The API's clock is UTC and says so nowhere in the value.
      entry.date = StatedDate(instant: date.instant, offsetMinutes: date.offsetMinutes ?? 0)
    }
    if let html = post["message"]?.text {
      entry.text = DataExports.text(ofHTML: html)
    } else {
      entry.text = post["raw_message"]?.string ?? ""
    }
    if post["isDeleted"]?.isTrue ?? false || post["isSpam"]?.isTrue ?? false {
      entry.status = .deleted
    }
    entry.permalink = post["url"]?.text
    if let parent = post["parent"]?.token {
      entry.parent = .entry(key: "post-" + parent)
      entry.parentDetail = "parent " + parent
    }
    return entry
  }
}
