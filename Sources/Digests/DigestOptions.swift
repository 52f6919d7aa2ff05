public import Discussion

/// How much of the posts a digest shows.
public enum DigestLength: String, Sendable, Hashable, CaseIterable {
  /// An outline: a line or two for each post.
  case brief
  /// Passages chosen for coverage; short threads whole.
  case standard
  /// All own words.
  case full
}

/// What a digest is made with, besides the threads.
public struct DigestOptions: Sendable, Hashable {
  /// The title; nil takes the subject of the only thread, or says how many there are.
  public var title: String?
  /// How much of the posts is shown.
  public var length: DigestLength = .standard
  /// The posts that the query matched, marked as such; empty when all count.
  public var matches: Set<PostID> = []
  /// Whether posts that are not among ``matches`` are left out, with marks in their place.
  public var showsOnlyMatches = false
  /// Whether mail addresses are printed; else only what stands before the `@`.
  public var showsAddresses = false
  /// What readers, codebooks and rules marked, by post.
  public var marks: [PostID: [DigestMark]] = [:]
  /// Which suggestions are shown beside what readers decided.
  public var suggestions = DigestSuggestions.confident
  /// Related posts outside of a thread, by the root of the thread.
  public var related: [PostID: [DigestRelation]] = [:]
  /// How the digest can be made again.
  public var colophon = DigestColophon()

  /// The options of a bare `thresh digest`.
  public init() {}
}

/// How a digest was made.
public struct DigestColophon: Sendable, Hashable {
  /// The exact command line; nil when there was none.
  public var command: String?
  /// The version of the tool.
  public var version: String?
  /// The fingerprint of the archive.
  public var fingerprint: String?

  /// Takes over what is known.
  public init(command: String? = nil, version: String? = nil, fingerprint: String? = nil) {
    self.command = command
    self.version = version
    self.fingerprint = fingerprint
  }
}

/// Where the text of a post was read from.
public struct DigestSource: Sendable, Hashable {
  /// The path of the file that was opened.
  public var path: String
  /// The place in it, as in `offset:10233`; empty for the whole file.
  public var locator: String
  /// The SHA-256 of the file in hexadecimal.
  public var sha256: String?

  /// Names a place.
  public init(path: String, locator: String, sha256: String?) {
    self.path = path
    self.locator = locator
    self.sha256 = sha256
  }
}
