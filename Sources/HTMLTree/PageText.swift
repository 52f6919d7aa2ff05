private import SourceBytes

/// A page decoded to UTF-8, and how it was decoded.
public struct PageText: Sendable, Hashable {
  /// The page in UTF-8.
  public var bytes: [UInt8]
  /// The charset that was used, in lower case.
  public var charset: String
  /// The charset that the page names in its head, in lower case.
  public var declared: String?
  /// Whether what the page says of itself proved false.
  public var isFalselyDeclared = false
  /// How many places hold U+FFFD because no character fits there.
  public var replacementCount = 0

  /// Decodes a page.
  ///
  /// In order: a byte order mark, or a tag in UTF-16 without one; ISO-2022-JP by its escapes where every byte is ASCII; UTF-8 where the
  /// bytes are UTF-8 with something beyond ASCII, whatever the page says; the charset that `meta` or the
  /// XML declaration names; Windows-1252. Pages that say US-ASCII or ISO-8859-1 are read as
  /// Windows-1252, as the Encoding Standard has it. Where at least half of what is beyond ASCII is UTF-8,
  /// only the rest is read as Windows-1252.
  ///
  /// - Complexity: Linear.
  public init(decoding page: [UInt8]) {
    let declared = Self.declaredCharset(in: page)
    if page.starts(with: [0xEF, 0xBB, 0xBF]) {
      self.init(utf8: Array(page.dropFirst(3)), declared: declared)
      return
    }
    if page.starts(with: [0xFF, 0xFE]) || page.starts(with: [0xFE, 0xFF]) {
      let label = page[0] == 0xFF ? "utf-16le" : "utf-16be"
      self.init(page.dropFirst(2), as: label, declared: declared)
      return
    }
    if page.starts(with: [0x3C, 0]) || page.starts(with: [0, 0x3C]) {
      self.init(page[...], as: page[0] == 0 ? "utf-16be" : "utf-16le", declared: declared)
      return
    }
    let form = Self.form(of: page)
    if form.highCount == 0 {
      if form.hasJapaneseEscape || declared == "iso-2022-jp" {
        self.init(page[...], as: "iso-2022-jp", declared: declared)
      } else if let declared, Self.isStateful(declared) {
        self.init(page[...], as: declared, declared: declared)
      } else {
        self.init(ascii: page, declared: declared)
      }
      return
    }
    let claimsUTF8 = declared == "utf-8" || declared == "utf8"
    let isUTF8 = form.brokenCount == 0
    if isUTF8 {
      self.init(utf8: page, declared: declared)
      isFalselyDeclared = !claimsUTF8 && declared != nil
      return
    }
    // Two kinds of text in one page: comments were kept in another charset than the template.
    let isUnclear = claimsUTF8 || declared.map(Self.isLatin) ?? true
    if form.sequenceCount >= (isUnclear ? form.brokenCount : 20 * form.brokenCount) {
      self.init(mixed: page, declared: declared)
      isFalselyDeclared = true
      return
    }
    let known = declared.flatMap { Self.isLatin($0) || claimsUTF8 ? nil : $0 }
    self.init(page[...], as: known ?? "windows-1252", declared: declared)
    isFalselyDeclared = claimsUTF8 || replacementCount > 0
  }

  private init(ascii bytes: [UInt8], declared: String?) {
    self.bytes = bytes
    self.charset = declared ?? "us-ascii"
    self.declared = declared
  }

  private init(utf8 bytes: [UInt8], declared: String?) {
    self.charset = "utf-8"
    self.declared = declared
    let span = bytes.span
    if (try? UTF8Span(validating: span)) != nil {
      self.bytes = bytes
    } else {
      let text = String(decoding: bytes, as: UTF8.self)
      self.bytes = Array(text.utf8)
      self.replacementCount = text.unicodeScalars.count { $0 == "\u{FFFD}" }
    }
  }

  /// UTF-8 with places that are none, which are read as Windows-1252.
  private init(mixed page: [UInt8], declared: String?) {
    charset = "utf-8"
    self.declared = declared
    bytes = []
    bytes.reserveCapacity(page.count)
    var offset = 0
    while offset < page.count {
      let length = page[offset] < 0x80 ? 1 : Self.sequenceLength(page, at: offset)
      if length > 0 {
        bytes.append(contentsOf: page[offset..<offset + length])
        offset += length
        continue
      }
      let cutCount = Self.cutSequenceLength(page, at: offset)
      if cutCount > 0 {
        bytes.append(contentsOf: "\u{FFFD}".utf8)
        replacementCount += 1
        offset += cutCount
        continue
      }
      let decoded = Charset("windows-1252").decode([page[offset]].span)
      bytes.append(contentsOf: decoded.text.utf8)
      replacementCount += decoded.replacementCount
      offset += 1
    }
  }

