public import Discussion

/// A form in which posts leave an archive; one file for each.
public protocol ExportFormat: Sendable {
  /// The name that `--format` takes.
  var name: String { get }
  /// One line of help.
  var help: String { get }
  /// Whether it is one file, a folder or a ZIP file.
  var layout: ExportLayout { get }
  /// Whether ``ExportWriter/add(_:original:)`` wants the bytes that the post was read from.
  var needsOriginal: Bool { get }
  /// Whether addresses stay unless a reader asks for them to be obscured: so in forms that are read back as an archive.
  var keepsAddresses: Bool { get }
  /// Starts an export.
  func writer(_ options: ExportOptions) -> any ExportWriter
}

extension ExportFormat {
  /// One file.
  public var layout: ExportLayout { .file }
  /// Posts stand for themselves.
  public var needsOriginal: Bool { false }
  /// Addresses are obscured.
  public var keepsAddresses: Bool { false }
}

/// What an export is on disk.
public enum ExportLayout: Sendable, Hashable {
  /// One stream of bytes.
  case file
  /// A folder of files.
  case folder
  /// A ZIP file.
  case zip
}

/// A piece of an export.
public struct ExportPiece: Sendable, Hashable {
  /// The file inside the folder or ZIP it belongs to, with `/` between folders; empty for an export of one file.
  ///
  /// A path that ends in `/` is a folder without content.
  public var path: String
  /// The bytes to add to that file.
  public var bytes: [UInt8]
  /// The section of a file of a ZIP that is written bit by bit; nil where the piece is the whole file.
  ///
  /// Sections stand in the order of their numbers, whenever their bytes come.
  public var section: Int?

  /// Bytes for a file.
  public init(path: String = "", section: Int? = nil, _ bytes: [UInt8]) {
    self.path = path
    self.section = section
    self.bytes = bytes
  }
}

/// An export under way: takes posts in reading order, thread by thread, and hands out what is to be written.
public protocol ExportWriter {
  /// What stands before the first post.
  mutating func begin() -> [ExportPiece]
  /// What one more post adds.
  ///
  /// - Parameter original: What its best copy was read from; nil where that is not asked for.
  mutating func add(_ archived: ArchivedPost, original: [UInt8]?) -> [ExportPiece]
  /// What stands behind the last post.
  mutating func end() -> [ExportPiece]
}

/// What a reader asks of an export, besides the posts.
public struct ExportOptions: Sendable {
  /// Whether a byte order mark opens a table, by which spreadsheets know UTF-8.
  public var hasByteOrderMark = false
  /// Whether a network is one of people; else of posts.
  public var isPeopleNetwork = false
  /// The link templates of the venues by their ids.
  public var linkTemplates: [String: String] = [:]
  /// The version of the tool.
  public var version = ""

  /// The options of a bare `thresh export`.
  public init() {}
}

/// Every export format.
public enum ExportTable {
  /// The formats in the order of the help.
  public static let formats: [any ExportFormat] = [
    JSONLinesFormat(), CSVFormat(), MboxFormat(), MaildirFormat(), GraphMLFormat(), DotFormat(),
    CSLJSONFormat(), BibTeXFormat(), ConvoKitFormat(), QDPXFormat(),
  ]

  /// The format of a name; nil where there is none.
  public static func format(named name: String) -> (any ExportFormat)? {
    formats.first { $0.name == name }
  }
}

/// Writes posts one by one, each on its own.
struct EntryWriter: ExportWriter {
  let entry: (ArchivedPost, [UInt8]?) -> [UInt8]

  mutating func begin() -> [ExportPiece] { [] }
  mutating func add(_ archived: ArchivedPost, original: [UInt8]?) -> [ExportPiece] {
    [ExportPiece(entry(archived, original))]
  }
  mutating func end() -> [ExportPiece] { [] }
}
