internal import Discussion
internal import HTMLArchive
internal import MailFormat
internal import SourceBytes

/// What the first bytes of a file look like.
enum ContentKind: Equatable {
  /// Compressed or bundled: members must be read out of it first.
  case bundle
  /// Pages as a crawler fetched them, with what was asked and answered.
  case webArchive
  /// Messages separated by `From ` lines.
  case mbox
  /// Messages separated by other marks.
  case separated(MessageSeparator)
  /// A batch of news under a line that says how it was compressed: `#! gunbatch`.
  case compressedBatch(lineByteCount: Int)
  /// Messages as objects of JSON.
  case records
  /// One message.
  case message
  /// Markup.
  case page
  /// Text of another kind.
  case text
  /// Nothing that people read.
  case binary
  /// No bytes at all.
  case empty

  /// The kind that a reader of the command line asks for; nil for formats that are told by their content alone.
  init?(forced format: String) {
    switch format {
    case MailFormatNames.mbox, MailFormatNames.pipermailText: self = .mbox
    case MailFormatNames.message: self = .message
    case MailFormatNames.mmdf: self = .separated(.mmdf)
    case MailFormatNames.listservLog: self = .separated(.ruler)
    case MailFormatNames.sympaLog: self = .separated(.cut)
    case MailFormatNames.newsBatch: self = .separated(.rnews)
    case MailFormatNames.babyl: self = .separated(.babyl)
    case MailFormatNames.perceval, MailFormatNames.ponyMail: self = .records
    default: return nil
    }
  }

  /// Looks at the first bytes of a member.
  init(sniffing head: Span<UInt8>) {
    let bytes = ContentKind.narrowed(Array(copying: head.extracting(0..<min(head.count, 4096))))
    if bytes.isEmpty {
      self = .empty
    } else if ContentKind.isBundle(bytes) || ContentKind.isTar(bytes) {
      self = .bundle
    } else if WebArchiveReader.opens(bytes) {
      self = .webArchive
    } else if ContentKind.startsMbox(bytes) {
      self = .mbox
    } else if let separator = MessageSeparator(openingFile: bytes.span) {
      self = .separated(separator)
    } else if let byteCount = ContentKind.compressedBatchLine(bytes) {
      self = .compressedBatch(lineByteCount: byteCount)
    } else if ContentKind.isMarkup(bytes) {
      self = .page
    } else if MailRecords.opensAsRecords(head) {
      self = .records
    } else if PageReader.opensAsData(bytes) {
      self = .text
    } else if MHTMLPage.opens(bytes) {
      self = .page
    } else if ContentKind.startsMessage(bytes) {
      self = .message
    } else {
      self = bytes.prefix(1024).contains(0) ? .binary : .text
    }
  }

