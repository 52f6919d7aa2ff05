internal import ArchiveQuery
internal import Discussion
internal import GRDB
internal import SourceBytes

/// A condition on posts in SQL with its values.
struct QueryCondition {
  var sql: String
  var arguments: [(any DatabaseValueConvertible)?] = []
  /// What stands before the statement: tables that the condition names.
  ///
  /// SQLite's parser reads no more than some dozen parentheses inside each other, so what nests deeper has a table of its own.
  var tables: [(sql: String, arguments: [(any DatabaseValueConvertible)?])] = []
  /// How deep its parentheses nest, about.
  var depth = 1

  /// The clause that makes the tables; empty where there are none.
  var with: String {
    tables.isEmpty ? "" : "WITH " + tables.map(\.sql).joined(separator: ", ") + " "
  }

  /// The values of the whole statement, in order.
  var allArguments: [(any DatabaseValueConvertible)?] { tables.flatMap(\.arguments) + arguments }
}

/// Compiles a query to SQL and FTS5; user words reach `MATCH` only as quoted strings, values only as arguments.
///
/// The SQL speaks of `posts` and `placements`.
struct QueryCompiler {
  /// The columns in which a term without a field is looked for.
  enum DefaultColumns: String {
    case own = "{subject author own}"
    case quoted = "{quoted}"
    case subject = "{subject}"
    /// Wherever they stand; ``WordColumns`` tells where.
    case all = ""
  }

  let database: Database
  /// The reader's day, for relative dates.
  let today: CivilDay
  var defaultColumns = DefaultColumns.own
  /// Whether each form of a word is a word of its own; only for terms of which any will do.
  var formsAreApart = false
  /// Which suggestions `topic:`, `role:` and `stance:` find beside what readers decided.
  var suggestions = SuggestionChoice.confident
  /// Finds the forms of words.
  let inflections: Inflections
  private let tableNames = TableNames()

  /// Names for the tables of one query.
  private final class TableNames {
    private var count = 0

    func next() -> String {
      count += 1
      return "part\(count)"
    }
  }

  init(database: Database, today: CivilDay) throws {
    self.database = database
    self.today = today
    inflections = try Inflections(database: database)
  }

  /// The posts that the expression asks for.
  func condition(_ expression: QueryExpression) throws -> QueryCondition {
    if let match = try match(expression) {
      return QueryCondition(
        sql: "posts.id IN (SELECT rowid FROM words WHERE words MATCH ?)", arguments: [match])
    }
    switch expression {
    case .all: return QueryCondition(sql: "1")
    case .and(let operands): return try joined(operands, by: "AND")
    case .or(let operands): return try joined(operands, by: "OR")
    case .not(let operand):
      var inner = flat(try condition(operand))
      // A comparison with what a post lacks is NULL, and so would be its negation.
      inner.sql = "NOT coalesce((\(inner.sql)), 0)"
      inner.depth += 1
      return inner
    case .thread(let query):
      var inner = flat(try condition(query))
      inner.sql = """
        placements.thread IN (SELECT placements.thread FROM posts
          JOIN placements ON placements.post = posts.id WHERE \(inner.sql))
        """
      inner.depth += 2
      return inner
    case .text(_, let field?) where field == .person || field == .to || field == .note:
      return try people(expression, field: field)
    case .text, .near: return QueryCondition(sql: "0")
    case .value(let value, let field): return try self.value(value, field: field)
    case .post(let pointer, let field): return try post(pointer, field: field)
    case .date(let range): return date(range.days(today: today))
    case .state(let state): return self.state(state)
    case .saved: return try condition(try SavedQueries.expanding(expression, in: database))
    }
  }

