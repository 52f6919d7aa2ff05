internal import GRDB
internal import SourceBytes

/// The finding that several posts claim one Message-ID, at each copy of those that do not get the plain id.
enum ImposterFindings {
  private static let code = "message-id-reused"

  /// Makes the findings fit the posts as they are.
  ///
  /// - Returns: Those that are new, with their members.
  static func update(in database: Database) throws -> [(member: Int64, finding: Finding)] {
    let imposters = """
      SELECT copies.member, copies.start, copies.end, posts.name, sources.path,
        members.path AS memberPath
      FROM posts INDEXED BY postsWithOtherName CROSS JOIN copies ON copies.post = posts.id
        JOIN members ON members.id = copies.member JOIN sources ON sources.id = members.source
      WHERE posts.name <> posts.identity AND posts.kind <> 'missing'
      """
    let before = try Set(
      Row.fetchAll(
        database, sql: "SELECT member, start, message FROM findings WHERE code = ?",
        arguments: [code]
      ).map { Key(member: $0[0], start: $0[1], message: $0[2]) })
    try database.execute(sql: "DELETE FROM findings WHERE code = ?", arguments: [code])
    var new: [(Int64, Finding)] = []
    for row in try Row.fetchAll(database, sql: imposters + " ORDER BY 5, 6, 2, 4") {
      let member: Int64 = row["member"]
      let path = [row["path"] as String, row["memberPath"] as String].filter { !$0.isEmpty }
        .joined(separator: "!")
      let (start, end) = (row["start"] as Int, row["end"] as Int)
      let message =
        "another post has this Message-ID or link but other words; both are kept, this one as "
        + (row["name"] as String)
      try database.execute(
        sql: """
          INSERT OR IGNORE INTO findings(member, start, end, severity, code, message)
          VALUES(?, ?, ?, ?, ?, ?)
          """,
        arguments: [member, start, end, Finding.Severity.warning.rawValue, code, message])
      guard !before.contains(Key(member: member, start: start, message: message)) else { continue }
      new.append(
        (
          member,
          Finding(
            .warning, code,
            at: SourceLocation(file: FileID(path), bytes: start..<max(start, end)), message)
        ))
    }
    return new
  }

  private struct Key: Hashable {
    var member: Int64
    var start: Int
    var message: String
  }
}
