public import Discussion

/// One JSON document a line.
public struct JSONLinesFormat: ExportFormat {
  /// A format without settings.
  public init() {}

  /// `jsonl`.
  public var name: String { "jsonl" }

  /// Posts stand for themselves.
  public var needsOriginal: Bool { false }

  /// The post as the interface documents it, and a line feed.
  public func entry(_ archived: ArchivedPost, original: [UInt8]?) -> [UInt8] {
    var json = JSONWriter()
    PostJSON.write(archived, to: &json)
    json.newline()
    return json.bytes
  }
}
