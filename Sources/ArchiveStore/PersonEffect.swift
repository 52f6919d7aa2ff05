public import Corrections
internal import Discussion
internal import GRDB
public import People

/// What readers decided about who is who; the table of people reads it from the log.
enum PersonEffect: CorrectionEffect {
  static let kinds: Set<CorrectionKind> = [.person]
  // Addressees hang on persons, and the evidence of replies on both.
  static let changesThreads = true
  static func lift(in database: Database) throws {}
  static func apply(_ corrections: [Correction], in database: Database) throws {}
}

extension PersonDecision {
  /// The decisions that count, in the order in which they were made.
  static func inForce(in database: Database) throws -> [PersonDecision] {
    try CorrectionEffects.inForce(in: database).placed
      .filter { $0.decision.kind == .person }
      .sorted { ($0.made, $0.decision.slot) < ($1.made, $1.decision.slot) }
      .compactMap { PersonDecision($0.decision) }
  }

  /// Reads a decision; nil where it is none about persons.
  public init?(_ decision: Decision) {
    guard decision.kind == .person, let ids = decision.about?.split(separator: " ") else {
      return nil
    }
    switch (ids.count, decision.value["same"]?.flag) {
    case (2, true): self = .merge(String(ids[0]), String(ids[1]))
    case (1, false): self = .split(String(ids[0]))
    default: return nil
    }
  }

  /// The decision as it is kept: about both ids, or about the one form.
  ///
  /// - Parameter names: The names as they stand, for people who read the log.
  public func decision(naming names: [String]) -> Decision {
    let (ids, isSame) =
      switch self {
      case .merge(let left, let right): ([left, right].sorted(), true)
      case .split(let form): ([form], false)
      }
    return Decision(
      .person, about: ids.joined(separator: " "),
      value: ["same": .flag(isSame), "names": .list(names.map { .text($0) })])
  }
}
