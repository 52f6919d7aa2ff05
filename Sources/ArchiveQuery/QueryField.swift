/// The fields of the query language by the word before the colon.
public enum FieldName: String, Sendable, Hashable, CaseIterable {
  case from, subject, body, quoted, venue, topic, role, stance, kind, person, to, thread, id
  case replyto, attachment, lang, evidence, certainty, url, note, source, query
  case date, before, after
  case `is`, has
}

/// A field of the query language: what the parser reads and what help prints.
public struct QueryField: Sendable, Hashable {
  /// What may stand after the colon.
  public enum Takes: Sendable, Hashable {
    /// A word, `prefix*`, `word~` or `"phrase"`.
    case text
    /// A whole value, in which `*` stands for any characters.
    case pattern
    /// One of these words.
    case choice([String])
    /// The first characters of a post's id, or a `<message-id>`.
    case post
    /// The same, or `{QUERY}`.
    case thread
    /// A period of time or a range of them.
    case dates
    /// One period of time.
    case moment
    /// The name of a saved query.
    case saved
    /// A state of posts.
    case state([QueryState])
  }

  /// The word before the colon.
  public let name: FieldName
  /// Another word for it.
  public let alias: String?
  /// What it takes.
  public let takes: Takes
  /// What it does, one line.
  public let help: String
  /// A query that uses it.
  public let example: String

  init(_ name: FieldName, alias: String? = nil, _ takes: Takes, _ help: String, _ example: String) {
    self.name = name
    self.alias = alias
    self.takes = takes
    self.help = help
    self.example = example
  }

  /// The field of a name.
  public init(_ name: FieldName) {
    // The table holds every name; a test says so.
    self = QueryField.all.first { $0.name == name } ?? QueryField.all[0]
  }

  /// The field that a reader's word means, whatever its case; nil when there is none.
  static func named(_ word: String) -> QueryField? {
    let lower = word.lowercased()
    return all.first { $0.name.rawValue == lower || $0.alias == lower }
  }
}
