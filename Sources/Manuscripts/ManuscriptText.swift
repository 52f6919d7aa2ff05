/// A paragraph of a manuscript.
public struct ManuscriptParagraph: Sendable, Hashable {
  /// Its characters; line feeds stay where the file has them.
  public var text: String
  /// What places are counted in: the line of the file, or the paragraph, from 1.
  public var number: Int
  /// Whether the whole paragraph is set off as a quotation.
  public var isQuotation: Bool

  /// Takes over a paragraph.
  public init(_ text: String, number: Int, isQuotation: Bool = false) {
    self.text = text
    self.number = number
    self.isQuotation = isQuotation
  }
}

/// Why a file is no manuscript.
public enum ManuscriptError: Error, Equatable {
  /// A ZIP file without `word/document.xml`, or a damaged one.
  case noDocument
  /// Neither text nor anything that can be opened.
  case notText
}

/// A manuscript as paragraphs: Markdown, plain text, HTML or Office Open XML (.docx), told apart by content.
public struct Manuscript: Sendable, Hashable {
  /// What ``ManuscriptParagraph/number`` counts.
  public enum Unit: String, Sendable, Hashable {
    case line, paragraph
  }

  /// The paragraphs in order.
  public var paragraphs: [ManuscriptParagraph]
  /// What their numbers count.
  public var unit: Unit

  /// Reads a file.
  ///
  /// - Parameter bytes: The whole file.
  /// - Throws: ``ManuscriptError``.
  public init(reading bytes: [UInt8]) throws(ManuscriptError) {
    if bytes.starts(with: [0x50, 0x4b, 0x03, 0x04]) {
      paragraphs = try WordDocument.paragraphs(of: bytes)
      unit = .paragraph
      return
    }
    guard !bytes.prefix(4096).contains(0) else { throw .notText }
    let content = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? Array(bytes.dropFirst(3)) : bytes
    if Manuscript.isHTML(content) {
      paragraphs = PageManuscript.paragraphs(of: content)
    } else {
      paragraphs = Manuscript.paragraphs(ofText: String(decoding: content, as: UTF8.self))
    }
    unit = .line
  }

  private static func isHTML(_ bytes: [UInt8]) -> Bool {
    let start = String(decoding: bytes.prefix(1024), as: UTF8.self).lowercased()
    return ["<!doctype html", "<html", "<head", "<body", "<p>", "<article"].contains {
      start.contains($0)
    }
  }

  /// Plain text and Markdown: paragraphs end at empty lines, `>` sets quotations off, code is passed over.
  private static func paragraphs(ofText text: String) -> [ManuscriptParagraph] {
    var paragraphs: [ManuscriptParagraph] = []
    var lines: [Substring] = []
    var first = 1
    var isQuotation = false
    var fence: Character?
    func close() {
      guard !lines.isEmpty else { return }
      paragraphs.append(
        ManuscriptParagraph(
          lines.joined(separator: "\n"), number: first, isQuotation: isQuotation))
      lines = []
    }
    let normalized = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    for (index, line) in normalized.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      if let mark = trimmed.first, mark == "`" || mark == "~",
        trimmed.prefix(3).allSatisfy({ $0 == mark }),
        trimmed.count >= 3, fence == nil || fence == mark
      {
        close()
        fence = fence == nil ? mark : nil
        continue
      }
      guard fence == nil else { continue }
      let isQuoted = trimmed.first == ">"
      let words = isQuoted ? trimmed.drop { $0 == ">" || $0 == " " } : line
      let isEmpty = words.allSatisfy(\.isWhitespace)
      if isEmpty || isQuoted != isQuotation { close() }
      if isEmpty { continue }
      if lines.isEmpty {
        first = index + 1
        isQuotation = isQuoted
      }
      lines.append(words)
    }
    close()
    return paragraphs
  }
}
