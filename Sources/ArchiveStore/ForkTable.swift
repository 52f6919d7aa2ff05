internal import Discussion
internal import GRDB
internal import Threading

/// Posts that start new discussions out of old ones.
enum ForkTable {
  /// Finds the forks of all threads anew.
  ///
  /// - Parameter found: The forks that evidence drew, for posts that no header links.
  static func update(in database: Database, found: [ReplyLink] = []) throws {
    try database.execute(sql: "DELETE FROM forks")
    let insert = try database.makeStatement(
      sql: """
        INSERT OR IGNORE INTO forks(post, origin, evidence, confidence, detail)
        SELECT child.id, parent.id, ?, ?, ? FROM posts AS child, posts AS parent
        WHERE child.name = ? AND parent.name = ?
        """)
    func write(_ post: PostID, _ fork: Fork) throws {
      try insert.execute(
        arguments: [
          fork.evidence.rawValue, fork.confidence, fork.detail, post.text, fork.origin.text,
        ])
    }
    for link in found {
      guard let reason = link.reasons.first else { continue }
      try write(
        link.child,
        Fork(
          origin: link.parent, evidence: reason.kind, confidence: link.confidence,
          detail: reason.detail))
    }
    let branches = try Row.fetchCursor(
      database,
      sql: """
        SELECT child.name AS child, child.subject, child.instant, child.person, child.traits,
          parent.name AS parent, parent.subject AS oldSubject, parent.instant AS oldInstant,
          parent.person AS oldPerson
        FROM placements JOIN posts AS child ON child.id = placements.post
          JOIN posts AS parent ON parent.id = placements.parent
        WHERE child.kind = 'message' AND parent.kind = 'message'
          AND child.subject <> parent.subject
        """)
    while let row = try branches.next() {
      let turn = SubjectTurn(
        subject: row["subject"], oldSubject: row["oldSubject"], instant: row["instant"],
        oldInstant: row["oldInstant"],
        isSamePerson: (row["person"] as String?).map { $0 == row["oldPerson"] as String? } ?? false,
        quotes: PostTraits(rawValue: row["traits"]).contains(.hasQuote))
      guard let (confidence, detail) = turn.fork else { continue }
      try write(
        PostID(row["child"]),
        Fork(
          origin: PostID(row["parent"]), evidence: .subject, confidence: confidence,
          detail: detail))
    }
  }

  /// The fork that a post is.
  static func fork(of post: Int64, in database: Database) throws -> Fork? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT posts.name, evidence, confidence, detail FROM forks
          JOIN posts ON posts.id = forks.origin WHERE forks.post = ?
        """)
    return try Row.fetchOne(statement, arguments: [post]).map { row in
      Fork(
        origin: PostID(row["name"]), evidence: Evidence.Kind(rawValue: row["evidence"]) ?? .subject,
        confidence: row["confidence"], detail: row["detail"])
    }
  }

  /// The posts that fork from a post, by date.
  static func continuations(of post: Int64, in database: Database) throws -> [PostID] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT posts.name FROM forks JOIN posts ON posts.id = forks.post WHERE origin = ?
        ORDER BY posts.instant, posts.name
        """)
    return try String.fetchAll(statement, arguments: [post]).map { PostID($0) }
  }
}
