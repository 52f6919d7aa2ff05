import GRDB
import GRDBSQLite
import TestSupport
import Testing

@testable import ArchiveStore

struct ReadingTests {
  @Test func keepsStatementsCompiled() throws {
    let archive = try Archive()
    var count: Int32 = -1
    for _ in 0..<3 {
      try archive.database.reading { database in
        let statement = try database.cachedStatement(sql: "SELECT count(*) FROM posts")
        #expect(try Int.fetchOne(statement) == 0)
        count = sqlite3_stmt_status(
          statement.sqliteStatement, SQLITE_STMTSTATUS_REPREPARE, 0)
      }
    }
    #expect(count == 0)
  }

  @Test func seesOneStateWhateverOthersWrite() throws {
    let folder = try ScratchFolder()
    let path = folder.path("a.thresh")
    let archive = try Archive(path: path, create: true)
    let other = try DatabaseQueue(path: path)
    func count(_ database: Database) throws -> Int {
      try Int.fetchOne(database, sql: "SELECT count(*) FROM aliases") ?? -1
    }
    try archive.database.writeWithoutTransaction {
      _ = try String.fetchOne($0, sql: "PRAGMA journal_mode = WAL")
    }
    let insert = "INSERT INTO aliases(name, post) VALUES(?, 'b')"
    try archive.database.reading { database in
      #expect(try count(database) == 0)
      try other.write { try $0.execute(sql: insert, arguments: ["a"]) }
      #expect(try count(database) == 0)
    }
    #expect(try archive.database.reading(count) == 1)
  }

  @Test func seesWhatAnOpenTransactionWroteAndLeavesItOpen() throws {
    let archive = try Archive()
    try archive.database.writeWithoutTransaction { database in
      try database.beginTransaction()
      try database.execute(sql: "INSERT INTO aliases(name, post) VALUES('a', 'b')")
    }
    let count = try archive.database.reading {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM aliases")
    }
    #expect(count == 1)
    try archive.database.writeWithoutTransaction { database in
      #expect(database.isInsideTransaction)
      try database.rollback()
    }
  }

  @Test func anErrorEndsTheReading() throws {
    let archive = try Archive()
    #expect(throws: DatabaseError.self) {
      try archive.database.reading { try $0.execute(sql: "SELECT nothing") }
    }
    try archive.database.reading { #expect($0.isInsideTransaction) }
    archive.database.writeWithoutTransaction { #expect(!$0.isInsideTransaction) }
  }
}
