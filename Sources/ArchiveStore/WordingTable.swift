internal import Compression
internal import Discussion
internal import Foundation
internal import GRDB
internal import Identity
internal import SourceBytes

/// One wording as the tables hold it.
struct KeptWording {
  /// Its row in `wordings`; nil for the only wording of its post, which has none.
  var row: Int64?
  /// The row of its post.
  var post: Int64
  /// What it shows, without text.
  var value: Wording
  /// Why it belongs to the post; nil for the first wording, and for the only one.
  var join: Join?
}

/// The wordings of posts that were joined: rows of `wordings`, and posts with one wording only as if they had such a row.
enum WordingTable {
  /// The post that has this wording as one of several, and the wording's row.
  static func find(
    identity: PostID, digest: ContentDigest, in database: Database
  ) throws -> (post: Int64, row: Int64)? {
    try Row.fetchOne(
      try database.cachedStatement(
        sql: "SELECT post, id FROM wordings WHERE identity = ? AND digest = ?"),
      arguments: [identity.text, Data(digest.bytes)]
    ).map { ($0[0], $0[1]) }
  }

  /// All wordings of a post; none for a missing post.
  static func wordings(of post: Int64, in database: Database) throws -> [KeptWording] {
    var wordings: [KeptWording] = []
    var isOneOfSeveral = false
    var several = try RowStatement(
      "SELECT \(columns), digest, id, rule, likeness FROM wordings WHERE post = ? ORDER BY id",
      in: database)
    several.bind(post)
    try several.forEach { row in
      isOneOfSeveral = true
      guard let id = row.integer(11),
        var kept = kept(
          row, wording: id, post: post, pages: try pages("wording = ?", id, in: database))
      else { return }
      if let rule = row.text(12).flatMap({ JoinRule(rawValue: $0) }) {
        kept.join = Join(rule, likeness: row.number(13) ?? 1)
      }
      wordings.append(kept)
    }
    if isOneOfSeveral { return wordings }
    var only = try RowStatement(
      "SELECT \(columns), wordsDigest FROM posts WHERE id = ? AND kind <> 'missing'", in: database)
    only.bind(post)
    let found = try only.first { row in
      kept(row, wording: nil, post: post, pages: try pages("post = ?", post, in: database))
    }
    return (found ?? nil).map { [$0] } ?? []
  }

  /// What the tables of posts and of wordings have in common; the digest of the words follows.
  private static let columns = """
    identity, kind, messageID, authorName, authorAddress, instant, offsetMinutes, datePrecision,
    subject, permalink
    """

  /// A wording without its text; nil for a post that never had words.
  private static func kept(
    _ row: RowStatement.Columns, wording: Int64?, post: Int64, pages: Set<Int64>
  ) -> KeptWording? {
    guard let digest = row.bytes(10).flatMap({ ContentDigest(bytes: $0) }) else { return nil }
    let name = WordingName(identity: PostID(row.text(0) ?? ""), digest: digest)
    var value = Post(id: name.identity, kind: PostKind(rawValue: row.text(1) ?? "") ?? .message)
    value.messageID = row.text(2).map { MessageID($0) }
    value.author = Author(name: row.text(3), address: row.text(4))
    if let instant = row.integer(5) {
      let precision = row.text(7).flatMap { StatedDate.Precision(rawValue: $0) }
      value.date = PostDate(
        stated: StatedDate(
          instant: instant, offsetMinutes: row.integer(6).map { Int($0) },
          precision: precision ?? .second),
        source: .date, asWritten: "")
    }
    value.subject = row.text(8)
    value.permalink = row.text(9)
    return KeptWording(
      row: wording, post: post, value: Wording(name: name, post: value, pages: pages))
  }

  /// The pages and exports on which copies stand; mail has none.
  private static func pages(
    _ condition: String, _ value: Int64, in database: Database
  ) throws -> Set<Int64> {
    var pages: Set<Int64> = []
    var query = try RowStatement(
      """
      SELECT member FROM copies
      WHERE \(condition) AND quality >= \(CopyQuality.export.rawValue)
      """, in: database)
    query.bind(value)
    try query.forEach { row in if let member = row.integer(0) { pages.insert(member) } }
    return pages
  }

  /// Makes a row of the only wording of a post, and says so in its copies.
  static func keep(_ wording: inout KeptWording, in database: Database) throws {
    guard wording.row == nil else { return }
    let post = wording.value.post
    try database.cachedStatement(
      sql: """
        INSERT INTO wordings(post, identity, digest, kind, messageID, authorName, authorAddress,
          instant, offsetMinutes, datePrecision, subject, permalink)
        VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(
      arguments: [
        wording.post, wording.value.name.identity.text, Data(wording.value.name.digest.bytes),
        post.kind.rawValue, post.messageID?.asWritten, post.author.name, post.author.address,
        post.date?.stated.instant, post.date?.stated.offsetMinutes,
        post.date?.stated.precision.rawValue, post.subject, post.permalink,
      ])
    let row = database.lastInsertedRowID
    try database.run(
      sql: "UPDATE copies SET wording = ? WHERE post = ?", arguments: [row, wording.post])
    wording.row = row
  }

  /// Takes back ``keep(_:in:)`` for a post that has one wording only.
  static func release(_ row: Int64, in database: Database) throws {
    try database.run(
      sql: "UPDATE copies SET wording = NULL WHERE wording = ?", arguments: [row])
    try database.run(sql: "DELETE FROM wordings WHERE id = ?", arguments: [row])
  }

  /// Writes what the best copy of a wording shows, and why it belongs to its post.
  static func update(
    _ row: Int64, from post: Post, join: Join?, in database: Database
  ) throws {
    try database.cachedStatement(
      sql: """
        UPDATE wordings SET rule = ?, likeness = ?, kind = ?, messageID = ?, authorName = ?, authorAddress = ?, instant = ?,
          offsetMinutes = ?, datePrecision = ?, subject = ?, permalink = ? WHERE id = ?
        """
    ).execute(
      arguments: [
        join?.rule.rawValue, join?.likeness, post.kind.rawValue, post.messageID?.asWritten,
        post.author.name, post.author.address, post.date?.stated.instant,
        post.date?.stated.offsetMinutes, post.date?.stated.precision.rawValue, post.subject,
        post.permalink, row,
      ])
  }

  /// Drops the wordings of which no copy is left.
  ///
  /// - Returns: Their posts.
  static func dropEmpty(in database: Database) throws -> Set<Int64> {
    let condition = "NOT EXISTS (SELECT 1 FROM copies WHERE copies.wording = wordings.id)"
    let posts = try Int64.fetchSet(
      database, sql: "SELECT post FROM wordings WHERE \(condition)")
    if !posts.isEmpty { try database.run(sql: "DELETE FROM wordings WHERE \(condition)") }
    return posts
  }
}
