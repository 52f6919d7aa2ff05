import GRDB
import TestSupport
import Testing

@testable import ArchiveStore

struct RowSetTests {
  @Test func subtractingLeavesWhatTheOtherHasNot() {
    var set = RowSet()
    for row: Int64 in [0, 3, 63, 64, 700] { set.insert(row) }
    var other = RowSet()
    for row: Int64 in [3, 64, 5_000] { other.insert(row) }
    set.subtract(other)
    #expect(set.rows == [0, 63, 700])
    #expect(set.count == 3)
  }

  @Test func threadsAreCountedByTheMapAsByThePlacements() async throws {
    let archive = try Archive()
    try await importAll([Sample.mbox], into: archive)
    try await archive.database.read { database in
      var posts = RowSet()
      var threads: Set<Int64> = []
      // Every third post of the archive.
      for row in try Row.fetchAll(
        database, sql: "SELECT post, thread FROM placements WHERE post % 3 = 0")
      {
        posts.insert(row[0])
        threads.insert(row[1])
      }
      let map = try #require(try ThreadMap(database))
      #expect(posts.count > 5)
      #expect(map.count(of: posts) == threads.count)
    }
  }
}
