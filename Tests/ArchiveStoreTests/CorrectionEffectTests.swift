import ArchiveQuery
import Corrections
import Discussion
import SourceBytes
import TestSupport
import Testing

@testable import ArchiveStore

/// What readers decide changes threads and posts, survives every import and can be taken back.
struct CorrectionEffectTests {
  private static let now = CorrectionTime(milliseconds: 1_700_000_000_000)

  private static func id(_ messageID: String) -> PostID {
    PostID(PostIdentity(MessageID(messageID)))
  }

  private func link(_ child: String, _ parent: String?) -> Decision {
    Decision(
      .parent, post: Self.id(child),
      value: ["post": CorrectionValue(parent.map { Self.id($0).text })])
  }

  /// a ← b ← c by headers, and d alone.
  private static let letters = [
    Letter("a@example.org", day: 1, body: "First.\n"),
    Letter("b@example.org", day: 2, references: ["a@example.org"], body: "Second.\n"),
    Letter("c@example.org", day: 3, references: ["b@example.org"], body: "Third.\n"),
    Letter("d@example.org", day: 4, body: "Fourth.\n"),
  ]

  private func archive(_ folder: ScratchFolder) async throws -> Archive {
    let archive = try Archive()
    let path = try folder.write("2012-01.mbox", Self.letters.mbox)
    try await importAll([path], into: archive)
    return archive
  }

  private func parent(of messageID: String, in archive: Archive) throws -> PostID? {
    try archive.post(Self.id(messageID))?.parent
  }

  @Test func aManualLinkWinsOverHeadersAndSaysWhoDrewIt() async throws {
    let folder = try ScratchFolder()
    let archive = try await archive(folder)
    let before = try jsonLines(of: archive)
    try archive.record([link("c@example.org", "d@example.org")], by: "Ada", at: Self.now)
    let post = try #require(try archive.post(Self.id("c@example.org")))
    #expect(post.parent == Self.id("d@example.org"))
    #expect(post.link?.reasons.map(\.kind) == [.manual])
    #expect(post.link?.reasons.first?.detail == "Ada, 2023-11-14")
    #expect(post.link?.certainty == .certain)
    try await importAll([folder.path("2012-01.mbox")], into: archive)
    #expect(try parent(of: "c@example.org", in: archive) == Self.id("d@example.org"))
    #expect(try archive.check().isWhole)
    _ = try archive.undo(at: Self.now)
    #expect(try jsonLines(of: archive) == before)
  }

  @Test func anUnlinkedPostIsARootWithItsBranch() async throws {
    let archive = try await archive(try ScratchFolder())
    try archive.record([link("b@example.org", nil)], by: nil, at: Self.now)
    #expect(try parent(of: "b@example.org", in: archive) == nil)
    #expect(
      try archive.thread(of: Self.id("c@example.org")).map(\.post.id) == [
        Self.id("b@example.org"), Self.id("c@example.org"),
      ])
  }

  @Test func aWayUpToAnAncestorIsFound() async throws {
    let archive = try await archive(try ScratchFolder())
    let ids = ["c@example.org", "b@example.org", "a@example.org"].map(Self.id)
    #expect(try archive.path(from: ids[0], upTo: ids[2]) == ids)
    #expect(try archive.path(from: ids[2], upTo: ids[0]) == nil)
    #expect(try archive.path(from: ids[0], upTo: Self.id("d@example.org")) == nil)
  }

  @Test func ofLinksThatCloseALoopTheFirstIsDrawn() async throws {
    let archive = try await archive(try ScratchFolder())
    // As two machines may decide without knowing of each other.
    try archive.record([link("d@example.org", "a@example.org")], by: nil, at: Self.now)
    try archive.record([link("a@example.org", "d@example.org")], by: nil, at: Self.now)
    #expect(try parent(of: "d@example.org", in: archive) == Self.id("a@example.org"))
    #expect(try parent(of: "a@example.org", in: archive) == nil)
  }

  @Test func aLinkToAPostThatIsNotThereWaitsForIt() async throws {
    let folder = try ScratchFolder()
    let archive = try await archive(folder)
    let before = try jsonLines(of: archive)
    try archive.record([link("d@example.org", "e@example.org")], by: nil, at: Self.now)
    #expect(try jsonLines(of: archive) == before)
    let path = try folder.write(
      "2012-02.mbox", [Letter("e@example.org", day: 9, body: "Fifth.\n")].mbox)
    try await importAll([path], into: archive)
    #expect(try parent(of: "d@example.org", in: archive) == Self.id("e@example.org"))
    let session = try importSession(into: archive)
    _ = try session.remove(path: path)
    try session.finish()
    #expect(try jsonLines(of: archive) == before)
  }

  @Test func anEditIsShownFoundAndTakenBack() async throws {
    let folder = try ScratchFolder()
    let archive = try await archive(folder)
    let before = try jsonLines(of: archive)
    let id = Self.id("d@example.org")
    let edits = [
      PostEdit(.author, "Zoe Quill <zoe@example.org>"), PostEdit(.subject, "Marmalade"),
      PostEdit(.date, "2011-12"), PostEdit(.kind, "article"),
    ].compactMap(\.self)
    #expect(edits.count == 4)
    try archive.record(edits.map { $0.decision(on: id) }, by: nil, at: Self.now)
    for _ in 0..<2 {
      let post = try #require(try archive.post(id)?.post)
      #expect(post.author == Author(name: "Zoe Quill", address: "zoe@example.org", url: nil))
      #expect(post.subject == "Marmalade")
      #expect(post.date?.stated.iso8601 == "2011-12")
      #expect(post.date?.source == .given)
      #expect(post.kind == .article)
      let today = try #require(CivilDay(year: 2026, month: 1, day: 1))
      for query in ["from:zoe", "subject:marmalade", "date:2011-12"] {
        #expect(try archive.ids(matching: QueryExpression(parsing: query), today: today) == [id])
      }
      #expect(try archive.check().isWhole)
      try await importAll([folder.path("2012-01.mbox")], into: archive)
    }
    _ = try archive.undo(at: Self.now)
    #expect(try jsonLines(of: archive) == before)
    #expect(try archive.check().isWhole)
  }

  @Test func anEditedDateDecidesNoIDs() async throws {
    let folder = try ScratchFolder()
    let letters = [
      Letter("same@example.org", day: 2, body: "The early words.\n"),
      Letter("same@example.org", day: 5, body: "The late words.\n"),
    ]
    let archive = try Archive()
    let path = try folder.write("2012-01.mbox", letters.mbox)
    try await importAll([path], into: archive)
    let ids = try archive.ids(ofText: ["The early words.", "The late words."])
    let edit = try #require(PostEdit(.date, "2012-01-30"))
    try archive.record([edit.decision(on: Self.id("same@example.org"))], by: nil, at: Self.now)
    try await importAll([path], into: archive)
    #expect(Set(try archive.ids(ofText: ["The early words.", "The late words."])) == Set(ids))
    let early = try #require(try archive.ids(ofText: ["The early words."]).first)
    #expect(early == Self.id("same@example.org"))
  }

  @Test(
    "what no field can hold is no edit",
    arguments: [
      (EditedField.date, "last week"), (.date, ""), (.kind, "missing"), (.kind, "letter"),
      (.author, " "), (.author, "<a@example.org>"), (.addressee, ""),
    ])
  func whatNoFieldCanHold(field: EditedField, text: String) {
    #expect(PostEdit(field, text) == nil)
  }
}
