internal import HTMLTree

/// Entries of LiveJournal and Dreamwidth with their comments.
public struct LiveJournal: Producer {
  /// Makes the reader.
  public init() {}

  private let template = CommentTemplate(
    key: LiveJournal.key(of:), needsID: true,
    author: ["b-leaf-username", "ljuser", "comment-poster", "poster-info", "anonymous"],
    date: ["b-leaf-createtime", "datetime", "comment-datetime", "comment-date"],
    body: [
      "b-leaf-article", "comment-content", "comment-body", "talk-comment-box", "comment-text",
    ],
    subject: ["b-leaf-subject", "comment-title", "comment-subject"],
    answered: { own in
      for link in own where link.isElement("a") {
        guard link.foldedText.lowercased().contains("parent"), let href = link.attribute("href"),
          let hash = href.lastIndex(of: "#")
        else { continue }
        let digits = href[hash...].filter { $0 >= "0" && $0 <= "9" }
        if !digits.isEmpty { return "t" + digits }
      }
      return nil
    },
    depth: { $0.leftMargin },
    mend: { entry, own in
      // The oldest style prints the subject in bold above the name.
      guard entry.subject == nil, let title = own.first(where: { $0.isElement("b") }),
        title.first("font") != nil
      else { return }
      let text = title.foldedText
      if !text.isEmpty { entry.subject = text }
    },
    isOmitted: { node in
      // "(Reply to this) (Thread)" stands in the box of the words.
      node.isElement("p")
        && node.elements("a").contains {
          ($0.attribute("href") ?? "").contains("replyto=")
        } && node.endIndex - node.index < 30
    },
    isFolded: { $0.hasClass("b-leaf") && $0.first(class: "b-leaf-article") == nil })

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "livejournal", title: "LiveJournal and Dreamwidth entry",
      recognition: "boxes ljcmtN, cmtN or b-leaf with ljuser names",
      gives: "entry, comments with parents or nesting, authors, subjects, dates",
      isTestedOnRealPages: false)
  }

  /// Sure where such a comment exists.
  public func confidence(in page: Page) -> Int {
    template.boxes(in: page.document).isEmpty ? 0 : 87
  }

  /// Reads the article and its comments.
  public func read(_ page: Page) -> PageReading {
    var reading = template.read(page, as: summary.name)
    if let article = reading.entries.firstIndex(where: { $0.kind == .article }) {
      let first = template.boxes(in: page.document).first?.node.index
      LiveJournal.mend(
        &reading.entries[article], page.document, before: first ?? page.document.nodeCount)
    }
    return reading
  }

  /// Reads what the oldest style prints above an entry: "Ada Example (ada) wrote, @ 2004-03-04 10:00:00", and the subject
  /// above its words, which the page's title names behind the journal.
  private static func mend(
    _ article: inout PageEntry, _ document: HTMLDocument, before limit: Int
  ) {
    guard
      let user = document.root.elements(class: "ljuser").first(where: { $0.index < limit }),
      let line = user.ancestors.first(where: { ["td", "div", "p"].contains($0.name) }),
      line.endIndex <= limit
    else { return }
    let text = line.foldedTextWithoutImages
    // The words around the name are those of the reader's language; the sign before the time is not.
    guard text.utf8.count < 400, let mark = text.ranges(of: "@ ").last else { return }
    let stamp = String(text[mark.upperBound...])
    guard let match = PrintedDate().match(in: stamp), match.range.lowerBound == 0 else { return }
    if article.date == nil {
      (article.date, article.dateAsWritten) = (match.date, stamp.part(match.range))
    }
    if article.authorName == nil, case let name = user.foldedTextWithoutImages, !name.isEmpty {
      article.authorName = name
      let link = user.elements("a").first { $0.foldedTextWithoutImages == name }
      article.authorURL = link?.attribute("href").map(Wayback.original).flatMap {
        $0.hasPrefix("http") ? $0 : nil
      }
    }
    let parts = article.text.components("\n\n")
    if parts.count > 1, article.subject?.hasSuffix(": " + parts[0]) ?? false {
      article.subject = parts[0]
      article.text = parts.dropFirst().joined(separator: "\n\n")
    }
  }

  /// `t` and the comment's number.
  static func key(of node: HTMLNode) -> String? {
    guard let id = node.id else { return nil }
    for lead in ["ljcmt", "cmt", "t"] where id.hasPrefix(lead) {
      let digits = id.dropFirst(lead.utf8.count)
      guard !digits.isEmpty, digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { continue }
      // "t12" is a usual id elsewhere; here it stands on a leaf.
      if lead == "t", !node.hasClass("b-leaf"), !node.hasClass("comment-wrap") { return nil }
      // A leaf of which nothing but that it was deleted is left.
      if node.hasClass("b-leaf-deleted"), node.first(class: "b-leaf-article") == nil { return nil }
      let hasUser =
        lead == "ljcmt" || node.first(class: "ljuser") != nil || node.hasClass("dwexpcomment")
        || node.hasClass("b-leaf") || node.first(class: "b-leaf-article") != nil
      return hasUser ? "t" + digits : nil
    }
    return nil
  }
}
