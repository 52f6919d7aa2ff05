/// What a phrase is a sign of.
enum Cue: String, CaseIterable {
  case claim, premise, evidence, example, concession, proposal, decision, appreciation
  case agree, partly, disagree
}

/// Phrases of one language that signal roles and stances.
///
/// A phrase is words in lower case; `_` stands for up to three words in between. Longer phrases win.
struct CueLexicon: Sendable {
  /// A phrase in a text.
  struct Hit {
    var cue: Cue
    /// The words that carry it.
    var words: Range<Int>
    /// Whether the text denies it: "I don't agree".
    var isNegated: Bool
  }

  private struct Phrase {
    var cue: Cue
    /// Hashes of the words; 0 for a gap.
    var words: [UInt64]
  }

  private var phrases = WordTable<[Phrase]>(capacity: 512)
  private let negations: WordSet

  /// Takes over a table.
  ///
  /// - Parameter table: One cue a line, its phrases behind a colon, separated by `/`.
  init(_ table: String, negations: String) {
    self.negations = WordSet(negations.split(separator: " "))
    for line in table.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let cue = Cue(rawValue: String(parts[0])) else {
        preconditionFailure("a line of the cue table names no cue: \(line)")
      }
      for phrase in parts[1].split(separator: "/") {
        let words = phrase.split(separator: " ").map { $0 == "_" ? 0 : Hashing.of($0.utf8) }
        guard let first = words.first else { continue }
        phrases[first] = (phrases[first] ?? []) + [Phrase(cue: cue, words: words)]
      }
    }
    phrases.update { $0.sort { $0.words.count > $1.words.count } }
  }

  /// The phrases that stand in some words, in order; they do not overlap.
  func hits(_ stream: WordStream, in range: Range<Int>) -> [Hit] {
    var hits: [Hit] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard let candidates = phrases[stream.words[index].hash] else {
        index += 1
        continue
      }
      var end: Int?
      for phrase in candidates {
        if let found = match(phrase.words, stream, index..<range.upperBound) {
          let before = max(range.lowerBound, index - 3)..<index
          hits.append(
            Hit(
              cue: phrase.cue, words: index..<found,
              isNegated: before.contains { negations.contains(stream.words[$0].hash) }))
          end = found
          break
        }
      }
      index = end ?? index + 1
    }
    return hits
  }

  private func match(_ phrase: [UInt64], _ stream: WordStream, _ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    var gap = 0
    for word in phrase {
      if word == 0 {
        gap = 3
        continue
      }
      while index < range.upperBound, gap > 0, stream.words[index].hash != word {
        index += 1
        gap -= 1
      }
      guard index < range.upperBound, stream.words[index].hash == word else { return nil }
      index += 1
      gap = 0
    }
    return index
  }
}
