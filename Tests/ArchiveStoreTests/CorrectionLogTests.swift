import Corrections
import Discussion
import GRDB
import TestSupport
import Testing

@testable import ArchiveStore

struct CorrectionLogTests {
  private static let now = CorrectionTime(milliseconds: 1_700_000_000_000)

  private func mark(_ post: String, _ value: CorrectionValue) -> Decision {
    Decision(CorrectionKind(rawValue: "colour"), post: PostID(post), value: value)
  }

  /// An archive of two messages, and their ids.
  private func archive() async throws -> (archive: Archive, ids: [String]) {
    let folder = try ScratchFolder()
    let letters = [
      Letter("a@example.org", body: "One.\n"), Letter("b@example.org", body: "Two.\n"),
    ]
    let archive = try Archive()
    try await importAll([try folder.write("2012-01.mbox", letters.mbox)], into: archive)
    return (archive, try archive.ids(ofText: ["One.", "Two."]).map(\.text).sorted())
  }

  @Test func aChangeIsTakenBackAsAWholeAndDoneAgain() async throws {
    let (archive, ids) = try await archive()
    try archive.record([mark(ids[0], "red")], by: "Ada", at: Self.now)
    try archive.record(
      [mark(ids[0], "blue"), mark(ids[1], "green")], by: nil, at: Self.now)
    func values() throws -> [CorrectionValue] {
      try archive.corrections().placed.map(\.decision.value)
    }
    #expect(try values() == ["blue", "green"])
    #expect(try archive.undo(at: Self.now).map(\.number) == [2, 3])
    #expect(try values() == ["red"])
    #expect(try archive.undo(3, at: Self.now).isEmpty)
    #expect(try archive.undo(at: Self.now).map(\.number) == [1])
    #expect(try archive.undo(at: Self.now).isEmpty)
    #expect(try archive.redo(at: Self.now).map(\.number) == [1])
    #expect(try archive.redo(3, at: Self.now).map(\.number) == [2, 3])
    #expect(try values() == ["blue", "green"])
    #expect(try archive.log().map(\.number) == [2, 3, 1])
    #expect(try archive.log(limit: 1).map(\.by) == [nil, nil])
  }

  @Test func aClockThatLiesBehindLosesNothing() async throws {
    let (archive, ids) = try await archive()
    try archive.record([mark(ids[0], "red")], by: nil, at: Self.now)
    try archive.record(
      [mark(ids[0], "blue")], by: nil, at: CorrectionTime(milliseconds: 1))
    #expect(try archive.corrections().placed.map(\.decision.value) == ["blue"])
  }

  @Test func whatIsAboutAnAbsentPostWaitsForIt() async throws {
    let (archive, ids) = try await archive()
    let letter = Letter("later@example.org", body: "Three.\n")
    let id = PostID(PostIdentity(MessageID("later@example.org")))
    try archive.record([mark(id.text, "red"), mark(ids[0], "blue")], by: nil, at: Self.now)
    #expect(try archive.corrections().pending.map(\.decision.post) == [id])
    let folder = try ScratchFolder()
    try await importAll([try folder.write("2012-02.mbox", [letter].mbox)], into: archive)
    #expect(try archive.corrections().pending.isEmpty)
    #expect(try archive.corrections().placed.count == 2)
  }

  @Test func anAliasNamesThePostThatItStandsFor() async throws {
    let (archive, ids) = try await archive()
    try archive.record([mark("zzzzzzzzzzzz", "red")], by: nil, at: Self.now)
    try await archive.database.write { database in
      try database.execute(
        sql: "INSERT INTO aliases(name, post) VALUES('zzzzzzzzzzzz', ?)", arguments: [ids[0]])
    }
    #expect(try archive.corrections().placed.map(\.decision.post) == [PostID(ids[0])])
  }

  @Test func aCorrectionStaysWithItsWordsWhenAnotherPostTakesTheID() async throws {
    let archive = try Archive()
    let folder = try ScratchFolder()
    let late = Letter("same@example.org", day: 9, body: "The late words.\n")
    let early = Letter("same@example.org", day: 2, body: "The early words.\n")
    try await importAll([try folder.write("2012-02.mbox", [late].mbox)], into: archive)
    let id = try #require(try archive.ids(ofText: ["The late words."]).first)
    try archive.record([mark(id.text, "red")], by: nil, at: Self.now)
    try await importAll([try folder.write("2012-01.mbox", [early].mbox)], into: archive)
    let renamed = try #require(try archive.ids(ofText: ["The late words."]).first)
    #expect(renamed != id)
    #expect(try archive.corrections().placed.map(\.decision.post) == [renamed])
    try archive.record([mark(renamed.text, "blue")], by: nil, at: Self.now)
    let session = try importSession(into: archive)
    _ = try session.remove(path: folder.path("2012-01.mbox"))
    try session.finish()
    #expect(try archive.corrections().placed.map(\.decision.post) == [id])
    #expect(try archive.corrections().placed.map(\.decision.value) == ["blue"])
  }
}
