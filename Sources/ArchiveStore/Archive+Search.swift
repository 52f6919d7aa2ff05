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
    /// How many other posts of its thread quote the passage: they are not counted as hits of their own.
    public var echoCount: Int
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
  /// What the hits have in common; nil where it was not asked for.
  public var facets: SearchFacets?
  /// Whether too many posts match to rank them all: those with the words in their subject come first, then the newest.
  public var isCommon: Bool
}

/// What a search should give.
public struct SearchOptions: Sendable, Hashable {
  /// The order of the hits.
  public var order = SearchOrder.relevance
  /// The most hits that are read; the counts are of all.
  public var limit = 20
  /// How many hits are passed over.
  public var offset = 0
  /// How many scalars a snippet has, about.
  public var context = Snippet.scalarCount
  /// Whether to count people, months, venues and topics over all hits.
  public var hasFacets = false
  /// How long the search may take before it is cut with an error; nil for two seconds for each 100,000 posts.
  public var timeLimit: Duration?
  /// What is read of each hit beside what is needed to show it: its copies take as long as all the rest.
  public var detail: Archive.Detail = .all

  /// The options that the command line starts from.
  public init() {}
}

extension Archive {
  /// Finds posts.
  ///
  /// - Parameter today: The reader's day, for relative dates.
  /// - Throws: ``ArchiveError/queryTooSlow(seconds:)`` where it takes longer than the options allow.
  public func search(
    _ query: QueryExpression, today: CivilDay, options: SearchOptions = SearchOptions()
  ) throws -> SearchResult {
    try database.reading { database in
      try QueryBudget.within(options.timeLimit, of: database) { budget in
        let query = try SavedQueries.expanding(query, in: database)
        let compiler = try QueryCompiler(database: database, today: today)
        let run = try SearchRun(query, compiler: compiler, budget: budget)
        let quoted = try run.quotedOnly()
        let terms = compiler.snippetTerms(query)
        let reader = PostReader(database: database, detail: options.detail.union(.text))
        let page = try run.page(order: options.order, limit: options.limit, offset: options.offset)
        let hits = try page.compactMap { row, score -> SearchResult.Hit? in
          try budget.check()
          guard let post = try reader.post(row) else { return nil }
          let echoes = try Echoes(run: run, quoted: quoted).count(
            of: post.post, at: row, terms: terms)
          return SearchResult.Hit(
            post: post, score: score,
            snippet: Snippet(of: post.post, showing: terms, scalarCount: options.context),
            echoCount: echoes)
        }
        return SearchResult(
          postCount: run.hits.count, threadCount: try run.threadCount(), quotedCount: quoted.count,
          hits: hits,
          suggestions: run.hits.count > 0 ? [] : try suggestions(for: terms, database: database),
          facets: options.hasFacets
            ? try SearchFacets(of: run.hits, in: database, budget: budget) : nil,
          isCommon: run.isCommon)
      }
    }
  }

  /// Finds posts in an order.
  public func search(
    _ query: QueryExpression, today: CivilDay, order: SearchOrder = .relevance, limit: Int = 20,
    offset: Int = 0
  ) throws -> SearchResult {
    var options = SearchOptions()
    (options.order, options.limit, options.offset) = (order, limit, offset)
    return try search(query, today: today, options: options)
  }

  /// The ids of all posts that match.
  ///
  /// - Parameter suggestions: Which suggestions `topic:`, `role:` and `stance:` find.
  /// - Throws: ``ArchiveError/queryTooSlow(seconds:)`` or ``ArchiveError/queryTooLarge(megabytes:)``.
  public func ids(
    matching query: QueryExpression, today: CivilDay,
    suggestions: SuggestionChoice = .confident
  ) throws -> Set<PostID> {
    try database.reading { database in
      try QueryBudget.within(of: database) { _ in
        let query = try SavedQueries.expanding(query, in: database)
        var compiler = try QueryCompiler(database: database, today: today)
        compiler.suggestions = suggestions
        let condition = try SearchRun.visible(query, query: query, compiler: compiler)
        let cursor = try String.fetchCursor(
          database,
          sql: """
            \(condition.with)SELECT posts.name FROM posts
              JOIN placements ON placements.post = posts.id
            WHERE \(condition.sql)
            """, arguments: StatementArguments(condition.allArguments))
        var ids: Set<PostID> = []
        while let name = try cursor.next() { ids.insert(PostID(name)) }
        return ids
      }
    }
  }

  /// The queries that were saved, by name.
  public func savedQueries() throws -> [(name: String, query: String)] {
    try database.reading { try SavedQueries.all(in: $0) }
      .sorted { $0.key < $1.key }.map { (name: $0.key, query: $0.value) }
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
