/// Turns the share of a model into the probability that it is right.
///
/// The share of a conditional logit is too sure of itself where features overlap. `Scripts/fit-evidence` compares shares with
/// answers on posts that the weights have not seen, joins what does not rise (Ayer et al. 1955, "An empirical
/// distribution function for sampling with incomplete information"), and writes the points that are left; between them
/// runs a straight line.
struct EvidenceCalibration: Sendable {
  /// Shares and what became of them, both rising, from (0, 0) on.
  let points: [(share: Double, right: Double)]

  /// The probability that an answer of this share is right.
  func probability(of share: Double) -> Double {
    guard let above = points.firstIndex(where: { $0.share >= share }) else {
      return points.last?.right ?? share
    }
    guard above > 0 else { return points[0].right }
    let (low, high) = (points[above - 1], points[above])
    guard high.share > low.share else { return high.right }
    return low.right + (high.right - low.right) * (share - low.share) / (high.share - low.share)
  }
}
