internal import HTMLTree

/// Index pages of hypermail.
///
/// Their nesting is cut at a depth, so the links of the message pages are read instead.
public struct HypermailIndex: Producer {
  /// Makes the reader.
  public init() {}

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "hypermail-index", title: "Hypermail 2, index page",
      recognition: "generator hypermail without a message", gives: "the message pages, in order",
      isTestedOnRealPages: true)
  }

  /// Sure by the generator tag.
  public func confidence(in page: Page) -> Int {
    guard page.generator.contains("hypermail") else { return 0 }
    guard page.hypermail.bodyStart == nil else { return 0 }
    // A message page whose comments somebody stripped is no index.
    return GenericMessage().confidence(in: page) > 0 ? 5 : 85
  }

  /// Lists the pages that the index links to.
  public func read(_ page: Page) -> PageReading {
    var reading = PageReading(producer: summary.name, venueKind: .list)
    reading.isIndex = true
    var seen: Set<String> = []
    for link in page.document.elements("a") {
      guard let href = link.attribute("href")?.split(separator: "#").first.map(String.init),
        href.hasSuffix(".html"), let name = href.split(separator: "/").last,
        name.dropLast(5).utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), seen.insert(href).inserted
      else { continue }
      reading.linkedPages.append(href)
    }
    return reading
  }
}
