/// What a query asks for, as a tree whose depth ``QueryLimits/depth`` bounds.
///
/// The parser flattens: no `and` holds an `and`, no `or` an `or`, and both hold at least two operands. Everything
/// is stated as the reader meant it; splitting a term into indexed words is the store's task.
public indirect enum QueryExpression: Sendable, Hashable {
  /// Every post: an empty query or `*`.
  case all
  /// Posts that all operands match.
  case and([QueryExpression])
  /// Posts that some operand matches.
  case or([QueryExpression])
  /// Posts that the operand does not match.
  case not(QueryExpression)
  /// Posts with such text in one field; nil stands for own words, subjects and authors.
  case text(TextMatch, in: FieldName?)
  /// Posts where all of these stand within so many words of each other, in any order.
  case near([TextMatch], within: Int, in: FieldName?)
  /// Posts whose field has this value.
  case value(FieldValue, in: FieldName)
  /// A post itself (`id:`), the answers to it (`replyto:`) or its thread (`thread:`).
  case post(PostReference, in: FieldName)
  /// Every post of a thread in which some post matches: `thread:{…}`.
  case thread(QueryExpression)
  /// Posts of a time, in the zone as each was written.
  case date(DateRange)
  /// Posts in a state: `is:` and `has:`.
  case state(QueryState)
  /// What a saved query asks for: `query:NAME`.
  case saved(String)
}

/// Text to find.
public enum TextMatch: Sendable, Hashable {
  /// A word with its inflections; one with inner punctuation (`foo-bar`, `ada@example.org`) is its words in a row.
  case word(String)
  /// Words that begin so: `econ*`.
  case prefix(String)
  /// These words in a row, as they stand: `"a phrase"`.
  case phrase(String)
  /// Words at most so many typing errors away: `word~2`.
  case approximate(String, distance: Int)

  /// What was typed, without the signs around it.
  public var text: String {
    switch self {
    case .word(let text), .prefix(let text), .phrase(let text), .approximate(let text, _): text
    }
  }

  /// Whether there is a letter or digit in it; without one no index can find it.
  public var hasWords: Bool {
    text.unicodeScalars.contains { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }
}

/// A value that a field is compared with, case and diacritics set aside.
public enum FieldValue: Sendable, Hashable {
  /// The whole value.
  case exact(String)
  /// The pieces around each `*`, in order: `comm*-l` is `["comm", "-l"]`. At least two.
  case pattern([String])
}

/// How a query names a post.
public enum PostReference: Sendable, Hashable {
  /// The first characters of its id, four at least, in lower case.
  case id(prefix: String)
  /// Its Message-ID without brackets.
  case messageID(String)
}

/// What `is:` and `has:` ask about a post.
public enum QueryState: String, Sendable, Hashable, CaseIterable {
  case root, reply, unanswered, question, annotated, missing
  case attachment, quote, url

  /// The word before the colon.
  public var field: FieldName {
    switch self {
    case .root, .reply, .unanswered, .question, .annotated, .missing: .is
    case .attachment, .quote, .url: .has
    }
  }
}
