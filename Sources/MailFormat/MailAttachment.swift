/// A part of a message that is not shown as its text.
public struct MailAttachment: Sendable, Hashable {
  /// The file name, decoded, without folders; nil where none is stated.
  public var name: String?
  /// The media type in lower case, such as `application/pdf`.
  public var type: String
  /// The size of the decoded content in bytes.
  public var byteCount: Int

  /// Describes an attachment.
  public init(name: String?, type: String, byteCount: Int) {
    self.name = name
    self.type = type
    self.byteCount = byteCount
  }
}
