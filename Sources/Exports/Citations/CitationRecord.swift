public import Discussion
public import SourceBytes

/// All that citations of a post are made of, whatever the style.
///
/// Texts are one line each, without control and directional characters; styles only arrange and escape.
public struct CitationRecord: Sendable, Hashable {
  /// The id of the post.
  public var id: PostID
  /// What the post is.
  public var kind: PostKind
  /// The author as shown.
  public var author: CitedName
  /// The subject without reply marks; nil where there is none.
  public var title: String?
  /// For a comment the title of what it is about.
  public var article: String?
  /// Where it was published.
  public var venue: Venue?
  /// When it was written.
  public var date: StatedDate?
  /// The date in the characters of the source.
  public var dateAsWritten: String?
  /// The public link, `http` or `https`.
  public var link: String?
  /// The Message-ID without brackets.
  public var messageID: String?
  /// The file it was read from, and the place in it.
  public var source: String?
  /// The SHA-256 of that file in hexadecimal digits.
  public var sourceDigest: String?
  /// The words that are cited; nil for the whole post.
  public var quotation: String?

  /// Gathers what a citation needs.
  ///
  /// - Parameters:
  ///   - article: The title of the article that a comment stands under.
  ///   - template: The link template of the venue, for posts without a permalink.
  public init(
    _ archived: ArchivedPost, article: String? = nil, template: String? = nil,
    quotation: String? = nil
  ) {
    let post = archived.post
    id = post.id
    kind = post.kind
    author = CitedName(post.author.shown)
    let subject = ShownSubject(post.subject, venues: archived.venues).text
    title = post.subject == nil ? nil : CitationText.line(subject)
    self.article = article.map(CitationText.line)
    venue = archived.venues.first.map {
      Venue(id: $0.id, name: CitationText.line($0.name), kind: $0.kind)
    }
    date = post.date?.stated
    dateAsWritten = post.date.map { CitationText.line($0.asWritten) }.flatMap {
      $0.isEmpty ? nil : $0
    }
    link = (post.permalink ?? template.flatMap { LinkTemplate($0).link(to: post) })
      .flatMap(CitationText.link)
    messageID = post.messageID.map { CitationText.line($0.asWritten) }
    if let copy = archived.copies.first {
      source = CitationText.line(copy.path + (copy.locator.map { " (\($0))" } ?? ""))
      sourceDigest = copy.digest
    }
    self.quotation = quotation.map(CitationText.line)
  }

  /// What the venue is in words: `mailing list`.
  var venueWords: String {
    switch venue?.kind {
    case .list: "mailing list"
    case .blog: "blog"
    case .forum: "forum"
    case .newsgroup: "newsgroup"
    case nil: "discussion"
    }
  }

  /// The title, or for a comment what it is a comment on; no quotation marks around it.
  var shownTitle: String {
    if let title { return title }
    if let article { return "Comment on “\(article)”" }
    return "(no subject)"
  }

  /// Message-ID, place in the archive and digest as one line.
  var provenance: String {
    var parts: [String] = []
    if let messageID { parts.append("Message-ID: <\(messageID)>") }
    parts.append("Thresh \(id.text)")
    if let source { parts.append("source: \(source)") }
    if let sourceDigest { parts.append("SHA-256 \(sourceDigest)") }
    return parts.joined(separator: "; ")
  }
}

/// How the public links of a venue are made: `https://example.org/r/{messageID}`.
public struct LinkTemplate: Sendable, Hashable {
  /// The template as the reader gave it.
  public let text: String

  /// Takes over a template.
  public init(_ text: String) { self.text = text }

  /// The link of a post; nil where the template asks for what the post does not have.
  ///
  /// `{messageID}`, `{id}`, `{year}`, `{month}` and `{ordinal}` are filled in, percent-encoded (RFC 3986 §2.1).
  public func link(to post: Post) -> String? {
    var link = text
    let civil = post.date?.stated.civil
    let values: [(String, String?)] = [
      ("{messageID}", post.messageID?.asWritten), ("{id}", post.id.text),
      ("{year}", civil.map { "\($0.year)" }),
      ("{month}", civil.map { $0.month < 10 ? "0\($0.month)" : "\($0.month)" }),
      ("{ordinal}", post.ordinal.map { "\($0)" }),
    ]
    for (name, value) in values where link.contains(name) {
      guard let value else { return nil }
      link = link.replacing(name, with: LinkTemplate.encoded(value))
    }
    return link
  }

  /// Keeps the characters that Message-IDs have and paths may have.
  private static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: bytes.append(byte)
      case _ where "-._~@$+!*,=".utf8.contains(byte): bytes.append(byte)
      default:
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
