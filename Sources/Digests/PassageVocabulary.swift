/// The words of a thread's passages, numbered and weighed, and which passages others quoted.
struct PassageVocabulary {
  struct Unit {
    var post: Int
    /// Its place among the units of the post.
    var index: Int
    var wordCount: Int
    /// The distinct words, by number.
    var words: [Int]
    /// Whether it opens the post.
    var isFirst: Bool
    /// Whether an earlier passage says the same.
    var isCopy: Bool
    /// How many posts quote words of it.
    var quotedCount = 0
  }

  private(set) var units: [Unit] = []
  /// For each word how much it counts: words that many passages share, though not all.
  private(set) var weights: [Double] = []
  private var starts: [Int] = []

  init(_ candidates: [PassageChoice.Candidate]) {
    var numbers: [String: Int] = [:]
    var frequencies: [Int] = []
    var seen: Set<[Int]> = []
    // Five words in a row name the passage that said them first.
    var shingles: [UInt64: Int] = [:]
    for (post, candidate) in candidates.enumerated() {
      starts.append(units.count)
      for (index, unit) in candidate.body.units.enumerated() {
        let sequence = PassageVocabulary.words(of: unit.text).map { word in
          if let number = numbers[word] { return number }
          numbers[word] = numbers.count
          frequencies.append(0)
          return numbers.count - 1
        }
        let words = Set(sequence).sorted()
        for word in words { frequencies[word] += 1 }
        for start in sequence.indices.dropLast(4) {
          let shingle = PassageVocabulary.shingle(sequence[start..<(start + 5)])
          if shingles[shingle] == nil { shingles[shingle] = units.count }
        }
        units.append(
          Unit(
            post: post, index: index, wordCount: unit.wordCount, words: words,
            isFirst: index == 0, isCopy: !seen.insert(sequence).inserted))
      }
    }
    starts.append(units.count)
    let count = Double(max(2, units.count))
    weights = frequencies.map { frequency in
      frequency < 2
        ? 0.1 : Double(frequency).squareRoot() * max(0, 1 - Double(frequency) * 8 / count)
    }
    countQuotations(candidates, numbers, shingles)
  }

  func range(ofPost post: Int) -> Range<Int> { starts[post]..<starts[post + 1] }

  private mutating func countQuotations(
    _ candidates: [PassageChoice.Candidate], _ numbers: [String: Int], _ shingles: [UInt64: Int]
  ) {
    for (post, candidate) in candidates.enumerated() {
      var quoted: Set<Int> = []
      for text in candidate.quoted {
        let sequence = PassageVocabulary.words(of: text).map { numbers[$0] ?? -1 }
        for start in sequence.indices.dropLast(4) {
          guard let unit = shingles[PassageVocabulary.shingle(sequence[start..<(start + 5)])] else {
            continue
          }
          if units[unit].post != post { quoted.insert(unit) }
        }
      }
      for unit in quoted { units[unit].quotedCount += 1 }
    }
  }

  /// One number for words in a row (FNV-1a over their numbers).
  private static func shingle(_ words: ArraySlice<Int>) -> UInt64 {
    words.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64(truncatingIfNeeded: $1)) &* 0x100_0000_01B3 }
  }

  /// The words of a text in lower case; each sign of a script without spaces is one.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var isASCII = true
    func close() {
      guard !word.isEmpty else { return }
      let text = String(decoding: word, as: UTF8.self)
      words.append(isASCII ? text : text.lowercased())
      word.removeAll(keepingCapacity: true)
      isASCII = true
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x61...0x7A, 0x30...0x39: word.append(UInt8(scalar.value))
      case 0x41...0x5A: word.append(UInt8(scalar.value) | 0x20)
      case 0x27: if !word.isEmpty { word.append(0x27) }
      case 0..<0x80: close()
      default:
        let isUnspaced = WordCount.isUnspaced(scalar)
        if isUnspaced || !WordCount.isLetter(scalar) { close() }
        guard isUnspaced || WordCount.isLetter(scalar) else { continue }
        word += UTF8.encode(scalar).map { Array($0) } ?? []
        isASCII = false
        if isUnspaced { close() }
      }
    }
    close()
    return words
  }
}