  /// The expression as one FTS5 query; nil where it asks for more than words.
  func match(_ expression: QueryExpression) throws -> String? {
    switch expression {
    case .text(let text, let field):
      guard let columns = columns(field) else { return nil }
      return try tokens(text, field: field).map {
        let match = formsAreApart ? $0.anyMatch : $0.match
        return columns.isEmpty ? match : "\(columns) : \(match)"
      }
    case .near(let texts, let distance, let field):
      guard let columns = columns(field) else { return nil }
      let strings = try texts.compactMap { try tokens($0, field: field)?.match }
      return strings.isEmpty
        ? nil : "\(columns) : NEAR(\(strings.joined(separator: " ")), \(distance))"
    case .and(let operands):
      let wanted = operands.filter { if case .not = $0 { false } else { true } }
      let unwanted = operands.compactMap { if case .not(let inner) = $0 { inner } else { nil } }
      guard !wanted.isEmpty, let left = try matches(wanted), let right = try matches(unwanted)
      else { return nil }
      let both = left.map { "(\($0))" }.joined(separator: " AND ")
      return right.isEmpty
        ? both : "(\(both)) NOT (\(right.map { "(\($0))" }.joined(separator: " OR ")))"
    case .or(let operands):
      return try matches(operands)?.map { "(\($0))" }.joined(separator: " OR ")
    default: return nil
    }
  }

  private func matches(_ operands: [QueryExpression]) throws -> [String]? {
    var strings: [String] = []
    for operand in operands {
      guard let string = try match(operand) else { return nil }
      strings.append(string)
    }
    return strings
  }

  private func columns(_ field: FieldName?) -> String? {
    switch field {
    case nil: defaultColumns.rawValue
    case .from: "author"
    case .subject: "subject"
    case .body: "own"
    case .quoted: "quoted"
    case .attachment: "attachments"
    default: nil
    }
  }

  /// The words that a text stands for; nil where it has none.
  ///
  /// Names and file names are found as they are typed, words of texts in all their forms.
  func tokens(_ text: TextMatch, field: FieldName?) throws -> TokenText? {
    var tokens = TokenText(text.text, isPrefix: text.isPrefix)
    guard let first = tokens.places.first?.first else { return nil }
    switch text {
    case .word(let word):
      let inflects = field == nil || field == .body || field == .quoted || field == .subject
      if inflects, tokens.places.count == 1, !tokens.isPrefix {
        let forms = try inflections.forms(of: word)
        if forms.first == first { tokens.places[0] = forms }
      }
    case .phrase: break
    case .prefix:
      if tokens.places.count == 1, first.utf8.count == 1 { tokens = TokenText(initial: first) }
    case .approximate(let word, let distance):
      let terms = try inflections.terms(near: word, distance: distance)
      if !terms.isEmpty { tokens = TokenText(anyOf: terms) }
    }
    return tokens
  }

  /// The words that texts are looked through for.
  func snippetTerms(_ query: QueryExpression) -> SnippetTerms {
    SnippetTerms(query) { text in
      // What one letter stands for in the index is a mark, in texts the letter.
      if text.isPrefix { return [TokenText(text.text, isPrefix: true)] }
      return (try? tokens(text, field: nil)).flatMap(\.self).map { [$0] } ?? []
    }
  }

  private func joined(
    _ operands: [QueryExpression], by sign: String
  ) throws -> QueryCondition {
    let conditions = try operands.map { flat(try condition($0)) }
    return QueryCondition(
      sql: conditions.map { "(\($0.sql))" }.joined(separator: " \(sign) "),
      arguments: conditions.flatMap(\.arguments), tables: conditions.flatMap(\.tables),
      depth: (conditions.map(\.depth).max() ?? 0) + 1)
  }

  /// The condition, or one that names a table of the posts that meet it where it nests deep.
  private func flat(_ condition: QueryCondition) -> QueryCondition {
    guard condition.depth > 6 else { return condition }
    let name = tableNames.next()
    let table = """
      \(name)(id) AS (SELECT posts.id FROM posts
        JOIN placements ON placements.post = posts.id WHERE \(condition.sql))
      """
    return QueryCondition(
      sql: "posts.id IN (SELECT id FROM \(name))",
      tables: condition.tables + [(table, condition.arguments)], depth: 2)
  }

