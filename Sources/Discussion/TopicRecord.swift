/// A topic as the archive keeps it.
public struct TopicRecord: Sendable, Hashable, Codable {
  /// A term with its weight.
  public struct Term: Sendable, Hashable, Codable {
    /// The term, as a codebook writes it.
    public var term: String
    /// How much it counts, from 0 to 1; nil in a codebook.
    public var weight: Double?

    /// Weighs a term.
    public init(term: String, weight: Double?) {
      self.term = term
      self.weight = weight
    }
  }

  /// Its short name.
  public var id: String
  /// Its name as people write it.
  public var name: String
  /// `codebook`, `discovered`, `kept` (discovered, and named by a reader) or `person`.
  public var origin: String
  /// Its terms.
  public var terms: [Term]
  /// What it is about.
  public var description: String?
  /// The id of the topic above it.
  public var parent: String?
  /// Its colour, as `#rrggbb`.
  public var color: String?
  /// The title of the codebook that it stands in; nil for other topics.
  public var codebook: String?

  /// Names a topic.
  public init(
    id: String, name: String, origin: String, terms: [Term], description: String? = nil,
    parent: String? = nil
  ) {
    self.id = id
    self.name = name
    self.origin = origin
    self.terms = terms
    self.description = description
    self.parent = parent
  }
}
