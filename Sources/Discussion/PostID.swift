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

  /// The words of a text with one space between them; text in ASCII, as most is, is looked at byte by byte.
  private static func folded(_ text: String) -> String {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var isPending = false
    for byte in text.utf8 {
      if byte == 0x20 || byte >= 0x09 && byte <= 0x0D {
        isPending = !result.isEmpty
      } else {
        if isPending { result.append(0x20) }
        isPending = false
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
