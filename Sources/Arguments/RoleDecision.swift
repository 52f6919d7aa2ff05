/// Decides what a sentence does.
struct RoleDecision: Sendable {
  /// A part of a sentence with its role.
  struct Part {
    var words: Range<Int>
    var role: ArgumentRole?
    var confidence: Double
    var cues: [Range<Int>]
    var vote: String?
  }

  /// A sentence that was judged.
  struct Judgement {
    var argumentative: Double
    var parts: [Part]
  }

  private static let model = LinearModel(classCount: 3, table: RoleModel.table)
  private static let lexicons = Dictionary(
    uniqueKeysWithValues: CueLanguage.allCases.map { ($0, CueLexicon.of($0)) })

  func collector(keepsNames: Bool = false) -> FeatureCollector {
    FeatureCollector(RoleDecision.model, keepsNames: keepsNames)
  }

  func judge(
    _ stream: WordStream, _ sentence: Range<Int>, language: CueLanguage, in bytes: Span<UInt8>,
    _ features: inout FeatureCollector
  ) -> Judgement {
    let hits = RoleDecision.lexicons[language]?.hits(stream, in: sentence) ?? []
    let vote = RoleDecision.vote(stream, sentence)
    let shares = shares(stream, sentence, hits, language, in: bytes, &features)
    let argumentative = Double(
      Logistic.of(Logistic.inverse(1 - shares[2]) + RoleModel.argumentOffset))
    var group = shares.indices.max { (shares[$0], $1) < (shares[$1], $0) } ?? 2
    // Where no model weighs the words, who begins with thanks thanks.
    if language != .english, let first = hits.first, first.cue == .appreciation, !first.isNegated,
      first.words.lowerBound < sentence.lowerBound + 3
    {
      group = 2
    }
    var part = Part(
      words: sentence, role: nil, confidence: RoleModel.confidence(shares[group], group: group),
      cues: [], vote: vote)
    part.role = role(stream, sentence, hits, group: group)
    part.cues = cues(hits, part.role, group: group, stream, features)
    let clauses = UnitSplitter.clauses(stream, sentence)
    guard clauses.count > 1, group != 2, part.role != .question else {
      return Judgement(argumentative: argumentative, parts: [part])
    }
    // A clause that begins with "because" gives the reason for the one before; the sentence as a whole keeps the
    // surer of the two.
    let parts = clauses.enumerated().map { index, clause in
      var clausePart = part
      clausePart.words = clause
      clausePart.cues = part.cues.filter { clause.overlaps($0) }
      let isReason =
        index > 0
        && stream.letters[stream.words[clause.lowerBound - 1].letters.lowerBound]
          != UInt8(ascii: ";")
      if isReason {
        clausePart.role = .premise
        clausePart.cues.insert(clause.lowerBound..<clause.lowerBound + 1, at: 0)
      } else if group == 1,
        !hits.contains(where: { clause.overlaps($0.words) && $0.cue == .premise })
      {
        clausePart.role = .claim
      }
      let isOther = (clausePart.role.map(RoleDecision.isReason) ?? false) != (group == 1)
      if isOther { clausePart.confidence = min(part.confidence, RoleModel.clauseConfidence) }
      return clausePart
    }
    return Judgement(argumentative: argumentative, parts: parts)
  }

  func featureNames(of stream: WordStream, in bytes: Span<UInt8>) -> [String] {
    var features = collector(keepsNames: true)
    let words = stream.words.indices
    let hits = RoleDecision.lexicons[.english]?.hits(stream, in: words) ?? []
    RoleFeatures.gather(stream, words, cues: hits, in: bytes, into: &features)
    return features.names.sorted()
  }

