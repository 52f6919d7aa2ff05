internal import SourceBytes

/// A field of a header, as ranges of the bytes of the message.
struct HeaderField: Sendable, Hashable {
  /// The names that are read here.
  enum Name: Sendable, Hashable {
    case from, sender, replyTo, to, cc, date, subject, messageID, inReplyTo, references, received
    case listID, newsgroups, contentType, contentDisposition, contentTransferEncoding
    case contentID, contentDescription, returnPath, mimeVersion, other

    init(_ bytes: Span<UInt8>, _ name: Range<Int>) {
      func has(_ text: StaticString) -> Bool { bytes.equalsIgnoringCase(text, in: name) }
      let first = name.isEmpty ? 0 : bytes[name.lowerBound].asciiLowercased
      self =
        switch (name.count, first) {
        case (2, 0x74) where has("to"): .to
        case (2, 0x63) where has("cc"): .cc
        case (4, 0x66) where has("from"): .from
        case (4, 0x64) where has("date"): .date
        case (6, 0x73) where has("sender"): .sender
        case (7, 0x73) where has("subject"): .subject
        case (7, 0x6C) where has("list-id"): .listID
        case (8, 0x72) where has("reply-to"): .replyTo
        case (8, 0x72) where has("received"): .received
        case (10, 0x6D) where has("message-id"): .messageID
        case (10, 0x72) where has("references"): .references
        case (10, 0x6E) where has("newsgroups"): .newsgroups
        case (10, 0x63) where has("content-id"): .contentID
        case (11, 0x69) where has("in-reply-to"): .inReplyTo
        case (11, 0x72) where has("return-path"): .returnPath
        case (12, 0x63) where has("content-type"): .contentType
        case (12, 0x6D) where has("mime-version"): .mimeVersion
        case (19, 0x63) where has("content-disposition"): .contentDisposition
        case (19, 0x63) where has("content-description"): .contentDescription
        case (25, 0x63) where has("content-transfer-encoding"): .contentTransferEncoding
        default: .other
        }
    }

    /// Whether nearly every message has it.
    var isCommon: Bool {
      switch self {
      case .from, .date, .subject, .to, .messageID, .received, .returnPath, .sender, .mimeVersion,
        .replyTo, .newsgroups, .cc, .contentType:
        true
      default: false
      }
    }
  }

  let kind: Name
  /// The name without blanks and colon.
  let name: Range<Int>
  /// The value with its folds, without the blanks around it.
  let value: Range<Int>
}
