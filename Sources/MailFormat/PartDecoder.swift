internal import SourceBytes

/// Turns the bytes of single parts into text, or into the description of an attachment.
struct PartDecoder {
  let limits: ParseLimits
  private var scalarsLeft: Int

  init(limits: ParseLimits) {
    self.limits = limits
    scalarsLeft = limits.textScalarCount
  }

  /// Decodes a text part and adds it to the found.
  mutating func decode(
    _ bytes: Span<UInt8>, _ part: MIMEPart, as kind: ContentReader.TextKind,
    into found: inout MailContent, _ notes: inout MessageNotes
  ) {
    guard PartDecoder.isEncoded(part) else {
      return read(bytes.extracting(part.body), part, kind, into: &found, &notes)
    }
    let content = PartDecoder.content(bytes, part, limit: room + 1)
    read(content.span, part, kind, into: &found, &notes)
  }

  /// Whether a part has to be decoded before it can be read; a multipart never is encoded, whatever it says.
  static func isEncoded(_ part: MIMEPart) -> Bool {
    !part.isMultipart && (part.encoding == .base64 || part.encoding == .quotedPrintable)
  }

  /// The content of an encoded part; what a list server added in plain text below base64 stays.
  static func content(
    _ bytes: Span<UInt8>, _ part: MIMEPart, limit: Int = .max
  ) -> [UInt8] {
    guard part.encoding == .base64 else {
      return QuotedPrintable.decode(bytes, in: part.body, limit: limit)
    }
    let end = Base64.appendedText(bytes, in: part.body)
    var content = Base64.decode(bytes, in: part.body.lowerBound..<end, limit: limit)
    guard content.count < limit else { return content }
    content.append(contentsOf: bytes, in: end..<part.body.upperBound)
    return content
  }

  /// Describes a part that is not shown.
  func attachment(_ bytes: Span<UInt8>, _ part: MIMEPart, type: String) -> MailAttachment {
    let byteCount =
      switch part.encoding {
      case .base64: Base64.decodedByteCount(ofPart: bytes, in: part.body)
      case .quotedPrintable: QuotedPrintable.decode(bytes, in: part.body).count
      case .uuencode:
        EmbeddedFiles.find(in: bytes.extracting(part.body), limit: 1).first?.byteCount
          ?? part.body.count
      case .identity: part.body.count
      }
    let name = part.disposition["filename"] ?? part.type["name"]
    return MailAttachment(
      name: name.flatMap(PartDecoder.fileName), type: type, byteCount: byteCount)
  }

  /// Reads the decoded content of a text part.
  mutating func read(
    _ content: Span<UInt8>, _ part: MIMEPart, _ kind: ContentReader.TextKind,
    into found: inout MailContent, _ notes: inout MessageNotes
  ) {
    guard kind != .plain else {
      let room = limits.partCount - found.attachments.count
      let files = EmbeddedFiles.find(in: content, limit: room)
      guard files.isEmpty else {
        var rest: [UInt8] = []
        var start = 0
        for file in files {
          rest.append(contentsOf: content, in: start..<file.range.lowerBound)
          start = file.range.upperBound
          found.attachments.append(
            MailAttachment(
              name: file.name.flatMap(PartDecoder.fileName), type: file.type,
              byteCount: file.byteCount))
        }
        rest.append(contentsOf: content, in: start..<content.count)
        append(rest.span, part, kind, into: &found, &notes)
        return
      }
      append(content, part, kind, into: &found, &notes)
      return
    }
    append(content, part, kind, into: &found, &notes)
  }

  /// How many bytes a character can take up: four, and shift sequences around them.
  private static let bytesOfScalar = 6

  /// How many bytes of text can be of use yet.
  private var room: Int { (scalarsLeft + 1) * PartDecoder.bytesOfScalar }

