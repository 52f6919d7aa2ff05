internal import HTMLTree

/// The header list that MHonArc prints above a body.
struct MHonArcFields {
  typealias Field = FieldLabels.Field

  private var values: [Field: String] = [:]
  /// The heading of the page.
  private(set) var heading: String?
  /// The page that the `In-Reply-To` item links to, where its id is that of a message of the archive.
  private(set) var repliedPage: String?
  /// The addresses of the author and the recipients as the list shows them, in lower case.
  private(set) var addresses: Set<String> = []

  init(_ document: HTMLDocument, _ marks: MHonArcMarks) {
    heading = document.elements("h1").first?.foldedText
    guard let range = marks.header else { return }
    for index in range {
      let node = document[index]
      // A field is small; nested lists as long as a page are no header.
      guard node.isElement("li") || node.isElement("td") || node.isElement("tr"),
        node.endIndex - node.index < 200
      else { continue }
      let text = node.foldedText
      guard let colon = text.utf8.firstIndex(of: 0x3A) else { continue }
      let label = String(text[..<colon]).foldingSpace.lowercased()
      guard let field = FieldLabels.fields[label] else { continue }
      let value = String(text[text.index(after: colon)...]).foldingSpace
      if field == .from || field == .recipient { readAddresses(value) }
      guard !value.isEmpty, values[field] == nil else { continue }
      values[field] = value
      if field == .inReplyTo {
        let links = node.elements("a").compactMap { $0.attribute("href") }
          .filter { !$0.lowercased().hasPrefix("mailto:") }
        repliedPage = links.count == 1 ? links[0] : nil
      }
    }
  }

  func value(_ field: Field) -> String? { values[field] }

  /// The id that the `In-Reply-To` item holds; nil where it holds none or several.
  ///
  /// Old mailers wrote addresses and prose there: what has blanks or is an address of this very message is
  /// no id (RFC 5322 §3.6.4).
  var repliedID: String? {
    guard let value = values[.inReplyTo] else { return nil }
    var found: String?
    for piece in value.utf8.split(separator: 0x3C).dropFirst(value.utf8.first == 0x3C ? 0 : 1) {
      guard let close = piece.firstIndex(of: 0x3E) else { continue }
      let id = String(decoding: piece[..<close], as: UTF8.self)
      guard isID(id), id.utf8.contains(0x40) else { continue }
      if let found, found != id { return nil }
      found = id
    }
    return found
  }

  /// Whether text can be the Message-ID of a message that somebody wrote.
  func isID(_ text: String) -> Bool {
    !text.isEmpty && !text.utf8.contains { $0 <= 0x20 } && !addresses.contains(text.lowercased())
      && !Self.isInvented(text)
  }

  /// Whether MHonArc made the id up, for a message that had none.
  static func isInvented(_ id: String) -> Bool {
    id.lowercased().hasSuffix("@no-id-found.mhonarc.org")
  }

  private mutating func readAddresses(_ value: String) {
    let words = value.utf8.split { byte in
      byte <= 0x20 || [0x3C, 0x3E, 0x28, 0x29, 0x2C, 0x3B, 0x22].contains(byte)
    }
    for word in words where word.contains(0x40) {
      addresses.insert(String(decoding: word, as: UTF8.self).lowercased())
    }
  }
}
