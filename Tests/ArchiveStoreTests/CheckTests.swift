import ArchiveQuery
import Discussion
import GRDB
import Ingest
import TestSupport
import Testing

@testable import ArchiveStore

struct CheckTests {
  private func archive() async throws -> Archive {
    let archive = try Archive()
    try await importAll([Sample.mbox], into: archive)
    return archive
  }

  private func damage(_ sql: String, in archive: Archive) async throws {
    try await archive.database.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF")
      try database.execute(sql: sql)
    }
  }

  private func damaged(_ archive: Archive) throws -> [String] {
    try archive.check().items.filter { !$0.damage.isEmpty }.map(\.name)
  }

  @Test func aSoundArchiveIsWhole() async throws {
    let report = try await archive().check()
    #expect(report.isWhole, "\(report)")
    #expect(
      report.items.map(\.name) == ["database", "full-text index", "texts", "threads", "originals"])
  }

  @Test(
    "an archive of any words is whole",
    arguments: [
      "Straße und Maß", "İstanbul ılık", "ﬁne ﬂuff", "① ② ½ x²", "日本語の文章", "ǆ ǅ Ǆ", "ſo Ω K Å",
      "ภาษาไทย นี่", "हिन्दी में", "עִבְרִית", "العَرَبِيَّة", "e\u{301}te\u{301}", "👩‍👩‍👧 🐢 words", "don't won’t",
      "a_b c-d e.f", "\u{200b}zero\u{200b}width", "soft\u{ad}hyphen", "ͅ iota", "ΣΊΣΥΦΟΣ σίσυφος",
      "ŉ ǰ",
      "\u{e000}private", "\u{1d400}bold", "łódź", "ªº", "a\u{20dd}b", "\u{fffd}\u{fffd} lost",
    ])
  func anArchiveOfAnyWordsIsWhole(words: String) async throws {
    let folder = try ScratchFolder()
    let letter = Letter("1@example.org", body: words + " and some words after them.\n")
    let archive = try Archive()
    try await importAll([try folder.write("a.mbox", [letter].mbox)], into: archive)
    let report = try archive.check()
    #expect(report.isWhole, "\(report)")
  }

  @Test func anEmptyArchiveIsWhole() throws {
    #expect(try Archive().check().isWhole)
  }

  struct Damage: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let sql: String
    let seenIn: String
    var isMendable = true
  }

  static let damages: [Damage] = [
    Damage(
      testDescription: "a post is not in the index",
      sql: "DELETE FROM words_docsize WHERE id = (SELECT min(id) FROM words_docsize)",
      seenIn: "full-text index"),
    Damage(
      testDescription: "the index is empty", sql: "INSERT INTO words(words) VALUES('delete-all')",
      seenIn: "full-text index"),
    Damage(
      testDescription: "the index holds other words than the post",
      sql: """
        INSERT INTO words(words, rowid, subject, author, own, quoted, attachments)
          VALUES('delete', 1, '', '', 'never there', '', '');
        INSERT INTO words(rowid, subject, author, own, quoted, attachments)
          VALUES(1, '', '', 'strange', '', '')
        """,
      seenIn: "full-text index"),
    Damage(
      testDescription: "a post stands in no thread",
      sql: "DELETE FROM placements WHERE rank IN (SELECT max(rank) FROM placements)",
      seenIn: "threads"),
    Damage(
      testDescription: "a post stands before its parent",
      sql: "UPDATE placements SET rank = rank + 1000 WHERE depth = 1", seenIn: "threads"),
    Damage(
      testDescription: "a byte of an original is another",
      sql: """
        UPDATE originals SET frame = CAST(substr(frame, 1, 40) || x'00ff' || substr(frame, 43) AS BLOB)
        WHERE id = 3
        """,
      seenIn: "originals", isMendable: false),
    Damage(
      testDescription: "the digest of an original is another",
      sql: "UPDATE originals SET digest = zeroblob(32) WHERE id = 3", seenIn: "originals",
      isMendable: false),
    Damage(
      testDescription: "an original is gone", sql: "DELETE FROM originals WHERE id = 3",
      seenIn: "database", isMendable: false),
    Damage(
      testDescription: "a text is gone", sql: "DELETE FROM texts WHERE post = 3",
      seenIn: "threads", isMendable: false),
    Damage(
      testDescription: "a byte of a text is another",
      sql: "UPDATE texts SET frame = CAST(x'00' || substr(frame, 2) AS BLOB) WHERE post = 3",
      seenIn: "texts", isMendable: false),
  ]

  @Test("a check sees damage", arguments: damages)
  func aCheckSeesDamage(_ damage: Damage) async throws {
    let archive = try await archive()
    try await self.damage(damage.sql, in: archive)
    let found = try damaged(archive)
    #expect(found.contains(damage.seenIn))
  }

  @Test("a repair mends what can be derived", arguments: damages.filter(\.isMendable))
  func aRepairMends(_ damage: Damage) async throws {
    let archive = try await archive()
    let before = try jsonLines(of: archive)
    try await self.damage(damage.sql, in: archive)
    try archive.repair()
    #expect(try archive.check().isWhole)
    #expect(try jsonLines(of: archive) == before)
    #expect(
      try archive.search(.text(.word("esusu"), in: nil), today: .someDay).postCount == 6)
    #expect(
      try archive.search(.text(.word("strange"), in: nil), today: .someDay).postCount == 0)
  }

  @Test func aRepairOfASoundArchiveChangesNothing() async throws {
    let archive = try await archive()
    let before = (try jsonLines(of: archive), try archive.fingerprint())
    try archive.repair()
    #expect(try archive.check().isWhole)
    #expect(before == (try jsonLines(of: archive), try archive.fingerprint()))
  }
}
