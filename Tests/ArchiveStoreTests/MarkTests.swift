import ArchiveQuery
import Corrections
import Discussion
import SourceBytes
import TestSupport
import Testing

@testable import ArchiveStore

/// Marks and judgements of readers survive new suggestions, imports and edited texts, and can be taken back.
struct MarkTests {
  private static let now = CorrectionTime(milliseconds: 1_700_000_000_000)
  private static let id = PostID(PostIdentity(MessageID("a@example.org")))
  private static let body = "Fees are rent. Five per cent is too much. Who pays?\n"

  private func archive(_ folder: ScratchFolder, body: String = body) async throws -> Archive {
    let archive = try Archive()
    let letters = [
      Letter("a@example.org", day: 1, body: body),
      Letter("b@example.org", day: 2, references: ["a@example.org"], body: "I agree.\n"),
    ]
    try await importAll([try folder.write("2012-01.mbox", letters.mbox)], into: archive)
    return archive
  }

  private func mark(
    _ words: String, origin: String, topic: String? = nil, role: String? = nil,
    confidence: Double? = nil, in text: String = body
  ) throws -> Annotation {
    let scalars = Array(text.unicodeScalars)
    let start = try #require(Annotation.places(of: Array(words.unicodeScalars), in: scalars).first)
    var mark = Annotation(
      post: Self.id, range: start..<start + words.unicodeScalars.count, in: scalars,
      origin: origin, topic: topic, role: role)
    mark.confidence = confidence
    return mark
  }

  private func ids(_ query: String, _ archive: Archive) throws -> [PostID] {
    let day = try #require(CivilDay(year: 2026, month: 1, day: 1))
    return try archive.ids(matching: try QueryExpression(parsing: query), today: day).sorted()
  }

  @Test func aReadersMarkIsFoundListedAndTakenBack() async throws {
    let archive = try await archive(try ScratchFolder())
    var mark = try mark("Fees are rent.", origin: "person:Ada", topic: "fees", role: "claim")
    mark.note = "compare June"
    try archive.record([.mark(mark)], by: "Ada", at: Self.now)
    let found = try #require(try archive.post(Self.id)?.annotations.first)
    #expect(found.by == "Ada")
    #expect(found.exact == "Fees are rent.")
    #expect(found.created == Self.now.description)
    for query in ["topic:fees", "role:claim", "note:june", "is:annotated"] {
      #expect(try ids(query, archive) == [Self.id], "\(query)")
    }
    _ = try archive.undo(at: Self.now)
    #expect(try archive.annotations() == [])
    #expect(try ids("is:annotated", archive) == [])
  }

  @Test func aRejectedSuggestionStaysRejectedWhenItComesAgain() async throws {
    let folder = try ScratchFolder()
    let archive = try await archive(folder)
    let fees = try mark("Fees are rent.", origin: "codebook", topic: "fees")
    try archive.replaceSuggestions(of: "codebook", topics: nil, with: [fees])
    #expect(try ids("topic:fees", archive) == [Self.id])
    try archive.record([.judge(fees, "rejected")], by: "Ada", at: Self.now)
    #expect(try ids("topic:fees", archive) == [])
    try archive.replaceSuggestions(of: "codebook", topics: nil, with: [])
    #expect(try archive.annotations() == [])
    // Cut otherwise, and by another machine, it is the same tag.
    let longer = try mark("Fees are rent. Five", origin: "model:other", topic: "fees")
    try archive.replaceSuggestions(of: "model:other", topics: nil, with: [longer])
    #expect(try archive.annotations().map(\.decision) == ["rejected"])
    try await importAll([folder.path("2012-01.mbox")], into: archive)
    #expect(try archive.annotations().map(\.decision) == ["rejected"])
    let elsewhere = try mark("Who pays?", origin: "model:other", topic: "fees")
    try archive.replaceSuggestions(of: "model:other", topics: nil, with: [longer, elsewhere])
    #expect(try archive.annotations().map(\.decision) == ["rejected", nil])
  }

  @Test func anAcceptedSuggestionStaysWhenNothingSuggestsIt() async throws {
    let archive = try await archive(try ScratchFolder())
    let claim = try mark("Fees are rent.", origin: "rule", role: "claim", confidence: 0.4)
    try archive.replaceSuggestions(of: "rule", topics: nil, with: [claim])
    #expect(try ids("role:claim", archive) == [], "too unsure to be found")
    try archive.record([.judge(claim, "accepted")], by: "Ada", at: Self.now)
    #expect(try ids("role:claim", archive) == [Self.id])
    try archive.replaceSuggestions(of: "rule", topics: nil, with: [])
    let kept = try #require(try archive.annotations().first)
    #expect(kept.origin == "rule")
    #expect(kept.decision == "accepted")
    #expect(kept.confidence == 0.4)
    try archive.replaceSuggestions(of: "rule", topics: nil, with: [claim])
    #expect(try archive.annotations().count == 1)
    _ = try archive.undo(at: Self.now)
    #expect(try archive.annotations().map(\.decision) == [nil])
  }

