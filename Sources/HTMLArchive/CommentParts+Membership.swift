internal import HTMLTree

extension CommentParts {
  /// Whether most of the comments of a page found their author: by what calls itself a name, or by names that differ,
  /// since a label of the template is the same in all of them.
  static func areNamed(_ comments: [CommentParts]) -> Bool {
    let named = comments.filter { $0.author != nil }
    return named.count * 5 >= comments.count * 4
      && (named.count < 4 || named.allSatisfy(\.isNamedByMarkup)
        || Set(named.compactMap(\.author)).count > 1)
  }
}

/// Dates beside a name that are not those of the words.
extension CommentParts {
  /// Whether a label says that what follows tells of the person and not of the words: "Joined:", "Registered:".
  func isOfMembership(_ node: HTMLNode) -> Bool {
    var parts: [HTMLNode] = []
    for holder in [node] + Array(node.ancestors.prefix(2)) {
      if holder == scope { break }
      if holder.endIndex - holder.index < 12 { parts.append(holder) }
    }
    let term = parts.last { $0.isElement("dd") }.flatMap(sibling(before:))
    return (parts + [sibling(before: node), term].compactMap { $0 }).contains { part in
      let text = part.kind == .text ? part.characters.foldingSpace : part.foldedText
      return ThemeText.tellsOfMembership(text)
    }
  }

  /// The small element or text right before a node in its parent, past white space.
  private func sibling(before node: HTMLNode) -> HTMLNode? {
    var end = node.index
    for _ in 0..<3 {
      guard end > scope.index + 1, let parent = node.parent else { return nil }
      var before = document[end - 1]
      for ancestor in before.ancestors.prefix(6) where before.parent != parent { before = ancestor }
      guard before.parent == parent, before.endIndex - before.index < 12 else { return nil }
      if before.kind == .element || !before.characters.foldingSpace.isEmpty { return before }
      end = before.index
    }
    return nil
  }
}
