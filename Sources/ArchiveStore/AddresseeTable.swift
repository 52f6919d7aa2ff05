internal import Discussion
internal import GRDB
internal import People

/// Whom posts speak to.
enum AddresseeTable {
  /// Finds the addressees of all posts anew, thread by thread.
  static func update(in database: Database) throws {
    try database.execute(sql: "DELETE FROM addressees")
    let insert = try database.makeStatement(
      sql: """
        INSERT INTO addressees(post, name, person, shown, basis, confidence, start, end)
        VALUES(?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let cursor = try Row.fetchCursor(
      database,
      sql: """
        SELECT placements.thread, posts.id AS post, placements.parent, posts.person,
          posts.authorName, posts.authorAddress, posts.authorURL,
          names.role, names.name, names.start, names.end, names.isFirst, names.isMarked
        FROM placements JOIN posts ON posts.id = placements.post
          LEFT JOIN names ON names.post = posts.id AND names.ordinal = 0 AND names.isFirst
            AND names.role = 'called'
        WHERE placements.thread IN (SELECT placements.thread FROM names
          JOIN placements ON placements.post = names.post WHERE names.isFirst)
        ORDER BY placements.thread, posts.instant IS NOT NULL, posts.instant, placements.position
        """)
    var thread: Int64?
    var writers = ThreadWriters()
    var waiting: [(post: Int64, parent: Int64?, person: String?, call: NameInText)] = []
    func flush() throws {
      for item in waiting {
        guard
          let found = AddresseeFinder.addressee(
            [item.call], own: item.person, parent: item.parent.flatMap { writers.ofPost[$0] },
            others: writers.before(item.post))
        else { continue }
        try insert.execute(
          arguments: [
            item.post, found.name, found.person, found.shown, found.basis.rawValue,
            found.confidence, found.range?.lowerBound, found.range?.upperBound,
          ])
      }
      waiting = []
      writers = ThreadWriters()
    }
    while let row = try cursor.next() {
      if row["thread"] as Int64 != thread {
        try flush()
        thread = row["thread"]
      }
      let post: Int64 = row["post"]
      let person: String? = row["person"]
      if let person {
        writers.add(
          Participant(
            person: person,
            author: Author(
              name: row["authorName"], address: row["authorAddress"], url: row["authorURL"])),
          post: post)
      }
      if row["role"] as String? != nil, let call = NameTable.name(row) {
        waiting.append((post, row["parent"], person, call))
      }
    }
    try flush()
  }

  /// The addressee of a post.
  static func addressee(of post: Int64, in database: Database) throws -> Addressee? {
    let statement = try database.cachedStatement(sql: "SELECT * FROM addressees WHERE post = ?")
    guard let row = try Row.fetchOne(statement, arguments: [post]) else { return nil }
    var range: Range<Int>?
    if let start = row["start"] as Int?, let end = row["end"] as Int?, start <= end {
      range = start..<end
    }
    return Addressee(
      name: row["name"], person: row["person"], shown: row["shown"],
      basis: Addressee.Basis(rawValue: row["basis"]) ?? .unknown, confidence: row["confidence"],
      range: range)
  }
}

/// Who wrote in a thread, in the order of time.
private struct ThreadWriters {
  /// How many of the people before are looked at.
  private static let reach = 60

  private(set) var ofPost: [Int64: Participant] = [:]
  private var posts: [(post: Int64, participant: Participant)] = []
  private var placeOfPost: [Int64: Int] = [:]

  mutating func add(_ participant: Participant, post: Int64) {
    ofPost[post] = participant
    placeOfPost[post] = posts.count
    posts.append((post, participant))
  }

  /// Everybody who wrote before a post, each once, the latest first.
  func before(_ post: Int64) -> [Participant] {
    var seen: Set<String> = []
    var found: [Participant] = []
    for item in posts[..<(placeOfPost[post] ?? posts.count)].reversed()
    where seen.insert(item.participant.person).inserted {
      found.append(item.participant)
      if found.count == ThreadWriters.reach { break }
    }
    return found
  }
}
