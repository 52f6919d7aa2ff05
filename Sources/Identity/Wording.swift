public import Discussion
public import SourceBytes

/// What a wording is known by: the identity that it claims and the digest of its own words.
public struct WordingName: Sendable, Hashable, Comparable {
  /// The id that its identity gives.
  public var identity: PostID
  /// The digest of its own words.
  public var digest: ContentDigest

  /// Names a wording.
  public init(identity: PostID, digest: ContentDigest) {
    self.identity = identity
    self.digest = digest
  }

  /// The id it has where another post holds the plain one.
  public var imposterID: PostID { PostID(imposterOf: identity, textDigest: digest) }

  /// Orders by identity, then by digest.
  public static func < (left: WordingName, right: WordingName) -> Bool {
    left.identity != right.identity
      ? left.identity < right.identity : left.digest < right.digest
  }
}

/// All copies that claim one identity and have the same own words, as the best of them shows the post.
public struct Wording: Sendable {
  /// What it is known by.
  public let name: WordingName
  /// The post; its text may be missing where only dates and authors are compared.
  public let post: Post
  /// The pages on which it stands, by any numbers: two posts of one page are two posts.
  public let pages: Set<Int64>

  let author: AuthorLikeness
  let subject: String
  let link: PermalinkLikeness?

  /// Takes over what its best copy shows.
  public init(name: WordingName, post: Post, pages: Set<Int64> = []) {
    self.name = name
    self.post = post
    self.pages = pages
    author = AuthorLikeness(post.author)
    subject = post.subject.map { BaseSubject($0).text.lowercased() } ?? ""
    link = post.permalink.map { PermalinkLikeness($0) }
  }

  /// The kind of identity, strongest first: 0 a Message-ID, 1 a permalink, 2 author, date and words.
  public var rank: Int { post.messageID != nil ? 0 : post.permalink != nil ? 1 : 2 }

  /// What another wording of the same post has too where neither Message-ID nor date tells: the author's name, the
  /// title, the permalink.
  public var lookupKeys: [String] {
    var keys: [String] = []
    if !author.words.isEmpty { keys.append("author " + author.words.joined(separator: " ")) }
    if !subject.isEmpty, post.kind == .article { keys.append("title " + subject) }
    if let link { keys.append("link " + link.host + link.path + "#" + link.fragment) }
    return keys
  }

  /// Which of two wordings of one post gives it its id: the stronger identity, then the earlier date, then the smaller
  /// digest.
  public func precedes(_ other: Wording) -> Bool {
    if rank != other.rank { return rank < other.rank }
    let (date, otherDate) = (
      post.date?.stated.instant ?? .max, other.post.date?.stated.instant ?? .max
    )
    if date != otherDate { return date < otherDate }
    return name.digest != other.name.digest
      ? name.digest < other.name.digest : name < other.name
  }
}

/// A permalink without what two saved copies of one page may differ in.
struct PermalinkLikeness: Sendable, Hashable {
  let host: String
  let path: String
  let fragment: String

  init(_ link: String) {
    var rest = link[...]
    for scheme in ["https://", "http://"] where rest.hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
    }
    if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
    let parts = rest.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    fragment = parts.count == 2 ? String(parts[1]) : ""
    let place = parts[0]
    let end = place.firstIndex(of: "/") ?? place.endIndex
    host = place[..<end].lowercased()
    var path = place[end...]
    while path.last == "/" { path = path.dropLast() }
    self.path = String(path)
  }

  /// Whether both may lead to one post: other addresses of one site do not, unless they end in the same mark.
  func mayLead(to other: PermalinkLikeness) -> Bool {
    host != other.host || (fragment == other.fragment && (path == other.path || !fragment.isEmpty))
  }
}
