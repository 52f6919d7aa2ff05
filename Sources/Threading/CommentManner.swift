/// How a comment speaks, on which depends what its evidence weighs.
///
/// A comment that quotes is decided by what it quotes; order says little. Where others quote whom they answer, one that does
/// not mostly answers the comment before it. Where nobody quotes, both is different.
struct CommentManner: Sendable, Hashable {
  /// 1 for a comment that quotes.
  let quoting: Double
  /// For one that does not, whether its page is one where people quote: from 0 to 1, 1 where every fourth comment does.
  let silent: Double

  /// Of a comment that quotes.
  static let quoting = CommentManner(quoting: 1, silent: 0)

  /// Of a comment that does not quote, on a page where this share of the comments does.
  static func silent(among share: Double) -> CommentManner {
    CommentManner(quoting: 0, silent: min(1, 4 * share))
  }

  /// Features as they weigh everywhere, where the comment quotes, and where it does not and others do.
  func spread(_ features: [Double]) -> [Double] {
    features + features.map { $0 * quoting } + features.map { $0 * silent }
  }
}
