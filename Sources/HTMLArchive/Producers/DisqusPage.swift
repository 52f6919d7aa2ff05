internal import HTMLTree

/// Comments as Disqus shows them, saved from the frame or with the page around it.
public struct DisqusPage: Producer {
  /// Makes the reader.
  public init() {}

  private let template = CommentTemplate(
    key: CommentTemplate.boxes(ofClass: "post", idPrefix: "post-"), classes: ["post"],
    author: ["author", "username", "post-byline"],
    date: ["relative-time", "time-ago"], body: ["post-message", "post-content", "message"])

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "disqus", title: "Disqus comments in a saved page",
      recognition: "li.post with an id post-N, and the layout of Disqus around it",
      gives: "comments with nesting, authors and their pages, times",
      isTestedOnRealPages: false)
  }

  /// Sure where posts lie in Disqus's list: `post` alone is a class of many.
  public func confidence(in page: Page) -> Int {
    let boxes = template.boxes(in: page.document).filter { $0.node.isElement("li") }
    guard !boxes.isEmpty else { return 0 }
    let isDisqus = page.document.root.firstElement { node in
      node.attributeEquals("id", "disqus_thread") || node.attributeEquals("id", "post-list")
        || node.attributeEquals("data-role", "post-content") || node.hasClass("post-message")
    }
    return isDisqus == nil ? 0 : 88
  }

  /// Reads what is there of the article, and the comments.
  public func read(_ page: Page) -> PageReading { template.read(page, as: summary.name) }
}
