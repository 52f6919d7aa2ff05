internal import HTMLTree

/// Slashdot stories with their comment trees.
public struct Slashdot: Producer {
  /// Makes the reader.
  public init() {}

  private let template = CommentTemplate(
    key: { node in
      guard node.isElement("li") || node.isElement("div"), let id = node.id, id.hasPrefix("tree_")
      else { return nil }
      return id
    },
    author: ["details"], date: ["otherdetails", "details"], body: ["commentBody"],
    subject: ["title"], venueKind: .forum)

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "slashdot", title: "Slashdot story",
      recognition: "boxes comment_N with commentTop and commentBody",
      gives: "story, comments with nesting and subjects, authors, dates",
      isTestedOnRealPages: false)
  }

  /// Sure where the boxes hold Slashdot's parts.
  public func confidence(in page: Page) -> Int {
    let boxes = template.boxes(in: page.document)
    return boxes.contains { $0.node.first(class: "commentTop") != nil } ? 90 : 0
  }

  /// Reads the article and its comments.
  public func read(_ page: Page) -> PageReading { template.read(page, as: summary.name) }
}
