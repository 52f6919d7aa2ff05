/// Phrases that are looked up at one place of a text, whatever their ASCII case.
///
/// Built once; a look-up costs one test of two bytes where no phrase begins, else the phrases that share the first byte.
struct PhraseTable: Sendable {
  /// The bytes of all phrases, and where each begins: no arrays in an array, whose owners would be counted.
  private let storage: [UInt8]
  private let starts: [Int32]
  private let firstOfByte: [Int32]
  /// The second byte of each; 0 where there is none.
  private let seconds: [UInt8]
  /// What the phrases begin with.
  let beginnings: BytePairs

  /// Takes over phrases in any order.
  init(_ phrases: [String]) {
    let lowered = phrases.map { $0.utf8.map(\.lowered) }.filter { !$0.isEmpty }
    // Longer phrases first, so that the longest match wins.
    let sorted = lowered.sorted {
      $0[0] != $1[0] ? $0[0] < $1[0] : $0.count != $1.count ? $0.count > $1.count : false
    }
    var first = [Int32](repeating: Int32(sorted.count), count: 257)
    for (index, phrase) in sorted.enumerated().reversed() { first[Int(phrase[0])] = Int32(index) }
    for byte in (0..<256).reversed() where first[byte] == Int32(sorted.count) {
      first[byte] = first[byte + 1]
    }
    var starts: [Int32] = [0]
    var beginnings = BytePairs()
    for phrase in sorted {
      starts.append(starts[starts.count - 1] + Int32(phrase.count))
      beginnings.insert(beginningOf: phrase)
    }
    storage = sorted.flatMap { $0 }
    self.starts = starts
    self.beginnings = beginnings
    firstOfByte = first
    seconds = sorted.map { $0.count > 1 ? $0[1] : 0 }
  }

  /// The end of the longest phrase that begins at `start`, or nil.
  func match(in bytes: [UInt8], at start: Int, before end: Int) -> Int? {
    guard start < end,
      start + 1 == end || beginnings.contains(bytes[start], bytes[start + 1])
    else { return nil }
    let first = Int(bytes[start].lowered)
    let second = start + 1 < end ? bytes[start + 1].lowered : 0
    let from = Int(firstOfByte[first])
    let to = Int(firstOfByte[first + 1])
    next: for index in from..<max(from, to) where seconds[index] == second || seconds[index] == 0 {
      let phrase = Int(starts[index])
      let count = Int(starts[index + 1]) - phrase
      guard end - start >= count else { continue }
      var offset = 1
      while offset < count {
        if bytes[start + offset].lowered != storage[phrase + offset] { continue next }
        offset += 1
      }
      return start + count
    }
    return nil
  }

  /// Whether a phrase begins anywhere in the range.
  func occurs(in bytes: [UInt8], _ range: Range<Int>) -> Bool {
    for start in range where match(in: bytes, at: start, before: range.upperBound) != nil {
      return true
    }
    return false
  }
}

/// Pairs of bytes, in either ASCII case: one bit for each.
struct BytePairs: Sendable {
  private var bits = [UInt64](repeating: 0, count: 1024)

  /// Adds the first two bytes of a phrase; a phrase of one byte begins with all its pairs.
  mutating func insert(beginningOf phrase: [UInt8]) {
    guard let first = phrase.first else { return }
    for second in phrase.count > 1 ? BytePairs.cases(of: phrase[1]) : Array(0...255) {
      for first in BytePairs.cases(of: first) {
        let pair = Int(first) << 8 | Int(second)
        bits[pair >> 6] |= 1 << UInt64(pair & 63)
      }
    }
  }

  /// Adds all pairs of another set.
  mutating func formUnion(_ other: BytePairs) {
    for index in bits.indices { bits[index] |= other.bits[index] }
  }

  private static func cases(of byte: UInt8) -> [UInt8] {
    byte.isLetter ? [byte & ~0x20, byte | 0x20] : [byte]
  }

  /// Whether the pair is one of them.
  func contains(_ first: UInt8, _ second: UInt8) -> Bool {
    let pair = Int(first) << 8 | Int(second)
    return bits[pair >> 6] & 1 << UInt64(pair & 63) != 0
  }
}

/// Words with what they mean, looked up by their bytes whatever their ASCII case.
struct WordTable<Meaning: OptionSet & Sendable>: Sendable where Meaning.Element == Meaning {
  /// Hashes of the words, each at the first free place from where its low bits point; 0 where there is none.
  private let hashes: [UInt64]
  private let meanings: [Meaning]

  /// Takes over lists of words parted by spaces; a word may stand in several.
  init(_ lists: [(Meaning, String)]) {
    var known: [UInt64: Meaning] = [:]
    for (meaning, words) in lists {
      for word in words.utf8.split(whereSeparator: { $0 == ASCII.space || $0 == ASCII.newline }) {
        known[Self.hash(word), default: []].formUnion(meaning)
        // Archives that lost their accents show "?" for them.
        if let lossy = Self.lossy(word) {
          known[Self.hash(lossy), default: []].formUnion(meaning)
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
    guard range.count < 40 else { return [] }
    var hash = Self.seed
    for index in range { hash = Self.mix(hash, bytes[index]) }
    var place = Int(truncatingIfNeeded: hash) & (hashes.count - 1)
    while hashes[place] != 0 {
      if hashes[place] == hash { return meanings[place] }
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

  private static func hash(_ word: some Sequence<UInt8>) -> UInt64 {
    var hash = seed
    for byte in word { hash = mix(hash, byte) }
    return hash
  }

  // FNV-1a.
  private static var seed: UInt64 { 0xcbf2_9ce4_8422_2325 }
  private static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte.lowered)) &* 0x0000_0100_0000_01b3
  }
}
