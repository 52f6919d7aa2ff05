public import ArchiveQuery
public import Discussion
internal import Foundation
internal import GRDB

/// In which order hits come.
public enum SearchOrder: String, Sendable, Hashable, CaseIterable {
  case relevance, newest, oldest
}

/// What a search found.
public struct SearchResult: Sendable, Hashable {
  /// One post that matches.
  public struct Hit: Sendable, Hashable {
    /// The post, with its text.
    public var post: ArchivedPost
    /// How well it matches, higher is better; nil where no words were asked for.
    public var score: Double?
    /// The best passage.
    public var snippet: Snippet
  }

  /// How many posts match.
  public var postCount: Int
  /// How many threads they belong to.
  public var threadCount: Int
  /// How many further posts match in the words that they quote only.
  public var quotedCount: Int
  /// The hits that were asked for, in order.
  public var hits: [Hit]
  /// For words that no post has: the nearest that some has.
  public var suggestions: [String]
}

extension Archive {
  /// Finds posts.
  ///
  /// - Parameters:
  ///   - today: The reader's day, for relative dates.
  ///   - limit: The most hits that are read; the counts are of all.
  public func search(
    _ query: QueryExpression, today: CivilDay, order: SearchOrder = .relevance, limit: Int = 20,
    offset: Int = 0
  ) throws -> SearchResult {
    try database.read { database in
      let compiler = try QueryCompiler(database: database, today: today)
      let (match, rest) = try split(query, compiler: compiler)
      let condition = try visible(rest, query: query, compiler: compiler)
      let source =
        match == nil
        ? "posts JOIN placements ON placements.post = posts.id"
        : """
        words CROSS JOIN posts ON posts.id = words.rowid
          JOIN placements ON placements.post = posts.id
        """
      let filter = (match == nil ? "" : "words MATCH ? AND ") + "(\(condition.sql))"
      let arguments = StatementArguments(
        (match.map { [$0 as (any DatabaseValueConvertible)?] } ?? []) + condition.arguments)
      let counts = try Row.fetchOne(
        database,
        sql: "SELECT count(*), count(DISTINCT placements.thread) FROM \(source) WHERE \(filter)",
        arguments: arguments)
      let score = match == nil ? "NULL" : "-bm25(words, 0, 5, 1, 3, 0.5, 1)"
      let direction =
        switch order {
        case .relevance where match != nil: "score DESC, placements.rank"
        case .relevance, .newest: "posts.instant DESC, placements.rank"
        case .oldest: "posts.instant, placements.rank"
        }
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT posts.id, \(score) AS score FROM \(source) WHERE \(filter)
          ORDER BY \(direction) LIMIT \(limit) OFFSET \(offset)
          """, arguments: arguments)
      let terms = SnippetTerms(query) { text in
        // What one letter stands for in the index is a mark, in texts the letter.
        if text.isPrefix { return [TokenText(text.text, isPrefix: true)] }
        return (try? compiler.tokens(text, field: nil)).flatMap(\.self).map { [$0] } ?? []
      }
      let reader = PostReader(database: database, detail: .all)
      let hits = try rows.compactMap { row -> SearchResult.Hit? in
        guard
          let found = try Row.fetchOne(
            database, sql: reader.select(where: "posts.id = ?"), arguments: [row["id"] as Int64])
        else { return nil }
        let post = try reader.archived(found)
        return SearchResult.Hit(
          post: post, score: row["score"], snippet: Snippet(of: post.post, showing: terms))
      }
      let postCount: Int = counts?[0] ?? 0
      return SearchResult(
        postCount: postCount, threadCount: counts?[1] ?? 0,
        quotedCount: try quotedCount(query, own: compiler, database: database), hits: hits,
        suggestions: postCount > 0 ? [] : try suggestions(for: terms, database: database))
    }
  }

  /// The ids of all posts that match.
  public func ids(matching query: QueryExpression, today: CivilDay) throws -> Set<PostID> {
    try database.read { database in
      let compiler = try QueryCompiler(database: database, today: today)
      let condition = try visible(query, query: query, compiler: compiler)
      let cursor = try String.fetchCursor(
        database,
        sql: """
          SELECT posts.name FROM posts JOIN placements ON placements.post = posts.id
          WHERE \(condition.sql)
          """, arguments: StatementArguments(condition.arguments))
      var ids: Set<PostID> = []
      while let name = try cursor.next() { ids.insert(PostID(name)) }
      return ids
    }
  }

  /// Parts the words of a query, by which hits are ranked, from the rest.
  private func split(
    _ query: QueryExpression, compiler: QueryCompiler
  ) throws -> (match: String?, rest: QueryExpression) {
    if let match = try compiler.match(query) { return (match, .all) }
    guard case .and(let operands) = query else { return (nil, query) }
    var words: [QueryExpression] = []
    var rest: [QueryExpression] = []
    for operand in operands {
      if try compiler.match(operand) != nil { words.append(operand) } else { rest.append(operand) }
    }
    guard !words.isEmpty else { return (nil, query) }
    let match = try compiler.match(words.count == 1 ? words[0] : .and(words))
    return (match, rest.count == 1 ? rest[0] : .and(rest))
  }

  /// Adds that missing and unpublished posts show only when they are asked for.
  private func visible(
    _ rest: QueryExpression, query: QueryExpression, compiler: QueryCompiler
  ) throws -> QueryCondition {
    var condition = try compiler.condition(rest)
    let kinds = query.asksForMissing ? "" : " AND posts.kind <> 'missing'"
    condition.sql = "(\(condition.sql)) AND posts.status = 'published'\(kinds)"
    return condition
  }

  private func quotedCount(
    _ query: QueryExpression, own: QueryCompiler, database: Database
  ) throws -> Int {
    guard query.hasBareWords else { return 0 }
    var quoted = own
    quoted.defaultColumns = .quoted
    let (inQuotes, inOwn) = (try quoted.condition(query), try own.condition(query))
    return try Int.fetchOne(
      database,
      sql: """
        SELECT count(*) FROM posts JOIN placements ON placements.post = posts.id
        WHERE posts.status = 'published' AND (\(inQuotes.sql)) AND NOT coalesce((\(inOwn.sql)), 0)
        """, arguments: StatementArguments(inQuotes.arguments + inOwn.arguments)) ?? 0
  }

  private func suggestions(for terms: SnippetTerms, database: Database) throws -> [String] {
    let vocabulary = Vocabulary(database: database)
    var found: [String] = []
    for word in terms.words where word.unicodeScalars.count > 3 {
      guard try !vocabulary.contains(word) else { continue }
      for near in try vocabulary.terms(near: word, distance: 2).prefix(3)
      where !found.contains(near) {
        found.append(near)
      }
    }
    return found
  }
}

extension QueryExpression {
  /// The expression itself and all below it.
  fileprivate var parts: [QueryExpression] {
    var parts = [self]
    var index = 0
    while index < parts.count {
      switch parts[index] {
      case .and(let operands), .or(let operands): parts += operands
      case .not(let operand), .thread(let operand): parts.append(operand)
      default: break
      }
      index += 1
    }
    return parts
  }

  fileprivate var asksForMissing: Bool {
    parts.contains { $0 == .state(.missing) || $0 == .value(.exact("missing"), in: .kind) }
  }

  fileprivate var hasBareWords: Bool {
    parts.contains {
      switch $0 {
      case .text(_, in: nil), .near(_, within: _, in: nil): true
      default: false
      }
    }
  }
}
