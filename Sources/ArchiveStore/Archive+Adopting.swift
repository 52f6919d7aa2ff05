public import Corrections
internal import Discussion
internal import GRDB

/// What became of corrections that came from elsewhere.
public struct AdoptionReport: Sendable, Hashable {
  /// Those that the archive did not have, with their numbers here.
  public var new: [Correction] = []
  /// How many it had.
  public var knownCount = 0
  /// Those that it had and that were taken back here; they stay taken back.
  public var takenBack: [Correction] = []
  /// Those that count here, are not among the given ones, and were taken back for that.
  public var dropped: [Correction] = []
  /// Of all that count now, those that wait for a post that the archive does not have.
  public var pending: [Correction] = []
}

extension Archive {
  /// Keeps corrections that were made elsewhere, with who made them and when, as one change.
  ///
  /// - Parameters:
  ///   - corrections: In any order; their numbers mean nothing here.
  ///   - isExact: Whether those that count here and are not among them are taken back, and those of them that were
  ///     taken back here count again.
  ///   - isDryRun: Whether nothing is kept in the end.
  /// - Returns: What was new. The outcome does not depend on the order, nor on how often they are given.
  public func adopt(
    _ corrections: [Correction], isExact: Bool = false, isDryRun: Bool = false,
    at now: CorrectionTime
  ) throws -> AdoptionReport {
    try database.writeWithoutTransaction { database in
      var report = AdoptionReport()
      try database.inTransaction(.immediate) {
        report = try adopt(corrections, isExact: isExact, at: now, in: database)
        return isDryRun ? .rollback : .commit
      }
      return report
    }
  }

  private func adopt(
    _ corrections: [Correction], isExact: Bool, at now: CorrectionTime, in database: Database
  ) throws -> AdoptionReport {
    var report = AdoptionReport()
    var kinds = Set(corrections.map(\.decision.kind))
    var known: [Essence: Correction] = [:]
    for correction in try CorrectionTable.fetch(in: database) {
      // Of equal ones the one that counts stands for all.
      let essence = Essence(correction)
      if known[essence]?.undone != nil || known[essence] == nil { known[essence] = correction }
    }
    if isExact { kinds.formUnion(known.values.map(\.decision.kind)) }
    try CorrectionEffects.lift(kinds, in: database)
    let undone = try CorrectionTable.time(notBefore: now, in: database)
    var change = 0
    var given: Set<Essence> = []
    for correction in corrections.sorted(by: { Essence($0) < Essence($1) })
    where given.insert(Essence(correction)).inserted {
      if let mine = known[Essence(correction)] {
        if mine.undone == nil {
          report.knownCount += 1
        } else if isExact {
          try mark(mine, undone: nil, in: database)
          report.new.append(mine)
        } else {
          report.takenBack.append(mine)
        }
        continue
      }
      var adopted = correction
      adopted.change = change
      adopted.undone = nil
      if adopted.words == nil, let post = adopted.decision.post {
        adopted.words = try CorrectionTable.words(of: post, in: database)
      }
      try CorrectionTable.insert(&adopted, in: database)
      change = adopted.change
      report.new.append(adopted)
    }
    if isExact {
      for correction in try CorrectionTable.fetch(where: "undone IS NULL", in: database)
      where !given.contains(Essence(correction)) {
        try mark(correction, undone: undone, in: database)
        report.dropped.append(correction)
      }
    }
    if try CorrectionEffects.apply(kinds, in: database) { try rethread(in: database) }
    report.pending = try CorrectionEffects.inForce(in: database).pending
    return report
  }

  private func mark(
    _ correction: Correction, undone: CorrectionTime?, in database: Database
  ) throws {
    try database.execute(
      sql: "UPDATE corrections SET undone = ? WHERE number = ?",
      arguments: [undone?.description, correction.number])
  }
}

/// What makes two corrections the same wherever they are kept.
private struct Essence: Hashable, Comparable {
  var decision: Decision
  var by: String?
  var made: CorrectionTime

  init(_ correction: Correction) {
    decision = correction.decision
    by = correction.by
    made = correction.made
  }

  static func < (left: Essence, right: Essence) -> Bool {
    if left.made != right.made { return left.made < right.made }
    if left.decision.slot != right.decision.slot { return left.decision.slot < right.decision.slot }
    return (left.by ?? "") < (right.by ?? "")
  }
}
