internal import Corrections
internal import Discussion
internal import GRDB
internal import Threading

/// What readers decided about who answers whom; threading reads it from the log.
enum ParentEffect: CorrectionEffect {
  static let kinds: Set<CorrectionKind> = [.parent]
  static let changesThreads = true
  static func lift(in database: Database) throws {}
  static func apply(_ corrections: [Correction], in database: Database) throws {}
}

enum ParentDecision {
  /// The parents that readers decided, by the id that each child has now.
  static func inForce(in database: Database) throws -> [PostID: ThreadingPost.DecidedParent] {
    var places = CorrectionPlaces(database)
    var decisions: [PostID: ThreadingPost.DecidedParent] = [:]
    for correction in try CorrectionEffects.inForce(in: database).placed
    where correction.decision.kind == .parent {
      guard let child = correction.decision.post else { continue }
      let parent = try correction.decision.value["post"]?.text.map { name in
        try places.place(of: PostID(name)) ?? PostID(name)
      }
      let day = correction.made.description.prefix(10)
      decisions[child] = ThreadingPost.DecidedParent(
        parent: parent,
        detail: [correction.by, String(day)].compactMap(\.self).joined(separator: ", "),
        made: correction.made.milliseconds)
    }
    return decisions
  }
}
