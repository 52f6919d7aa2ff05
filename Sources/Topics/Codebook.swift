/// A reader's topics, as their file gives them.
public struct Codebook: Sendable, Hashable {
  /// What the codebook is called.
  public var title: String?
  /// The topics in the order of the file.
  public var topics: [CodebookTopic]

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

  /// Names a topic.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
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
