internal import HTMLTree
internal import SourceBytes

/// Pages of unknown make that state their comments to search engines as JSON-LD (schema.org).
public struct LinkedDataPage: Producer {
  /// Makes the reader.
  public init() {}

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "json-ld", title: "Page with schema.org comments in JSON-LD",
      recognition:
        "a script of type application/ld+json with an article, posting or question and its comments",
      gives: "article, comments and answers with nesting, authors and their pages, dates",
      isTestedOnRealPages: false)
  }

  /// Sure where comments are stated; producers with marks of their own know more.
  public func confidence(in page: Page) -> Int {
    LinkedData(page.document).topics.isEmpty ? 0 : 58
  }

  /// Reads the first topic; a page has one.
  public func read(_ page: Page) -> PageReading {
    var reading = PageReading(producer: summary.name, venueKind: .blog)
    let site = page.site
    reading.siteName = site.name
    reading.canonicalURL = site.canonicalURL
    guard let topic = LinkedData(page.document).topics.first else { return reading }
    let types = LinkedData.types(of: topic.value)
    if types.contains("DiscussionForumPosting") || types.contains("Question") {
      reading.venueKind = .forum
    }
    var article = entry(topic.value, as: .article)
    article.subject = (topic.value["headline"] ?? topic.value["name"])?.text.map(Self.line)
    if article.permalink == nil { article.permalink = site.canonicalURL }
    reading.entries.append(article)
    let keys = Self.keys(of: topic)
    // Some list comments flat and state what each answers.
    var keysByID: [String: String] = [:]
    for (place, reply) in topic.replies.enumerated() {
      for id in [reply.value["@id"]?.text, reply.value["url"]?.text].compactMap({ $0 }) {
        if keysByID[id] == nil { keysByID[id] = keys[place] }
      }
    }
    for (place, reply) in topic.replies.enumerated() {
      var entry = self.entry(reply.value, as: .comment)
      entry.key = keys[place]
      let item = reply.value["parentItem"] ?? reply.value["replyToUrl"]
      let stated = (item?["@id"] ?? item?["url"] ?? item)?.text.flatMap { keysByID[$0] }
      if let parent = stated ?? reply.parent.map({ keys[$0] }), parent != entry.key {
        entry.parent = .entry(key: parent)
        entry.parentDetail = stated == nil ? "nested under \(parent)" : "parentItem"
      } else {
        entry.parent = .article
        entry.parentDetail = "not nested"
      }
      guard entry.authorName != nil || !entry.text.isEmpty else { continue }
      reading.entries.append(entry)
    }
    return reading
  }

  /// A key for each reply: the end of its address where that is its own, else its place.
  private static func keys(of topic: LinkedData.Topic) -> [String] {
    var taken: Set<String> = []
    return topic.replies.enumerated().map { place, reply in
      let address = reply.value["@id"]?.text ?? reply.value["url"]?.text
      let fragment = address?.split(separator: "#", maxSplits: 1).dropFirst().first
      if let fragment, !fragment.isEmpty, taken.insert(String(fragment)).inserted {
        return String(fragment)
      }
      return "item-\(place + 1)"
    }
  }

  private func entry(_ value: JSONValue, as kind: PageEntry.Kind) -> PageEntry {
    var entry = PageEntry(kind: kind)
    let creator = value["author"] ?? value["creator"]
    let author = creator.map { $0.isArray ? $0.items.first ?? $0 : $0 }
    entry.authorName = (author?["name"] ?? author)?.text.map(Self.line)
    entry.authorURL = author?["url"]?.text.flatMap { $0.hasPrefix("http") ? $0 : nil }
    entry.dateAsWritten = (value["datePublished"] ?? value["dateCreated"])?.text
    entry.date = entry.dateAsWritten.flatMap { PrintedDate().match(in: $0)?.date }
    entry.permalink = (value["url"] ?? value["@id"])?.text.flatMap {
      $0.hasPrefix("http") ? $0 : nil
    }
    entry.text = Self.readable((value["articleBody"] ?? value["text"])?.string ?? "")
    if entry.text.isEmpty, kind == .comment {
      entry.text = Self.readable(value["description"]?.string ?? "")
    }
    return entry
  }

  private static func line(_ text: String) -> String {
    ExportReader.line(text)
  }

  /// Text that is HTML in some pages and plain with bare line ends in others.
  private static func readable(_ text: String) -> String {
    ExportReader.text(ofHTML: text, breaksLines: true)
  }
}
