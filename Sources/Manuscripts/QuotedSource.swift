public import Discussion
internal import SourceBytes

/// A post of the archive in which a quotation may stand.
public struct QuotedSource: Sendable, Hashable {
  /// The id of the post.
  public var id: String
  /// The person behind the author, or the name.
  public var person: String
  /// The author as shown.
  public var author: String
  /// When it was written, in seconds since 1970; nil where it is not known.
  public var instant: Int64?
  /// The subject without reply marks.
  public var subject: String
  /// The author's words, with where they lie in the post.
  public var own: QuotedWords
  /// What the post quotes of others.
  public var quoted: QuotedWords

  /// Takes a post apart by who said what; signatures and footers count as the author's.
  ///
  /// - Complexity: Linear in the text.
  public init(_ archived: ArchivedPost) {
    let post = archived.post
    id = post.id.text
    person = archived.person ?? post.author.address ?? post.author.shown
    author = post.author.shown
    instant = post.date?.stated.instant
    subject = ShownSubject(post.subject, venues: archived.venues).text
    let scalars = Array((post.text ?? "").unicodeScalars)
    var own = QuotedWords("", isManuscript: false)
    var quoted = own
    let blocks = post.blocks.isEmpty ? [Block(.own, start: 0, end: scalars.count)] : post.blocks
    for block in blocks {
      let start = max(0, min(block.start, scalars.count))
      let end = max(start, min(block.end, scalars.count))
      let words = QuotedWords(Array(scalars[start..<end]), isManuscript: false)
      switch block.kind {
      case .quote, .forward, .attribution: quoted.append(words, movedBy: start)
      case .own, .signature, .footer, .code, .patch, .pgp: own.append(words, movedBy: start)
      }
    }
    self.own = own
    self.quoted = quoted
  }
}
