/// One reason to hold that a post answers another.
public struct Evidence: Sendable, Hashable {
  /// The kinds of evidence, strongest first where weights are equal.
  public enum Kind: String, Sendable, Hashable, CaseIterable, Comparable {
    /// A reader said so.
    case manual
    /// In-Reply-To or References.
    case header
    /// The nesting or a link of the page.
    case markup
    /// Words of the other post are quoted.
    case quote
    /// An attribution line names the author or time of the other post.
    case attribution
    /// A number or permalink of the other post.
    case ordinal
    /// A greeting at the start names the author.
    case salutation
    /// The name stands elsewhere in the text.
    case mention
    /// The two take turns.
    case turn
    /// They share rare words.
    case text
    /// They share a base subject.
    case subject
    /// One follows the other.
    case sequence
    /// An unnested comment under its article.
    case `default`

    /// Orders by strength, the strongest first.
    public static func < (left: Kind, right: Kind) -> Bool {
      left.rank < right.rank
    }

    private var rank: Int { Kind.allCases.firstIndex(of: self) ?? 0 }
  }

  /// What kind of reason it is.
  public var kind: Kind
  /// How much it counts; the scale is that of METHODS' scorers, higher is stronger.
  public var weight: Double
  /// The words or the header that carry it.
  public var detail: String
  /// Where those words lie in the child's text, in Unicode scalars.
  public var range: Range<Int>?

  /// Records a reason.
  public init(_ kind: Kind, weight: Double, detail: String, range: Range<Int>? = nil) {
    self.kind = kind
    self.weight = weight
    self.detail = detail
    self.range = range
  }
}

/// How sure a link is, in words.
public enum Certainty: String, Sendable, Hashable, CaseIterable {
  case certain, likely, guess

  /// Puts a confidence from 0 to 1 into words.
  public init(confidence: Double) {
    self = Certainty.allCases.first { Certainty.bounds(of: $0).contains(confidence) } ?? .guess
  }

  /// The confidences that a word stands for.
  public static func bounds(of certainty: Certainty) -> Range<Double> {
    switch certainty {
    case .certain: 0.95..<Double.infinity
    case .likely: 0.6..<0.95
    case .guess: -Double.infinity..<0.6
    }
  }
}

/// That one post answers another, and why.
public struct ReplyLink: Sendable, Hashable {
  /// The post that answers.
  public var child: PostID
  /// The post that is answered.
  public var parent: PostID
  /// Why: the strongest reason first, never empty.
  public var reasons: [Evidence]
  /// From 0 to 1.
  public var confidence: Double
  /// Whether the child does not answer the other post but starts a new discussion out of it.
  public var isFork = false

  /// Records a link.
  public init(child: PostID, parent: PostID, reasons: [Evidence], confidence: Double) {
    self.child = child
    self.parent = parent
    self.reasons = reasons
    self.confidence = confidence
  }

  /// The confidence in words.
  public var certainty: Certainty { Certainty(confidence: confidence) }
}
