internal import Discussion
internal import GRDB

/// Venues, what files claim about them, and what is decided.
enum VenueTable {
  static func id(_ venue: Venue, in database: Database) throws -> Int64 {
    // Asked for every post, and nearly always known: an upsert would make SQLite open a savepoint, at which the
    // full-text index writes out what it has gathered.
    let known = try database.cachedStatement(
      sql: "SELECT id FROM venues WHERE slug = ? AND name <= ? AND kind <= ?")
    if let id = try Int64.fetchOne(known, arguments: [venue.id, venue.name, venue.kind.rawValue]) {
      return id
    }
    // Of several spellings of one venue the smallest stays, so that the order of imports does not show.
    try database.cachedStatement(
      sql: """
        INSERT INTO venues(slug, name, kind) VALUES(?, ?, ?)
        ON CONFLICT(slug) DO UPDATE SET
          name = min(name, excluded.name), kind = min(kind, excluded.kind)
        """
    ).execute(arguments: [venue.id, venue.name, venue.kind.rawValue])
    let id = try Int64.fetchOne(
      try database.cachedStatement(sql: "SELECT id FROM venues WHERE slug = ?"),
      arguments: [venue.id])
    return id ?? database.lastInsertedRowID
  }

  /// Writes what a member claims.
  ///
  /// - Parameter known: What the session knows of the tables; members of one folder claim the same again and again.
  static func write(
    _ claims: VenueClaims, member: Int64, known: KnownRows, in database: Database
  ) throws {
    let given = try claims.given.map { try known.venue($0, in: database) }
    let fallback = try known.venue(claims.fallback, in: database)
    var update = try RowStatement(
      """
      UPDATE members SET venueGroup = ?, givenVenue = ?, fallbackVenue = ?, postCount = ?
      WHERE id = ?
      """, in: database)
    update.bind(claims.group)
    update.bind(given)
    update.bind(fallback)
    update.bind(claims.postCount)
    update.bind(member)
    try update.run()
    for vote in claims.votes {
      let venue = try known.venue(vote.venue, in: database)
      try write(vote, member: member, venue: venue, in: database)
    }
  }

  /// Writes one claim, in place of an earlier one of its kind for the same venue.
  ///
  /// In plain statements: `REPLACE` would make SQLite open a savepoint, and the full-text index answers each savepoint by
  /// writing a segment.
  private static func write(
    _ vote: VenueClaims.Vote, member: Int64, venue: Int64, in database: Database
  ) throws {
    func bindKey(_ statement: inout RowStatement) {
      statement.bind(member)
      statement.bind(vote.origin.rawValue)
      statement.bind(venue)
    }
    var known = try RowStatement(
      "SELECT count FROM venueVotes WHERE member = ? AND origin = ? AND venue = ?", in: database)
    bindKey(&known)
    let count = try known.first { $0.integer(0) ?? 0 }
    guard count != Int64(vote.count) else { return }
    var write = try RowStatement(
      count == nil
        ? "INSERT INTO venueVotes(count, member, origin, venue) VALUES(?, ?, ?, ?)"
        : "UPDATE venueVotes SET count = ? WHERE member = ? AND origin = ? AND venue = ?",
      in: database)
    write.bind(vote.count)
    bindKey(&write)
    try write.run()
  }

  /// The groups of all files.
  static func groups(in database: Database) throws -> Set<String> {
    try String.fetchSet(
      database, sql: "SELECT DISTINCT venueGroup FROM members WHERE venueGroup IS NOT NULL")
  }

  /// Decides where the posts of each group belong, from what all its files claim, whenever they were imported.
  static func decide(groups: [String], in database: Database) throws {
    for group in groups {
      guard let decision = VenueClaims.decide(try claims(of: group, in: database)) else { continue }
      let venue = try id(decision.venue, in: database)
      let list = decision.isMixed ? "copies.listVenue, " : ""
      let decided = """
        coalesce(ownVenue, (SELECT givenVenue FROM members WHERE members.id = copies.member), \(list)?1)
        """
      try database.run(
        sql: """
          UPDATE copies SET venue = \(decided)
          WHERE member IN (SELECT id FROM members WHERE venueGroup = ?2) AND venue IS NOT \(decided)
          """, arguments: [venue, group])
    }
  }

  /// The names of the venues of some sources, by the path that the user named.
  static func names(
    ofSources paths: [String], in database: Database
  ) throws -> [String: [String]] {
    let wanted = Set(paths)
    var sources: [(id: Int64, path: String)] = []
    try RowStatement("SELECT id, path FROM sources", in: database).forEach { row in
      guard let id = row.integer(0), let path = row.text(1), wanted.contains(path) else { return }
      sources.append((id, path))
    }
    var names: [String: Set<String>] = [:]
    for source in sources {
      var query = try RowStatement(
        """
        SELECT DISTINCT venues.name FROM members
          CROSS JOIN copies ON copies.member = members.id JOIN venues ON venues.id = copies.venue
        WHERE members.source = ?
        """, in: database)
      query.bind(source.id)
      try query.forEach { names[source.path, default: []].insert($0.text(0) ?? "") }
    }
    return names.mapValues { $0.sorted() }
  }

  private static func claims(of group: String, in database: Database) throws -> [VenueClaims] {
    var claims: [VenueClaims] = []
    var members: [Int64] = []
    var query = try RowStatement(
      """
      SELECT members.id, postCount, slug, name, kind FROM members
        JOIN venues ON venues.id = fallbackVenue WHERE venueGroup = ?
      """, in: database)
    query.bind(group)
    try query.forEach { row in
      members.append(row.integer(0) ?? 0)
      claims.append(
        VenueClaims(
          group: group, given: nil, fallback: venue(row, from: 2),
          postCount: row.integer(1).map { Int($0) } ?? 0, votes: []))
    }
    for (index, member) in members.enumerated() {
      claims[index].votes = try votes(of: member, in: database)
    }
    return claims
  }

  /// What the posts of a member claim.
  static func votes(of member: Int64, in database: Database) throws -> [VenueClaims.Vote] {
    var votes: [VenueClaims.Vote] = []
    var query = try RowStatement(
      """
      SELECT origin, count, slug, name, kind FROM venueVotes
        JOIN venues ON venues.id = venueVotes.venue WHERE member = ?
      """, in: database)
    query.bind(member)
    try query.forEach { row in
      guard let origin = row.integer(0).flatMap({ VenueClaims.Origin(rawValue: Int($0)) }) else {
        return
      }
      votes.append(
        VenueClaims.Vote(
          origin: origin, venue: venue(row, from: 2), count: row.integer(1).map { Int($0) } ?? 0))
    }
    return votes
  }

  /// The venue whose slug, name and kind stand in three columns.
  private static func venue(_ row: RowStatement.Columns, from column: CInt) -> Venue {
    Venue(
      id: row.text(column) ?? "", name: row.text(column + 1) ?? "",
      kind: row.text(column + 2).flatMap { Venue.Kind(rawValue: $0) } ?? .list)
  }

  /// The venue of a row.
  static func venue(_ id: Int64, in database: Database) throws -> Venue? {
    try Row.fetchOne(
      database, sql: "SELECT slug, name, kind FROM venues WHERE id = ?", arguments: [id]
    ).map(venue)
  }

  private static func venue(_ row: Row) -> Venue {
    Venue(id: row["slug"], name: row["name"], kind: Venue.Kind(rawValue: row["kind"]) ?? .list)
  }
}
