public import SourceBytes

/// A message that carries several messages: `multipart/digest` (RFC 2046, section 5.1.5), or a text whose messages
/// stand between lines of hyphens (RFC 1153, which GNU Mailman, LISTSERV and the digests of Usenet follow).
///
/// A text counts as a digest only where its lines have the shape that RFC 1153 prescribes, or where subject or first
/// lines call it one: mail that was forwarded below lines of hyphens is part of its carrier. So is a whole digest that
/// stands, without marks of quotation, below an answer to it.
public struct MailDigest: Sendable, Hashable {
  /// The messages, in order, each with a header of its own.
  public var messages: [[UInt8]]
  /// Whether the messages came whole, as parts of MIME, and not as text with a few header fields.
  public var isMIME: Bool
  /// Whether there are more than the limit; the last one holds the rest.
  public var isCut = false

  /// Whether a message has what no digest lacks; false for nearly all mail, at the cost of two searches.
  public static func mayBeDigest(_ bytes: Span<UInt8>) -> Bool {
    bytes.firstOffset(of: "/digest", in: 0..<bytes.count) != nil
      || bytes.firstOffset(of: DigestText.leastRuler, in: 0..<bytes.count) != nil
  }

  /// Reads the messages of a digest; nil where the message is none.
  ///
  /// - Parameters:
  ///   - bytes: The whole message that carries them.
  ///   - subject: Its subject, decoded.
  /// - Complexity: O(n); a message without a line of hyphens and without `/digest` costs two searches.
  public init?(_ bytes: Span<UInt8>, subject: String?, limits: ParseLimits) {
    let end = min(bytes.count, limits.messageByteCount)
    let mayBeMIME = bytes.firstOffset(of: "/digest", in: 0..<end) != nil
    let mayBeText = bytes.firstOffset(of: DigestText.leastRuler, in: 0..<end) != nil
    guard mayBeMIME || mayBeText else { return nil }
    let start = HeaderBlock.start(bytes, in: 0..<end)
    var treeLimits = limits
    treeLimits.partCount = limits.digestMessageCount
    let tree = MIMETree(bytes, in: start..<end, limits: treeLimits)
    if mayBeMIME {
      let messages = MailDigest.parts(of: tree, bytes)
      if !messages.isEmpty {
        (self.messages, isMIME, isCut) = (messages, true, tree.isCut)
        return
      }
    }
    // A text that a program encoded may hold its lines of hyphens behind the encoding; digests are not encoded so.
    guard mayBeText, let part = MailDigest.textPart(of: tree) else { return nil }
    let content = MailDigest.content(of: part, bytes)
    let text = DigestText(content.span, subject: subject, charset: part.type["charset"])
    guard let messages = text.messages(limit: limits.digestMessageCount) else { return nil }
    (self.messages, isMIME) = (messages, false)
  }

  private static func parts(of tree: MIMETree, _ bytes: Span<UInt8>) -> [[UInt8]] {
    tree.parts.filter { isMessage($0, of: tree, bytes) }.map { content(of: $0, bytes) }
  }

  /// Whether a part is one of the messages of a digest.
  static func isMessage(_ part: MIMEPart, of tree: MIMETree, _ bytes: Span<UInt8>) -> Bool {
    guard let parent = part.parent, tree.parts[parent].type.value == "multipart/digest",
      part.type.value.isEmpty || part.type.value == "message/rfc822"
    else { return false }
    return !bytes.trimmed(part.body).isEmpty
  }

  /// The text that a reader sees first: the message itself, or the first part of a mixed one.
  private static func textPart(of tree: MIMETree) -> MIMEPart? {
    let part = tree.parts.first { !$0.isMultipart }
    guard let part, part.depth <= 1 else { return nil }
    return part.type.value.isEmpty || part.type.value == "text/plain" ? part : nil
  }

  private static func content(of part: MIMEPart, _ bytes: Span<UInt8>) -> [UInt8] {
    switch part.encoding {
    case .base64: Base64.decode(bytes, in: part.body)
    case .quotedPrintable: QuotedPrintable.decode(bytes, in: part.body)
    default: bytes.bytes(in: part.body)
    }
  }
}