  /// The shares of claim, premise and neither.
  private func shares(
    _ stream: WordStream, _ sentence: Range<Int>, _ hits: [CueLexicon.Hit],
    _ language: CueLanguage, in bytes: Span<UInt8>, _ features: inout FeatureCollector
  ) -> [Float] {
    features.reset()
    guard language == .english else {
      // Without a model the cues alone speak.
      let claims = hits.contains { RoleDecision.claims.contains($0.cue) }
      let premises = hits.contains { RoleDecision.premises.contains($0.cue) }
      return claims ? [0.6, 0.2, 0.2] : premises ? [0.2, 0.6, 0.2] : [0.25, 0.25, 0.5]
    }
    RoleFeatures.gather(stream, sentence, cues: hits, in: bytes, into: &features)
    return RoleDecision.model.probabilities(features.rows)
  }

  private func role(
    _ stream: WordStream, _ sentence: Range<Int>, _ hits: [CueLexicon.Hit], group: Int
  ) -> ArgumentRole? {
    if group == 2 || RoleDecision.asks(stream, sentence) {
      if RoleDecision.asks(stream, sentence) { return .question }
      let isShort = sentence.count <= 25
      return isShort && hits.contains { $0.cue == .appreciation && !$0.isNegated }
        ? .appreciation : nil
    }
    let special: [(Cue, ArgumentRole)] =
      group == 0
      ? [(.decision, .decision), (.proposal, .proposal), (.concession, .concession)]
      : [(.example, .example), (.evidence, .evidence)]
    for (cue, role) in special where hits.contains(where: { $0.cue == cue }) { return role }
    if group == 1, sentence.contains(where: { stream.words[$0].kind == .link }) { return .evidence }
    return group == 0 ? .claim : .premise
  }

  /// The phrases of the lexicon that speak for the role, else the words that weigh most.
  private func cues(
    _ hits: [CueLexicon.Hit], _ role: ArgumentRole?, group: Int, _ stream: WordStream,
    _ features: FeatureCollector
  ) -> [Range<Int>] {
    guard let role else { return [] }
    let wanted: Set<Cue> =
      switch role {
      case .claim: [.claim]
      case .premise: [.premise]
      default: Cue(rawValue: role.rawValue).map { [$0] } ?? []
      }
    let phrases = hits.filter { wanted.contains($0.cue) }.map(\.words)
    if !phrases.isEmpty || role == .question { return phrases }
    return features.heaviest(3, for: group, against: stream)
  }

  private static func asks(_ stream: WordStream, _ sentence: Range<Int>) -> Bool {
    sentence.suffix(3).contains { index in
      let word = stream.words[index]
      return word.kind == .sign && stream.letters[word.letters.lowerBound] == UInt8(ascii: "?")
    }
  }

  private static func vote(_ stream: WordStream, _ sentence: Range<Int>) -> String? {
    guard let first = sentence.first else { return nil }
    let letters = stream.letters[stream.words[first].letters]
    guard letters.count == 2, let sign = letters.first,
      sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
    else { return nil }
    return String(decoding: letters, as: UTF8.self)
  }

  private static func isReason(_ role: ArgumentRole) -> Bool {
    role == .premise || role == .evidence || role == .example
  }

  private static let claims: Set<Cue> = [.claim, .proposal, .decision, .concession]
  private static let premises: Set<Cue> = [.premise, .evidence, .example]
}

/// The logistic function and its inverse.
enum Logistic {
  static func of(_ x: Float) -> Float { 1 / (1 + Exponential.of(-x)) }

  /// The log odds of a probability, within ±10.
  static func inverse(_ p: Float) -> Float {
    let p = min(max(p, 0.000_05), 0.999_95)
    return NaturalLogarithm.of(p / (1 - p))
  }
}

/// `log` without Foundation: the same bits on every machine.
enum NaturalLogarithm {
  static func of(_ x: Float) -> Float {
    // x = m · 2^e with m in [√½, √2), and the series of log((1 + t) / (1 - t)).
    var e = Float(x.exponent)
    var m = x.significand
    if m > 1.414_213_6 {
      m /= 2
      e += 1
    }
    let t = (m - 1) / (m + 1)
    let s = t * t
    return e * 0.693_147_2 + 2 * t * (1 + s * (1 / 3 + s * (0.2 + s * (1 / 7 + s / 9))))
  }
}
