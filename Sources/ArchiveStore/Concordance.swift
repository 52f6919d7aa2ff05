public import ArchiveQuery
public import Discussion
internal import GRDB
internal import SourceBytes

/// Keyword in context: every place where something stands in own words, with what is left and right of it.
public struct Concordance: Sendable, Hashable {
  /// One place.
  public struct Line: Sendable, Hashable {
    /// The post, without its text.
    public var post: ArchivedPost
    /// Where it stands in the own words, in Unicode scalars.
    public var start: Int
    /// What comes before, as one line.
    public var left: String
    /// What was looked for, as it stands.
    public var match: String
    /// What comes after, as one line.
    public var right: String
  }

  /// How the lines are sorted; equal lines by time.
  public enum Order: String, Sendable, Hashable, CaseIterable {
    case date, left, right, match
  }

  /// The places, in order; as many as were asked for.
  public var lines: [Line] = []
  /// How many places there are in the posts that were read.
  public var placeCount = 0
  /// How many posts have one.
  public var postCount = 0
  /// How many posts match, also those that were not read because they are too many.
  public var matchingPostCount = 0
  /// Places by year, `2012`; a post without a date has none.
  public var years: [(year: String, count: Int)] {
    yearCounts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
  /// Places by author as shown, most first.
  public var people: [(name: String, count: Int)] {
    personCounts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }
  fileprivate var yearCounts: [String: Int] = [:]
  fileprivate var personCounts: [String: Int] = [:]
}

extension Archive {
  /// The most posts whose words a concordance reads; the oldest where more match.
  public static let concordanceLimit = 20_000

  /// Gathers every place where the words of a query stand in own words.
  ///
  /// - Parameters:
  ///   - width: How many scalars are kept on each side.
  ///   - limit: How many lines at most; the counts are of all.
  /// - Complexity: Reads the text of each post that matches, up to ``concordanceLimit``.
  public func concordance(
    of query: QueryExpression, today: CivilDay, order: Concordance.Order = .date, width: Int = 60,
    limit: Int? = nil
  ) throws -> Concordance {
    try database.read { database in
      // Every text that matches is read, which takes longer than to find it.
      try QueryBudget.within(.seconds(60), of: database) { budget in
        let query = try SavedQueries.expanding(query, in: database)
        let compiler = try QueryCompiler(database: database, today: today)
        let run = try SearchRun(query, compiler: compiler, budget: budget)
        let terms = compiler.snippetTerms(query)
        var concordance = Concordance()
        concordance.matchingPostCount = run.hits.count
        var places: [(key: [String], row: Int64, line: Concordance.Line)] = []
        let reader = PostReader(database: database, detail: .text)
        for (row, _) in try run.page(order: .oldest, limit: Archive.concordanceLimit, offset: 0) {
          try budget.check()
          let found = try Row.fetchOne(
            database, sql: reader.select(where: "posts.id = ?"), arguments: [row])
          guard var post = try found.map({ try reader.archived($0) }) else { continue }
          let own = post.post.words.own
          let matches = terms.ranges(in: own)
          guard !matches.isEmpty else { continue }
          concordance.count(matches.count, in: post)
          let scalars = Array(own.unicodeScalars)
          post.post.text = nil
          post.post.blocks = []
          for match in matches {
            let line = Concordance.Line(
              post: post, start: match.lowerBound,
              left: Concordance.line(
                scalars[max(0, match.lowerBound - width * 2)..<match.lowerBound]),
              match: Concordance.line(scalars[match]),
              right: Concordance.line(
                scalars[match.upperBound..<min(scalars.count, match.upperBound + width * 2)]))
            places.append((order.key(of: line), row, line))
          }
        }
        let sorted = places.enumerated().sorted { left, right in
          if left.element.key != right.element.key {
            return left.element.key.lexicographicallyPrecedes(right.element.key)
          }
          return left.offset < right.offset
        }
        concordance.lines = sorted.prefix(limit ?? Int.max).map { $0.element.line.cut(to: width) }
        return concordance
      }
    }
  }
}

extension Concordance {
  fileprivate mutating func count(_ places: Int, in post: ArchivedPost) {
    placeCount += places
    postCount += 1
    if let date = post.post.date {
      yearCounts[String(date.stated.iso8601.prefix(4)), default: 0] += places
    }
    personCounts[post.post.author.shown, default: 0] += places
  }

  /// Text as one line: white space as single blanks, quotation marks of lines left out.
  fileprivate static func line(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var line = String.UnicodeScalarView()
    var lastIsBlank = false
    for scalar in scalars {
      if scalar.properties.isWhitespace {
        if !lastIsBlank { line.append(" ") }
        lastIsBlank = true
      } else {
        line.append(scalar)
        lastIsBlank = false
      }
    }
    return String(line)
  }
}

extension Concordance.Line {
  /// The line with so many scalars on each side, cut where no character is parted.
  fileprivate func cut(to width: Int) -> Concordance.Line {
    var line = self
    line.left = String(left.suffix(width))
    line.right = String(right.prefix(width))
    return line
  }
}

extension Concordance.Order {
  /// What lines are compared by: words, folded; to the left the nearest first.
  fileprivate func key(of line: Concordance.Line) -> [String] {
    switch self {
    case .date: []
    case .match:
      WordRow(line.match).words.map(\.text) + WordRow(line.right).words.prefix(4).map(\.text)
    case .left: WordRow(line.left).words.suffix(4).reversed().map(\.text)
    case .right: WordRow(line.right).words.prefix(4).map(\.text)
    }
  }
}
