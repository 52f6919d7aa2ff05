/// A quotation that a manuscript makes.
public struct FoundQuotation: Sendable, Hashable {
  /// Its characters without the marks around it, white space folded.
  public var text: String
  /// The line or paragraph where it starts, from 1.
  public var number: Int
  /// Whether it is set off as a paragraph of its own.
  public var isBlock: Bool
  /// The words that say whose it is: the sentence around it, a line under it, or the paragraph before it.
  public var context: Context

  /// What stands around a quotation.
  public struct Context: Sendable, Hashable {
    /// The words before it, nearest last: those of its sentence, then of the paragraph.
    public var before: String
    /// The words behind it in its sentence.
    public var after: String
    /// What stands before its sentence, for pronouns.
    public var earlier: String
  }
}

extension Manuscript {
  /// The quotations of the manuscript in order.
  ///
  /// - Parameter wordLimit: Shorter ones between marks are passed over: they are single words, names and titles.
  /// - Complexity: Linear.
  public func quotations(wordLimit: Int = 4) -> (found: [FoundQuotation], passedOver: Int) {
    var found: [FoundQuotation] = []
    var passedOver = 0
    for (index, paragraph) in paragraphs.enumerated() {
      if paragraph.isQuotation {
        let before =
          index > 0 && !paragraphs[index - 1].isQuotation ? paragraphs[index - 1].text : ""
        if let block = Manuscript.block(paragraph, before: before, all: paragraphs, at: index) {
          found.append(block)
        }
        continue
      }
      for quotation in QuotationMarks.find(in: paragraph, countsLines: unit == .line) {
        if QuotedWords(quotation.text, isManuscript: true).wordCount >= wordLimit {
          found.append(quotation)
        } else {
          passedOver += 1
        }
      }
    }
    return (found, passedOver)
  }

  /// A paragraph that is set off; a last line that begins with a dash names its author.
  private static func block(
    _ paragraph: ManuscriptParagraph, before: String, all: [ManuscriptParagraph], at index: Int
  ) -> FoundQuotation? {
    var lines = paragraph.text.split(separator: "\n").map(String.init)
    var after = ""
    func isByline(_ line: String) -> Bool {
      let start = line.drop(while: \.isWhitespace)
      return ["—", "–", "--", "― "].contains { start.hasPrefix($0) }
    }
    if let last = lines.last, isByline(last) {
      lines.removeLast()
      after = last
    } else if index + 1 < all.count, isByline(all[index + 1].text),
      all[index + 1].text.count < 120
    {
      after = all[index + 1].text
    }
    var text = lines.joined(separator: " ").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    if let first = text.first, let last = text.last, "“\"„«".contains(first), "”\"“»".contains(last)
    {
      text = String(text.dropFirst().dropLast())
    }
    guard QuotedWords(text, isManuscript: true).wordCount >= 1 else { return nil }
    // Of the paragraph before it, the last sentence leads to it.
    let (sentence, earlier) = QuotationMarks.lastSentence(of: before)
    return FoundQuotation(
      text: text, number: paragraph.number, isBlock: true,
      context: FoundQuotation.Context(before: sentence, after: after, earlier: earlier))
  }
}
