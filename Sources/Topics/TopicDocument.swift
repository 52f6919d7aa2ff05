/// A text as discovery reads it.
public struct TopicDocument: Sendable, Hashable {
  /// Its name, by which ties are broken.
  public var id: String
  /// Who wrote it, so that what one person always writes is known for a habit.
  public var author: String
  /// What the person is called, as far as that is known: people are addressed, and addressing is no topic.
  public var authorName: String?
  /// Its title, where it is its own: not that of an answer.
  public var title: String?
  /// The title that an answer repeats: it helps to say what the answer is about, but adds nothing to what the topics are.
  public var answered: String?
  /// The author's own words.
  public var text: String

  /// Takes over a text.
  public init(
    id: String, author: String, authorName: String? = nil, title: String?, answered: String? = nil,
    text: String
  ) {
    self.id = id
    self.author = author
    self.authorName = authorName
    self.title = title
    self.answered = answered
    self.text = text
  }
}

/// Which topics that were found are the same as topics that are known.
public enum TopicMatching {
  /// From which share of common words on two topics are one.
  public static let leastShare = 0.5

  /// For each topic that was found the index of the known one that it is; each is used once, the closest pairs first.
  ///
  /// - Parameters:
  ///   - found: The words of the topics that were found, heaviest first.
  ///   - known: The words of the known ones.
  public static func matches(of found: [[String]], to known: [[String]]) -> [Int?] {
    var pairs: [(share: Double, found: Int, known: Int)] = []
    for (index, words) in found.enumerated() {
      for (other, terms) in known.enumerated() {
        let common = Set(words).intersection(terms).count
        let least = min(Set(words).count, Set(terms).count)
        guard least > 1, common > 1 else { continue }
        let share = Double(common) / Double(least)
        if share >= leastShare { pairs.append((share, index, other)) }
      }
    }
    pairs.sort { ($1.share, $0.found, $0.known) < ($0.share, $1.found, $1.known) }
    var matches = [Int?](repeating: nil, count: found.count)
    for (_, index, other) in pairs where matches[index] == nil && !matches.contains(other) {
      matches[index] = other
    }
    return matches
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
