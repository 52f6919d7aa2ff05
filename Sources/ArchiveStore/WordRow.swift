internal import WordForms

/// The words of a text in a row, with their places in Unicode scalars.
struct WordRow {
  struct Word {
    var range: Range<Int>
    /// The word, folded; empty where a filter holds it back.
    var text: String
    /// The word with the sign that belongs to it, such as `c++`.
    var signed: String?
    var isPair: Bool
  }

  private(set) var words: [Word] = []

  /// - Parameter filter: Which words are wanted; the others have a place but no text, which is most of the work.
  init(_ text: String, only filter: WordFilter? = nil) {
    var text = text
    text.withUTF8 { utf8 in
      let bytes = unsafe utf8.span
      var scanner = WordScanner()
      var position = 0
      var scalars = 0
      /// Counts scalars up to a byte.
      func scalarOffset(_ byte: Int) -> Int {
        if byte < position { (position, scalars) = (0, 0) }
        while position < byte {
          if bytes[position] & 0xc0 != 0x80 { scalars += 1 }
          position += 1
        }
        return scalars
      }
      while scanner.next(in: bytes) {
        if scanner.isColocated {
          if !scanner.isPair, filter?.wants(scanner.folded) ?? true {
            words[words.count - 1].signed = scanner.folded.text
            // A word of which only the name with its sign is wanted is wanted.
            if words[words.count - 1].text.isEmpty { words[words.count - 1].text = "\u{0}" }
          }
          // The last of a run of pairs can be asked for alone.
          guard scanner.isPair else { continue }
        }
        // A pair begins inside the one before it, so that its start is counted first and its end after.
        let start = scalarOffset(scanner.range.lowerBound)
        let length = scanner.range.reduce(into: 0) { if bytes[$1] & 0xc0 != 0x80 { $0 += 1 } }
        words.append(
          Word(
            range: start..<(start + length),
            text: filter?.wants(scanner.folded) ?? true ? scanner.folded.text : "", signed: nil,
            isPair: scanner.isPair))
      }
    }
  }
}

/// The words that some phrases may have at some place.
struct WordFilter: Sendable, Hashable {
  private static let seed: UInt64 = 14_695_981_039_346_656_037

  private var hashes: Set<UInt64> = []
  private var beginnings: [[UInt8]] = []

  init(_ phrases: [SnippetTerms.Phrase]) {
    for phrase in phrases {
      for (index, place) in phrase.places.enumerated() {
        for word in place {
          if phrase.isPrefix, index == phrase.places.count - 1 {
            beginnings.append(Array(word.utf8))
          } else {
            hashes.insert(
              word.utf8.reduce(WordFilter.seed) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 })
          }
        }
      }
    }
    beginnings.sort { $0.lexicographicallyPrecedes($1) }
  }

  /// Whether some phrase may have a word; one word in a million of millions is taken by mistake.
  func wants(_ word: FixedWord) -> Bool {
    if hashes.contains(word.hash(from: WordFilter.seed)) { return true }
    return beginnings.contains { beginning in
      word.count >= beginning.count
        && beginning.indices.allSatisfy { word[$0] == beginning[$0] }
    }
  }
}
