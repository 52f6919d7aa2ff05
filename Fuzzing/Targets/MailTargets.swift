internal import MailFormat
internal import SourceBytes

extension FuzzTarget {
  /// One message: header, MIME tree, charsets, date.
  static let mail = FuzzTarget("mail") { bytes in
    var findings: [Finding] = []
    let location = SourceLocation(file: FileID("fuzz"), bytes: 0..<bytes.count)
    let message = MailMessage(parsing: bytes.span, from: location, findings: &findings)
    let codes = Set(MailMessage.findingCodes.map(\.code))
    for finding in findings {
      precondition(codes.contains(finding.code), "\(finding.code) is not listed")
    }
    for part in message.textParts where !part.isHTML {
      precondition(!part.content.unicodeScalars.contains("\r"), "a carriage return is left")
    }
  }

  /// The structure of a message: its parts lie inside it, and those that are shown are what reading it gives.
  static let parts = FuzzTarget("parts") { bytes in
    let structure = MailStructure(parsing: bytes.span)
    precondition(!structure.parts.isEmpty, "a message without a part")
    for part in structure.parts {
      guard let extent = part.extent, let start = part.contentOffset else { continue }
      precondition(extent.upperBound <= bytes.count, "a part reaches beyond the message")
      precondition(extent.contains(start) || start == extent.upperBound, "content out of place")
    }
    var findings: [Finding] = []
    let message = MailMessage(
      parsing: bytes.span, from: SourceLocation(file: FileID("fuzz"), bytes: 0..<bytes.count),
      findings: &findings)
    let shown = structure.parts.filter(\.use.isShown).compactMap(\.text)
    precondition(shown == message.textParts.map(\.content), "parts and message differ")
  }

  /// A digest: the messages that it carries are read in turn.
  static let digest = FuzzTarget("digest") { bytes in
    let digest = MailDigest(bytes.span, subject: "Digest", limits: ParseLimits())
    for message in digest?.messages ?? [] {
      precondition(!message.isEmpty, "a digest holds a message without bytes")
      mail.run(message)
    }
  }

  /// Files whose messages stand between other marks; the first byte chooses which.
  static let separators = FuzzTarget("separators") { bytes in
    let all = MessageSeparator.allCases
    let separator = all[Int(bytes.first ?? 0) % all.count]
    let rest = Array(bytes.dropFirst())
    let whole = items(of: rest, pieceByteCount: max(1, rest.count), separator)
    precondition(whole.reduce(0) { $0 + $1.bytes.count } == rest.count, "bytes are lost")
    precondition(whole == items(of: rest, pieceByteCount: 61, separator), "pieces differ")
  }

  /// A body in some charset: the first bytes, up to a line feed, name it.
  static let charset = FuzzTarget("charset") { bytes in
    let label = bytes.prefix { $0 != 0x0A }
    let body = Array(bytes.dropFirst(label.count + 1))
    let decoded = Charset(String(decoding: label, as: UTF8.self)).decode(body.span)
    precondition(decoded.text.utf8.count <= 16 * body.count + 16, "a text out of nothing")
  }

  /// An mbox, read whole and in small pieces: both ways its items are the same and tile the file.
  static let mbox = FuzzTarget("mbox") { bytes in
    let whole = items(of: bytes, pieceByteCount: max(1, bytes.count))
    var end = 0
    for item in whole {
      precondition(item.bytes.lowerBound == end, "the items leave a gap")
      precondition(item.message.lowerBound >= item.bytes.lowerBound)
      precondition(item.message.upperBound <= item.bytes.upperBound)
      let rest = bytes[item.message.upperBound..<item.bytes.upperBound]
      precondition(
        rest.isEmpty || rest.elementsEqual("\n".utf8) || rest.elementsEqual("\r\n".utf8),
        "a line is lost")
      end = item.bytes.upperBound
    }
    precondition(end == bytes.count, "the items do not reach the end")
    precondition(whole == items(of: bytes, pieceByteCount: 97), "pieces give other items")
    let dialect = MboxDialect(judging: bytes.span)
    precondition(dialect.unescape(message: bytes).count <= bytes.count)
  }

  private static func items(
    of bytes: [UInt8], pieceByteCount: Int, _ separator: MessageSeparator = .envelope
  ) -> [MboxSplitter.Item] {
    var splitter = MboxSplitter(separator: separator)
    var items: [MboxSplitter.Item] = []
    var findings: [Finding] = []
    var start = 0
    var end = min(bytes.count, pieceByteCount)
    while true {
      let item = splitter.next(
        in: bytes[start..<end].span, windowOffset: start, isFinal: end == bytes.count,
        file: FileID("fuzz"), findings: &findings)
      if let item {
        items.append(item)
        start = item.bytes.upperBound
      } else if end == bytes.count {
        return items
      } else {
        end = min(bytes.count, end + pieceByteCount)
      }
    }
  }
}
