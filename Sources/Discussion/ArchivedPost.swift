/// A post with its place in the archive: its thread, its parent and why, where it was found.
public struct ArchivedPost: Sendable, Hashable {
  /// One place where the post was found.
  public struct Copy: Sendable, Hashable {
    /// The file that was opened.
    public var path: String
    /// The format it was read as.
    public var format: String
    /// Member paths and the position, joined by `!`; nil for a whole file.
    public var locator: String?
    /// The SHA-256 of the file in hexadecimal digits.
    public var digest: String?

    /// Records a place.
    public init(path: String, format: String, locator: String?, digest: String?) {
      self.path = path
      self.format = format
      self.locator = locator
      self.digest = digest
    }
  }

  /// The post as its best copy shows it.
  public var post: Post
  /// The root of its thread.
  public var thread: PostID
  /// The post it answers.
  public var parent: PostID?
  /// Its distance from the root.
  public var depth: Int
  /// Its place in the reading order of its thread, from 0.
  public var position: Int
  /// Why it hangs where it does; nil for a root.
  public var link: ReplyLink?
  /// The person behind the author's name.
  public var person: String?
  /// The person it speaks to, where its text says so.
  public var addressee: Addressee?
  /// The old discussion that it departs from.
  public var fork: Fork?
  /// The posts that start new discussions out of it, by date.
  public var continuations: [PostID] = []
  /// Where it took place, by id; the first is that of the best copy.
  public var venues: [Venue]
  /// Where it was found, best first.
  public var copies: [Copy]
  /// What pages, exports and readers state about its parent, where that was asked for.
  public var statements: [StatedReply] = []
  /// Where the best copy stands on its page.
  public var order = PageOrder()
  /// What it is marked with, by place; rejected marks too.
  public var annotations: [Annotation] = []
  /// Whether the best copy states the post's references; else they come from another one.
  public var hasOwnReferences = true

  /// Takes over a post and its place.
  public init(
    post: Post, thread: PostID, parent: PostID?, depth: Int, position: Int, link: ReplyLink?,
    person: String?, venues: [Venue], copies: [Copy]
  ) {
    self.post = post
    self.thread = thread
    self.parent = parent
    self.depth = depth
    self.position = position
    self.link = link
    self.person = person
    self.venues = venues
    self.copies = copies
  }
}

extension Conversation {
  /// One thread from its posts in reading order.
  ///
  /// - Parameter archived: The posts of one thread by position; a parent stands before its children.
  public init(_ archived: [ArchivedPost]) {
    var indexOfID: [PostID: Int] = [:]
    for (index, post) in archived.enumerated() { indexOfID[post.post.id] = index }
    self.init(
      posts: archived.map(\.post), parents: archived.map { $0.parent.flatMap { indexOfID[$0] } },
      depths: archived.map(\.depth), links: archived.map(\.link), venues: archived.map(\.venues))
  }
}
