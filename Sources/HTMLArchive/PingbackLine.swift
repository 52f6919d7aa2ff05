internal import HTMLTree

/// Tells pingbacks by what they say of themselves.
///
/// Templates of WordPress 1.x and 2.x have no class for them: "Pingback by Ada — 2/4/2006 @ 1:00 am", or below the
/// words "pingback at" with a date.
enum PingbackLine {
  /// Whether the line with name or date of a comment opens with such a label.
  static func isIn(_ parts: CommentParts) -> Bool {
    parts.elements.contains { node in
      guard node.isElement("cite") || node.isElement("small") || isForMeta(node) else {
        return false
      }
      let line = node.foldedTextWithoutImages
      guard line.utf8.count < 300, let word = line.split(separator: " ").first,
        case let label = ThemeText.trimmed(String(word)).lowercased(),
        // A name as well.
        label != "ping", ThemeText.pingLabels.contains(label)
      else { return false }
      return ThemeText.hasLead(line) || PrintedDate().match(in: line) != nil
    }
  }

  private static func isForMeta(_ node: HTMLNode) -> Bool {
    node.classes.contains { token in
      let token = token.lowercased()
      return token.contains("meta") || token.contains("posted") || token.contains("author")
    }
  }
}
