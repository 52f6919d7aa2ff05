internal import Compression
internal import Discussion
internal import Foundation
internal import GRDB
internal import SourceBytes

/// What a check of an archive looked at and found.
public struct CheckReport: Sendable, Hashable {
  /// One thing that was checked.
  public struct Item: Sendable, Hashable {
    /// What was checked, in words.
    public var name: String
    /// What is damaged; empty where all is well.
    public var damage: [String]
  }

  /// What was checked, in order.
  public var items: [Item]

  /// Whether nothing is damaged.
  public var isWhole: Bool { items.allSatisfy(\.damage.isEmpty) }
}

extension Archive {
  /// Verifies the file, the index against the posts, the threads, and the digests of the originals.
  ///
  /// - Complexity: Reads the whole file.
  public func check() throws -> CheckReport {
    try database.writeWithoutTransaction { database in
      CheckReport(items: [
        CheckReport.Item(name: "database", damage: try fileDamage(database)),
        CheckReport.Item(name: "full-text index", damage: try indexDamage(database)),
        CheckReport.Item(name: "texts", damage: try textDamage(database)),
        CheckReport.Item(name: "threads", damage: try threadDamage(database)),
        CheckReport.Item(name: "originals", damage: try originalDamage(database)),
      ])
    }
  }

  /// Makes what can be derived anew: the full-text index and the threads.
  public func repair() throws {
    try database.write { database in
      try WordIndex.rebuild(in: database)
      for table in [
        "placements", "reasons", "threads", "postVenues", "addressees", "forks", "threadMap",
        "threadedPosts", "threadedDecisions", "awaitedPosts", "evidenceParts",
      ] {
        try database.execute(sql: "DELETE FROM \(table)")
      }
    }
    let changed = try rethread()
    try database.write { try RelatedTable.update(changed, in: $0) }
  }

  private func fileDamage(_ database: Database) throws -> [String] {
    let lines = try String.fetchAll(database, sql: "PRAGMA integrity_check(10)")
    let orphans = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check")
    return lines.filter { $0 != "ok" }
      + (orphans.isEmpty ? [] : ["\(orphans.count) rows refer to rows that are not there"])
  }

  private func indexDamage(_ database: Database) throws -> [String] {
    guard try WordIndex.isCurrent(in: database) else {
      return ["the index was made by another version of the tool, which split words otherwise"]
    }
    do {
      try database.execute(sql: "INSERT INTO words(words) VALUES('integrity-check')")
    } catch {
      return ["the index is damaged: \(error)"]
    }
    let strangers = try postsWithOtherWords(database)
    if strangers > 0 { return ["the index holds other words than \(strangers) posts"] }
    let indexed = try Int.fetchOne(database, sql: "SELECT count(*) FROM words_docsize") ?? 0
    let posts =
      try Int.fetchOne(database, sql: "SELECT count(*) FROM posts WHERE kind <> 'missing'") ?? 0
    guard indexed == posts else { return ["\(indexed) posts are indexed, \(posts) are there"] }
    return try WordIndex.holdsJustThePosts(in: database)
      ? [] : ["the index holds words that no post has, or lacks some"]
  }

  /// Counts the posts whose first words the index does not find at their row.
  private func postsWithOtherWords(_ database: Database) throws -> Int {
    let find = try database.makeStatement(
      sql: "SELECT 1 FROM words WHERE words MATCH ? AND rowid = ?")
    var count = 0
    for id in try Int64.fetchAll(database, sql: "SELECT post FROM texts") {
      guard let post = try? PostRow.post(id, in: database) else { continue }
      // The index itself splits and folds the passage, so it is cut at white space only.
      let words = post.words.own.unicodeScalars.prefix(400)
        .split { $0.properties.isWhitespace }.dropLast().prefix(4)
      let passage = words.map { String($0) }.joined(separator: " ")
      let tokens = TokenText(passage)
      guard tokens.places.count > 1 else { continue }
      let phrase = "own : " + tokens.match
      if try Row.fetchOne(find, arguments: [phrase, id]) == nil { count += 1 }
    }
    return count
  }

  private func textDamage(_ database: Database) throws -> [String] {
    let codec = ZstandardCodec()
    var damage: [String] = []
    let cursor = try Row.fetchCursor(
      database,
      sql: "SELECT posts.name, frame FROM texts JOIN posts ON posts.id = texts.post ORDER BY name")
    while let row = try cursor.next() {
      let frame: Data = row[1]
      if (try? codec.decompress(Array(frame).span)) == nil {
        damage.append("the text of \(row[0] as String) cannot be read")
      }
    }
    return damage
  }

  private func threadDamage(_ database: Database) throws -> [String] {
    let checks = [
      (
        "posts in no thread",
        "SELECT count(*) FROM posts WHERE id NOT IN (SELECT post FROM placements)"
      ),
      (
        "posts before their parent",
        """
        SELECT count(*) FROM placements JOIN placements AS above ON above.post = placements.parent
        WHERE above.rank >= placements.rank OR above.thread <> placements.thread
        """
      ),
      (
        "posts without text",
        """
        SELECT count(*) FROM posts
        WHERE kind <> 'missing' AND id NOT IN (SELECT post FROM texts)
        """
      ),
    ]
    return try checks.compactMap { name, sql in
      let count = try Int.fetchOne(database, sql: sql) ?? 0
      return count == 0 ? nil : "\(count) \(name)"
    }
  }

  private func originalDamage(_ database: Database) throws -> [String] {
    let codec = ZstandardCodec()
    var damage: [String] = []
    let cursor = try Row.fetchCursor(database, sql: "SELECT id, digest, frame FROM originals")
    while let row = try cursor.next() {
      let (digest, frame) = (row[1] as Data, row[2] as Data)
      // A reader removed it for good.
      if frame.isEmpty { continue }
      let content = try? codec.decompress(Array(frame).span)
      guard let content, ContentDigest(of: content.span).bytes == Array(digest) else {
        damage.append("original \(row[0] as Int64) does not fit its digest")
        continue
      }
    }
    return damage
  }
}
