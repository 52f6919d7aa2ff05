/// The name of an input as messages to people show it: a path, with member names joined by `!`.
public struct FileID: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The path of the file that was opened, then each member inside it, joined by `!`.
  public let path: String

  /// Names an input by its path.
  public init(_ path: String) {
    self.path = path
  }

  /// The path itself.
  public var description: String { path }

  /// Orders by path, byte by byte.
  public static func < (left: FileID, right: FileID) -> Bool { left.path < right.path }
}

/// A range of bytes in one input.
public struct SourceLocation: Sendable, Hashable {
  /// The input that holds the bytes.
  public let file: FileID
  /// Offsets from the start of the decompressed input.
  public let bytes: Range<Int>

  /// Names the bytes at `bytes` of `file`.
  public init(file: FileID, bytes: Range<Int>) {
    self.file = file
    self.bytes = bytes
  }
}
