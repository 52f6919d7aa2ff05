internal import Discussion

/// The messages that a text names by their Message-IDs outside of quotations, in order.
///
/// News readers open an answer with `In article <id> Ada writes:`. Where quotations are only indented, or where words
/// stand between that line and the quotation, no block tells it from the author's own words, so the text itself is read. The
/// first name is that of the message that is answered; those behind it come from the lines that it quotes.
struct NamedMessages {
  /// One name.
  struct Name {
    var post: PostID
    /// Whether the word before says that it is a Message-ID and no address.
    var isMarked: Bool
    /// The line up to the end of the name, in the UTF-8 of the text.
    var bytes: Range<Int>
  }

  /// How many names are kept.
  private static let limit = 8
  /// How many bytes are looked at.
  private static let byteLimit = 1 << 15

  private(set) var names: [Name] = []

  /// - Parameters:
  ///   - bytes: The UTF-8 of the text.
  ///   - passages: Where nothing is quoted, in order.
  init(_ bytes: [UInt8], in passages: [Range<Int>]) {
    for passage in passages where passage.lowerBound < NamedMessages.byteLimit {
      var index = passage.lowerBound
      let end = min(passage.upperBound, NamedMessages.byteLimit)
      while index < end, names.count < NamedMessages.limit {
        guard bytes[index] == UInt8(ascii: "<") else {
          index += 1
          continue
        }
        let open = index
        index += 1
        var hasAt = false
        // An id has no blanks; a line that quotes by `>` begins none.
        while index < end, bytes[index] > 0x20, bytes[index] != UInt8(ascii: ">"),
          bytes[index] != UInt8(ascii: "<"), index - open < 250
        {
          if bytes[index] == UInt8(ascii: "@") { hasAt = true }
          index += 1
        }
        guard index < end, bytes[index] == UInt8(ascii: ">"), hasAt else { continue }
        var line = open
        while line > passage.lowerBound, bytes[line - 1] != 0x0a, open - line < 100 { line -= 1 }
        let id = String(decoding: bytes[open + 1..<index], as: UTF8.self)
        names.append(
          Name(
            post: PostID(PostIdentity(MessageID(id))),
            isMarked: NamedMessages.isMarked(bytes, before: open), bytes: line..<index + 1))
      }
    }
  }

  /// Whether the word before says that an id follows: `In article <`, `In message <`, `Message-ID: <`.
  private static func isMarked(_ bytes: [UInt8], before open: Int) -> Bool {
    var end = open
    while end > 0, bytes[end - 1] <= 0x20 || bytes[end - 1] == UInt8(ascii: ":") { end -= 1 }
    var start = end
    while start > 0, bytes[start - 1] | 0x20 &- 0x61 < 26 || bytes[start - 1] == UInt8(ascii: "-") {
      start -= 1
    }
    let word = bytes[start..<end].map { $0 | 0x20 }
    return words.contains { $0.elementsEqual(word) }
  }

  private static let words: [[UInt8]] = [
    "article", "message", "message-id", "id", "in", "artikel", "articolo", "messaggio", "nachricht",
    "mid", "msg-id", "news", "post", "posting",
  ].map { Array($0.utf8) }
}
