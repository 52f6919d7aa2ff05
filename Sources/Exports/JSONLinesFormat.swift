public import Discussion

/// One JSON document a line.
public struct JSONLinesFormat: ExportFormat {
  /// A format without settings.
  public init() {}

  /// `jsonl`.
  public var name: String { "jsonl" }

  /// One line.
  public var help: String { "every field of each post, one JSON object a line" }

  /// It is the archive itself.
  public var keepsAddresses: Bool { true }

  /// Writes each post on its own.
  public func writer(_ options: ExportOptions) -> any ExportWriter {
    EntryWriter { post, original in entry(post, original: original) }
  }

  /// The post as the interface documents it, and a line feed.
  public func entry(_ archived: ArchivedPost, original: [UInt8]?) -> [UInt8] {
    var json = JSONWriter()
    PostJSON.write(archived, to: &json)
    json.newline()
    return json.bytes
  }
}
