public import Discussion

/// An mbox in the mboxrd manner: original bytes for mail, RFC 5322 messages made up for everything else.
public struct MboxFormat: ExportFormat {
  /// Formats whose originals are messages.
  private static let mailFormats = MailFormatNames.all

  /// A format without settings.
  public init() {}

  /// `mbox`.
  public var name: String { "mbox" }

  /// Mail leaves as it came.
  public var needsOriginal: Bool { true }

  /// One line.
  public var help: String {
    "mail with its original bytes (mboxrd); import gives the same archive again"
  }

  /// It is the archive itself.
  public var keepsAddresses: Bool { true }

  /// Writes each post on its own.
  public func writer(_ options: ExportOptions) -> any ExportWriter {
    EntryWriter { post, original in entry(post, original: original) }
  }

  /// The message between its separator and an empty line, with the fields that import takes out again.
  public func entry(_ archived: ArchivedPost, original: [UInt8]?) -> [UInt8] {
    MessageEncoding.entry(MboxFormat.message(archived, original: original), of: archived.post)
  }

  /// The message with the fields that import takes out again; made up where the post never was mail.
  static func message(_ archived: ArchivedPost, original: [UInt8]?) -> [UInt8] {
    let isMail = archived.copies.first.map { mailFormats.contains($0.format) } ?? false
    // What an earlier export made up is made up again.
    let isOriginal = isMail && original?.starts(with: ExchangeFields.prefix.utf8) == false
    if isOriginal, let original {
      return MessageEncoding.message(
        original: original, with: ExchangeFields(archived, isSynthesized: false))
    }
    return MessageEncoding.message(
      synthesizedFrom: archived, with: ExchangeFields(archived, isSynthesized: true))
  }
}
