internal import HTMLTree
internal import SourceBytes

/// Message and thread views of public-inbox: preformatted text whose links say what answers what.
public struct PublicInbox: Producer {
  /// Makes the reader.
  public init() {}

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "public-inbox-html", title: "public-inbox pages, message and thread views",
      recognition: "preformatted text with From: and links permalink and raw",
      gives: "Message-IDs, parents, authors, dates, subjects, text", isTestedOnRealPages: false)
  }

  /// Sure where links to a raw message stand among preformatted fields.
  public func confidence(in page: Page) -> Int {
    page.document.outerElements("pre", atMost: 6).contains { Self.isMessage($0) } ? 91 : 0
  }

  private static func isMessage(_ node: HTMLNode) -> Bool {
    guard node.elements("a").prefix(200).contains(where: { $0.foldedText == "raw" }) else {
      return false
    }
    let text = node.readableText()
    return text.hasPrefix("From: ") || text.contains("\nFrom: ")
  }

  /// Reads the messages in the order of the page.
  public func read(_ page: Page) -> PageReading {
    var reading = PageReading(producer: summary.name, venueKind: .list)
    let document = page.document
    let threads = document.elements("a").filter { link in
      link.foldedText == "*" && (link.id?.hasPrefix("m") ?? false)
    }
    reading.siteName = siteName(document)
    if threads.isEmpty {
      let blocks = document.outerElements("pre", atMost: 6)
      if let block = blocks.first(where: { Self.isMessage($0) }) {
        reading.entries = [message(block)]
      }
      return reading
    }
    for (place, anchor) in threads.enumerated() {
      let end = place + 1 < threads.count ? threads[place + 1].index : document.nodeCount
      if let entry = entry(document, anchor.index..<end) { reading.entries.append(entry) }
    }
    return reading
  }

  /// The top line names the inbox.
  private func siteName(_ document: HTMLDocument) -> String? {
    let name = document.elements("b").first?.foldedText ?? ""
    // "public inbox for garden@lists.example.net"
    if let address = name.split(separator: " ").last, name.hasPrefix("public inbox for "),
      let list = address.split(separator: "@").first
    {
      return String(list)
    }
    return name.utf8.count > 1 && name.utf8.count < 80 && !name.contains(" ") ? name : nil
  }

  /// One message on a page of its own: fields as lines, an empty line, the body.
  private func message(_ block: HTMLNode) -> PageEntry {
    var entry = PageEntry(kind: .message)
    let parts = PublicInboxParts(block.elements("a"))
    entry.attachments = parts.files
    var lines = block.readableText(parts.options)
      .split(separator: "\n", omittingEmptySubsequences: false)
    for index in lines.indices.prefix(60) {
      for tail in ["[thread overview]", "(raw)", "(raw, diff)"] {
        guard let range = lines[index].firstRange(of: tail) else { continue }
        lines[index] = lines[index][..<range.lowerBound]
      }
    }
    let head = MessageHead(lines: lines)
    _ = head.fill(&entry)
    let start = lines.firstIndex { $0.utf8.allSatisfy { $0 <= 0x20 } } ?? lines.count
    entry.text = lines[start...].joined(separator: "\n")
    return entry
  }

  /// One message of a thread view, from its `*` to the next.
  private func entry(_ document: HTMLDocument, _ range: Range<Int>) -> PageEntry? {
    let elements = range.map { document[$0] }.filter { $0.kind == .element }
    var entry = PageEntry(kind: .message)
    entry.key = document[range.lowerBound].id
    entry.subject = elements.first { $0.isElement("b") }?.foldedText
    guard
      let permalink = elements.first(where: { $0.isElement("a") && $0.foldedText == "permalink" })
    else { return nil }
    entry.messageID = Self.id(permalink.attribute("href") ?? "")
    // The end of the body: "^ permalink raw reply", whose "^" leads back to the start of the message, or to what is answered.
    let up = elements.first { $0.isElement("a") && $0.foldedText == "^" }
    let linked = up?.attribute("href").flatMap { $0.hasPrefix("#m") ? String($0.dropFirst()) : nil }
    if let parent = Self.parent(document, range) ?? linked, parent != entry.key {
      entry.parent = .entry(key: parent)
      entry.parentDetail =
        parent == linked ? "the link ^" : "the line above in the outline of the thread"
    }
    let parts = PublicInboxParts(elements)
    entry.attachments = parts.files
    let lines = document.readableText(
      ofNodes: range.lowerBound + 1..<(up?.index ?? range.upperBound), options: parts.options
    )
    .split(separator: "\n", omittingEmptySubsequences: false)
    guard let from = lines.firstIndex(where: { $0.hasPrefix("From: ") }) else { return nil }
    let line = String(lines[from].dropFirst(6))
    if let match = PrintedDate().match(in: line) {
      (entry.date, entry.dateAsWritten) = (match.date, line.part(match.range))
      entry.authorName = ThemeText.trimmed(line.part(0..<match.range.lowerBound))
    }
    let start = lines[from...].firstIndex { $0.utf8.allSatisfy { $0 <= 0x20 } } ?? lines.endIndex
    entry.text = lines[start...].joined(separator: "\n")
    return entry
  }

  /// The message that stands above and left of this one in the outline between its subject and its From line.
  ///
  /// Each line is a date, blanks by depth, a backtick and a link to the message; the root has no backtick,
  /// and the message itself is bold. Siblings stand in the same column.
  private static func parent(_ document: HTMLDocument, _ range: Range<Int>) -> String? {
    var column = 0
    var mark: Int?
    var above: [(column: Int, key: String)] = []
    for index in range.dropFirst() {
      let node = document[index]
      if node.isElement("a"), let href = node.attribute("href"), href.hasPrefix("#m") {
        above.append((mark ?? -1, String(href.dropFirst())))
      }
      guard node.kind == .text else { continue }
      let isOwn = node.parent?.isElement("b") ?? false && node.characters.hasPrefix("@ ")
      for byte in node.characters.utf8 {
        if byte == 0x0A {
          column = 0
          mark = nil
          continue
        }
        if byte == 0x60, mark == nil { mark = column }
        column += 1
      }
      if isOwn {
        guard let own = mark else { return nil }
        return above.last { $0.column < own }?.key
      }
      if node.characters.hasPrefix("From: ") || node.characters.contains("\nFrom: ") { return nil }
    }
    return nil
  }

  /// `../ID/` with percent escapes.
  private static func id(_ href: String) -> String? {
    let parts = href.split(separator: "/").filter { $0 != ".." && $0 != "." && !$0.hasPrefix("#") }
    return parts.last.map { PercentEncoding.decoded(String($0)) }
      .flatMap { $0.utf8.contains(0x40) ? $0 : nil }
  }
}
