internal import GRDB
internal import GRDBSQLite

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Bounds the time and memory of one query: SQLite asks it again and again whether to go on.
///
/// Counted is the time that the thread worked, not the time that passed: a query is not to blame for a busy machine.
final class QueryBudget {
  /// How much memory SQLite may hold for a query; the rest of the process needs less than half as much.
  private static let byteLimit = 128 << 20

  private let end: Duration
  private let limit: Duration

  private init(_ limit: Duration) {
    self.limit = limit
    end = QueryBudget.worked + limit
  }

  /// Two seconds for each 100,000 posts of an archive, and two for a smaller one.
  static func allowance(for database: Database) throws -> Duration {
    let posts = try Int.fetchOne(database, sql: "SELECT max(id) FROM posts") ?? 0
    return .seconds(2) * max(1, posts / 100_000)
  }

  /// Does something with the database, at most so long and with so much memory.
  ///
  /// - Parameters:
  ///   - limit: Nil for ``allowance(for:)``.
  ///   - isAside: Whether it runs beside a query of this process that bounds the memory of both.
  /// - Throws: ``ArchiveError/queryTooSlow(seconds:)`` where it takes longer, ``ArchiveError/queryTooLarge(megabytes:)`` where it
  ///   needs more, or what `body` throws.
  static func within<Result>(
    _ limit: Duration? = nil, of database: Database, isAside: Bool = false,
    _ body: (QueryBudget) throws -> Result
  ) throws -> Result {
    let budget = QueryBudget(try limit ?? allowance(for: database))
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
    let heapLimit = isAside ? 0 : sqlite3_hard_heap_limit64(sqlite3_int64(byteLimit))
    defer { if !isAside { sqlite3_hard_heap_limit64(heapLimit) } }
    do {
      return try withExtendedLifetime(budget) { try body(budget) }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT && budget.isSpent
    {
      throw budget.error
    } catch let error as DatabaseError where error.resultCode == .SQLITE_NOMEM {
      throw ArchiveError.queryTooLarge(megabytes: byteLimit >> 20)
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
