/// A character encoding by the name that mail or a page gave it.
public struct Charset: Sendable, Hashable {
  /// The label in lower case, without quotes and without what follows a `;`.
  public let label: String

  /// Names a charset by a label as written.
  ///
  /// Quotes, blanks, an RFC 2231 language (`utf-8*en`) and trailing parameters are left out.
  public init(_ label: String) {
    var name: [UInt8] = []
    for byte in label.utf8 {
      switch byte {
      case 0x22, 0x27, 0x20, 0x09...0x0D: continue
      case 0x3B, 0x2A, 0x2C:
        if name.isEmpty { continue }
        self.label = String(decoding: name, as: UTF8.self)
        return
      default:
        if name.count < 64 { name.append(byte.asciiLowercased) }
      }
    }
    self.label = String(decoding: name, as: UTF8.self)
  }

  /// Text that was decoded, and whether bytes had to be replaced.
  public struct Decoded: Sendable, Hashable {
    /// The text; bytes that do not fit are U+FFFD.
    public var text: String
    /// How many places were replaced by U+FFFD.
    public var replacementCount: Int
    /// Whether the bytes contradict the label and were read as something else.
    public var isMislabelled: Bool

    /// Pairs a text with what was lost on the way.
    public init(text: String, replacementCount: Int = 0, isMislabelled: Bool = false) {
      self.text = text
      self.replacementCount = replacementCount
      self.isMislabelled = isMislabelled
    }
  }

  /// Whether the label says nothing that can be relied on: none, `us-ascii`, `unknown-8bit` and their like.
  public var isUnspecific: Bool { CharsetAliases.unlabelled.contains(label) }

  /// Whether this library knows how to read the label.
  public var isKnown: Bool {
    isUnspecific || isUTF8 || CharsetAliases.names[label] != nil
      || (Charset.isSafeName(label) && IconvDecoder.decode([UInt8]().span, from: label) != nil)
  }

  /// Decodes `bytes`; a label that is unknown or says too little is read as ``decodeUnlabelled(_:)`` does.
  ///
  /// Bytes that do not fit the label but are UTF-8 are read as UTF-8, and so are bytes labelled as Latin-1 or
  /// Windows-1252 whose every high byte belongs to a well-formed UTF-8 sequence. Otherwise the label is kept
  /// and bytes that do not fit become U+FFFD.
  ///
  /// - Complexity: O(n). ASCII and UTF-8 take one pass.
  public func decode(_ bytes: Span<UInt8>) -> Decoded {
    let decoded = decodeUTF8(bytes)
    return Decoded(
      text: String(decoding: decoded.utf8, as: UTF8.self), replacementCount: decoded.lost,
      isMislabelled: decoded.isMislabelled)
  }

  /// Decodes bytes without a usable label: valid UTF-8 wins, else ISO-2022-JP escapes, else line by line
  /// UTF-8 where a line fits and Windows-1252 where it does not.
  public static func decodeUnlabelled(_ bytes: Span<UInt8>) -> Decoded {
    Charset("").decode(bytes)
  }

  /// The charset that unlabelled bytes are in, as far as they tell: `utf-16`, `utf-32`, `iso-2022-jp`, `us-ascii`,
  /// `utf-8` or `windows-1252`.
  public static func detect(_ bytes: Span<UInt8>) -> Charset {
    if let marked = ByteOrderMark(of: bytes) { return Charset(marked.label) }
    guard ByteCensus(of: bytes).hasHighBytes else {
      return Charset(hasJapaneseEscapes(bytes) ? "iso-2022-jp" : "us-ascii")
    }
    return Charset(isUTF8(bytes) ? "utf-8" : "windows-1252")
  }

  /// UTF-8 made of other bytes.
  package struct Transcoded: Sendable {
    package var utf8: [UInt8]
    package var lost = 0
    package var isMislabelled = false
  }

