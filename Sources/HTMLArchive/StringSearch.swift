internal import SourceBytes

/// Search in the bytes of strings.
///
/// Both shadow methods of the standard library that compare characters grapheme by grapheme, which took more
/// than half of the time of telling what made a page. Marks and labels are looked for as they are spelled.
extension String {
  /// Whether `other` stands in it, byte by byte; the empty string stands everywhere.
  func contains(_ other: String) -> Bool { utf8.span.firstOffset(of: other.utf8.span) != nil }

  /// Where `other` first stands in it, byte by byte; nil where it is empty or stands nowhere.
  func firstRange(of other: String) -> Range<String.Index>? {
    guard let offset = utf8.span.firstOffset(of: other.utf8.span), !other.isEmpty else {
      return nil
    }
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: other.utf8.count)
  }
}

extension Substring {
  /// Whether `other` stands in it, byte by byte; the empty string stands everywhere.
  func contains(_ other: String) -> Bool { utf8.span.firstOffset(of: other.utf8.span) != nil }

  /// Where `other` first stands in it, byte by byte; nil where it is empty or stands nowhere.
  func firstRange(of other: String) -> Range<String.Index>? {
    guard let offset = utf8.span.firstOffset(of: other.utf8.span), !other.isEmpty else {
      return nil
    }
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: other.utf8.count)
  }
}
