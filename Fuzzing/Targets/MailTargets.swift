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

  /// An mbox, read whole and in small pieces: both ways its items are the same and tile the file.
  static let mbox = FuzzTarget("mbox") { bytes in
    let whole = items(of: bytes, pieceByteCount: max(1, bytes.count))
    var end = 0
    for item in whole {
      precondition(item.bytes.lowerBound == end, "the items leave a gap")
      precondition(item.message.lowerBound >= item.bytes.lowerBound)
      precondition(item.message.upperBound <= item.bytes.upperBound)
      end = item.bytes.upperBound
    }
    precondition(end == bytes.count, "the items do not reach the end")
    precondition(whole == items(of: bytes, pieceByteCount: 97), "pieces give other items")
    let dialect = MboxDialect(judging: bytes.span)
    precondition(dialect.unescape(message: bytes).count <= bytes.count)
  }

  private static func items(of bytes: [UInt8], pieceByteCount: Int) -> [MboxSplitter.Item] {
    var splitter = MboxSplitter()
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
