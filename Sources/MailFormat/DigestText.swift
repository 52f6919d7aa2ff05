internal import SourceBytes

/// The text of a digest (RFC 1153): a table of contents, messages under short headers, a closing line.
///
/// Deviations: a line of hyphens may have 27 to 80 of them; a line with no header behind it belongs to the message
/// before; the lines `- -` that RFC 934 stuffs are taken back where any occur.
struct DigestText {
  /// What every line that separates begins with.
  static let leastRuler: StaticString = "---------------------------"
  private static let leastRulerByteCount = 27

  private let subject: String?
  private let charset: String?
  private let text: [UInt8]
  private var rulers: [Ruler] = []

  private struct Ruler {
    var start: Int
    var next: Int
    var byteCount: Int
    var isFree: Bool
  }

  init(_ text: Span<UInt8>, subject: String?, charset: String?) {
    self.subject = subject
    self.charset = charset
    self.text = text.bytes(in: 0..<text.count)
    var start = 0
    var isAfterBlank = true
    while start < text.count {
      let next = text.nextLine(from: start, to: text.count)
      let line = text.trimmed(start..<next)
      if line.count >= DigestText.leastRulerByteCount, line.count <= 80, line.lowerBound == start,
        text.hasBytes(DigestText.leastRuler, at: start),
        line.allSatisfy({ text[$0] == 0x2D })
      {
        let following = text.nextLine(from: next, to: text.count)
        rulers.append(
          Ruler(
            start: start, next: next, byteCount: line.count,
            isFree: isAfterBlank && text.trimmed(next..<following).isEmpty))
      }
      isAfterBlank = line.isEmpty
      start = next
    }
  }

  /// The messages, each with its header; nil where the text is no digest.
  func messages(limit: Int) -> [[UInt8]]? {
    // More than the limit are left together: nothing is lost.
    guard let sections = sections(), !sections.isEmpty, sections.count <= limit else { return nil }
    return sections.map(message)
  }

  /// What a stretch between two lines of hyphens is.
  private enum Kind { case message, closing, text }

  /// Where the messages lie.
  private func sections() -> [Range<Int>]? {
    let span = text.span
    var sections: [Range<Int>] = []
    var first: Ruler?
    var openers: [Ruler] = []
    var open: Int?
    var isClosed = false
    for (index, ruler) in rulers.enumerated() {
      let end = index + 1 < rulers.count ? rulers[index + 1].start : text.count
      switch kind(of: ruler.next..<end) {
      case .text: continue
      case .message:
        if let open { sections.append(open..<ruler.start) }
        open = ruler.next
        if first == nil { first = ruler } else { openers.append(ruler) }
      case .closing:
        guard let start = open else { continue }
        sections.append(start..<ruler.start)
        openers.append(ruler)
        (open, isClosed) = (nil, true)
      }
    }
    if let open { sections.append(open..<text.count) }
    guard let first, !isHandedOn(before: first.start) else { return nil }
    let isShaped =
      first.isFree && first.byteCount >= 60 && !openers.isEmpty
      && openers.allSatisfy { $0.isFree && (27...35).contains($0.byteCount) }
    let isSaid = callsItselfDigest(span, before: first.start)
    return (isShaped || isSaid) && (isClosed || sections.count > 1) ? sections : nil
  }

  private func kind(of range: Range<Int>) -> Kind {
    let span = text.span
    let content = span.trimmed(range)
    guard !content.isEmpty else { return .text }
    let likeness = HeaderLikeness(span.extracting(0..<range.upperBound), from: content.lowerBound)
    let next = span.nextLine(from: content.lowerBound, to: content.upperBound)
    if likeness.isMessage, hasAuthor(content) { return .message }
    // `End of List Digest` above a line of asterisks, and Mailman's footer, which has a subject alone.
    let following = span.trimmed(next..<span.nextLine(from: next, to: range.upperBound))
    let isUnderlined = following.count > 4 && following.allSatisfy { text[$0] == 0x2A }
    let isFooter = likeness.fieldCount == 1 && likeness.knownCount == 1
    return isUnderlined || isFooter || span.hasBytes("End of ", at: content.lowerBound)
      ? .closing : .text
  }

  private func hasAuthor(_ content: Range<Int>) -> Bool {
    let span = text.span
    var start = content.lowerBound
    for _ in 0..<16 where start < content.upperBound {
      if span.hasBytesIgnoringCase("from:", at: start) { return true }
      if span[start] == 0x0A || span[start] == 0x0D { return false }
      start = span.nextLine(from: start, to: content.upperBound)
    }
    return false
  }

