internal import Discussion
internal import Foundation
internal import GRDB

/// Rows of `annotations` as values.
enum AnnotationTable {
  static func value(_ row: Row) -> Annotation {
    var annotation = Annotation(
      id: row["id"], post: PostID(row["post"]), origin: row["origin"])
    if let start = row["start"] as Int?, let end = row["end"] as Int?, start <= end {
      annotation.range = start..<end
    }
    annotation.exact = row["exact"]
    annotation.prefix = row["prefix"]
    annotation.suffix = row["suffix"]
    annotation.state = Annotation.State(rawValue: row["state"]) ?? .placed
    annotation.topic = row["topic"]
    annotation.role = row["role"]
    annotation.stance = row["stance"]
    annotation.target = row["target"]
    annotation.confidence = row["confidence"]
    annotation.decision = row["decision"]
    annotation.evidence = ((row["evidence"] as String?) ?? "").split(separator: "\n").map(
      String.init)
    annotation.note = row["note"]
    annotation.by = row["by"]
    annotation.created = row["created"]
    return annotation
  }

  /// Writes marks in the order of their ids, in which pages are filled whole and none is visited twice.
  static func insert(all annotations: [Annotation], in database: Database) throws {
    let order = annotations.indices.sorted {
      (annotations[$0].id, $0) < (annotations[$1].id, $1)
    }
    for index in order { try insert(annotations[index], in: database) }
  }

  /// Writes a mark in place of one of its id.
  ///
  /// - Parameter isKept: Whether it is a suggestion that is there only because a reader accepted it.
  static func insert(
    _ annotation: Annotation, isKept: Bool = false, in database: Database
  ) throws {
    let statement = try database.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO annotations(id, post, start, end, exact, prefix, suffix, state, topic,
          role, stance, target, origin, confidence, decision, evidence, note, by, created, kept)
        VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      annotation.id, annotation.post.text, annotation.range?.lowerBound,
      annotation.range?.upperBound, annotation.exact, annotation.prefix, annotation.suffix,
      annotation.state.rawValue, annotation.topic, annotation.role, annotation.stance,
      annotation.target, annotation.origin, annotation.confidence, annotation.decision,
      annotation.evidence.isEmpty
        ? nil : annotation.evidence.map { $0.replacing("\n", with: " ") }.joined(separator: "\n"),
      annotation.note, annotation.by, annotation.created, isKept,
    ])
  }
}
