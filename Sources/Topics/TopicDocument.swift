/// A text as discovery reads it.
public struct TopicDocument: Sendable, Hashable {
  /// Its name, by which ties are broken.
  public var id: String
  /// Who wrote it, so that what one person always writes is known for a habit.
  public var author: String
  /// Its title, where it is its own: not that of an answer.
  public var title: String?
  /// The author's own words.
  public var text: String

  /// Takes over a text.
  public init(id: String, author: String, title: String?, text: String) {
    self.id = id
    self.author = author
    self.title = title
    self.text = text
  }
}

/// A topic that was found in texts.
public struct DiscoveredTopic: Sendable, Hashable {
  /// A word or phrase that stands for the topic.
  public struct Term: Sendable, Hashable {
    /// One word, or two that stand side by side.
    public var text: String
    /// How much it counts, from 0 to 1.
    public var weight: Double
  }

  /// A text that speaks of the topic.
  public struct Member: Sendable, Hashable {
    /// The index of the text.
    public var document: Int
    /// How sure it is, from 0 to 1.
    public var confidence: Double
    /// The words that told, strongest first.
    public var evidence: [String]
  }

  /// Its best words.
  public var name: String
  /// Words that stand together in the texts, the heaviest first; pairs of words behind them.
  public var terms: [Term]
  /// The texts that speak of it, surest first.
  public var members: [Member]
}
