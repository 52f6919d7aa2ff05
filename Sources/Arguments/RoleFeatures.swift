/// What tells claims, premises and other sentences apart.
enum RoleFeatures {
  /// Gathers the features of a sentence.
  static func gather(
    _ stream: WordStream, _ range: Range<Int>, cues: [CueLexicon.Hit], in bytes: Span<UInt8>,
    into features: inout FeatureCollector
  ) {
    features.addWords(stream, range, word: "u:", pair: "b:")
    var wordCount = 0
    var commaCount = 0
    for index in range {
      let word = stream.words[index]
      if word.kind == .sign {
        sign(stream.letters[word.letters.lowerBound], &commaCount, into: &features)
        continue
      }
      if word.kind == .link { features.add("link") }
      wordCount += 1
      var classes = WordClasses.of(word.hash)
      while classes != 0 {
        let number = classes.trailingZeroBitCount
        classes &= classes - 1
        features.add(classHashes[number], index..<index + 1) { "c:" + WordClasses.names[number] }
        if wordCount <= 3 {
          features.add(startHashes[number], index..<index + 1) {
            "s:" + WordClasses.names[number]
          }
        }
      }
      if word.letters.count > 5 { ending(stream, word, into: &features) }
    }
    for cue in cues { features.add(cueHashes[cue.cue] ?? 0, cue.words) { "q:\(cue.cue)" } }
    length(wordCount, into: &features)
    if commaCount > 1 { features.add("commas>1") }
    guard let first = range.first, let last = range.last else { return }
    let start = bytes[stream.words[first].start]
    if start &- UInt8(ascii: "a") < 26 { features.add("lower") }
    let end = stream.words[last]
    let name: StaticString =
      switch end.kind == .sign ? stream.letters[end.letters.lowerBound] : 0 {
      case UInt8(ascii: "."): "end:."
      case UInt8(ascii: "?"): "end:?"
      case UInt8(ascii: "!"): "end:!"
      case UInt8(ascii: ":"): "end::"
      case 0: "end:word"
      default: "end:sign"
      }
    features.add(name)
  }

  private static func sign(
    _ sign: UInt8, _ commaCount: inout Int, into features: inout FeatureCollector
  ) {
    switch sign {
    case UInt8(ascii: ","):
      commaCount += 1
      features.add("comma")
    case UInt8(ascii: "\""): features.add("quote")
    case UInt8(ascii: "("): features.add("parenthesis")
    default: break
    }
  }

  private static func length(_ wordCount: Int, into features: inout FeatureCollector) {
    if wordCount > 4 { features.add("words>4") }
    if wordCount > 8 { features.add("words>8") }
    if wordCount > 13 { features.add("words>13") }
    if wordCount > 20 { features.add("words>20") }
    if wordCount > 30 { features.add("words>30") }
  }

  private static func ending(
    _ stream: WordStream, _ word: WordStream.Word, into features: inout FeatureCollector
  ) {
    let letters = stream.letters[word.letters]
    for (ending, hash) in endings where letters.count > ending.count {
      if letters.suffix(ending.count).elementsEqual(ending) {
        features.add(hash) { "x:" + String(decoding: ending, as: UTF8.self) }
      }
    }
  }

  private static let endings: [([UInt8], UInt64)] = [
    "ing", "ed", "ly", "tion", "ness", "ment", "ity", "ism", "est", "er", "able", "ive", "al",
    "ous", "s",
  ].map { (Array($0.utf8), Hashing.of("x:\($0)".utf8)) }
  private static let classHashes = WordClasses.names.map { Hashing.of("c:\($0)".utf8) }
  private static let startHashes = WordClasses.names.map { Hashing.of("s:\($0)".utf8) }
  private static let cueHashes = Dictionary(
    uniqueKeysWithValues: Cue.allCases.map { ($0, Hashing.of("q:\($0)".utf8)) })
}
