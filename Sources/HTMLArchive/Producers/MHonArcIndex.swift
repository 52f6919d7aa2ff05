internal import HTMLTree

/// Date and thread indexes of MHonArc, which hold nothing of their own.
///
/// The nesting of `threads.html` mixes answers with joins by subject and hides deep ones, so it is not read:
/// the message pages state their references.
public struct MHonArcIndex: Producer {
  /// Makes the reader.
  public init() {}

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "mhonarc-index", title: "MHonArc, index page",
      recognition: "<!-- MHonArc v… --> without a message, or lists of msgNNNNN.html",
      gives: "the message pages, in order", isTestedOnRealPages: true)
  }

  /// Sure where MHonArc's first comment stands without a body.
  public func confidence(in page: Page) -> Int {
    guard page.mhonarc.bodyStart == nil else { return 0 }
    let comments = page.comments.prefix(20)
    if comments.contains(where: { $0.text.hasPrefix("MHonArc v") }) { return 90 }
    return comments.contains { $0.text == "X-ML-Title-H1-Begin" } ? 85 : 0
  }

  /// Lists the pages that the index links to.
  public func read(_ page: Page) -> PageReading {
    var reading = PageReading(producer: summary.name, venueKind: .list)
    reading.isIndex = true
    var seen: Set<String> = []
    for link in page.document.elements("a") {
      guard let href = link.attribute("href")?.split(separator: "#").first.map(String.init),
        let name = href.split(separator: "/").last, name.hasPrefix("msg"), name.hasSuffix(".html"),
        seen.insert(href).inserted
      else { continue }
      reading.linkedPages.append(href)
    }
    return reading
  }
}
