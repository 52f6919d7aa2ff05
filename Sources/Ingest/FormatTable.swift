public import Discussion
internal import HTMLArchive
internal import MailFormat
public import SourceBytes

/// Every format that import reads, for `thresh formats` and `--as`.
public enum FormatTable {
  /// One format.
  public struct Format: Sendable, Hashable {
    /// The name that `--as` takes and sources show.
    public var name: String
    /// What people call it.
    public var title: String
    /// How it is recognised.
    public var recognition: String
    /// What it gives.
    public var gives: String
    /// Whether it was tried on files from the wild.
    public var isTestedOnRealFiles: Bool
  }

  /// The formats: mail first, then pages.
  public static let formats: [Format] =
    MailFormats.all
    + ProducerTable.summaries.map {
      Format(
        name: $0.name, title: $0.title, recognition: $0.recognition, gives: $0.gives,
        isTestedOnRealFiles: $0.isTestedOnRealPages)
    }

  /// The names of all formats.
  public static var names: [String] { formats.map(\.name) }

  /// A date as people type it, ISO 8601 or as their language prints it; nil for other text.
  public static func date(_ text: String) -> StatedDate? { PageReader.date(text) }

  /// What may hold files of these formats, alone or nested.
  public static let containers =
    "gzip, bzip2, xz, zstd, lz4, lzip, compress; tar, zip, 7z, cpio; WARC and MHTML; folders; standard input"

  /// The finding codes that reading can give, by name.
  public static let findingCodes: [FindingCode] = unique(
    MailMessage.findingCodes + MboxSplitter.findingCodes + PageFindings.all + [
      FindingCode("damaged-bundle", "a compressed or bundled file could not be read on"),
      FindingCode("damaged-input", "a file ended before its compressed content did"),
      FindingCode("damaged-repository", "a message could not be read from a git repository"),
      FindingCode("digest", "a message that carries others; each of them is a post"),
      FindingCode(
        "expands-too-much", "a bundle that unpacks to a multiple of its size without end"),
      FindingCode("message-id-reused", "different messages claim one Message-ID; both are kept"),
      FindingCode("name-leads-outside", "a member of a bundle whose name leads out of the bundle"),
      FindingCode("no-discussion", "no posts were recognised in a file"),
      FindingCode(
        "no-message-id", "a message without Message-ID is known by author, date and words"),
      FindingCode("not-text", "a file that no person can read, such as a picture"),
      FindingCode("record-unreadable", "an object of JSON that is damaged or no message"),
      FindingCode("too-large", "only the first part of a file was read"),
      FindingCode("unreadable", "a file could not be opened"),
    ])

  /// By name, each once; the first meaning stays.
  private static func unique(_ codes: [FindingCode]) -> [FindingCode] {
    var seen: Set<String> = []
    return codes.filter { seen.insert($0.code).inserted }.sorted { $0.code < $1.code }
  }
}

/// Venues as people name them on the command line.
public enum VenueNames {
  /// The list of a name; nil where nothing of it can stand in an id.
  public static func venue(named name: String) -> Venue? {
    VenueNaming.venue(named: name, kind: .list)
  }
}
