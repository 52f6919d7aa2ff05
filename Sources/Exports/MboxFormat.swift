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

  /// The message between its separator and an empty line, with the fields that import takes out again.
  public func entry(_ archived: ArchivedPost, original: [UInt8]?) -> [UInt8] {
    let isMail = archived.copies.first.map { MboxFormat.mailFormats.contains($0.format) } ?? false
    // What an earlier export made up is made up again.
    let isOriginal = isMail && original?.starts(with: ExchangeFields.prefix.utf8) == false
    if isOriginal, let original {
      let fields = ExchangeFields(archived, isSynthesized: false)
      return MessageEncoding.entry(
        MessageEncoding.message(original: original, with: fields), of: archived.post)
    }
    let fields = ExchangeFields(archived, isSynthesized: true)
    return MessageEncoding.entry(
      MessageEncoding.message(synthesizedFrom: archived, with: fields), of: archived.post)
  }
}
