/// The headers of another message as they are printed in a text above what it said.
struct HeaderBlock {
  /// More lines than this are no header block.
  static let lineLimit = 60

  /// The lines it takes, from the first header to the last.
  private(set) var lines: Range<Int>
  /// Who wrote the message, from its From line.
  private(set) var name: String?
  private(set) var address: String?
  /// When, as written.
  private(set) var date: String?
  /// Whether it begins with a header that mail programs do not show to people.
  let isTechnical: Bool

  /// Reads the block that starts at a line.
  ///
  /// - Returns: nil unless the sender and two more of date, addressee and subject are named.
  init?(in table: LineTable, from start: Int) {
    self.init(in: table, from: start, kindsNeeded: 3)
  }

  /// Reads the block under "-----Original Message-----", which may be as short as one line.
  init?(in table: LineTable, below separator: Int) {
    guard let next = table.nextFilled(after: separator, reach: 2) else { return nil }
    self.init(in: table, from: next, kindsNeeded: 1)
  }

  /// Reads the block below the separator at a line.
  init?(in table: LineTable, behindSeparatorFrom start: Int) {
    guard start < table.lines.count, MessageSeparator.read(in: table, at: start) != nil else {
      return nil
    }
    self.init(in: table, below: start)
  }

  private init?(in table: LineTable, from start: Int, kindsNeeded: Int) {
    guard start < table.lines.count, let first = HeaderBlock.label(in: table, at: start) else {
      return nil
    }
    lines = start..<start + 1
    isTechnical = first.field == .other
    let depth = table.lines[start].depth
    var seen = HeaderLabels.FieldSet()
    var index = start
    var label: (field: HeaderLabels.Field, value: Int)? = first
    var isInAddressees = false
    var blanks = 0
    while index < table.lines.count, index < start + HeaderBlock.lineLimit,
      table.lines[index].depth == depth
    {
      if index > start { label = HeaderBlock.label(in: table, at: index) }
      if let label {
        if label.field == .from, seen.contains(.from) { break }
        seen.insert(label.field)
        isInAddressees = label.field == .to || label.field == .other || label.field == .subject
        take(label.field, label.value..<table.lines[index].end, table)
        blanks = 0
        lines = start..<index + 1
      } else if table.lines[index].isBlank {
        // Some programs print an empty line after each header.
        blanks += 1
        isInAddressees = false
        if blanks > 1 || seen.count < 2 && kindsNeeded > 1 && index > start + 2 { break }
        guard let next = table.nextFilled(after: index, reach: 1),
          HeaderBlock.label(in: table, at: next) != nil
        else {
          break
        }
      } else if isInAddressees, blanks == 0 {
        lines = start..<index + 1
      } else {
        break
      }
      index += 1
    }
    let kinds = seen.count - (seen.contains(.other) ? 1 : 0)
    guard kinds >= kindsNeeded, seen.contains(.from) || kindsNeeded == 1 else { return nil }
    guard !(kindsNeeded == 1 && kinds == 0) else { return nil }
  }

  private mutating func take(
    _ field: HeaderLabels.Field, _ value: Range<Int>, _ table: LineTable
  ) {
    let value = table.bytes.trimmed(value)
    guard !value.isEmpty else { return }
    switch field {
    case .from where name == nil && address == nil:
      let bytes = Array(table.bytes[value])
      let reading = AttributionReading(bytes)
      address = reading.address.map(bytes.text)
      if let found = reading.name {
        name = bytes.text(found)
      } else if reading.address == nil {
        name = bytes.text(0..<bytes.count)
      }
    case .date where date == nil:
      date = table.bytes.text(value)
    default:
      break
    }
  }

  /// The label of a line, and where its value starts.
  @inline(__always)
  static func label(
    in table: LineTable, at index: Int
  ) -> (field: HeaderLabels.Field, value: Int)? {
    // Most lines end here.
    guard !table.lines[index].traits.isDisjoint(with: [.colon, .wide]),
      !table.lines[index].isBlank
    else { return nil }
    return readLabel(in: table, at: index)
  }

  private static func readLabel(
    in table: LineTable, at index: Int
  ) -> (field: HeaderLabels.Field, value: Int)? {
    let end = table.lines[index].end
    var start = table.lines[index].content
    while start < end,
      table.bytes[start].isBlank || table.bytes[start] == ASCII.asterisk
        || table.bytes[start] == ASCII.pipe
    {
      start += 1
    }
    while start < end, table.bytes.isDirectionMark(at: start, before: end) { start += 3 }
    guard start + 1 < end,
      HeaderLabels.beginnings.contains(table.bytes[start], table.bytes[start + 1])
    else { return nil }
    let bytes = table.bytes
    // A label is short: without a colon near the start there is none.
    let reach = min(end, start + 40)
    var colon = start
    while colon < reach, bytes[colon] != ASCII.colon, bytes[colon] != 0x9a { colon += 1 }
    guard colon < reach else { return nil }
    for (field, phrases) in HeaderLabels.tables {
      guard var after = phrases.match(in: bytes, at: start, before: end) else { continue }
      while after < end,
        bytes[after].isBlank || bytes[after] == ASCII.asterisk
          || bytes.isNoBreakSpace(at: after, before: end)
      {
        after += bytes[after] == 0xc2 ? 2 : 1
      }
      if after < end, bytes[after] == ASCII.colon {
        after += 1
      } else if end - after >= 3, bytes[after] == 0xef, bytes[after + 1] == 0xbc,
        bytes[after + 2] == 0x9a
      {
        after += 3
      } else {
        continue
      }
      while after < end, bytes[after] == ASCII.asterisk { after += 1 }
      return (field, after)
    }
    return nil
  }
}
