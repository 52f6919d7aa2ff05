internal import HTMLTree
internal import SourceBytes

/// Messages of marc.info and sites that run its program: one preformatted block with fields and body.
public struct MarcInfo: Producer {
  /// Makes the reader.
  public init() {}

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "marc", title: "MARC (marc.info), message page",
      recognition: "a preformatted block that opens with List:, Subject:, From: and Date:",
      gives: "author, date, subject, list, Message-ID, text, attachments",
      isTestedOnRealPages: false)
  }

  private func block(_ document: HTMLDocument) -> HTMLNode? {
    document.outerElements("pre", atMost: 4).first { node in
      let text = node.readableText()
      return ["List:", "Subject:", "From:", "Date:"].allSatisfy { text.prefix(4000).contains($0) }
        && Self.lines(text) != nil
    }
  }

  /// The lines from the first field on; nil where something else than the way to other messages stands before it.
  private static func lines(_ text: String) -> [Substring]? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.prefix(12).firstIndex(where: { $0.hasPrefix("List:") }),
      lines[..<start].allSatisfy({ $0.hasPrefix("[") || $0.utf8.allSatisfy { $0 <= 0x20 } })
    else { return nil }
    return Array(lines[start...])
  }

  /// The part of a message that a line stands for: `[Attachment #3 (text/html)]`, `["map.png" (image/png)]`.
  private static func attachment(_ line: Substring) -> PageEntry.AttachedFile? {
    var line = line.utf8
    while let last = line.last, last <= 0x20 { line.removeLast() }
    let text = Substring(line)
    guard text.hasPrefix("["), text.hasSuffix(")]"),
      let open = text.indices.last(where: { text[$0...].hasPrefix(" (") })
    else { return nil }
    let type = text[open...].dropFirst(2).dropLast(2)
    guard type.utf8.count(where: { $0 == UInt8(ascii: "/") }) == 1,
      type.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "(") })
    else { return nil }
    let label = text[..<open].dropFirst()
    let mark = "Attachment #"
    if label.hasPrefix(mark), label.dropFirst(mark.count).allSatisfy(\.isWholeNumber) {
      return PageEntry.AttachedFile(name: nil, type: type.lowercased())
    }
    guard label.utf8.count > 2, label.hasPrefix("\""), label.hasSuffix("\"") else { return nil }
    return PageEntry.AttachedFile(
      name: String(label.dropFirst().dropLast()), type: type.lowercased())
  }

  /// Sure where the block stands.
  public func confidence(in page: Page) -> Int { block(page.document) == nil ? 0 : 92 }

  /// Reads the one message of the page.
  public func read(_ page: Page) -> PageReading {
    var reading = PageReading(producer: summary.name, venueKind: .list)
    guard let block = block(page.document), let lines = Self.lines(block.readableText()) else {
      return reading
    }
    let head = MessageHead(lines: lines.map { $0 })
    var entry = PageEntry(kind: .message)
    if head.fill(&entry) {
      reading.findings.append(
        page.finding(
          .warning, PageFindings.unreadableDate, "the date of the message cannot be read"))
    }
    let start = lines.firstIndex { $0.utf8.allSatisfy { $0 <= 0x20 } } ?? lines.count
    var body = Array(lines[start...])
    // The way on stands at the end: "[prev in list] [next in list] …".
    if let end = body.lastIndex(where: { $0.contains("[prev in list]") }) {
      body.removeSubrange(end...)
    }
    entry.attachments = body.compactMap(Self.attachment)
    body.removeAll { Self.attachment($0) != nil }
    entry.text = body.joined(separator: "\n")
    reading.siteName = head.value(.list)?.split(separator: " ").first.map(String.init)
    reading.entries = [entry]
    return reading
  }
}

extension String {
  /// Without the white space at its start.
  var withoutLeadingBlanks: String { String(decoding: utf8.drop { $0 <= 0x20 }, as: UTF8.self) }
}
