internal import HTMLTree

/// Topics of Nabble forums and list archives.
public struct Nabble: Producer {
  /// Makes the reader.
  public init() {}

  private let template = CommentTemplate(
    key: { node in
      guard
        node.hasClass("classic-row") || node.hasClass("post-row") || node.hasClass("message-row"),
        let text = node.first(class: "message-text"), let id = text.id, id.hasPrefix("msg")
      else { return nil }
      return String(id.dropFirst(3))
    },
    classes: ["classic-row", "post-row", "message-row"],
    author: ["classic-author-name", "author-name", "user-link", "post-author"],
    date: ["post-date", "classic-date", "date"],
    body: ["message-text"],
    subject: ["post-subject", "subject-link"],
    answered: { own in
      for link in own where link.isElement("a") && link.foldedText.lowercased() == "this post" {
        let digits = (link.attribute("href") ?? "").split { $0 < "0" || $0 > "9" }.last
        if let digits { return String(digits) }
      }
      return nil
    },
    venueKind: .list, firstIsArticle: true, keyIsAnchor: false)

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "nabble", title: "Nabble topic",
      recognition: "div.message-text with an id msgN under a row with a name",
      gives: "messages with what each answers, authors, exact times, subjects",
      isTestedOnRealPages: false)
  }

  /// Sure where such a comment exists.
  public func confidence(in page: Page) -> Int {
    template.boxes(in: page.document).isEmpty ? 0 : 90
  }

  /// Reads the article and its comments.
  public func read(_ page: Page) -> PageReading { template.read(page, as: summary.name) }
}