  /// Whether words of somebody stand above, and below them the header or attribution of what they answer.
  ///
  /// Who answers a digest above it, as programs such as Outlook have it, quotes it whole and without marks: the answer
  /// would be lost with the carrier.
  private func isHandedOn(before end: Int) -> Bool {
    let span = text.span
    var hasWords = false
    var start = 0
    while start < min(end, 1 << 16) {
      let next = span.nextLine(from: start, to: end)
      let line = span.trimmed(start..<next)
      defer { start = next }
      guard let first = line.first, let last = line.last else { continue }
      if hasWords {
        if isAttribution(line) { return true }
        if let name = HeaderBlock.fieldName(span, start, next),
          HeaderField.Name(span, name).isCommon,
          HeaderLikeness(span.extracting(0..<end), from: start).isMessage, hasAuthor(start..<end)
        {
          return true
        }
      }
      // Lines such as `-----Original Message-----` and `Begin forwarded message:` are no words.
      if span[first] != 0x2D, span[first] != 0x5F, span[last] != 0x3A { hasWords = true }
    }
    return false
  }

  /// Whether a line ends with a colon behind an address in angle brackets, in whatever language, or behind "wrote".
  private func isAttribution(_ line: Range<Int>) -> Bool {
    let span = text.span
    guard line.count >= 6, span[line.upperBound - 1] == 0x3A else { return false }
    if span.hasBytesIgnoringCase("wrote:", at: line.upperBound - 6) { return true }
    guard let close = line.last(where: { span[$0] == 0x3E }),
      let open = (line.lowerBound..<close).last(where: { span[$0] == 0x3C })
    else { return false }
    return (open..<close).contains { span[$0] == 0x40 }
      || span.firstOffset(of: " at ", in: open..<close) != nil
  }

  /// What Mailman's translations and other programs call a digest in its subject.
  private static let names = [
    "digest", "nachrichtensammlung", "resumen de", "resumo", "lot ", "samling", "sammendrag",
    "дайджест", "подборка", "koosteposti", "sammelmail", "zbornik", "souhrn", "összefoglaló",
    "bülten", "まとめ読み", "요약", "摘要",
  ]

  private func callsItselfDigest(_ span: Span<UInt8>, before start: Int) -> Bool {
    let title = (subject ?? "").lowercased()
    if DigestText.names.contains(where: { title.contains($0) }) { return true }
    let opening = span.string(in: max(0, start - 4096)..<start).lowercased()
    return opening.contains("today's topics") || opening.contains("digest")
  }

  private func message(_ section: Range<Int>) -> [UInt8] {
    let span = text.span
    let content = span.trimmed(section)
    var message = withoutStuffing(content)
    // The text was written anew as a whole: what its headers say of charsets and parts was true once.
    let header = HeaderBlock(message.span, in: 0..<message.count, limits: ParseLimits())
    let stated = header.fields.filter {
      $0.kind == .contentType || $0.kind == .contentTransferEncoding
    }
    let type = stated.first { $0.kind == .contentType }.map {
      ContentField(message.span, in: $0.value)
    }
    let isForeign = ByteCensus(of: message.span).hasHighBytes && charset != nil
    let isPlain = type.map { $0.value == "text/plain" } ?? true
    guard isForeign || !isPlain || stated.contains(where: { $0.kind != .contentType }) else {
      return message + [0x0A]
    }
    for field in stated.reversed() {
      let end = message.span.nextLine(from: field.value.upperBound, to: message.count)
      message.removeSubrange(field.name.lowerBound..<end)
    }
    let flowed = isPlain && type?["format"]?.lowercased() == "flowed" ? "; format=flowed" : ""
    let label = (charset ?? "").filter { $0.isASCII && !$0.isWhitespace && $0 != ";" }
    let line =
      "Content-Type: text/plain\(label.isEmpty ? "" : "; charset=\"\(label)\"")\(flowed)\n"
    return Array(line.utf8) + message + [0x0A]
  }

  private func withoutStuffing(_ range: Range<Int>) -> [UInt8] {
    let span = text.span
    guard span.firstOffset(of: "\n- -", in: range) != nil else { return span.bytes(in: range) }
    var output: [UInt8] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let next = span.nextLine(from: start, to: range.upperBound)
      let isStuffed = span.hasBytes("- -", at: start)
      output.append(contentsOf: span, in: (isStuffed ? start + 2 : start)..<next)
      start = next
    }
    return output
  }
}
