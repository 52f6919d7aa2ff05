/// Why copies are held to show one post.
public enum JoinRule: String, Sendable, Hashable, CaseIterable, Comparable {
  /// A reader said so.
  case manual
  /// One identity, and the own words agree.
  case sameWords = "same-words"
  /// One identity, author and date, and the own words nearly agree.
  case nearWords = "near-words"
  /// One has no Message-ID; author, date and words agree.
  case sameAuthorAndDate = "author-date-words"
  /// One has neither Message-ID nor date; author and words agree.
  case undated = "author-words"
  /// As `undated`, but short: other posts of the same page were joined with posts of the same thread.
  case company

  /// What it says, in words.
  public var sentence: String {
    switch self {
    case .manual: "a reader joined them"
    case .sameWords: "one identity, the same words"
    case .nearWords: "one identity, author and date; the words nearly agree"
    case .sameAuthorAndDate: "no Message-ID, but author, date and words agree"
    case .undated: "no date, but author and words agree"
    case .company: "no date, but author and words agree, and so does the page around it"
    }
  }

  /// Orders by trust, the most trusted first.
  public static func < (left: JoinRule, right: JoinRule) -> Bool { left.rank < right.rank }

  private var rank: Int { JoinRule.allCases.firstIndex(of: self) ?? 0 }
}

/// That two wordings show one post, and why.
public struct Join: Sendable, Hashable {
  /// The rule that says so.
  public var rule: JoinRule
  /// The share of words and pairs of words that they have in common, from 0 to 1.
  public var likeness: Double

  /// Records a join.
  public init(_ rule: JoinRule, likeness: Double) {
    self.rule = rule
    self.likeness = likeness
  }
}
