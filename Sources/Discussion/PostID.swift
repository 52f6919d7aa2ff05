public import SourceBytes

/// The stable name of a post: 12 characters, the first a letter.
///
/// Crockford base 32, lower case, of SHA-256 over the kind of identity, NUL, its value. Where the post lies, what
/// venue it belongs to and in which order it came never enter.
public struct PostID: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// How many characters an id has.
  public static let characterCount = 12

  /// The id as people and programs write it.
  public let text: String

  /// Takes over an id that was made before, such as one read from a store.
  public init(_ text: String) {
    self.text = text
  }

  /// Derives the id from what a post is known by.
  public init(_ identity: PostIdentity) {
    self.init(hashing: identity.kind.rawValue + "\0" + identity.value)
  }

  /// Derives the id of a post that claims the identity of another one without being a copy of it.
  ///
  /// - Parameter textDigest: The digest of the post's own words.
  public init(imposterOf id: PostID, textDigest: ContentDigest) {
    self.init(hashing: "imposter\0" + id.text + "\0" + textDigest.hexadecimal)
  }

  private init(hashing text: String) {
    self.text = StableName.letters(of: text, characterCount: PostID.characterCount)
  }

  /// The id itself.
  public var description: String { text }

  /// Orders by text.
  public static func < (left: PostID, right: PostID) -> Bool { left.text < right.text }
}

/// What a post is known by, wherever its copies lie.
public struct PostIdentity: Sendable, Hashable {
  /// The kinds of identity, strongest first.
  public enum Kind: String, Sendable, Hashable {
    case messageID = "message-id"
    case permalink
    case content
  }

  /// Which kind it is.
  public let kind: Kind
  /// Its value: a normalised Message-ID, an absolute link, or author, date and own words.
  public let value: String

  /// A post known by its Message-ID.
  public init(_ messageID: MessageID) {
    kind = .messageID
    value = messageID.normalized
  }

  /// A post known by its absolute permalink.
  public init(permalink: String) {
    kind = .permalink
    value = permalink
  }

  /// A post known only by what it shows.
  public init(author: String, dateAsWritten: String, ownWords: String) {
    kind = .content
    value =
      [author, dateAsWritten, ownWords]
      .map(Self.folded).joined(separator: "\0")
  }

  /// The words of a text with one space between them.
  ///
  /// Words end at characters; where none can be more than one scalar, as in most texts, scalars are looked at alone.
  private static func folded(_ text: String) -> String {
    guard text.unicodeScalars.allSatisfy(isWhole) else {
      return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    let bytes = text.utf8Span.span
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isPending = false
    var index = 0
    while index < bytes.count {
      let width = spaceWidth(bytes, at: index)
      if width > 0 {
        isPending = !result.isEmpty
      } else {
        if isPending { result.append(0x20) }
        isPending = false
        result.append(bytes[index])
      }
      index += max(1, width)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a scalar is a character by itself beside any other, CR LF aside: Latin, punctuation, Greek, Cyrillic.
  private static func isWhole(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x80..<0xAD, 0xAE..<0x300, 0x370..<0x483, 0x48A..<0x530, 0x2010..<0x2028, 0x20A0..<0x20D0:
      true
    case let value: value < 0x80
    }
  }

  /// How many bytes the white space has (Unicode's `White_Space`) that stands here; 0 where none does.
  private static func spaceWidth(_ bytes: Span<UInt8>, at index: Int) -> Int {
    switch bytes[index] {
    case 0x20, 0x09...0x0D: 1
    case 0xC2: bytes[index + 1] == 0x85 || bytes[index + 1] == 0xA0 ? 2 : 0
    default: 0
    }
  }
}
