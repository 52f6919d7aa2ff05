internal import HTMLTree

/// LessWrong and sites of its kind: the site of 2009, its successor, and GreaterWrong.
public struct GreaterWrong: Producer {
  /// Makes the reader.
  public init() {}

  private let template = CommentTemplate(
    key: { node in
      if node.hasClass("comment-item"), let id = node.id, id.hasPrefix("comment-") { return id }
      // The site of 2009 to 2018 was made of reddit's code; the one after it marks nodes of a tree.
      if node.hasClass("comment"), let id = node.id, id.hasPrefix("comment_t1_") { return id }
      if node.hasClass("comments-node"), let id = node.id, id.utf8.count >= 10 { return id }
      return nil
    },
    classes: ["comment-item", "comment", "comments-node"],
    author: [
      "author", "UsersNameDisplay-userName", "UsersNameDisplay-noColor", "CommentUserName-author",
      "comments-item-author",
    ],
    date: ["date", "comment-date", "comments-item-date"],
    body: [
      "comment-body", "body-text", "md", "CommentBody-commentStyling", "commentBody",
      "comments-item-text", "comment-content", "CommentBody-root",
    ],
    venueKind: .forum)

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "lesswrong", title: "LessWrong and its kin: the old site, ForumMagnum, GreaterWrong",
      recognition:
        "li.comment-item, comments with md text under lesswrong addresses, or div.comments-node",
      gives: "article, comments with nesting, authors, exact times",
      isTestedOnRealPages: false)
  }

  /// Sure where such a comment exists.
  public func confidence(in page: Page) -> Int {
    template.boxes(in: page.document).isEmpty ? 0 : 88
  }

  /// Reads the article and its comments.
  public func read(_ page: Page) -> PageReading { template.read(page, as: summary.name) }
}
