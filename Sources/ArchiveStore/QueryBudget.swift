internal import GRDB
internal import GRDBSQLite

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Bounds the time of one query: SQLite asks it again and again whether to go on.
///
/// Counted is the time that the thread worked, not the time that passed: a query is not to blame for a busy machine.
final class QueryBudget {
  private let end: Duration
  private let limit: Duration

  private init(_ limit: Duration) {
    self.limit = limit
    end = QueryBudget.worked + limit
  }

  /// Does something with the database, at most so long.
  ///
  /// - Throws: ``ArchiveError/queryTooSlow(seconds:)`` where it takes longer, or what `body` throws.
  static func within<Result>(
    _ limit: Duration, of database: Database, _ body: (QueryBudget) throws -> Result
  ) throws -> Result {
    let budget = QueryBudget(limit)
    let connection = unsafe database.sqliteConnection
    let context = unsafe Unmanaged.passUnretained(budget).toOpaque()
    unsafe sqlite3_progress_handler(
      connection, 4_000,
      { context in
        guard let context = unsafe context else { return 0 }
        return unsafe Unmanaged<QueryBudget>.fromOpaque(context).takeUnretainedValue().isSpent
          ? 1 : 0
      },
      context)
    defer { unsafe sqlite3_progress_handler(connection, 0, nil, nil) }
    do {
      return try withExtendedLifetime(budget) { try body(budget) }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT && budget.isSpent
    {
      throw budget.error
    }
  }

  /// Stops where the time is over; for work outside of SQLite.
  func check() throws {
    if isSpent { throw error }
  }

  private var isSpent: Bool { QueryBudget.worked > end }

  /// How long this thread has worked.
  private static var worked: Duration {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  private var error: ArchiveError { .queryTooSlow(seconds: Int(limit.components.seconds)) }
}

/// Rows of whole numbers, read without a value for each.
enum NumberRows {
  /// Calls `body` for each row until it says no.
  ///
  /// - Parameter body: Gets a function that reads the column of a number; NULL is nil.
  static func forEach(
    _ sql: String, _ arguments: StatementArguments = [], in database: Database,
    _ body: (_ column: (Int32) -> Int64?) throws -> Bool
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
      let goesOn = try body { column in
        unsafe sqlite3_column_type(handle, column) == SQLITE_NULL
          ? nil : sqlite3_column_int64(handle, column)
      }
      if !goesOn { return }
    }
  }

  /// Calls `body` with the row id and the number beside it.
  static func forEachScore(
    _ sql: String, _ arguments: StatementArguments = [], in database: Database,
    _ body: (Int64, Double) -> Void
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
      unsafe body(sqlite3_column_int64(handle, 0), sqlite3_column_double(handle, 1))
    }
  }
}

/// A set of row ids as bits.
struct RowSet {
  private var words: [UInt64] = []
  /// How many it has.
  private(set) var count = 0

  func contains(_ row: Int64) -> Bool {
    let index = Int(row >> 6)
    return index < words.count && words[index] & (1 << UInt64(row & 63)) != 0
  }

  mutating func insert(_ row: Int64) {
    guard row >= 0 else { return }
    let index = Int(row >> 6)
    if index >= words.count {
      words += Array(repeating: 0, count: max(index + 1 - words.count, words.count))
    }
    let bit: UInt64 = 1 << UInt64(row & 63)
    if words[index] & bit == 0 {
      words[index] |= bit
      count += 1
    }
  }

  mutating func remove(_ row: Int64) {
    guard contains(row) else { return }
    words[Int(row >> 6)] &= ~(1 << UInt64(row & 63))
    count -= 1
  }

  /// Its rows, ascending.
  var rows: [Int64] {
    var rows: [Int64] = []
    rows.reserveCapacity(count)
    for (index, word) in words.enumerated() {
      var word = word
      while word != 0 {
        rows.append(Int64(index << 6 + word.trailingZeroBitCount))
        word &= word - 1
      }
    }
    return rows
  }
}
