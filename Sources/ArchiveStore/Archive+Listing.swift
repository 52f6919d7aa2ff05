public import ArchiveQuery
public import Discussion
internal import Foundation
internal import GRDB
public import SourceBytes

/// A thread as lists show it.
public struct ThreadSummary: Sendable, Hashable {
  /// The root; it may be a missing post.
  public var id: PostID
  /// The subject of its first post that has one.
  public var subject: String?
  /// The venues of its posts.
  public var venues: [Venue]
  /// How many posts it has, missing ones not counted.
  public var postCount: Int
  /// How many people wrote in it.
  public var personCount: Int
  /// The distance of its deepest post from the root.
  public var depth: Int
  /// When its first post was written.
  public var first: StatedDate?
  /// When its last post was written.
  public var last: StatedDate?
  /// How much its people argue with each other.
  public var contention = ThreadContention(turns: 0, suggested: 0, confirmed: 0)
  /// The topics of its posts, those of most posts first.
  public var topics: [ThreadTopic] = []

  /// Sums up a thread or a part of one.
  package init(
    id: PostID, subject: String?, venues: [Venue], postCount: Int, personCount: Int, depth: Int,
    first: StatedDate?, last: StatedDate?
  ) {
    self.id = id
    self.subject = subject
    self.venues = venues
    self.postCount = postCount
    self.personCount = personCount
    self.depth = depth
    self.first = first
    self.last = last
  }
}

/// A topic of a thread.
public struct ThreadTopic: Sendable, Hashable {
  /// Its id.
  public var topic: String
  /// How many posts of the thread carry it.
  public var posts: Int
}

/// In which order threads come.
public enum ThreadOrder: String, Sendable, Hashable, CaseIterable {
  case active, newest, oldest, posts, people, depth, contention
}

/// A file that was imported.
public struct SourceSummary: Sendable, Hashable {
  /// The file as the user named it.
  public var path: String
  /// The formats of its members.
  public var formats: [String]
  /// The names of the venues of its posts.
  public var venues: [String]
  /// How many bytes it has on disk.
  public var byteCount: Int
  /// The SHA-256 of the file in hexadecimal digits; nil while it was not read whole.
  public var digest: String?
  /// How many posts came from it.
  public var postCount: Int
  /// When it was imported, ISO 8601.
  public var imported: String
}

/// A finding that is kept.
public struct KeptFinding: Sendable, Hashable {
  /// What was odd.
  public var finding: Finding
  /// The post that lies there.
  public var post: PostID?
}

extension Archive {
  /// How many posts and threads there are; posts that only answers name are not counted.
  public func counts() throws -> (posts: Int, threads: Int) {
    try database.reading { database in
      (
        posts: try Int.fetchOne(
          database, sql: "SELECT count(*) FROM posts WHERE kind <> 'missing'") ?? 0,
        threads: try Int.fetchOne(
          database, sql: "SELECT count(*) FROM threads WHERE posts > 0") ?? 0
      )
    }
  }

  /// Lists threads.
  ///
  /// - Parameter query: Threads in which some post matches.
  /// - Throws: ``ArchiveError/queryTooSlow(seconds:)`` or ``ArchiveError/queryTooLarge(megabytes:)``.
  public func threads(
    matching query: QueryExpression, today: CivilDay, order: ThreadOrder, limit: Int?
  ) throws -> [ThreadSummary] {
    try database.reading { database in
      let compiler = try QueryCompiler(database: database, today: today)
      var filter = QueryCondition(sql: "threads.posts > 0")
      if query != .all {
        // A root that is missing matches no query that does not ask for what is missing.
        let expanded = try SavedQueries.expanding(query, in: database)
        filter = try SearchRun.visible(expanded, query: expanded, compiler: compiler)
        filter.sql = """
          threads.posts > 0 AND threads.root IN (SELECT placements.thread FROM posts
            JOIN placements ON placements.post = posts.id WHERE \(filter.sql))
          """
      }
      let direction =
        switch order {
        case .active: "last DESC"
        case .newest: "first DESC"
        case .oldest: "first IS NULL, first"
        case .posts: "threads.posts DESC"
        case .people: "people DESC"
        case .depth: "threads.depth DESC"
        case .contention:
          "coalesce(turns + suggested + 2 * confirmed, 0) DESC, threads.posts DESC"
        }
      let byContention =
        order == .contention
        ? """
        LEFT JOIN (WITH \(ContentionTable.commonTable()) SELECT * FROM contention) AS contention
          ON contention.thread = threads.root
        """ : ""
      let rows = try QueryBudget.within(of: database) { _ in
        try Row.fetchAll(
          database,
          sql: """
            \(filter.with)SELECT threads.*, posts.name FROM threads
              JOIN posts ON posts.id = threads.root
              \(byContention)
            WHERE \(filter.sql) ORDER BY \(direction), posts.name LIMIT \(limit ?? -1)
            """, arguments: StatementArguments(filter.allArguments))
      }
      let contention = try ContentionTable.values(of: rows.map { $0["root"] }, in: database)
      let topics = try threadTopics(of: rows.map { $0["root"] }, in: database)
      return try rows.map { row in
        var summary = try summary(row, in: database)
        if let value = contention[row["root"]] { summary.contention = value }
        summary.topics = topics[row["root"]] ?? []
        return summary
      }
    }
  }

