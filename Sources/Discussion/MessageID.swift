/// A Message-ID (RFC 5322 §3.6.4) without its angle brackets.
public struct MessageID: Sendable, Hashable, Comparable {
  /// The id as written, unfolded, without brackets.
  public let asWritten: String
  /// The form that RFC 5256 §3 compares: a quoted local part that needs no quotes loses them.
  public let normalized: String

  /// Reads an id without brackets.
  public init(_ text: String) {
    asWritten = text
    normalized = MessageID.normalize(text)
  }

  /// Two ids are one when their normalised forms are.
  public static func == (left: MessageID, right: MessageID) -> Bool {
    left.normalized == right.normalized
  }

  /// Hashes the normalised form.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(normalized)
  }

  /// Orders by the normalised form.
  public static func < (left: MessageID, right: MessageID) -> Bool {
    left.normalized < right.normalized
  }

  private static func normalize(_ text: String) -> String {
    guard text.utf8.first == UInt8(ascii: "\"") else { return text }
    var local: [UInt8] = []
    var isEscaped = false
    var rest = text.utf8.dropFirst()
    while let byte = rest.first {
      rest = rest.dropFirst()
      if isEscaped {
        local.append(byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        return String(decoding: local + Array(rest), as: UTF8.self)
      } else {
        local.append(byte)
      }
    }
    return text
  }
}
