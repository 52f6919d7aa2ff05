/// Search in the bytes of strings.
///
/// Both shadow methods of the standard library that compare characters grapheme by grapheme, which took more
/// than half of the time of telling what made a page. Marks and labels are looked for as they are spelled.
extension String {
  /// Whether `other` stands in it, byte by byte; the empty string stands everywhere.
  func contains(_ other: String) -> Bool { ByteSearch.offset(of: other, in: utf8.span) != nil }

  /// Where `other` first stands in it, byte by byte; nil where it is empty or stands nowhere.
  func firstRange(of other: String) -> Range<String.Index>? {
    guard let offset = ByteSearch.offset(of: other, in: utf8.span), !other.isEmpty else {
      return nil
    }
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: other.utf8.count)
  }
}

extension Substring {
  /// Whether `other` stands in it, byte by byte; the empty string stands everywhere.
  func contains(_ other: String) -> Bool { ByteSearch.offset(of: other, in: utf8.span) != nil }

  /// Where `other` first stands in it, byte by byte; nil where it is empty or stands nowhere.
  func firstRange(of other: String) -> Range<String.Index>? {
    guard let offset = ByteSearch.offset(of: other, in: utf8.span), !other.isEmpty else {
      return nil
    }
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: other.utf8.count)
  }
}

private enum ByteSearch {
  /// The offset at which `pattern` first stands; 0 for an empty one.
  ///
  /// - Complexity: Linear for the short patterns that this module looks for.
  static func offset(of pattern: String, in bytes: Span<UInt8>) -> Int? {
    let wanted = pattern.utf8.span
    guard wanted.count > 0 else { return 0 }
    let first = wanted[0]
    var offset = 0
    while offset + wanted.count <= bytes.count {
      if bytes[offset] == first {
        var matched = 1
        while matched < wanted.count, bytes[offset + matched] == wanted[matched] { matched += 1 }
        if matched == wanted.count { return offset }
      }
      offset += 1
    }
    return nil
  }
}
