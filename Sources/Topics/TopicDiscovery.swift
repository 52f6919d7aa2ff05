private import Foundation

/// Finds topics in texts without being told any: non-negative matrix factorisation of TF-IDF weights, then naive Bayes
/// over what it found to say which texts speak of what.
///
/// Lines that many texts share and words that are one person's habit are left out. Topics come in the order of how many
/// texts speak of them; the same texts give the same topics, whatever their order was before it was settled by id.
public enum TopicDiscovery {
  /// How many topics suit so many texts.
  public static func suitableCount(for documentCount: Int) -> Int {
    min(40, max(5, Int((Double(documentCount).squareRoot() / 3).rounded())))
  }

  /// How much surer the factorisation's words make naive Bayes than one word would.
  private static let sharpness: Float = 8
  /// From which share on a text speaks of a topic.
  private static let leastShare: Float = 0.2

  /// Below which mean information of its words on each other a topic is none.
  private static let leastCoherence = 0.15

  /// The topics of some texts.
  ///
  /// - Parameters:
  ///   - documents: The texts, in an order that does not change.
  ///   - count: How many topics; fewer come where the texts hold no more.
  /// - Complexity: Some hundred passes over the words.
  public static func topics(in documents: [TopicDocument], count: Int) -> [DiscoveredTopic] {
    let corpus = TopicCorpus(documents)
    let matrix = TermMatrix(corpus)
    guard matrix.columnCount > 0, matrix.rowCount > 0, count > 0 else { return [] }
    var factors = TopicFactors(matrix, count: count)
    var choice = TermChoice(matrix, factors, corpus: corpus)
    // Greetings, forwards and what is left over hang together least: so many more are made, and these left out.
    let looseCount = choice.coherences.count { $0 < leastCoherence }
    if looseCount > 0, looseCount < factors.count {
      factors = TopicFactors(matrix, count: count + 2 * looseCount)
      choice = TermChoice(matrix, factors, corpus: corpus)
    }
    let coherences = choice.coherences
    let kept = coherences.indices
      .sorted { (coherences[$1], $0) < (coherences[$0], $1) }
      .prefix(count).sorted()
    factors.keep(kept)
    let judged = matrix.addingAnswered(corpus)
    let sharing = TopicSharing(judged, factors, sharpness: sharpness)
    var topics = kept.enumerated().compactMap { topic, factor -> DiscoveredTopic? in
      let members = members(of: topic, judged, sharing)
      let terms = terms(choice.words[factor], factors.weights(of: topic), matrix)
      guard !members.isEmpty, terms.count > 1 else { return nil }
      return DiscoveredTopic(name: name(terms), terms: terms, members: members)
    }
    topics.sort { ($1.members.count, $0.name) < ($0.members.count, $1.name) }
    return topics
  }

  private static func members(
    of topic: Int, _ matrix: TermMatrix, _ sharing: TopicSharing
  ) -> [DiscoveredTopic.Member] {
    (0..<matrix.rowCount).compactMap { row -> DiscoveredTopic.Member? in
      let share = sharing.share(of: topic, in: row)
      guard share >= leastShare else { return nil }
      let evidence = sharing.evidence(for: topic, in: row, matrix)
      guard evidence.count >= 2 else { return nil }
      return DiscoveredTopic.Member(
        document: row, confidence: Double((share * 1000).rounded() / 1000),
        evidence: Array(evidence.prefix(4)))
    }.sorted { ($1.confidence, $0.document) < ($0.confidence, $1.document) }
  }

  private static func terms(
    _ words: [Int], _ weights: [Float], _ matrix: TermMatrix
  ) -> [DiscoveredTopic.Term] {
    let top = max(weights.max() ?? 1, .leastNormalMagnitude)
    func term(_ column: Int) -> DiscoveredTopic.Term {
      DiscoveredTopic.Term(
        text: matrix.terms[column],
        weight: Double((weights[column] / top * 1000).rounded() / 1000))
    }
    let pairs = weights.indices
      .filter { matrix.wordOfTerm[$0] == nil && weights[$0] > 0.25 * top }
      .sorted { (weights[$1], $0) < (weights[$0], $1) }.prefix(3)
    return words.map(term) + pairs.map(term)
  }

