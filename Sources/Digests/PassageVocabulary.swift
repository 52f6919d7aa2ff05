/// The passages of a thread, their words weighed, and which of them others quoted.
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

  init(_ candidates: [PassageChoice.Candidate], _ thread: ThreadWords) {
    var seen: Set<[Int]> = []
    for (post, candidate) in candidates.enumerated() {
      starts.append(units.count)
      for (index, unit) in candidate.body.units.enumerated() {
        let sequence = thread.sequences[post][index]
        units.append(
          Unit(
            post: post, index: index, wordCount: unit.wordCount, words: Set(sequence).sorted(),
            isFirst: index == 0, isCopy: !seen.insert(sequence).inserted,
            quotedCount: thread.quotedCounts[ThreadWords.Place(post: post, unit: index)] ?? 0))
      }
    }
    starts.append(units.count)
    let count = Double(max(2, units.count))
    weights = thread.frequencies.map { frequency in
      frequency < 2
        ? 0.1 : Double(frequency).squareRoot() * max(0, 1 - Double(frequency) * 8 / count)
    }
  }

  func range(ofPost post: Int) -> Range<Int> { starts[post]..<starts[post + 1] }

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
      // Typographic apostrophes are those of the keyboard.
      case 0x27, 0x2019: if !word.isEmpty { word.append(0x27) }
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
