internal import Discussion

/// The weights of mail evidence.
///
/// Fitted by `Scripts/fit-evidence --mail` (conditional logit with twelve hidden units) on the messages of twenty-four lists
/// and newsgroups whose reply headers were hidden, each weighing the square root of its size; a message counts where its
/// headers name a message of the list, or where it is a root beyond doubt. One weight is set by hand because the lists
/// hold no case: that of candidates of other venues.
enum MailModel {
  /// The score of "none".
  static func score(_ root: FeatureVector<MailRootFeature>) -> Double {
    network.score(root.values, from: MailFeature.allCases.count)
  }
}
