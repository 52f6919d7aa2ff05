internal import SourceBytes

/// What browsers and mirrors note in the pages that they save.
enum SavedPage {
  /// The address in `<!-- saved from url=(0031)http://… -->` or `<!-- Mirrored from host/path by … -->`.
  static func address(in head: String) -> String? {
    if let range = head.firstRange(of: "saved from url=(") {
      let rest = head[range.upperBound...].drop { $0 != ")" }.dropFirst()
      let address = String(rest.prefix { !$0.isWhitespace && $0 != "<" })
      return address.hasPrefix("http") ? address : nil
    }
    if let range = head.firstRange(of: "<!-- Mirrored from ") {
      let address = String(head[range.upperBound...].prefix { !$0.isWhitespace && $0 != "<" })
      return address.contains(".")
        ? (address.hasPrefix("http") ? address : "http://" + address) : nil
    }
    return nil
  }

  /// The page without the bar that the Wayback Machine puts on top of it.
  static func withoutBanner(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.count > 200,
      let start = find("<!-- BEGIN WAYBACK TOOLBAR INSERT -->", in: bytes, from: 0),
      let end = find("<!-- END WAYBACK TOOLBAR INSERT -->", in: bytes, from: start)
    else { return bytes }
    return Array(bytes[..<start] + bytes[end...])
  }

  /// Where a mark starts within the first 256 KiB after `offset`.
  ///
  /// What stands where the mark would end tells how far it may go on at once (Horspool 1980).
  private static func find(_ mark: String, in bytes: [UInt8], from offset: Int) -> Int? {
    let pattern = mark.utf8.span
    let limit = min(bytes.count, offset + (1 << 18)) - pattern.count
    let bytes = bytes.span
    var steps = InlineArray<256, Int>(repeating: pattern.count)
    for place in 0..<pattern.count - 1 { steps[Int(pattern[place])] = pattern.count - 1 - place }
    var position = offset
    while position <= limit {
      var matched = 0
      while matched < pattern.count, bytes[position + matched] == pattern[matched] { matched += 1 }
      if matched == pattern.count { return position }
      position += steps[Int(bytes[position + pattern.count - 1])]
    }
    return nil
  }
}
