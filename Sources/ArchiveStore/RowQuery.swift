internal import Foundation
internal import GRDB
private import GRDBSQLite

/// A statement that looks up one row by its number, whose columns are read straight out of SQLite.
///
/// For the few statements that run for every post of an archive: GRDB copies each column into a box first.
@safe struct RowQuery {
  private let database: Database
  private let statement: Statement

  /// Takes the prepared statement from GRDB's cache.
  ///
  /// - Parameter sql: A query with one parameter.
  init(_ sql: String, in database: Database) throws {
    self.database = database
    statement = try database.cachedStatement(sql: sql)
  }

  /// Reads the row of a number with `read`, which must not keep the columns; nil where there is none.
  ///
  /// - Throws: The error of SQLite, or of `read`.
  func first<Value>(_ number: Int64, _ read: (Columns) throws -> Value) throws -> Value? {
    defer {
      unsafe sqlite3_reset(statement.sqliteStatement)
      unsafe sqlite3_clear_bindings(statement.sqliteStatement)
    }
    unsafe sqlite3_bind_int64(statement.sqliteStatement, 1, number)
    switch unsafe sqlite3_step(statement.sqliteStatement) {
    case SQLITE_ROW: return try read(unsafe Columns(statement: statement.sqliteStatement))
    case SQLITE_DONE: return nil
    case let code:
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
    }
  }

  /// The columns of the row at hand, counted from 0; NULL is nil.
  @safe struct Columns {
    fileprivate let statement: SQLiteStatement

    func text(_ column: CInt) -> String? {
      unsafe sqlite3_column_text(statement, column).map { text in
        let count = Int(unsafe sqlite3_column_bytes(statement, column))
        return unsafe String(
          decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
      }
    }

    func integer(_ column: CInt) -> Int? {
      unsafe sqlite3_column_type(statement, column) == SQLITE_NULL
        ? nil : Int(sqlite3_column_int64(statement, column))
    }

    func bytes(_ column: CInt) -> [UInt8]? {
      guard unsafe sqlite3_column_type(statement, column) != SQLITE_NULL else { return nil }
      let start = unsafe sqlite3_column_blob(statement, column)
      let count = Int(unsafe sqlite3_column_bytes(statement, column))
      return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
    }
  }
}
