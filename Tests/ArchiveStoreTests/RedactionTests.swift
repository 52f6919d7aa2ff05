import ArchiveQuery
import Corrections
import Discussion
import Foundation
import GRDB
import SourceBytes
import TestSupport
import Testing

@testable import ArchiveStore

/// What readers remove is gone from the file, and stays gone; what they hide shows again.
struct RedactionTests {
  private static let now = CorrectionTime(milliseconds: 1_700_000_000_000)

  private static func id(_ messageID: String) -> PostID {
    PostID(PostIdentity(MessageID(messageID)))
  }

  private static let letters = [
    Letter(
      "a@example.org", day: 1, body: "Dear all,\n\nmy zanzibarian number is 0123.\nCome soon.\n"),
    Letter(
      "b@example.org", day: 2, references: ["a@example.org"],
      body: "On Sunday Ada wrote:\n> my zanzibarian number is 0123.\n\nI wrote it into my diary.\n"),
  ].map { letter in
    var letter = letter
    if letter.id?.hasPrefix("b") == true {
      letter.from = "Ben Example <ben@example.org>"
      letter.subject = "Another plan (was: A plan)"
    }
    return letter
  }

  private func archive(_ folder: ScratchFolder) async throws -> Archive {
    let archive = try Archive(path: folder.path("a.thresh"), create: true)
    let path = try folder.write("2012-01.mbox", Self.letters.mbox)
    try await importAll([path], into: archive)
    return archive
  }

  private func removal(_ redaction: Redaction, _ messageID: String, _ words: String)
    -> Archive.Removal
  {
    Archive.Removal(redaction, from: Self.id(messageID), words: words)
  }

  private func found(_ words: String, in archive: Archive) throws -> Set<PostID> {
    let today = try #require(CivilDay(year: 2026, month: 1, day: 1))
    return try archive.ids(matching: try QueryExpression(parsing: words), today: today)
  }

  @Test func aRedactedPostKeepsItsPlaceAndNothingElse() async throws {
    let folder = try ScratchFolder()
    let archive = try await archive(folder)
    let whole = removal(.all, "a@example.org", Self.letters[0].body)
    let log = try archive.redact([whole], by: nil, at: Self.now)
    #expect(log.count == 1)
    for _ in 0..<2 {
      let post = try #require(try archive.post(Self.id("a@example.org")))
      #expect(post.post.text == "[redacted]")
      #expect(post.post.author == Author())
      #expect(post.person == nil)
      #expect(post.post.date?.stated.iso8601 == "2012-01-01T08:00:00+01:00")
      #expect(try archive.original(of: post.post.id) == nil)
      #expect(try archive.post(Self.id("b@example.org"))?.parent == post.post.id)
      #expect(try found("body:soon", in: archive).isEmpty)
      #expect(try archive.check().isWhole)
      // An import of the same file removes it again.
      try await importAll([folder.path("2012-01.mbox")], into: archive)
    }
  }

  @Test func aRemovedPassageIsFoundAgainWhereverItStands() async throws {
    let folder = try ScratchFolder()
    let archive = try await archive(folder)
    let words = "my zanzibarian number is 0123"
    let passage = Redaction.passage(try #require(RemovedPassage(words.unicodeScalars)))
    _ = try archive.redact(
      [removal(passage, "a@example.org", words), removal(passage, "b@example.org", words)],
      by: nil, at: Self.now)
    let first = try #require(try archive.post(Self.id("a@example.org")))
    #expect(first.post.text == "Dear all,\n\n[redacted].\nCome soon.")
    #expect(first.post.author.name == "Ada Example")
    let second = try #require(try archive.post(Self.id("b@example.org")))
    #expect(second.post.text?.contains("> [redacted].\n\nI wrote it") == true)
    #expect(second.post.blocks.last?.end == second.post.text?.unicodeScalars.count)
    #expect(try found("soon", in: archive) == [Self.id("a@example.org")])
    #expect(try found("zanzibarian", in: archive).isEmpty)
    #expect(try archive.check().isWhole)
  }

  @Test func noPageOfTheFileKeepsTheWords() async throws {
    let folder = try ScratchFolder()
    let archive = try await archive(folder)
    let words = "my zanzibarian number is 0123"
    try archive.record(
      [
        Decision(
          .mark, post: Self.id("a@example.org"), exact: words, about: "a-1",
          value: ["topic": "t", "start": 15, "end": 44])
      ], by: nil, at: Self.now)
    let passage = Redaction.passage(try #require(RemovedPassage(words.unicodeScalars)))
    let removals = [
      removal(passage, "a@example.org", words), removal(passage, "b@example.org", words),
    ]
    #expect(try archive.correctionsRepeating(removals) == 1)
    _ = try archive.redact(removals, by: nil, at: Self.now)
    try archive.close()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path("a.thresh")))
    #expect(bytes.range(of: Data("zanzibarian".utf8)) == nil)
  }

