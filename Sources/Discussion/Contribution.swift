public import SourceBytes

/// How much of a post a kind of source keeps, best first; the best copy of a post gives its text.
public enum CopyQuality: Int, Sendable, Hashable, Comparable {
  /// Original mail with its headers and parts.
  case mail
  /// Mail as an archiver's text, with masked addresses and without attachments.
  case mailText
  /// An export of a blog or forum.
  case export
  /// A saved page.
  case page
  /// A plain-text capture of a page.
  case capture

  /// Orders the best first.
  public static func < (left: CopyQuality, right: CopyQuality) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// The bytes that a post was read from, compressed.
public struct Original: Sendable, Hashable {
  /// The digest of the bytes before compression.
  public var digest: ContentDigest
  /// How many bytes they were.
  public var byteCount: Int
  /// One Zstandard frame.
  public var frame: [UInt8]

  /// Takes over compressed bytes.
  public init(digest: ContentDigest, byteCount: Int, frame: [UInt8]) {
    self.digest = digest
    self.byteCount = byteCount
    self.frame = frame
  }
}

/// Names a post before it is known which row of the archive it is.
public enum PostPointer: Sendable, Hashable {
  /// The very contribution that says so.
  case own
  /// By its identity.
  case id(PostID)
  /// By where its page lies: path of the file, then `!` and members, then `#` and the key on the page.
  case place(String)
}

/// That a page or an export says which post answers which.
public struct StatedReply: Sendable, Hashable {
  /// The post that answers.
  public var child: PostPointer
  /// The post that is answered.
  public var parent: PostPointer
  /// What says so.
  public var evidence: Evidence
  /// From 0 to 1.
  public var confidence: Double

  /// Records a statement.
  public init(
    child: PostPointer, parent: PostPointer, evidence: Evidence, confidence: Double
  ) {
    self.child = child
    self.parent = parent
    self.evidence = evidence
    self.confidence = confidence
  }
}

/// Where a post stands on its page, for reading order where dates do not tell.
public struct PageOrder: Sendable, Hashable {
  /// The date of the last dated post before it on the page, in seconds since 1970; nil where there is none.
  public var instant: Int64?
  /// Its place among the posts of the page, from 0; 0 for mail.
  public var position: Int

  /// Records a place.
  public init(instant: Int64? = nil, position: Int = 0) {
    self.instant = instant
    self.position = position
  }
}

/// A post as one place of one source shows it.
public struct Contribution: Sendable, Hashable {
  /// The post; its id is that of its identity.
  public var post: Post
  /// Its words by who said them; empty once they are packed.
  public var words: PostWords
  /// The same, split for the index; nil where that is still to be done.
  public var packedWords: PackedWords?
  /// What queries ask of its text beyond words.
  public var traits: PostTraits
  /// The digest of the own words as copies of one post share them: without white space, marks and addresses.
  public var wordsDigest: ContentDigest
  /// The name of the format, as `thresh formats` lists it.
  public var format: String
  /// How much this kind of source keeps.
  public var quality: CopyQuality
  /// How many characters could not be decoded.
  public var replacementCount = 0
  /// The bytes of the member that it takes up.
  public var extent: Range<Int>
  /// Where in the member it stands: `offset:120`, `#comment-12`, or empty for a whole file.
  public var locator: String
  /// Where it stands among the posts of its page.
  public var order = PageOrder()
  /// The name under which other pages link to it.
  public var place: String?
  /// The bytes that it was read from.
  public var original: Original
  /// The separator line of an mbox, where the post has its date from it.
  public var envelope: [UInt8]?
  /// Whether its date cannot be true, or it has none, so that only its neighbours tell when it was written.
  public var isDateDoubtful = false
  /// The compressed text.
  public var textFrame: [UInt8]
  /// The venue that its List-Id names.
  public var listVenue: Venue?
  /// The venues that it states for itself, beyond doubt; the first is the main one.
  public var ownVenues: [Venue] = []
  /// What it says about its parent, beyond its headers.
  public var replies: [StatedReply] = []
  /// Whom its text speaks to, and the name it is signed with.
  public var names: [NameInText] = []
  /// Samples of its word sequences, by which posts that share passages are found.
  public var samples: [UInt64] = []
  /// The web addresses in its own words.
  public var links: [String] = []

  /// Takes over what was read; optional parts are set afterwards.
  public init(
    post: Post, words: PostWords, wordsDigest: ContentDigest, format: String, quality: CopyQuality,
    extent: Range<Int>, locator: String, original: Original, textFrame: [UInt8]
  ) {
    self.post = post
    self.words = words
    traits = PostTraits(post.blocks, words: words)
    self.wordsDigest = wordsDigest
    self.format = format
    self.quality = quality
    self.extent = extent
    self.locator = locator
    self.original = original
    self.textFrame = textFrame
  }
}
