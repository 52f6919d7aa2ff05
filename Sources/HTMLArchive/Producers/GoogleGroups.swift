internal import HTMLTree

/// Conversations of Google Groups as browsers save them since 2020, and the rows made for crawlers before.
public struct GoogleGroups: Producer {
  /// Makes the reader.
  public init() {}

  private let template = CommentTemplate(
    key: GoogleGroups.key(of:),
    author: ["s1f8Zd", "author", "data-author"],
    date: ["zX2W9c", "lastPostDate"],
    body: ["ptW7te", "snippet", "region"],
    venueKind: .list, firstIsArticle: true)

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "google-groups", title: "Google Groups, saved conversation",
      recognition:
        "sections of a list with data-author, or rows with author, lastPostDate and snippet",
      gives: "messages in order, authors, dates, subject",
      isTestedOnRealPages: false)
  }

  /// Sure where messages of one of the two shapes stand on a page of Google Groups.
  public func confidence(in page: Page) -> Int {
    let isGroups =
      page.head.contains("groups.google.com") || page.head.contains("Google Groups")
      || (SiteTraits(page).canonicalURL ?? "").contains("groups.google.")
    return isGroups && !template.boxes(in: page.document).isEmpty ? 90 : 0
  }

  /// Reads the article and its comments.
  public func read(_ page: Page) -> PageReading { template.read(page, as: summary.name) }

  /// The id of a message, or its place among the rows.
  static func key(of node: HTMLNode) -> String? {
    if node.isElement("section"), node.attribute("data-author") != nil {
      return node.attribute("data-doc-id") ?? node.id ?? "message-\(node.index)"
    }
    guard node.isElement("tr"), node.first(class: "snippet") != nil,
      node.first(class: "author") != nil
    else { return nil }
    return node.id ?? "message-\(node.index)"
  }
}
