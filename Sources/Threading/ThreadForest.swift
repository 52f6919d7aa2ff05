public import Discussion

/// Every thread of an archive: trees of posts, flat, in reading order.
public struct ThreadForest: Sendable, Hashable {
  /// Where one post stands.
  public struct Placement: Sendable, Hashable {
    /// The post.
    public var id: PostID
    /// Whether it is known only because others answer it.
    public var isMissing: Bool
    /// The index of its parent among the placements; nil for a root.
    public var parent: Int?
    /// The index of its root among the placements.
    public var root: Int
    /// Its distance from the root.
    public var depth: Int
    /// The link to its parent; nil for a root.
    public var link: ReplyLink?
  }

  /// The posts in pre-order, thread by thread, threads by the date of their root; undated ones first.
  public var placements: [Placement]
}
