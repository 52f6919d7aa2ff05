// Written by Scripts/fit-evidence.
extension MailModel {
  /// What became of the shares in folds that the weights had not seen.
  static let calibration = EvidenceCalibration(
    points: [
      (0.0000, 0.0000),
      (0.1673, 0.2173),
      (0.2558, 0.2460),
      (0.3519, 0.4755),
      (0.4547, 0.5397),
      (0.5489, 0.5890),
      (0.6528, 0.8250),
      (0.7547, 0.8780),
      (0.8591, 0.9654),
      (0.9299, 0.9861),
      (0.9678, 0.9928),
      (0.9894, 0.9940),
      (0.9979, 0.9945),
      (0.9998, 0.9988),
      (1.0000, 0.9993),
    ])
}
