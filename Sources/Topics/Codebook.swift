/// A reader's topics, as their file gives them.
public struct Codebook: Sendable, Hashable {
  /// What the codebook is called.
  public var title: String?
  /// The topics in the order of the file.
  public var topics: [CodebookTopic]
  /// Groups of topics, as programs for qualitative research keep them.
  public var sets: [CodebookSet] = []

  /// Takes over topics.
  public init(title: String?, topics: [CodebookTopic]) {
    self.title = title
    self.topics = topics
  }
}

/// One topic of a codebook.
public struct CodebookTopic: Sendable, Hashable {
  /// Its short name.
  public var id: String
  /// Its name as people write it.
  public var name: String
  /// What it is about.
  public var description: String?
  /// What belongs to it.
  public var include: String?
  /// What does not.
  public var exclude: String?
  /// Passages that belong to it.
  public var examples: [String] = []
  /// What is looked for; none for a topic that is marked by hand alone.
  public var terms: [CodebookTerm] = []
  /// What cancels a match that it overlaps.
  public var unless: [CodebookTerm] = []
  /// The id of the topic above it.
  public var parent: String?
  /// Its colour, as `#rrggbb`.
  public var color: String?
  /// Its name for other programs (a UUID); made of the id where there is none.
  public var guid: String?
  /// Whether passages may be marked with it; a heading over other topics may not.
  public var isCodable = true

  /// Names a topic.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// A group of topics across the hierarchy.
public struct CodebookSet: Sendable, Hashable {
  /// What it is called.
  public var name: String
  /// What it is for.
  public var description: String?
  /// Its name for other programs (a UUID).
  public var guid: String?
  /// The ids of its topics.
  public var topics: [String]

  /// Names a group.
  public init(name: String, topics: [String]) {
    self.name = name
    self.topics = topics
  }
}

/// Something to look for in texts.
public enum CodebookTerm: Sendable, Hashable {
  /// Words in a row, in any inflection.
  case words(String)
  /// All words that begin so.
  case prefix(String)
  /// A regular expression (PCRE2).
  case pattern(String)

  /// Reads a term as codebooks write it: `word`, `two words`, `begin*`, `/expression/`.
  public init(_ text: String) {
    if text.count > 2, text.hasPrefix("/"), text.hasSuffix("/") {
      self = .pattern(String(text.dropFirst().dropLast()))
    } else if text.hasSuffix("*"), text.count > 1 {
      self = .prefix(String(text.dropLast()))
    } else {
      self = .words(text)
    }
  }

  /// The term as codebooks write it.
  public var text: String {
    switch self {
    case .words(let text): text
    case .prefix(let text): text + "*"
    case .pattern(let text): "/" + text + "/"
    }
  }
}

/// Why a codebook cannot be read, and where.
public struct CodebookError: Error, Sendable, Hashable {
  /// The line, from 1.
  public var line: Int
  /// What is wrong there.
  public var message: String
}
