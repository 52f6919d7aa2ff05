public import SourceBytes

/// One message of Internet mail or news, read from its bytes (RFC 5322, MIME).
///
/// Every message can be read: what is odd becomes a finding, and what is missing is nil or empty.
public struct MailMessage: Sendable, Hashable {
  /// A piece of the message that is there to be read.
  public struct TextPart: Sendable, Hashable {
    /// The text with LF line ends and no control characters; where it is HTML, the markup as it stands.
    public var content: String
    /// Whether the text is HTML.
    public var isHTML: Bool
    /// Whether its lines were joined as format=flowed asks.
    public var isFlowed: Bool

    /// Names a piece of text.
    public init(content: String, isHTML: Bool = false, isFlowed: Bool = false) {
      self.content = content
      self.isHTML = isHTML
      self.isFlowed = isFlowed
    }
  }

  /// The Message-ID as written, without brackets, blanks and folds.
  public internal(set) var messageID: String?
  /// The ids of In-Reply-To, in the order of the field; addresses of the people concerned are left out.
  public internal(set) var inReplyTo: [String] = []
  /// The ids of References, oldest first as the field has them.
  public internal(set) var references: [String] = []
  /// The authors.
  public internal(set) var from: [MailAddress] = []
  /// Who sent it in the name of the authors.
  public internal(set) var sender: [MailAddress] = []
  /// Where answers should go; read when asked for.
  public var replyTo: [MailAddress] { addresses(.replyTo) }
  /// To whom it was written; read when asked for.
  public var to: [MailAddress] { addresses(.to) }
  /// Who got a copy; read when asked for.
  public var cc: [MailAddress] { addresses(.cc) }
  /// When it was written; nil where no line tells.
  public internal(set) var date: MailDate?
  /// The subject, decoded and unfolded; nil where the field is missing.
  public internal(set) var subject: String?
  /// The identifier of the mailing list, without brackets (RFC 2919).
  public internal(set) var listID: String?
  /// The newsgroups it was posted to.
  public internal(set) var newsgroups: [String] = []
  /// What there is to read, in reading order.
  ///
  /// Of alternatives only the plainest that is not empty.
  public var textParts: [TextPart] { content.textParts }
  /// Everything else that it carries, in the order of the message.
  public var attachments: [MailAttachment] { content.attachments }
  /// How many characters could not be decoded and became U+FFFD.
  public var replacementCount: Int { content.replacementCount }

  private var content = MailContent()
  private let headerBytes: [UInt8]
  private let headerFields: [HeaderField]
  private let headerCharset: Charset?

  /// Reads a message.
  ///
  /// - Parameters:
  ///   - bytes: The message without its envelope line, with the escaping of its mbox taken out.
  ///   - envelope: The envelope line without its line end, where there is one: the last resort for a date.
  ///   - location: Where the message lies; every finding is about this place.
  ///   - limits: Bounds for hostile input; what lies beyond them is left out with a finding.
  ///   - findings: Gets what was odd.
  /// - Complexity: O(n).
  public init(
    parsing bytes: Span<UInt8>, envelope: [UInt8]? = nil, from location: SourceLocation,
    limits: ParseLimits = ParseLimits(), findings: inout [Finding]
  ) {
    let end = min(bytes.count, limits.messageByteCount)
    var notes = MessageNotes(location: location)
    if end < bytes.count {
      notes.add(.error, "message-too-long", "only the first \(end) bytes of the message were read")
    }
    let start = HeaderBlock.start(bytes, in: 0..<end)
    let tree = MIMETree(bytes, in: start..<end, limits: limits)
    let header = tree.parts[0].header
    headerBytes = bytes.bytes(in: 0..<header.bodyStart)
    headerFields = header.fields
    let charset = tree.charset
    headerCharset = charset
    readFields(bytes)
    date = MailMessage.date(bytes, header.fields, envelope: envelope, &notes)
    notes.add(header, isEmpty: end == 0)
    notes.add(tree)
    if MessageNesting.isBeyond(limits, bytes, tree) { notes.addTooDeep() }
    ContentReader(tree: tree, limits: limits).read(bytes, into: &content, &notes)
    if replacementCount > 0 {
      notes.add(
        .warning, "characters-lost",
        "\(replacementCount) characters could not be decoded and became U+FFFD")
    }
    findings += notes.findings
  }

