internal import Discussion
internal import GRDB
internal import Threading

/// Posts that start new discussions out of old ones.
enum ForkTable {
  /// Writes the forks that evidence drew, for posts that no header links.
  ///
  /// - Parameters:
  ///   - found: All that were drawn for some posts.
  ///   - posts: The rows of those.
  /// - Returns: The rows of posts that were such forks before and are none now.
  static func update(
    found: [ReplyLink], of posts: RowSet, in database: Database
  ) throws -> [Int64] {
    let statement = try RowStatement(
      """
      SELECT child.name, parent.name, evidence, confidence, detail, child.id FROM forks
        JOIN posts AS child ON child.id = forks.post JOIN posts AS parent ON parent.id = forks.origin
      WHERE isFound
      """, in: database)
    var before: [PostID: (fork: Fork, row: Int64)] = [:]
    try statement.forEach {
      let row = $0.integer(5) ?? 0
      if posts.contains(row) { before[PostID($0.text(0) ?? "")] = (fork($0, from: 1), row) }
    }
    for link in found {
      guard let reason = link.reasons.first else { continue }
      let fork = Fork(
        origin: link.parent, evidence: reason.kind, confidence: link.confidence,
        detail: reason.detail)
      if before.removeValue(forKey: link.child)?.fork == fork { continue }
      try write(link.child, fork, isFound: true, in: database)
    }
    let gone = before.values.map(\.row).sorted()
    for row in gone {
      try database.run(sql: "DELETE FROM forks WHERE post = ?", arguments: [row])
    }
    return gone
  }

  /// Finds the forks of one thread anew; what evidence drew stays.
  ///
  /// - Parameter isFirst: Whether the table has none yet of these posts.
  static func replace(_ thread: ThreadMembers, isFirst: Bool, in database: Database) throws {
    var ofRow: [Int64: Int] = [:]
    for (index, member) in thread.members.enumerated() {
      ofRow[member.row] = index
      if !isFirst {
        var known = try RowStatement("SELECT isFound FROM forks WHERE post = ?", in: database)
        known.bind(member.row)
        let isFound = try known.first { $0.integer(0) == 1 }
        if isFound == true { continue }
        if isFound == false {
          try database.run(sql: "DELETE FROM forks WHERE post = ?", arguments: [member.row])
        }
      }
      // Parents come before their children.
      guard let parent = member.parent.flatMap({ ofRow[$0] }).map({ thread.members[$0] }),
        let fork = fork(member, under: parent)
      else { continue }
      try write(member.id, fork, isFound: false, in: database)
    }
  }

  /// The fork that a post is by its subject.
  private static func fork(_ child: ThreadMembers.Member, under parent: ThreadMembers.Member)
    -> Fork?
  {
    guard child.kind == .message, parent.kind == .message, let subject = child.subject,
      let oldSubject = parent.subject, subject != oldSubject
    else { return nil }
    let turn = SubjectTurn(
      subject: subject, oldSubject: oldSubject, instant: child.instant, oldInstant: parent.instant,
      isSamePerson: child.person.map { $0 == parent.person } ?? false,
      quotes: child.traits.contains(.hasQuote))
    return turn.fork.map { confidence, detail in
      Fork(origin: parent.id, evidence: .subject, confidence: confidence, detail: detail)
    }
  }

  private static func write(
    _ post: PostID, _ fork: Fork, isFound: Bool, in database: Database
  ) throws {
    try database.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO forks(post, origin, evidence, confidence, detail, isFound)
        SELECT child.id, parent.id, ?, ?, ?, ? FROM posts AS child, posts AS parent
        WHERE child.name = ? AND parent.name = ?
        """
    ).execute(
      arguments: [
        fork.evidence.rawValue, fork.confidence, fork.detail, isFound, post.text, fork.origin.text,
      ])
  }

  /// The fork that a post is.
  static func fork(of post: Int64, in database: Database) throws -> Fork? {
    var statement = try RowStatement(
      """
      SELECT posts.name, evidence, confidence, detail FROM forks
        JOIN posts ON posts.id = forks.origin WHERE forks.post = ?
      """, in: database)
    statement.bind(post)
    return try statement.first { fork($0, from: 0) }
  }

  /// - Parameter column: That of the name of the origin, before evidence, confidence and detail.
  private static func fork(_ row: RowStatement.Columns, from column: CInt) -> Fork {
    Fork(
      origin: PostID(row.text(column) ?? ""),
      evidence: row.text(column + 1).flatMap { Evidence.Kind(rawValue: $0) } ?? .subject,
      confidence: row.number(column + 2) ?? 0, detail: row.text(column + 3) ?? "")
  }

  /// The posts that fork from a post, by date.
  static func continuations(of post: Int64, in database: Database) throws -> [PostID] {
    var statement = try RowStatement(
      """
      SELECT posts.name FROM forks JOIN posts ON posts.id = forks.post WHERE origin = ?
      ORDER BY posts.instant, posts.name
      """, in: database)
    statement.bind(post)
    var found: [PostID] = []
    try statement.forEach { found.append(PostID($0.text(0) ?? "")) }
    return found
  }
}
