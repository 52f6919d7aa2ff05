internal import Discussion

/// Weighs features: a weighted sum, and a layer of bent ones for what counts only together.
///
/// The score of features x is `linear · x + output · s(hidden x + bias)` with s(t) = t / (1 + |t|), which needs no function
/// of the C library and gives the same bits on every machine.
struct EvidenceNetwork: Sendable {
  /// One weight a feature.
  let linear: [Double]
  /// The weights of the hidden units, feature by feature.
  let hidden: [Double]
  /// One a hidden unit.
  let bias: [Double]
  /// One a hidden unit.
  let output: [Double]

  /// The score of features, of which `values` are those from `offset` on; all others are 0.
  ///
  /// - Complexity: Linear in the features that are not 0, times the hidden units.
  func score(_ values: [Double], from offset: Int = 0) -> Double {
    var sums = bias
    var score = 0.0
    for (index, value) in values.enumerated() where value != 0 {
      let feature = offset + index
      score += value * linear[feature]
      let start = feature * sums.count
      for unit in sums.indices { sums[unit] += value * hidden[start + unit] }
    }
    for unit in sums.indices { score += output[unit] * sums[unit] / (1 + abs(sums[unit])) }
    return score
  }

  /// How much each kind of evidence raises the score: what would be lost without its features.
  func shares<Feature: EvidenceFeature>(
    of vector: FeatureVector<Feature>
  ) -> [(kind: Evidence.Kind, weight: Double)] {
    let whole = score(vector.values)
    return Evidence.Kind.allCases.compactMap { kind in
      var values = vector.values
      var hasAny = false
      for feature in Feature.allCases where feature.kind == kind && values[feature.rawValue] != 0 {
        values[feature.rawValue] = 0
        hasAny = true
      }
      return hasAny ? (kind, whole - score(values)) : nil
    }
  }
}
