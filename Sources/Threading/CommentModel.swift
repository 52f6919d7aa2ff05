/// The weights of evidence on flat pages.
enum CommentModel {
  /// In the order of ``CommentFeature``.
  static let weights: [Double] = [
    8, 2.56, 1.16, -1.97, 0.4, 1.03, 2, -1, 2.99, 0.5, -1.19, 2.2, -0.25, -0.61, 0.4, -0.4, 0.5,
    0.78, 1, 0.86, 2.97, 0.61, 1.02, 0.31, -1.25, 0.22, -0.06, -2.57, 2.39, -2.18, -0.05, 0.83,
    -0.31, 1.46, -1.94, -1.35, 0.36, -0.1, 0.11, -1,
  ]
}
