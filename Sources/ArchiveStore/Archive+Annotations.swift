internal import Corrections
public import Discussion
internal import Foundation
internal import GRDB

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
    try changing([.mark, .judgement]) { database in
      try database.execute(sql: "DELETE FROM annotations WHERE origin = ?", arguments: [origin])
      for annotation in annotations { try AnnotationTable.insert(annotation, in: database) }
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

  /// The topics with how many posts and spans carry them, those of the codebook first.
  public func topics() throws -> [(topic: TopicRecord, postCount: Int, spanCount: Int)] {
    try database.read { database in
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

  /// The marks of some posts, or of all, by post and place.
  public func annotations(of posts: Set<PostID>? = nil, topic: String? = nil) throws
    -> [Annotation]
  {
    try database.read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT * FROM annotations WHERE ?1 IS NULL OR topic = ?1 ORDER BY post, start, end, id
          """, arguments: [topic]
      ).map(AnnotationTable.value).filter { posts?.contains($0.post) ?? true }
    }
  }
}
