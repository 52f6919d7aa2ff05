/// A line such as "-----Original Message-----" that stands above another message.
struct MessageSeparator {
  /// What is between the rules.
  enum Kind {
    case original, forwarded, forwardedEnd
  }

  /// Which it is.
  let kind: Kind
  /// The name that stands in the line itself: "----- Forwarded message from Ada -----".
  let name: String?

  /// Reads the line as a separator.
  static func read(in table: LineTable, at index: Int) -> MessageSeparator? {
    let range = table.content(index)
    guard range.count >= 10, range.count <= 200,
      mayBeOne(table.bytes[range.lowerBound], table.bytes[range.upperBound - 1])
    else { return nil }
    return read(table.bytes, range)
  }

  /// Reads what stands in the range, which may be a separator by its ends.
  private static func read(_ bytes: [UInt8], _ range: Range<Int>) -> MessageSeparator? {
    var start = range.lowerBound
    while start < range.upperBound, MessageSeparator.isRule(bytes[start]) { start += 1 }
    let ruleCount = start - range.lowerBound
    if ruleCount == 0 {
      // "Begin forwarded message:" has no rules; a colon ends it.
      let last = bytes[range.upperBound - 1]
      guard last == ASCII.colon || last == 0x9a || MessageSeparator.isRule(last) else { return nil }
    }
    while start < range.upperBound, bytes[start].isBlank { start += 1 }
    guard start < range.upperBound, ruleCount >= 2 || ruleCount == 0 && bytes[start].isLetterOrWide
    else {
      return nil
    }
    let end = range.upperBound
    let kind: Kind
    let after: Int
    if let found = SeparatorPhrases.original.match(in: bytes, at: start, before: end) {
      kind = .original
      after = found
    } else if let found = SeparatorPhrases.forwarded.match(in: bytes, at: start, before: end) {
      kind = .forwarded
      after = found
    } else if ruleCount >= 2,
      let found = SeparatorPhrases.forwardedEnd.match(in: bytes, at: start, before: end)
    {
      kind = .forwardedEnd
      after = found
    } else {
      return nil
    }
    var trailing = end
    while trailing > after, MessageSeparator.isRule(bytes[trailing - 1]) { trailing -= 1 }
    let hasTrailingRule = end - trailing >= 2
    let inside = bytes.trimmed(after..<trailing)
    if ruleCount == 0 {
      // "Begin forwarded message:" has no rules; nothing but a colon may follow.
      guard inside.count <= 3,
        inside.last.map({ bytes[$0] == ASCII.colon || bytes[$0] == 0x9a })
          ?? false
      else {
        return nil
      }
    } else if !hasTrailingRule {
      guard inside.count <= 1 || kind == .forwarded else { return nil }
    }
    guard kind == .forwarded, inside.count > 5,
      bytes.has("from ", at: inside.lowerBound, before: end)
    else { return MessageSeparator(kind: kind, name: nil) }
    let rest = Array(bytes[inside])
    let reading = AttributionReading(rest)
    return MessageSeparator(kind: kind, name: reading.name.map(rest.text))
  }

  /// Whether a line with these bytes at its ends can be one: a rule stands before the words, or a colon or rule behind.
  private static func mayBeOne(_ first: UInt8, _ last: UInt8) -> Bool {
    isRule(first) || last == ASCII.colon || last == 0x9a || isRule(last)
  }

  private static func isRule(_ byte: UInt8) -> Bool {
    byte == ASCII.hyphen || byte == ASCII.underscore || byte == ASCII.equals
      || byte == ASCII.asterisk || byte == ASCII.hash || byte == ASCII.plus || byte == ASCII.greater
  }
}

extension UInt8 {
  /// Whether it is a letter or part of a scalar beyond ASCII.
  var isLetterOrWide: Bool { isLetter || isWide }
}
