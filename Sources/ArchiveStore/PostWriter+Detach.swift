internal import Compression
internal import Discussion
internal import Foundation
internal import GRDB

extension PostWriter {
  /// Takes back all that a source brought, for one that is read anew or removed.
  ///
  /// A post whose best copy goes and that has other copies keeps the text it has until those are read again; a post
  /// without any copy goes.
  ///
  /// - Returns: The posts that are left with fewer copies; some show the text of a copy which is no more.
  @discardableResult
  static func detach(source: Int64, in database: Database) throws -> [Int64] {
    let posts = try Int64.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT DISTINCT post FROM copies
          WHERE member IN (SELECT id FROM members WHERE source = ?)
          """), arguments: [source])
    try database.run(sql: "DELETE FROM members WHERE source = ?", arguments: [source])
    return try dropBare(posts, in: database)
  }

  /// Takes back what a member brought from an offset on.
  ///
  /// - Returns: The posts that are left with fewer copies.
  static func detach(
    member: Int64, from start: Int, in database: Database
  ) throws -> [Int64] {
    let posts = try Int64.fetchAll(
      database.cachedStatement(
        sql: "SELECT DISTINCT post FROM copies WHERE member = ? AND start >= ?"),
      arguments: [member, start])
    for table in ["copies", "extents", "findings"] {
      try database.run(
        sql: "DELETE FROM \(table) WHERE member = ? AND start >= ?", arguments: [member, start])
    }
    return try dropBare(posts, in: database)
  }

  /// Takes out those posts that have no copy any more.
  ///
  /// - Returns: The others.
  private static func dropBare(_ posts: [Int64], in database: Database) throws -> [Int64] {
    var stale: [Int64] = []
    var identities: Set<String> = []
    for post in posts {
      let rest = try Int.fetchOne(
        database.cachedStatement(sql: "SELECT count(*) FROM copies WHERE post = ?"),
        arguments: [post])
      if rest == 0 {
        if let identity = try String.fetchOne(
          database.cachedStatement(sql: "SELECT identity FROM posts WHERE id = ?"),
          arguments: [post])
        {
          identities.insert(identity)
        }
        try delete(post, in: database)
      } else {
        stale.append(post)
      }
    }
    for identity in identities.sorted() { try renumber(identity: identity, in: database) }
    try database.run(
      sql: "DELETE FROM originals WHERE id NOT IN (SELECT original FROM copies)")
    return stale
  }

  /// Takes out a post that has no copy any more.
  static func delete(_ post: Int64, in database: Database) throws {
    try RowIndex.remove(post, in: database)
    try takeOut(post, in: database)
  }

  /// Takes a post that is in no index out of the tables, with its place in its thread.
  static func takeOut(_ post: Int64, in database: Database) throws {
    // What is said of the thread is not so any more.
    try database.run(
      sql: "DELETE FROM threads WHERE root = (SELECT thread FROM placements WHERE post = ?)",
      arguments: [post])
    for table in [
      "placements WHERE post", "reasons WHERE child", "threads WHERE root",
      "postVenues WHERE post", "posts WHERE id",
    ] {
      try database.run(sql: "DELETE FROM \(table) = ?", arguments: [post])
    }
  }

  /// All posts that have copies, but not the one whose text they show.
  static func stalePosts(in database: Database) throws -> Set<Int64> {
    try Int64.fetchSet(
      database,
      sql: """
        SELECT id FROM posts
        WHERE kind <> 'missing' AND NOT EXISTS (
          SELECT 1 FROM copies WHERE copies.id = posts.bestCopy AND copies.post = posts.id)
        """)
  }

  /// Whether a post has copies, but not the one whose text it shows; the row of that one may be another's by now.
  static func isStale(_ post: Int64, in database: Database) throws -> Bool {
    try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT 1 FROM copies JOIN posts ON posts.id = copies.post
          WHERE posts.id = ? AND NOT EXISTS (
            SELECT 1 FROM copies AS best WHERE best.id = posts.bestCopy AND best.post = posts.id)
          """), arguments: [post]) != nil
  }

  /// Gives a post the text of its best copy, where another was shown, or leaves it as it is where that cannot be read.
  ///
  /// - Parameter read: Reads a copy anew from its original.
  static func restore(
    _ post: Int64, in database: Database, read: (KeptCopy) -> Contribution?
  ) throws {
    guard let copy = try bestCopy(where: "copies.post = ?", post, in: database),
      let contribution = read(copy.kept)
    else { return }
    let hasText =
      try Row.fetchOne(
        database.cachedStatement(sql: "SELECT 1 FROM texts WHERE post = ?"), arguments: [post])
      != nil
    if hasText { try RowIndex.remove(post, in: database) }
    try update(post, from: contribution, copy: copy.id, in: database)
    if let identity = try String.fetchOne(
      database.cachedStatement(sql: "SELECT identity FROM posts WHERE id = ?"), arguments: [post])
    {
      try renumber(identity: identity, in: database)
    }
  }

  /// The best of some copies, with its bytes.
  static func bestCopy(
    where condition: String, _ value: Int64, in database: Database
  ) throws -> (id: Int64, kept: KeptCopy)? {
    guard
      let row = try Row.fetchOne(
        database.cachedStatement(
          sql: """
            SELECT copies.*, originals.frame, sources.path AS path, sources.location,
              members.path AS memberPath
            FROM copies JOIN originals ON originals.id = copies.original
              JOIN members ON members.id = copies.member JOIN sources ON sources.id = members.source
            WHERE \(condition) ORDER BY \(bestFirst) LIMIT 1
            """), arguments: [value]),
      let frame = row["frame"] as Data?, !frame.isEmpty
    else { return nil }
    let kept = KeptCopy(
      path: row["path"], location: row["location"], member: row["memberPath"],
      locator: row["locator"], format: row["format"], start: row["start"], end: row["end"],
      original: try ZstandardCodec().decompress(Array(frame).span),
      envelope: (row["envelope"] as Data?).map { Array($0) })
    return (row["id"], kept)
  }
}

/// A copy of a post with the bytes it was read from, to be read anew.
public struct KeptCopy: Sendable, Hashable {
  /// The file as the user named it.
  public var path: String
  /// Its absolute path.
  public var location: String
  /// The members inside it, joined by `!`.
  public var member: String
  /// Where in the member the post stands.
  public var locator: String
  /// The format it was read as.
  public var format: String
  /// Where its bytes start in the member.
  public var start: Int
  /// Where they end.
  public var end: Int
  /// The bytes.
  public var original: [UInt8]
  /// The separator line that stood before a message, where it was kept.
  public var envelope: [UInt8]?
}
