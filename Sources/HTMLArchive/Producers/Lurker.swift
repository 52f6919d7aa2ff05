internal import HTMLTree
internal import SourceBytes

/// Message pages of Lurker.
public struct Lurker: Producer {
  /// Makes the reader.
  public init() {}

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "lurker", title: "Lurker, message page",
      recognition: "table rows Author, Date and Subject, and the name Lurker on the page",
      gives: "author, date, subject, text, links to what it answers",
      isTestedOnRealPages: false)
  }

  /// Sure where Lurker names itself and a header table stands above a body.
  public func confidence(in page: Page) -> Int {
    let document = page.document
    let isNamed =
      page.head.utf8.asciiLowercased.holds("lurker") || page.generator.contains("lurker")
      || document.elements("a").contains {
        ($0.attribute("href") ?? "").contains("lurker.sourceforge")
      }
    return isNamed && body(document) != nil ? 88 : 0
  }

  private func body(_ document: HTMLDocument) -> Range<Int>? {
    let rows = document.elements("tr").filter { row in
      let label = row.childElements.first?.foldedText.lowercased() ?? ""
      return FieldLabels.fields[label.hasSuffix(":") ? String(label.dropLast()) : label] != nil
    }
    guard let last = rows.last else { return nil }
    let body = document.root.firstElement { node in
      node.index >= last.endIndex
        && (node.hasClass("message") || node.hasClass("mime") || node.hasClass("mimepart")
          || node.isElement("pre"))
    }
    return body.map { $0.index + 1..<$0.endIndex }
  }

  /// Reads the one message of the page.
  public func read(_ page: Page) -> PageReading {
    var reading = PageReading(producer: summary.name, venueKind: .list)
    guard let body = body(page.document) else { return reading }
    var entry = reading.entry(
      of: page, head: MessageHead(page.document, in: 0..<body.lowerBound), body: body)
    let answered = page.document.elements("a").first { link in
      link.index < body.lowerBound && (link.attribute("href") ?? "").contains("message/")
        && (link.parent?.parent?.foldedText.lowercased().hasPrefix("in-reply-to") ?? false)
    }
    if let href = answered?.attribute("href") {
      entry.parent = .page(href: href)
      entry.parentDetail = "In-Reply-To links to \(href)"
    }
    reading.entries = [entry]
    return reading
  }
}
