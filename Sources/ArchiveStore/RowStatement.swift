internal import GRDB
private import GRDBSQLite

/// A statement whose values are bound one after the other, straight into SQLite, and whose columns are read straight out
/// of it.
///
/// For the statements that run for every post: GRDB puts each value into a box, the boxes into an array, and the names of
/// the columns into a table for each run, which was a fifth of the writer's time and a third of the reader's.
@safe struct RowStatement {
  private let database: Database
  private let statement: Statement
  private var next: CInt = 1

  /// Takes the prepared statement from GRDB's cache, by its whole text; nothing is bound yet.
  ///
  /// What runs many times in a row may take it once and run copies.
  init(_ sql: String, in database: Database) throws {
    self.database = database
    statement = try database.cachedStatement(sql: sql)
    // GRDB leaves a statement that it ran where it ended, and SQLite binds nothing there.
    unsafe sqlite3_reset(statement.sqliteStatement)
    unsafe sqlite3_clear_bindings(statement.sqliteStatement)
  }

  /// Binds the next value; what is nil stays NULL.
  mutating func bind(_ value: String?) {
    if var value {
      value.withUTF8 { bytes in
        _ = unsafe bytes.withMemoryRebound(to: CChar.self) { text in
          unsafe text.isEmpty
            ? sqlite3_bind_text(statement.sqliteStatement, next, "", 0, RowStatement.transient)
            : sqlite3_bind_text(
              statement.sqliteStatement, next, text.baseAddress, CInt(clamping: text.count),
              RowStatement.transient)
        }
      }
    }
    next += 1
  }

  /// Binds UTF-8, which may hold NUL.
  mutating func bind(text value: [UInt8]) {
    unsafe value.withUnsafeBytes { bytes in
      _ = unsafe sqlite3_bind_text(
        statement.sqliteStatement, next,
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(clamping: bytes.count),
        RowStatement.transient)
    }
    next += 1
  }

  mutating func bind(_ value: Int64?) {
    if let value { unsafe sqlite3_bind_int64(statement.sqliteStatement, next, value) }
    next += 1
  }

  mutating func bind(_ value: Double?) {
    if let value { unsafe sqlite3_bind_double(statement.sqliteStatement, next, value) }
    next += 1
  }

  mutating func bind(_ value: Int?) { bind(value.map { Int64($0) }) }

  mutating func bind(_ value: [UInt8]?) {
    if let value {
      unsafe value.withUnsafeBytes { bytes in
        _ =
          unsafe bytes.isEmpty
          ? sqlite3_bind_zeroblob(statement.sqliteStatement, next, 0)
          : sqlite3_bind_blob(
            statement.sqliteStatement, next, bytes.baseAddress, CInt(clamping: bytes.count),
            RowStatement.transient)
      }
    }
    next += 1
  }

  /// Runs the statement and forgets what was bound.
  ///
  /// - Throws: The error of SQLite.
  consuming func run() throws {
    let code = unsafe sqlite3_step(statement.sqliteStatement)
    let message = code == SQLITE_DONE ? nil : database.lastErrorMessage
    unsafe sqlite3_reset(statement.sqliteStatement)
    unsafe sqlite3_clear_bindings(statement.sqliteStatement)
    guard code == SQLITE_DONE else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }
  }

  /// Reads the first row with `read`, which must not keep the columns, and forgets what was bound; nil where there is none.
  ///
  /// - Throws: The error of SQLite, or of `read`.
  consuming func first<Value>(_ read: (Columns) throws -> Value) throws -> Value? {
    defer {
      unsafe sqlite3_reset(statement.sqliteStatement)
      unsafe sqlite3_clear_bindings(statement.sqliteStatement)
    }
    switch unsafe sqlite3_step(statement.sqliteStatement) {
    case SQLITE_ROW: return try read(unsafe Columns(statement: statement.sqliteStatement))
    case SQLITE_DONE: return nil
    case let code:
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
    }
  }

  /// Reads row after row with `read`, which must not keep the columns, and forgets what was bound.
  ///
  /// - Throws: The error of SQLite, or of `read`.
  consuming func forEach(_ read: (Columns) throws -> Void) throws {
    defer {
      unsafe sqlite3_reset(statement.sqliteStatement)
      unsafe sqlite3_clear_bindings(statement.sqliteStatement)
    }
    while true {
      switch unsafe sqlite3_step(statement.sqliteStatement) {
      case SQLITE_ROW: try read(unsafe Columns(statement: statement.sqliteStatement))
      case SQLITE_DONE: return
      case let code:
        throw DatabaseError(
          resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage)
      }
    }
  }

  /// Whether there is a row.
  consuming func hasRow() throws -> Bool { try first { _ in true } ?? false }

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

    func isNull(_ column: CInt) -> Bool {
      unsafe sqlite3_column_type(statement, column) == SQLITE_NULL
    }

    func integer(_ column: CInt) -> Int64? {
      unsafe sqlite3_column_type(statement, column) == SQLITE_NULL
        ? nil : sqlite3_column_int64(statement, column)
    }

    /// Whether a column holds just this text.
    func isText(_ text: String, _ column: CInt) -> Bool {
      guard !isNull(column) else { return false }
      return withBytes(column) { bytes in
        bytes.count == text.utf8.count
          && zip(bytes.indices, text.utf8).allSatisfy { bytes[$0] == $1 }
      }
    }

    func number(_ column: CInt) -> Double? {
      unsafe sqlite3_column_type(statement, column) == SQLITE_NULL
        ? nil : sqlite3_column_double(statement, column)
    }

    /// The span whose ends stand in a column and the next; nil where one is NULL or they cross.
    func range(_ column: CInt) -> Range<Int>? {
      guard let start = integer(column), let end = integer(column + 1), start <= end else {
        return nil
      }
      return Int(start)..<Int(end)
    }

    /// Gives the bytes of a column, as they are kept, to `read`; none for NULL.
    func withBytes<Value>(_ column: CInt, _ read: (Span<UInt8>) throws -> Value) rethrows -> Value {
      let start = unsafe sqlite3_column_blob(statement, column)
      let count = Int(unsafe sqlite3_column_bytes(statement, column))
      let bytes = unsafe UnsafeBufferPointer(
        start: start?.assumingMemoryBound(to: UInt8.self), count: start == nil ? 0 : count)
      return try unsafe read(bytes.span)
    }

    func bytes(_ column: CInt) -> [UInt8]? {
      guard unsafe sqlite3_column_type(statement, column) != SQLITE_NULL else { return nil }
      let start = unsafe sqlite3_column_blob(statement, column)
      let count = Int(unsafe sqlite3_column_bytes(statement, column))
      return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
    }
  }

  /// SQLite's word for "make a copy" (`SQLITE_TRANSIENT`, a cast that Swift does not import).
  private static var transient: sqlite3_destructor_type {
    unsafe unsafeBitCast(OpaquePointer(bitPattern: -1), to: sqlite3_destructor_type.self)
  }
}
