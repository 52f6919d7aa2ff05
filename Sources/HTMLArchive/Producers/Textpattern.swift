internal import HTMLTree

/// Textpattern pages; its default form prints the words, then a dash, the name and the time.
public struct Textpattern: Producer {
  /// Makes the reader.
  public init() {}

  private let template = CommentTemplate(
    key: { node in
      guard node.isElement("li") || node.isElement("article") || node.isElement("div") else {
        return nil
      }
      if let id = node.id, Textpattern.isKey(id) { return id }
      let anchor = node.childElements.first { $0.isElement("a") && Textpattern.isKey($0.id ?? "") }
      return anchor?.id
    },
    author: ["comment-name", "comments_name", "comment_name", "txp-comment-name"],
    date: ["comment-time", "comment_time", "comments_time", "comment-date"],
    body: ["comment-message", "comments_message", "comment_message", "message"],
    mend: { entry, own in
      // A heading is the name, or a line "— Ada · 5 March 2006" after the words.
      let heading = own.first { ["h3", "h4", "h5"].contains($0.name) }
      let line = own.last { $0.isElement("p") && $0.foldedText.hasPrefix("\u{2014} ") }
      if entry.date == nil, let text = line?.foldedText, let match = PrintedDate().match(in: text) {
        (entry.date, entry.dateAsWritten) = (match.date, text.part(match.range))
      }
      guard entry.authorName == nil else { return }
      let text = heading?.foldedText ?? line?.foldedText ?? ""
      let name = text.components(" \u{B7} ")[0]
      entry.authorName = ThemeText.name(from: ThemeText.trimmed(name)).flatMap {
        $0.utf8.count > 80 || ThemeText.isNoise($0) ? nil : $0
      }
      let link = (heading ?? line)?.elements("a").first { $0.foldedText == entry.authorName }
      entry.authorURL = link?.attribute("href").map(Wayback.original).flatMap {
        $0.hasPrefix("http") ? $0 : nil
      }
    },
    articleIsBeside: true)

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "textpattern", title: "Textpattern page, default comment form",
      recognition: "items or anchors cNNNNNN with six figures",
      gives: "article, flat comments, authors and their pages, dates",
      isTestedOnRealPages: false)
  }

  /// Sure where several ids have Textpattern's six figures; others number blocks of a page without filling zeros.
  public func confidence(in page: Page) -> Int {
    // Few pages have any such id, and to look for boxes takes a walk through all elements.
    guard page.document.hasID(where: Textpattern.isKey) else { return 0 }
    let boxes = template.boxes(in: page.document)
    guard !boxes.isEmpty else { return 0 }
    if page.generator.contains("textpattern") { return 90 }
    return boxes.count > 1 && boxes.allSatisfy { $0.key.hasPrefix("c0") } ? 60 : 0
  }

  /// Reads the article and its comments.
  public func read(_ page: Page) -> PageReading {
    var reading = template.read(page, as: summary.name)
    if let article = reading.entries.firstIndex(where: { $0.kind == .article }) {
      Textpattern.mend(&reading.entries[article], page.document)
    }
    return reading
  }

  /// Takes the lines of the classic form out of the words of an article: "Ladders · 4 March 2006" above them, "— Ada" and
  /// the heading of the comments below.
  private static func mend(_ article: inout PageEntry, _ document: HTMLDocument) {
    var parts = article.text.components("\n\n")
    if parts.count > 1, let heading = document.element(id: "comment")?.foldedText,
      parts[parts.count - 1] == heading
    {
      parts.removeLast()
    }
    if parts.count > 1, let last = parts.last, last.hasPrefix("\u{2014} "), last.utf8.count < 90 {
      article.authorName = article.authorName ?? ThemeText.name(from: ThemeText.trimmed(last))
      if article.authorName != nil { parts.removeLast() }
    }
    let heading = parts[0].components(" \u{B7} ")
    if parts.count > 1, heading.count == 2, let match = PrintedDate().match(in: heading[1]) {
      article.subject = heading[0]
      if article.date == nil {
        (article.date, article.dateAsWritten) = (match.date, heading[1].part(match.range))
      }
      parts.removeFirst()
    }
    article.text = parts.joined(separator: "\n\n")
  }

  /// `c` and six figures.
  static func isKey(_ id: String) -> Bool { isKey(id.utf8.span) }

  private static func isKey(_ id: Span<UInt8>) -> Bool {
    guard id.count == 7, id[0] == UInt8(ascii: "c") else { return false }
    for index in 1..<7 where id[index] < 0x30 || id[index] > 0x39 { return false }
    return true
  }
}
