internal import Discussion
internal import SourceBytes

/// Compares wordings with each other.
///
/// The rules are symmetric, and ask nothing but the two wordings, so that which posts come out does not depend on the
/// order in which copies came.
public struct WordingComparison: Sendable {
  /// What two copies must share where identity, author and date say that they are one post.
  static let enough = 0.8
  /// What they must share where only author and date or author and words speak.
  static let muchAlike = 0.9
  /// What is left of a text that was cut, or to which something was added at its end.
  static let contained = 0.9
  /// Fewer words than these say little by themselves.
  static let fewWords = 8

  /// How many seconds the dates of two copies of one post can be apart: a day that is told without its hours, and zones
  /// that are told wrongly.
  public static let dateReach: Int64 = 40 * 3600

  private struct Bags {
    var own: WordBag
    var quoted: WordBag
    var all: WordBag
  }

  private let wordings: [Wording]
  private let texts: [PostWords]
  private let lost: [Int]
  private var exact: [Bags?]
  private var marked: [Bags?]
  private var loose: [Bags?]

  /// Prepares to compare; texts are counted when they are first asked for.
  public init(_ wordings: [Wording]) {
    self.wordings = wordings
    texts = wordings.map(\.post.words)
    lost = wordings.map { LostLetters.count(in: $0.post.text ?? "") }
    exact = Array(repeating: nil, count: wordings.count)
    marked = exact
    loose = exact
  }

  /// Why two wordings show one post; nil where nothing says so.
  ///
  /// - Complexity: Linear in the two texts.
  public mutating func join(_ left: Int, _ right: Int) -> Join? {
    let (one, other) = (wordings[left], wordings[right])
    if one.name == other.name { return Join(.sameWords, likeness: 1) }
    let isOneIdentity =
      one.name.identity == other.name.identity
      || one.post.messageID == nil && other.post.messageID == nil && one.link != nil
        && one.link == other.link
    if isOneIdentity { return joinOfOneIdentity(left, right) }
    guard WordingComparison.mayAgree(one, other) else { return nil }
    return joinOfOthers(left, right)
  }

  /// Whether two wordings of unlike identity could be one post, as far as can be told without their texts.
  public static func mayAgree(_ one: Wording, _ other: Wording) -> Bool {
    if one.post.messageID != nil, other.post.messageID != nil { return false }
    if one.post.kind != other.post.kind, one.post.kind == .pingback || other.post.kind == .pingback
    {
      return false
    }
    if !one.pages.isDisjoint(with: other.pages) { return false }
    if let link = one.link, let otherLink = other.link, !link.mayLead(to: otherLink) {
      return false
    }
    let date = DateLikeness.agreement(one.post.date?.stated, other.post.date?.stated)
    guard date != .different else { return false }
    let author = one.author.agreement(with: other.author)
    switch author {
    case .different: return false
    case .unknown: return !one.subject.isEmpty && one.subject == other.subject
    case .likely, .same: break
    }
    // Replies keep the subject; one that a page does not show says nothing.
    return one.subject.isEmpty || other.subject.isEmpty || one.subject == other.subject
      || BaseSubject.isLossy(one.subject) || BaseSubject.isLossy(other.subject)
      || one.post.kind != .message || other.post.kind != .message
  }

  private mutating func joinOfOneIdentity(_ left: Int, _ right: Int) -> Join? {
    let (one, other) = (wordings[left], wordings[right])
    let date = DateLikeness.agreement(one.post.date?.stated, other.post.date?.stated)
    guard date != .different else { return nil }
    let author = one.author.agreement(with: other.author)
    let likeness = likeness(left, right, collapses: true)
    // Lists rewrite From; then the words alone must say it.
    let bar = author == .different ? WordingComparison.muchAlike : WordingComparison.enough
    if likeness.both >= bar { return Join(.nearWords, likeness: likeness.both) }
    guard author != .different, date != .likely else { return nil }
    let isCut =
      likeness.wordCount == 0
      || likeness.wordCount >= 3 && likeness.smaller >= WordingComparison.contained
    return isCut ? Join(.nearWords, likeness: likeness.both) : nil
  }