  /// The heaviest pair where it weighs half of the heaviest word, with a word that it lacks; else the best words.
  private static func name(_ terms: [DiscoveredTopic.Term]) -> String {
    let words = terms.filter { !$0.text.contains(" ") }
    if let pair = terms.first(where: { $0.text.contains(" ") }), pair.weight >= 0.5 {
      let further = words.first { !pair.text.split(separator: " ").contains(Substring($0.text)) }
      return ([pair.text] + (further.map { [$0.text] } ?? [])).joined(separator: ", ")
    }
    return words.prefix(3).map(\.text).joined(separator: ", ")
  }
}

/// Which texts speak of which topics: multinomial naive Bayes, begun with the factorisation and repeated on its own outcome.
struct TopicSharing {
  private let count: Int
  /// For each term the logarithm of its share in each topic.
  private var logarithms: [Float]
  private var shares: [Float]

  init(_ matrix: TermMatrix, _ factors: TopicFactors, sharpness: Float) {
    count = factors.count
    logarithms = [Float](repeating: 0, count: matrix.columnCount * count)
    shares = [Float](repeating: 0, count: matrix.rowCount * count)
    var lengths = [Float](repeating: 0, count: count)
    for index in factors.terms.indices {
      lengths[index % count] += factors.terms[index] * factors.terms[index]
    }
    var labels = (0..<matrix.rowCount).map { row -> Int in
      let weights = (0..<count).map {
        factors.documents[row * count + $0] * lengths[$0].squareRoot()
      }
      let best = weights.indices.max { (weights[$0], $1) < (weights[$1], $0) } ?? 0
      return weights[best] > 0 ? best : -1
    }
    for _ in 0..<4 {
      learn(matrix, labels)
      judge(matrix, labels, sharpness: sharpness)
      labels = (0..<matrix.rowCount).map { row in
        guard matrix.starts[row] < matrix.starts[row + 1] else { return -1 }
        return (0..<count).max { (share(of: $0, in: row), $1) < (share(of: $1, in: row), $0) } ?? -1
      }
    }
  }

  func share(of topic: Int, in row: Int) -> Float { shares[row * count + topic] }

  /// The terms of a text that speak for a topic, strongest first.
  func evidence(for topic: Int, in row: Int, _ matrix: TermMatrix) -> [String] {
    var found: [(weight: Float, column: Int)] = []
    for index in matrix.starts[row]..<matrix.starts[row + 1] {
      let column = Int(matrix.columns[index])
      var mean: Float = 0
      for k in 0..<count { mean += logarithms[column * count + k] }
      let gain = logarithms[column * count + topic] - mean / Float(count)
      if gain > 0.3 { found.append((gain * matrix.values[index], column)) }
    }
    return found.sorted { ($1.weight, $0.column) < ($0.weight, $1.column) }.prefix(6)
      .map { matrix.terms[$0.column] }
  }

  private mutating func learn(_ matrix: TermMatrix, _ labels: [Int]) {
    var sums = [Float](repeating: 0.02, count: logarithms.count)
    var totals = [Float](repeating: 0.02 * Float(matrix.columnCount), count: count)
    for row in 0..<matrix.rowCount where labels[row] >= 0 {
      for index in matrix.starts[row]..<matrix.starts[row + 1] {
        sums[Int(matrix.columns[index]) * count + labels[row]] += matrix.values[index]
        totals[labels[row]] += matrix.values[index]
      }
    }
    for index in sums.indices { logarithms[index] = logf(sums[index] / totals[index % count]) }
  }

  private mutating func judge(_ matrix: TermMatrix, _ labels: [Int], sharpness: Float) {
    var sizes = [Float](repeating: 1, count: count)
    for label in labels where label >= 0 { sizes[label] += 1 }
    for index in shares.indices { shares[index] = 0 }
    matrix.multiply(logarithms, width: count, into: &shares)
    for row in 0..<matrix.rowCount {
      let range = row * count..<(row + 1) * count
      guard matrix.starts[row] < matrix.starts[row + 1] else {
        for index in range { shares[index] = 0 }
        continue
      }
      for index in range {
        shares[index] = shares[index] * sharpness + logf(sizes[index - range.lowerBound])
      }
      let top = shares[range].max() ?? 0
      var sum: Float = 0
      for index in range {
        shares[index] = expf(shares[index] - top)
        sum += shares[index]
      }
      for index in range { shares[index] /= sum }
    }
  }
}
