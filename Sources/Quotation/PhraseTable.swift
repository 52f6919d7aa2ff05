/// Phrases that are looked up at one place of a text, whatever their ASCII case.
///
/// Built once; a look-up costs one test of two bytes where no phrase begins, else the phrases that begin with the same
/// two.
struct PhraseTable: Sendable {
  /// The bytes of all phrases, and where each begins: no arrays in an array, whose owners would be counted.
  private let storage: [UInt8]
  private let starts: [Int32]
  /// For each key of two bytes the first phrase that has it; one more at the end.
  private let firstOfKey: [Int32]
  /// What the phrases begin with.
  let beginnings: BytePairs

  /// Takes over phrases in any order; one of a single byte has the keys of all pairs.
  init(_ phrases: [String]) {
    let lowered = phrases.map { $0.utf8.map(\.lowered) }.filter { !$0.isEmpty }
    let keyed = lowered.flatMap { phrase in
      let seconds = phrase.count > 1 ? [phrase[1]] : Array(0..<32)
      return seconds.map { (key: PhraseTable.key(phrase[0], $0), phrase: phrase) }
    }
    // Longer phrases first, so that the longest match wins.
    let sorted = keyed.sorted {
      $0.key != $1.key ? $0.key < $1.key : $0.phrase.count > $1.phrase.count
    }
    var counts = [Int32](repeating: 0, count: PhraseTable.keyCount + 1)
    for (key, _) in sorted { counts[key + 1] += 1 }
    var starts: [Int32] = [0]
    var beginnings = BytePairs()
    for (_, phrase) in sorted {
      starts.append(starts[starts.count - 1] + Int32(phrase.count))
      beginnings.insert(beginningOf: phrase)
    }
    storage = sorted.flatMap(\.phrase)
    self.starts = starts
    self.beginnings = beginnings
    firstOfKey = counts.reduce(into: []) { $0.append(($0.last ?? 0) + $1) }
  }

  private static let keyCount = 1024

  /// Ten bits of two bytes that letters of either case share.
  private static func key(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first & 0x1f) << 5 | Int(second & 0x1f)
  }

  /// The end of the longest phrase that begins at `start`, or nil.
  @inline(__always)
  func match(in bytes: [UInt8], at start: Int, before end: Int) -> Int? {
    guard start < end else { return nil }
    let second = start + 1 < end ? bytes[start + 1] : 0
    guard beginnings.contains(bytes[start], second) else { return nil }
    return longestMatch(in: bytes, at: start, second, before: end)
  }

  private func longestMatch(
    in bytes: [UInt8], at start: Int, _ second: UInt8, before end: Int
  ) -> Int? {
    let key = PhraseTable.key(bytes[start], second)
    next: for index in Int(firstOfKey[key])..<Int(firstOfKey[key + 1]) {
      let phrase = Int(starts[index])
      let count = Int(starts[index + 1]) - phrase
      guard end - start >= count else { continue }
      for offset in 0..<count where bytes[start + offset].lowered != storage[phrase + offset] {
        continue next
      }
      return start + count
    }
    return nil
  }

  /// Whether a phrase begins anywhere in the range.
  func occurs(in bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard var first = range.first.map({ bytes[$0] }) else { return false }
    for start in range {
      let second = start + 1 < range.upperBound ? bytes[start + 1] : 0
      if beginnings.contains(first, second),
        longestMatch(in: bytes, at: start, second, before: range.upperBound) != nil
      {
        return true
      }
      first = second
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
    if phrase.count > 1 {
      insert(first, phrase[1])
    } else {
      for second in UInt8.min...UInt8.max { insert(first, second) }
    }
  }

  /// Adds a pair in all cases of its letters.
  private mutating func insert(_ first: UInt8, _ second: UInt8) {
    let firstCase: UInt8 = first.isLetter ? 0x20 : 0
    let secondCase: UInt8 = second.isLetter ? 0x20 : 0
    for pair in [
      (first, second), (first ^ firstCase, second), (first, second ^ secondCase),
      (first ^ firstCase, second ^ secondCase),
    ] {
      let bit = Int(pair.0) << 8 | Int(pair.1)
      bits[bit >> 6] |= 1 << UInt64(bit & 63)
    }
  }

  /// Adds all pairs of another set.
  mutating func formUnion(_ other: BytePairs) {
    for index in bits.indices { bits[index] |= other.bits[index] }
  }

  /// Whether the pair is one of them.
  func contains(_ first: UInt8, _ second: UInt8) -> Bool {
    let pair = Int(first) << 8 | Int(second)
    return bits[pair >> 6] & 1 << UInt64(pair & 63) != 0
  }
}
