public import SourceBytes

/// What a stretch of bytes became that is no post.
public enum ExtentKind: String, Sendable, Hashable, CaseIterable {
  /// Bytes between messages, such as what stands before the first.
  case separator
  /// A page that only lists others.
  case index
  /// Bytes that a finding speaks of.
  case finding
  /// A file that no discussion is in, such as a style sheet.
  case other
}

/// A stretch of bytes of a member that is no post.
public struct Extent: Sendable, Hashable {
  /// Offsets in the member.
  public var bytes: Range<Int>
  /// What it became.
  public var kind: ExtentKind

  /// Records a stretch.
  public init(_ bytes: Range<Int>, _ kind: ExtentKind) {
    self.bytes = bytes
    self.kind = kind
  }
}

/// How a file looked when it was read, to know it again.
public struct SourceStamp: Sendable, Hashable {
  /// Its size in bytes.
  public var byteCount: Int
  /// Its modification time in nanoseconds since 1970.
  public var modified: Int64
  /// Its inode number.
  public var inode: UInt64

  /// Records a file's state.
  public init(byteCount: Int, modified: Int64, inode: UInt64) {
    self.byteCount = byteCount
    self.modified = modified
    self.inode = inode
  }
}

/// The steps of reading files, in the order of the input.
public enum ImportEvent: Sendable {
  /// A file is opened; `path` is as the user named it, `location` absolute.
  case sourceBegan(path: String, location: String, stamp: SourceStamp, options: String)
  /// A member of it is opened; a plain file has one member with an empty path.
  case memberBegan(path: String)
  /// Part of the member was read.
  case batch(ImportBatch)
  /// The member was read.
  case memberEnded(byteCount: Int, format: String, venues: VenueClaims?)
  /// The file was read; the digest is that of its bytes as they lie on disk.
  case sourceEnded(digest: ContentDigest)
}

/// How a file with one comment names another file of its folder.
public enum SiblingClaim: Sendable, Hashable {
  /// It is a comment of the first level itself; this is its key, where it has one.
  case first(key: String?)
  /// It answers the comment of the first level with this number, from 1, in the order of the file names.
  case ordinal(Int)
  /// It answers the comment with this key.
  case key(String)
}

/// What part of a member became.
public struct ImportBatch: Sendable, Hashable {
  /// The posts, in the order of their bytes.
  public var contributions: [Contribution] = []
  /// The rest.
  public var extents: [Extent] = []
  /// What indexes say about posts elsewhere.
  public var replies: [StatedReply] = []
  /// What was odd.
  public var findings: [Finding] = []
  /// The words of the posts that may be inflections, by language, as they are packed with the words of the posts.
  public var wordForms: [String: [UInt8]] = [:]
  /// For data with one comment a file: how the file names the comment of its folder that it answers.
  public var sibling: SiblingClaim?
  /// What kind of place a page belongs to, where it says so.
  public var venueKind: Venue.Kind?
  /// What a page calls the place it belongs to, and for how many posts it speaks.
  public var site: VenueClaims.Vote?
  /// Message-IDs that an index gives for posts on other pages, by their place.
  public var identities: [String: MessageID] = [:]

  /// An empty batch.
  public init() {}
}
