public import Discussion

/// That two persons may be one, or that a person may have a further name; a reader decides.
public struct PersonSuggestion: Sendable, Hashable {
  /// What suggests it.
  public enum Basis: String, Sendable, Hashable, CaseIterable, Comparable {
    /// They show one full name, in different venues.
    case name
    /// Their profile links are the same page.
    case page
    /// One is signed with the name of the other.
    case signature
    /// The address of one is made of the name of the other.
    case address
    /// Their full names are nearly the same.
    case spelling
    /// One shows only the first name of the other, and nobody else there has it.
    case firstName
    /// Others call them so.
    case called
    /// A name that fits nobody else was used for the only one without a name.
    case elimination

    /// Orders as listed.
    public static func < (left: Basis, right: Basis) -> Bool { left.rank < right.rank }

    private var rank: Int { Basis.allCases.firstIndex(of: self) ?? 0 }
  }

  /// The id of the person.
  public var person: String
  /// The id of the person who may be the same; nil where only a name is suggested.
  public var other: String?
  /// The name that is suggested for the person, such as `Sam`; nil where they only may be one.
  public var name: String?
  /// What suggests it.
  public var basis: Basis
  /// From 0 to 1.
  public var confidence: Double
  /// A post that shows it; nil where the names alone do.
  public var post: PostID?
  /// How many posts do.
  public var postCount: Int

  /// Records a suggestion.
  public init(
    person: String, other: String?, name: String?, basis: Basis, confidence: Double,
    post: PostID? = nil, postCount: Int = 0
  ) {
    self.person = person
    self.other = other
    self.name = name
    self.basis = basis
    self.confidence = confidence
    self.post = post
    self.postCount = postCount
  }
}
