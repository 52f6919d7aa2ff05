import GRDB
import TestSupport
import Testing

@testable import ArchiveStore

struct WordScoreTests {
  /// FTS5's own ranking is what ours is measured by.
  @Test(arguments: ["money", "the", "\"of the\"", "th*", "nobodyhasthis"])
  func agreesWithTheRankingOfSQLite(_ word: String) async throws {
    let archive = try Archive()
    try await importAll([Sample.mbox], into: archive)
    try await archive.database.read { database in
      let match = "{subject author own} : \(word)"
      let weights = WordScore.weights.map { "\($0)" }.joined(separator: ", ")
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT -bm25(words, \(weights)), \(WordScore.function)(words, (
            SELECT count(*) FROM words WHERE words MATCH ?1))
          FROM words WHERE words MATCH ?1
          """, arguments: [match])
      #expect(rows.isEmpty == (word == "nobodyhasthis"))
      for row in rows {
        let (theirs, ours) = (row[0] as Double, row[1] as Double)
        #expect(theirs > 0 && abs(theirs - ours) <= theirs * 1e-12)
      }
    }
  }
}
