internal import HTMLTree

/// Thread and message pages of HyperKitty, the archiver of Mailman 3.
public struct HyperKitty: Producer {
  /// Makes the reader.
  public init() {}

  private let template = CommentTemplate(
    key: HyperKitty.key(of:), classes: ["email"],
    author: ["name", "email-author"],
    date: ["date", "time", "email-date"],
    body: ["email-body"], omitted: ["quoted-switch"], keepsLines: true,
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
    depth: HyperKitty.depth(of:), venueKind: .list, firstIsArticle: true)

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

  /// Reads the messages; those that the page shows by date stand beside each other.
  public func read(_ page: Page) -> PageReading {
    var template = template
    if Self.isByDate(page.document) { template.depth = { _ in 0 } }
    return template.read(page, as: summary.name)
  }

  /// Whether the link under the first message leads from the order of dates to that of answers.
  private static func isByDate(_ document: HTMLDocument) -> Bool {
    let link = document.root.first(class: "sort-mode")?.first("a")
    return link?.attribute("href")?.hasSuffix("sort=thread") ?? false
  }

  /// How deep a message stands: the first at 0, what answers it at 1, from where the levels of the page count.
  private static func depth(of node: HTMLNode) -> Int? {
    if let level = level(of: node) { return level }
    guard !node.hasClass("email-first") else { return 0 }
    for holder in node.ancestors.prefix(2) {
      if let level = level(of: holder) ?? holder.leftMargin { return level + 1 }
    }
    return 1
  }

  private static func level(of node: HTMLNode) -> Int? {
    for token in node.classes {
      for lead in ["reply-level-", "level-", "thread-level-"] where token.hasPrefix(lead) {
        if let level = Int(token.dropFirst(lead.utf8.count)) { return level }
      }
    }
    return nil
  }

  /// The id of the header inside the box of a message.
  static func key(of node: HTMLNode) -> String? {
    guard node.hasClass("email"), node.first(class: "email-body") != nil else { return nil }
    return node.first(class: "email-header")?.id ?? node.id
  }
}
