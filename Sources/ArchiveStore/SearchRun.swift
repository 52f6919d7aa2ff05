internal import ArchiveQuery
internal import Foundation
internal import GRDB

/// One search inside one read: which posts match, and which of them come first.
///
/// FTS5 ranks every hit at about a microsecond each and joins cost as much again, so that a word of every post would take a
/// fifth of a second for 100,000 posts. Hits are therefore gathered as row ids first; threads are counted from one map;
/// and where more than ``rankLimit`` posts match, those that have the words in their subject come first, and then the others,
/// the newest of each first: where nearly every post matches, words alone do not tell posts apart.
struct SearchRun {
  /// How many hits are ranked by all their words.
  static let rankLimit = 20_000
  /// How many hits are many, so that it is worth while to look through the quotations beside them.
  private static let many = 5_000
  /// From how many hits on one pass over all posts is cheaper than a look at each.
  private static let scanLimit = 4_000

  let database: Database
  let compiler: QueryCompiler
  let query: QueryExpression
  let budget: QueryBudget
  /// What is asked of words, as FTS5 reads it; nil where nothing is.
  private let match: String?
  /// What else is asked.
  private let rest: QueryExpression
  /// The posts that match.
  private(set) var hits = RowSet()

  /// - Parameter whenMany: Called once where many posts match, while the rest of them are looked for.
  init(
    _ query: QueryExpression, compiler: QueryCompiler, budget: QueryBudget,
    whenMany: () -> Void = {}
  ) throws {
    self.query = query
    self.compiler = compiler
    self.budget = budget
    database = compiler.database
    (match, rest) = try SearchRun.split(query, compiler: compiler)
    hits = try matching(match, compiler: compiler, whenMany: whenMany)
  }

  /// Whether hits are ranked by words.
  var hasWords: Bool { match != nil }
  /// Whether so many posts match that they are not all ranked by all their words.
  var isCommon: Bool { hasWords && hits.count > SearchRun.rankLimit }

  /// The posts that match in the words that they quote, and do not match otherwise.
  ///
  /// - Parameter found: Those that match in the words that they quote, where they were looked for already.
  func quotedOnly(among found: RowSet? = nil) throws -> RowSet {
    guard query.hasBareWords else { return RowSet() }
    var quoting = compiler
    quoting.defaultColumns = .quoted
    var only = try found ?? SearchRun(query, compiler: quoting, budget: budget).hits
    only.subtract(hits)
    return only
  }

  /// How many threads the hits belong to.
  func threadCount() throws -> Int {
    var threads = RowSet()
    if hits.count > SearchRun.scanLimit {
      if let map = try ThreadMap(database) { return map.count(of: hits) }
      try NumberRows.forEach(
        "SELECT post, thread FROM placements INDEXED BY placementsByPost", in: database
      ) { column in
        if let post = column(0), hits.contains(post), let thread = column(1) {
          threads.insert(thread)
        }
        return true
      }
    } else {
      for row in hits.rows {
        if let thread = try thread(of: row) { threads.insert(thread) }
      }
    }
    return threads.count
  }

  /// The thread of a post.
  func thread(of row: Int64) throws -> Int64? {
    try Int64.fetchOne(
      try database.cachedStatement(sql: "SELECT thread FROM placements WHERE post = ?"),
      arguments: [row])
  }

  /// The hits from one place of the order to another, with their scores.
  func page(order: SearchOrder, limit: Int, offset: Int) throws -> [(row: Int64, score: Double?)] {
    let (wanted, overflow) = limit.addingReportingOverflow(offset)
    guard limit > 0, !overflow, offset < hits.count else { return [] }
    var ordered: [(row: Int64, score: Double?)]
    if order == .relevance, let match {
      ordered = try ranked(match, count: wanted)
    } else {
      ordered = try byTime(hits, count: wanted, isOldestFirst: order == .oldest).map { ($0, nil) }
    }
    ordered.removeFirst(min(offset, ordered.count))
    return Array(ordered.prefix(limit))
  }

  // MARK: Order

  private func ranked(_ match: String, count: Int) throws -> [(row: Int64, score: Double?)] {
    if !isCommon { return try best(match, of: hits, count: count) }
    var first: [Int64] = []
    var others = hits
    if query.hasBareWords {
      var titled = compiler
      titled.defaultColumns = .subject
      let (inSubject, _) = try SearchRun.split(query, compiler: titled)
      var found = RowSet()
      if let inSubject {
        for row in try matching(inSubject, compiler: titled, hasRest: false).rows
        where hits.contains(row) {
          found.insert(row)
          others.remove(row)
        }
      }
      first = try byTime(found, count: count)
    }
    let rest = first.count < count ? try byTime(others, count: count - first.count) : []
    return (first + rest).map { ($0, nil) }
  }

  /// The best hits by words: those with equal scores in reading order.
  private func best(_ match: String, of set: RowSet, count: Int) throws -> [(
    row: Int64, score: Double?
  )] {
    var scores: [(row: Int64, score: Double)] = []
    // Language, subject, author, own words, quoted words, names of files.
    try NumberRows.forEachScore(
      "SELECT rowid, -bm25(words, 0, 5, 1, 3, 0.5, 1) FROM words WHERE words MATCH ?", [match],
      in: database
    ) { row, score in
      if set.contains(row) { scores.append((row, score)) }
    }
    try budget.check()
    scores.sort { $0.score > $1.score }
    if scores.count > count {
      let last = scores[count - 1].score
      scores.removeAll { $0.score < last }
    }
    let ranks = try scores.map { hit in
      try Int64.fetchOne(
        try database.cachedStatement(sql: "SELECT rank FROM placements WHERE post = ?"),
        arguments: [hit.row]) ?? 0
    }
    let order = scores.indices.sorted { left, right in
      scores[left].score != scores[right].score
        ? scores[left].score > scores[right].score : ranks[left] < ranks[right]
    }
    return order.prefix(count).map { (scores[$0].row, scores[$0].score) }
  }

