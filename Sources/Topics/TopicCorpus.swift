/// Texts as sequences of words, without what programs and habits write.
struct TopicCorpus {
  /// The words of each text; ``TopicWords/gap`` parts those that do not stand side by side.
  private(set) var sequences: [[Int32]] = []
  /// The words of the title that each text answers; most have none of their own.
  private(set) var answered: [[Int32]] = []
  private(set) var words = TopicWords()

  /// A line that this many texts share is no sentence of its authors.
  private static let repeatedLineCount = 10
  /// From which share of capitals on a word that is also somebody's name is taken for the name.
  private static let leastCapitalShare = 0.85

  init(_ documents: [TopicDocument]) {
    let repeated = TopicCorpus.repeatedLines(documents)
    for document in documents {
      var sequence: [Int32] = []
      if var title = document.title {
        title.withUTF8 { words.add($0, 0..<$0.count, to: &sequence) }
      }
      var text = document.text
      text.withUTF8 { bytes in
        TopicCorpus.forEachLine(bytes) { line in
          if !repeated.contains(TopicCorpus.hash(bytes, line)) {
            // A sentence goes on in the next line.
            if sequence.last == TopicWords.gap { sequence.removeLast() }
            words.add(bytes, line, to: &sequence)
          }
        }
      }
      sequences.append(sequence)
      var answered: [Int32] = []
      if var title = document.answered {
        title.withUTF8 { words.add($0, 0..<$0.count, to: &answered) }
      }
      self.answered.append(answered)
    }
    removeNames(documents)
    removeHabits(documents)
  }

  /// Takes out what people are called who write here, as far as the texts hardly ever write it small: "mark" and "bill"
  /// are words, "Perry" is not.
  private mutating func removeNames(_ documents: [TopicDocument]) {
    var names = TopicWords()
    var parts: [Int32] = []
    for name in Set(documents.compactMap(\.authorName)) {
      var name = name
      name.withUTF8 { names.add($0, 0..<$0.count, to: &parts) }
    }
    var isName = [Bool](repeating: false, count: words.names.count)
    var found = false
    for name in names.names {
      guard let number = words.number(of: name) else { continue }
      let (all, capital) = words.counts[Int(number)]
      guard Double(capital) >= TopicCorpus.leastCapitalShare * Double(all) else { continue }
      isName[Int(number)] = true
      found = true
    }
    guard found else { return }
    func removed(_ sequence: [Int32]) -> [Int32] {
      sequence.map { $0 >= 0 && isName[Int($0)] ? TopicWords.gap : $0 }
    }
    sequences = sequences.map(removed)
    answered = answered.map(removed)
  }

  /// Takes out the words that stand in a fifth of what one person writes and hardly elsewhere: names, farewells.
  private mutating func removeHabits(_ documents: [TopicDocument]) {
    var byAuthor: [String: [Int]] = [:]
    for (index, document) in documents.enumerated() {
      byAuthor[document.author, default: []].append(index)
    }
    var counts = [Int](repeating: 0, count: words.names.count)
    for sequence in sequences {
      for word in Set(sequence) where word >= 0 { counts[Int(word)] += 1 }
    }
    for own in byAuthor.values where own.count >= 10 && own.count < documents.count {
      var ownCounts: [Int32: Int] = [:]
      for index in own { for word in Set(sequences[index]) { ownCounts[word, default: 0] += 1 } }
      let others = Double(documents.count - own.count + 1)
      let habits = ownCounts.filter { word, count in
        guard word >= 0, count > max(5, own.count / 5) else { return false }
        let elsewhere = Double(counts[Int(word)] - count + 1) / others
        return Double(count) / Double(own.count) > 5 * elsewhere && count * 2 > counts[Int(word)]
      }
      guard !habits.isEmpty else { continue }
      for index in own {
        for place in sequences[index].indices where habits[sequences[index][place]] != nil {
          sequences[index][place] = TopicWords.gap
        }
      }
    }
  }

  private static func repeatedLines(_ documents: [TopicDocument]) -> Set<UInt64> {
    var counts: [UInt64: Int] = [:]
    for document in documents {
      var text = document.text
      text.withUTF8 { bytes in
        var seen: Set<UInt64> = []
        forEachLine(bytes) { line in
          if bytes[line].contains(0x20) { seen.insert(hash(bytes, line)) }
        }
        for line in seen { counts[line, default: 0] += 1 }
      }
    }
    return Set(counts.filter { $0.value >= repeatedLineCount }.keys)
  }

  private static func forEachLine(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Void
  ) {
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0a { end += 1 }
      if end > start { body(start..<end) }
      start = end + 1
    }
  }

  /// A hash of the letters alone: the figures of a table change from week to week, its rows do not.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in line where bytes[index] >= 0x80 || bytes[index] | 0x20 &- 0x61 < 26 {
      hash = (hash ^ UInt64(bytes[index] | 0x20)) &* 0x100_0000_01b3
    }
    return hash
  }
}
