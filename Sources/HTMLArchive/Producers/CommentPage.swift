/// Pages of unknown make whose comments have comment-N ids.
public struct CommentPage: Producer {
  /// Makes the reader.
  public init() {}

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "comment-page", title: "Page with comment-N ids, template unknown",
      recognition: "ids comment-N on comments, and no mark of a known producer",
      gives: "what the markup shows: article, comments with nesting, authors, dates",
      isTestedOnRealPages: true)
  }

  /// Weak: any known producer goes before.
  public func confidence(in page: Page) -> Int {
    CommentBox.numbered(in: page.document).count >= 2 ? 30 : 0
  }

  /// Reads it as a WordPress page, whose shapes most others copied.
  public func read(_ page: Page) -> PageReading {
    WordPress().read(page, as: summary.name)
  }
}
