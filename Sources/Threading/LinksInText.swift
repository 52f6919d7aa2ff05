public import Discussion

/// Web addresses as people write them into text (RFC 3986), and the names of messages (`news:` RFC 5538, `mid:`
/// RFC 2392).
public enum LinksInText {
  /// More than these are not read from one text.
  private static let limit = 200
  /// Longer ones are no address of a post.
  private static let byteLimit = 2000

  /// The addresses with their scheme, in order, each once.
  ///
  /// - Complexity: O(n) in the UTF-8 of the text.
  public static func links(in text: String) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      var found: [String] = []
      var seen: Set<String> = []
      var offset = 0
      while found.count < limit, offset < bytes.count {
        guard bytes[offset] == UInt8(ascii: ":"), let start = schemeStart(bytes, colon: offset)
        else {
          offset += 1
          continue
        }
        var end = offset
        while end < bytes.count, !endsAddress(bytes[end]) { end += 1 }
        let address = trimmed(bytes, start..<end)
        offset = end
        let rest = hasSlashes(bytes, after: bytes[start..<address.upperBound]) ? 3 : 1
        guard address.count <= byteLimit, address.upperBound > colon(bytes, from: start) + rest
        else { continue }
        let link = String(decoding: bytes[address], as: UTF8.self)
        if seen.insert(link).inserted { found.append(link) }
      }
      return found
    }
  }

  /// The addresses in a post, given its own words; what links by a pingback says so by the page behind its author.
  public static func links(in words: String, of post: Post) -> [String] {
    let links = links(in: words)
    guard post.kind == .pingback, let url = post.author.url else { return links }
    return [url] + links
  }

  private static func colon(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    bytes[start...].firstIndex(of: UInt8(ascii: ":")) ?? start
  }

  private static func hasSlashes(
    _ bytes: UnsafeBufferPointer<UInt8>, after address: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    let colon = colon(bytes, from: address.startIndex)
    return colon + 2 < bytes.count && bytes[colon + 1] == UInt8(ascii: "/")
      && bytes[colon + 2] == UInt8(ascii: "/")
  }

  /// Where the scheme before a colon starts; nil where it is none that names posts.
  private static func schemeStart(
    _ bytes: UnsafeBufferPointer<UInt8>, colon: Int
  ) -> Int? {
    var start = colon
    while start > 0, colon - start < 6, isLetter(bytes[start - 1]) { start -= 1 }
    let letters = bytes[start..<colon].map { $0 | 0x20 }
    let isHierarchical =
      colon + 2 < bytes.count && bytes[colon + 1] == UInt8(ascii: "/")
      && bytes[colon + 2] == UInt8(ascii: "/")
    let schemes = isHierarchical ? ["https", "http", "nntp", "news"] : ["news", "mid"]
    for scheme in schemes where letters.suffix(scheme.utf8.count).elementsEqual(scheme.utf8) {
      return colon - scheme.utf8.count
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private static func endsAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20: true
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "`"):
      true
    default: false
    }
  }

  /// Without what ends the sentence, nor a bracket that opens before the address.
  private static func trimmed(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Range<Int> {
    var open = 0
    for byte in bytes[range] {
      open += byte == UInt8(ascii: "(") ? 1 : byte == UInt8(ascii: ")") ? -1 : 0
    }
    var end = range.upperBound
    while end > range.lowerBound {
      let last = bytes[end - 1]
      if last == UInt8(ascii: ")"), open < 0 {
        open += 1
      } else if !".,;:!?'*_".utf8.contains(last) {
        break
      }
      end -= 1
    }
    return range.lowerBound..<end
  }
}
