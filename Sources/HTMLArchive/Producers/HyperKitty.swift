internal import HTMLTree

/// Thread and message pages of HyperKitty, the archiver of Mailman 3.
public struct HyperKitty: Producer {
  /// Makes the reader.
  public init() {}

  private let template = CommentTemplate(
    key: HyperKitty.key(of:),
    author: ["name", "email-author"],
    date: ["date", "time", "email-date"],
    body: ["email-body"],
    answered: { own in
      for link in own where link.isElement("a") {
        let words = (link.attribute("title") ?? "") + " " + link.foldedText
        guard words.lowercased().contains("in reply to") || link.hasClass("parent-link"),
          let href = link.attribute("href"), let hash = href.lastIndex(of: "#")
        else { continue }
        return String(href[href.index(after: hash)...])
      }
      return nil
    },
    depth: { node in
      for holder in [node] + Array(node.ancestors.prefix(2)) {
        for token in holder.classes {
          for lead in ["reply-level-", "level-", "thread-level-"] where token.hasPrefix(lead) {
            if let level = Int(token.dropFirst(lead.utf8.count)) { return level }
          }
        }
        if let margin = holder.leftMargin { return margin }
      }
      return 0
    },
    venueKind: .list, firstIsArticle: true)

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "hyperkitty", title: "HyperKitty (Mailman 3), thread and message pages",
      recognition: "div.email-header with an id beside div.email-body",
      gives: "messages with nesting, authors, dates, subject of the thread",
      isTestedOnRealPages: false)
  }

  /// Sure where such a comment exists.
  public func confidence(in page: Page) -> Int {
    template.boxes(in: page.document).isEmpty ? 0 : 94
  }

  /// Reads the article and its comments.
  public func read(_ page: Page) -> PageReading { template.read(page, as: summary.name) }

  /// The id of the header inside the box of a message.
  static func key(of node: HTMLNode) -> String? {
    guard node.hasClass("email"), node.first(class: "email-body") != nil else { return nil }
    return node.first(class: "email-header")?.id ?? node.id
  }
}