  /// Decodes to UTF-8 bytes; see ``decode(_:)``.
  package func decodeUTF8(_ bytes: Span<UInt8>) -> Transcoded {
    if let marked = ByteOrderMark(of: bytes) {
      // A mark of UTF-16 or UTF-32 counts only under a label that could mean it.
      if marked.label == "utf-8" || isWide || isUnspecific {
        return Charset(marked.label).decodeWide(bytes, startingAt: marked.byteCount)
      }
    }
    if isWide { return decodeWide(bytes, startingAt: 0) }
    let name = CharsetAliases.names[label] ?? label
    if !ByteCensus(of: bytes).hasHighBytes {
      return decodeSevenBit(bytes, name: name)
    }
    if isUTF8 || isUnspecific || !Charset.isSafeName(name) {
      if Charset.isUTF8(bytes) { return Transcoded(utf8: Array(copying: bytes)) }
      return Charset.decodeByLines(bytes, isMislabelled: isUTF8)
    }
    if name == "CP1252" || name == "ISO-8859-15", Charset.isUTF8(bytes) {
      return Transcoded(utf8: Array(copying: bytes), isMislabelled: true)
    }
    guard let decoded = IconvDecoder.decode(bytes, from: name) else {
      if Charset.isUTF8(bytes) { return Transcoded(utf8: Array(copying: bytes)) }
      return Charset.decodeByLines(bytes, isMislabelled: false)
    }
    if decoded.lost > 0, Charset.isUTF8(bytes) {
      return Transcoded(utf8: Array(copying: bytes), isMislabelled: true)
    }
    return Transcoded(utf8: decoded.utf8, lost: decoded.lost)
  }

  private var isUTF8: Bool { CharsetAliases.utf8.contains(label) }

  private var isWide: Bool {
    let name = CharsetAliases.names[label] ?? label
    return name.utf8.starts(with: "utf-16".utf8) || name.utf8.starts(with: "utf-32".utf8)
      || name == "UTF-16" || name == "UTF-32"
  }

  /// Reads bytes below 0x80, which are themselves but in the charsets that shift by escapes.
  private func decodeSevenBit(_ bytes: Span<UInt8>, name: String) -> Transcoded {
    switch name {
    case "UTF-7":
      return Transcoded(utf8: UTF7.decode(bytes))
    case "HZ":
      return HZ.decode(bytes)
    default: break
    }
    let isShifting =
      name.utf8.starts(with: "ISO-2022".utf8) || name.utf8.starts(with: "iso-2022".utf8)
    if isShifting || Charset.hasJapaneseEscapes(bytes),
      bytes.firstOffset(of: 0x1B, from: 0, to: bytes.count) != nil
        || bytes.firstOffset(of: 0x0E, from: 0, to: bytes.count) != nil,
      let decoded = IconvDecoder.decode(bytes, from: isShifting ? name : "ISO-2022-JP-3")
    {
      return Transcoded(utf8: decoded.utf8, lost: decoded.lost)
    }
    return Transcoded(utf8: Array(copying: bytes))
  }

  /// Reads UTF-16 and UTF-32, and UTF-8 behind its mark.
  private func decodeWide(_ bytes: Span<UInt8>, startingAt start: Int) -> Transcoded {
    let rest = bytes.extracting(start..<bytes.count)
    var name = (CharsetAliases.names[label] ?? label).uppercased()
    if name == "UTF-8" {
      if Charset.isUTF8(rest) { return Transcoded(utf8: Array(copying: rest)) }
      return Charset.decodeByLines(rest, isMislabelled: true)
    }
    if name == "UTF-16" || name == "UTF-32" {
      // RFC 2781, section 4.3: big-endian without a mark; text in ASCII shows the order better.
      name += rest.count > 1 && rest[0] != 0 && rest[1] == 0 ? "LE" : "BE"
    }
    if start == 0, rest.firstOffset(of: 0, from: 0, to: rest.count) == nil, Charset.isUTF8(rest) {
      // Text in two or four bytes each has a NUL, or bytes that are no UTF-8: this label cannot be true.
      return Transcoded(utf8: Array(copying: rest), isMislabelled: true)
    }
    guard let decoded = IconvDecoder.decode(rest, from: name) else {
      return Charset.decodeByLines(rest, isMislabelled: true)
    }
    return Transcoded(utf8: decoded.utf8, lost: decoded.lost)
  }

  private static func isSafeName(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy {
        $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E || $0 == 0x3A
          || $0 == 0x28 || $0 == 0x29 || $0 == 0x2B
      }
  }
}
