public import Discussion
public import SourceBytes

/// A thread as a digest shows it.
public struct DigestThread: Sendable, Hashable {
  /// Its number in the document, from 1.
  public var number: Int
  /// The id of its root.
  public var id: PostID
  /// The subject of its root, or of the first post that has one.
  public var subject: String
  /// From its first post to its last.
  public var period: DigestPeriod?
  /// Its people as shown, by number of posts, then by name.
  public var people: [DigestCount]
  /// How many posts are known only because others answer them.
  public var missingCount: Int
  /// How many links to the post answered are guesses.
  public var guessCount: Int
  /// What it asks, where people part, and what came of it.
  public var overview: DigestOverview
  /// Its topics, by number of posts, then by name.
  public var topics: [DigestCount]
  /// Related threads elsewhere, as a line each.
  public var related: [DigestRelation]
  /// How much is shown.
  public var extent: DigestExtent
  /// Posts in reply order, with marks where some are left out.
  public var entries: [DigestEntry]
  /// Pages that link to it, in reply order; not among ``entries``.
  public var pingbacks: [DigestPost]
}

/// A post outside of the thread that belongs to it.
public struct DigestRelation: Sendable, Hashable {
  /// The post.
  public var post: PostID
  /// Author, date and subject as one line.
  public var text: String
  /// Why it is held to be related, in words.
  public var reason: String
  /// Its public link, `http` or `https`.
  public var link: String?

  /// Names a related post.
  public init(post: PostID, text: String, reason: String, link: String?) {
    self.post = post
    self.text = text
    self.reason = reason
    self.link = link
  }
}

/// A line of a thread: a post, or posts that are left out.
public enum DigestEntry: Sendable, Hashable {
  case post(DigestPost)
  case omitted(DigestOmittedPosts)

  /// How deep it is drawn; grows by one at most from one entry to the next.
  public var depth: Int {
    switch self {
    case .post(let post): post.depth
    case .omitted(let posts): posts.depth
    }
  }
}

/// Posts that stand one after another and are left out.
public struct DigestOmittedPosts: Sendable, Hashable {
  /// How deep they are drawn.
  public var depth: Int
  /// The number of the first of them.
  public var firstNumber: Int
  /// How many they are.
  public var postCount: Int
  /// Their authors, by number of posts, then by name.
  public var people: [DigestCount]
}

/// A post as a digest shows it.
public struct DigestPost: Sendable, Hashable {
  /// Its id, from which renderers make its anchor.
  public var id: PostID
  /// Its number in the thread in reply order, from 1.
  public var number: Int
  /// How deep it is drawn: 0 for the root, else below the nearest ancestor that is shown.
  public var depth: Int
  /// What it is; a missing post has no body.
  public var kind: PostKind
  /// Its author as shown.
  public var author: String
  /// When it was written.
  public var date: StatedDate?
  /// Its subject where it is not that of the thread.
  public var subject: String?
  /// The number printed beside it where it was found.
  public var ordinal: Int?
  /// Whether the query matched it.
  public var isMatch: Bool
  /// What it answers.
  public var reply: DigestReply?
  /// Its own words with marks for all that is left out.
  public var body: [DigestPassage]
  /// What readers, codebooks and rules marked in it.
  public var notes: [DigestNote]
  /// How to cite it.
  public var citation: DigestCitation
}

extension DigestPost {
  /// The body on one line, for posts that stand in a list: own words and marks for all else.
  var bodyLine: DigestLine {
    var runs: [DigestRun] = []
    for passage in body {
      switch passage {
      case .prose(let lines): runs += lines.flatMap(\.runs)
      case .verbatim(let lines): runs += lines.map { .words(DisplayText.line($0)) }
      case .quotation, .omission: if runs.last != .cut { runs.append(.cut) }
      }
    }
    return DigestLine(marker: nil, runs: runs)
  }
}

/// Whom a post answers, and how that is known.
public struct DigestReply: Sendable, Hashable {
  /// The post that is answered.
  public var parent: PostID
  /// Its number in the thread.
  public var number: Int
  /// Its author as shown.
  public var author: String
  /// Whether the document holds it.
  public var isShown: Bool
  /// How sure the link is.
  public var certainty: Certainty
  /// The evidence in words; nil where a header states the link.
  public var explanation: String?
}

/// A part of a post's body.
public enum DigestPassage: Sendable, Hashable {
  /// A paragraph: lines whose breaks the author meant.
  case prose([DigestLine])
  /// Program text or anything else whose spaces matter, line by line.
  case verbatim([String])
  /// A quotation, folded to one line.
  case quotation(DigestQuotation)
  /// Something left out; the text says what, nil for own words.
  case omission(String?)
}

/// A line of prose.
public struct DigestLine: Sendable, Hashable {
  /// What marks it as an item of a list, as written: `-`, `1.`, `(a)`; nil for plain lines.
  public var marker: String?
  /// Words and marks in order.
  public var runs: [DigestRun]
}

/// A part of a line.
public enum DigestRun: Sendable, Hashable {
  /// The author's words.
  case words(String)
  /// Words that the query looked for.
  case match(String)
  /// Words left out here.
  case cut
}

/// A quotation inside a post.
public struct DigestQuotation: Sendable, Hashable {
  /// Who is quoted: the author of the post quoted, else the name in the attribution.
  public var name: String?
  /// The number of the post quoted, where its words are in the thread.
  public var number: Int?
  /// How it starts.
  public var firstWords: String
  /// Whether it goes on.
  public var isCut: Bool
  /// The post quoted, where it is known and shown in the document.
  public var target: PostID?
}

extension DigestQuotation {
  /// Who is quoted, with the number of the post where it is known: `Ada Example (4)`.
  var who: String { (name ?? "somebody") + (number.map { " (\($0))" } ?? "") }

  /// How the quotation starts, with a mark where it goes on.
  var words: String { firstWords + (isCut ? "…" : "") }
}

/// What identifies a post to readers elsewhere.
public struct DigestCitation: Sendable, Hashable {
  /// The id of the post.
  public var id: String
  /// The author as shown.
  public var author: String
  /// The subject or title.
  public var subject: String?
  /// Where it was published.
  public var venues: [String]
  /// The date in the characters of the source.
  public var dateAsWritten: String?
  /// The public link, `http` or `https` only.
  public var link: String?
  /// The Message-ID without brackets.
  public var messageID: String?
  /// The number of its file in ``DigestDocument/sources``, from 1.
  public var sourceNumber: Int?
  /// The place in the file.
  public var locator: String?
}
