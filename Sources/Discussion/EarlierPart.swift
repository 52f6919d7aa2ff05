/// The beginning of a mailbox that was read before and has not changed, so that only what follows has to be read.
public struct EarlierPart: Sendable, Hashable {
  /// What a post of the end, which is read again, counted for.
  public struct Claim: Sendable, Hashable {
    /// The list or newsgroup that it names.
    public var listVenue: Venue?
    /// Its subject.
    public var subject: String?

    /// Records a claim.
    public init(listVenue: Venue?, subject: String?) {
      self.listVenue = listVenue
      self.subject = subject
    }
  }

  /// Where reading goes on: the start of a post.
  public var offset: Int
  /// How many posts the whole held.
  public var postCount: Int
  /// What all its posts claimed about their venue.
  public var votes: [VenueClaims.Vote]
  /// Those of its posts that stand at ``offset`` or behind it.
  public var takenBack: [Claim]
  /// The time of the last message before ``offset`` whose date can be true.
  public var instant: Int64?

  /// Records what is known of the beginning.
  public init(
    offset: Int, postCount: Int, votes: [VenueClaims.Vote], takenBack: [Claim], instant: Int64?
  ) {
    self.offset = offset
    self.postCount = postCount
    self.votes = votes
    self.takenBack = takenBack
    self.instant = instant
  }
}
