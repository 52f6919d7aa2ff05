internal import GRDB

extension DatabaseQueue {
  /// Reads one state of the archive, whatever others write meanwhile.
  ///
  /// GRDB's own `read` forbids writing by `PRAGMA query_only`, after which SQLite compiles every statement anew: where
  /// reads are many and small, as in a digest of many threads, that took a third of the time.
  func reading<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try unsafeRead { database in
      // An import reads what it has written so far.
      guard !database.isInsideTransaction else { return try body(database) }
      var value: Value?
      try database.inTransaction(.deferred) {
        value = try body(database)
        return .commit
      }
      guard let value else { preconditionFailure("a transaction runs what it is given") }
      return value
    }
  }
}