  @Test func aNameThatIsRemovedFromAnAttributionIsNamedNoMore() throws {
    let blocks = [
      Block(.attribution, start: 0, end: 10, name: "Ada"),
      Block(.quote, depth: 1, start: 10, end: 14, name: "Ada"),
      Block(.attribution, start: 14, end: 24, name: "Ben"),
    ]
    let new = RedactedText.without(
      [0..<3], in: Array("Ada wrote\n> x\nBen wrote\n".unicodeScalars), blocks: blocks)
    #expect(new.blocks.map(\.name) == [nil, nil, "Ben"])
  }

  @Test func aHiddenPostShowsNothingUntilItIsShownAgain() async throws {
    let folder = try ScratchFolder()
    let archive = try await archive(folder)
    #expect(try found("diary", in: archive) == [Self.id("b@example.org")])
    let before = try jsonLines(of: archive)
    let id = Self.id("b@example.org")
    try archive.record(
      [Decision(.restriction, post: id, value: ["until": "9999-01-01"])], by: nil, at: Self.now)
    let post = try #require(try archive.post(id))
    #expect(post.post.text == "[restricted until 9999-01-01]")
    #expect(post.post.author == Author())
    #expect(post.post.status == .held)
    #expect(post.parent == Self.id("a@example.org"))
    #expect(try archive.original(of: id) == nil)
    #expect(try found("diary", in: archive).isEmpty)
    #expect(try archive.check().isWhole)
    _ = try archive.undo(at: Self.now)
    #expect(try jsonLines(of: archive) == before)
  }

  @Test func aRestrictionEndsOnItsDay() async throws {
    let folder = try ScratchFolder()
    let archive = try await archive(folder)
    let id = Self.id("b@example.org")
    try archive.record(
      [Decision(.restriction, post: id, value: ["until": "9999-01-01"])], by: nil, at: Self.now)
    try await archive.database.write {
      try $0.execute(sql: "UPDATE restrictions SET until = '2020-01-01'")
    }
    // Texts show at once; searches find it when the archive is opened.
    #expect(try archive.post(id)?.post.text?.contains("diary") == true)
    try archive.close()
    let again = try Archive(path: folder.path("a.thresh"), create: false)
    #expect(try found("diary", in: again) == [id])
    #expect(try again.post(id)?.post.status == .published)
  }

  @Test(arguments: [
    ([0..<3], "[redacted]defgh"),
    ([2..<6], "ab[redacted]gh"),
    ([1..<2, 6..<8], "a[redacted]cdef[redacted]"),
    ([4..<5, 3..<6], "abc[redacted]gh"),
    ([], "abcdefgh"),
  ]) func blocksTileARedactedText(ranges: [Range<Int>], text: String) {
    let new = RedactedText.without(
      ranges, in: Array("abcdefgh".unicodeScalars),
      blocks: [Block(.own, start: 0, end: 4), Block(.quote, depth: 1, start: 4, end: 8)])
    #expect(new.text == text)
    var end = 0
    for block in new.blocks {
      #expect(block.start == end)
      end = block.end
    }
    #expect(end == text.unicodeScalars.count)
  }

  @Test func passagesAreKnownByTheirLettersAlone() throws {
    let passage = try #require(RemovedPassage("Call me: 0123!".unicodeScalars))
    let text = Array("x > Call\n> me 0123, call me 0123 Callme0123".unicodeScalars)
    let places = passage.ranges(in: text).map { String(String.UnicodeScalarView(text[$0])) }
    #expect(places == ["Call\n> me 0123", "Callme0123"])
    #expect(RemovedPassage("…—".unicodeScalars) == nil)
    let kept = Redaction.passage(passage)
    #expect(Redaction(kept.decision(on: PostID("k3v9q2m7xa5t"))) == kept)
    #expect(Redaction(Redaction.all.decision(on: PostID("k3v9q2m7xa5t"))) == .all)
  }
}
