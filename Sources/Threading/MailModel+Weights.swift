// Written by Scripts/fit-evidence.
extension MailModel {
  /// Inputs in the order of ``MailFeature``, then of ``MailRootFeature``.
  static let network = EvidenceNetwork(
    linear: [
      1.192, 1.147, -1.219, 0.974, 1.059, 0.379, 1.629, 0.966, -1.010, 0.928, -1.241, 0.884,
      -0.878, 1.173, 0.831, -0.730, 0.743, 0.968, 0.102, 0.630, -0.789, 0.641, 0.449, 0.234,
      0.670, -0.615, -2.000, -1.207, 4.000, -2.231, -1.239, 0.746, -0.607, 0.885, 1.239, -0.670,
      -0.921, -0.900, -0.813, 0.626, 0.523, -0.397, 1.526, 1.667, -0.299,
    ],
    hidden: [],
    bias: [],
    output: [])
}
