internal import Discussion
internal import SourceBytes

/// A Maildir: one file a message, laid out as in maildir(5) of qmail.
public struct MaildirFormat: ExportFormat {
  /// A format without settings.
  public init() {}

  /// `maildir`.
  public var name: String { "maildir" }

  /// One line.
  public var help: String { "a folder that mail programs open, one file a message" }

  /// A folder with `cur`, `new` and `tmp`.
  public var layout: ExportLayout { .folder }

  /// Mail leaves as it came.
  public var needsOriginal: Bool { true }

  /// It is the archive itself.
  public var keepsAddresses: Bool { true }

  /// Writes each post into a file of its own.
  public func writer(_ options: ExportOptions) -> any ExportWriter { MaildirWriter() }
}

private struct MaildirWriter: ExportWriter {
  mutating func begin() -> [ExportPiece] {
    ["cur/", "new/", "tmp/"].map { ExportPiece(path: $0, []) }
  }

  mutating func add(_ archived: ArchivedPost, original: [UInt8]?) -> [ExportPiece] {
    let instant = max(0, archived.post.date?.stated.instant ?? 0)
    // Time, a unique part, the host, and that it was read.
    let name = "cur/\(instant).\(archived.post.id.text).thresh:2,S"
    return [ExportPiece(path: name, MboxFormat.message(archived, original: original))]
  }

  mutating func end() -> [ExportPiece] { [] }
}
