internal import Corrections
internal import Discussion
internal import Foundation
internal import GRDB
internal import SourceBytes

/// Finds the posts that corrections name, whatever became of their ids since.
///
/// An id may have become an alias, or have passed to another post that claims the same Message-ID and was written
/// earlier; then the words tell which is meant.
struct CorrectionPlaces {
  private let database: Database
  /// The posts by the first digits of their words' digest, read when first needed.
  private var variants: [String: [(name: String, identity: String, digest: ContentDigest)]]?

  init(_ database: Database) {
    self.database = database
  }

  /// The id that a post has now, whether it is there or only missing; nil where the archive does not know it.
  mutating func place(of post: PostID, words: String? = nil) throws -> PostID? {
    let row = try Row.fetchOne(
      try database.cachedStatement(
        sql: """
          SELECT posts.name, identity, lower(substr(hex(wordsDigest), 1, 12)) AS words,
            (SELECT count(*) FROM posts AS other WHERE other.identity = posts.identity) AS count
          FROM posts WHERE name = coalesce((SELECT post FROM aliases WHERE name = ?1), ?1)
          """), arguments: [post.text])
    guard let row else {
      guard let words else { return nil }
      return try variant(of: post, words: words)
    }
    let name: String = row["name"]
    guard let words, row["count"] > 1, (row["words"] as String?) != words else {
      return PostID(name)
    }
    let meant = try String.fetchOne(
      database,
      sql: "SELECT name FROM posts WHERE identity = ? AND lower(hex(wordsDigest)) LIKE ? || '%'",
      arguments: [row["identity"] as String, words])
    return PostID(meant ?? name)
  }

  /// The post that bore an imposter's id, by the words that made it.
  private mutating func variant(of post: PostID, words: String) throws -> PostID? {
    if variants == nil {
      var found: [String: [(String, String, ContentDigest)]] = [:]
      let cursor = try Row.fetchCursor(
        database, sql: "SELECT name, identity, wordsDigest FROM posts WHERE kind <> 'missing'")
      while let row = try cursor.next() {
        guard let digest = ContentDigest(bytes: Array(row[2] as Data)) else { continue }
        found[String(digest.hexadecimal.prefix(12)), default: []].append((row[0], row[1], digest))
      }
      variants = found.mapValues { $0.map { (name: $0.0, identity: $0.1, digest: $0.2) } }
    }
    return variants?[words]?.first {
      PostID(imposterOf: PostID($0.identity), textDigest: $0.digest) == post
    }.map { PostID($0.name) }
  }
}
