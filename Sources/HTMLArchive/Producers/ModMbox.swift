internal import HTMLTree
internal import SourceBytes

/// Message pages of Apache's mod_mbox, as mail-archives.apache.org showed them.
public struct ModMbox: Producer {
  /// Makes the reader.
  public init() {}

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "mod-mbox", title: "Apache mod_mbox, message view",
      recognition: "table#msgview with rows from, date and contents",
      gives: "author, date, subject, text",
      isTestedOnRealPages: false)
  }

  /// Sure where the table stands.
  public func confidence(in page: Page) -> Int { body(page.document) == nil ? 0 : 93 }

  private func body(_ document: HTMLDocument) -> Range<Int>? {
    guard let table = document.element(id: "msgview"),
      let row = table.first(class: "contents"), let cell = row.first("pre") ?? row.first("td")
    else { return nil }
    return cell.index + 1..<cell.endIndex
  }

  /// Reads the one message of the page.
  public func read(_ page: Page) -> PageReading {
    var reading = PageReading(producer: summary.name, venueKind: .list)
    guard let body = body(page.document) else { return reading }
    var entry = reading.entry(
      of: page, head: MessageHead(page.document, in: 0..<body.lowerBound), body: body)
    // The address of the page holds the id: /mod_mbox/LIST/201203.mbox/%3cID%3e.
    let parts = (page.site.canonicalURL ?? "").split(separator: "/")
    if let id = parts.last.map({ PercentEncoding.decoded(String($0)) }), id.hasPrefix("<") {
      entry.messageID = MaskedAddress.bareID(id)
    }
    if let place = parts.firstIndex(of: "mod_mbox"), place + 1 < parts.count {
      reading.siteName = String(parts[place + 1])
    }
    reading.entries = [entry]
    return reading
  }
}
