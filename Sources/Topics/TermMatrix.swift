private import Foundation

/// Texts by terms, weighed by TF-IDF and brought to length 1, in compressed rows.
struct TermMatrix {
  /// Where the entries of each text start; one more than there are texts.
  private(set) var starts: [Int] = [0]
  private(set) var columns: [Int32] = []
  private(set) var values: [Float] = []
  /// The terms: one word, or two that stand side by side.
  private(set) var terms: [String] = []
  /// The words that single-word terms are made of, by term; nil for pairs.
  private(set) var wordOfTerm: [Int32?] = []
  private var columnOfWord: [Int32] = []
  private var columnOfPair: [UInt64: Int32] = [:]

  var rowCount: Int { starts.count - 1 }
  var columnCount: Int { terms.count }

  init(_ corpus: TopicCorpus) {
    let documentCount = corpus.sequences.count
    let least = max(3, Int((0.003 * Double(documentCount)).rounded(.up)))
    let most = max(least, Int(0.35 * Double(documentCount)))
    let names = corpus.words.names
    let isUsable = names.map { $0.utf8.count >= 3 && !StopWords.all.contains($0) }
    var counts = [Int](repeating: 0, count: names.count)
    var documents = [Int](repeating: 0, count: names.count)
    var pairCounts: [UInt64: Int] = [:]
    var total = 0
    var last = [Int32](repeating: -1, count: names.count)
    for (index, sequence) in corpus.sequences.enumerated() {
      var before = TopicWords.gap
      for word in sequence {
        defer { before = word }
        guard word >= 0 else { continue }
        total += 1
        counts[Int(word)] += 1
        if last[Int(word)] != Int32(index) {
          last[Int(word)] = Int32(index)
          documents[Int(word)] += 1
        }
        if before >= 0, isUsable[Int(word)], isUsable[Int(before)] {
          pairCounts[TermMatrix.pair(before, word), default: 0] += 1
        }
      }
    }
    var columnOfWord = [Int32](repeating: -1, count: names.count)
    let words = names.indices.filter {
      isUsable[$0] && documents[$0] >= least && documents[$0] <= most
    }.sorted { names[$0] < names[$1] }
    for word in words {
      columnOfWord[word] = Int32(terms.count)
      terms.append(names[word])
      wordOfTerm.append(Int32(word))
    }
    self.columnOfWord = columnOfWord
    columnOfPair = addPairs(pairCounts, counts, total, least: least, corpus)
    fill(corpus.sequences)
  }

  /// The same terms over the texts with the titles that they answer.
  func addingAnswered(_ corpus: TopicCorpus) -> TermMatrix {
    guard corpus.answered.contains(where: { !$0.isEmpty }) else { return self }
    var matrix = self
    matrix.starts = [0]
    matrix.columns.removeAll(keepingCapacity: true)
    matrix.values.removeAll(keepingCapacity: true)
    matrix.fill(
      zip(corpus.answered, corpus.sequences).lazy.map { $0 + [TopicWords.gap] + $1 })
    return matrix
  }

  /// Keeps pairs that stand together more than chance would have it (normalised pointwise mutual information ≥ 0.3).
  private mutating func addPairs(
    _ pairCounts: [UInt64: Int], _ counts: [Int], _ total: Int, least: Int, _ corpus: TopicCorpus
  ) -> [UInt64: Int32] {
    let names = corpus.words.names
    let all = Double(max(1, total))
    let kept = pairCounts.filter { pair, count in
      guard count >= max(5, least) else { return false }
      let (left, right) = (Int(pair >> 32), Int(pair & 0xffff_ffff))
      let share = Double(count) / all
      let information = log(share * all * all / (Double(counts[left]) * Double(counts[right])))
      return information / -log(share) >= 0.3
    }
    let sorted = kept.keys.map { (names[Int($0 >> 32)] + " " + names[Int($0 & 0xffff_ffff)], $0) }
      .sorted { $0.0 < $1.0 }
    var columns: [UInt64: Int32] = [:]
    for (name, pair) in sorted {
      columns[pair] = Int32(terms.count)
      terms.append(name)
      wordOfTerm.append(nil)
    }
    return columns
  }

  private mutating func fill(_ sequences: some Sequence<[Int32]>) {
    var frequency = [Int](repeating: 0, count: terms.count)
    for sequence in sequences {
      var row: [Int32: Int] = [:]
      var before = TopicWords.gap
      for word in sequence {
        defer { before = word }
        guard word >= 0 else { continue }
        let column = columnOfWord[Int(word)]
        if column >= 0 { row[column, default: 0] += 1 }
        if before >= 0, let column = columnOfPair[TermMatrix.pair(before, word)] {
          row[column, default: 0] += 1
        }
      }
      for (column, count) in row.sorted(by: { $0.key < $1.key }) {
        columns.append(column)
        values.append(1 + Float(log(Double(count))))
        frequency[Int(column)] += 1
      }
      starts.append(columns.count)
    }
    let inverse = frequency.map {
      Float(log(Double(1 + rowCount) / Double(1 + $0)) + 1)
    }
    for row in 0..<rowCount {
      var sum: Float = 0
      for index in starts[row]..<starts[row + 1] {
        values[index] *= inverse[Int(columns[index])]
        sum += values[index] * values[index]
      }
      let length = max(sum.squareRoot(), .leastNormalMagnitude)
      for index in starts[row]..<starts[row + 1] { values[index] /= length }
    }
  }

  private static func pair(_ left: Int32, _ right: Int32) -> UInt64 {
    UInt64(UInt32(left)) << 32 | UInt64(UInt32(right))
  }

  /// `result += self · dense`, with dense rows of `width` numbers for each term.
  func multiply(_ dense: [Float], width: Int, into result: inout [Float]) {
    dense.withUnsafeBufferPointer { dense in
      result.withUnsafeMutableBufferPointer { result in
        for row in 0..<rowCount {
          for index in starts[row]..<starts[row + 1] {
            let value = values[index]
            let from = Int(columns[index]) * width
            for k in 0..<width { result[row * width + k] += value * dense[from + k] }
          }
        }
      }
    }
  }

  /// `result += selfᵀ · dense`, with dense rows of `width` numbers for each text.
  func multiplyTransposed(_ dense: [Float], width: Int, into result: inout [Float]) {
    dense.withUnsafeBufferPointer { dense in
      result.withUnsafeMutableBufferPointer { result in
        for row in 0..<rowCount {
          for index in starts[row]..<starts[row + 1] {
            let value = values[index]
            let to = Int(columns[index]) * width
            for k in 0..<width { result[to + k] += value * dense[row * width + k] }
          }
        }
      }
    }
  }
}
