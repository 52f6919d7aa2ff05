internal import HTMLTree

/// b2evolution blogs, from 0.9 to 7.
public struct B2evolution: Producer {
  /// Makes the reader.
  public init() {}

  private let template = CommentTemplate(
    key: { node in
      guard node.hasClass("bComment") || node.hasClass("evo_comment") else { return nil }
      if let id = node.id, B2evolution.isKey(id) { return id }
      let anchor = node.elements("a").first {
        B2evolution.isKey($0.id ?? $0.attribute("name") ?? "")
      }
      if let anchor { return anchor.id ?? anchor.attribute("name") }
      return B2evolution.keyBefore(node)
    },
    classes: ["bComment", "evo_comment"],
    author: ["bUser", "bCommentTitle", "evo_comment_title", "user", "bTitle"],
    date: [
      "bCommentSmallPrint", "evo_comment_info", "bSmallPrint", "evo_comment_footer", "bDate",
      "panel-footer",
    ],
    body: ["bCommentText", "evo_comment_text"])

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "b2evolution", title: "b2evolution page",
      recognition: "boxes bComment or evo_comment with an anchor or id cN",
      gives: "article, comments with nesting, authors and their pages, dates",
      isTestedOnRealPages: false)
  }

  /// Sure where such a comment exists.
  public func confidence(in page: Page) -> Int {
    template.boxes(in: page.document).isEmpty ? 0 : 89
  }

  /// Reads the article and its comments.
  public func read(_ page: Page) -> PageReading { template.read(page, as: summary.name) }

  static func isKey(_ id: String) -> Bool {
    id.hasPrefix("c") && id.utf8.count > 1
      && id.utf8.dropFirst().allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// Older skins put the anchor right before the box.
  static func keyBefore(_ node: HTMLNode) -> String? {
    guard let parent = node.parent else { return nil }
    var last: HTMLNode?
    for child in parent.children {
      if child.index >= node.index { break }
      if child.kind == .element { last = child }
    }
    guard let last, last.isElement("a") else { return nil }
    let id = last.id ?? last.attribute("name") ?? ""
    return isKey(id) ? id : nil
  }
}