  /// How many bytes are left of a character that was cut off; 0 where a byte means something else.
  ///
  /// Alone, C2 and C3 are such leads far oftener than the letters that Windows-1252 has there.
  private static func cutSequenceLength(_ page: [UInt8], at offset: Int) -> Int {
    let lead = page[offset]
    guard lead >= 0xC2, lead <= 0xF4 else { return 0 }
    let rest = page[(offset + 1)...].prefix(3).prefix { $0 & 0xC0 == 0x80 }.count
    return rest > 0 || lead <= 0xC3 ? 1 + rest : 0
  }

  private init(_ bytes: ArraySlice<UInt8>, as label: String, declared: String?) {
    let decoded = Charset(label).decode(Array(bytes).span)
    self.bytes = Array(decoded.text.utf8)
    self.charset = label
    self.declared = declared
    self.replacementCount = decoded.replacementCount
  }

  /// Labels of US-ASCII and ISO-8859-1, which stand for Windows-1252 in practice.
  private static func isLatin(_ label: String) -> Bool {
    ["us-ascii", "ascii", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "cp1252"]
      .contains(label)
  }

  /// Charsets that write everything in seven bits.
  private static func isStateful(_ label: String) -> Bool {
    label.hasPrefix("iso-2022-") || label == "hz-gb-2312" || label == "utf-7"
  }

  /// What the bytes look like.
  private struct Form {
    var highCount = 0
    var sequenceCount = 0
    var brokenCount = 0
    var hasJapaneseEscape = false
  }

  private static func form(of page: [UInt8]) -> Form {
    var form = Form()
    var offset = 0
    let count = page.count
    let words = unsafe page.span.bytes
    while offset < count {
      // Eight bytes at a time where none is beyond ASCII and none opens an escape.
      while offset + 8 <= count {
        let word = unsafe words.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
        let escapes = word ^ 0x1B1B_1B1B_1B1B_1B1B
        let marks = word | (escapes &- 0x0101_0101_0101_0101) & ~escapes
        guard marks & 0x8080_8080_8080_8080 == 0 else { break }
        offset += 8
      }
      guard offset < count else { break }
      let byte = page[offset]
      if byte < 0x80 {
        if byte == 0x1B, offset + 2 < count, page[offset + 1] == 0x24,
          page[offset + 2] == 0x42 || page[offset + 2] == 0x40
        {
          form.hasJapaneseEscape = true
        }
        offset += 1
        continue
      }
      form.highCount += 1
      let length = sequenceLength(page, at: offset)
      if length == 0 {
        form.brokenCount += 1
        offset += 1
      } else {
        form.sequenceCount += 1
        offset += length
      }
    }
    return form
  }

  /// The length of the UTF-8 sequence that starts here; 0 where none does.
  private static func sequenceLength(_ page: [UInt8], at offset: Int) -> Int {
    let lead = page[offset]
    let length =
      lead >= 0xC2 && lead <= 0xDF
      ? 2 : lead >= 0xE0 && lead <= 0xEF ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 0
    guard length > 0, offset + length <= page.count else { return 0 }
    for position in offset + 1..<offset + length where page[position] & 0xC0 != 0x80 { return 0 }
    let second = page[offset + 1]
    if lead == 0xE0 && second < 0xA0 || lead == 0xED && second > 0x9F { return 0 }
    if lead == 0xF0 && second < 0x90 || lead == 0xF4 && second > 0x8F { return 0 }
    return length
  }

  /// What `meta charset`, `http-equiv` or an XML declaration in the first 16 KiB names, before `<body`.
  private static func declaredCharset(in page: [UInt8]) -> String? {
    let head = page.prefix(16 << 10)
    var offset = 0
    while let tag = page.span.firstOffset(of: 0x3C, from: min(offset, head.count), to: head.count) {
      offset = tag
      let rest = head[offset...]
      if ASCII.equal(rest.prefix(5), "<body") { return nil }
      let isDeclaration = ASCII.equal(rest.prefix(5), "<?xml")
      if isDeclaration || ASCII.equal(rest.prefix(5), "<meta") {
        let tag = rest.prefix { $0 != 0x3E }
        if let label = value(after: isDeclaration ? "encoding" : "charset", in: tag) {
          return label
        }
        offset += tag.count
      }
      offset += 1
    }
    return nil
  }

  private static func value(after key: String, in tag: ArraySlice<UInt8>) -> String? {
    let count = key.utf8.count
    var offset = tag.startIndex
    while offset + count < tag.endIndex {
      if ASCII.equal(tag[offset..<offset + count], key) {
        var rest = tag[(offset + count)...].drop { ASCII.isSpace($0) }
        if rest.first == 0x3D {
          rest = rest.dropFirst().drop { ASCII.isSpace($0) || $0 == 0x22 || $0 == 0x27 }
          let label = rest.prefix { byte in
            byte > 0x20 && byte < 0x7F && ![0x22, 0x27, 0x3B, 0x2F, 0x3E].contains(byte)
          }
          if !label.isEmpty {
            return String(decoding: label.map(ASCII.lower), as: UTF8.self)
          }
        }
      }
      offset += 1
    }
    return nil
  }
}
