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

  /// Stands for each of these decisions, by the row of the child.
  static func digests(
    of decisions: [PostID: ThreadingPost.DecidedParent], in database: Database
  ) throws -> [Int64: UInt64] {
    var digests: [Int64: UInt64] = [:]
    for (child, decision) in decisions {
      guard let row = try PostRow.row(of: child, in: database) else { continue }
      var hash = StableHash(child.text)
      hash.add(decision.parent?.text ?? "")
      hash.add(decision.detail)
      hash.add(decision.made)
      digests[row] = hash.value
    }
    return digests
  }
}
