internal import ArchiveQuery
internal import ArchiveStore
internal import ArgumentParser
internal import Discussion

/// What shells offer where a query or an id is typed: fields, values that the archive has, ids.
enum QueryCompletion {
  /// How many values are offered at most.
  private static let limit = 200

  /// Words that may complete the last word of a query.
  ///
  /// - Parameter arguments: The command line so far.
  @Sendable static func words(_ arguments: [String], _ index: Int, _ prefix: String) -> [String] {
    guard let colon = prefix.firstIndex(of: ":") else {
      return QueryField.all.map { $0.name.rawValue + ":" }.filter { $0.hasPrefix(prefix) }
    }
    let name = String(prefix[..<colon])
    guard let field = QueryField.all.first(where: { $0.name.rawValue == name || $0.alias == name })
    else { return [] }
    let values: [String] =
      switch field.takes {
      case .choice(let words): words
      case .state(let states): states.map(\.rawValue)
      case .post, .thread: ids(arguments, index, String(prefix[prefix.index(after: colon)...]))
      case .saved: (try? archive(arguments)?.savedQueries().map(\.name)) ?? []
      default: (try? archive(arguments)?.values(of: field.name, limit: limit)) ?? []
      }
    return values.map { "\(name):\($0)" }.filter { $0.hasPrefix(prefix) }
  }

  /// Ids that begin so.
  @Sendable static func ids(_ arguments: [String], _ index: Int, _ prefix: String) -> [String] {
    (try? archive(arguments)?.ids(beginning: prefix, limit: limit)) ?? []
  }

  private static func archive(_ arguments: [String]) throws -> Archive? {
    var given: [String] = []
    if let index = arguments.firstIndex(of: "--archive"), index + 1 < arguments.count {
      given = ["--archive", arguments[index + 1]]
    }
    return try Archive(
      path: try ArchiveLocation.path(try GlobalOptions.parse(given)), create: false)
  }
}
