internal import HTMLTree

/// Serendipity blogs, with comments nested by their level or left margin.
public struct Serendipity: Producer {
  /// Makes the reader.
  public init() {}

  private let template = CommentTemplate(
    key: Serendipity.key(of:),
    author: ["comment_source_author", "comment_author", "serendipity_comment_author", "fn"],
    date: ["comment_source_date", "comment_date", "serendipity_comment_date"],
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
    owner: ["serendipity_comment_author_self"])

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "serendipity", title: "Serendipity (s9y) page",
      recognition: "elements of class serendipity_comment with an id cN or serendipity_comment_N",
      gives: "article, comments with nesting, authors and their pages, dates",
      isTestedOnRealPages: false)
  }

  /// Sure where such a comment exists.
  public func confidence(in page: Page) -> Int {
    template.boxes(in: page.document).isEmpty ? 0 : 91
  }

  /// Reads the article and its comments.
  public func read(_ page: Page) -> PageReading { template.read(page, as: summary.name) }

  /// `c12` of `c12` and of `serendipity_comment_12`, where the anchor stands before the box.
  static func key(of node: HTMLNode) -> String? {
    guard node.hasClass("serendipity_comment"), let id = node.id else { return nil }
    for lead in ["serendipity_comment_", "c"] where id.hasPrefix(lead) {
      let digits = id.dropFirst(lead.utf8.count)
      if !digits.isEmpty, digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
        return "c" + digits
      }
    }
    return nil
  }
}
