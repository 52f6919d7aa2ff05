/// Phrases that are looked for in sentences, each with a weight.
struct CuePhrases: Sendable {
  private var byFirstWord: [String: [(words: [String], weight: Double)]] = [:]

  /// - Parameter phrases: Words in lower case with one space between them.
  init(_ phrases: [(String, Double)]) {
    for (phrase, weight) in phrases {
      let words = phrase.split(separator: " ").map(String.init)
      guard let first = words.first else { continue }
      byFirstWord[first, default: []].append((words, weight))
    }
  }

  /// The greatest weight of a phrase with which a sentence begins; 0 where there is none.
  func opening(of sentence: CueSentence) -> Double {
    weight(at: 0, in: sentence.words)
  }

  /// The greatest weight of a phrase anywhere in a sentence; 0 where there is none.
  ///
  /// - Parameters:
  ///   - denied: Words that undo a phrase where one of them stands before it.
  ///   - window: How many words before it are looked at.
  /// - Complexity: Linear in the words of the sentence.
  func best(in sentence: CueSentence, denied: Set<String> = [], window: Int = 5) -> Double {
    let words = sentence.words
    var best = 0.0
    // What stands further on in a very long sentence is not what it is quoted for.
    for index in words.indices.prefix(40) {
      let weight = weight(at: index, in: words)
      if weight > best, !words[max(0, index - window)..<index].contains(where: denied.contains) {
        best = weight
      }
    }
    return best
  }

  private func weight(at index: Int, in words: [String]) -> Double {
    guard index < words.count, let phrases = byFirstWord[words[index]] else { return 0 }
    var best = 0.0
    for (phrase, weight) in phrases where weight > best && index + phrase.count <= words.count {
      if words[index..<(index + phrase.count)].elementsEqual(phrase) { best = weight }
    }
    return best
  }
}
