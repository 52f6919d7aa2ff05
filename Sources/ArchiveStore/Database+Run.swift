internal import GRDB

extension Database {
  /// Runs a statement that comes again and again: it is prepared once and kept.
  ///
  /// Preparing takes longer than running for most of what an import asks about each file.
  func run(sql: String, arguments: StatementArguments = StatementArguments()) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }

  /// Whether a table has no row; where all is new, nothing has to be asked of it for each post.
  func isEmpty(_ table: String) throws -> Bool {
    try Int.fetchOne(self, sql: "SELECT 1 FROM \(table) LIMIT 1") == nil
  }
}
