public import SourceBytes

/// What one saved page or export holds.
public struct PageReading: Sendable, Hashable {
  /// The kind of place that the page belongs to.
  public enum VenueKind: String, Sendable, Hashable {
    case list, blog, forum
  }

  /// The producer's name, as in ``ProducerTable``.
  public var producer: String
  /// The contributions in the order of the page; an article comes before its comments.
  public var entries: [PageEntry] = []
  /// Who answers whom, where the page is an index.
  public var relations: [PageRelation] = []
  /// Ids of the pages that an index links to.
  public var identities: [PageIdentity] = []
  /// The name of the list, blog or forum, where the page says it.
  public var siteName: String?
  /// The kind of place.
  public var venueKind: VenueKind
  /// The address that the page gives for itself.
  public var canonicalURL: String?
  /// The page's language as a BCP 47 tag, where it says one.
  public var language: String?
  /// Whether the page only lists others.
  public var isIndex = false
  /// The addresses of message pages that an index links to, as written, in order, each once.
  public var linkedPages: [String] = []
  /// How the page was decoded: the charset in lower case.
  public var charset = "utf-8"
  /// What was odd.
  public var findings: [Finding] = []

  /// A reading without entries yet.
  public init(producer: String, venueKind: VenueKind) {
    self.producer = producer
    self.venueKind = venueKind
  }
}
