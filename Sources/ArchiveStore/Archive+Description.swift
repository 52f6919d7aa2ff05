public import ArchiveQuery
public import Discussion
internal import GRDB
public import Identity
public import SourceBytes

/// What an archive, or a part of it, holds: the figures of a finding aid.
public struct ArchiveDescription: Sendable, Hashable {
  /// A name and how often it comes.
  public struct Count: Sendable, Hashable {
    /// The name; empty where there is none.
    public var name: String
    /// How often it comes.
    public var count: Int
  }

  /// One venue.
  public struct Place: Sendable, Hashable {
    /// The venue.
    public var venue: Venue
    /// How many posts took place there.
    public var postCount: Int
    /// The template of its public links.
    public var link: String?
    /// The date of its first post.
    public var first: StatedDate?
    /// The date of its last post.
    public var last: StatedDate?
    /// Its months without any post, between the first and the last.
    public var gaps: [MonthGap]
    /// Posts whose dates lie years away from all others, so that they do not count for the span.
    public var outliers: [PostID]
  }

  /// A post that others answer and nobody has.
  public struct Absent: Sendable, Hashable {
    /// Its id.
    public var id: PostID
    /// Its Message-ID.
    public var messageID: String?
    /// How many posts answer it.
    public var answerCount: Int
  }

  /// How many posts there are.
  public var postCount = 0
  /// How many threads they belong to.
  public var threadCount = 0
  /// How many posts have no date.
  public var undatedCount = 0
  /// Posts by kind.
  public var kinds: [Count] = []
  /// Posts by language, as BCP 47 tags; empty for those of which it is not known.
  public var languages: [Count] = []
  /// Copies by format.
  public var formats: [Count] = []
  /// How many people wrote.
  public var personCount = 0
  /// Those who wrote most, at most ten, by the name they show most.
  public var people: [Count] = []
  /// The venues, the one with most posts first.
  public var places: [Place] = []
  /// How many files the posts come from.
  public var sourceCount = 0
  /// How many bytes these have.
  public var byteCount = 0
  /// How many copies of posts there are.
  public var copyCount = 0
  /// Posts with several copies by the least trusted rule that joined one.
  public var joined: [JoinRule: Int] = [:]
  /// Posts that others answer and nobody has: how many.
  public var absentCount = 0
  /// Those with most answers, at most ten.
  public var absent: [Absent] = []
  /// How many attachments the posts have.
  public var attachedCount = 0
  /// Findings by code, of the files that the posts come from.
  public var findings: [Count] = []
}

extension Archive {
  /// Describes the posts that match.
  public func describe(
    matching query: QueryExpression, today: CivilDay
  ) throws -> ArchiveDescription {
    try database.writeWithoutTransaction { database in
      try database.execute(
        sql: "CREATE TEMP TABLE IF NOT EXISTS described(post INTEGER PRIMARY KEY)")
      try database.execute(sql: "DELETE FROM described")
      defer { try? database.execute(sql: "DROP TABLE described") }
      let condition = try QueryCompiler(database: database, today: today).condition(query)
      try QueryBudget.within(of: database) { _ in
        try database.execute(
          sql: """
            \(condition.with)INSERT INTO described SELECT posts.id FROM posts
              JOIN placements ON placements.post = posts.id
            WHERE posts.kind <> 'missing' AND (\(condition.sql))
            """, arguments: StatementArguments(condition.allArguments))
      }
      return try DescriptionReader(database: database).description()
    }
  }
}

/// Reads the figures of the posts in `described`.
private struct DescriptionReader {
  let database: Database

  func description() throws -> ArchiveDescription {
    var result = ArchiveDescription()
    result.postCount = try number("SELECT count(*) FROM described")
    result.threadCount = try number(
      "SELECT count(DISTINCT thread) FROM placements JOIN described USING(post)")
    result.undatedCount = try number(
      "SELECT count(*) FROM posts JOIN described ON post = posts.id WHERE instant IS NULL")
    result.kinds = try counts("SELECT kind, count(*) FROM posts JOIN described ON post = posts.id")
    result.languages = try counts(
      "SELECT coalesce(language, ''), count(*) FROM posts JOIN described ON post = posts.id")
    result.formats = try counts("SELECT format, count(*) FROM copies JOIN described USING(post)")
    result.findings = try counts(
      """
      SELECT code, count(*) FROM findings WHERE member IN (
        SELECT member FROM copies JOIN described USING(post))
      """)
    try readPeople(into: &result)
    let sources = """
      FROM sources WHERE id IN (SELECT source FROM members WHERE members.id IN (
        SELECT member FROM copies JOIN described USING(post)))
      """
    result.sourceCount = try number("SELECT count(*) \(sources)")
    result.byteCount = try number("SELECT coalesce(sum(byteCount), 0) \(sources)")
    result.copyCount = try number("SELECT count(*) FROM copies JOIN described USING(post)")
    result.attachedCount = try number(
      """
      SELECT count(*) FROM posts JOIN described ON post = posts.id
      WHERE attachments IS NOT NULL AND attachments <> ''
      """)
    try readJoins(into: &result)
    try readAbsent(into: &result)
    result.places = try places()
    return result
  }

