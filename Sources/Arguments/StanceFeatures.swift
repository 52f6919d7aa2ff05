/// What tells agreement from disagreement in a reply.
enum StanceFeatures {
  /// How many words at the start of a reply count by their place.
  static let openingCount = 14

  /// Gathers the features of a reply.
  ///
  /// - Parameter parent: The words that are answered.
  static func gather(
    _ stream: WordStream, _ range: Range<Int>, parent: WordStream?, cues: [CueLexicon.Hit],
    into features: inout FeatureCollector
  ) {
    features.addWords(stream, range, word: "u:", pair: "b:")
    let opening = range.lowerBound..<min(range.upperBound, range.lowerBound + openingCount)
    features.addWords(stream, opening, word: "f:", pair: "fb:")
    var (words, asks, denies, you, i) = (0, 0, 0, 0, 0)
    var vocabulary = WordSet(capacity: 128)
    for index in range {
      let word = stream.words[index]
      if word.kind == .sign {
        let sign = stream.letters[word.letters.lowerBound]
        if sign == UInt8(ascii: "?") { asks += 1 }
        if sign == UInt8(ascii: "!") { features.add("bang") }
        if sign == UInt8(ascii: "\"") { features.add("quote") }
        continue
      }
      words += 1
      if word.letters.count > 3 { vocabulary.insert(word.hash) }
      let classes = WordClasses.of(word.hash)
      if classes & negBit != 0 { denies += 1 }
      if classes & youBit != 0 { you += 1 }
      if classes & iBit != 0 { i += 1 }
    }
    for (limit, name) in [(0, "asks>0"), (1, "asks>1")] as [(Int, StaticString)] where asks > limit
    {
      features.add(name)
    }
    let counts: [(Int, Int, StaticString)] = [
      (denies, 0, "denies>0"), (denies, 1, "denies>1"), (denies, 3, "denies>3"),
      (you, 0, "you>0"), (you, 1, "you>1"), (you, 3, "you>3"), (i, 0, "i>0"), (i, 2, "i>2"),
      (words, 4, "words>4"), (words, 8, "words>8"), (words, 16, "words>16"),
      (words, 32, "words>32"), (words, 64, "words>64"), (words, 128, "words>128"),
    ]
    for (count, limit, name) in counts where count > limit { features.add(name) }
    if let last = range.last, stream.words[last].kind == .sign,
      stream.letters[stream.words[last].letters.lowerBound] == UInt8(ascii: "?")
    {
      features.add("end:?")
    }
    for cue in cues {
      let isEarly = cue.words.lowerBound < opening.upperBound
      let name = "\(isEarly ? "Q" : "q")\(cue.isNegated ? "-" : ""):\(cue.cue)"
      features.add(Hashing.of(name.utf8), cue.words) { name }
    }
    if let parent {
      compare(vocabulary, denies > 0, parent, into: &features)
      let agreement = cues.first { $0.cue == .agree && !$0.isNegated }?.words.lowerBound
      StanceAttitude(stream, Array(range)).gather(
        parent: parent, isAgreeing: agreement.flatMap { $0 < opening.upperBound ? $0 : nil },
        into: &features)
    }
  }

  private static func compare(
    _ vocabulary: WordSet, _ denies: Bool, _ parent: WordStream,
    into features: inout FeatureCollector
  ) {
    var shared = WordSet(capacity: 32)
    var parentDenies = false
    for word in parent.words {
      if word.letters.count > 3, vocabulary.contains(word.hash) { shared.insert(word.hash) }
      if WordClasses.of(word.hash) & negBit != 0 { parentDenies = true }
      if word.kind == .sign, parent.letters[word.letters.lowerBound] == UInt8(ascii: "?") {
        features.add("parent-asks")
      }
    }
    if denies != parentDenies { features.add("denies-otherwise") }
    let share = Double(shared.count) / Double(1 + vocabulary.count)
    if share > 0 { features.add("shares>0") }
    if share > 0.1 { features.add("shares>.1") }
    if share > 0.2 { features.add("shares>.2") }
    if share > 0.4 { features.add("shares>.4") }
    let words = parent.words.count
    if words > 20 { features.add("parent>20") }
    if words > 80 { features.add("parent>80") }
  }

  private static let negBit = WordClasses.bit("neg")
  private static let youBit = WordClasses.bit("you")
  private static let iBit = WordClasses.bit("i")
}
