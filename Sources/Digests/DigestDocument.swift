public import SourceBytes

/// A readable document made from threads: what every format prints, decided once.
///
/// All strings are ready to show: one line each, without control and bidirectional characters. Renderers only escape.
public struct DigestDocument: Sendable, Hashable {
  /// The title.
  public var title: String
  /// From the first post to the last; nil when no post is dated.
  public var period: DigestPeriod?
  /// The venues, by number of posts, then by name.
  public var venues: [DigestCount]
  /// The people as shown, by number of posts, then by name.
  public var people: [DigestCount]
  /// The threads in the order given.
  public var threads: [DigestThread]
  /// For each person the posts that are shown, by name.
  public var personIndex: [DigestIndexEntry]
  /// For each topic the posts that are shown, by name.
  public var topicIndex: [DigestIndexEntry]
  /// How many posts were written when, over all threads; empty where there is nothing to draw.
  public var timeline: [DigestSpan]
  /// Who answers whom, over all threads.
  public var network: DigestNetwork
  /// The posts that are not left out, whole, for mail programs.
  public var messages: [DigestMessage]
  /// The source files in the order in which citations first name them.
  public var sources: [DigestFile]
  /// How much is shown of all threads.
  public var extent: DigestExtent
  /// How the extract was made.
  public var length: DigestLength
  /// How it can be made again.
  public var colophon: DigestColophon
}

/// A span of time with no more precision than its ends have.
public struct DigestPeriod: Sendable, Hashable {
  /// The earliest date.
  public var first: StatedDate
  /// The latest date.
  public var last: StatedDate
}

/// A name and how many posts carry it.
public struct DigestCount: Sendable, Hashable {
  /// The name as shown.
  public var name: String
  /// How many posts.
  public var postCount: Int
}

/// A source file that citations name by number.
public struct DigestFile: Sendable, Hashable {
  /// Its path.
  public var path: String
  /// Its SHA-256 in hexadecimal.
  public var sha256: String?
}

/// How much of something is shown.
public struct DigestExtent: Sendable, Hashable {
  /// Own words that are shown.
  public var shownWordCount = 0
  /// Own words in all.
  public var wordCount = 0
  /// Posts of which something is shown.
  public var shownPostCount = 0
  /// Posts in all, missing ones left aside.
  public var postCount = 0

  /// Adds another extent.
  static func += (left: inout DigestExtent, right: DigestExtent) {
    left.shownWordCount += right.shownWordCount
    left.wordCount += right.wordCount
    left.shownPostCount += right.shownPostCount
    left.postCount += right.postCount
  }
}
