internal import Discussion
internal import HTMLArchive
internal import MailFormat
internal import SourceBytes

/// Where a member lies.
struct MemberContext: Sendable, Hashable {
  /// The path of the file as the user named it.
  var path: String
  /// The absolute path of the file.
  var location: String
  /// The paths of the members inside it, joined by `!`; empty for the file itself.
  var member: String
  /// When the member was last changed, in seconds since 1970, where that is known.
  var modified: Int64?
  /// What the bundle around it says of it as a page.
  var given: PageGiven? = nil
  /// The digest of its bytes, where it is known.
  var digest: ContentDigest? = nil

  /// Whether a program that unpacks the bundle could write outside the folder that it was given.
  ///
  /// Such names are how a bundle attacks who unpacks it; old backups have absolute ones for no bad reason.
  var leadsOutside: Bool {
    member.utf8.split(separator: UInt8(ascii: "!")).contains { name in
      if name.first == UInt8(ascii: "/") || name.first == UInt8(ascii: "\\") { return true }
      return name.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
        .contains { $0.elementsEqual("..".utf8) }
    }
  }

  /// The name that findings give it.
  var file: FileID { FileID(member.isEmpty ? path : path + "!" + member) }

  /// Its absolute name, by which pages link to each other.
  var place: String { member.isEmpty ? location : location + "!" + member }

  /// Folders and names down to it, members as if they lay in a folder of the file's name.
  var namingPath: String {
    member.isEmpty ? location : location + "/" + member.replacing("!", with: "/")
  }
}

/// One message of an mbox, not parsed yet.
struct RawMessage: Sendable {
  /// The bytes of the member that it takes up, with its separator.
  var extent: Range<Int>
  /// The separator line; nil for a message that is a file of its own.
  var envelope: [UInt8]? = nil
  /// Header and body as they stand, quoting of `From ` included.
  var bytes: [UInt8]
  /// Whether `From ` is not quoted, whatever the file's dialect.
  var isUnescaped = false
  /// Where it stands, where that is no offset: a commit, the number of a record.
  var locator: String? = nil
}

/// A piece of work that one task does, handed out in the order of the input.
enum WorkItem: Sendable {
  /// Nothing to do: an event that keeps its place in the order.
  case event(ImportEvent)
  /// Parse messages; those of an mbox have `From ` lines quoted in its dialect.
  case messages([RawMessage], context: MemberContext, dialect: MboxDialect?, format: String)
  /// Read messages that are objects of JSON.
  case records([UInt8], context: MemberContext)
  /// Read a page or a capture of one.
  case page([UInt8], context: MemberContext)
  /// End a member: how many bytes it holds, and its format where reading did not tell.
  case end(context: MemberContext, byteCount: Int, format: String?)

  /// How many bytes wait to be read in it.
  var byteCount: Int {
    switch self {
    case .event, .end: 0
    case .messages(let messages, _, _, _): messages.reduce(0) { $0 + $1.bytes.count }
    case .records(let bytes, _), .page(let bytes, _): bytes.count
    }
  }
}