  private func people(_ expression: QueryExpression, field: FieldName) throws -> QueryCondition {
    guard case .text(let text, _) = expression, let string = try tokens(text, field: .from)?.match
    else {
      return QueryCondition(sql: "0")
    }
    switch field {
    case .person:
      return QueryCondition(
        sql: """
          posts.person IN (\(PeopleTable.named))
          """, arguments: [text.text.lowercased(), "author : \(string)"])
    case .to:
      // Whoever bears the name, whatever they were called; and who was called so, whoever it is.
      return QueryCondition(
        sql: """
          posts.id IN (SELECT post FROM addressees
            WHERE person IN (\(PeopleTable.named)) OR name LIKE ? ESCAPE '\\')
          """,
        arguments: [
          text.text.lowercased(), "author : \(string)", QueryCompiler.escaped(text.text),
        ])
    case .note:
      return QueryCondition(
        sql: "posts.name IN (SELECT post FROM annotations WHERE note LIKE ? ESCAPE '\\')",
        arguments: ["%" + QueryCompiler.escaped(text.text) + "%"])
    default: return QueryCondition(sql: "0")
    }
  }

  private func value(_ value: FieldValue, field: FieldName) throws -> QueryCondition {
    let pattern: String =
      switch value {
      case .exact(let text): QueryCompiler.escaped(text)
      case .pattern(let pieces): pieces.map { QueryCompiler.escaped($0) }.joined(separator: "%")
      }
    func like(_ sql: String, count: Int = 1) -> QueryCondition {
      QueryCondition(sql: sql, arguments: Array(repeating: pattern, count: count))
    }
    func annotation(_ column: String) -> QueryCondition {
      let isShown = Self.isShown(suggestions)
      guard case .exact(let text) = value else {
        return like(
          """
          posts.name IN (SELECT post FROM annotations
            WHERE \(column) LIKE ? ESCAPE '\\' AND \(isShown))
          """)
      }
      // The few names that there are, so that the index finds the many marks.
      return QueryCondition(
        sql: """
          posts.name IN (SELECT post FROM annotations
            WHERE \(column) IN (SELECT DISTINCT \(column) FROM annotations
              WHERE \(column) IS NOT NULL AND \(column) LIKE ? ESCAPE '\\') AND \(isShown))
          """, arguments: [QueryCompiler.escaped(text)])
    }
    switch field {
    case .venue:
      return like(
        """
        posts.id IN (SELECT post FROM postVenues JOIN venues ON venues.id = postVenues.venue
          WHERE slug LIKE ? ESCAPE '\\' OR venues.name LIKE ? ESCAPE '\\')
        """, count: 2)
    case .kind: return like("posts.kind LIKE ? ESCAPE '\\'")
    case .lang: return like("posts.language LIKE ? ESCAPE '\\'")
    case .evidence:
      return like(
        """
        EXISTS (SELECT 1 FROM reasons
          WHERE child = posts.id AND ordinal = 0 AND evidence LIKE ? ESCAPE '\\')
        """)
    case .certainty: return certainty(pattern)
    case .topic: return annotation("topic")
    case .role: return annotation("role")
    case .stance: return annotation("stance")
    case .source:
      return like(
        """
        posts.id IN (SELECT copies.post FROM copies JOIN members ON members.id = copies.member
          JOIN sources ON sources.id = members.source
          WHERE sources.path LIKE ? ESCAPE '\\' OR members.path LIKE ? ESCAPE '\\')
        """, count: 2)
    case .url:
      let words: String =
        switch value {
        case .exact(let text): text
        case .pattern(let pieces): pieces.joined(separator: " ")
        }
      guard let phrase = try tokens(.phrase(words), field: .url)?.match else {
        return like("posts.permalink LIKE ? ESCAPE '\\'")
      }
      return QueryCondition(
        sql: """
          posts.permalink LIKE ? ESCAPE '\\' OR (posts.traits & \(PostTraits.hasURL.rawValue)
            AND posts.id IN (SELECT rowid FROM words WHERE words MATCH ?))
          """, arguments: [pattern, "own : \(phrase)"])
    default: return QueryCondition(sql: "0")
    }
  }

