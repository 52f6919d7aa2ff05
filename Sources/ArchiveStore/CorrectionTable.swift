internal import Corrections
internal import Discussion
internal import Foundation
internal import GRDB

/// Rows of `corrections` as values; every function runs inside the caller's transaction.
enum CorrectionTable {
  /// The corrections that match, in the order of their numbers.
  static func fetch(
    where condition: String = "1", arguments: StatementArguments = [], in database: Database
  ) throws -> [Correction] {
    try Row.fetchAll(
      database, sql: "SELECT * FROM corrections WHERE \(condition) ORDER BY number",
      arguments: arguments
    ).map { try value($0) }
  }

  /// Writes decisions as one change.
  ///
  /// - Parameter words: What tells the post of a decision from others of its id; nil to look it up.
  static func insert(
    _ decisions: [Decision], by: String?, made: CorrectionTime, in database: Database
  ) throws -> [Correction] {
    var change: Int?
    return try decisions.map { decision in
      var correction = Correction(
        number: 0, change: change ?? 0, decision: decision, by: by, made: made)
      if let post = decision.post {
        correction.words = try words(of: post, in: database)
      }
      try insert(&correction, in: database)
      change = correction.change
      return correction
    }
  }

  /// Writes a correction and gives it the next number; one of change 0 begins a change of its own.
  static func insert(_ correction: inout Correction, in database: Database) throws {
    let decision = correction.decision
    try database.cachedStatement(
      sql: """
        INSERT INTO corrections(kind, post, exact, about, value, by, made, undone, words, change)
        VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(
      arguments: [
        decision.kind.rawValue, decision.post?.text, decision.exact, decision.about,
        try encode(decision.value), correction.by, correction.made.description,
        correction.undone?.description, correction.words, correction.change,
      ])
    correction.number = Int(database.lastInsertedRowID)
    guard correction.change == 0 else { return }
    correction.change = correction.number
    try database.execute(
      sql: "UPDATE corrections SET change = number WHERE number = ?",
      arguments: [correction.number])
  }

  /// The time for a new decision: now, but later than all that were made before, so that it counts.
  static func time(notBefore now: CorrectionTime, in database: Database) throws -> CorrectionTime {
    let last = try String.fetchOne(
      database, sql: "SELECT max(max(made), coalesce(max(undone), '')) FROM corrections"
    ).flatMap { CorrectionTime($0) }
    guard let last, last >= now else { return now }
    return CorrectionTime(milliseconds: last.milliseconds + 1)
  }

  /// What tells a post from others that claim its id; nil where the archive does not have it.
  static func words(of post: PostID, in database: Database) throws -> String? {
    try String.fetchOne(
      database,
      sql: "SELECT lower(substr(hex(wordsDigest), 1, 12)) FROM posts WHERE name = ?",
      arguments: [post.text])
  }

  private static func value(_ row: Row) throws -> Correction {
    let number: Int = row["number"]
    let decision = Decision(
      CorrectionKind(rawValue: row["kind"]), post: (row["post"] as String?).map { PostID($0) },
      exact: row["exact"], about: row["about"], value: decode(row["value"]))
    return Correction(
      number: number, change: row["change"] == 0 ? number : row["change"], decision: decision,
      by: row["by"], made: CorrectionTime(row["made"]) ?? CorrectionTime(milliseconds: 0),
      undone: (row["undone"] as String?).flatMap { CorrectionTime($0) }, words: row["words"])
  }

  private static func encode(_ value: CorrectionValue) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private static func decode(_ text: String) -> CorrectionValue {
    (try? JSONDecoder().decode(CorrectionValue.self, from: Data(text.utf8))) ?? .null
  }
}
