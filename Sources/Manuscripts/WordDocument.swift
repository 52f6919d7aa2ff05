internal import Compression
internal import HTMLTree

/// Paragraphs of a .docx file (ECMA-376 part 1, §17): its text, then its footnotes and endnotes.
enum WordDocument {
  /// More than this is no manuscript but an attack.
  private static let byteLimit = 64 << 20

  static func paragraphs(of bytes: [UInt8]) throws(ManuscriptError) -> [ManuscriptParagraph] {
    let parts: [String: [UInt8]]
    do {
      parts = try members(of: bytes)
    } catch {
      throw .noDocument
    }
    guard let main = parts["word/document.xml"] else { throw .noDocument }
    var paragraphs: [ManuscriptParagraph] = []
    for part in [main, parts["word/footnotes.xml"], parts["word/endnotes.xml"]] {
      guard let part, let document = HTMLDocument(xml: part) else { continue }
      for node in document.root.descendants where node.isElement("w:p") {
        let number = paragraphs.count + 1
        let text = text(of: node)
        guard !text.isEmpty else { continue }
        paragraphs.append(
          ManuscriptParagraph(text, number: number, isQuotation: isQuotation(node)))
      }
    }
    return paragraphs
  }

  private static func members(of bytes: [UInt8]) throws -> [String: [UInt8]] {
    var isRead = false
    let reader = try MemberReader {
      defer { isRead = true }
      return isRead ? [] : bytes
    }
    var parts: [String: [UInt8]] = [:]
    let wanted: Set<String> = ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml"]
    while let member = try reader.nextMember() {
      guard wanted.contains(member.path) else { continue }
      var content: [UInt8] = []
      while true {
        let piece = try reader.read()
        if piece.isEmpty { break }
        content += piece
        guard content.count <= byteLimit else { throw ManuscriptError.noDocument }
      }
      parts[member.path] = content
    }
    return parts
  }

  /// Runs of text with tabs and breaks; what a reviser deleted is kept in `w:delText` and left out.
  private static func text(of paragraph: HTMLNode) -> String {
    var text = ""
    var skipUntil = 0
    for node in paragraph.descendants where node.index >= skipUntil {
      switch node.name {
      case "w:t":
        for child in node.children where child.kind == .text { text += child.characters }
      case "w:tab", "w:br", "w:cr": text += " "
      case "w:noBreakHyphen": text += "-"
      // A paragraph inside, as in a text box, is read on its own.
      case "w:p", "w:delText", "w:instrText": skipUntil = node.endIndex
      default: break
      }
    }
    return text
  }

  /// Word's own styles for quotations in the languages it ships, and what people name theirs.
  private static func isQuotation(_ paragraph: HTMLNode) -> Bool {
    guard let style = paragraph.first("w:pStyle")?.attribute("w:val")?.lowercased() else {
      return false
    }
    return ["quot", "zitat", "citat", "citaç", "cita"].contains { style.contains($0) }
  }
}
