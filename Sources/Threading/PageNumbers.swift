/// The numbers of comments that a text names: `#3`, `@3`, `comment 3`, `comment-123` in a link.
struct PageNumbers {
  /// Numbers as printed beside comments, with where they stand in the UTF-8.
  private(set) var ordinals: [(value: Int, bytes: Range<Int>)] = []
  /// Numbers of anchors in links.
  private(set) var anchors: [(value: Int, bytes: Range<Int>)] = []

  /// Words that a comment's number follows, lower case.
  ///
  /// Languages: en, de, fr, es, nl.
  private static let words: Set<String> = [
    "comment", "comments", "post", "reply", "kommentar", "beitrag", "commentaire", "comentario",
    "reactie",
  ]

  /// Reads the passages of a text; at most 16 numbers.
  init(_ bytes: [UInt8], in passages: [Range<Int>]) {
    for passage in passages {
      var index = passage.lowerBound
      while index < passage.upperBound, ordinals.count + anchors.count < 16 {
        guard bytes[index] &- 0x30 < 10 else {
          index += 1
          continue
        }
        let start = index
        var value = 0
        while index < passage.upperBound, bytes[index] &- 0x30 < 10, index - start < 12 {
          value = value * 10 + Int(bytes[index] - 0x30)
          index += 1
        }
        guard start > passage.lowerBound else { continue }
        let before = bytes[start - 1]
        if before == UInt8(ascii: "#") || before == UInt8(ascii: "@") {
          if start - 1 == passage.lowerBound || !PageNumbers.isWord(bytes[start - 2]) {
            ordinals.append((value, start - 1..<index))
          }
        } else if before == UInt8(ascii: "-"), start >= passage.lowerBound + 8,
          bytes[start - 8..<start].elementsEqual("comment-".utf8)
        {
          anchors.append((value, start - 8..<index))
        } else if before == 0x20, let word = PageNumbers.word(in: bytes, before: start - 1) {
          ordinals.append((value, word..<index))
        }
      }
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80 || byte == UInt8(ascii: "/")
  }

  /// Where the word that ends at `end` starts, if it names comments.
  private static func word(in bytes: [UInt8], before end: Int) -> Int? {
    var start = end
    while start > 0, end - start < 12, bytes[start - 1] | 0x20 &- 0x61 < 26 { start -= 1 }
    let word = String(decoding: bytes[start..<end].map { $0 | 0x20 }, as: UTF8.self)
    return words.contains(word) ? start : nil
  }
}
