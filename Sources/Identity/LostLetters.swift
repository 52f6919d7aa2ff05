/// Letters that an archive replaced by question marks.
public enum LostLetters {
  /// Counts the words in which a question mark seems to stand for a letter (`J?rg`, `????????`), or a replacement
  /// character does.
  ///
  /// A question mark at the end of a word asks, and one in a link parts it. The number says little by itself; of two
  /// copies of one text the one with fewer such words is the better.
  ///
  /// - Complexity: One pass over the UTF-8.
  public static func count(in text: String) -> Int {
    var text = text
    return text.withUTF8 { utf8 in
      var lost = 0
      var end = 0
      while true {
        // Few words hold either mark: look for one first, then at its word.
        let behind = end
        while end < utf8.count, utf8[end] != UInt8(ascii: "?"), utf8[end] != 0xef { end += 1 }
        guard end < utf8.count else { break }
        var start = end
        while start > behind, utf8[start - 1] > 0x20 { start -= 1 }
        end = start
        var markCount = 0
        var (isLink, isInside, isReplaced) = (false, false, false)
        while end < utf8.count, utf8[end] > 0x20 {
          switch utf8[end] {
          case UInt8(ascii: "?"): markCount += 1
          case 0xef where end + 2 < utf8.count && utf8[end + 1] == 0xbf && utf8[end + 2] == 0xbd:
            isReplaced = true
          case UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "&"): isLink = true
          case 0x41...0x5a, 0x61...0x7a, 0x80...: isInside = isInside || markCount > 0
          default: break
          }
          end += 1
        }
        let isAllMarks = markCount > 1 && utf8[start] == UInt8(ascii: "?")
        if isReplaced || !isLink && (isInside || isAllMarks) { lost += 1 }
      }
      return lost
    }
  }
}
