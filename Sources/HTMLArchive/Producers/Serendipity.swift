internal import HTMLTree

/// Serendipity blogs, with comments nested by their level or left margin.
public struct Serendipity: Producer {
  /// Makes the reader.
  public init() {}

  private let template = CommentTemplate(
    key: CommentTemplate.boxes(ofClass: "serendipity_comment", idPrefix: "c"),
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
      return node.leftMargin
    },
    owner: ["serendipity_comment_author_self"])

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "serendipity", title: "Serendipity (s9y) page",
      recognition: "elements of class serendipity_comment with an id cN",
      gives: "article, comments with nesting, authors and their pages, dates",
      isTestedOnRealPages: false)
  }

  /// Sure where such a comment exists.
  public func confidence(in page: Page) -> Int {
    template.boxes(in: page.document).isEmpty ? 0 : 91
  }

  /// Reads the article and its comments.
  public func read(_ page: Page) -> PageReading { template.read(page, as: summary.name) }
}
