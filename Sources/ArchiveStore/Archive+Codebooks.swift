internal import Corrections
public import Discussion
internal import Foundation
internal import GRDB

extension Archive {
  /// Takes over a codebook with its tags, in place of what the codebook of this title had before.
  ///
  /// Other codebooks, discovered topics and what readers marked stay.
  ///
  /// - Parameters:
  ///   - title: What the codebook is known by.
  ///   - yaml: Its text, kept for ``codebooks()``; nil takes the codebook and its tags away.
  ///   - topics: Its topics, in order, each with the title as `codebook`.
  ///   - annotations: Its tags, of origin `codebook`.
  /// - Throws: Errors of the database.
  public func replaceCodebook(
    _ title: String, yaml: String?, topics: [TopicRecord], with annotations: [Annotation]
  ) throws {
    let before = try self.topics().map(\.topic).filter {
      $0.origin == "codebook" && ($0.codebook ?? title) == title
    }
    try changing([.mark, .judgement]) { database in
      for id in Set((before + topics).map(\.id)).sorted() {
        try database.execute(
          sql: "DELETE FROM annotations WHERE origin = 'codebook' AND topic = ?", arguments: [id])
        try database.execute(sql: "DELETE FROM topics WHERE id = ?", arguments: [id])
      }
      try database.execute(sql: "DELETE FROM codebooks WHERE title = ?", arguments: [title])
      guard let yaml else { return }
      try database.execute(
        sql: "INSERT INTO codebooks(title, yaml) VALUES(?, ?)", arguments: [title, yaml])
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      for (index, topic) in topics.enumerated() {
        try database.execute(
          sql: "INSERT INTO topics(id, ordinal, origin, details) VALUES(?, ?, 'codebook', ?)",
          arguments: [topic.id, index, String(decoding: try encoder.encode(topic), as: UTF8.self)])
      }
      for annotation in annotations { try AnnotationTable.insert(annotation, in: database) }
    }
  }

  /// The codebooks that were applied, by title.
  public func codebooks() throws -> [(title: String, yaml: String)] {
    try database.reading { database in
      try Row.fetchAll(database, sql: "SELECT title, yaml FROM codebooks ORDER BY title").map {
        ($0["title"], $0["yaml"])
      }
    }
  }

  /// The discovered topics that readers keep, by id.
  public func keptTopics() throws -> [TopicRecord] {
    try database.reading { try KeptTopics.all(in: $0) }
  }
}

/// Discovered topics that a reader named; they are corrections, so that they survive and are exported with them.
enum KeptTopics {
  static func all(in database: Database) throws -> [TopicRecord] {
    try CorrectionTable.fetch(
      where: "kind = ? AND undone IS NULL", arguments: [CorrectionKind.topic.rawValue],
      in: database
    ).inForce().compactMap { correction in
      let value = correction.decision.value
      guard let id = correction.decision.about, let name = value["name"]?.text else { return nil }
      let terms = (value["terms"]?.list ?? []).compactMap { term -> TopicRecord.Term? in
        term["term"]?.text.map { TopicRecord.Term(term: $0, weight: term["weight"]?.number) }
      }
      return TopicRecord(id: id, name: name, origin: "kept", terms: terms)
    }.sorted { $0.id < $1.id }
  }
}
