/// The names of the formats whose posts are kept as messages of mail (RFC 5322).
public enum MailFormatNames {
  /// Every form of mbox.
  public static let mbox = "mbox"
  /// The monthly text of pipermail.
  public static let pipermailText = "pipermail-text"
  /// A file that is one message.
  public static let message = "message"
  /// MMDF mailboxes.
  public static let mmdf = "mmdf"
  /// LISTSERV's monthly logs.
  public static let listservLog = "listserv-log"
  /// Sympa's monthly logs.
  public static let sympaLog = "sympa-log"
  /// Batches of Usenet news.
  public static let newsBatch = "rnews"
  /// BABYL mailboxes.
  public static let babyl = "babyl"
  /// Messages inside a `multipart/digest`.
  public static let digest = "digest"
  /// Messages inside a digest of plain text.
  public static let textDigest = "digest-text"
  /// Messages inside a git repository of public-inbox.
  public static let publicInbox = "public-inbox"
  /// Perceval's JSON.
  public static let perceval = "perceval-json"
  /// Pony Mail's JSON.
  public static let ponyMail = "ponymail-json"

  /// All of them.
  public static let all: Set<String> = [
    mbox, pipermailText, message, mmdf, listservLog, sympaLog, newsBatch, babyl, digest, textDigest,
    publicInbox, perceval, ponyMail,
  ]
}
