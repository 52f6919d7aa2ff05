public import Discussion
internal import Foundation
internal import GRDB

extension Archive {
  /// The topics with how many posts and spans carry them, those of the codebook first.
  public func topics() throws -> [(topic: TopicRecord, postCount: Int, spanCount: Int)] {
    try database.reading { database in
      var counts: [String: (Int, Int)] = [:]
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT topic, count(DISTINCT post) AS posts, count(start) AS spans FROM annotations
          WHERE topic IS NOT NULL AND coalesce(decision, '') <> 'rejected' GROUP BY topic
          """)
      for row in rows { counts[row["topic"]] = (row["posts"], row["spans"]) }
      let decoder = JSONDecoder()
      let topics = try Row.fetchAll(
        database,
        sql: """
          SELECT details FROM topics
          ORDER BY origin = 'discovered', json_extract(details, '$.codebook'), ordinal, id
          """
      ).compactMap { row in
        try? decoder.decode(TopicRecord.self, from: Data((row["details"] as String).utf8))
      }
      let kept = try KeptTopics.all(in: database).filter { kept in
        !topics.contains { $0.id == kept.id }
      }
      let known = Set((topics + kept).map(\.id))
      // What a reader marks by hand needs no codebook.
      let others = counts.keys.filter { !known.contains($0) }.sorted().map {
        TopicRecord(id: $0, name: $0, origin: "person", terms: [])
      }
      return (topics + kept + others).map { topic in
        let (posts, spans) = counts[topic.id] ?? (0, 0)
        return (topic, posts, spans)
      }
    }
  }

  /// The marks of some posts, or of all, by post and place; rejected ones too.
  ///
  /// - Parameters:
  ///   - posts: The posts; nil for all.
  ///   - topic: Only marks of this topic.
  /// - Complexity: Of few posts only their marks are read.
  public func annotations(of posts: Set<PostID>? = nil, topic: String? = nil) throws
    -> [Annotation]
  {
    try database.reading { database in
      let order = "ORDER BY post, start, end, id"
      if let posts, posts.count < 2000 {
        let statement = try database.cachedStatement(
          sql: "SELECT * FROM annotations WHERE post = ?1 AND (?2 IS NULL OR topic = ?2) \(order)")
        return try posts.sorted().flatMap { post in
          try Row.fetchAll(statement, arguments: [post.text, topic]).map(AnnotationTable.value)
        }
      }
      let cursor = try Row.fetchCursor(
        database,
        sql: "SELECT * FROM annotations \(topic == nil ? "" : "WHERE topic = ?") \(order)",
        arguments: topic.map { [$0] } ?? [])
      var marks: [Annotation] = []
      while let row = try cursor.next() {
        guard posts?.contains(PostID(row["post"])) ?? true else { continue }
        marks.append(AnnotationTable.value(row))
      }
      return marks
    }
  }

  /// The marks whose ids begin so.
  ///
  /// - Parameter prefix: `a-` and any of the characters that follow.
  public func annotations(withIDsFrom prefix: String) throws -> [Annotation] {
    try database.reading { database in
      try Row.fetchAll(
        database,
        sql: "SELECT * FROM annotations WHERE id >= ?1 AND id < ?1 || '~' ORDER BY id LIMIT 9",
        arguments: [prefix]
      ).map(AnnotationTable.value)
    }
  }

  /// Whether any machine suggested something of this origin.
  public func hasSuggestions(of origin: String) throws -> Bool {
    try database.reading { database in
      try Row.fetchOne(
        database,
        sql: """
          SELECT 1 WHERE EXISTS (SELECT 1 FROM annotations WHERE origin = ?1)
            OR EXISTS (SELECT 1 FROM readings WHERE origin = ?1)
          """, arguments: [origin]) != nil
    }
  }
}

extension Archive {
  /// The post that was published at an address; nil where none was.
  public func post(at permalink: String) throws -> PostID? {
    try database.reading { database in
      try String.fetchOne(
        database, sql: "SELECT name FROM posts WHERE permalink = ? ORDER BY name",
        arguments: [permalink]
      ).map { PostID($0) }
    }
  }
}