  /// UTF-16 with a byte order mark as one byte a character; browsers and editors on Windows save it so.
  private static func narrowed(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.count > 3, bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff])
    else { return bytes }
    let isLittle = bytes[0] == 0xff
    return stride(from: 2, to: bytes.count - 1, by: 2).map { offset in
      let high = bytes[offset + (isLittle ? 1 : 0)]
      let low = bytes[offset + (isLittle ? 0 : 1)]
      return high == 0 ? low : 0x3f
    }
  }

  private static let signatures: [[UInt8]] = [
    [0x1f, 0x8b], [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], [0x28, 0xb5, 0x2f, 0xfd],
    [0x04, 0x22, 0x4d, 0x18], [0x50, 0x4b, 0x03, 0x04], [0x1f, 0x9d],
    [0x4c, 0x5a, 0x49, 0x50, 0x01], ContentKind.sevenZip,
  ]

  private static let sevenZip: [UInt8] = [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]

  /// Whether the bytes open a 7-Zip file, whose table of contents stands at its end.
  static func opensSevenZip(_ head: [UInt8]) -> Bool { head.starts(with: sevenZip) }

  /// The line that `rnews` programs put above a compressed batch.
  private static func compressedBatchLine(_ bytes: [UInt8]) -> Int? {
    guard bytes.starts(with: "#! ".utf8), let end = bytes.prefix(32).firstIndex(of: 0x0a) else {
      return nil
    }
    let name = String(decoding: bytes[3..<end], as: UTF8.self)
    return ["cunbatch", "gunbatch", "zunbatch", "xunbatch", "bunbatch", "c7unbatch"].contains(name)
      && ContentKind.isBundle(Array(bytes[(end + 1)...])) ? end + 1 : nil
  }

  private static func isBundle(_ bytes: [UInt8]) -> Bool {
    signatures.contains { bytes.starts(with: $0) } || isBzip2(bytes)
  }

  /// `BZh`, the block size as a digit, and the mark of a block or of the end.
  private static func isBzip2(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 4, bytes.starts(with: "BZh".utf8), (0x31...0x39).contains(bytes[3]) else {
      return false
    }
    let mark = bytes[4..<min(10, bytes.count)]
    return [0x31, 0x41, 0x59, 0x26, 0x53, 0x59].starts(with: mark)
      || [0x17, 0x72, 0x45, 0x38, 0x50, 0x90].starts(with: mark)
  }

  private static func isTar(_ bytes: [UInt8]) -> Bool {
    bytes.count > 262 && bytes[257..<262].elementsEqual("ustar".utf8)
  }

  /// The text after a byte order mark and empty lines.
  private static func body(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    let rest = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? bytes.dropFirst(3) : bytes[...]
    return rest.drop { $0 == 0x0a || $0 == 0x0d || $0 == 0x20 || $0 == 0x09 }
  }

  private static func startsMbox(_ bytes: [UInt8]) -> Bool {
    let line = body(bytes).prefix { $0 != 0x0a }
    guard line.starts(with: "From ".utf8) else { return false }
    if line.contains(UInt8(ascii: ":")), line.contains(where: { (0x30...0x39).contains($0) }) {
      return true
    }
    // Some exporters write no address or no date; a header field below tells then.
    let words = line.split { $0 == 0x20 || $0 == 0x0d }
    let field = body(bytes).dropFirst(line.count + 1).prefix { (0x21...0x7e).contains($0) }
    return words.count <= 2 && field.dropFirst().contains(UInt8(ascii: ":"))
  }

  private static func isMarkup(_ bytes: [UInt8]) -> Bool {
    let start = body(bytes)
    guard start.first == UInt8(ascii: "<") else { return false }
    return holds(
      [
        "<!doctype", "<html", "<head", "<body", "<!--", "<?xml", "<rss", "<title", "<meta",
      ], in: start.prefix(2048))
  }

  /// Whether markup is a page of HTML and no export in XML.
  static func isHTML(_ head: [UInt8]) -> Bool {
    let start = body(narrowed(Array(head.prefix(4096)))).prefix(2048)
    return holds(["<html"], in: start) && !holds(["<rss", "<feed"], in: start)
  }

  /// Whether one of these stands somewhere, letter case aside.
  ///
  /// - Parameter marks: In lower case; each begins with `<`, which is what is looked for.
  private static func holds(_ marks: [StaticString], in bytes: ArraySlice<UInt8>) -> Bool {
    let span = bytes.span
    var place = 0
    while let open = span.firstOffset(of: UInt8(ascii: "<"), from: place, to: span.count) {
      if marks.contains(where: { span.hasBytesIgnoringCase($0, at: open) }) { return true }
      place = open + 1
    }
    return false
  }

  /// Whether field lines with one that every message has stand at the start (RFC 5322 §2.2).
  private static func startsMessage(_ bytes: [UInt8]) -> Bool {
    let telling: Set<String> = [
      "from", "message-id", "received", "return-path", "mime-version", "newsgroups",
      "delivered-to", "x-mozilla-status",
    ]
    // Other texts have such names too, as the front matter of a web page does; two of them tell.
    let usual: Set<String> = [
      "date", "subject", "to", "path", "references", "in-reply-to", "content-transfer-encoding",
      "content-disposition",
    ]
    var evidence = 0
    for line in body(bytes).split(separator: 0x0a, omittingEmptySubsequences: false).prefix(60) {
      let line = line.last == 0x0d ? line.dropLast() : line
      guard let first = line.first else { break }
      if first == 0x20 || first == 0x09 { continue }
      let name = line.prefix { (0x21...0x7e).contains($0) && $0 != UInt8(ascii: ":") }
      // Blanks before the colon were allowed once (RFC 5322 §4.5).
      let rest = line.dropFirst(name.count).drop { $0 == 0x20 || $0 == 0x09 }
      guard !name.isEmpty, rest.first == UInt8(ascii: ":") else {
        // An mbox separator may have stayed on top of a message that was cut out.
        if line.starts(with: "From ".utf8) || line.starts(with: ">From ".utf8) { continue }
        // A header that nothing parts from its body, or with a stray line in it, is one where enough stands before.
        return evidence >= 4
      }
      let lowercased = String(decoding: name, as: UTF8.self).lowercased()
      if lowercased == "content-type" { evidence += weight(ofType: rest.dropFirst()) }
      evidence += telling.contains(lowercased) ? 2 : usual.contains(lowercased) ? 1 : 0
    }
    return evidence >= 2
  }

  /// What a Content-Type says for mail: nothing but messages has parts, while web servers write of single texts too.
  private static func weight(ofType value: ArraySlice<UInt8>) -> Int {
    let type = String(decoding: value.drop { $0 == 0x20 }.prefix(20), as: UTF8.self).lowercased()
    return type.hasPrefix("multipart/") || type.hasPrefix("message/") ? 2 : 1
  }
}
