internal import HTMLTree
internal import SourceBytes

/// Conversations of Google Groups as browsers save them since 2020, the rows made for crawlers before, and
/// the messages under their fields that it showed to 2011.
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
        "sections of a list with data-author, rows with author, lastPostDate and snippet, or the "
        + "fields of messages",
      gives: "messages in order, authors, dates, subject",
      isTestedOnRealPages: false)
  }

  /// Sure where messages of one of the two shapes stand on a page of Google Groups.
  public func confidence(in page: Page) -> Int {
    let isGroups =
      page.head.contains("groups.google.com") || page.head.contains("Google Groups")
      || (page.site.canonicalURL ?? "").contains("groups.google.")
    guard isGroups else { return 0 }
    if !template.boxes(in: page.document).isEmpty { return 90 }
    return GenericMessage().confidence(in: page) > 0 ? 85 : 0
  }

  /// Reads the messages.
  public func read(_ page: Page) -> PageReading {
    var reading = template.read(page, as: summary.name)
    if reading.entries.isEmpty {
      reading = GenericMessage().read(page)
      reading.producer = summary.name
      reading.findings.removeAll { $0.code == PageFindings.unsure.code }
    }
    // The group stands in the address: /g/NAME/c/ID, /group/NAME/browse_thread/….
    let parts = (reading.canonicalURL ?? "").split(separator: "/")
    if let place = parts.firstIndex(where: { $0 == "g" || $0 == "group" || $0 == "forum" }),
      place + 1 < parts.count
    {
      reading.siteName = String(parts[place + 1].prefix { $0 != "?" && $0 != "#" })
    }
    return reading
  }

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
