/// The hash of a word that is read byte by byte, whatever its ASCII case: FNV-1a.
struct WordHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325
  private(set) var count = 0

  /// Goes on with a byte.
  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte.lowered)) &* 0x0000_0100_0000_01b3
    count &+= 1
  }

  init() {}

  /// Hashes a whole word.
  init(of word: some Sequence<UInt8>) {
    for byte in word { add(byte) }
  }
}

/// Words with what they mean, looked up by their bytes whatever their ASCII case.
struct WordTable<Meaning: OptionSet & Sendable>: Sendable where Meaning.Element == Meaning {
  /// Hashes of the words, each at the first free place from where its low bits point; 0 where there is none.
  private let hashes: [UInt64]
  private let meanings: [Meaning]

  /// Words are shorter than this.
  private static var lengthLimit: Int { 40 }

  /// Takes over lists of words parted by spaces; a word may stand in several.
  init(_ lists: [(Meaning, String)]) {
    var known: [UInt64: Meaning] = [:]
    for (meaning, words) in lists {
      for word in words.utf8.split(whereSeparator: { $0 == ASCII.space || $0 == ASCII.newline }) {
        known[WordHash(of: word).value, default: []].formUnion(meaning)
        // Archives that lost their accents show "?" for them.
        if let lossy = Self.lossy(word) {
          known[WordHash(of: lossy).value, default: []].formUnion(meaning)
        }
      }
    }
    var capacity = 16
    while capacity < known.count * 4 { capacity *= 2 }
    var hashes = [UInt64](repeating: 0, count: capacity)
    var meanings = [Meaning](repeating: [], count: capacity)
    for (hash, meaning) in known {
      var place = Int(truncatingIfNeeded: hash) & (capacity - 1)
      while hashes[place] != 0 { place = (place + 1) & (capacity - 1) }
      (hashes[place], meanings[place]) = (hash, meaning)
    }
    (self.hashes, self.meanings) = (hashes, meanings)
  }

  /// What the word in the range means; empty when it is not listed.
  func meaning(of bytes: [UInt8], _ range: Range<Int>) -> Meaning {
    guard range.count < Self.lengthLimit else { return [] }
    var hash = WordHash()
    for index in range { hash.add(bytes[index]) }
    return meaning(of: hash)
  }

  /// What the word with a hash means; empty when it is not listed.
  func meaning(of word: WordHash) -> Meaning {
    guard word.count < Self.lengthLimit else { return [] }
    var place = Int(truncatingIfNeeded: word.value) & (hashes.count - 1)
    while hashes[place] != 0 {
      if hashes[place] == word.value { return meanings[place] }
      place = (place + 1) & (hashes.count - 1)
    }
    return []
  }

  /// The word with a question mark for each scalar beyond ASCII, none at its ends; nil where little would be left.
  private static func lossy(_ word: some Sequence<UInt8>) -> [UInt8]? {
    var lossy: [UInt8] = []
    var letters = 0
    var isChanged = false
    for byte in word {
      if !byte.isWide {
        lossy.append(byte)
        letters += byte.isLetter ? 1 : 0
      } else if byte & 0xc0 == 0xc0 {
        isChanged = true
        lossy.append(UInt8(ascii: "?"))
      }
    }
    while lossy.first == UInt8(ascii: "?") { lossy.removeFirst() }
    while lossy.last == UInt8(ascii: "?") { lossy.removeLast() }
    return isChanged && letters >= 4 ? lossy : nil
  }
}
