/// Where links and mail addresses stand in a text.
///
/// The host of a bug tracker says nothing of bugs: the words of a link are its address, not what the writer says.
enum LinkPlaces {
  /// The links and addresses in some bytes, in order, apart from each other.
  ///
  /// A link begins with a scheme and `://` or with `www.`; an address has an `@` between letters or digits. Both end at a
  /// blank, a quotation mark, an angle bracket or a closing bracket.
  ///
  /// - Complexity: One pass.
  static func ranges(in bytes: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = part.lowerBound
    while index < part.upperBound {
      guard isMark(bytes, index, part) else {
        index += 1
        continue
      }
      let least = ranges.last?.upperBound ?? part.lowerBound
      var start = index
      while start > least, !isEnd(bytes[start - 1]) { start -= 1 }
      var end = index
      while end < part.upperBound, !isEnd(bytes[end]) { end += 1 }
      ranges.append(start..<end)
      index = max(end, index + 1)
    }
    return ranges
  }

  /// Whether a place lies within one of some ranges that stand in order.
  static func holds(_ place: Range<Int>, _ ranges: [Range<Int>]) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].lowerBound <= place.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low > 0 && place.upperBound <= ranges[low - 1].upperBound
  }

  private static func isMark(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ part: Range<Int>
  ) -> Bool {
    func byte(_ place: Int) -> UInt8 { part.contains(place) ? bytes[place] : 0x20 }
    switch bytes[index] {
    case UInt8(ascii: ":"):
      return byte(index + 1) == UInt8(ascii: "/") && byte(index + 2) == UInt8(ascii: "/")
        && isLetterOrDigit(byte(index - 1))
    case UInt8(ascii: "@"):
      return isLetterOrDigit(byte(index - 1)) && isLetterOrDigit(byte(index + 1))
    case UInt8(ascii: "w"), UInt8(ascii: "W"):
      return isEnd(byte(index - 1)) && byte(index + 1) | 0x20 == UInt8(ascii: "w")
        && byte(index + 2) | 0x20 == UInt8(ascii: "w") && byte(index + 3) == UInt8(ascii: ".")
    default: return false
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10
  }

  private static func isEnd(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "<")
      || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
      || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
  }
}
