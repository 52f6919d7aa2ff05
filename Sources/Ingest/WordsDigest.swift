internal import Discussion
internal import SourceBytes

/// What copies of one post share, whatever archivers did to them: the ASCII letters and digits of the own words.
///
/// Other letters are left out because archives lose them: where one copy says `Jörg` another has `J?rg`. Copies are
/// compared only where they carry one identity already, so what is left is enough to tell a stranger. Where next to
/// nothing is left, as of a text in Cyrillic, other letters count as question marks.
enum WordsDigest {
  /// How many ASCII letters and digits tell texts apart by themselves.
  private static let enough = 8

  /// Digests own words without white space, punctuation, case of ASCII letters, and addresses, which archives mask in
  /// ways of their own (`ada@example.org`, `ada at example.org`, `ada@xxxxxxx`).
  ///
  /// - Complexity: One pass over the UTF-8.
  static func digest(ownWords: String) -> ContentDigest {
    let utf8 = ownWords.utf8Span.span
    let letters = kept(utf8, marksOthers: false)
    return ContentDigest(
      of: (letters.count < enough ? kept(utf8, marksOthers: true) : letters).span)
  }

  private static func kept(_ utf8: Span<UInt8>, marksOthers: Bool) -> [UInt8] {
    // A blank and a mark beside each byte are the most that can come.
    [UInt8](capacity: utf8.count * (marksOthers ? 3 : 1)) { kept in
      var filter = WordFilter(marksOthers: marksOthers)
      var index = 0
      while index < utf8.count {
        let begin = index
        while index < utf8.count, !isBlank(utf8[index]) { index += 1 }
        if index > begin { filter.add(utf8.extracting(begin..<index), to: &kept) }
        while index < utf8.count, isBlank(utf8[index]) { index += 1 }
      }
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }
}

/// Keeps letters and digits of words that are no part of an address.
private struct WordFilter {
  /// Whether other letters count, and question marks in their place, as question marks; words are parted then.
  let marksOthers: Bool
  /// Where the word before the last began in what is kept; a masked address takes it back.
  private var previousStart = 0
  private var lastStart = 0
  /// Whether the last word was `at`.
  private var followsAt = false

  init(marksOthers: Bool) {
    self.marksOthers = marksOthers
  }

  mutating func add(_ word: Span<UInt8>, to kept: inout OutputSpan<UInt8>) {
    if followsAt, word.contains(UInt8(ascii: ".")) {
      kept.removeLast(kept.count - previousStart)
      (previousStart, lastStart, followsAt) = (kept.count, kept.count, false)
      return
    }
    (previousStart, lastStart) = (lastStart, kept.count)
    followsAt = word.count == 2 && word[0] == UInt8(ascii: "a") && word[1] == UInt8(ascii: "t")
    guard !word.contains(UInt8(ascii: "@")) else { return }
    if marksOthers, kept.count > 0 { kept.append(0x20) }
    for index in word.indices {
      let byte = word[index]
      // One mark for each scalar, which is what an archive puts in its place.
      if marksOthers, byte == 0x3f || byte & 0xc0 == 0xc0 { kept.append(0x3f) }
      if byte | 0x20 &- 0x61 < 26 {
        kept.append(byte | 0x20)
      } else if byte &- 0x30 < 10 {
        kept.append(byte)
      }
    }
  }
}

extension Span<UInt8> {
  fileprivate func contains(_ byte: UInt8) -> Bool {
    for index in indices where self[index] == byte { return true }
    return false
  }
}