  /// The thread of a root; nil where the archive has none such.
  public func threadSummary(_ root: PostID) throws -> ThreadSummary? {
    try database.reading { database in
      try Row.fetchOne(
        database,
        sql: """
          SELECT threads.*, posts.name FROM threads JOIN posts ON posts.id = threads.root
          WHERE posts.name = ?
          """, arguments: [root.text]
      ).map { row in
        var summary = try summary(row, in: database)
        if let value = try ContentionTable.values(of: [row["root"]], in: database)[row["root"]] {
          summary.contention = value
        }
        summary.topics = try threadTopics(of: [row["root"]], in: database)[row["root"]] ?? []
        return summary
      }
    }
  }

  /// The topics of some threads, by root; rejected tags do not count.
  private func threadTopics(
    of roots: [Int64], in database: Database
  ) throws -> [Int64: [ThreadTopic]] {
    guard !roots.isEmpty else { return [:] }
    let list = roots.map(String.init).joined(separator: ",")
    var topics: [Int64: [ThreadTopic]] = [:]
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT placements.thread AS thread, topic, count(DISTINCT placements.post) AS posts
        FROM annotations JOIN posts ON posts.name = annotations.post
          JOIN placements ON placements.post = posts.id
        WHERE topic IS NOT NULL AND coalesce(decision, '') <> 'rejected'
          AND placements.thread IN (\(list))
        GROUP BY placements.thread, topic ORDER BY posts DESC, topic
        """)
    for row in rows {
      topics[row["thread"], default: []].append(
        ThreadTopic(topic: row["topic"], posts: row["posts"]))
    }
    return topics
  }

  /// The thread of a row of `threads` with the name of its root.
  func summary(_ row: Row, in database: Database) throws -> ThreadSummary {
    let root: Int64 = row["root"]
    let venues = try Row.fetchAll(
      database,
      sql: """
        SELECT DISTINCT slug, venues.name, venues.kind FROM placements
          JOIN postVenues ON postVenues.post = placements.post
          JOIN venues ON venues.id = postVenues.venue
        WHERE thread = ? ORDER BY slug
        """, arguments: [root])
    func date(_ direction: String) throws -> StatedDate? {
      try Row.fetchOne(
        database,
        sql: """
          SELECT instant, offsetMinutes, datePrecision FROM placements
            JOIN posts ON posts.id = placements.post
          WHERE thread = ? AND instant IS NOT NULL ORDER BY instant \(direction) LIMIT 1
          """, arguments: [root]
      ).map { row in
        StatedDate(
          instant: row["instant"], offsetMinutes: row["offsetMinutes"],
          precision: (row["datePrecision"] as String?).flatMap {
            StatedDate.Precision(rawValue: $0)
          } ?? .second)
      }
    }
    return ThreadSummary(
      id: PostID(row["name"]), subject: row["subject"],
      venues: venues.map {
        Venue(id: $0["slug"], name: $0["name"], kind: Venue.Kind(rawValue: $0["kind"]) ?? .list)
      }, postCount: row["posts"], personCount: row["people"], depth: row["depth"],
      first: try date("ASC"), last: try date("DESC"))
  }

  /// Lists what was imported, by path.
  public func sources() throws -> [SourceSummary] {
    try database.reading { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT sources.*, (SELECT count(*) FROM copies JOIN members ON members.id = copies.member
                             WHERE members.source = sources.id) AS posts
          FROM sources ORDER BY path
          """
      ).map { row in
        let id: Int64 = row["id"]
        return SourceSummary(
          path: row["path"],
          formats: try String.fetchAll(
            database,
            sql: """
              SELECT DISTINCT format FROM members WHERE source = ? AND format IS NOT NULL ORDER BY 1
              """, arguments: [id]),
          venues: try String.fetchAll(
            database,
            sql: """
              SELECT DISTINCT venues.name FROM members JOIN copies ON copies.member = members.id
                JOIN venues ON venues.id = copies.venue WHERE members.source = ? ORDER BY 1
              """, arguments: [id]),
          byteCount: row["byteCount"],
          digest: (row["digest"] as Data?).flatMap { ContentDigest(bytes: Array($0)) }?.hexadecimal,
          postCount: row["posts"], imported: row["imported"])
      }
    }
  }

  /// Lists findings, the gravest first.
  ///
  /// - Parameters:
  ///   - code: Only those of this code.
  ///   - query: Only those at posts that match; nil for all.
  public func findings(
    code: String? = nil, query: QueryExpression? = nil, today: CivilDay
  ) throws -> [KeptFinding] {
    let wanted = try query.map { try ids(matching: $0, today: today) }
    return try database.reading { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT findings.*, sources.path AS sourcePath, members.path AS memberPath,
            (SELECT posts.name FROM copies JOIN posts ON posts.id = copies.post
             WHERE copies.member = findings.member AND copies.start <= findings.start
               AND copies.end >= findings.end LIMIT 1) AS post
          FROM findings JOIN members ON members.id = findings.member
            JOIN sources ON sources.id = members.source
          WHERE ?1 IS NULL OR code = ?1
          ORDER BY CASE severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END,
            code, sourcePath, memberPath, findings.start
          """, arguments: [code])
      return rows.compactMap { row in
        let post = (row["post"] as String?).map { PostID($0) }
        if let wanted {
          guard let post, wanted.contains(post) else { return nil }
        }
        let path = [row["sourcePath"] as String, row["memberPath"] as String]
          .filter { !$0.isEmpty }.joined(separator: "!")
        let (start, end) = (row["start"] as Int, row["end"] as Int)
        return KeptFinding(
          finding: Finding(
            Finding.Severity(rawValue: row["severity"]) ?? .note, row["code"],
            at: SourceLocation(file: FileID(path), bytes: start..<max(start, end)),
            row["message"], hint: row["hint"]), post: post)
      }
    }
  }
}