  /// Posts by time, those without a date last; those of one moment by id.
  private func byTime(_ set: RowSet, count: Int, isOldestFirst: Bool = false) throws -> [Int64] {
    var found: [(row: Int64, instant: Int64?)] = []
    func take(_ row: Int64, _ instant: Int64?) -> Bool {
      // All posts of one moment are gathered, since their ids decide.
      if found.count >= count, found.last?.instant != instant { return false }
      found.append((row, instant))
      return true
    }
    if set.count > SearchRun.scanLimit {
      let direction = isOldestFirst ? "ASC" : "DESC"
      try NumberRows.forEach(
        "SELECT id, instant FROM posts INDEXED BY postsByInstant WHERE instant IS NOT NULL ORDER BY instant \(direction)",
        in: database
      ) { column in
        guard let row = column(0), set.contains(row) else { return true }
        return take(row, column(1))
      }
      if found.count < count {
        try NumberRows.forEach(
          "SELECT id FROM posts INDEXED BY postsByInstant WHERE instant IS NULL", in: database
        ) { column in
          if let row = column(0), set.contains(row) { found.append((row, nil)) }
          return true
        }
      }
    } else {
      let statement = try database.cachedStatement(sql: "SELECT instant FROM posts WHERE id = ?")
      var dated = try set.rows.map {
        (row: $0, instant: try Int64.fetchOne(statement, arguments: [$0]))
      }
      dated.sort { left, right in
        guard
          let (first, second) = left.instant.flatMap({ first in right.instant.map { (first, $0) } })
        else {
          return left.instant != nil && right.instant == nil
        }
        return isOldestFirst ? first < second : first > second
      }
      for post in dated where !take(post.row, post.instant) { break }
    }
    return Array(try resolvingTies(found).prefix(count))
  }

  private func resolvingTies(_ posts: [(row: Int64, instant: Int64?)]) throws -> [Int64] {
    var sorted: [Int64] = []
    var start = 0
    let statement = try database.cachedStatement(sql: "SELECT name FROM posts WHERE id = ?")
    while start < posts.count {
      let end = posts[start...].firstIndex { $0.instant != posts[start].instant } ?? posts.count
      let tied = posts[start..<end].map(\.row)
      if tied.count == 1 {
        sorted += tied
      } else {
        let named = try tied.map { ($0, try String.fetchOne(statement, arguments: [$0]) ?? "") }
        sorted += named.sorted { $0.1 < $1.1 }.map(\.0)
      }
      start = end
    }
    return sorted
  }

  // MARK: Matching

  /// The visible posts that match.
  private func matching(
    _ match: String?, compiler: QueryCompiler, hasRest: Bool = true, whenMany: () -> Void = {}
  ) throws -> RowSet {
    var found = RowSet()
    let take: ((Int32) -> Int64?) -> Bool = { column in
      if let row = column(0) { found.insert(row) }
      if found.count == SearchRun.many { whenMany() }
      return true
    }
    let rest = hasRest ? try SearchRun.split(query, compiler: compiler).rest : .all
    if let match, rest == .all {
      try NumberRows.forEach(
        "SELECT rowid FROM words WHERE words MATCH ?", [match], in: database, take)
      for hidden in try Int64.fetchAll(
        database, sql: "SELECT id FROM posts INDEXED BY postsHidden WHERE status <> 'published'")
      { found.remove(hidden) }
      return found
    }
    let condition = try SearchRun.visible(rest, query: query, compiler: compiler)
    let source =
      match == nil
      ? "posts JOIN placements ON placements.post = posts.id"
      : "words CROSS JOIN posts ON posts.id = words.rowid JOIN placements ON placements.post = posts.id"
    try NumberRows.forEach(
      "\(condition.with)SELECT posts.id FROM \(source) WHERE (\(condition.sql))\(match == nil ? "" : " AND words MATCH ?")",
      StatementArguments(
        condition.allArguments + (match.map { [$0 as (any DatabaseValueConvertible)?] } ?? [])),
      in: database, take)
    return found
  }

  /// Parts the words of a query, by which hits are ranked, from the rest.
  private static func split(
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
  static func visible(
    _ rest: QueryExpression, query: QueryExpression, compiler: QueryCompiler
  ) throws -> QueryCondition {
    var condition = try compiler.condition(rest)
    let kinds = query.asksForMissing ? "" : " AND posts.kind <> 'missing'"
    condition.sql = "(\(condition.sql)) AND posts.status = 'published'\(kinds)"
    return condition
  }
}

extension QueryExpression {
  /// The expression itself and all below it.
  private var parts: [QueryExpression] {
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

  /// Whether some word is asked for without a field.
  var hasBareWords: Bool {
    parts.contains {
      switch $0 {
      case .text(_, in: nil), .near(_, within: _, in: nil): true
      default: false
      }
    }
  }

  /// Whether a saved query is asked for.
  var asksForSaved: Bool {
    parts.contains { if case .saved = $0 { true } else { false } }
  }
}
