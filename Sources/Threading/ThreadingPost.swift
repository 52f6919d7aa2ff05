public import Discussion

/// What threading needs to know of one post.
public struct ThreadingPost: Sendable, Hashable {
  /// A parent that a page or a correction states.
  public struct StatedParent: Sendable, Hashable {
    /// The post that is answered; it need not be in the archive.
    public var parent: PostID
    /// Why, the strongest reason first; never empty.
    public var reasons: [Evidence]
    /// From 0 to 1.
    public var confidence: Double

    /// Records a statement.
    public init(parent: PostID, reasons: [Evidence], confidence: Double) {
      precondition(!reasons.isEmpty)
      self.parent = parent
      self.reasons = reasons
      self.confidence = confidence
    }
  }

  /// What a reader decided about the parent.
  public struct DecidedParent: Sendable, Hashable {
    /// The post that is answered; nil where a reader said that none is.
    public var parent: PostID?
    /// Who decided and when, in words.
    public var detail: String
    /// When, in milliseconds since 1970: of decisions that would close a loop the earlier ones are drawn.
    public var made: Int64

    /// Records a decision.
    public init(parent: PostID?, detail: String, made: Int64) {
      self.parent = parent
      self.detail = detail
      self.made = made
    }
  }

  /// Its stable name.
  public var id: PostID
  /// When it was written, in seconds since 1970; nil where that is not known.
  public var instant: Int64?
  /// Its place on its page, which orders posts of one instant; 0 for mail.
  public var position: Int
  /// The posts that In-Reply-To names, in order.
  public var inReplyTo: [PostID]
  /// The posts that References names, oldest first.
  public var references: [PostID]
  /// What pages state about its parent; counts where no header names one.
  public var stated: [StatedParent]
  /// What a reader decided about its parent; it wins over all else.
  public var decided: DecidedParent?

  /// Records what is known of a post.
  public init(
    id: PostID, instant: Int64?, position: Int = 0, inReplyTo: [PostID] = [],
    references: [PostID] = [],
    stated: [StatedParent] = []
  ) {
    self.id = id
    self.instant = instant
    self.position = position
    self.inReplyTo = inReplyTo
    self.references = references
    self.stated = stated
  }

  /// The parent that the headers name, never the post itself.
  ///
  /// The sole id of In-Reply-To, else the last of References, else the first of In-Reply-To.
  var headerParent: (id: PostID, isInReplyTo: Bool)? {
    let answered = inReplyTo.filter { $0 != id }
    if answered.count == 1, let sole = answered.first { return (sole, true) }
    if let last = references.last(where: { $0 != id }) { return (last, false) }
    return answered.first.map { ($0, true) }
  }
}
