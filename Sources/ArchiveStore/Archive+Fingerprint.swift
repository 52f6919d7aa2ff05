internal import Foundation
internal import GRDB
internal import SourceBytes

extension Archive {
  /// What the archive holds as 16 hexadecimal digits: the same posts with the same words and links give the same digits.
  public func fingerprint() throws -> String {
    try database.reading { database in
      var hasher = ContentHasher()
      let cursor = try Row.fetchCursor(
        database,
        sql: """
          SELECT posts.name, posts.wordsDigest, above.name FROM posts
            LEFT JOIN placements ON placements.post = posts.id
            LEFT JOIN posts AS above ON above.id = placements.parent ORDER BY posts.name
          """)
      while let row = try cursor.next() {
        let parent: String = row[2] ?? ""
        hasher.update(Array("\(row[0] as String) \(parent)\n".utf8).span)
        if let digest = row[1] as Data? { hasher.update(Array(digest).span) }
      }
      return String(hasher.finish().hexadecimal.prefix(16))
    }
  }
}
