internal import GRDB

extension Database {
  /// Runs a statement that comes again and again: it is prepared once and kept.
  ///
  /// Preparing takes longer than running for most of what an import asks about each file.
  func run(sql: String, arguments: StatementArguments = StatementArguments()) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }
}
