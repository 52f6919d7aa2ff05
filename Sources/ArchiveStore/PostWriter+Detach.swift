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
  /// - Returns: The posts whose text is that of a copy which is no more.
  @discardableResult
  static func detach(source: Int64, in database: Database) throws -> [Int64] {
    let posts = try Int64.fetchAll(
      database,
      sql: """
        SELECT DISTINCT post FROM copies
        WHERE member IN (SELECT id FROM members WHERE source = ?)
        """, arguments: [source])
    try database.execute(sql: "DELETE FROM members WHERE source = ?", arguments: [source])
    var stale: [Int64] = []
    var identities: Set<String> = []
    for post in posts {
      let rest = try Int.fetchOne(
        database, sql: "SELECT count(*) FROM copies WHERE post = ?", arguments: [post])
      if rest == 0 {
        if let identity = try String.fetchOne(
          database, sql: "SELECT identity FROM posts WHERE id = ?", arguments: [post])
        {
          identities.insert(identity)
        }
        try RowIndex.remove(post, in: database)
        for table in [
          "placements WHERE post", "reasons WHERE child", "threads WHERE root",
          "postVenues WHERE post", "posts WHERE id",
        ] {
          try database.execute(sql: "DELETE FROM \(table) = ?", arguments: [post])
        }
      } else if try Row.fetchOne(
        database,
        sql: "SELECT 1 FROM copies JOIN posts ON posts.bestCopy = copies.id WHERE posts.id = ?",
        arguments: [post]) == nil
      {
        stale.append(post)
      }
    }
    for identity in identities.sorted() { try renumber(identity: identity, in: database) }
    try database.execute(
      sql: "DELETE FROM originals WHERE id NOT IN (SELECT original FROM copies)")
    return stale
  }

  /// All posts that have copies, but not the one whose text they show.
  static func stalePosts(in database: Database) throws -> Set<Int64> {
    try Int64.fetchSet(
      database,
      sql: """
        SELECT id FROM posts
        WHERE kind <> 'missing' AND NOT EXISTS (SELECT 1 FROM copies WHERE id = posts.bestCopy)
        """)
  }

  /// Whether a post has copies, but not the one whose text it shows.
  static func isStale(_ post: Int64, in database: Database) throws -> Bool {
    try Row.fetchOne(
      database,
      sql: """
        SELECT 1 FROM copies JOIN posts ON posts.id = copies.post
        WHERE posts.id = ? AND NOT EXISTS (SELECT 1 FROM copies WHERE id = posts.bestCopy)
        """, arguments: [post]) != nil
  }

  /// Gives a post whose best copy is gone the text of the best one that is left, or takes the post out where that
  /// cannot be read.
  ///
  /// - Parameter read: Reads a copy anew from its original.
  static func restore(
    _ post: Int64, in database: Database, read: (KeptCopy) -> Contribution?
  ) throws {
    let codec = ZstandardCodec()
    guard
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT copies.*, originals.frame, sources.path AS path, sources.location,
            members.path AS memberPath
          FROM copies JOIN originals ON originals.id = copies.original
            JOIN members ON members.id = copies.member JOIN sources ON sources.id = members.source
          WHERE copies.post = ? ORDER BY \(bestFirst) LIMIT 1
          """, arguments: [post]),
      let frame = row["frame"] as Data?
    else { return }
    let copy = KeptCopy(
      path: row["path"], location: row["location"], member: row["memberPath"],
      locator: row["locator"], format: row["format"], start: row["start"], end: row["end"],
      original: try codec.decompress(Array(frame).span),
      envelope: (row["envelope"] as Data?).map { Array($0) })
    guard let contribution = read(copy) else { return }
    try RowIndex.remove(post, in: database)
    try update(post, from: contribution, copy: row["id"], in: database)
    try renumber(identity: contribution.post.id.text, in: database)
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
