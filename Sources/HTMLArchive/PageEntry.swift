public import SourceBytes

/// One contribution that a saved page or an export shows.
public struct PageEntry: Sendable, Hashable {
  /// What it is.
  public enum Kind: String, Sendable, Hashable {
    case message, article, comment, pingback
  }

  /// Whether it was open to all.
  public enum Status: String, Sendable, Hashable {
    case published, held, deleted
  }

  /// What an entry answers, as far as the page itself can say.
  public enum ParentReference: Sendable, Hashable {
    /// Another entry of the same page or site, by its ``PageEntry/key``.
    case entry(key: String)
    /// The message on another page; the address as written, relative to this page.
    case page(href: String)
    /// A message by its Message-ID, without brackets.
    case messageID(String)
    /// Whatever post has this absolute address, from this page or another.
    case permalink(String)
    /// The article of this page: what a comment that is not nested answers.
    case article
  }

  /// What an entry answers, where that lies in another file of the same folder.
  public enum SiblingReference: Sendable, Hashable {
    /// The n-th entry, from 1, of those that answer none, in the order of file names.
    case ordinal(Int)
    /// The entry with this ``PageEntry/key``.
    case key(String)
  }

  /// A file that came with an entry.
  public struct AttachedFile: Sendable, Hashable {
    /// The file name as shown.
    public var name: String?
    /// The media type in lower case; `application/octet-stream` where the page does not say.
    public var type: String

    /// Names a file.
    public init(name: String?, type: String) {
      self.name = name
      self.type = type
    }
  }

  /// What it is.
  public var kind: Kind
  /// Whether it was open to all.
  public var status: Status = .published
  /// Its name within the page and site, such as `comment-12`; nil where a page is one message.
  public var key: String?
  /// What it answers.
  public var parent: ParentReference?
  /// What it answers in another file of its folder; only data with one entry a file has it.
  public var siblingParent: SiblingReference?
  /// Whether the producer guessed the parent (same subject, "Maybe in reply to").
  public var parentIsGuess = false
  /// Whether the parent is the article because nothing else was stated.
  public var parentIsArticle: Bool {
    if case .permalink = parent { return kind != .message && parentDetail.isEmpty }
    return false
  }
  /// What stated the parent, in words, such as `nested under comment-12`.
  public var parentDetail = ""
  /// Its own Message-ID, entity-decoded, without brackets.
  public var messageID: String?
  /// An id that is its own or that of the message it answers; old pipermail does not say which.
  public var ambiguousID: String?
  /// The ids it says it answers.
  public var inReplyTo: [String] = []
  /// The ids of its ancestors, oldest first.
  public var references: [String] = []
  /// The author's name as shown, without "says:".
  public var authorName: String?
  /// The author's mail address, with ` at ` turned back into `@`.
  public var authorAddress: String?
  /// The page that the author's name links to.
  public var authorURL: String?
  /// Whether the page marks this author as the author of the article.
  public var isByArticleAuthor = false
  /// When it was written, as far as it could be read.
  public var date: StatedDate?
  /// How long before the page was looked at it was written, in seconds, where the page says only that.
  public var dateAge: Int64?
  /// Whether the date was given by the reader.
  public var dateIsGiven = false
  /// The characters that were read as its date.
  public var dateAsWritten: String?
  /// Its subject or title.
  public var subject: String?
  /// Its readable text; quotations start with `> `.
  public var text = ""
  /// The files it came with.
  public var attachments: [AttachedFile] = []
  /// The absolute address of this very entry.
  public var permalink: String?
  /// The number printed beside it.
  public var ordinal: Int?

  /// An entry that has only a kind yet.
  public init(kind: Kind) {
    self.kind = kind
  }
}

/// That the message on one page answers that on another, read from an index page.
public struct PageRelation: Sendable, Hashable {
  /// The message that answers.
  public var child: PageEntry.ParentReference
  /// The message that is answered.
  public var parent: PageEntry.ParentReference
  /// Whether the archiver joined the two by their subject alone.
  public var isGuess: Bool
  /// What stated it, in words, such as `thread.html, level 2`.
  public var detail: String

  /// Records a relation.
  public init(
    child: PageEntry.ParentReference, parent: PageEntry.ParentReference, isGuess: Bool = false,
    detail: String
  ) {
    self.child = child
    self.parent = parent
    self.isGuess = isGuess
    self.detail = detail
  }
}

/// A Message-ID that an index page gives for the page it links to.
public struct PageIdentity: Sendable, Hashable {
  /// The address of the page as written.
  public var href: String
  /// The Message-ID without brackets.
  public var messageID: String

  /// Pairs a page with an id.
  public init(href: String, messageID: String) {
    self.href = href
    self.messageID = messageID
  }
}
