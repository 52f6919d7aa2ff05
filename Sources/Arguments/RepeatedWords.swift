/// Finds the words of a reply that repeat a passage of what it answers.
///
/// Pages and forums quote within the text, between quotation marks or without any; such words are not the reply's own.
enum RepeatedWords {
  /// From how many words in a row on a passage is repeated rather than met by chance.
  static let leastCount = 5
  /// How many words of what is answered are looked at.
  private static let parentLimit = 1500

  /// For each word whether it stands in a repeated passage.
  ///
  /// - Complexity: Linear.
  static func marks(_ stream: WordStream, _ range: Range<Int>, in parent: WordStream) -> [Bool] {
    var marks = [Bool](repeating: false, count: range.count)
    let others = parent.words.prefix(parentLimit)
    guard others.count >= leastCount, range.count >= leastCount else { return marks }
    var known = WordSet(capacity: others.count)
    rolling(others) { _, hash in known.insert(hash) }
    rolling(stream.words[range]) { start, hash in
      guard known.contains(hash) else { return }
      for index in start..<start + leastCount { marks[index] = true }
    }
    return marks
  }

  /// The hashes of each row of ``leastCount`` words, as a polynomial that moves on word by word.
  private static func rolling(
    _ words: ArraySlice<WordStream.Word>, _ body: (_ start: Int, _ hash: UInt64) -> Void
  ) {
    let base: UInt64 = 0x9e37_79b9_7f4a_7c15
    var highest: UInt64 = 1
    for _ in 1..<leastCount { highest &*= base }
    var hash: UInt64 = 0
    let first = words.startIndex
    for index in words.indices {
      if index - first >= leastCount { hash &-= words[index - leastCount].hash &* highest }
      hash = hash &* base &+ words[index].hash
      let start = index - first - leastCount + 1
      if start >= 0 { body(start, hash) }
    }
  }
}
