// A conditional logit: each candidate has a score (EvidenceWeights); "none of them" has one too; the
// probability of each is its share of the exponentials. McFadden, "Conditional logit analysis" (1974). The shares
// are the confidence, so a close second candidate lowers it.
internal import Discussion

/// A feature of a pair of posts, in the order of its model's weights.
protocol EvidenceFeature: CaseIterable, RawRepresentable, Sendable where RawValue == Int {
  /// The kind of evidence that a reader sees; nil for what only sets the scale.
  var kind: Evidence.Kind? { get }
}

/// The features of one candidate.
struct FeatureVector<Feature: EvidenceFeature> {
  private(set) var values: [Double]

  init() { values = [Double](repeating: 0, count: Feature.allCases.count) }

  subscript(feature: Feature) -> Double {
    get { values[feature.rawValue] }
    set { values[feature.rawValue] = newValue }
  }
}

/// What a model makes of a child's candidates.
struct Verdict {
  /// The index of the best candidate; nil when none is likelier than each of them.
  var best: Int?
  /// The probability of the best.
  var confidence: Double

  /// Compares the scores of candidates with that of "none".
  ///
  /// Of equal scores the first wins.
  init(scores: [Double], none: Double) {
    var top = none
    for (index, score) in scores.enumerated() where score > top {
      top = score
      best = index
    }
    guard let best else {
      confidence = 0
      return
    }
    var sum = Exponential.of(none - top)
    for score in scores { sum += Exponential.of(score - top) }
    confidence = Exponential.of(scores[best] - top) / sum
  }
}

/// e to the power of x, without the C library: the same bits on every machine.
enum Exponential {
  /// For x ≤ 0; 0 below -50.
  static func of(_ x: Double) -> Double {
    guard x > -50 else { return 0 }
    // e^x = (e^(x/1024))^1024; the series of seven terms is exact to a bit there.
    let small = x / 1024
    var term = 1.0
    var sum = 1.0
    for order in 1...6 {
      term *= small / Double(order)
      sum += term
    }
    for _ in 0..<10 { sum *= sum }
    return sum
  }
}

/// The natural logarithm of numbers from 1 on, from halvings and a series: the same bits on every machine.
enum Logarithm {
  static func of(_ x: Double) -> Double {
    guard x > 1, x.isFinite else { return 0 }
    // x = 2^n · m, with m from 1 to 2; ln m = 2·artanh((m-1)/(m+1)).
    let ratio = (x.significand - 1) / (x.significand + 1)
    let square = ratio * ratio
    var term = ratio
    var sum = 0.0
    for order in stride(from: 1, through: 31, by: 2) {
      sum += term / Double(order)
      term *= square
    }
    return 2 * sum + Double(x.exponent) * 0.693147180559945309417
  }
}
