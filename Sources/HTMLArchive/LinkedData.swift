internal import HTMLTree

/// The schema.org statements that a page holds as JSON-LD.
struct LinkedData {
  /// An article with comments, or a question with answers.
  struct Topic {
    var value: JSONValue
    /// Its comments and answers, each with the place of what it answers in this list; nil for the topic.
    var replies: [(value: JSONValue, parent: Int?, type: String)] = []
  }

  private(set) var topics: [Topic] = []

  /// Looks through the scripts of a page.
  ///
  /// - Complexity: Linear in the scripts; at most 64 of them, with at most 50,000 replies.
  init(_ document: HTMLDocument) {
    let scripts = document.elements("script").filter {
      ($0.attribute("type") ?? "").lowercased().hasPrefix("application/ld+json")
    }
    for script in scripts.prefix(64) {
      let text = script.descendants.map(\.characters).joined()
      guard let root = JSONDocument(Array(text.utf8))?.root else { continue }
      // Roots may be one object, a list, or a graph.
      var stack = [root]
      while let value = stack.popLast() {
        if value.isArray {
          stack.append(contentsOf: value.items.reversed())
        } else if Self.isTopic(value), !replies(of: value).isEmpty {
          topics.append(topic(value))
        } else {
          for name in ["mainEntityOfPage", "mainEntity", "@graph"] {
            if let inner = value[name] { stack.append(inner) }
          }
        }
      }
    }
  }

  /// The types of a value, without the address of the vocabulary.
  static func types(of value: JSONValue) -> [String] {
    guard let type = value["@type"] else { return [] }
    return (type.isArray ? type.items : [type]).compactMap { type in
      type.string?.split(separator: "/").last.map(String.init)
    }
  }

  private static func isTopic(_ value: JSONValue) -> Bool {
    types(of: value).contains { type in
      type == "DiscussionForumPosting" || type == "Question" || type == "CreativeWork"
        || type == "Review" || type.hasSuffix("Article") || type.hasSuffix("Posting")
        || type == "WebPage" || type == "VideoObject" || type == "Recipe"
    }
  }

  private func replies(of value: JSONValue) -> [JSONValue] {
    ["acceptedAnswer", "suggestedAnswer", "comment", "comments"].flatMap { name in
      guard let list = value[name] else { return [JSONValue]() }
      return (list.isArray ? list.items : [list]).filter { $0.isObject }
    }
  }

  private func topic(_ value: JSONValue) -> Topic {
    var topic = Topic(value: value)
    var stack = Array(replies(of: value).reversed().map { (value: $0, parent: Int?.none) })
    while let (reply, parent) = stack.popLast(), topic.replies.count < 50_000 {
      let place = topic.replies.count
      topic.replies.append((reply, parent, Self.types(of: reply).first ?? ""))
      for inner in replies(of: reply).reversed() { stack.append((inner, place)) }
    }
    return topic
  }
}
