internal import ArchiveQuery
internal import Corrections
internal import GRDB

/// Queries that a reader saved under names; they are corrections, so that they survive and are exported with them.
enum SavedQueries {
  static func all(in database: Database) throws -> [String: String] {
    var queries: [String: String] = [:]
    let kept = try CorrectionTable.fetch(
      where: "kind = ?", arguments: [CorrectionKind.query.rawValue], in: database)
    for correction in kept.inForce() {
      if let name = correction.decision.about, let text = correction.decision.value.text {
        queries[name] = text
      }
    }
    return queries
  }

  /// The query with every saved one in its place.
  ///
  /// - Throws: ``ArchiveError/unknownQuery(_:)`` or ``ArchiveError/unusableQuery(_:)``.
  static func expanding(_ query: QueryExpression, in database: Database) throws -> QueryExpression {
    guard query.asksForSaved else { return query }
    let saved = try all(in: database)
    do throws(SavedQueryError) {
      return try query.expandingSaved { saved[$0] }
    } catch {
      switch error {
      case .unknown(let name): throw ArchiveError.unknownQuery(name)
      case .circular(let name): throw ArchiveError.unusableQuery("query:\(name) asks for itself")
      case .unreadable(let name, let problem):
        throw ArchiveError.unusableQuery("query:\(name): \(problem.message)")
      case .tooLarge: throw ArchiveError.unusableQuery("the saved queries together are too large")
      }
    }
  }
}
