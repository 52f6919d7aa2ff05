public import Discussion

/// What the evidence scorer needs to know of one post.
public struct EvidencePost: Sendable, Hashable {
  /// Its stable name.
  public var id: PostID
  /// What it is.
  public var kind: PostKind
  /// When it was written, in seconds since 1970; nil where that is not known.
  public var instant: Int64?
  /// Its author as shown.
  public var author: Author
  /// The venues it belongs to.
  public var venues: [String]
  /// Its subject as shown.
  public var subject: String?
  /// Its readable text.
  public var text: String
  /// The parts of the text; they tile it.
  ///
  /// Offsets count Unicode scalars.
  public var blocks: [Block]
  /// The number printed beside it.
  public var ordinal: Int?
  /// The absolute link to it where it was published.
  public var permalink: String?
  /// The article of the page that shows it: its parent when nothing in it says more.
  ///
  /// Set it on every comment of a page, also on those that markup links.
  public var article: PostID?
  /// Its place on its page, from the top; counts where dates are equal or absent.
  public var position: Int

  /// Takes over what is known of a post.
  public init(
    id: PostID, kind: PostKind, instant: Int64?, author: Author, venues: [String] = [],
    subject: String? = nil, text: String, blocks: [Block], ordinal: Int? = nil,
    permalink: String? = nil, article: PostID? = nil, position: Int = 0
  ) {
    self.id = id
    self.kind = kind
    self.instant = instant
    self.author = author
    self.venues = venues
    self.subject = subject
    self.text = text
    self.blocks = blocks
    self.ordinal = ordinal
    self.permalink = permalink
    self.article = article
    self.position = position
  }
}
