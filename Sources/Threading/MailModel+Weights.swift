extension MailModel {
  /// Inputs in the order of ``MailFeature``, then of ``MailRootFeature``.
  static let network = EvidenceNetwork(
    linear: [
      2.25, 1.84, -1.95, 3.23, 1.78, 1.04, 2.54, 1.13, -1.31, 1.15, -1.34, 1.15, -1.54, 6,
      2.28, -0.48, 1.04, 1.54, 1.04, 0.76, -1.21, 0.6, 0.59, 0.15, 0.47, -0.31, -2, -1, 4,
      0.97, -0.35, -1.15, -0.18, 1.27, 1.87, 1,
    ], hidden: [], bias: [], output: [])
}
