public import Discussion
internal import HTMLArchive
public import SourceBytes

/// What a reader says about the files to import.
public struct ImportOptions: Sendable, Hashable {
  /// The venue that all posts belong to.
  public var venue: Venue?
  /// The format that every file is read as, by its name in ``FormatTable``; nil to detect it by content.
  public var format: String?
  /// The address of a page.
  public var url: String?
  /// The title of an article that a page does not give.
  public var title: String?
  /// The author of an article that a page does not name.
  public var author: String?
  /// The date of an article that a page does not give.
  public var date: StatedDate?
  /// When a page was saved: what "3 days ago" on it counts back from.
  public var accessed: StatedDate?

  /// Nothing is said but what is given here: everything is detected.
  public init(venue: Venue? = nil, format: String? = nil) {
    self.venue = venue
    self.format = format
  }

  /// The options as one text, so that a file that was read with others is read again.
  public var fingerprint: String {
    [
      venue.map { "venue=\($0.id)" }, format.map { "as=\($0)" }, url.map { "url=\($0)" },
      title.map { "title=\($0)" }, author.map { "author=\($0)" }, date.map { "date=\($0.iso8601)" },
      accessed.map { "accessed=\($0.iso8601)" },
    ].compactMap(\.self).joined(separator: " ")
  }

  /// What is known of a page, from the reader and from the bundle that it lies in.
  func given(_ outer: PageGiven?) -> PageGiven {
    var given = outer ?? PageGiven()
    given.url = url
    given.title = title
    given.author = author
    given.date = date
    given.accessed = accessed ?? given.accessed
    given.producer = format
    return given
  }
}
