internal import Corrections
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

  static func insert(_ annotation: Annotation, in database: Database) throws {
    let statement = try database.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO annotations(id, post, start, end, exact, prefix, suffix, state, topic,
          role, stance, target, origin, confidence, decision, evidence, note, by, created)
        VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      annotation.id, annotation.post.text, annotation.range?.lowerBound,
      annotation.range?.upperBound, annotation.exact, annotation.prefix, annotation.suffix,
      annotation.state.rawValue, annotation.topic, annotation.role, annotation.stance,
      annotation.target, annotation.origin, annotation.confidence, annotation.decision,
      annotation.evidence.isEmpty
        ? nil : annotation.evidence.map { $0.replacing("\n", with: " ") }.joined(separator: "\n"),
      annotation.note, annotation.by, annotation.created,
    ])
  }
}

/// What readers mark, and what they decide about marks.
enum MarkEffect: CorrectionEffect {
  static let kinds: Set<CorrectionKind> = [.mark, .judgement]
  static let changesThreads = false

  static func lift(in database: Database) throws {
    try database.execute(sql: "DELETE FROM annotations WHERE origin LIKE 'person:%'")
    try database.execute(sql: "UPDATE annotations SET decision = NULL WHERE decision IS NOT NULL")
  }

  static func apply(_ corrections: [Correction], in database: Database) throws {
    for correction in corrections where correction.decision.kind == .mark {
      guard let annotation = annotation(correction) else { continue }
      try AnnotationTable.insert(annotation, in: database)
    }
    for correction in corrections where correction.decision.kind == .judgement {
      guard let id = correction.decision.about, let decision = correction.decision.value.text else {
        continue
      }
      try database.execute(
        sql: "UPDATE annotations SET decision = ? WHERE id = ?", arguments: [decision, id])
    }
  }

  /// The mark that a correction makes; nil for one that takes a mark away.
  private static func annotation(_ correction: Correction) -> Annotation? {
    let value = correction.decision.value
    guard let id = correction.decision.about, let post = correction.decision.post, value != .null
    else { return nil }
    let by = correction.by ?? value["by"]?.text
    var annotation = Annotation(id: id, post: post, origin: "person:\(by ?? "")")
    annotation.exact = correction.decision.exact
    annotation.prefix = value["prefix"]?.text
    annotation.suffix = value["suffix"]?.text
    if let start = value["start"]?.integer, let end = value["end"]?.integer, start <= end {
      annotation.range = start..<end
    }
    annotation.topic = value["topic"]?.text
    annotation.role = value["role"]?.text
    annotation.stance = value["stance"]?.text
    annotation.target = value["target"]?.text
    annotation.note = value["note"]?.text
    annotation.by = by
    annotation.created = correction.made.description
    return annotation
  }
}
