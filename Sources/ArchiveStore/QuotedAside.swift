internal import ArchiveQuery
internal import Discussion
private import Dispatch
private import Foundation
internal import GRDB
private import Synchronization

/// Looks for the posts that match in the words that they quote, on a core of its own.
///
/// A word of nearly every post takes two passes over its list in the index, own words and quotations, of some 20 ms for
/// 100,000 posts each.
final class QuotedAside: Sendable {
  private let query: QueryExpression
  private let today: CivilDay
  private let path: String
  private let timeLimit: Duration?
  private let isDone = DispatchSemaphore(value: 0)
  private let state = Mutex<(isStarted: Bool, rows: RowSet?)>((false, nil))

  /// - Parameter path: The file of the archive.
  init(_ query: QueryExpression, today: CivilDay, path: String, timeLimit: Duration?) {
    (self.query, self.today, self.path, self.timeLimit) = (query, today, path, timeLimit)
  }

  /// Begins to look; once is enough.
  func start() {
    guard query.hasBareWords, state.withLock({ !$0.isStarted }) else { return }
    state.withLock { $0.isStarted = true }
    Thread.detachNewThread { [self] in
      // Whatever keeps it from the file, such as a writer who waits for its turn, leaves the work to the caller.
      let rows = try? look()
      state.withLock { $0.rows = rows }
      isDone.signal()
    }
  }

  /// Waits for what was found; nil where it was not begun or did not come to an end.
  func found() -> RowSet? {
    guard state.withLock({ $0.isStarted }) else { return nil }
    isDone.wait()
    return state.withLock { $0.rows }
  }

  private func look() throws -> RowSet {
    try Archive.reader(path: path).read { database in
      try QueryBudget.within(timeLimit, of: database) { budget in
        var compiler = try QueryCompiler(database: database, today: today)
        compiler.defaultColumns = .quoted
        return try SearchRun(query, compiler: compiler, budget: budget).hits
      }
    }
  }
}
