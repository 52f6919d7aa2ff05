internal import Discussion

/// The weights of mail evidence.
///
/// Fitted by `Scripts/fit-evidence` (conditional logit) on the messages of seventeen lists whose reply headers were hidden,
/// each weighing the square root of its size; a message counts where its headers name a message of the list, or where it is
/// a root beyond doubt. Set by hand because the lists held too few cases: Message-IDs in attributions, series, and candidates
/// of other venues. Hidden units, fitted to the same, gave no better links on whole lists.
enum MailModel {
  /// The score of "none".
  static func score(_ root: FeatureVector<MailRootFeature>) -> Double {
    weights.score(root.values, from: MailFeature.allCases.count)
  }
}
