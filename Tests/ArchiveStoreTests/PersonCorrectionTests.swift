import Corrections
import Discussion
import People
import TestSupport
import Testing

@testable import ArchiveStore

struct PersonCorrectionTests {
  private static let now = CorrectionTime(milliseconds: 1_700_000_000_000)

  private func letter(_ name: String, _ body: String) -> Letter {
    var letter = Letter("\(name.lowercased())@post.example.org", body: body)
    letter.from = "\(name) <\(name.lowercased())@example.org>"
    return letter
  }

  private func archive(_ names: [String]) async throws -> Archive {
    let folder = try ScratchFolder()
    let archive = try Archive()
    let letters = names.map { letter($0, "Words of \($0).\n") }
    try await importAll([try folder.write("2012-01.mbox", letters.mbox)], into: archive)
    return archive
  }

  private func merge(_ left: String, _ right: String, in archive: Archive) throws {
    let (one, other) = (try archive.person(named: left), try archive.person(named: right))
    try archive.record(
      [PersonDecision.merge(one.id, other.id).decision(naming: [])], by: nil, at: Self.now)
  }

  private func groups(in archive: Archive) throws -> [[String]] {
    try archive.people().map { $0.forms.compactMap(\.form.author.name).sorted() }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  @Test func mergesAddUpInAnyOrder() async throws {
    for pairs in [[("Ada", "Bob"), ("Cy", "Bob")], [("Cy", "Bob"), ("Ada", "Bob")]] {
      let archive = try await archive(["Ada", "Bob", "Cy", "Dot"])
      for (left, right) in pairs { try merge(left, right, in: archive) }
      #expect(try groups(in: archive) == [["Ada", "Bob", "Cy"], ["Dot"]])
    }
  }

  @Test func aSplitFormIsAPersonOfItsOwnUntilItIsMergedAgain() async throws {
    let archive = try await archive(["Ada", "Bob"])
    try merge("Ada", "Bob", in: archive)
    let form = try #require(
      try archive.person(named: "Bob").forms.first { $0.form.author.name == "Bob" })
    try archive.record(
      [PersonDecision.split(form.id).decision(naming: [])], by: nil, at: Self.now)
    #expect(try groups(in: archive) == [["Ada"], ["Bob"]])
    try merge("Bob", "Ada", in: archive)
    #expect(try groups(in: archive) == [["Ada", "Bob"]])
    _ = try archive.undo(at: Self.now)
    #expect(try groups(in: archive) == [["Ada"], ["Bob"]])
  }

  @Test func aReaderSaysWhomAPostSpeaksTo() async throws {
    let archive = try await archive(["Ada", "Bob"])
    let before = try jsonLines(of: archive)
    let post = PostID(PostIdentity(MessageID("bob@post.example.org")))
    let edit = try #require(PostEdit(.addressee, "Ada"))
    try archive.record([edit.decision(on: post)], by: nil, at: Self.now)
    let addressee = try #require(try archive.post(post)?.addressee)
    #expect(addressee.basis == .manual)
    #expect(try addressee.person == archive.person(named: "Ada").id)
    _ = try archive.undo(at: Self.now)
    #expect(try jsonLines(of: archive) == before)
  }
}
