internal import Discussion
internal import GRDB
internal import People

/// Whom posts speak to.
enum AddresseeTable {
  /// Finds the addressees of the posts of one thread anew.
  ///
  /// - Parameter isFirst: Whether the table has none yet of these posts.
  static func replace(
    _ thread: ThreadMembers, isFirst: Bool, in database: Database
  ) throws {
    for member in thread.members where !isFirst {
      var delete = try RowStatement("DELETE FROM addressees WHERE post = ?1", in: database)
      delete.bind(member.row)
      try delete.run()
    }
    guard thread.members.contains(where: { $0.call != nil }) else { return }
    var writers = ThreadWriters()
    let byTime = thread.members.indices.sorted { left, right in
      let (one, other) = (thread.members[left].instant, thread.members[right].instant)
      return (one ?? .min, left) < (other ?? .min, right)
    }
    for index in byTime {
      let member = thread.members[index]
      guard let person = member.person else { continue }
      writers.add(Participant(person: person, author: member.author), post: member.row)
    }
    for member in thread.members {
      guard let call = member.call,
        let found = AddresseeFinder.addressee(
          [call], own: member.person, parent: member.parent.flatMap { writers.ofPost[$0] },
          others: writers.before(member.row))
      else { continue }
      var row = try RowStatement(
        """
        INSERT INTO addressees(post, name, person, shown, basis, confidence, start, end)
        VALUES(?, ?, ?, ?, ?, ?, ?, ?)
        """, in: database)
      row.bind(member.row)
      row.bind(found.name)
      row.bind(found.person)
      row.bind(found.shown)
      row.bind(found.basis.rawValue)
      row.bind(found.confidence)
      row.bind(found.range?.lowerBound)
      row.bind(found.range?.upperBound)
      try row.run()
    }
  }

  /// The addressee of a post.
  static func addressee(of post: Int64, in database: Database) throws -> Addressee? {
    var statement = try RowStatement(
      "SELECT name, person, shown, basis, confidence, start, end FROM addressees WHERE post = ?",
      in: database)
    statement.bind(post)
    return try statement.first { row in
      Addressee(
        name: row.text(0) ?? "", person: row.text(1), shown: row.text(2),
        basis: row.text(3).flatMap { Addressee.Basis(rawValue: $0) } ?? .unknown,
        confidence: row.number(4) ?? 0, range: row.range(5))
    }
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
