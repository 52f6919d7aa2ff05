// Written by Scripts/fit-evidence.
extension CommentModel {
  /// What became of the shares in folds that the weights had not seen.
  static let calibration = EvidenceCalibration(
    points: [
      (0.0000, 0.0000),
      (0.2564, 0.3218),
      (0.3612, 0.3757),
      (0.4587, 0.4066),
      (0.5495, 0.5270),
      (0.6493, 0.5878),
      (0.7507, 0.7358),
      (0.8547, 0.8548),
      (0.9554, 0.9184),
      (0.9980, 0.9728),
      (0.9999, 0.9964),
      (1.0000, 0.9969),
    ])
}
