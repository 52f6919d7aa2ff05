public import Corrections
internal import Discussion
internal import GRDB

extension Archive {
  /// Keeps what a reader decides, as one change, and does what follows from it.
  ///
  /// - Parameters:
  ///   - decisions: What was decided; none is no change.
  ///   - by: Who decided, where that is known.
  ///   - now: The time. A clock that lies behind earlier decisions does not make them win.
  /// - Returns: The corrections with their numbers.
  /// - Complexity: Threads are made anew where the decisions touch them.
  @discardableResult
  public func record(
    _ decisions: [Decision], by: String?, at now: CorrectionTime
  ) throws -> [Correction] {
    guard !decisions.isEmpty else { return [] }
    return try changing(Set(decisions.map(\.kind)), of: decisions.map(\.post)) { database in
      try CorrectionTable.insert(
        decisions, by: by, made: try CorrectionTable.time(notBefore: now, in: database),
        in: database)
    }
  }

  /// Takes a change back.
  ///
  /// - Parameter number: The number of any correction of the change; nil for the last change that counts.
  /// - Returns: What was taken back; empty where there is nothing, or where it was taken back before.
  public func undo(_ number: Int? = nil, at now: CorrectionTime) throws -> [Correction] {
    try mark(try changeToUndo(number), now: now) { $0 }
  }

  /// Makes a change count again that was taken back.
  ///
  /// - Parameter number: The number of any correction of the change; nil for the one that was taken back last.
  /// - Returns: What counts again; empty where there is nothing to do.
  public func redo(_ number: Int? = nil, at now: CorrectionTime) throws -> [Correction] {
    try mark(try changeToUndo(number, isRedo: true), now: now) { _ in nil }
  }

  /// What ``undo(_:at:)`` would take back, or ``redo(_:at:)`` make count again.
  public func changeToUndo(_ number: Int? = nil, isRedo: Bool = false) throws -> [Correction] {
    let last =
      isRedo
      ? """
      SELECT change FROM corrections WHERE undone IS NOT NULL ORDER BY undone DESC, change LIMIT 1
      """ : "SELECT max(change) FROM corrections WHERE undone IS NULL"
    return try change(number, otherwise: last).filter { ($0.undone != nil) == isRedo }
  }

  /// The log: every correction, the latest change first.
  ///
  /// - Parameter limit: How many changes at most; nil for all.
  public func log(limit: Int? = nil) throws -> [Correction] {
    try database.reading { database in
      try CorrectionTable.fetch(
        where: """
          change IN (SELECT change FROM corrections GROUP BY change ORDER BY change DESC LIMIT ?)
          """, arguments: [limit ?? -1], in: database
      ).sorted { ($1.change, $0.number) < ($0.change, $1.number) }
    }
  }

  /// The corrections that count, by slot.
  ///
  /// - Parameter kind: Only those of this kind.
  /// - Returns: `placed` names each post by the id that it has now; those in `pending` wait for a post that the
  ///   archive does not have.
  public func corrections(
    of kind: CorrectionKind? = nil
  ) throws -> (placed: [Correction], pending: [Correction]) {
    let (placed, pending) = try database.reading { try CorrectionEffects.inForce(in: $0) }
    guard let kind else { return (placed, pending) }
    return (
      placed.filter { $0.decision.kind == kind }, pending.filter { $0.decision.kind == kind }
    )
  }

  /// Writes corrections and does what follows for their kinds, all or nothing.
  ///
  /// - Parameter posts: The posts that they are about; where only marks are concerned no other is touched.
  func changing<Result>(
    _ kinds: Set<CorrectionKind>, of posts: [PostID?] = [], _ body: (Database) throws -> Result
  ) throws -> Result {
    let named = posts.compactMap(\.self)
    if !named.isEmpty, named.count == posts.count, kinds.isSubset(of: MarkEffect.kinds) {
      return try changingMarks(of: Set(named).sorted(), body)
    }
    return try database.write { database in
      try CorrectionEffects.lift(kinds, in: database)
      let result = try body(database)
      if try CorrectionEffects.apply(kinds, in: database) { try rethread(in: database) }
      return result
    }
  }

  /// The corrections of one change.
  private func change(_ number: Int?, otherwise query: String) throws -> [Correction] {
    try database.reading { database in
      let change: Int? =
        if let number {
          try Int.fetchOne(
            database, sql: "SELECT change FROM corrections WHERE number = ?", arguments: [number])
        } else {
          try Int.fetchOne(database, sql: query)
        }
      guard let change else { return [] }
      return try CorrectionTable.fetch(where: "change = ?", arguments: [change], in: database)
    }
  }

  private func mark(
    _ corrections: [Correction], now: CorrectionTime,
    as state: (CorrectionTime) -> CorrectionTime?
  ) throws -> [Correction] {
    guard !corrections.isEmpty else { return [] }
    return try changing(
      Set(corrections.map(\.decision.kind)), of: corrections.map(\.decision.post)
    ) { database in
      let undone = state(try CorrectionTable.time(notBefore: now, in: database))
      return try corrections.map { correction in
        var correction = correction
        correction.undone = undone
        try database.execute(
          sql: "UPDATE corrections SET undone = ? WHERE number = ?",
          arguments: [undone?.description, correction.number])
        return correction
      }
    }
  }
}
