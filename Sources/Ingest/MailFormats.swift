internal import Discussion
internal import MailFormat

/// The names of the mail formats.
enum MailFormats {
  /// The formats, for ``FormatTable``.
  static let all: [FormatTable.Format] = [
    format(
      MailFormatNames.mbox,
      "mbox (mboxo, mboxrd, mboxcl, mboxcl2), as Takeout, Groups.io, HyperKitty",
      "lines `From ADDRESS DATE` before header blocks", "messages with all headers, original bytes",
      true),
    format(
      MailFormatNames.pipermailText, "Pipermail monthly text",
      "mbox whose separators mask addresses: `From ada at example.org`",
      "messages with few headers", true),
    format(
      MailFormatNames.message, "single messages, Maildir, MH, news spools, .eml folders",
      "a header block at the start of a file", "messages with all headers, original bytes", true),
    format(
      MailFormatNames.mmdf, "MMDF mailboxes", "lines of four bytes 0x01 around messages",
      "messages with all headers, original bytes", false),
    format(
      MailFormatNames.listservLog, "LISTSERV monthly logs",
      "lines of equals signs above header blocks", "messages with few headers", false),
    format(
      MailFormatNames.sympaLog, "Sympa monthly logs",
      "lines `------- THIS IS A RFC934 COMPLIANT DIGEST` and `------- CUT --- CUT`",
      "messages with all headers, original bytes", false),
    format(
      MailFormatNames.newsBatch, "batches of Usenet news", "lines `#! rnews BYTES`",
      "articles with all headers, original bytes", false),
    format(
      MailFormatNames.babyl, "BABYL mailboxes of Emacs' Rmail", "`BABYL OPTIONS:` at the start",
      "messages with the headers they came with", false),
    format(
      MailFormatNames.digest, "digests of MIME", "messages inside `multipart/digest`",
      "a post for each message with all its headers", false),
    format(
      MailFormatNames.textDigest, "digests of text (RFC 1153, Mailman, LISTSERV)",
      "header blocks between lines of hyphens, under a line that calls it a digest",
      "a post for each message with few headers", false),
    format(
      MailFormatNames.publicInbox, "public-inbox repositories, versions 1 and 2",
      "a git repository, bare or not, whose files are messages",
      "messages with all headers, original bytes; needs the git program", false),
    format(
      MailFormatNames.perceval, "Perceval (mbox, pipermail, hyperkitty, groupsio, nntp)",
      "objects of JSON with backend_name and data", "messages with all headers", false),
    format(
      MailFormatNames.ponyMail, "Pony Mail (API and dumps)",
      "objects of JSON with message-id and list_raw or mid", "messages with few headers", false),
  ]

  private static func format(
    _ name: String, _ title: String, _ recognition: String, _ gives: String, _ isTested: Bool
  ) -> FormatTable.Format {
    FormatTable.Format(
      name: name, title: title, recognition: recognition, gives: gives,
      isTestedOnRealFiles: isTested)
  }

  /// `pipermail-text` where the first separator masks its address, else `mbox`.
  static func name(ofMbox head: [UInt8]) -> String {
    let line = head.drop { $0 == 0x0a || $0 == 0x0d }.prefix { $0 != 0x0a }
    let words = line.split(separator: 0x20, maxSplits: 4, omittingEmptySubsequences: true)
    return words.count > 3 && words[2].elementsEqual("at".utf8)
      ? MailFormatNames.pipermailText : MailFormatNames.mbox
  }

  /// The name of a file whose messages stand between such marks.
  static func name(of separator: MessageSeparator) -> String {
    switch separator {
    case .envelope: MailFormatNames.mbox
    case .mmdf: MailFormatNames.mmdf
    case .ruler: MailFormatNames.listservLog
    case .cut: MailFormatNames.sympaLog
    case .rnews: MailFormatNames.newsBatch
    case .babyl: MailFormatNames.babyl
    }
  }

  /// How much a format keeps of a message.
  static func quality(of format: String) -> CopyQuality {
    switch format {
    case MailFormatNames.pipermailText, MailFormatNames.listservLog, MailFormatNames.textDigest:
      .mailText
    case MailFormatNames.perceval, MailFormatNames.ponyMail: .mailText
    default: .mail
    }
  }
}
