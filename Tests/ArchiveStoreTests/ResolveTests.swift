import Discussion
import GRDB
import Ingest
import TestSupport
import Testing

@testable import ArchiveStore

struct ResolveTests {
  private static func id(_ messageID: String) -> PostID {
    PostID(PostIdentity(MessageID(messageID)))
  }

  private func archive(_ ids: [String]) async throws -> Archive {
    let folder = try ScratchFolder()
    let letters = ids.map { Letter($0, body: "Words of \($0).\n") }
    let archive = try Archive()
    try await importAll([try folder.write("2012-01.mbox", letters.mbox)], into: archive)
    return archive
  }

  /// Two Message-IDs whose posts have the first four characters in common.
  private static let twins: (String, String)? = {
    var seen: [String: String] = [:]
    for number in 0..<20_000 {
      let messageID = "\(number)@example.org"
      let prefix = String(id(messageID).text.prefix(4))
      if let other = seen[prefix] { return (other, messageID) }
      seen[prefix] = messageID
    }
    return nil
  }()

  @Test func anIDIsFoundWholeAndByItsFirstCharacters() async throws {
    let archive = try await archive(["a@example.org", "b@example.org"])
    let id = Self.id("a@example.org")
    for count in 4...12 { #expect(try archive.resolve(String(id.text.prefix(count))) == id) }
    #expect(try archive.resolve(id.text.uppercased()) == id)
  }

  @Test func aMessageIDIsFoundWithAndWithoutBrackets() async throws {
    let archive = try await archive(["a@example.org"])
    #expect(try archive.resolve("<a@example.org>") == Self.id("a@example.org"))
    #expect(try archive.resolve("a@example.org") == Self.id("a@example.org"))
  }

  @Test(
    "what names no post is an error that repeats it",
    arguments: [
      "q9z", "", "zzzz", "<absent@example.org>", "<>", "q9zn'--", "%", "____", "q9zn*", "ł9zn",
      "q9znen846wf3x",
    ])
  func whatNamesNoPostIsAnError(name: String) async throws {
    let archive = try await archive(["a@example.org"])
    #expect(throws: ArchiveError.unknownPost(name)) { try archive.resolve(name) }
  }

  @Test func whatNamesSeveralPostsIsAnErrorThatNamesThem() async throws {
    let twins = try #require(Self.twins)
    let archive = try await archive([twins.0, twins.1])
    let ids = [Self.id(twins.0), Self.id(twins.1)].sorted()
    let prefix = String(ids[0].text.prefix(4))
    #expect(throws: ArchiveError.ambiguousPost(prefix, candidates: ids.map(\.text))) {
      try archive.resolve(prefix)
    }
    #expect(try archive.resolve(ids[1].text) == ids[1])
  }

  @Test func anAliasStandsForItsPost() async throws {
    let archive = try await archive(["a@example.org"])
    let id = Self.id("a@example.org")
    try await archive.database.write { database in
      try database.execute(
        sql: "INSERT INTO aliases(name, post) VALUES('zzzzzzzzzzzz', ?)", arguments: [id.text])
    }
    #expect(try archive.resolve("zzzz") == id)
    #expect(try archive.resolve("zzzzzzzzzzzz") == id)
  }
}
