internal import SourceBytes

/// The `X-Thresh-…` header fields that carry through mbox what mail itself has no field for.
///
/// Export writes them at the top of each message and import takes them out again, so that export and import give the
/// same archive. Texts are percent-encoded UTF-8, so that every field is plain ASCII.
public struct ExchangeFields: Sendable, Hashable {
  /// What the name of every field starts with.
  public static let prefix = "X-Thresh-"
  /// The domain of the Message-IDs that posts without one are given (RFC 2606 §2).
  public static let domain = "thresh.invalid"

  /// The venues of the post; the first is that of its best copy.
  public var venues: [Venue] = []
  /// The id of a post that has no Message-ID.
  public var id: PostID?
  /// The ids that it answers, where its own bytes do not state them.
  public var inReplyTo: [MessageID] = []
  /// The ids of its ancestors, where its own bytes do not state them.
  public var references: [MessageID] = []
  /// What was stated about its parent beyond headers.
  public var replies: [StatedReply] = []
  /// Where it stood on its page.
  public var order = PageOrder()
  /// All that a post without mail of its own is made of, but its text; nil for mail with its original bytes.
  public var post: Post?

  /// Gathers what the fields of `archived` must say.
  ///
  /// - Parameter isSynthesized: Whether the message is made up from the post, for want of original mail.
  public init(_ archived: ArchivedPost, isSynthesized: Bool) {
    venues = archived.venues
    if archived.post.messageID == nil { id = archived.post.id }
    replies = archived.statements
    if isSynthesized {
      post = archived.post
      order = archived.order
    } else if !archived.hasOwnReferences {
      inReplyTo = archived.post.inReplyTo
      references = archived.post.references
    }
  }

  /// Reads the fields of a message.
  ///
  /// - Parameter values: The values of all fields of a name, in order.
  /// - Parameter id: The id of the post by its Message-ID, where it has one.
  public init(messageID: PostID?, values: (String) -> [String]) {
    func texts(_ name: String) -> [[String]] {
      values(ExchangeFields.prefix + name).map { value in
        value.split(separator: ";", omittingEmptySubsequences: false)
          .map { ExchangeFields.decoded($0.drop { $0 == " " }) }
      }
    }
    venues = texts("Venue").compactMap { parts in
      guard parts.count == 3, let kind = Venue.Kind(rawValue: parts[1]) else { return nil }
      return Venue(id: parts[0], name: parts[2], kind: kind)
    }
    id = texts("ID").first?.first.map { PostID($0) }
    inReplyTo = texts("In-Reply-To").joined().map { MessageID($0) }
    references = texts("References").joined().map { MessageID($0) }
    replies = texts("Parent").compactMap { ExchangeFields.reply($0) }
    if let parts = texts("Kind").first, parts.count == 2, let kind = PostKind(rawValue: parts[0]) {
      var post = Post(id: id ?? messageID ?? PostID(""), kind: kind)
      post.status = PostStatus(rawValue: parts[1]) ?? .published
      post.messageID = texts("Message-ID").first?.first.map { MessageID($0) }
      if let parts = texts("Author").first, parts.count == 3 {
        post.author = Author(
          name: parts[0].nonEmpty, address: parts[1].nonEmpty, url: parts[2].nonEmpty)
      }
      post.date = texts("Date").first.flatMap { ExchangeFields.date($0) }
      post.subject = texts("Subject").first?.first
      post.permalink = texts("Permalink").first?.first
      if let parts = texts("Order").first, parts.count == 2 {
        order = PageOrder(instant: Int64(parts[0]), position: Int(parts[1]) ?? 0)
      }
      post.ordinal = texts("Ordinal").first?.first.flatMap { Int($0) }
      post.language = texts("Language").first?.first
      post.attachments = texts("Attachment").compactMap { parts in
        guard parts.count == 3, let byteCount = Int(parts[0]) else { return nil }
        return Attachment(name: parts[2].nonEmpty, type: parts[1], byteCount: byteCount)
      }
      self.post = post
    }
  }

  /// The lines of the fields, without line ends.
  public var lines: [String] {
    func line(_ name: String, _ parts: [String]) -> String {
      ExchangeFields.prefix + name + ": "
        + parts.map { ExchangeFields.encoded($0) }.joined(separator: "; ")
    }
    var lines = venues.map { line("Venue", [$0.id, $0.kind.rawValue, $0.name]) }
    if let id { lines.append(line("ID", [id.text])) }
    if !inReplyTo.isEmpty { lines.append(line("In-Reply-To", inReplyTo.map(\.asWritten))) }
    if !references.isEmpty { lines.append(line("References", references.map(\.asWritten))) }
    for reply in replies {
      guard case .id(let parent) = reply.parent else { continue }
      let range = reply.evidence.range.map { "\($0.lowerBound)-\($0.upperBound)" } ?? ""
      lines.append(
        line(
          "Parent",
          [
            parent.text, reply.evidence.kind.rawValue, "\(reply.evidence.weight)",
            "\(reply.confidence)", range, reply.evidence.detail,
          ]))
    }
    guard let post else { return lines }
    // Pages print ids that no header may carry, such as ones with blanks.
    if let id = post.messageID?.asWritten, !id.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) {
      lines.append(line("Message-ID", [id]))
    }
    lines.append(line("Kind", [post.kind.rawValue, post.status.rawValue]))
    lines.append(
      line("Author", [post.author.name ?? "", post.author.address ?? "", post.author.url ?? ""]))
    if let date = post.date {
      let offset = date.stated.offsetMinutes.map { "\($0)" } ?? ""
      lines.append(
        line(
          "Date",
          [
            "\(date.stated.instant)", offset, date.stated.precision.rawValue,
            date.source.rawValue, date.asWritten,
          ]))
    }
    if let subject = post.subject { lines.append(line("Subject", [subject])) }
    if let permalink = post.permalink { lines.append(line("Permalink", [permalink])) }
    if let ordinal = post.ordinal { lines.append(line("Ordinal", ["\(ordinal)"])) }
    if order != PageOrder() {
      lines.append(line("Order", [order.instant.map { "\($0)" } ?? "", "\(order.position)"]))
    }
    if let language = post.language { lines.append(line("Language", [language])) }
    for file in post.attachments {
      lines.append(line("Attachment", ["\(file.byteCount)", file.type, file.name ?? ""]))
    }
    return lines
  }

  private static func reply(_ parts: [String]) -> StatedReply? {
    guard parts.count == 6, let kind = Evidence.Kind(rawValue: parts[1]),
      let weight = Double(parts[2]), let confidence = Double(parts[3])
    else { return nil }
    let bounds = parts[4].split(separator: "-").compactMap { Int($0) }
    let range = bounds.count == 2 && bounds[0] <= bounds[1] ? bounds[0]..<bounds[1] : nil
    return StatedReply(
      child: .own, parent: .id(PostID(parts[0])),
      evidence: Evidence(kind, weight: weight, detail: parts[5], range: range),
      confidence: confidence)
  }

  private static func date(_ parts: [String]) -> PostDate? {
    guard parts.count == 5, let instant = Int64(parts[0]),
      let precision = StatedDate.Precision(rawValue: parts[2]),
      let source = PostDate.Source(rawValue: parts[3])
    else { return nil }
    return PostDate(
      stated: StatedDate(instant: instant, offsetMinutes: Int(parts[1]), precision: precision),
      source: source, asWritten: parts[4])
  }

  private static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "%"), UInt8(ascii: ";"), UInt8(ascii: "="), 0...0x20, 0x7f...:
        bytes.append(contentsOf: [
          UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)],
        ])
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
