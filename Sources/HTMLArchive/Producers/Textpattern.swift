internal import HTMLTree

/// Textpattern pages; its default form prints the words, then a dash, the name and the time.
public struct Textpattern: Producer {
  /// Makes the reader.
  public init() {}

  private let template = CommentTemplate(
    key: { node in
      guard node.isElement("li") || node.isElement("article") || node.isElement("div") else {
        return nil
      }
      if let id = node.id, Textpattern.isKey(id) { return id }
      let anchor = node.childElements.first { $0.isElement("a") && Textpattern.isKey($0.id ?? "") }
      return anchor?.id
    },
    author: ["comment-name", "comments_name", "comment_name", "txp-comment-name"],
    date: ["comment-time", "comment_time", "comments_time", "comment-date"],
    body: ["comment-message", "comments_message", "comment_message"])

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "textpattern", title: "Textpattern page, default comment form",
      recognition: "items or anchors cNNNNNN with six figures",
      gives: "article, flat comments, authors and their pages, dates",
      isTestedOnRealPages: false)
  }

  /// Sure where several ids have Textpattern's six figures; others number blocks of a page without filling zeros.
  public func confidence(in page: Page) -> Int {
    let boxes = template.boxes(in: page.document)
    guard !boxes.isEmpty else { return 0 }
    if page.generator.contains("textpattern") { return 90 }
    return boxes.count > 1 && boxes.allSatisfy { $0.key.hasPrefix("c0") } ? 60 : 0
  }

  /// Reads the article and its comments.
  public func read(_ page: Page) -> PageReading { template.read(page, as: summary.name) }

  /// `c` and six figures.
  static func isKey(_ id: String) -> Bool {
    id.utf8.count == 7 && id.hasPrefix("c")
      && id.utf8.dropFirst().allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }
}
