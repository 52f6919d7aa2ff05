internal import Discussion

/// The words of posts by how often they stand there, for telling how alike two texts are.
struct WordVector {
  /// Hash and weight, by rising hash; the squares of the weights sum to 1.
  private(set) var entries: [(word: UInt64, weight: Double)] = []

  /// Counts words of at least four bytes, the author's own or those quoted once; the weights are still counts.
  init(_ text: ScannedText, ofQuotations: Bool = false) {
    var words: [UInt64] = []
    for passage in text.passages
    where ofQuotations ? passage.isQuotedOnce : passage.depth == 0 && passage.kind == .own {
      for word in passage.words where text.ends[word] - text.starts[word] >= 4 {
        words.append(text.hashes[word])
      }
    }
    words.sort()
    for word in words {
      if entries.last?.word == word {
        entries[entries.count - 1].weight += 1
      } else {
        entries.append((word, 1))
      }
    }
  }

  /// Weighs each word by its rarity among `count` texts.
  mutating func weigh(by frequency: [UInt64: Int], count: Int) {
    var square = 0.0
    for index in entries.indices {
      let rarity = Logarithm.of(
        Double(count + 1) / Double(max(1, frequency[entries[index].word] ?? 1)))
      entries[index].weight = (1 + Logarithm.of(entries[index].weight)) * rarity
      square += entries[index].weight * entries[index].weight
    }
    guard square > 0 else {
      entries = []
      return
    }
    let length = square.squareRoot()
    for index in entries.indices { entries[index].weight /= length }
  }

  /// The cosine of two weighed vectors, from 0 to 1.
  func likeness(to other: WordVector) -> Double {
    var sum = 0.0
    forEachShared(with: other) { _, product in sum += product }
    return sum
  }

  /// The shared words of weight, the rarest first, at most four.
  ///
  /// - Parameter isRare: Whether a word is rare enough to be shown.
  func rarestShared(with other: WordVector, isRare: (UInt64) -> Bool) -> [UInt64] {
    var shared: [(word: UInt64, weight: Double)] = []
    forEachShared(with: other) { word, weight in
      if isRare(word) { shared.append((word, weight)) }
    }
    shared.sort { $0.weight != $1.weight ? $0.weight > $1.weight : $0.word < $1.word }
    return shared.prefix(4).filter { $0.weight >= 0.01 }.map(\.word)
  }

  /// The shared words with their parts of the cosine.
  func forEachShared(with other: WordVector, _ body: (UInt64, Double) -> Void) {
    var left = 0
    var right = 0
    while left < entries.count, right < other.entries.count {
      let (first, second) = (entries[left], other.entries[right])
      if first.word == second.word {
        body(first.word, first.weight * second.weight)
        left += 1
        right += 1
      } else if first.word < second.word {
        left += 1
      } else {
        right += 1
      }
    }
  }
}
