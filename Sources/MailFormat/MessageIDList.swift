internal import SourceBytes

/// The Message-IDs that a field names (RFC 5322, section 3.6.4), read tolerantly.
package enum MessageIDList {
  /// The most ids that are taken from one field.
  static let limit = 1_000

  /// Reads the ids in `range`: what stands in angle brackets, blanks and folds left out.
  ///
  /// Without any bracket the words are ids when every one of them holds an `@`; prose gives none. What owns something, as
  /// in `<ada@example.org>'s message of Friday` (GNU Emacs writes it into In-Reply-To), is an address and no id; so is the
  /// first of `Message from Ada <ada@example.org> of "Fri, 19 Jul 2002" <1@example.org>` (MH).
  ///
  /// - Complexity: O(n).
  package static func parse(_ bytes: Span<UInt8>, in range: Range<Int>) -> [String] {
    var ids: [String] = []
    var index = range.lowerBound
    var hasBracket = false
    while ids.count < limit,
      let open = bytes.firstOffset(of: 0x3C, from: index, to: range.upperBound)
    {
      hasBracket = true
      if let close = plainID(bytes, from: open + 1, to: range.upperBound),
        !isOwner(bytes, endingAt: close, before: range.upperBound)
      {
        if ids.isEmpty { ids.reserveCapacity(4) }
        ids.append(bytes.string(in: open + 1..<close))
        index = close + 1
        continue
      }
      var id: [UInt8] = []
      var end = open + 1
      while end < range.upperBound, bytes[end] != 0x3E {
        // A second bracket opens anew: the first was none, or both stand around one id.
        if bytes[end] == 0x3C { id = [] } else if bytes[end] > 0x20 { id.append(bytes[end]) }
        end += 1
      }
      if end == range.upperBound {
        // Never closed: cut off by a limit of some server, unless it is all that there is.
        guard ids.isEmpty else { break }
        id = id.prefix { $0 != 0x29 && $0 != 0x2C && $0 != 0x3B } + []
      }
      if !isOwner(bytes, endingAt: end, before: range.upperBound), let id = string(id) {
        ids.append(id)
      }
      index = end + 1
    }
    return hasBracket ? ids : bare(bytes, in: range)
  }

  /// Where an id ends that is visible ASCII throughout, as nearly all are.
  private static func plainID(_ bytes: Span<UInt8>, from start: Int, to limit: Int) -> Int? {
    guard let close = bytes.firstOffset(of: 0x3E, from: start, to: min(limit, start + 2_000)),
      close > start, bytes.isVisibleASCII(start..<close, without: 0x3C)
    else { return nil }
    return close
  }

  /// Whether `'s ` follows the closing bracket, or ` of ` and, later on, a further bracket.
  private static func isOwner(_ bytes: Span<UInt8>, endingAt end: Int, before limit: Int) -> Bool {
    guard end + 3 < limit else { return false }
    if bytes[end + 1] == UInt8(ascii: "'") {
      return bytes[end + 2] == UInt8(ascii: "s") && bytes[end + 3].isASCIIWhitespace
    }
    var next = end + 1
    while next < limit, bytes[next].isASCIIWhitespace { next += 1 }
    return next > end + 1 && next + 2 < limit && bytes.hasBytes("of", at: next)
      && bytes[next + 2].isASCIIWhitespace
      && bytes.firstOffset(of: 0x3C, from: next, to: limit) != nil
  }

  /// The value of a Message-ID field, whatever stands there.
  package static func parseOwn(_ bytes: Span<UInt8>, in range: Range<Int>) -> String? {
    if let first = parse(bytes, in: range).first { return first }
    var id: [UInt8] = []
    for index in range where bytes[index] > 0x20 && bytes[index] != 0x3C && bytes[index] != 0x3E {
      id.append(bytes[index])
    }
    return string(id)
  }

  private static func bare(_ bytes: Span<UInt8>, in range: Range<Int>) -> [String] {
    var ids: [String] = []
    var index = range.lowerBound
    while index < range.upperBound, ids.count < limit {
      while index < range.upperBound, bytes[index].isASCIIWhitespace || bytes[index] == 0x2C {
        index += 1
      }
      let start = index
      while index < range.upperBound, !bytes[index].isASCIIWhitespace, bytes[index] != 0x2C {
        index += 1
      }
      guard index > start else { break }
      guard let at = bytes.firstOffset(of: 0x40, from: start, to: index), at > start, at + 1 < index
      else { return [] }
      if let id = string(bytes.bytes(in: start..<index)) { ids.append(id) }
    }
    return ids
  }

  private static func string(_ id: [UInt8]) -> String? {
    guard !id.isEmpty, id.count <= 2_000 else { return nil }
    let census = ByteCensus(of: id.span)
    // Nearly all are ASCII, where nothing need be decoded or cleaned.
    if !census.hasHighBytes, !census.hasControls { return String(decoding: id, as: UTF8.self) }
    return ReadableText.clean(Charset.decodeUnlabelled(id.span).text)
  }
}
