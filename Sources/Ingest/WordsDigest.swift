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
    let utf8 = Array(ownWords.utf8)
    let letters = kept(utf8, marksOthers: false)
    return ContentDigest(
      of: (letters.count < enough ? kept(utf8, marksOthers: true) : letters).span)
  }

  private static func kept(_ utf8: [UInt8], marksOthers: Bool) -> [UInt8] {
    var filter = WordFilter(marksOthers: marksOthers)
    filter.kept.reserveCapacity(utf8.count)
    var start: Int?
    for index in 0...utf8.count {
      let isBlank =
        index == utf8.count || utf8[index] == 0x20 || (0x09...0x0d).contains(utf8[index])
      if !isBlank {
        if start == nil { start = index }
      } else if let begin = start {
        filter.add(utf8[begin..<index])
        start = nil
      }
    }
    return filter.kept
  }
}

/// Keeps letters and digits of words that are no part of an address.
private struct WordFilter {
  /// Whether other letters count, and question marks in their place, as question marks; words are parted then.
  let marksOthers: Bool
  var kept: [UInt8] = []
  /// Where the word before the last began in `kept`; a masked address takes it back.
  private var previousStart = 0
  private var lastStart = 0
  /// Whether the last word was `at`.
  private var followsAt = false

  init(marksOthers: Bool) {
    self.marksOthers = marksOthers
  }

  mutating func add(_ word: ArraySlice<UInt8>) {
    if followsAt, word.contains(UInt8(ascii: ".")) {
      kept.removeSubrange(previousStart...)
      (previousStart, lastStart, followsAt) = (kept.count, kept.count, false)
      return
    }
    (previousStart, lastStart) = (lastStart, kept.count)
    followsAt = word.elementsEqual("at".utf8)
    guard !word.contains(UInt8(ascii: "@")) else { return }
    if marksOthers, !kept.isEmpty { kept.append(0x20) }
    for byte in word {
      // One mark for each scalar, which is what an archive puts in its place.
      if marksOthers, byte == 0x3f || byte & 0xc0 == 0xc0 { kept.append(0x3f) }
      switch byte {
      case 0x41...0x5a: kept.append(byte | 0x20)
      case 0x30...0x39, 0x61...0x7a: kept.append(byte)
      default: break
      }
    }
  }
}
