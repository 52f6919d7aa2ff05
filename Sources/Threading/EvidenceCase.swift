public import Discussion

/// A post with the candidates that were weighed for it, for fitting and checking the weights.
public struct EvidenceCase: Sendable, Hashable {
  /// A possible parent.
  public struct Alternative: Sendable, Hashable {
    /// The post; nil for none of them.
    public var parent: PostID?
    /// What speaks for it: for a message the features of a candidate and then those of "none", for a comment its
    /// own, as they weigh everywhere, where it quotes, and where it does not and others do.
    public var features: [Double]
    /// The weighted sum, with the weights that are in use.
    public var score: Double
  }

  /// The post that answers.
  public var child: PostID
  /// Whether it is a comment on a page; else it is a message.
  public var isComment: Bool
  /// The candidates, and for a message last of all "none".
  public var alternatives: [Alternative]
}

extension EvidenceThreading {
  /// The cases that linking the posts runs into, in its order.
  ///
  /// - Parameter posts: As for ``links(for:linked:)``; nothing is taken as known.
  public static func cases(for posts: [EvidencePost]) -> [EvidenceCase] {
    var cases: [EvidenceCase] = []
    let run = EvidenceRun(posts: posts, linked: [:])
    run.observingLinks(
      mail: { found in
        let none = [Double](repeating: 0, count: MailFeature.allCases.count)
        let zero = [Double](repeating: 0, count: MailRootFeature.allCases.count)
        cases.append(
          EvidenceCase(
            child: posts[found.child].id, isComment: false,
            alternatives: zip(found.candidates, found.features).map { candidate, features in
              EvidenceCase.Alternative(
                parent: posts[candidate].id, features: features.values + zero,
                score: MailModel.weights.score(features.values))
            } + [
              EvidenceCase.Alternative(
                parent: nil, features: none + found.root.values,
                score: MailModel.score(found.root))
            ]))
      },
      comment: { found in
        let weights = CommentModel.weights(for: found.manner)
        cases.append(
          EvidenceCase(
            child: posts[found.child].id, isComment: true,
            alternatives: zip(found.candidates, found.features).map { candidate, features in
              EvidenceCase.Alternative(
                parent: candidate.map { posts[$0].id } ?? posts[found.child].article,
                features: found.manner.spread(features.values),
                score: weights.score(features.values))
            }))
      })
    return cases
  }

  /// The names of the features, in the order of ``EvidenceCase/Alternative/features``.
  public static func featureNames(isComment: Bool) -> [String] {
    isComment
      ? ["", "quoting.", "silent."].flatMap { manner in
        CommentFeature.allCases.map { "\(manner)\($0)" }
      }
      : MailFeature.allCases.map { "\($0)" } + MailRootFeature.allCases.map { "none.\($0)" }
  }
}