  /// Whether a mark counts; as `SuggestionChoice.shows` says it.
  private static func isShown(_ suggestions: SuggestionChoice) -> String {
    let isDecided = "decision IS 'accepted' OR origin GLOB 'person:*'"
    let rest =
      switch suggestions {
      case .none: ""
      case .confident:
        """
         OR (decision IS NULL AND (confidence IS NULL OR origin = 'discovered'
          OR confidence >= \(SuggestionChoice.shownConfidence)))
        """
      case .all: " OR decision IS NULL"
      }
    return "(\(isDecided)\(rest))"
  }

  private func certainty(_ name: String) -> QueryCondition {
    guard let wanted = Certainty(rawValue: name.lowercased()) else {
      return QueryCondition(sql: "0")
    }
    let bounds = Certainty.bounds(of: wanted)
    return QueryCondition(
      sql: "placements.confidence >= ? AND placements.confidence < ?",
      arguments: [bounds.lowerBound, bounds.upperBound])
  }

  private func post(
    _ pointer: ArchiveQuery.PostReference, field: FieldName
  ) throws -> QueryCondition {
    let names: QueryCondition =
      switch pointer {
      case .id(let prefix):
        QueryCondition(
          sql: """
            SELECT name FROM posts WHERE name >= ? AND name < ? || '~'
            UNION SELECT post FROM aliases WHERE name >= ? AND name < ? || '~'
            """, arguments: [prefix, prefix, prefix, prefix])
      case .messageID(let id):
        QueryCondition(sql: "SELECT ?", arguments: [PostID(PostIdentity(MessageID(id))).text])
      }
    let sql =
      switch field {
      case .replyto:
        "placements.parent IN (SELECT id FROM posts WHERE name IN (\(names.sql)))"
      case .thread:
        """
        placements.thread IN (SELECT placements.thread FROM posts
          JOIN placements ON placements.post = posts.id WHERE posts.name IN (\(names.sql)))
        """
      default: "posts.name IN (\(names.sql))"
      }
    return QueryCondition(sql: sql, arguments: names.arguments)
  }

  /// Days on the clock where each post was written.
  private func date(_ days: DayRange) -> QueryCondition {
    var parts = ["posts.instant IS NOT NULL"]
    var arguments: [(any DatabaseValueConvertible)?] = []
    let local = "posts.instant + coalesce(posts.offsetMinutes, 0) * 60"
    if let first = days.first {
      parts.append("\(local) >= ?")
      arguments.append(CivilDayNumber.days(first) * 86_400)
    }
    if let last = days.last {
      parts.append("\(local) < ?")
      arguments.append((CivilDayNumber.days(last) + 1) * 86_400)
    }
    return QueryCondition(sql: parts.joined(separator: " AND "), arguments: arguments)
  }

  private func state(_ state: QueryState) -> QueryCondition {
    let sql =
      switch state {
      case .root: "placements.parent IS NULL"
      case .reply: "placements.parent IS NOT NULL"
      case .unanswered:
        "NOT EXISTS (SELECT 1 FROM placements AS answers WHERE answers.parent = posts.id)"
      case .question: "posts.traits & \(PostTraits.asks.rawValue)"
      case .annotated: "posts.name IN (SELECT post FROM annotations WHERE \(MarkEffect.decided))"
      case .missing: "posts.kind = 'missing'"
      case .attachment: "posts.attachments IS NOT NULL"
      case .quote: "posts.traits & \(PostTraits.hasQuote.rawValue)"
      case .url: "posts.traits & \(PostTraits.hasURL.rawValue)"
      }
    return QueryCondition(sql: sql)
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_")
  }
}

/// Days of queries on the scale of the stored instants.
private enum CivilDayNumber {
  static func days(_ day: CivilDay) -> Int64 {
    Int64(StatedDate.daysSince1970(year: day.year, month: day.month, day: day.day))
  }
}