  /// The values of every field called `name`, in order, unfolded and decoded.
  ///
  /// - Parameter name: The name in any letter case, without a colon.
  public func fieldValues(_ name: String) -> [String] {
    let wanted = Array(name.utf8).map(\.asciiLowercased)
    let bytes = headerBytes.span
    var values: [String] = []
    for field in headerFields where field.name.count == wanted.count {
      var isSame = true
      for (offset, byte) in wanted.enumerated()
      where bytes[field.name.lowerBound + offset].asciiLowercased != byte {
        isSame = false
        break
      }
      if isSame {
        values.append(EncodedWords.decode(bytes, in: field.value, fallback: headerCharset).text)
      }
    }
    return values
  }

  private mutating func readFields(_ bytes: Span<UInt8>) {
    var repliedTo: [Range<Int>] = []
    for field in headerFields where !field.value.isEmpty {
      switch field.kind {
      case .messageID where messageID == nil:
        messageID = MessageIDList.parseOwn(bytes, in: field.value)
      case .inReplyTo: repliedTo.append(field.value)
      case .references where references.count < MessageIDList.limit:
        let ids = MessageIDList.parse(bytes, in: field.value)
        if references.isEmpty { references = ids } else { references += ids }
      case .from where from.isEmpty: from = addresses(bytes, field.value)
      case .sender where sender.isEmpty: sender = addresses(bytes, field.value)
      case .subject where subject == nil:
        let decoded = EncodedWords.decode(bytes, in: field.value, fallback: headerCharset)
        subject = decoded.text
        content.replacementCount += decoded.replacementCount
      case .listID where listID == nil: listID = MailMessage.listID(bytes, field.value)
      case .newsgroups where newsgroups.isEmpty:
        let text = EncodedWords.decode(bytes, in: field.value).text
        newsgroups = text.utf8.split { $0 == 0x2C || $0.isASCIIWhitespace }.map { String($0) ?? "" }
      default: break
      }
    }
    if subject == nil, headerFields.contains(where: { $0.kind == .subject }) { subject = "" }
    for value in repliedTo {
      var ids = MessageIDList.parse(bytes, in: value)
      ids.removeAll { isAddressOfSomebody($0) }
      if inReplyTo.isEmpty { inReplyTo = ids } else { inReplyTo += ids }
    }
  }

  private mutating func addresses(_ bytes: Span<UInt8>, _ value: Range<Int>) -> [MailAddress] {
    let parsed = AddressParser.parse(bytes, in: value, fallback: headerCharset)
    content.replacementCount += parsed.replacementCount
    return parsed.mailboxes
  }

  /// The mailboxes of all fields of one kind.
  private func addresses(_ kind: HeaderField.Name) -> [MailAddress] {
    var mailboxes: [MailAddress] = []
    for field in headerFields
    where field.kind == kind && mailboxes.count < AddressParser.limit {
      mailboxes +=
        AddressParser.parse(
          headerBytes.span, in: field.value, fallback: headerCharset
        ).mailboxes
    }
    return mailboxes
  }

  /// Whether what stands in In-Reply-To is no id but the address of somebody concerned.
  private func isAddressOfSomebody(_ id: String) -> Bool {
    let wanted = id.utf8Span.span
    // Reading addresses costs much more than seeing that the id stands nowhere among them.
    return headerFields.contains { field in
      field.kind.holdsAddresses && occurs(wanted, in: field.value)
        && addresses(field.kind).prefix(100).contains {
          $0.address.map {
            $0.utf8.elementsEqual(id.utf8) { $0.asciiLowercased == $1.asciiLowercased }
          } ?? false
        }
    }
  }

  /// Whether bytes stand in a field, whatever their ASCII case.
  private func occurs(_ wanted: Span<UInt8>, in range: Range<Int>) -> Bool {
    guard wanted.count > 0, wanted.count <= range.count else { return false }
    let first = wanted[0].asciiLowercased
    let bytes = headerBytes.span
    for start in range.lowerBound...(range.upperBound - wanted.count)
    where bytes[start].asciiLowercased == first {
      var count = 1
      while count < wanted.count,
        bytes[start + count].asciiLowercased == wanted[count].asciiLowercased
      {
        count += 1
      }
      if count == wanted.count { return true }
    }
    return false
  }

  private static func listID(_ bytes: Span<UInt8>, _ value: Range<Int>) -> String? {
    if let id = MessageIDList.parse(bytes, in: value).last, !id.isEmpty { return id }
    let text = EncodedWords.decode(bytes, in: value).text
    return text.isEmpty ? nil : text
  }
}
