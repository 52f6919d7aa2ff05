/// Pages that were saved with the comments that Isso shows in them.
public struct IssoPage: Producer {
  /// Makes the reader.
  public init() {}

  private let template = CommentTemplate(
    key: CommentTemplate.boxes(ofClass: "isso-comment", idPrefix: "isso-"),
    classes: ["isso-comment"],
    author: ["isso-author", "author"],
    date: ["isso-permalink", "permalink", "date"], body: ["isso-text", "text"])

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "isso", title: "Isso comments in a saved page",
      recognition: "div.isso-comment with an id isso-N",
      gives: "article, comments with nesting, authors and their pages, exact times",
      isTestedOnRealPages: false)
  }

  /// Sure where such a comment exists.
  public func confidence(in page: Page) -> Int {
    template.boxes(in: page.document).isEmpty ? 0 : 90
  }

  /// Reads the article and its comments.
  public func read(_ page: Page) -> PageReading { template.read(page, as: summary.name) }
}
