internal import HTMLTree

/// The links by which the page of a message says what it answers, whatever program wrote it: labelled "In reply to", or
/// items of the field or the list "References".
struct ReplyLinks {
  /// The page that the message answers.
  private(set) var parent: String?
  /// What the page says of it.
  private(set) var detail = ""
  /// Whether archives draw such links by subject as well.
  private(set) var isGuess = false

  /// Reads the links of a page.
  ///
  /// - Parameter namesIDs: Whether the message names ids that it answers; where it names none, archives list what has
  ///   its subject.
  /// - Complexity: Linear in the nodes; at most 2,000 links are looked at.
  init(_ document: HTMLDocument, namesIDs: Bool) {
    var listed: String?
    for link in document.elements("a").prefix(2000) {
      guard let href = link.attribute("href"), !href.lowercased().hasPrefix("mailto:"),
        !href.hasPrefix("#"), let label = Self.label(of: link, in: document)
      else { continue }
      if Self.referenceLabels.contains(label) {
        // Oldest first: the last of them is answered. The list below the words may be longer than the field above.
        listed = href
      } else if Self.replyLabels.contains(label) {
        parent = href
        isGuess = label.hasPrefix("maybe")
        detail = "\u{201C}\(label)\u{201D} links to \(href)"
        return
      }
    }
    guard let listed else { return }
    parent = listed
    isGuess = !namesIDs
    detail = "the last of \u{201C}References\u{201D} links to \(listed)"
  }

  /// What a link is, or stands behind in its line or list, in lower case without marks; nil for a link among the words.
  private static func label(of link: HTMLNode, in document: HTMLDocument) -> String? {
    let own = ThemeText.trimmed(link.foldedText.lowercased())
    if replyLabels.contains(own) { return own }
    for ancestor in link.ancestors.prefix(7) {
      if wordElements.contains(ancestor.name) || ancestor.endIndex - ancestor.index > 400 { break }
      guard ancestor.index + 1 < link.index else { continue }
      let before = document.readableText(ofNodes: ancestor.index + 1..<link.index).foldingSpace
      let head = before.utf8.prefix(60).prefix { $0 != 0x3A }
      let label = ThemeText.trimmed(String(decoding: head, as: UTF8.self).lowercased())
      if referenceLabels.contains(label) { return label }
      // One label has one link: "In reply to: nothing. Next: …" leads on.
      let isNext = before.utf8.dropFirst(head.count).contains { $0 | 0x20 >= 0x61 }
      if replyLabels.contains(label), !isNext { return label }
    }
    return nil
  }

  private static let wordElements: Set<String> = ["pre", "blockquote", "body", "html"]

  private static let referenceLabels: Set<String> = [
    "references", "referenzen", "références", "referencias",
  ]

  private static let replyLabels: Set<String> = [
    "in reply to", "in-reply-to", "maybe in reply to", "als antwort auf", "antwort auf",
    "en réponse à", "en respuesta a", "in risposta a", "em resposta a", "als antwoord op",
    "в ответ на", "w odpowiedzi na", "parent", "parent message",
  ]
}
