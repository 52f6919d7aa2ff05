/// Decides how a reply stands towards what it answers.
struct StanceDecision: Sendable {
  private static let model = LinearModel(classCount: 3, table: StanceModel.table)
  private static let lexicons = Dictionary(
    uniqueKeysWithValues: CueLanguage.allCases.map { ($0, CueLexicon.of($0)) })
  private static let cues: Set<Cue> = [.agree, .partly, .disagree, .concession, .appreciation]

  func judge(
    _ streams: [(WordStream, CueLanguage)], first: (stream: WordStream, language: CueLanguage),
    parent: String, in bytes: Span<UInt8>
  ) -> StanceReading {
    // All own words as one stream, so that a reply between quotations is one reply.
    let whole = streams.count == 1 ? first.stream : WordStream(joining: streams.map(\.0))
    let answered = StanceDecision.stream(of: parent)
    let (stream, repeats) = StanceDecision.withoutRepetition(whole, answered)
    let words = stream.words.indices
    let hits = hits(stream, words, first.language)
    var features = collector()
    let shares: [Float]
    if first.language == .english {
      gather(stream, hits, answered, repeats, into: &features)
      shares = StanceDecision.model.probabilities(features.rows)
    } else {
      shares = StanceDecision.shares(of: hits)
    }
    let group = shares.indices.max { (shares[$0], $1) < (shares[$1], $0) } ?? 2
    var label: Stance = [.agree, .disagree, .neutral][group]
    if let partly = hits.first(where: { $0.cue == .partly && !$0.isNegated }),
      partly.words.lowerBound < 2 * StanceFeatures.openingCount
    {
      label = .partly
    } else if group == 2, asks(stream, words) {
      label = .question
    }
    let wanted: Set<Cue> =
      switch label {
      case .agree: [.agree, .appreciation]
      case .partly: [.partly, .concession]
      case .disagree: [.disagree]
      default: []
      }
    let telling = hits.filter { hit in
      hit.isNegated ? label == .disagree && hit.cue == .agree : wanted.contains(hit.cue)
    }
    let hasPhrase = telling.contains { StanceDecision.tells($0, in: stream) }
    var places = telling.map(\.words)
    if places.isEmpty, label == .agree || label == .disagree {
      places = features.heaviest(3, for: group, against: stream)
    }
    var offsets = ScalarPlaces()
    let place = places.first.map { place in
      offsets.scalarOffset(
        of: stream.words[place.lowerBound].start, in: bytes)..<offsets.scalarOffset(
          of: stream.words[place.upperBound - 1].end, in: bytes)
    }
    return StanceReading(
      label: label, confidence: StanceModel.confidence(shares[group], group: group),
      cues: stream.texts(of: places.prefix(3), in: bytes), place: place,
      hasPhrase: hasPhrase)
  }

  func featureNames(of stream: WordStream, parent: String?) -> [String] {
    var features = collector(keepsNames: true)
    let answered = StanceDecision.stream(of: parent ?? "")
    let (stream, repeats) = StanceDecision.withoutRepetition(stream, answered)
    let hits = hits(stream, stream.words.indices, .english)
    gather(stream, hits, answered, repeats, into: &features)
    return features.names.sorted()
  }

  /// Whether a phrase says by itself how the reply stands.
  ///
  /// Thanks are a courtesy. A word alone must open a sentence or close one: "Exactly." agrees, "exactly 32 years" does not, and
  /// neither does "the wrong question" disagree; who says "disagree" does.
  private static func tells(_ hit: CueLexicon.Hit, in stream: WordStream) -> Bool {
    guard hit.cue != .appreciation else { return false }
    guard hit.words.count == 1, let first = hit.words.first else { return true }
    func isSign(_ place: Int, _ signs: StaticString?) -> Bool {
      let word = stream.words[place]
      guard word.kind == .sign else { return false }
      let sign = stream.letters[word.letters.lowerBound]
      return signs.map { $0.withUTF8Buffer { $0.contains(sign) } } ?? true
    }
    let behind = first + 1
    let letters = stream.letters[stream.words[first].letters]
    return letters.starts(with: "disagree".utf8) || first == 0
      || stream.words[first].startsParagraph || isSign(first - 1, ".!?")
      || behind == stream.words.count || stream.words[behind].startsParagraph
      || isSign(behind, nil)
  }

  private static func stream(of parent: String) -> WordStream {
    var parent = parent
    return parent.withUTF8 { buffer in WordStream(buffer.span, 0..<buffer.count) }
  }

  /// The first words of a reply, less the passages that it repeats, and whether it repeats any.
  private static func withoutRepetition(
    _ stream: WordStream, _ answered: WordStream
  ) -> (WordStream, repeats: Bool) {
    let words = 0..<min(stream.words.count, ArgumentReader.stanceWordLimit)
    let marks = RepeatedWords.marks(stream, words, in: answered)
    var own = words.filter { !marks[$0] }
    let repeats = own.count < words.count
    // Who does nothing but repeat says it.
    if !own.contains(where: { stream.words[$0].kind != .sign }) { own = Array(words) }
    if let start = own.firstIndex(where: { stream.words[$0].kind != .sign }) {
      own.removeFirst(start)
    }
    return (stream.picking(own), repeats)
  }

  private func collector(keepsNames: Bool = false) -> FeatureCollector {
    FeatureCollector(StanceDecision.model, keepsNames: keepsNames)
  }

  private func hits(
    _ stream: WordStream, _ words: Range<Int>, _ language: CueLanguage
  ) -> [CueLexicon.Hit] {
    (StanceDecision.lexicons[language]?.hits(stream, in: words) ?? []).filter {
      StanceDecision.cues.contains($0.cue)
    }
  }

  private func gather(
    _ stream: WordStream, _ hits: [CueLexicon.Hit], _ answered: WordStream, _ repeats: Bool,
    into features: inout FeatureCollector
  ) {
    if repeats { features.add("repeats") }
    StanceFeatures.gather(
      stream, stream.words.indices, parent: answered, cues: hits, into: &features)
  }

  private func asks(_ stream: WordStream, _ words: Range<Int>) -> Bool {
    words.suffix(3).contains { index in
      let word = stream.words[index]
      return word.kind == .sign && stream.letters[word.letters.lowerBound] == UInt8(ascii: "?")
    }
  }

  /// What cues say where there is no model.
  private static func shares(of hits: [CueLexicon.Hit]) -> [Float] {
    var (agree, disagree): (Float, Float) = (1, 1)
    for hit in hits.prefix(4) {
      switch (hit.cue, hit.isNegated) {
      case (.agree, false), (.appreciation, false): agree += 1
      case (.agree, true), (.disagree, false): disagree += 1
      default: break
      }
    }
    let sum = agree + disagree + 2
    return agree == disagree
      ? [0.25, 0.25, 0.5] : [(agree + 0.5) / sum, (disagree + 0.5) / sum, 1 / sum]
  }
}
