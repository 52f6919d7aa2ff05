internal import HTMLTree
internal import SourceBytes

/// Discourse topics as crawlers and browsers without scripts see them.
public struct Discourse: Producer {
  /// Makes the reader.
  public init() {}

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "discourse", title: "Discourse topic, crawler view",
      recognition: "div.crawler-post with an id post_N",
      gives: "posts with their numbers, authors, exact times; replies are not printed there",
      isTestedOnRealPages: true)
  }

  private static func posts(_ document: HTMLDocument) -> [HTMLNode] {
    document.root.elements(class: "crawler-post").filter { $0.id?.hasPrefix("post_") ?? false }
  }

  /// Sure where such posts exist.
  public func confidence(in page: Page) -> Int {
    Self.posts(page.document).isEmpty ? 0 : 92
  }

  /// Reads the posts; the first of the topic stands as its article.
  public func read(_ page: Page) -> PageReading {
    let document = page.document
    var reading = PageReading(producer: summary.name, venueKind: .forum)
    let site = page.site
    reading.siteName = site.name
    reading.canonicalURL = site.canonicalURL
    let title = document.elements("h1").first?.foldedText ?? document.meta("og:title")
    if reading.siteName == nil { reading.siteName = Self.siteName(document, topic: title) }
    for post in Self.posts(document) {
      guard var entry = entry(post) else { continue }
      if entry.ordinal == 1 {
        entry.kind = .article
        entry.subject = title
        entry.permalink = site.canonicalURL
      } else {
        if reading.entries.first?.kind == .article {
          entry.parent = .article
          entry.parentDetail = "the page prints no replies"
        } else if let topic = site.canonicalURL {
          // The first post stands on another page of the topic.
          entry.parent = .permalink(topic)
        }
        if let url = site.canonicalURL, let number = entry.ordinal {
          entry.permalink = url + "/\(number)"
        }
      }
      reading.entries.append(entry)
    }
    return reading
  }

  /// The last part of "Topic - Category - Site", the title of the page.
  private static func siteName(_ document: HTMLDocument, topic: String?) -> String? {
    let whole = document.elements("title").first.map { $0.descendants.map(\.characters).joined() }
    guard let whole = whole?.foldingSpace, let topic, whole.hasPrefix(topic + " - "),
      let last = whole.components(" - ").last
    else { return nil }
    return last.isEmpty ? nil : last
  }

  private func entry(_ post: HTMLNode) -> PageEntry? {
    var entry = PageEntry(kind: .comment)
    entry.key = post.id
    let position = post.firstElement { $0.hasToken("position", in: "itemprop") }
    let written = position?.attribute("content") ?? position?.foldedText
    entry.ordinal = (written ?? post.id.map { String($0.dropFirst(5)) }).flatMap {
      Int($0.filter { $0 >= "0" && $0 <= "9" })
    }
    let author = post.firstElement { $0.hasToken("author", in: "itemprop") }
    let name = author?.firstElement { $0.hasToken("name", in: "itemprop") } ?? author
    entry.authorName = name.flatMap { ThemeText.name(from: $0.foldedText) }
    entry.authorURL = author?.first("a")?.attribute("href").flatMap {
      $0.hasPrefix("http") ? $0 : nil
    }
    if let time = post.first("time"), let value = time.attribute("datetime") {
      entry.date = PrintedDate().match(in: value)?.date
      entry.dateAsWritten = value
    }
    let body =
      post.firstElement { node in
        node.hasToken("text", in: "itemprop") || node.hasToken("articleBody", in: "itemprop")
      } ?? post.first(class: "post")
    if let body { entry.text = DiscourseText.text(of: body) }
    // An empty post can follow the last one.
    guard entry.authorName != nil || !entry.text.isEmpty else { return nil }
    return entry
  }
}