  private mutating func append(
    _ whole: Span<UInt8>, _ part: MIMEPart, _ kind: ContentReader.TextKind,
    into found: inout MailContent, _ notes: inout MessageNotes
  ) {
    // What cannot be kept need not be decoded: it would take several times its size.
    let content = whole.extracting(0..<min(whole.count, room))
    if content.count < whole.count { addTooLong(&notes) }
    let census = ByteCensus(of: content)
    let label = part.type["charset"] ?? ""
    let isFlowed = kind == .plain && PartDecoder.isFlowed(part)
    if !census.hasHighBytes, !census.hasControls, !isFlowed, kind != .enriched,
      !PartDecoder.mayShift(label)
    {
      add(content.string(in: 0..<content.count), kind, false, into: &found, &notes)
      return
    }
    var charset = Charset(label)
    if kind == .html, charset.isUnspecific, census.hasHighBytes,
      let stated = PartDecoder.statedCharset(content)
    {
      charset = stated
    }
    if census.hasHighBytes, !charset.isKnown {
      notes.add(.note, "charset-unknown", "the charset `\(charset.label)` is unknown")
    }
    let decoded = charset.decodeUTF8(content)
    found.replacementCount += decoded.lost
    if decoded.isMislabelled {
      notes.add(
        .note, "charset-mislabelled", "the text is not in `\(charset.label)`, as its label says")
    }
    var text = decoded.utf8
    if census.hasHighBytes, let repaired = Mojibake.repaired(text.span) {
      text = repaired
      notes.add(.note, "mojibake", "the text had been encoded as UTF-8 twice; it was repaired")
    }
    text = ReadableText.cleaned(text.span) ?? text
    if isFlowed {
      let deletesSpace = part.type["delsp"].map { Charset($0).label == "yes" } ?? false
      text = FlowedText.join(text.span, deletesSpace: deletesSpace)
    }
    if kind == .enriched { text = EnrichedText.plain(text.span) }
    add(String(decoding: text, as: UTF8.self), kind, isFlowed, into: &found, &notes)
  }

  private mutating func add(
    _ text: String, _ kind: ContentReader.TextKind, _ isFlowed: Bool,
    into found: inout MailContent, _ notes: inout MessageNotes
  ) {
    var content = text
    if content.utf8.count > scalarsLeft {
      let count = content.unicodeScalars.count
      if count > scalarsLeft {
        content = String(String.UnicodeScalarView(content.unicodeScalars.prefix(scalarsLeft)))
        addTooLong(&notes)
      }
      scalarsLeft -= min(count, scalarsLeft)
    } else {
      scalarsLeft -= content.utf8.count
    }
    found.textParts.append(
      MailMessage.TextPart(content: content, isHTML: kind == .html, isFlowed: isFlowed))
  }

  private func addTooLong(_ notes: inout MessageNotes) {
    notes.add(
      .warning, "text-too-long",
      "the text is longer than \(limits.textScalarCount) characters; its end was left out")
  }

  private static func isFlowed(_ part: MIMEPart) -> Bool {
    part.type["format"].map { Charset($0).label == "flowed" } ?? false
  }

  /// Whether a charset gives bytes below 0x80 another meaning.
  private static func mayShift(_ label: String) -> Bool {
    guard !label.isEmpty else { return false }
    let name = Charset(label).label
    return name.utf8.contains { $0 == 0x37 }
      || name.utf8.starts(with: "utf".utf8) && name.utf8.count > 5
      || name.utf8.starts(with: "hz".utf8) || name.utf8.starts(with: "uc".utf8)
      || name.utf8.starts(with: "iso-2022".utf8) || name.utf8.starts(with: "ibm".utf8)
      || name.utf8.starts(with: "unicode".utf8) || name.utf8.starts(with: "ebcdic".utf8)
  }

  /// The charset that an HTML text names in its own head.
  private static func statedCharset(_ content: Span<UInt8>) -> Charset? {
    let head = 0..<min(content.count, 2048)
    var index = 0
    while let mark = content.firstOffset(of: 0x3D, from: index, to: head.upperBound) {
      index = mark + 1
      guard mark >= 7, content.hasBytesIgnoringCase("charset", at: mark - 7) else { continue }
      var end = index
      while end < head.upperBound, end < index + 40, content[end] != 0x3E, content[end] != 0x2F {
        end += 1
      }
      let label = content.string(in: index..<end)
      let charset = Charset(
        String(
          label.utf8.drop { $0 == 0x22 || $0 == 0x27 }.prefix {
            $0 != 0x22 && $0 != 0x27 && $0 != 0x20
          }) ?? "")
      return charset.isKnown ? charset : nil
    }
    return nil
  }

  /// A file name without folders and control characters; nil where nothing is left.
  static func fileName(_ name: String) -> String? {
    let last = name.utf8.lastIndex { $0 == 0x2F || $0 == 0x5C }
    let start = last.map { name.utf8.index(after: $0) } ?? name.startIndex
    let scalars = name[start...].unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }
    let text = String(String.UnicodeScalarView(scalars))
    let range = Array(text.utf8).span.trimmed(0..<text.utf8.count)
    guard !range.isEmpty else { return nil }
    return String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }
}
