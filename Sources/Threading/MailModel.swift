/// The weights of mail evidence.
enum MailModel {
  /// In the order of ``MailFeature``.
  static let weights: [Double] = [
    7, 1, -1.5, -1, 2, -1, 3, 2.5, -2.5, 2, -0.5, 0.6, -0.3, 8, 0.7, -0.7, 2, 0.8, 0.5, 0.5, -1.5,
    0.6, 1.2, 0.6, 0.6, -0.3, -2,
  ]
  /// In the order of ``MailRootFeature``.
  static let rootWeights: [Double] = [3.0, -1, 0, 0, 0, 0]
}
