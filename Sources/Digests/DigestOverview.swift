public import Discussion

/// What a thread is about and where it leads, in sentences of its posts.
public struct DigestOverview: Sendable, Hashable {
  /// What is asked; nil where no post has words.
  public var question: DigestStatement?
  /// Sentences that agree with what they answer, in reading order.
  public var agreements: [DigestStatement] = []
  /// Sentences that contradict what they answer, in reading order.
  public var disagreements: [DigestStatement] = []
  /// Questions in posts that nobody answers, in reading order.
  public var openQuestions: [DigestStatement] = []
  /// Sentences that state an outcome, by date; empty where no post states one.
  public var outcome: [DigestStatement] = []
  /// How the last posts begin, by date, where no post states an outcome.
  public var lastPosts: [DigestStatement] = []

  /// Whether there is anything to say.
  public var isEmpty: Bool { question == nil && outcome.isEmpty && lastPosts.isEmpty }
}

/// A sentence of a post, quoted.
public struct DigestStatement: Sendable, Hashable {
  /// The post it stands in.
  public var post: PostID
  /// The number of the post in its thread.
  public var number: Int
  /// Its author as shown.
  public var author: String
  /// The words, perhaps cut.
  public var text: String
  /// Whether the sentence goes on.
  public var isCut: Bool
  /// The author of the post that it answers.
  public var answers: String?
  /// Whether the document shows the post.
  public var isShown: Bool
}

/// A mark that a reader, a codebook or a rule put on a post.
public struct DigestMark: Sendable, Hashable {
  /// Where it lies in the text, in Unicode scalars; nil for the whole post.
  public var range: Range<Int>?
  /// The words it lies on.
  public var exact: String?
  /// The name of a topic.
  public var topic: String?
  /// The role of the words in the argument.
  public var role: String?
  /// The stance they take.
  public var stance: String?
  /// What a reader noted.
  public var note: String?
  /// Who made the mark.
  public var by: String?
  /// Whether a reader made or accepted it; else it is a suggestion.
  public var isDecided: Bool
  /// How sure a suggestion is, from 0 to 1.
  public var confidence: Double

  /// Takes over a mark.
  public init(
    range: Range<Int>? = nil, exact: String? = nil, topic: String? = nil, role: String? = nil,
    stance: String? = nil, note: String? = nil, by: String? = nil, isDecided: Bool,
    confidence: Double
  ) {
    self.range = range
    self.exact = exact
    self.topic = topic
    self.role = role
    self.stance = stance
    self.note = note
    self.by = by
    self.isDecided = isDecided
    self.confidence = confidence
  }
}

/// Which suggestions a digest shows beside what readers decided.
public enum DigestSuggestions: String, Sendable, Hashable, CaseIterable {
  case none, confident, all

  func shows(_ mark: DigestMark) -> Bool {
    switch self {
    case _ where mark.isDecided: true
    case .none: false
    case .confident: mark.confidence >= 0.7
    case .all: true
    }
  }
}

/// A mark as a digest prints it in the margin.
public struct DigestNote: Sendable, Hashable {
  /// The topic, or nil.
  public var topic: String?
  /// Role and stance in words: `claim, disagrees`; nil where there are none.
  public var kind: String?
  /// How the words it lies on begin; nil for the whole post.
  public var words: String?
  /// What a reader noted.
  public var note: String?
  /// Who made it.
  public var by: String?
  /// Whether it is only suggested.
  public var isSuggested: Bool
}
