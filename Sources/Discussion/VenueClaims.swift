/// What the posts and the name of one file say about where their discussion took place.
public struct VenueClaims: Sendable, Hashable {
  /// Where a claim comes from, most trusted first.
  public enum Origin: Int, Sendable, Hashable, Comparable {
    /// A List-Id (RFC 2919).
    case listID
    /// A newsgroup (RFC 5536 §3.1.4).
    case newsgroup
    /// The name that a page gives its site or list.
    case site
    /// A tag in brackets at the start of the subject.
    case subjectTag

    /// Orders the most trusted first.
    public static func < (left: Origin, right: Origin) -> Bool { left.rawValue < right.rawValue }
  }

  /// How many posts make one claim.
  public struct Vote: Sendable, Hashable {
    /// Where the claim comes from.
    public var origin: Origin
    /// The venue that is claimed.
    public var venue: Venue
    /// How many posts claim it.
    public var count: Int

    /// Records votes.
    public init(origin: Origin, venue: Venue, count: Int) {
      self.origin = origin
      self.venue = venue
      self.count = count
    }
  }

  /// Files of one group, such as the months of a list, belong to one venue.
  public var group: String
  /// What a reader said; it decides for this file alone.
  public var given: Venue?
  /// What the names of the folder and the file suggest.
  public var fallback: Venue
  /// How many posts the file holds.
  public var postCount: Int
  /// What its posts claim.
  public var votes: [Vote]

  /// Records claims.
  public init(group: String, given: Venue?, fallback: Venue, postCount: Int, votes: [Vote]) {
    self.group = group
    self.given = given
    self.fallback = fallback
    self.postCount = postCount
    self.votes = votes
  }

  /// What a group of files is decided to be.
  public struct Decision: Sendable, Hashable {
    /// The venue of the group.
    public var venue: Venue
    /// Whether the group holds several lists, so that each post belongs where its own List-Id says.
    public var isMixed: Bool
  }

  /// Decides for the files of one group.
  ///
  /// A venue that half of the posts claim by one kind of claim is it, the most trusted kind first. Where most posts
  /// have a List-Id but no list has half of them, the group is mixed. Else the names decide.
  ///
  /// - Parameter claims: Those of all files of the group, in any order; not empty.
  public static func decide(_ claims: [VenueClaims]) -> Decision? {
    let postCount = claims.reduce(0) { $0 + $1.postCount }
    var counts: [Origin: [String: (count: Int, venue: Venue)]] = [:]
    for vote in claims.flatMap(\.votes) {
      var entry = counts[vote.origin, default: [:]][vote.venue.id] ?? (0, vote.venue)
      entry.count += vote.count
      if vote.venue.name < entry.venue.name { entry.venue = vote.venue }
      counts[vote.origin, default: [:]][vote.venue.id] = entry
    }
    guard let fallback = claims.map(\.fallback).min(by: { $0.id < $1.id }) else { return nil }
    for origin in counts.keys.sorted() {
      let entries = counts[origin, default: [:]].values
      let best = entries.max { left, right in
        left.count != right.count ? left.count < right.count : left.venue.id > right.venue.id
      }
      if let best, best.count * 2 >= postCount {
        return Decision(venue: best.venue, isMixed: false)
      }
      let total = entries.reduce(0) { $0 + $1.count }
      if origin == .listID, total * 10 >= postCount * 6 {
        return Decision(venue: fallback, isMixed: true)
      }
    }
    return Decision(venue: fallback, isMixed: false)
  }
}
