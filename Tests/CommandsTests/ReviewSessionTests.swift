import ArchiveStore
import Discussion
import TestSupport
import Testing

@testable import Commands

/// One after the other: SQLite counts the memory of all archives of a process together.
@Suite(.serialized) struct ReviewSessionTests {
  private static let text = "I think fees are high. Do you pay them? Because they grow, I left.\n"

  /// An archive of one message with three suggestions, and what is to be reviewed.
  private func queue(
    _ folder: ScratchFolder
  ) async throws -> (archive: Archive, queue: [(ArchivedPost, Annotation)]) {
    let archive = try Archive()
    let letter = Letter("one@example.org", body: Self.text)
    try await importAll([try folder.write("2012-01.mbox", [letter].mbox)], into: archive)
    let id = PostID(PostIdentity(MessageID("one@example.org")))
    let post = try #require(try archive.post(id, detail: [.text]))
    let scalars = Array((post.post.text ?? "").unicodeScalars)
    let marks = [(0..<22, "claim"), (23..<39, "question"), (40..<66, "premise")].map {
      range, role in
      Annotation(post: id, range: range, in: scalars, origin: "rule", role: role)
    }
    _ = try archive.addSuggestions(marks)
    return (archive, marks.map { (post, $0) })
  }

  /// Answers line by line; the decision of each mark, and what was counted.
  private func review(
    _ lines: [String]
  ) async throws -> (decisions: [String?], counts: [String: Int], rest: Int, marks: [Annotation]) {
    let folder = try ScratchFolder()
    let (archive, queue) = try await queue(folder)
    var session = ReviewSession(
      archive: archive, reader: "Ada", terminal: Terminal(color: .never), isQuiet: true,
      input: KeyInput(lines: lines))
    try session.run(queue)
    let marks = try archive.annotations(of: [queue[0].0.post.id])
    let decisions = queue.map { _, mark in marks.first { $0.id == mark.id }?.decision }
    return (decisions, session.counts, session.rest, marks)
  }

  @Test func answersAreKept() async throws {
    let done = try await review(["y", "n", "s"])
    #expect(done.decisions == ["accepted", "rejected", nil])
    #expect(done.counts == ["accepted": 1, "rejected": 1, "skipped": 1])
    #expect(done.rest == 1)
  }

  @Test func whatWasAnsweredStaysWhenTheReaderQuits() async throws {
    let done = try await review(["Y", "q", "y"])
    #expect(done.decisions == ["accepted", nil, nil])
    #expect(done.rest == 2)
    // The end of input is an answer too.
    #expect(try await review(["n"]).decisions == ["rejected", nil, nil])
  }

  @Test func theLastAnswerIsTakenBack() async throws {
    let done = try await review(["y", "u", "n", "u", "u", "s"])
    #expect(done.decisions == [nil, nil, nil])
    #expect(done.rest == 3)
    #expect(done.counts["accepted"] == 0 && done.counts["rejected"] == 0)
  }

  @Test func aSuggestionIsChanged() async throws {
    let done = try await review(["c role=proposal", "c role", "c stance=maybe", "n"])
    #expect(done.decisions[0] == "rejected" && done.decisions[1] == "rejected")
    let own = done.marks.filter(\.isByReader)
    #expect(own.map(\.role) == ["proposal"] && own.map(\.by) == ["Ada"])
    #expect(own.map(\.range) == [0..<22])
    #expect(done.counts == ["changed": 1, "rejected": 1])
  }

  @Test func aNoteLeavesTheSuggestionOpen() async throws {
    let done = try await review(["t says who?", "y"])
    #expect(done.decisions == ["accepted", nil, nil])
    #expect(done.marks.first { $0.role == "claim" }?.note == "says who?")
    #expect(done.rest == 2)
  }

  @Test func whatIsNoAnswerIsAskedAgain() async throws {
    #expect(try await review(["x", "?", "", "y"]).decisions == [nil, "accepted", nil])
  }
}
