package import SourceBytes

/// Reads lists of addresses (RFC 5322, section 3.4, and the obsolete forms of 4.4), tolerantly.
///
/// Also read: `addr (Name)`, `Name addr` without brackets, `user at host`, names with bare commas or full stops,
/// unclosed quotes, comments and brackets, and encoded words wherever they stand. Groups are opened; their names are dropped.
package struct AddressParser {
  /// The most mailboxes that are taken from one field.
  static let limit = 2_000

  private let fallback: Charset?
  private var mailboxes: [MailAddress] = []
  private(set) var replacementCount = 0
  /// The words outside brackets and comments, quotes taken off, one space between them.
  private var phrase: [UInt8] = []
  /// The same with quotes kept, which local parts need.
  private var raw: [UInt8] = []
  private var comment: [UInt8] = []
  private var angle: [UInt8]?
  private var hasQuote = false
  private var hasNameBeforeAngle = false

  private init(fallback: Charset?) {
    self.fallback = fallback
  }

  /// Reads the mailboxes in `range`.
  ///
  /// - Parameter fallback: The charset of raw bytes that are not UTF-8.
  ///
  /// - Complexity: O(n).
  package static func parse(
    _ bytes: Span<UInt8>, in range: Range<Int>, fallback: Charset? = nil
  ) -> (mailboxes: [MailAddress], replacementCount: Int) {
    if let line = EncodedWords.unfoldedLine(bytes, in: range) {
      return parse(bytes.extracting(line), fallback: fallback)
    }
    let value = EncodedWords.unfold(bytes, in: range)
    return parse(value.span, fallback: fallback)
  }

  /// Reads the mailboxes of an unfolded value.
  private static func parse(
    _ value: Span<UInt8>, fallback: Charset?
  ) -> (mailboxes: [MailAddress], replacementCount: Int) {
    if let plain = PlainMailbox(value) {
      let name = plain.name.map { value.string(in: $0) }
      var address = value.string(in: plain.address)
      if let host = plain.maskedHost { address += "@" + value.string(in: host) }
      let mailbox = MailAddress(
        name: name == address ? nil : name, address: address, wasMasked: plain.maskedHost != nil)
      return ([mailbox], 0)
    }
    var parser = AddressParser(fallback: fallback)
    let usual = min(value.count, 200)
    parser.phrase.reserveCapacity(usual)
    parser.raw.reserveCapacity(usual)
    parser.scan(value)
    return (parser.mailboxes, parser.replacementCount)
  }

  private mutating func scan(_ bytes: Span<UInt8>) {
    var index = 0
    while index < bytes.count, mailboxes.count < AddressParser.limit {
      let byte = bytes[index]
      switch byte {
      case 0x22:
        index = scanQuoted(bytes, index)
        continue
      case 0x28:
        index = scanComment(bytes, index)
        continue
      case 0x3C:
        index = scanAngle(bytes, index)
        continue
      case 0x2C:
        if endsMailbox { finishMailbox() } else { append(byte) }
      case 0x3B: finishMailbox()
      case 0x3A:
        // The name of a group; `mailto:` and `[SMTP:…]` are none.
        if raw.count > 500 || raw.contains(0x40) || raw.contains(0x5B) {
          append(byte)
        } else {
          reset()
        }
      case 0x5C where index + 1 < bytes.count:
        index += 1
        append(bytes[index])
      default: append(byte)
      }
      index += 1
    }
    finishMailbox()
  }

  /// Whether a comma here ends a mailbox: not between the parts of a name written `Last, First <addr>`.
  private var endsMailbox: Bool {
    // No name is that long: a list of words without addresses must not be searched again and again.
    if angle != nil || raw.isEmpty || raw.count > 500 { return true }
    // `a b at c.d, …` is an address too.
    return raw.contains(0x40) || MaskedAddress.find(in: raw.span) != nil || !comment.isEmpty
  }

  private mutating func append(_ byte: UInt8) {
    // What follows `Name <addr>` is nothing; behind a bare `<addr>` it is the name.
    if angle != nil, hasNameBeforeAngle { return }
    let isBlank = byte.isASCIIWhitespace
    if isBlank, phrase.isEmpty || phrase.last == 0x20 {
      if raw.last != 0x20, !raw.isEmpty { raw.append(0x20) }
      return
    }
    phrase.append(isBlank ? 0x20 : byte)
    raw.append(isBlank ? 0x20 : byte)
  }

  private mutating func scanQuoted(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    hasQuote = true
    raw.append(0x22)
    var index = start + 1
    // A quote that is never closed is a mark like any other.
    guard bytes.firstOffset(of: 0x22, from: index, to: bytes.count) != nil else { return index }
    while index < bytes.count, bytes[index] != 0x22 {
      if bytes[index] == 0x5C, index + 1 < bytes.count {
        raw.append(0x5C)
        index += 1
      }
      phrase.append(bytes[index])
      raw.append(bytes[index])
      index += 1
    }
    raw.append(0x22)
    return index + 1
  }

  private mutating func scanComment(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var depth = 1
    var index = start + 1
    if bytes.hasBytesIgnoringCase("(at)", at: start) {
      for byte in " at ".utf8 { append(byte) }
      return start + 4
    }
    if !comment.isEmpty { comment.append(0x20) }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x5C, index + 1 < bytes.count {
        index += 1
        comment.append(bytes[index])
      } else {
        if byte == 0x28 { depth += 1 } else if byte == 0x29 { depth -= 1 }
        if depth == 0 { return index + 1 }
        comment.append(byte)
      }
      index += 1
    }
    return index
  }

  private mutating func scanAngle(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var content: [UInt8] = []
    var index = start + 1
    var isQuoted = false
    if angle == nil { hasNameBeforeAngle = !phrase.isEmpty }
    while index < bytes.count, isQuoted || bytes[index] != 0x3E {
      let byte = bytes[index]
      if byte == 0x22 { isQuoted.toggle() }
      if byte == 0x28, !isQuoted {
        // `<user@host (Name)>`
        index = scanComment(bytes, index)
        continue
      }
      if byte == 0x3C, !isQuoted { content = [] } else { content.append(byte) }
      index += 1
    }
    // `<a@b> <c@d>`: the first one counts.
    if angle == nil || angle?.isEmpty == true { angle = content }
    return index + 1
  }

  private mutating func reset() {
    phrase.removeAll(keepingCapacity: true)
    raw.removeAll(keepingCapacity: true)
    comment.removeAll(keepingCapacity: true)
    angle = nil
    hasQuote = false
    hasNameBeforeAngle = false
  }

  private mutating func finishMailbox() {
    defer { reset() }
    if let angle {
      let named = AddressParser.trimmed(phrase).isEmpty ? comment : phrase
      let (address, wasMasked) = AddressParser.address(angle)
      let name = decode(named)
      if address != nil || name != nil { add(name, address, wasMasked) }
      return
    }
    let words = AddressParser.trimmed(raw)
    guard !words.isEmpty || !comment.isEmpty else { return }
    if let masked = MaskedAddress.find(in: words.span), !hasQuote {
      let before = Array(words[..<masked.range.lowerBound])
      add(decode(comment) ?? decode(before), masked.address, true)
    } else if let at = words.lastIndex(of: 0x40) {
      takeUnbracketed(words, at)
    } else if !comment.isEmpty, !words.isEmpty, !hasQuote, !words.contains(0x20) {
      // `user (Name)`, as on one machine, and `host!user (Name)` of UUCP.
      add(decode(comment), decode(words), false)
    } else if let name = decode(phrase), let text = AddressParser.bracketed(name) {
      // The whole mailbox was inside an encoded word.
      add(text.name, text.address, false)
    } else {
      add(decode(phrase) ?? decode(comment), nil, false)
    }
  }

  /// Takes `addr`, `addr (Name)` and `Name addr` apart.
  private mutating func takeUnbracketed(_ words: [UInt8], _ at: Int) {
    var start = at
    var end = at
    if at > 0, words[at - 1] == 0x22 {
      // A quoted local part may hold blanks.
      start = at - 1
      while start > 0, words[start - 1] != 0x22 { start -= 1 }
      start = max(0, start - 1)
    }
    while start > 0, words[start - 1] != 0x20 { start -= 1 }
    while end < words.count, words[end] != 0x20 { end += 1 }
    // `user @ host` of RFC 822.
    if end == at + 1, end + 1 < words.count {
      end += 1
      while end < words.count, words[end] != 0x20 { end += 1 }
    }
    if start == at, start > 1 {
      start -= 1
      while start > 0, words[start - 1] != 0x20 { start -= 1 }
    }
    let (address, wasMasked) = AddressParser.address(Array(words[start..<end]))
    let rest = Array(words[..<start]) + Array(words[end...])
    add(decode(comment) ?? decode(rest), address, wasMasked)
  }

  private mutating func add(_ name: String?, _ address: String?, _ wasMasked: Bool) {
    mailboxes.append(
      MailAddress(name: name == address ? nil : name, address: address, wasMasked: wasMasked))
  }

  private mutating func decode(_ bytes: [UInt8]) -> String? {
    var content = AddressParser.trimmed(bytes)
    while content.count > 1, let first = content.first, first == content.last,
      first == 0x22 || first == 0x27
    {
      content = AddressParser.trimmed(Array(content[1..<content.count - 1]))
    }
    guard !content.isEmpty else { return nil }
    let decoded = EncodedWords.decode(content.span, fallback: fallback)
    replacementCount += decoded.replacementCount
    var text = decoded.text
    // Quotes that were encoded with the name.
    if text.utf8.count > 2, text.utf8.first == 0x22, text.utf8.last == 0x22 {
      text = String(text.dropFirst().dropLast())
    }
    return text.isEmpty ? nil : text
  }

  /// What stands in angle brackets as an address: no route, no blanks, no `mailto:`.
  private static func address(_ content: [UInt8]) -> (address: String?, wasMasked: Bool) {
    if let masked = MaskedAddress.find(in: content.span) { return (masked.address, true) }
    var kept: [UInt8] = []
    var isQuoted = false
    for byte in content {
      if byte == 0x22 { isQuoted.toggle() }
      if isQuoted || !byte.isASCIIWhitespace { kept.append(byte) }
    }
    if kept.first == 0x40, let colon = kept.firstIndex(of: 0x3A) { kept.removeFirst(colon + 1) }
    if kept.span.hasBytesIgnoringCase("mailto:", at: 0) { kept.removeFirst(7) }
    while let last = kept.last, last == 0x2E || last == 0x3E || last == 0x2C { kept.removeLast() }
    guard !kept.isEmpty else { return (nil, false) }
    return (EncodedWords.decode(kept.span).text, false)
  }

  /// Takes decoded text of the form `Name <user@host>` apart.
  private static func bracketed(_ text: String) -> (name: String?, address: String)? {
    guard let open = text.utf8.lastIndex(of: 0x3C), text.utf8.last == 0x3E else { return nil }
    let address = text[text.utf8.index(after: open)...].dropLast()
    guard address.utf8.contains(0x40) else { return nil }
    let name = String(decoding: trimmed(Array(text[..<open].utf8)), as: UTF8.self)
    return (name.isEmpty ? nil : name, String(address))
  }

  private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    let range = bytes.span.trimmed(0..<bytes.count)
    return range.count == bytes.count ? bytes : Array(bytes[range])
  }
}

