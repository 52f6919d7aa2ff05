public import SourceBytes

/// What is known of a page from elsewhere: from the reader, or from the file that it was kept in.
public struct PageGiven: Sendable, Hashable {
  /// The address that the reader says the page has; it goes before what the page says.
  public var url: String?
  /// The address that a web archive or browser noted; it counts where the page says nothing.
  public var savedFrom: String?
  /// The title of the article, where the page has none.
  public var title: String?
  /// The author of the article, where the page names none.
  public var author: String?
  /// The date of the article, where the page has none, and how it was written.
  public var date: StatedDate?
  /// When the page was saved; what relative dates count back from.
  public var accessed: StatedDate?
  /// The producer to read it as, by its name; nil to detect it.
  public var producer: String?

  /// Nothing is known.
  public init() {}
}
