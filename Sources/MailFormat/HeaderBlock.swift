internal import SourceBytes

/// The header of a message or part: its fields in order, and where its body starts (RFC 5322, section 2.2).
///
/// Read tolerantly: blanks before a colon, a stray `From ` line, a missing empty line before the body, and
/// a line that lost the blank of its fold.
struct HeaderBlock: Sendable {
  private(set) var fields: [HeaderField] = []
  /// Where the body starts.
  private(set) var bodyStart: Int
  /// Whether the body began without an empty line before it.
  private(set) var lacksBlankLine = false
  /// Whether a line among the fields was none.
  private(set) var hasStrayLine = false
  /// Whether a limit cut the header.
  private(set) var isCut = false

  /// Reads the header in `range` of `bytes`.
  ///
  /// - Complexity: One pass.
  init(_ bytes: Span<UInt8>, in range: Range<Int>, limits: ParseLimits) {
    bodyStart = range.upperBound
    fields.reserveCapacity(24)
    var start = range.lowerBound
    var current: (name: Range<Int>, valueStart: Int, end: Int)?
    func field(_ open: (name: Range<Int>, valueStart: Int, end: Int)) -> HeaderField {
      HeaderField(
        kind: HeaderField.Name(bytes, open.name), name: open.name,
        value: bytes.trimmed(open.valueStart..<open.end))
    }
    while start < range.upperBound {
      let next = bytes.nextLine(from: start, to: range.upperBound)
      let line = bytes.lineContent(from: start, nextLine: next)
      if line.isEmpty {
        bodyStart = next
        break
      }
      let isOver = start - range.lowerBound > limits.headerByteCount
      if isOver { isCut = true }
      if bytes[start].isBlank, current != nil || isCut,
        HeaderBlock.continues(bytes, line, next, range.upperBound)
      {
        let limit = range.lowerBound + limits.headerByteCount
        if !isOver { current?.end = min(line.upperBound, max(limit, start)) }
        if line.upperBound > limit { isCut = true }
      } else if let name = HeaderBlock.fieldName(bytes, start, next) {
        if let open = current { fields.append(field(open)) }
        var colon = name.upperBound
        while bytes[colon] != 0x3A { colon += 1 }
        // A single line can be as long as the file.
        let limit = range.lowerBound + limits.headerByteCount
        let end = max(colon + 1, min(line.upperBound, limit))
        if end < line.upperBound, !isOver { isCut = true }
        current = (name, colon + 1, end)
        if isOver || fields.count >= limits.headerFieldCount { (current, isCut) = (nil, true) }
      } else if bytes.hasBytes("From ", at: start) || bytes.hasBytes(">From ", at: start) {
        hasStrayLine = true
      } else if !fields.isEmpty || current != nil, !bytes.hasBytes("--", at: start),
        HeaderBlock.isStray(bytes, after: next, range.upperBound)
      {
        hasStrayLine = true
        if !isOver { current?.end = line.upperBound }
      } else if bytes.trimmed(line).isEmpty {
        // An editor left blanks in the empty line.
        bodyStart = next
        break
      } else {
        bodyStart = start
        lacksBlankLine = true
        break
      }
      start = next
    }
    if let open = current { fields.append(field(open)) }
  }

  /// Where the first field stands, behind a byte order mark and empty lines; the start where none does.
  static func start(_ bytes: Span<UInt8>, in range: Range<Int>) -> Int {
    var index = range.lowerBound
    if bytes.hasBytes([0xEF, 0xBB, 0xBF], at: index) { index += 3 }
    while index < range.upperBound, bytes[index] == 0x0A || bytes[index] == 0x0D { index += 1 }
    guard index > range.lowerBound, index < range.upperBound else { return range.lowerBound }
    let next = bytes.nextLine(from: index, to: range.upperBound)
    return fieldName(bytes, index, next) == nil ? range.lowerBound : index
  }

  /// Whether a message has any header field.
  static func hasField(_ message: Span<UInt8>) -> Bool {
    let start = start(message, in: 0..<message.count)
    var index = start
    // An envelope line may stand above.
    if message.hasBytes("From ", at: index) || message.hasBytes(">From ", at: index) {
      index = message.nextLine(from: index, to: message.count)
    }
    guard index < message.count else { return false }
    return fieldName(message, index, message.nextLine(from: index, to: message.count)) != nil
  }

  /// The name of the field that a line opens, without blanks before its colon; nil where it opens none.
  static func fieldName(_ bytes: Span<UInt8>, _ start: Int, _ next: Int) -> Range<Int>? {
    var index = start
    while index < next, bytes[index] > 0x20, bytes[index] != 0x7F, bytes[index] != 0x3A {
      index += 1
    }
    let end = index
    guard end > start, end - start <= 200 else { return nil }
    while index < next, bytes[index].isBlank { index += 1 }
    guard index < next, bytes[index] == 0x3A else { return nil }
    return start..<end
  }

  /// Whether a line that begins with a blank belongs to the field before it.
  ///
  /// A line of nothing but blanks does only where header lines follow: elsewhere an editor left them in the
  /// empty line that ends the header.
  private static func continues(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ next: Int, _ end: Int
  ) -> Bool {
    if !bytes.trimmed(line).isEmpty { return true }
    guard next < end else { return true }
    let following = bytes.nextLine(from: next, to: end)
    return bytes[next].isBlank || fieldName(bytes, next, following) != nil
  }

  /// Whether a line that is no field stands among fields: one with a well-known name follows it.
  private static func isStray(_ bytes: Span<UInt8>, after next: Int, _ end: Int) -> Bool {
    guard next < end, let name = fieldName(bytes, next, bytes.nextLine(from: next, to: end)) else {
      return false
    }
    return HeaderField.Name(bytes, name) != .other
  }
}
