internal import HTMLTree
internal import SourceBytes

/// Message pages of hypermail 2: its comments hold the headers.
public struct Hypermail: Producer {
  /// Makes the reader.
  public init() {}

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "hypermail", title: "Hypermail 2, message page",
      recognition: "<!-- id=\"…\" --> and <!-- body=\"start\" --> comments",
      gives: "Message-ID, parent, author, address, date, subject, text", isTestedOnRealPages: true)
  }

  /// Sure where both comments stand.
  public func confidence(in page: Page) -> Int {
    let marks = page.hypermail
    return marks.bodyStart != nil && marks.value("id") != nil ? 96 : 0
  }

  /// Reads the one message of the page.
  public func read(_ page: Page) -> PageReading {
    var reading = PageReading(producer: summary.name, venueKind: .list)
    let document = page.document
    let marks = page.hypermail
    guard let start = marks.bodyStart else { return reading }
    var entry = PageEntry(kind: .message)
    entry.messageID = marks.value("id").flatMap(MaskedAddress.bareID)
    entry.subject = marks.value("subject").map(EncodedWords.decoded)
    entry.authorName = marks.value("name").map(EncodedWords.decoded) ?? marks.value("email")
    entry.authorAddress = marks.value("email").flatMap {
      MaskedAddress.unmask($0.replacingATSymbol)
    }
    let date = DateOfMail.pick(stated: marks.value("sent"), received: marks.value("received"))
    (entry.date, entry.dateAsWritten) = (date?.date, date?.text)
    if let text = date?.text, date?.date == nil {
      reading.findings.append(
        page.finding(
          .warning, PageFindings.unreadableDate, "no date can be read in \u{201C}\(text)\u{201D}"))
    }
    readParent(document, marks, into: &entry)
    entry.text = EscapedFrom.unescaped(
      text(document, start..<(marks.bodyEnd ?? document.nodeCount)))
    if marks.bodyEnd == nil {
      reading.findings.append(
        page.finding(.warning, PageFindings.missingBody, "the mark after the body is missing"))
    }
    reading.siteName = siteName(document, subject: entry.subject)
    reading.entries = [entry]
    return reading
  }

  /// The comment holds an id, or the subject of a guessed parent; the link tells the two apart.
  private func readParent(
    _ document: HTMLDocument, _ marks: HypermailMarks, into entry: inout PageEntry
  ) {
    var sure: String?
    var maybe: String?
    for link in document.elements("a") {
      guard let href = link.attribute("href"), !href.hasPrefix("mailto:"),
        marks.bodyStart.map({ link.index < $0 }) ?? true
          || marks.bodyEnd.map({ link.index > $0 }) ?? true
      else { continue }
      let own = link.foldedText.lowercased()
      let label = own == "in reply to" || own == "maybe in reply to" ? own : labelBefore(link)
      if label == "in reply to", sure == nil { sure = href }
      if label == "maybe in reply to", maybe == nil { maybe = href }
    }
    if let value = marks.value("inreplyto"), sure != nil || maybe == nil,
      value != entry.subject, !value.contains(" "), value.utf8.count > 5
    {
      entry.inReplyTo = [value].compactMap(MaskedAddress.bareID)
    }
    if let href = sure ?? maybe {
      entry.parent = .page(href: href)
      entry.parentIsGuess = sure == nil
      entry.parentDetail =
        sure == nil ? "\u{201C}Maybe in reply to\u{201D}" : "\u{201C}In reply to\u{201D}"
    }
  }

  private func labelBefore(_ link: HTMLNode) -> String {
    guard let parent = link.parent, parent.endIndex - parent.index < 40 else { return "" }
    let label = parent.children.prefix { $0.index < link.index }.reversed().lazy
      .map(\.foldedText).first { !$0.isEmpty }
    return ThemeText.trimmed(label ?? "").lowercased()
  }

  private func text(_ document: HTMLDocument, _ range: Range<Int>) -> String {
    var options = ReadableTextOptions()
    for index in range {
      let node = document[index]
      guard node.kind == .element else { continue }
      if node.isElement("address") && node.hasClass("headers")
        || node.attributeEquals("id", "received")
      {
        options.omitted.insert(index)
      }
    }
    return document.readableText(ofNodes: range, options: options)
  }

  /// "SL4: Re: …" or "… from Ada on 1998-01-26 (everything)" in the page's title.
  private func siteName(_ document: HTMLDocument, subject: String?) -> String? {
    let title = (document.elements("title").first?.descendants.map(\.characters).joined() ?? "")
      .foldingSpace
    if title.hasSuffix(")"), let open = title.lastIndex(of: "(") {
      return String(title[title.index(after: open)...].dropLast())
    }
    if let subject, title.hasSuffix(": " + subject) {
      return String(title.dropLast(subject.count + 2))
    }
    return nil
  }
}

/// The comments in which hypermail keeps headers and marks the body.
struct HypermailMarks {
  private var values: [String: String] = [:]
  private(set) var bodyStart: Int?
  private(set) var bodyEnd: Int?

  /// Reads the comments of a page, white space folded, in document order.
  init(_ comments: [(index: Int, text: String)]) {
    for (index, text) in comments {
      // Most comments end otherwise.
      guard text.utf8.last == 0x22, let equals = text.utf8.firstIndex(of: 0x3D) else { continue }
      let name = text[..<equals].lowercased()
      let value = String(text[text.utf8.index(after: equals)...].dropFirst().dropLast())
      if name == "body" {
        if value == "start", bodyStart == nil { bodyStart = index + 1 }
        if value == "end" { bodyEnd = index }
      } else if bodyStart == nil, values[name] == nil {
        values[name] = CommentText.decoded(value)
      }
    }
    if let start = bodyStart, let end = bodyEnd, end < start { bodyEnd = nil }
  }

  func value(_ name: String) -> String? {
    guard let value = values[name], !value.isEmpty else { return nil }
    return value
  }
}

extension String {
  /// Hypermail writes `-AT_SYMBOL-` or `_at_` for `@` where it was told to.
  fileprivate var replacingATSymbol: String {
    for mask in ["-AT_SYMBOL-", "_at_"] {
      if let range = firstRange(of: mask) {
        return self[..<range.lowerBound] + "@" + self[range.upperBound...]
      }
    }
    return self
  }
}
