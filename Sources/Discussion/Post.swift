public import SourceBytes

/// What a contribution to a discussion is.
public enum PostKind: String, Sendable, Hashable, CaseIterable {
  /// A mail message or news article.
  case message
  /// A blog post, the root of its comments.
  case article
  /// A comment under an article, or a post of a forum.
  case comment
  /// A pingback or trackback: another page that links here.
  case pingback
  /// Known only because other posts answer it.
  case missing
}

/// Whether a post was open to all where it was found.
public enum PostStatus: String, Sendable, Hashable, CaseIterable {
  case published, held, deleted
}

/// An author as the post shows them; the person behind is an inference and stands apart.
public struct Author: Sendable, Hashable {
  /// The name as shown, decoded.
  public var name: String?
  /// The mail address, with `at` turned back into `@` where an archive masked it.
  public var address: String?
  /// The web page that the author's name links to.
  public var url: String?

  /// Takes over what a post shows.
  public init(name: String? = nil, address: String? = nil, url: String? = nil) {
    self.name = name
    self.address = address
    self.url = url
  }

  /// What to print: the name, else the address, else the page.
  public var shown: String { name ?? address ?? url ?? "(no name)" }
}

/// When a post was written, and how that is known.
public struct PostDate: Sendable, Hashable {
  /// Where a date came from; the ladder that import climbs, best rung first.
  public enum Source: String, Sendable, Hashable, CaseIterable {
    case date, received, envelope, page, path, neighbours, given
  }

  /// The date as far as it could be read.
  public var stated: StatedDate
  /// Where it came from.
  public var source: Source
  /// The characters that were read.
  public var asWritten: String

  /// Takes over a date.
  public init(stated: StatedDate, source: Source, asWritten: String) {
    self.stated = stated
    self.source = source
    self.asWritten = asWritten
  }
}

/// A file that came with a post.
public struct Attachment: Sendable, Hashable {
  /// The file name as shown, decoded.
  public var name: String?
  /// The media type, lower case, such as `application/pdf`.
  public var type: String
  /// The size of the decoded content in bytes.
  public var byteCount: Int

  /// Names an attachment.
  public init(name: String?, type: String, byteCount: Int) {
    self.name = name
    self.type = type
    self.byteCount = byteCount
  }
}

/// One contribution to a discussion, as its best source shows it.
public struct Post: Sendable, Hashable {
  /// Its stable name.
  public var id: PostID
  /// What it is.
  public var kind: PostKind
  /// Whether it was open to all.
  public var status: PostStatus = .published
  /// Its Message-ID, where it has one.
  public var messageID: MessageID?
  /// Its author as shown.
  public var author = Author()
  /// When it was written, where that is known.
  public var date: PostDate?
  /// Its subject or title, decoded.
  public var subject: String?
  /// Its readable text: LF, no control characters but tab and newline; nil for a missing post.
  public var text: String?
  /// The parts of the text: they tile it, in order.
  public var blocks: [Block] = []
  /// The language of its own words as a BCP 47 tag, where known.
  public var language: String?
  /// The absolute link to it where it was published.
  public var permalink: String?
  /// The number printed beside it.
  public var ordinal: Int?
  /// The files that came with it.
  public var attachments: [Attachment] = []
  /// The ids that In-Reply-To names, in order.
  public var inReplyTo: [MessageID] = []
  /// The ids that References names, oldest first.
  public var references: [MessageID] = []

  /// A post that has only a name and a kind yet.
  public init(id: PostID, kind: PostKind) {
    self.id = id
    self.kind = kind
  }
}
