internal import HTMLTree
internal import SourceBytes

/// Message pages of LISTSERV's web interface.
public struct Listserv: Producer {
  /// Makes the reader.
  public init() {}

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "listserv", title: "LISTSERV web interface (wa), message page",
      recognition: "LISTSERV in title or links to wa.exe, rows Subject, From and Date",
      gives: "author, date, subject, text",
      isTestedOnRealPages: false)
  }

  /// Sure where LISTSERV names itself and a message stands below its fields.
  public func confidence(in page: Page) -> Int {
    let document = page.document
    let title = (document.elements("title").first?.descendants.map(\.characters).joined() ?? "")
    let isNamed =
      title.contains("LISTSERV") || page.generator.contains("listserv")
      || document.elements("a").contains { link in
        let href = link.attribute("href") ?? ""
        return href.contains("/wa.exe?") || href.contains("/wa?") || href.contains("cgi-bin/wa")
      }
    return isNamed && body(document) != nil ? 87 : 0
  }

  /// What follows the last field: the first preformatted text, or the block of the message.
  private func body(_ document: HTMLDocument) -> Range<Int>? {
    fields(document)?.body
  }

  /// Where the table of the fields starts, and the text below it; a table above it leads to other messages, with a
  /// row "Author:" of its own.
  private func fields(_ document: HTMLDocument) -> (start: Int, body: Range<Int>)? {
    var last: HTMLNode?
    var end: Int?
    for node in document.root.descendants where node.isElement("tr") || node.isElement("b") {
      if let end, node.index > end + 2000 { break }
      let text = node.isElement("tr") ? node.childElements.first?.foldedText ?? "" : node.foldedText
      guard text.utf8.count < 40, text.hasSuffix(":"),
        FieldLabels.fields[text.dropLast().lowercased()] != nil
      else { continue }
      (last, end) = (node, node.endIndex)
    }
    guard let end else { return nil }
    let table = last?.ancestors.first { $0.isElement("table") }
    let body = document.root.firstElement { node in
      node.index >= end
        && (node.isElement("pre") || node.hasClass("message-body") || node.hasClass("messagebody")
          || node.id == "message" || node.id == "printable")
    }
    return body.map { (table?.index ?? 0, $0.index + 1..<$0.endIndex) }
  }

  /// Reads the one message of the page.
  public func read(_ page: Page) -> PageReading {
    var reading = PageReading(producer: summary.name, venueKind: .list)
    guard let (start, body) = fields(page.document) else { return reading }
    let entry = reading.entry(
      of: page, head: MessageHead(page.document, in: start..<body.lowerBound), body: body)
    // "LISTSERV 16.5 - COMMONS-L Archives"
    let title = page.document.elements("title").first?.descendants.map(\.characters).joined() ?? ""
    let words = title.split(separator: " ")
    if let place = words.firstIndex(of: "Archives"), place > 0 {
      reading.siteName = String(words[place - 1])
    }
    reading.entries = [entry]
    return reading
  }
}
