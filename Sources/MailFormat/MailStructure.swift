public import SourceBytes

/// The MIME structure of a message: every part, attached messages opened, and what became of it.
///
/// Where ``MailMessage`` keeps what is read, this keeps how the message is built. Parts of attached messages are numbered
/// below the part that holds them, as IMAP does.
public struct MailStructure: Sendable, Hashable {
  /// The parts in the order of the message, each behind the one that holds it.
  public private(set) var parts: [MailPart] = []
  /// Whether parts were left together because of a limit.
  public private(set) var isCut = false
  /// The content of the part that was asked for, without its transfer encoding; nil where there is none.
  public private(set) var content: [UInt8]?

  /// A message whose parts are still to be numbered.
  private struct Waiting {
    var bytes: [UInt8]
    var range: Range<Int>
    /// The number of the part that holds it, with a dot; empty for the message itself.
    var prefix: String
    var depth: Int
    /// Whether places in `bytes` are places in the message.
    var isInPlace: Bool
    /// How many messages stand around it.
    var level: Int
    /// Where its parts go.
    var place: Int
  }

  /// Reads the structure of a message.
  ///
  /// - Parameters:
  ///   - bytes: The message without its envelope line.
  ///   - wanted: The number of the part whose content is wanted too.
  /// - Complexity: O(n) for each level of messages inside messages, which `limits.depth` bounds together with the parts.
  public init(
    parsing bytes: Span<UInt8>, contentOf wanted: String? = nil,
    limits: ParseLimits = ParseLimits()
  ) {
    let end = min(bytes.count, limits.messageByteCount)
    var waiting = [
      Waiting(
        bytes: bytes.bytes(in: 0..<end), range: 0..<end, prefix: "", depth: 0, isInPlace: true,
        level: 0, place: 0)
    ]
    while let next = waiting.popLast() {
      guard next.level < limits.depth, parts.count < limits.partCount else {
        isCut = true
        continue
      }
      read(next, wanted?.uppercased(), limits, &waiting)
    }
  }

  private mutating func read(
    _ message: Waiting, _ wanted: String?, _ limits: ParseLimits, _ waiting: inout [Waiting]
  ) {
    let span = message.bytes.span
    let start = HeaderBlock.start(span, in: message.range)
    let tree = MIMETree(span, in: start..<message.range.upperBound, limits: limits)
    if tree.isCut { isCut = true }
    let reader = ContentReader(tree: tree, limits: limits)
    let uses = MailStructure.uses(of: tree, reader, span)
    let numbers = MailStructure.numbers(of: tree, prefix: message.prefix)
    var found: [MailPart] = []
    var inner: [Waiting] = []
    for (index, part) in tree.parts.enumerated() {
      let decoded = PartDecoder.isEncoded(part) ? PartDecoder.content(span, part) : nil
      let whole = decoded ?? message.bytes
      let place = decoded?.indices ?? part.body
      let content = whole.span.extracting(place)
      var described = reader.describe(
        content, index, bytes: span, isInPlace: message.isInPlace)
      described.number = numbers[index]
      described.depth = message.depth + part.depth
      described.use = message.level == 0 ? uses[index] : .attached
      if described.number == wanted { self.content = whole.span.bytes(in: place) }
      if index == 0, message.level == 0 { described.envelope = MailStructure.envelope(span) }
      if part.childCount == 0, MailStructure.isMessage(described.type),
        HeaderBlock.hasField(content)
      {
        described.envelope = MailStructure.envelope(content)
        inner.append(
          Waiting(
            bytes: whole, range: place, prefix: described.number + ".",
            depth: described.depth + 1, isInPlace: message.isInPlace && decoded == nil,
            level: message.level + 1, place: message.place + found.count + 1))
      }
      found.append(described)
    }
    parts.insert(contentsOf: found, at: message.place)
    // The last is read first, so that the places of the others stay.
    waiting += inner
  }

  /// What becomes of each part, seen from outside: the messages of a digest are posts.
  private static func uses(
    of tree: MIMETree, _ reader: ContentReader, _ bytes: Span<UInt8>
  ) -> [MailPart.Use] {
    var uses = reader.uses(bytes)
    for (index, part) in tree.parts.enumerated() {
      guard let parent = part.parent, MailDigest.isMessage(part, of: tree, bytes) else { continue }
      uses[index] = .post
      uses[parent] = .digest
    }
    return uses
  }

  /// Whether a part of that type is a message, opened where it has a header.
  ///
  /// Without any field it is a file that is called a message: RFC 2046, section 5.2.1, asks for one at least.
  static func isMessage(_ type: String) -> Bool {
    type == "message/rfc822" || type == "message/global" || type == "message/news"
  }

  private static func envelope(_ bytes: Span<UInt8>) -> MailPart.Envelope {
    var ignored: [Finding] = []
    let end = min(bytes.count, 1 << 20)
    let header = HeaderBlock(
      bytes, in: HeaderBlock.start(bytes, in: 0..<end)..<end, limits: ParseLimits())
    let message = MailMessage(
      parsing: bytes.extracting(0..<header.bodyStart),
      from: SourceLocation(file: FileID(""), bytes: 0..<0), findings: &ignored)
    return MailPart.Envelope(
      subject: message.subject, from: message.from.first ?? message.sender.first,
      date: message.date, messageID: message.messageID)
  }

  /// The numbers of the parts of one message.
  private static func numbers(of tree: MIMETree, prefix: String) -> [String] {
    var numbers: [String] = []
    for part in tree.parts {
      guard let parent = part.parent else {
        numbers.append(prefix + (part.childCount > 0 ? "TEXT" : "1"))
        continue
      }
      let above = tree.parts[parent].parent == nil ? prefix : numbers[parent] + "."
      numbers.append("\(above)\(part.ordinal + 1)")
    }
    return numbers
  }
}

extension ContentReader {
  /// Describes a part; its number, its depth and what became of it are for the caller to say.
  fileprivate func describe(
    _ content: Span<UInt8>, _ index: Int, bytes: Span<UInt8>, isInPlace: Bool
  ) -> MailPart {
    let part = tree.parts[index]
    let stated = part.disposition["filename"] ?? part.type["name"]
    var described = MailPart(
      number: "", depth: 0, type: part.isMultipart ? part.type.value : type(of: part),
      charset: part.type["charset"],
      encoding: part.field(.contentTransferEncoding).map {
        ContentField(bytes, in: $0.value).value
      },
      disposition: part.disposition.value.isEmpty ? nil : part.disposition.value,
      name: stated.flatMap(PartDecoder.fileName), statedName: stated,
      extent: isInPlace ? part.start..<max(part.start, part.body.upperBound) : nil,
      contentOffset: isInPlace ? part.body.lowerBound : nil, encodedByteCount: part.body.count,
      byteCount: content.count, digest: ContentDigest(of: content), use: .container)
    guard part.childCount == 0, let kind = ContentReader.textKind(part, in: tree) else {
      return described
    }
    var decoder = PartDecoder(limits: limits)
    var found = MailContent()
    var notes = MessageNotes(location: SourceLocation(file: FileID(""), bytes: 0..<0))
    decoder.read(content, part, kind, into: &found, &notes)
    described.text = found.textParts.map(\.content).joined()
    described.files = found.attachments
    return described
  }
}
