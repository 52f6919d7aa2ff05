/// Who an attribution line says is quoted, and from when.
///
/// Reads what mail and news programs write above a quotation, in the languages of `AttributionWords`: "On Mon, 5 Jan
/// 2012 at 10:12, Ada Example <ada@example.org> wrote:", "In article <…> ada@example.org (Ada) writes:", "Ada wrote:",
/// also broken over lines, with quote marks before them, and the header blocks that Outlook and others put there.
public struct AttributionLine: Sendable, Hashable {
  /// The name, as written.
  public let name: String?
  /// The mail address, as written.
  public let address: String?
  /// The date, as written.
  public let date: String?
  /// Where the name lies in the text that was read, in Unicode scalars; the whole text when there is no name, or when
  /// line breaks lie in it.
  public let range: Range<Int>

  /// Reads the text of an attribution, such as that of a block of kind `attribution`.
  ///
  /// - Returns: nil when the text names neither a person nor an address nor a date.
  /// - Complexity: Linear, and no more than the first four thousand bytes are read.
  public init?(_ text: String) {
    let table = LineTable(String(decoding: text.utf8.prefix(4096), as: UTF8.self))
    if let header = HeaderBlock(in: table, from: 0)
      ?? HeaderBlock(in: table, behindSeparatorFrom: 0)
    {
      name = header.name
      address = header.address
      date = header.date
    } else {
      let bytes = table.joinedContent(0..<table.lines.count)
      let reading = AttributionReading(bytes)
      name = reading.name.map(bytes.text)
      address = reading.address.map(bytes.text)
      date = reading.date.map(bytes.text)
    }
    guard name != nil || address != nil || date != nil else { return nil }
    range = AttributionLine.range(of: name ?? address, in: text)
  }

  private static func range(of part: String?, in text: String) -> Range<Int> {
    let scalars = Array(text.unicodeScalars)
    guard let wanted = part.map({ Array($0.unicodeScalars) }), !wanted.isEmpty,
      wanted.count <= scalars.count
    else {
      return 0..<scalars.count
    }
    for start in 0...(scalars.count - wanted.count)
    where scalars[start] == wanted[0] && Array(scalars[start..<start + wanted.count]) == wanted {
      return start..<start + wanted.count
    }
    return 0..<scalars.count
  }
}

extension LineTable {
  /// The contents of lines, joined by single spaces.
  func joinedContent(_ range: Range<Int>) -> [UInt8] {
    var joined: [UInt8] = []
    joined.reserveCapacity(range.reduce(0) { $0 + content($1).count + 1 })
    for index in range where !lines[index].isBlank {
      if !joined.isEmpty { joined.append(ASCII.space) }
      joined.append(contentsOf: bytes[content(index)])
    }
    return joined
  }
}
