internal import GRDB
internal import GRDBSQLite

/// Rows of whole numbers, read without a value for each.
enum NumberRows {
  /// Calls `body` for each row until it says no.
  ///
  /// - Parameter body: Gets a function that reads the column of a number; NULL is nil.
  static func forEach(
    _ sql: String, _ arguments: StatementArguments = [], in database: Database,
    _ body: (_ column: (Int32) -> Int64?) throws -> Bool
  ) throws {
    unsafe try step(sql, arguments, in: database) { handle in
      try body { column in
        unsafe sqlite3_column_type(handle, column) == SQLITE_NULL
          ? nil : sqlite3_column_int64(handle, column)
      }
    }
  }

  /// Calls `body` with the row id and the number beside it.
  static func forEachScore(
    _ sql: String, _ arguments: StatementArguments = [], in database: Database,
    _ body: (Int64, Double) -> Void
  ) throws {
    unsafe try step(sql, arguments, in: database) { handle in
      unsafe body(sqlite3_column_int64(handle, 0), sqlite3_column_double(handle, 1))
      return true
    }
  }

  private static func step(
    _ sql: String, _ arguments: StatementArguments, in database: Database,
    _ goesOn: (OpaquePointer?) throws -> Bool
  ) throws {
    let statement = try database.cachedStatement(sql: sql)
    try statement.setArguments(arguments)
    let handle = unsafe statement.sqliteStatement
    defer {
      unsafe sqlite3_reset(handle)
      unsafe sqlite3_clear_bindings(handle)
    }
    while true {
      let code = unsafe sqlite3_step(handle)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else {
        throw DatabaseError(
          resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage, sql: sql)
      }
      if unsafe try !goesOn(handle) { return }
    }
  }
}
