/// The weights of evidence on flat pages.
///
/// Fitted like ``MailModel`` on two blogs with branches (where only the root of the branch is known, its posts share
/// the likelihood) and 78 forum discussions, with and without their quotations. The weights of numbers, names and
/// attributions are held near values set by hand: people name each other where there is no reply button, and these
/// pages had one. The expected calibration error is .05 on the forum with quotations,
/// .09 without, .07 on the blogs. `Scripts/fit-evidence` does the fitting.
enum CommentModel {
  /// In the order of ``CommentFeature``.
  static let weights: [Double] = [
    8, 1.58, 0.58, -1.24, 0.51, 2.99, 2, -1, 3.99, 0.5, -1.19, 3.4, -0.52, -0.6, 0.41, -0.72, 0.5,
    -0.15, 0.74, 1.16, 0.55, 0.84, 0.91, 0.31, -1.3, 0.35, -0.28, -1.93, 1.88, -2.77, -0.07, 1,
    0.87, 2.02, -0.43, -1.2, -0.01, -1.23, 2.22, 1.06, 0.32, 1.25, -0.82, -0.07, 0.84, -1.91, -2.09,
  ]
}
