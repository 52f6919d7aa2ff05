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
  /// From how many hits on one pass over all posts is cheaper than a look at each.
  private static let scanLimit = 4_000
  /// From how many hits on the map of all threads is cheaper than a look at each.
  private static let mapLimit = 200

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
  /// The posts that have the words in quotations and in the subject, where the pass that found the hits told.
  private var told: (quoted: RowSet, subject: RowSet)?
  /// How many posts have the one word or phrase that is asked for, hidden ones too; nil for any other query.
  private var countOfOne: Int?

  init(_ query: QueryExpression, compiler: QueryCompiler, budget: QueryBudget) throws {
    self.query = query
    self.compiler = compiler
    self.budget = budget
    database = compiler.database
    (match, rest) = try SearchRun.split(query, compiler: compiler)
    if rest == .all, let areAll = query.wantsAllBareWords {
      try matchEverywhere(areAll: areAll)
    } else {
      hits = try matching(match, compiler: compiler)
    }
  }

  /// Whether hits are ranked by words.
  var hasWords: Bool { match != nil }
  /// Whether so many posts match that they are not all ranked by all their words.
  var isCommon: Bool { hasWords && hits.count > SearchRun.rankLimit }

  /// The posts that match in the words that they quote, and do not match otherwise.
  func quotedOnly() throws -> RowSet {
    guard query.hasBareWords else { return RowSet() }
    var only: RowSet
    if let told {
      only = told.quoted
    } else {
      var quoting = compiler
      quoting.defaultColumns = .quoted
      only = try matching(SearchRun.split(query, compiler: quoting).match, compiler: quoting)
    }
    only.subtract(hits)
    return only
  }

  /// How many threads the hits belong to.
  func threadCount() throws -> Int {
    if hits.count > SearchRun.mapLimit, let map = try ThreadMap(database) {
      return map.count(of: hits)
    }
    var threads = RowSet()
    if hits.count > SearchRun.scanLimit {
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
    if let titled = try inSubject() {
      others.subtract(titled)
      first = try byTime(titled, count: count)
    }
    let rest = first.count < count ? try byTime(others, count: count - first.count) : []
    return (first + rest).map { ($0, nil) }
  }

  /// The hits that have the words in their subject; nil where words with fields alone are asked for.
  private func inSubject() throws -> RowSet? {
    guard query.hasBareWords else { return nil }
    if let told { return told.subject }
    var titled = compiler
    titled.defaultColumns = .subject
    guard let match = try SearchRun.split(query, compiler: titled).match else { return nil }
    var found = try matching(match, compiler: titled, hasRest: false)
    found.formIntersection(hits)
    return found
  }

  /// The best hits by words: those with equal scores in reading order.
  private func best(_ match: String, of set: RowSet, count: Int) throws -> [(
    row: Int64, score: Double?
  )] {
    var scores: [(row: Int64, score: Double)] = []
    let weights = WordScore.weights.map { "\($0)" }.joined(separator: ", ")
    let score =
      countOfOne == nil ? "-bm25(words, \(weights))" : "\(WordScore.function)(words, ?2)"
    try NumberRows.forEachScore(
      "SELECT rowid, \(score) FROM words WHERE words MATCH ?1",
      countOfOne.map { [match, $0] } ?? [match], in: database
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

  /// Finds words without fields in one pass, wherever they stand.
  ///
  /// - Parameter areAll: Whether all words must stand in the same place, else any of them.
  private mutating func matchEverywhere(areAll: Bool) throws {
    var everywhere = compiler
    everywhere.defaultColumns = .all
    everywhere.formsAreApart = !areAll
    var (quoted, subject) = (RowSet(), RowSet())
    var own = RowSet()
    try NumberRows.forEach(
      "SELECT rowid, \(WordColumns.function)(words) FROM words WHERE words MATCH ?",
      [try everywhere.match(query)], in: database
    ) { column in
      guard let row = column(0), let given = column(1) else { return true }
      let places = WordColumns(given: given, areAll: areAll)
      if places.contains(.own) { own.insert(row) }
      if places.contains(.quoted) { quoted.insert(row) }
      if places.contains(.subject) { subject.insert(row) }
      return true
    }
    if case .text = query { countOfOne = own.count }
    for hidden in try hiddenRows() {
      own.remove(hidden)
      quoted.remove(hidden)
      subject.remove(hidden)
    }
    (hits, told) = (own, (quoted, subject))
  }

  private func hiddenRows() throws -> [Int64] {
    try Int64.fetchAll(
      database, sql: "SELECT id FROM posts INDEXED BY postsHidden WHERE status <> 'published'")
  }

  /// The visible posts that match.
  private func matching(
    _ match: String?, compiler: QueryCompiler, hasRest: Bool = true
  ) throws -> RowSet {
    var found = RowSet()
    let take: ((Int32) -> Int64?) -> Bool = { column in
      if let row = column(0) { found.insert(row) }
      return true
    }
    let rest = hasRest ? try SearchRun.split(query, compiler: compiler).rest : .all
    if let match, rest == .all {
      try NumberRows.forEach(
        "SELECT rowid FROM words WHERE words MATCH ?", [match], in: database, take)
      for hidden in try hiddenRows() { found.remove(hidden) }
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

  /// For words without fields alone, whether all of them are wanted rather than any; nil for anything else.
  fileprivate var wantsAllBareWords: Bool? {
    func isBare(_ part: QueryExpression) -> Bool {
      if case .text(_, in: nil) = part { true } else { false }
    }
    return switch self {
    case .and(let operands) where operands.allSatisfy(isBare): true
    case .or(let operands) where operands.allSatisfy(isBare): false
    default: isBare(self) ? false : nil
    }
  }

  /// Whether a saved query is asked for.
  var asksForSaved: Bool {
    parts.contains { if case .saved = $0 { true } else { false } }
  }
}
