public import SourceBytes

/// A part of a message as a node of its MIME structure, with what became of it.
public struct MailPart: Sendable, Hashable {
  /// What Thresh makes of a part.
  public enum Use: String, Sendable, Hashable, CaseIterable {
    /// It holds other parts.
    case container
    /// It is shown as text of the post.
    case text
    /// It is shown as text, and listed as an attachment by its file name.
    case textAndFile
    /// It says what is shown in another form, and is not shown.
    case alternative
    /// It is listed as an attachment.
    case attachment
    /// It is encrypted and cannot be read.
    case encrypted
    /// It holds messages each of which is a post of its own.
    case digest
    /// It is one of the messages of a digest, and a post of its own.
    case post
    /// It stands inside an attached message, and is neither shown nor listed by itself.
    case attached

    /// Whether it becomes text of the post.
    public var isShown: Bool { self == .text || self == .textAndFile }
    /// Whether it is among the attachments of the post.
    public var isListed: Bool { self == .attachment || self == .textAndFile || self == .encrypted }
  }

  /// What a message says of itself.
  public struct Envelope: Sendable, Hashable {
    /// The subject, decoded.
    public var subject: String?
    /// The first author.
    public var from: MailAddress?
    /// When it was written.
    public var date: MailDate?
    /// The Message-ID without brackets.
    public var messageID: String?
  }

  /// Its number as IMAP gives it (RFC 9051, section 6.4.5.1), such as `1.2`; `TEXT` in the last place is the multipart that
  /// a message consists of, which has no number.
  public var number: String
  /// How many parts stand above it.
  public var depth: Int
  /// The media type in lower case; what a missing field means where there is none.
  public var type: String
  /// The charset as it is labelled.
  public var charset: String?
  /// The transfer encoding in lower case, as stated.
  public var encoding: String?
  /// `attachment`, `inline` or another disposition in lower case, as stated.
  public var disposition: String?
  /// The file name, decoded, without folders.
  public var name: String?
  /// The file name as stated, decoded, with whatever folders it has.
  public var statedName: String?
  /// Header and content in the bytes of the message; nil inside a message that is itself encoded.
  public var extent: Range<Int>?
  /// Where the content starts in the bytes of the message; nil inside a message that is itself encoded.
  public var contentOffset: Int?
  /// The size of the content as it stands in the message.
  public var encodedByteCount: Int
  /// The size of the content without its transfer encoding.
  public var byteCount: Int
  /// The SHA-256 of the content without its transfer encoding.
  public var digest: ContentDigest
  /// The text of a text part as the post would show it: decoded, of HTML the markup; nil where the part is no text.
  public var text: String?
  /// The files that stand in the text as uuencode, yEnc or BinHex.
  public var files: [MailAttachment] = []
  /// What an attached message, or the message itself, says of itself; nil for parts that are no message.
  public var envelope: Envelope?
  /// What became of it.
  public var use: Use
}
