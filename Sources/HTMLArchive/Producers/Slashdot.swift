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
    needsID: true,
    author: ["by", "details"], date: ["otherdetails", "details"], body: ["commentBody"],
    subject: ["title"],
    mend: { entry, _ in
      // "jonas ( 4711 )" has the number of the user, "Keys (Score:5, Insightful)" what others made of it.
      entry.authorName = entry.authorName.map { $0.upTo(" ( ") }
      entry.subject = entry.subject.map { $0.upTo(" (Score:") }
    },
    venueKind: .forum)

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
  public func read(_ page: Page) -> PageReading {
    var reading = template.read(page, as: summary.name)
    let body = page.document.root.elements(withAnyOf: ["id"]).first {
      $0.id?.hasPrefix("fhbody-") ?? false
    }
    if let body, let article = reading.entries.firstIndex(where: { $0.kind == .article }) {
      reading.entries[article].text = body.readableText()
    }
    return reading
  }
}

extension String {
  /// What stands before a mark; all of it where the mark does not stand in it.
  fileprivate func upTo(_ mark: String) -> String {
    firstRange(of: mark).map { String(self[..<$0.lowerBound]) } ?? self
  }
}