  private mutating func joinOfOthers(_ left: Int, _ right: Int) -> Join? {
    let (one, other) = (wordings[left], wordings[right])
    let author = one.author.agreement(with: other.author)
    let date = DateLikeness.agreement(one.post.date?.stated, other.post.date?.stated)
    let likeness = likeness(left, right, collapses: false)
    let few = WordingComparison.fewWords
    let isAlike =
      likeness.both >= WordingComparison.muchAlike
      || likeness.wordCount >= few && likeness.smaller >= WordingComparison.contained
    guard isAlike else { return nil }
    switch date {
    case .different: return nil
    case .same:
      let isExact =
        max(
          DateLikeness.span(of: one.post.date?.stated),
          DateLikeness.span(of: other.post.date?.stated))
        <= 60
      guard author != .unknown || likeness.wordCount >= few else { return nil }
      guard isExact || likeness.wordCount >= few else { return nil }
      return Join(.sameAuthorAndDate, likeness: likeness.both)
    case .likely:
      guard author != .unknown, likeness.wordCount >= few else { return nil }
      return Join(.sameAuthorAndDate, likeness: likeness.both)
    case .unknown:
      guard likeness.both >= WordingComparison.muchAlike else { return nil }
      if author == .unknown {
        return likeness.wordCount >= 2 * few ? Join(.undated, likeness: likeness.both) : nil
      }
      if likeness.wordCount >= few { return Join(.undated, likeness: likeness.both) }
      return likeness.both == 1 ? Join(.company, likeness: 1) : nil
    }
  }

  private struct Likeness {
    /// What each has of the other's own words, the smaller share.
    var both: Double
    /// The share of the shorter's own words that the longer has among its own.
    var smaller: Double
    /// How many own words the shorter has.
    var wordCount: Int
  }

  /// Blocks are told apart a little differently in each form of a post, so own words may turn up anywhere in the other
  /// text; a few words must turn up among its own.
  private mutating func likeness(_ left: Int, _ right: Int, collapses: Bool) -> Likeness {
    let isLossy = lost[left] != lost[right]
    let reading: WordBag.Reading = !isLossy ? .exact : collapses ? .loose : .marked
    let (one, other) = (bags(left, reading), bags(right, reading))
    func share(of bags: Bags, in others: Bags) -> Double {
      let own = bags.own.share(in: others.own)
      return bags.own.wordCount < 4 ? own : max(own, bags.own.share(in: others.all))
    }
    var both = min(share(of: one, in: other), share(of: other, in: one))
    if one.own.wordCount == 0, other.own.wordCount == 0 {
      // Of a post that only passes on or quotes, that must agree.
      both = min(one.quoted.share(in: other.quoted), other.quoted.share(in: one.quoted))
    } else if one.own.wordCount == 0 || other.own.wordCount == 0 {
      both = min(both, one.all.share(in: other.all), other.all.share(in: one.all))
    }
    let (short, long) = one.own.wordCount <= other.own.wordCount ? (one, other) : (other, one)
    return Likeness(
      both: both, smaller: short.own.share(in: long.own), wordCount: short.own.wordCount)
  }

  private mutating func bags(_ index: Int, _ reading: WordBag.Reading) -> Bags {
    let kept =
      switch reading {
      case .exact: exact[index]
      case .marked: marked[index]
      case .loose: loose[index]
      }
    if let kept { return kept }
    let bags = Bags(
      own: WordBag(texts[index].own, reading: reading),
      quoted: WordBag(texts[index].quoted, reading: reading),
      all: WordBag(wordings[index].post.text ?? "", reading: reading))
    switch reading {
    case .exact: exact[index] = bags
    case .marked: marked[index] = bags
    case .loose: loose[index] = bags
    }
    return bags
  }

  /// How many letters of a wording seem to be lost.
  func lostCount(_ index: Int) -> Int { lost[index] }
}

extension BaseSubject {
  /// Whether letters of a subject may be lost, so that it cannot be compared.
  static func isLossy(_ subject: String) -> Bool {
    subject.unicodeScalars.contains { $0 == "?" || $0 == "\u{fffd}" }
  }
}
