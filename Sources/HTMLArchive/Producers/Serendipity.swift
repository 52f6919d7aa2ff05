internal import HTMLTree

/// Serendipity blogs, with comments nested by their level or left margin.
public struct Serendipity: Producer {
  /// Makes the reader.
  public init() {}

  private let template = CommentTemplate(
    key: Serendipity.key(of:),
    classes: ["serendipity_comment"],
    author: ["comment_source_author", "comment_author", "serendipity_comment_author", "fn"],
    date: [
      "comment_source_date", "comment_date", "serendipity_comment_date",
      "serendipity_comment_source",
    ],
    body: ["serendipity_commentBody", "comment_content", "serendipity_comment_body"],
    depth: { node in
      for token in node.classes {
        for lead in ["commentlevel-", "comment_level_", "commentlevel_"] where token.hasPrefix(lead)
        {
          if let level = Int(token.dropFirst(lead.utf8.count)) { return level }
        }
      }
      // What answers nothing is not set in at all.
      return node.leftMargin ?? 0
    },
    mend: { entry, own in Serendipity.readSource(own, into: &entry) },
    owner: ["serendipity_comment_author_self"])

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "serendipity", title: "Serendipity (s9y) page",
      recognition:
        "elements of class serendipity_comment with an id cN or serendipity_comment_N, or an anchor before",
      gives: "article, comments with nesting, authors and their pages, dates",
      isTestedOnRealPages: false)
  }

  /// Sure where such a comment exists.
  public func confidence(in page: Page) -> Int {
    template.boxes(in: page.document).isEmpty ? 0 : 91
  }

  /// Reads the article and its comments.
  public func read(_ page: Page) -> PageReading { template.read(page, as: summary.name) }

  /// "#1.1 Jonas (Link) (Reply)", "Jonas said: (Reply)": the line of themes that give the name no class.
  private static func readSource(_ own: [HTMLNode], into entry: inout PageEntry) {
    guard let source = own.first(where: { $0.hasClass("serendipity_comment_source") }) else {
      return
    }
    if entry.authorName == nil, !own.contains(where: { $0.hasClass("comment_source_author") }) {
      var line = source.foldedTextWithoutImages
      if line.hasPrefix("#") {
        line = line.split(separator: " ").dropFirst().joined(separator: " ")
      }
      if let range = line.firstRange(of: " (") { line = String(line[..<range.lowerBound]) }
      entry.authorName = ThemeText.name(from: line).flatMap { ThemeText.isNoise($0) ? nil : $0 }
    }
    // The link to the author's page has its address as title.
    let page = source.elements("a").first { link in
      link.hasClass("comment_source_url")
        || link.attribute("title").map { $0 == link.attribute("href") } ?? false
    }
    let address = page?.attribute("href").map(Wayback.original)
    if let address, address.hasPrefix("http") { entry.authorURL = address }
  }

  /// `c12` of `c12` and of `serendipity_comment_12`, where the anchor stands before the box.
  static func key(of node: HTMLNode) -> String? {
    guard node.hasClass("serendipity_comment") else { return nil }
    guard let id = node.id else { return B2evolution.keyBefore(node) }
    for lead in ["serendipity_comment_", "c"] where id.hasPrefix(lead) {
      let digits = id.dropFirst(lead.utf8.count)
      if !digits.isEmpty, digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
        return "c" + digits
      }
    }
    return nil
  }
}
