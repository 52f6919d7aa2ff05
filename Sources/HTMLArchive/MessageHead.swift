internal import HTMLTree
internal import SourceBytes

/// The fields of one message as a page prints them: rows of a table, or lines `Label: value`.
struct MessageHead {
  private var values: [FieldLabels.Field: String] = [:]

  /// Reads lines up to the first empty one after a field; what is set in goes on with the field above.
  init(lines: [Substring]) {
    var open: FieldLabels.Field?
    for line in lines.prefix(200) {
      if line.utf8.allSatisfy({ $0 <= 0x20 }) {
        if !values.isEmpty { return }
        continue
      }
      if let first = line.utf8.first, first == 0x20 || first == 0x09, let field = open {
        values[field, default: ""] += " " + String(line).foldingSpace
        continue
      }
      open = take(String(line).foldingSpace)
    }
  }

  /// Reads the rows of the tables in a range of nodes, and the lines of what is no table.
  init(_ document: HTMLDocument, in range: Range<Int>) {
    for index in range {
      let row = document[index]
      guard row.isElement("tr") || row.isElement("dt"), row.endIndex - row.index < 200 else {
        continue
      }
      if row.isElement("tr") {
        let cells = row.childElements
        guard cells.count >= 2 else { continue }
        _ = take(label: cells[0].foldedText, value: cells[1].foldedTextWithoutImages)
      } else if let value = row.followingSiblings.first(where: { $0.kind == .element }),
        value.isElement("dd")
      {
        _ = take(label: row.foldedText, value: value.foldedTextWithoutImages)
      }
    }
    for line in document.readableText(ofNodes: range).split(separator: "\n") {
      // Fields may be the items of a list.
      let text = String(line).foldingSpace
      _ = take(text.hasPrefix("- ") ? String(text.utf8.dropFirst(2)) ?? text : text)
    }
  }

  func value(_ field: FieldLabels.Field) -> String? { values[field] }

  var isEmpty: Bool { values.isEmpty }

  private mutating func take(_ line: String) -> FieldLabels.Field? {
    guard let colon = line.utf8.firstIndex(of: 0x3A), line.utf8.count < 4000 else { return nil }
    return take(
      label: String(line[..<colon]), value: String(line[line.utf8.index(after: colon)...]))
  }

  private mutating func take(label: String, value: String) -> FieldLabels.Field? {
    var label = label.foldingSpace.lowercased()
    if label.hasSuffix(":") { label.removeLast() }
    guard let field = FieldLabels.fields[label.foldingSpace] else { return nil }
    let value = value.foldingSpace
    if !value.isEmpty, values[field] == nil { values[field] = value }
    return field
  }

  /// Fills an entry with what was read.
  ///
  /// - Returns: Whether a date stands there that could not be read.
  func fill(_ entry: inout PageEntry, dates: PrintedDate = PrintedDate()) -> Bool {
    if let from = values[.from] {
      let author = Mailbox(MaskedAddress.plain(from))
      entry.authorName = (author.name ?? author.address).map(EncodedWords.decoded)
      entry.authorAddress = author.address.flatMap { MaskedAddress.isHidden($0) ? nil : $0 }
    }
    entry.subject = values[.subject].map(EncodedWords.decoded)
    entry.messageID = values[.messageID].flatMap(Self.id)
    let replied = values[.inReplyTo].flatMap(Self.id)
    if let replied, replied != entry.messageID { entry.inReplyTo = [replied] }
    entry.references = Self.ids(values[.references] ?? "")
    guard let written = values[.date] else { return false }
    let match = dates.match(in: written)
    entry.dateAsWritten = match.map { written.part($0.range) } ?? written
    entry.date = match?.date
    return match == nil
  }

  /// The one id of a value, with masks undone; nil where it holds none.
  private static func id(_ value: String) -> String? {
    if let first = ids(value).first { return first }
    let plain = MaskedAddress.plain(value)
    let word = plain.split(separator: " ").first.map(String.init) ?? ""
    return word.utf8.contains(0x40) ? MaskedAddress.bareID(word) : nil
  }

  private static func ids(_ value: String) -> [String] {
    var found: [String] = []
    for piece in MaskedAddress.plain(value).utf8.split(separator: 0x3C) {
      guard let close = piece.firstIndex(of: 0x3E) else { continue }
      let id = String(decoding: piece[..<close], as: UTF8.self)
      if id.utf8.contains(0x40), !id.utf8.contains(where: { $0 <= 0x20 }) { found.append(id) }
    }
    return found
  }
}

extension PageReading {
  /// The one message of a page, its head above its body; a date that cannot be read becomes a finding.
  mutating func entry(of page: Page, head: MessageHead, body: Range<Int>) -> PageEntry {
    var entry = PageEntry(kind: .message)
    if head.fill(&entry) {
      findings.append(
        page.finding(
          .warning, PageFindings.unreadableDate, "the date of the message cannot be read"))
    }
    entry.text = page.document.readableText(ofNodes: body)
    return entry
  }
}
