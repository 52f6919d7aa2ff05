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
    let rows = try Row.fetchAll(
      try database.cachedStatement(sql: "SELECT * FROM wordings WHERE post = ? ORDER BY id"),
      arguments: [post])
    if !rows.isEmpty {
      return try rows.compactMap { row in
        let id: Int64 = row["id"]
        return try kept(
          row, digest: row["digest"], wording: id, post: post,
          pages: try pages("wording = ?", id, in: database))
      }
    }
    guard
      let row = try Row.fetchOne(
        try database.cachedStatement(
          sql: "SELECT * FROM posts WHERE id = ? AND kind <> 'missing'"), arguments: [post])
    else { return [] }
    return try kept(
      row, digest: row["wordsDigest"], wording: nil, post: post,
      pages: try pages("post = ?", post, in: database)
    ).map { [$0] } ?? []
  }

  private static func kept(
    _ row: Row, digest: Data?, wording: Int64?, post: Int64, pages: Set<Int64>
  ) throws -> KeptWording? {
    guard let digest = digest.flatMap({ ContentDigest(bytes: Array($0)) }) else { return nil }
    let name = WordingName(identity: PostID(row["identity"]), digest: digest)
    var value = Post(id: name.identity, kind: PostKind(rawValue: row["kind"]) ?? .message)
    value.messageID = (row["messageID"] as String?).map { MessageID($0) }
    value.author = Author(name: row["authorName"], address: row["authorAddress"])
    if let instant = row["instant"] as Int64? {
      let precision = (row["datePrecision"] as String?).flatMap {
        StatedDate.Precision(rawValue: $0)
      }
      value.date = PostDate(
        stated: StatedDate(
          instant: instant, offsetMinutes: row["offsetMinutes"], precision: precision ?? .second),
        source: .date, asWritten: "")
    }
    value.subject = row["subject"]
    value.permalink = row["permalink"]
    var kept = KeptWording(
      row: wording, post: post, value: Wording(name: name, post: value, pages: pages))
    if wording != nil, let rule = (row["rule"] as String?).flatMap({ JoinRule(rawValue: $0) }) {
      kept.join = Join(rule, likeness: row["likeness"] ?? 1)
    }
    return kept
  }

  /// The pages and exports on which copies stand; mail has none.
  private static func pages(
    _ condition: String, _ value: Int64, in database: Database
  ) throws -> Set<Int64> {
    try Int64.fetchSet(
      try database.cachedStatement(
        sql: """
          SELECT DISTINCT member FROM copies
          WHERE \(condition) AND quality >= \(CopyQuality.export.rawValue)
          """), arguments: [value])
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
