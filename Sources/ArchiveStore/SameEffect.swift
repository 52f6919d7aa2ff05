internal import Corrections
internal import GRDB

/// What readers decided about which posts are one.
///
/// Copies are read anew to settle that, which ``ImportSession`` does; a change of such a decision leaves a note for it.
enum SameEffect: CorrectionEffect {
  static let kinds: Set<CorrectionKind> = [.same]
  static let changesThreads = false
  static func lift(in database: Database) throws {}

  static func apply(_ corrections: [Correction], in database: Database) throws {
    try database.execute(sql: "PRAGMA user_version = \(ImportSession.unfinished)")
  }
}
