internal import Corrections
internal import GRDB

/// What corrections of some kinds change in the tables that are made from the copies.
///
/// An import works on what was read: it lifts all effects before it writes and applies them when all is written. So
/// what a correction changes never takes part in deciding which posts there are. Both functions run inside the
/// caller's transaction.
protocol CorrectionEffect {
  /// The kinds of corrections that it looks at.
  static var kinds: Set<CorrectionKind> { get }
  /// Whether threads are made anew after it was applied.
  static var changesThreads: Bool { get }
  /// Makes the tables as they are without any such correction.
  static func lift(in database: Database) throws
  /// Applies those that count to tables from which they were lifted.
  ///
  /// - Parameter corrections: Those of `kinds` that count, by slot; `post` is the id that the post has now, and what
  ///   is not there is left out.
  static func apply(_ corrections: [Correction], in database: Database) throws
}

/// All effects, in the order in which they are applied.
enum CorrectionEffects {
  static var all: [any CorrectionEffect.Type] {
    [
      EditEffect.self, ParentEffect.self, PersonEffect.self, VenueEffect.self, SameEffect.self,
      RedactionEffect.self, RestrictionEffect.self, MarkEffect.self,
    ]
  }

  /// Lifts the effects of some kinds; nil for all.
  static func lift(_ kinds: Set<CorrectionKind>? = nil, in database: Database) throws {
    for effect in effects(of: kinds).reversed() { try effect.lift(in: database) }
  }

  /// Applies the effects of some kinds; nil for all.
  ///
  /// - Returns: Whether threads are to be made anew.
  @discardableResult
  static func apply(_ kinds: Set<CorrectionKind>? = nil, in database: Database) throws -> Bool {
    let effects = effects(of: kinds)
    guard !effects.isEmpty else { return false }
    var ofKind: [CorrectionKind: [Correction]] = [:]
    for correction in try inForce(in: database).placed {
      ofKind[correction.decision.kind, default: []].append(correction)
    }
    for effect in effects {
      try effect.apply(
        effect.kinds.sorted().flatMap { ofKind[$0, default: []] }, in: database)
    }
    return effects.contains { $0.changesThreads }
  }

  /// The corrections that count, those of posts that are not there apart.
  ///
  /// - Parameter kinds: Only those of these kinds; nil for all.
  static func inForce(
    _ kinds: Set<CorrectionKind>? = nil, in database: Database
  ) throws -> (placed: [Correction], pending: [Correction]) {
    var places = CorrectionPlaces(database)
    var placed: [Correction] = []
    var pending: [Correction] = []
    let names = kinds.map { $0.map(\.rawValue).sorted() }
    let condition =
      names.map { "kind IN (\($0.map { _ in "?" }.joined(separator: ", "))) AND " } ?? ""
    for var correction in try CorrectionTable.fetch(
      where: condition + "undone IS NULL", arguments: StatementArguments(names ?? []),
      in: database)
    {
      if let post = correction.decision.post {
        guard let place = try places.place(of: post, words: correction.words) else {
          pending.append(correction)
          continue
        }
        correction.decision.post = place
      }
      placed.append(correction)
    }
    // Two ids may name one post by now, so what counts is told after they are placed.
    return (placed.inForce(), pending.inForce())
  }

  private static func effects(of kinds: Set<CorrectionKind>?) -> [any CorrectionEffect.Type] {
    guard let kinds else { return all }
    return all.filter { !$0.kinds.isDisjoint(with: kinds) }
  }
}