/// An address that an archive wrote as `user at host`.
struct MaskedAddress {
  let range: Range<Int>
  let address: String

  /// Finds the last `user at host` in unfolded words; a host needs a full stop unless nothing else stands there.
  static func find(in words: Span<UInt8>) -> MaskedAddress? {
    guard words.count > 5, words.firstOffset(of: 0x40, from: 0, to: words.count) == nil else {
      return nil
    }
    var index = 1
    var found: MaskedAddress?
    while let mark = words.firstOffset(of: " at ", in: index..<words.count) {
      var start = mark
      while start > 0, !words[start - 1].isASCIIWhitespace { start -= 1 }
      var hostStart = mark + 4
      while hostStart < words.count, words[hostStart].isASCIIWhitespace { hostStart += 1 }
      var end = hostStart
      while end < words.count, !words[end].isASCIIWhitespace { end += 1 }
      let hasStop = words.firstOffset(of: 0x2E, from: hostStart, to: end) != nil
      if start < mark, end > hostStart, hasStop || (start == 0 && end == words.count) {
        let user = EncodedWords.decode(words, in: start..<mark).text
        found = MaskedAddress(
          range: start..<end,
          address: user + "@" + EncodedWords.decode(words, in: hostStart..<end).text)
      }
      index = mark + 3
    }
    return found
  }
}
