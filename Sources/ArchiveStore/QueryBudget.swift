internal import GRDB
internal import GRDBSQLite
private import Synchronization

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
  /// - Parameter limit: Nil for ``allowance(for:)``.
  /// - Throws: ``ArchiveError/queryTooSlow(seconds:)`` where it takes longer, ``ArchiveError/queryTooLarge(megabytes:)`` where it
  ///   needs more, or what `body` throws.
  static func within<Result>(
    _ limit: Duration? = nil, of database: Database,
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
    boundMemory()
    defer { freeMemory() }
    do {
      return try withExtendedLifetime(budget) { try body(budget) }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT && budget.isSpent
    {
      throw budget.error
    } catch let error as DatabaseError where error.resultCode == .SQLITE_NOMEM {
      throw ArchiveError.queryTooLarge(megabytes: byteLimit >> 20)
    }
  }

  /// How many queries run in this process, and the bound that SQLite had before the first of them.
  ///
  /// SQLite counts the memory of all its connections together, so what others hold when a query begins is not laid to its
  /// charge, and those that run side by side share one bound.
  private static let running = Mutex<(count: Int, before: sqlite3_int64)>((0, 0))

  private static func boundMemory() {
    running.withLock { running in
      if running.count == 0 {
        running.before = sqlite3_hard_heap_limit64(
          sqlite3_memory_used() + sqlite3_int64(byteLimit))
      }
      running.count += 1
    }
  }

  private static func freeMemory() {
    running.withLock { running in
      running.count -= 1
      if running.count == 0 { sqlite3_hard_heap_limit64(running.before) }
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