  @Test func marksFindTheirWordsInAnotherText() async throws {
    let folder = try ScratchFolder()
    let archive = try await archive(folder)
    let marks = try [
      mark("Five per cent is too much.", origin: "person:Ada", topic: "fees"),
      mark("Fees are rent.", origin: "person:Ada", topic: "rent"),
    ]
    try archive.record(marks.map { .mark($0) }, by: "Ada", at: Self.now)
    // As a corrected file shows it: wrapped anew, with a line more, without a sentence.
    let other = "Hello all,\nfive lines follow. Five per\ncent is too much. Who pays?\n"
    try folder.write(
      "2012-01.mbox", [Letter("a@example.org", day: 1, body: other)].mbox)
    try await importAll([folder.path("2012-01.mbox")], into: archive)
    let found = try archive.annotations().filter { $0.post == Self.id }
    #expect(Set(found.map(\.topic)) == ["fees", "rent"])
    let fees = try #require(found.first { $0.topic == "fees" })
    #expect(fees.state == .moved)
    let scalars = Array(other.unicodeScalars)
    #expect(
      fees.range.map { String(String.UnicodeScalarView(scalars[$0])) }
        == "Five per\ncent is too much.")
    #expect(found.first { $0.topic == "rent" }?.state == .orphaned)
  }

  @Test func decidingOneByOneIsTheSameAsApplyingTheLog() async throws {
    let archive = try await archive(try ScratchFolder())
    let fees = try mark("Fees are rent.", origin: "codebook", topic: "fees")
    let claim = try mark("Fees are rent.", origin: "rule", role: "claim", confidence: 0.8)
    let own = try mark("Who pays?", origin: "person:Ada", role: "question")
    try archive.replaceSuggestions(of: "codebook", topics: nil, with: [fees])
    try archive.replaceSuggestions(of: "rule", topics: nil, with: [claim])
    try archive.record([.judge(fees, "accepted")], by: "Ada", at: Self.now)
    try archive.record([.mark(own), .judge(claim, "rejected")], by: "Ada", at: Self.now)
    try archive.record([.judge(fees, "rejected", note: "no")], by: "Ben", at: Self.now)
    var changed = own
    changed.role = "claim"
    try archive.record([.mark(changed)], by: "Ada", at: Self.now)
    let stepwise = try archive.annotations()
    try archive.replaceSuggestions(of: "none", topics: nil, with: [])
    #expect(try archive.annotations() == stepwise)
    #expect(stepwise.map { $0.decision ?? "" }.sorted() == ["", "rejected", "rejected"])
    #expect(stepwise.first { $0.isByReader }?.role == "claim")
    try archive.record([.unmark(changed)], by: "Ada", at: Self.now)
    #expect(try archive.annotations().count == 2)
  }

  @Test func onlyWhatChangedIsReadAgain() async throws {
    let folder = try ScratchFolder()
    let archive = try await archive(folder)
    let unread = try archive.unreadPosts(by: "rule", version: "1")
    #expect(unread.count == 2)
    #expect(unread.map(\.parent) == [nil, Self.id])
    let claim = try mark("Fees are rent.", origin: "rule", role: "claim", confidence: 0.8)
    try archive.record([.judge(claim, "accepted", note: "so")], by: "Ada", at: Self.now)
    try archive.updateSuggestions(of: "rule", posts: unread, with: [claim])
    #expect(try archive.annotations().map(\.note) == ["so"])
    #expect(try archive.unreadPosts(by: "rule", version: "1") == [])
    #expect(try archive.unreadPosts(by: "rule", version: "2").count == 2)
    #expect(try archive.unreadPosts(by: "rule", version: "1", again: true).count == 2)
    try await importAll([folder.path("2012-01.mbox")], into: archive)
    #expect(try archive.unreadPosts(by: "rule", version: "1") == [])
    let more = [Letter("c@example.org", day: 3, references: ["b@example.org"], body: "No.\n")]
    try await importAll([try folder.write("2012-02.mbox", more.mbox)], into: archive)
    #expect(try archive.unreadPosts(by: "rule", version: "1").count == 1)
  }

  @Test func marksOfAnotherArchiveComeWithTheCorrections() async throws {
    let first = try await archive(try ScratchFolder())
    let own = try mark("Who pays?", origin: "person:Ada", role: "question")
    let fees = try mark("Fees are rent.", origin: "codebook", topic: "fees")
    try first.replaceSuggestions(of: "codebook", topics: nil, with: [fees])
    try first.record([.mark(own), .judge(fees, "accepted")], by: "Ada", at: Self.now)
    let text = try CorrectionsFile.text(of: try first.corrections().placed)
    var findings: [SourceBytes.Finding] = []
    let read = try CorrectionsFile.corrections(
      in: text, path: "c.yaml", now: Self.now, findings: &findings)
    let second = try await archive(try ScratchFolder())
    _ = try second.adopt(read, at: Self.now)
    #expect(findings.isEmpty)
    #expect(try second.annotations() == (try first.annotations()))
  }
}
