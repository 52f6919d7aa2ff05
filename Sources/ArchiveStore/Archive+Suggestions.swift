internal import Corrections
public import Discussion
internal import Foundation
internal import GRDB

/// A post that a machine is to read.
public struct UnreadPost: Sendable, Hashable {
  /// The post.
  public var id: PostID
  /// The post that it answers.
  public var parent: PostID?
  /// What is kept once it was read, and differs as soon as it is to be read again.
  public var fingerprint: String
}

extension Archive {
  /// Takes over what a machine suggests, in place of what it suggested before; what readers decided about a suggestion that
  /// comes again stays.
  ///
  /// - Parameters:
  ///   - origin: `codebook`, `discovered`, `rule` or `model:NAME`: only its own suggestions are replaced.
  ///   - topics: Its topics, in order; nil to leave the topics alone.
  public func replaceSuggestions(
    of origin: String, topics: [TopicRecord]?, with annotations: [Annotation]
  ) throws {
    try changing(MarkEffect.kinds) { database in
      try database.execute(sql: "DELETE FROM annotations WHERE origin = ?", arguments: [origin])
      try AnnotationTable.insert(all: annotations, in: database)
      guard let topics else { return }
      try database.execute(sql: "DELETE FROM topics WHERE origin = ?", arguments: [origin])
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      for (index, topic) in topics.enumerated() {
        try database.execute(
          sql: "INSERT OR REPLACE INTO topics(id, ordinal, origin, details) VALUES(?, ?, ?, ?)",
          arguments: [
            topic.id, index, origin,
            String(decoding: try encoder.encode(topic), as: UTF8.self),
          ])
      }
    }
  }

  /// The posts that a machine has not read as they are now, in reading order.
  ///
  /// A post is to be read again when its text, its parent or its parent's text changed, or when `version` did. What the
  /// machine suggested for posts that are gone is dropped.
  ///
  /// - Parameters:
  ///   - origin: `rule` or `model:NAME`.
  ///   - version: What the machine is, in a few letters.
  ///   - again: Whether those that it has read are named too.
  public func unreadPosts(
    by origin: String, version: String, again: Bool = false
  ) throws -> [UnreadPost] {
    try database.write { database in
      for table in ["annotations", "readings"] {
        try database.execute(
          sql: """
            DELETE FROM \(table) WHERE origin = ? AND post NOT IN (SELECT name FROM posts)
            """, arguments: [origin])
      }
      let cursor = try Row.fetchCursor(
        database,
        sql: """
          SELECT posts.name, hex(substr(posts.wordsDigest, 1, 8)), length(texts.frame),
            parent.name, hex(substr(parent.wordsDigest, 1, 8)), readings.fingerprint
          FROM placements JOIN posts ON posts.id = placements.post
            JOIN texts ON texts.post = posts.id
            LEFT JOIN posts AS parent ON parent.id = placements.parent
            LEFT JOIN readings ON readings.origin = ? AND readings.post = posts.name
          WHERE posts.kind <> 'missing' ORDER BY placements.rank
          """, arguments: [origin])
      var unread: [UnreadPost] = []
      while let row = try cursor.next() {
        let parent: String? = row[3]
        let parts = [
          version, (row[1] as String?) ?? "", (row[2] as Int?).map { "\($0)" } ?? "",
          parent ?? "", (row[4] as String?) ?? "",
        ]
        let fingerprint = StableName.letters(
          of: parts.joined(separator: "\0"), characterCount: 12)
        guard again || fingerprint != row[5] as String? else { continue }
        unread.append(
          UnreadPost(
            id: PostID(row[0] as String), parent: parent.map { PostID($0) },
            fingerprint: fingerprint))
      }
      return unread
    }
  }

  /// Takes over what a machine suggests for some posts, in place of what it suggested for them before.
  ///
  /// - Parameters:
  ///   - posts: The posts that were read.
  ///   - annotations: What was found in them.
  public func updateSuggestions(
    of origin: String, posts: [UnreadPost], with annotations: [Annotation]
  ) throws {
    try changingMarks(of: posts.map(\.id)) { database in
      let remove = try database.cachedStatement(
        sql: "DELETE FROM annotations WHERE post = ? AND origin = ?")
      let keep = try database.cachedStatement(
        sql: "INSERT OR REPLACE INTO readings(origin, post, fingerprint) VALUES(?, ?, ?)")
      for post in posts {
        try remove.execute(arguments: [post.id.text, origin])
        try keep.execute(arguments: [origin, post.id.text, post.fingerprint])
      }
      try AnnotationTable.insert(all: annotations, in: database)
    }
  }

  /// Takes over suggestions that another archive had, where this one does not have them.
  ///
  /// - Returns: How many were new.
  public func addSuggestions(_ annotations: [Annotation]) throws -> Int {
    try changingMarks(of: Set(annotations.map(\.post)).sorted()) { database in
      var count = 0
      for annotation in annotations {
        let isThere = try Row.fetchOne(
          try database.cachedStatement(sql: "SELECT 1 FROM annotations WHERE id = ?"),
          arguments: [annotation.id])
        guard isThere == nil else { continue }
        var annotation = annotation
        (annotation.decision, annotation.note) = (nil, nil)
        try AnnotationTable.insert(annotation, in: database)
        count += 1
      }
      return count
    }
  }

  /// Writes marks of some posts while what readers decided about just these posts is lifted.
  func changingMarks<Result>(
    of posts: [PostID], _ body: (Database) throws -> Result
  ) throws -> Result {
    try database.write { database in
      var places = CorrectionPlaces(database)
      var touched = Set(posts)
      for post in posts { if let place = try places.place(of: post) { touched.insert(place) } }
      for post in touched.sorted() { try MarkEffect.lift(of: post, in: database) }
      let result = try body(database)
      let hasAny = try Row.fetchOne(
        database, sql: "SELECT 1 FROM corrections WHERE kind IN ('mark', 'judgement') LIMIT 1")
      guard hasAny != nil else { return result }
      let corrections = try CorrectionEffects.inForce(MarkEffect.kinds, in: database).placed
      try MarkEffect.apply(
        corrections.filter { $0.decision.post.map(touched.contains) ?? false }, in: database)
      return result
    }
  }
}
