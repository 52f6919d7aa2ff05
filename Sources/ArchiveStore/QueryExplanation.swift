public import ArchiveQuery
internal import GRDB

/// How a query was understood.
public struct QueryExplanation: Sendable, Hashable {
  /// One text that is looked for.
  public struct Term: Sendable, Hashable {
    /// The text as the query has it.
    public var text: String
    /// Where it is looked for, in words.
    public var place: String
    /// How: every form of the word, exactly, its beginning, approximately.
    public var manner: String
    /// The words that are asked of the index, place by place.
    public var words: [[String]]
  }

  /// The query in its canonical form, with saved queries in their place.
  public var query: String
  /// Its texts, in order.
  public var terms: [Term]
}

extension Archive {
  /// Says how a query is understood: what is looked for in all forms, what exactly, and where.
  public func explanation(of query: QueryExpression, today: CivilDay) throws -> QueryExplanation {
    try database.reading { database in
      try QueryBudget.within(of: database) { _ in
        let query = try SavedQueries.expanding(query, in: database)
        let compiler = try QueryCompiler(database: database, today: today)
        let terms = try query.highlights.map { highlight in
          let tokens = try compiler.tokens(highlight.match, field: highlight.field)
          let isInflected = (tokens?.places.first?.count ?? 0) > 1
          let manner =
            switch highlight.match {
            case .phrase: "exactly, but for case and diacritics"
            case .prefix: "words that begin so"
            case .approximate(_, let distance): "words at most \(distance) typing errors away"
            case .word: isInflected ? "every form of the word" : "the word"
            }
          var words = tokens?.places ?? []
          if highlight.match.isPrefix {
            words = TokenText(highlight.match.text, isPrefix: true).places
          }
          return QueryExplanation.Term(
            text: highlight.match.description, place: QueryExplanation.place(highlight.field),
            manner: manner,
            words: words)
        }
        return QueryExplanation(query: query.description, terms: terms)
      }
    }
  }
}

extension QueryExplanation {
  fileprivate static func place(_ field: FieldName?) -> String {
    switch field {
    case nil: "own words, subjects and authors"
    case .from: "authors"
    case .subject: "subjects"
    case .body: "own words"
    case .quoted: "quotations"
    case .attachment: "names of files"
    case let field?: field.rawValue
    }
  }
}
