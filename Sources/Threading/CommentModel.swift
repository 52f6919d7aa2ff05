/// The weights of evidence on flat pages.
///
/// Fitted by `Scripts/fit-evidence` to 78 forum discussions, with and without their quotations, two blogs with branches (where only
/// the root of the branch is known, its posts share the likelihood), and the same three with invented names that open
/// replies, since people name each other where there is no reply button, and these pages had one. The weights of numbers,
/// quotations without marks, attributions, elimination, of silence among comments that name somebody, of a first
/// comment that quotes, and of own words and the owner's article where somebody is named are set by hand.
enum CommentModel {
  /// What features weigh in comments that speak in this manner.
  static func weights(for manner: CommentManner) -> EvidenceWeights {
    let count = CommentFeature.allCases.count
    return EvidenceWeights(
      linear: (0..<count).map { feature in
        weights[feature] + manner.quoting * weights[count + feature]
          + manner.silent * weights[2 * count + feature]
      })
  }

  /// What became of the shares of comments that speak in this manner.
  static func calibration(for manner: CommentManner) -> EvidenceCalibration {
    if manner.quoting > 0 { return calibrations[1] }
    return calibrations[manner.silent >= 0.5 ? 2 : 0]
  }
}
