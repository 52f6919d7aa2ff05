/// A thread: a tree of posts, flat, in reading order.
public struct Conversation: Sendable, Hashable {
  /// The posts in pre-order: the root first, each after its parent, siblings by date.
  public var posts: [Post]
  /// For each post the index of its parent in ``posts``; nil for the root.
  public var parents: [Int?]
  /// For each post its distance from the root.
  public var depths: [Int]
  /// For each post the link to its parent; nil for the root.
  public var links: [ReplyLink?]
  /// The venues of each post.
  public var venues: [[Venue]]

  /// Takes over a tree whose arrays have one length.
  public init(
    posts: [Post], parents: [Int?], depths: [Int], links: [ReplyLink?], venues: [[Venue]]
  ) {
    precondition(
      posts.count == parents.count && posts.count == depths.count && posts.count == links.count
        && posts.count == venues.count)
    self.posts = posts
    self.parents = parents
    self.depths = depths
    self.links = links
    self.venues = venues
  }
}

/// Where a discussion took place.
public struct Venue: Sendable, Hashable {
  /// What kind of place it is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case list, blog, forum, newsgroup
  }

  /// Its short name in lower case, made of letters, digits, `.`, `_` and `-`.
  public var id: String
  /// Its name as people write it.
  public var name: String
  /// What kind of place it is.
  public var kind: Kind

  /// Names a venue.
  public init(id: String, name: String, kind: Kind) {
    self.id = id
    self.name = name
    self.kind = kind
  }
}
