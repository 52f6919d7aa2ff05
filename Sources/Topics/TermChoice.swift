private import Foundation

/// Chooses the words that show a topic: heavy ones that stand near each other in the texts (Röder, Both and Hinneburg 2015
/// find that normalised pointwise mutual information in short windows agrees best with what people find coherent).
struct TermChoice {
  /// How many words apart two words may stand to be near.
  private static let window = 10
  /// How many of the heaviest words of a topic are looked at.
  private static let candidateCount = 30
  /// From which mean information on a further word is shown.
  private static let leastInformation = 0.1

  private let candidates: [[(column: Int, weight: Float)]]
  private var place: [Int32: Int] = [:]
  private var single: [Int]
  private var together: [Int32]
  private var total = 0

  /// For each topic the columns of the words that show it, those that count most first.
  private(set) var words: [[Int]] = []
  /// For each topic how much its words tell of each other in the mean, from -1 to 1.
  private(set) var coherences: [Double] = []

  init(_ matrix: TermMatrix, _ factors: TopicFactors, corpus: TopicCorpus) {
    candidates = (0..<factors.count).map { topic in
      let weights = factors.weights(of: topic)
      return weights.indices
        .filter { weights[$0] > 0 && matrix.wordOfTerm[$0] != nil }
        .sorted { (weights[$1], $0) < (weights[$0], $1) }
        .prefix(TermChoice.candidateCount).map { (column: $0, weight: weights[$0]) }
    }
    for topic in candidates {
      for candidate in topic {
        guard let word = matrix.wordOfTerm[candidate.column], place[word] == nil else { continue }
        place[word] = place.count
      }
    }
    single = [Int](repeating: 0, count: place.count)
    together = [Int32](repeating: 0, count: place.count * place.count)
    var ofWord = [Int32](repeating: -1, count: corpus.words.names.count)
    for (word, index) in place { ofWord[Int(word)] = Int32(index) }
    for sequence in corpus.sequences { count(sequence.filter { $0 >= 0 }.map { ofWord[Int($0)] }) }
    for topic in 0..<factors.count {
      let (columns, coherence) = choose(topic, matrix)
      words.append(columns)
      coherences.append(coherence)
    }
  }

  private mutating func count(_ words: [Int32]) {
    let width = single.count
    for start in 0..<max(1, words.count - TermChoice.window + 1) {
      total += 1
      var near: [Int32] = []
      for word in words[start..<min(words.count, start + TermChoice.window)]
      where word >= 0 && !near.contains(word) {
        near.append(word)
      }
      for (index, word) in near.enumerated() {
        single[Int(word)] += 1
        for other in near[(index + 1)...] {
          together[Int(word) * width + Int(other)] += 1
          together[Int(other) * width + Int(word)] += 1
        }
      }
    }
  }

  private func information(_ left: Int, _ right: Int) -> Double {
    let both = Double(together[left * single.count + right])
    guard both > 0 else { return -1 }
    let all = Double(total)
    let share = both / all
    guard share < 1 else { return 1 }
    return log(share * all * all / (Double(single[left]) * Double(single[right]))) / -log(share)
  }

  private func choose(_ topic: Int, _ matrix: TermMatrix) -> (columns: [Int], coherence: Double) {
    let words = candidates[topic].compactMap {
      candidate -> (column: Int, place: Int, weight: Double)? in
      guard let word = matrix.wordOfTerm[candidate.column], let index = place[word] else {
        return nil
      }
      return (candidate.column, index, Double(candidate.weight))
    }
    guard let top = words.first?.weight, words.count > 1 else { return (words.map(\.column), -1) }
    var best = (score: -1.0, left: 0, right: 1)
    for left in 0..<min(8, words.count) {
      for right in (left + 1)..<max(left + 1, min(8, words.count)) {
        let weight = words[left].weight * words[right].weight / (top * top)
        let near = max(1e-3, information(words[left].place, words[right].place))
        let score = pow(weight, 0.3) * near
        if score > best.score { best = (score, left, right) }
      }
    }
    var chosen = [best.left, best.right]
    while chosen.count < 8 {
      var next = (score: -1.0, mean: 0.0, index: -1)
      for index in words.indices where !chosen.contains(index) {
        let near = chosen.map { information(words[$0].place, words[index].place) }
        let mean = near.reduce(0) { $0 + max(-0.3, $1) } / Double(near.count)
        let score = pow(words[index].weight / top, 0.3) * max(1e-4, mean)
        if score > next.score {
          next = (score, near.reduce(0, +) / Double(near.count), index)
        }
      }
      guard next.index >= 0 else { break }
      if chosen.count >= 4, next.mean < TermChoice.leastInformation { break }
      chosen.append(next.index)
    }
    var sum = 0.0
    for (index, left) in chosen.enumerated() {
      for right in chosen[(index + 1)...] {
        sum += information(words[left].place, words[right].place)
      }
    }
    let pairCount = Double(chosen.count * (chosen.count - 1) / 2)
    return (chosen.sorted().map { words[$0].column }, sum / pairCount)
  }
}
