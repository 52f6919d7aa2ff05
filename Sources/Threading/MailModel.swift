/// The weights of mail evidence.
enum MailModel {
  /// In the order of ``MailFeature``.
  static let weights: [Double] = [
    2.25, 1.84, -1.95, 3.23, 1.78, 1.04, 2.54, 1.13, -1.31, 1.15, -1.34, 1.15, -1.54, 6, 2.28,
    -0.48, 1.04, 1.54, 1.04, 0.76, -1.21, 0.6, 0.59, 0.15, 0.47, -0.31, -2,
  ]
  /// In the order of ``MailRootFeature``.
  static let rootWeights: [Double] = [
    0.97, -0.35, -1.15, -0.18, 1.27, 1.87,
  ]
}
