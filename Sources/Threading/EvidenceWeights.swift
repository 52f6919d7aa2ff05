internal import Discussion

/// Weighs features: the score of a candidate is their weighted sum.
struct EvidenceWeights: Sendable {
  /// One weight a feature.
  let linear: [Double]

  /// The score of features, of which `values` are those from `offset` on; all others are 0.
  func score(_ values: [Double], from offset: Int = 0) -> Double {
    var score = 0.0
    for (index, value) in values.enumerated() where value != 0 {
      score += value * linear[offset + index]
    }
    return score
  }

  /// How much each kind of evidence raises the score: what would be lost without its features.
  func shares<Feature: EvidenceFeature>(
    of vector: FeatureVector<Feature>
  ) -> [(kind: Evidence.Kind, weight: Double)] {
    Evidence.Kind.allCases.compactMap { kind in
      let features = Feature.allCases.filter { feature in
        feature.kind == kind && vector[feature] != 0
      }
      guard !features.isEmpty else { return nil }
      return (kind, features.reduce(0) { $0 + vector[$1] * linear[$1.rawValue] })
    }
  }
}
