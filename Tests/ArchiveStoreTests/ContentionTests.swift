import ArchiveQuery
import Corrections
import Discussion
import SourceBytes
import TestSupport
import Testing

@testable import ArchiveStore

/// Contention shows its parts, and codebooks and kept topics stay apart.
struct ContentionTests {
  private static let now = CorrectionTime(milliseconds: 1_700_000_000_000)

  private static func id(_ messageID: String) -> PostID {
    PostID(PostIdentity(MessageID(messageID)))
  }

  /// Ada, Bo, Ada, Bo in turn; and a longer thread in which nobody comes back.
  private func archive(_ folder: ScratchFolder) async throws -> Archive {
    var letters: [Letter] = []
    for (index, name) in ["Ada", "Bo", "Ada", "Bo"].enumerated() {
      var letter = Letter(
        "t\(index)@example.org", day: index + 1,
        references: index > 0 ? ["t\(index - 1)@example.org"] : [], body: "Words of \(name).\n")
      letter.from = "\(name) Example <\(name.lowercased())@example.org>"
      letters.append(letter)
    }
    for index in 0..<6 {
      var letter = Letter(
        "u\(index)@example.org", day: index + 10,
        references: index > 0 ? ["u\(index - 1)@example.org"] : [], body: "Line \(index).\n")
      letter.subject = "Another plan"
      letter.from = "Person \(index) <p\(index)@example.org>"
      letters.append(letter)
    }
    let archive = try Archive()
    try await importAll([try folder.write("2012-01.mbox", letters.mbox)], into: archive)
    return archive
  }

  private func list(_ archive: Archive, _ order: ThreadOrder) throws -> [ThreadSummary] {
    try archive.threads(
      matching: .all, today: try #require(CivilDay(year: 2012, month: 2, day: 1)), order: order,
      limit: nil)
  }

  private func disagreement(_ messageID: String, _ confidence: Double) -> Annotation {
    var mark = Annotation(
      post: Self.id(messageID), range: nil, in: [], origin: "rule", stance: "disagree")
    mark.confidence = confidence
    return mark
  }

  @Test func turnsAreCountedAndThreadsSortedByThem() async throws {
    let folder = try ScratchFolder()
    let archive = try await archive(folder)
    #expect(try list(archive, .posts).map(\.postCount) == [6, 4])
    let threads = try list(archive, .contention)
    #expect(threads.map(\.postCount) == [4, 6])
    #expect(threads[0].contention == ThreadContention(turns: 2, suggested: 0, confirmed: 0))
    #expect(threads[1].contention.score == 0)
  }

  @Test func disagreementsCountOnceAPostAndRejectedOnesNever() async throws {
    let folder = try ScratchFolder()
    let archive = try await archive(folder)
    let marks = [
      disagreement("u1@example.org", 0.9), disagreement("u2@example.org", 0.9),
      disagreement("u3@example.org", 0.9), disagreement("u4@example.org", 0.3),
    ]
    try archive.replaceSuggestions(of: "rule", topics: nil, with: marks)
    try archive.record(
      [
        Decision(
          .judgement, post: marks[0].post, about: marks[0].id, value: .text("accepted")),
        Decision(
          .judgement, post: marks[1].post, about: marks[1].id, value: .text("rejected")),
      ], by: "Ada", at: Self.now)
    let thread = try #require(try list(archive, .posts).first)
    #expect(thread.contention == ThreadContention(turns: 0, suggested: 1, confirmed: 1))
    #expect(try archive.threadSummary(thread.id)?.contention == thread.contention)
  }

  @Test func codebooksReplaceTheirOwnTagsAlone() async throws {
    let folder = try ScratchFolder()
    let archive = try await archive(folder)
    func record(_ id: String, _ book: String) -> TopicRecord {
      var record = TopicRecord(id: id, name: id, origin: "codebook", terms: [])
      record.codebook = book
      return record
    }
    func tag(_ id: String) -> Annotation {
      Annotation(
        post: Self.id("t0@example.org"), range: nil, in: [], origin: "codebook", topic: id)
    }
    try archive.replaceCodebook(
      "One", yaml: "one", topics: [record("a", "One"), record("b", "One")],
      with: [tag("a"), tag("b")])
    try archive.replaceCodebook("Two", yaml: "two", topics: [record("c", "Two")], with: [tag("c")])
    try archive.replaceCodebook("One", yaml: "one!", topics: [record("a", "One")], with: [tag("a")])
    #expect(try archive.topics().map(\.topic.id) == ["a", "c"])
    #expect(try archive.annotations().compactMap(\.topic).sorted() == ["a", "c"])
    #expect(try archive.codebooks().map(\.yaml) == ["one!", "two"])
    let thread = try #require(try list(archive, .oldest).first)
    #expect(
      thread.topics == [ThreadTopic(topic: "a", posts: 1), ThreadTopic(topic: "c", posts: 1)])
    try archive.replaceCodebook("One", yaml: nil, topics: [], with: [])
    #expect(try archive.topics().map(\.topic.id) == ["c"])
  }

  @Test func keptTopicsAreCorrectionsThatCanBeTakenBack() async throws {
    let folder = try ScratchFolder()
    let archive = try await archive(folder)
    try archive.record(
      [
        Decision(
          .topic, about: "fees",
          value: ["name": "Fees", "terms": [["term": "fee", "weight": 0.5]]])
      ], by: nil, at: Self.now)
    let kept = try archive.keptTopics()
    #expect(kept.map(\.id) == ["fees"])
    #expect(kept.first?.terms == [TopicRecord.Term(term: "fee", weight: 0.5)])
    #expect(try archive.topics().map(\.topic.origin) == ["kept"])
    _ = try archive.undo(nil, at: Self.now)
    #expect(try archive.keptTopics().isEmpty)
  }
}
