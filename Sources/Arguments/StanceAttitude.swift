/// How a reply opens, whom it blames, and what it does with the words of the other.
///
/// These features have nothing to do with what the reply is about, so they carry over to other subjects best.
struct StanceAttitude {
  private let stream: WordStream
  /// The words without signs.
  private let words: [Int]
  /// All words and signs.
  private let all: [Int]
  private let negations: [Bool]
  private let kinds: [PolarityWords.Kind]

  /// - Parameter all: The places of the reply's own words and signs.
  init(_ stream: WordStream, _ all: [Int]) {
    self.stream = stream
    self.all = all
    words = all.filter { stream.words[$0].kind != .sign }
    kinds = words.map { PolarityWords.of(stream.words[$0].hash) }
    negations = words.map { WordClasses.of(stream.words[$0].hash) & StanceAttitude.neg != 0 }
  }

  private func kind(_ index: Int) -> PolarityWords.Kind { kinds[index] }

  private func isSign(_ index: Int, _ sign: Character) -> Bool {
    stream.sign(index) == sign.asciiValue
  }

  func gather(
    parent: WordStream, isAgreeing firstAgreement: Int?, into features: inout FeatureCollector
  ) {
    opening(&features)
    polarity(parent, &features)
    address(&features)
    answer(parent, &features)
    if let place = firstAgreement, let start = words.firstIndex(where: { $0 >= place }) {
      let next = words.indices.clamped(to: start..<start + 20)
      if next.contains(where: { kind($0).contains(.contrast) }) { features.add("agree-but") }
    }
    let stops = all.count { isSign($0, ".") || isSign($0, "!") || isSign($0, "?") }
    if stops > 1 { features.add("sentences>1") }
    if stops > 3 { features.add("sentences>3") }
    if stops > 6 { features.add("sentences>6") }
    let share = Double(all.count) / Double(parent.words.count + 1)
    if share > 0.3 { features.add("ratio>.3") }
    if share > 1 { features.add("ratio>1") }
    if share > 3 { features.add("ratio>3") }
    if words.contains(where: { PolarityWords.laughter.contains(stream.words[$0].hash) }) {
      features.add("laughs")
    }
  }

  /// How it begins.
  private func opening(_ features: inout FeatureCollector) {
    let end = all.firstIndex { isSign($0, ".") || isSign($0, "!") || isSign($0, "?") }
    if let end, isSign(all[end], "?") { features.add("first:?") }
    if let end, isSign(all[end], "!") { features.add("first:!") }
    let count = end.map { $0 + 1 } ?? all.count
    if count > 3 { features.add("first>3") }
    if count > 8 { features.add("first>8") }
    if count > 16 { features.add("first>16") }
    guard !words.isEmpty else { return }
    let first = kind(0)
    if first.contains(.joining) { features.add("start:join") }
    if first.contains(.turning) { features.add("start:turn") }
    if first.contains(.asking) { features.add("start:ask") }
    if first.contains(.oneself) { features.add("start:i") }
    if first.contains(.pointing) { features.add("start:this") }
    if words.indices.prefix(6).contains(where: { kind($0).contains(.joining) }) {
      features.add("early:join")
    }
    if words.indices.prefix(20).dropFirst().contains(where: { kind($0).contains(.turning) }) {
      features.add("early:turn")
    }
  }

  /// Praise and blame, turned round by a negation before them.
  private func polarity(_ parent: WordStream, _ features: inout FeatureCollector) {
    let (good, bad) = balance(words.indices)
    if good > 0 { features.add("good>0") }
    if bad > 0 { features.add("bad>0") }
    if good > bad { features.add("good>bad") }
    if bad > good { features.add("bad>good") }
    let end = all.first { isSign($0, ".") || isSign($0, "!") || isSign($0, "?") } ?? Int.max
    let firstCount = words.firstIndex { $0 > end } ?? words.count
    let (firstGood, firstBad) = balance(0..<firstCount)
    if firstGood > 0 { features.add("first-good>0") }
    if firstBad > 0 { features.add("first-bad>0") }
    if firstGood > firstBad { features.add("first-good>bad") }
    if firstBad > firstGood { features.add("first-bad>good") }
    let other = StanceAttitude(parent, Array(parent.words.indices.prefix(1500)))
    let (otherGood, otherBad) = other.balance(other.words.indices)
    let product = (good - bad).signum() * (otherGood - otherBad).signum()
    if product < 0 { features.add("polarity-otherwise") }
    if product > 0 { features.add("polarity-alike") }
  }

  private func balance(_ range: Range<Int>) -> (good: Int, bad: Int) {
    var (good, bad) = (0, 0)
    for index in range {
      let kind = kind(index)
      guard !kind.isDisjoint(with: [.good, .bad]) else { continue }
      let isTurned = negations[max(range.lowerBound, index - 3)..<index].contains(true)
      if kind.contains(.good) { if isTurned { bad += 1 } else { good += 1 } }
      if kind.contains(.bad) { if isTurned { good += 1 } else { bad += 1 } }
    }
    return (good, bad)
  }

  /// What stands near "you".
  private func address(_ features: inout FeatureCollector) {
    for index in words.indices
    where WordClasses.of(stream.words[words[index]].hash) & StanceAttitude.you != 0 {
      let near = max(0, index - 2)..<min(words.count, index + 5)
      if negations[near].contains(true) { features.add("you-not") }
      if near.contains(where: { kind($0).contains(.bad) }) { features.add("you-bad") }
      if near.contains(where: { kind($0).contains(.good) }) { features.add("you-good") }
      if index < 3 { features.add("you-start") }
    }
  }

  /// Whether words of the other are denied.
  private func answer(_ parent: WordStream, _ features: inout FeatureCollector) {
    var theirs = WordSet(capacity: parent.words.count)
    for word in parent.words where word.kind == .word && word.letters.count > 3 {
      theirs.insert(word.hash)
    }
    let denies = words.indices.contains { index in
      let word = stream.words[words[index]]
      return word.letters.count > 3 && negations[max(0, index - 4)..<index].contains(true)
        && theirs.contains(word.hash)
    }
    if denies { features.add("denies-theirs") }
  }

  private static let neg = WordClasses.bit("neg")
  private static let you = WordClasses.bit("you")
}

extension WordStream {
  /// The sign at a place; nil for words.
  func sign(_ index: Int) -> UInt8? {
    words[index].kind == .sign ? letters[words[index].letters.lowerBound] : nil
  }

  /// Some of the words as a stream of their own, with their places in the text.
  func picking(_ places: [Int]) -> WordStream {
    var picked = self
    picked.keep(places)
    return picked
  }
}
