internal import HTMLTree

/// SPIP pages: the forum below an article in the skeletons that come with it, and in those built on them.
public struct SPIP: Producer {
  /// Makes the reader.
  public init() {}

  private let template = CommentTemplate(
    key: SPIP.key(of:), classes: ["forum-fil", "comment-item"],
    author: ["forum-qui-*", "reviewer", "forum-auteur", "par", "auteur"],
    date: ["dtreviewed", "date", "forum-nav", "comment-meta", "forum-chapo"],
    body: ["comment-texte", "forum-texte", "comment-content"],
    subject: ["comment-titre", "forum-titre"],
    omitted: ["repondre", "comment-reply", "forum-repondre", "hyperlien"])

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "spip", title: "SPIP page, articles with a forum",
      recognition: "items of a forum with anchors forumN or commentN",
      gives: "article, nested comments, authors, dates, subjects", isTestedOnRealPages: true)
  }

  /// Sure where the items of a forum have such anchors.
  public func confidence(in page: Page) -> Int {
    guard page.document.hasClass("forum-fil") || page.document.hasClass("comment-item") else {
      return 0
    }
    let count = template.boxes(in: page.document).count
    guard count > 0 else { return 0 }
    return page.generator.contains("spip") ? 92 : count > 1 ? 70 : 0
  }

  /// Reads the article and its comments.
  public func read(_ page: Page) -> PageReading { template.read(page, as: summary.name) }

  /// `forum12` of an anchor in an item, be it at its head or around its subject.
  private static func key(of node: HTMLNode) -> String? {
    guard node.hasClass("forum-fil") || node.hasClass("comment-item") else { return nil }
    for part in node.descendants.prefix(40) where part.isElement("a") {
      guard let name = part.id ?? part.attribute("name"), name.hasPrefix("forum"),
        name.utf8.count > 5, name.utf8.dropFirst(5).allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
      else { continue }
      return name
    }
    return nil
  }
}