  private func number(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: sql) ?? 0 }

  private func counts(_ sql: String) throws -> [ArchiveDescription.Count] {
    try Row.fetchAll(database, sql: sql + " GROUP BY 1 ORDER BY 2 DESC, 1").map {
      ArchiveDescription.Count(name: $0[0], count: $0[1])
    }
  }

  private func readPeople(into result: inout ArchiveDescription) throws {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT person, coalesce(authorName, authorAddress, authorURL) AS name, count(*) AS posts
        FROM posts JOIN described ON post = posts.id WHERE person IS NOT NULL
        GROUP BY person, name ORDER BY person, posts DESC, name
        """)
    var people: [String: (name: String, count: Int)] = [:]
    for row in rows {
      let name: String = row["name"] ?? ""
      people[row["person"], default: (name, 0)].count += row["posts"] as Int
    }
    result.personCount = people.count
    result.people = people.sorted {
      ($1.value.count, $0.value.name, $0.key) < ($0.value.count, $1.value.name, $1.key)
    }.prefix(10).map { ArchiveDescription.Count(name: $0.value.name, count: $0.value.count) }
  }

  private func readJoins(into result: inout ArchiveDescription) throws {
    let cursor = try Row.fetchCursor(
      database,
      sql: """
        SELECT copies.post, group_concat(DISTINCT wordings.rule) FROM copies
          JOIN described USING(post) LEFT JOIN wordings ON wordings.id = copies.wording
        GROUP BY copies.post HAVING count(*) > 1
        """)
    while let row = try cursor.next() {
      let rules = (row[1] as String? ?? "").split(separator: ",").compactMap {
        JoinRule(rawValue: String($0))
      }
      result.joined[rules.max() ?? .sameWords, default: 0] += 1
    }
  }

  private func readAbsent(into result: inout ArchiveDescription) throws {
    let absent = """
      FROM posts JOIN placements ON placements.parent = posts.id
        JOIN described ON described.post = placements.post WHERE posts.kind = 'missing'
      """
    result.absentCount = try number("SELECT count(DISTINCT posts.id) \(absent)")
    result.absent = try Row.fetchAll(
      database,
      sql: """
        SELECT posts.name, posts.messageID, count(*) AS answers \(absent)
        GROUP BY posts.id ORDER BY answers DESC, posts.name LIMIT 10
        """
    ).map {
      ArchiveDescription.Absent(
        id: PostID($0["name"]), messageID: $0["messageID"], answerCount: $0["answers"])
    }
  }

  private func places() throws -> [ArchiveDescription.Place] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT venues.id, slug, name, kind, link, count(*) AS posts FROM venues
          JOIN postVenues ON venue = venues.id JOIN described USING(post)
        GROUP BY venues.id ORDER BY posts DESC, slug
        """
    ).map { row in
      let span = try span(of: row["id"])
      return ArchiveDescription.Place(
        venue: Venue(
          id: row["slug"], name: row["name"], kind: Venue.Kind(rawValue: row["kind"]) ?? .list),
        postCount: row["posts"], link: row["link"], first: span.dates.first?.date,
        last: span.dates.last?.date, gaps: MonthGap.gaps(between: span.dates.map(\.date)),
        outliers: span.outliers)
    }
  }

  private func span(
    of venue: Int64
  ) throws -> (dates: [(date: StatedDate, id: PostID)], outliers: [PostID]) {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT name, instant, offsetMinutes, datePrecision FROM posts
          JOIN described ON described.post = posts.id JOIN postVenues USING(post)
        WHERE venue = ? AND instant IS NOT NULL ORDER BY instant, name
        """, arguments: [venue])
    let dates = rows.map { row in
      (
        date: StatedDate(
          instant: row["instant"], offsetMinutes: row["offsetMinutes"],
          precision: (row["datePrecision"] as String?).flatMap {
            StatedDate.Precision(rawValue: $0)
          } ?? .second), id: PostID(row["name"])
      )
    }
    let kept = MonthGap.withoutOutliers(dates.map(\.date.instant))
    return (
      Array(dates[kept]), dates[..<kept.lowerBound].map(\.id) + dates[kept.upperBound...].map(\.id)
    )
  }
}
