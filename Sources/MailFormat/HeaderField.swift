internal import SourceBytes

/// A field of a header, as ranges of the bytes of the message.
struct HeaderField: Sendable, Hashable {
  /// The names that are read here.
  enum Name: Sendable, Hashable {
    case from, sender, replyTo, to, cc, date, subject, messageID, inReplyTo, references, received
    case listID, newsgroups, contentType, contentDisposition, contentTransferEncoding
    case contentID, contentDescription, returnPath, mimeVersion, other

    init(_ bytes: Span<UInt8>, _ name: Range<Int>) {
      let first = name.isEmpty ? 0 : bytes[name.lowerBound].asciiLowercased
      func has(_ text: StaticString) -> Bool {
        first == text.utf8Start.pointee && bytes.equalsIgnoringCase(text, in: name)
      }
      self =
        switch name.count {
        case 2: has("to") ? .to : has("cc") ? .cc : .other
        case 4: has("from") ? .from : has("date") ? .date : .other
        case 6: has("sender") ? .sender : .other
        case 7: has("subject") ? .subject : has("list-id") ? .listID : .other
        case 8: has("received") ? .received : has("reply-to") ? .replyTo : .other
        case 10 where has("message-id"): .messageID
        case 10 where has("references"): .references
        case 10: has("newsgroups") ? .newsgroups : has("content-id") ? .contentID : .other
        case 11: has("in-reply-to") ? .inReplyTo : has("return-path") ? .returnPath : .other
        case 12: has("content-type") ? .contentType : has("mime-version") ? .mimeVersion : .other
        case 19 where has("content-disposition"): .contentDisposition
        case 19: has("content-description") ? .contentDescription : .other
        case 25: has("content-transfer-encoding") ? .contentTransferEncoding : .other
        default: .other
        }
    }

    /// Whether it names people concerned by their addresses.
    var holdsAddresses: Bool {
      switch self {
      case .from, .sender, .replyTo, .to, .cc: true
      default: false
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
