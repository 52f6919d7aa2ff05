/// The weights of mail evidence.
///
/// Fitted by maximum likelihood of the conditional logit (gradient ascent, L2 penalty 2e-5) on the messages of seventeen
/// lists whose reply headers were taken away, each list weighing the square root of its size; a message counts where
/// its headers name a message of the list or where it is a root beyond doubt. Four-fold over lists, links from .8 on
/// were right in .99 of the cases, and the expected calibration error had a median of .02. Two were set by hand because
/// the lists hold too few cases: Message-IDs in attributions, and candidates of other venues.
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
