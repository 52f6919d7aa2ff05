internal import HTMLTree
internal import SourceBytes

/// Articles as Gmane's web interface showed them.
public struct Gmane: Producer {
  /// Makes the reader.
  public init() {}

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "gmane", title: "Gmane, article page",
      recognition:
        "gmane in the addresses of the page, and fields From, Subject and Date above the article",
      gives: "author, date, subject, group, text",
      isTestedOnRealPages: false)
  }

  /// Sure where Gmane's addresses and a header stand.
  public func confidence(in page: Page) -> Int {
    guard body(page.document) != nil else { return 0 }
    let links = page.document.elements("a") + page.document.elements("link")
    return links.contains { ($0.attribute("href") ?? "").contains("gmane.org") } ? 86 : 0
  }

  /// The fields in the block `headers`, the article after it.
  private func body(_ document: HTMLDocument) -> Range<Int>? {
    guard let head = document.root.first(class: "headers"),
      !MessageHead(document, in: head.index + 1..<head.endIndex).isEmpty
    else { return nil }
    let body = document.root.firstElement { node in
      node.index >= head.endIndex
        && (node.hasClass("bodytext") || node.hasClass("article") || node.hasClass("body")
          || node.isElement("pre"))
    }
    return body.map { $0.index + 1..<$0.endIndex }
  }

  /// Reads the one message of the page.
  public func read(_ page: Page) -> PageReading {
    var reading = PageReading(producer: summary.name, venueKind: .list)
    guard let body = body(page.document) else { return reading }
    let head = MessageHead(page.document, in: 0..<body.lowerBound)
    let entry = reading.entry(of: page, head: head, body: body)
    if let group = head.value(.list)?.split(separator: " ").first {
      reading.siteName = String(group)
    }
    reading.entries = [entry]
    return reading
  }
}
