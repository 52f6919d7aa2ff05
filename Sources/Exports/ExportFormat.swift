public import Discussion

/// A form in which posts leave an archive; one file for each.
public protocol ExportFormat: Sendable {
  /// The name that `--format` takes.
  var name: String { get }
  /// Whether ``entry(_:original:)`` wants the bytes that the post was read from.
  var needsOriginal: Bool { get }
  /// The bytes of one post.
  ///
  /// - Parameter original: What the best copy of the post was read from; nil where that is not asked for.
  func entry(_ archived: ArchivedPost, original: [UInt8]?) -> [UInt8]
}

/// Every export format.
public enum ExportTable {
  /// The formats in the order of the help.
  public static let formats: [any ExportFormat] = [JSONLinesFormat(), MboxFormat()]
}
