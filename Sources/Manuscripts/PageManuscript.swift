internal import HTMLTree

/// Paragraphs of a web page.
enum PageManuscript {
  private static let blocks: Set<String> = [
    "p", "div", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dd", "dt",
    "section", "article", "main", "body", "figcaption", "footer", "header", "aside", "ul", "ol",
    "table", "tr", "pre",
  ]
  private static let hidden: Set<String> = ["script", "style", "head", "template", "nav"]

  /// - Complexity: Linear in the number of nodes.
  static func paragraphs(of bytes: [UInt8]) -> [ManuscriptParagraph] {
    let document = HTMLDocument(html: bytes)
    var paragraphs: [ManuscriptParagraph] = []
    var text = ""
    var line = 1
    var isQuotation = false
    func close() {
      let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if !words.isEmpty {
        paragraphs.append(ManuscriptParagraph(words, number: line, isQuotation: isQuotation))
      }
      text = ""
    }
    // Where quotation marks and blocks that are open end, by node number.
    var ends: [(index: Int, isBlock: Bool, wasQuotation: Bool)] = []
    var skipUntil = 0
    for node in document.root.descendants {
      while let last = ends.last, last.index <= node.index {
        if last.isBlock {
          close()
          isQuotation = last.wasQuotation
        } else {
          text += "”"
        }
        ends.removeLast()
      }
      guard node.index >= skipUntil else { continue }
      switch node.kind {
      case .element where hidden.contains(node.name): skipUntil = node.endIndex
      case .element where node.name == "br": text += " "
      case .element where node.name == "q":
        text += "“"
        ends.append((node.endIndex, false, isQuotation))
      case .element where blocks.contains(node.name):
        close()
        ends.append((node.endIndex, true, isQuotation))
        if node.name == "blockquote" { isQuotation = true }
      case .text:
        if text.allSatisfy(\.isWhitespace) { line = node.lineNumber }
        text += node.characters
      default: break
      }
    }
    for end in ends.reversed() where !end.isBlock { text += "”" }
    close()
    return paragraphs
  }
}
