import ArchiveStore
import Discussion
import SourceBytes
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@testable import Commands

/// Programs of a user's, here of the shell, that read posts and answer with marks.
@Suite(.serialized) struct ModelExchangeTests {
  private let origin = "model:test"

  init() {
    // As the tool does when it starts: a program that stops reading must not end us.
    signal(SIGPIPE, SIG_IGN)
  }

  private func archive(_ folder: ScratchFolder) async throws -> Archive {
    let archive = try Archive()
    let letters = [
      Letter("one@example.org", day: 1, body: "The fee is high. Nobody pays it.\n"),
      Letter(
        "two@example.org", day: 2, references: ["one@example.org"],
        body: "> The fee is high. Nobody pays it.\n\nThe fee is fair.\n"),
    ]
    try await importAll([try folder.write("2012-01.mbox", letters.mbox)], into: archive)
    return archive
  }

  private func id(_ name: String) -> PostID {
    PostID(PostIdentity(MessageID("\(name)@example.org")))
  }

  /// Runs a program on what it has not read yet.
  private func run(
    _ command: String, on archive: Archive, units: Bool = false
  ) throws -> (status: Int32, exchange: ModelExchange) {
    var exchange = ModelExchange(archive: archive, origin: origin, usesUnits: units, batch: 1)
    let unread = try archive.unreadPosts(by: origin, version: "1")
    let status = try exchange.run(command, posts: unread, showsProgress: false)
    return (status, exchange)
  }

  /// A program that answers each line with `answer`, in which ID stands for the id.
  private func program(_ answer: String) -> String {
    "sed -e 's/^{\"id\":\"\\([^\"]*\\)\".*/\(answer.replacing("ID", with: "\\1"))/'"
  }

  @Test func marksComeBackOnOwnWords() async throws {
    let folder = try ScratchFolder()
    let archive = try await archive(folder)
    let (status, exchange) = try run(
      program(
        #"{"id":"ID","annotations":[{"topic":"fees","exact":"The fee is","confidence":0.6}]}"#),
      on: archive)
    #expect(status == 0 && exchange.faults == [])
    #expect(exchange.answeredCount == 2 && exchange.markCount == 2)
    let marks = try archive.annotations(of: [id("one"), id("two")])
    #expect(marks.map(\.origin) == [origin, origin])
    #expect(marks.allSatisfy { $0.exact == "The fee is" && $0.confidence == 0.6 })
    // Not on the quotation of the same words.
    let answer = try #require(marks.first { $0.post == id("two") })
    #expect(try #require(answer.range).lowerBound > 30)
  }

  @Test func itGoesOnWhereItStopped() async throws {
    let folder = try ScratchFolder()
    let archive = try await archive(folder)
    let answer = program(#"{"id":"ID","topic":"fees"}"#)
    let first = try run("head -n 1 | \(answer); exit 3", on: archive)
    #expect(first.status == 3 && first.exchange.answeredCount == 1)
    let second = try run(answer, on: archive)
    #expect(second.status == 0 && second.exchange.answeredCount == 1)
    #expect(try run("echo unexpected", on: archive).exchange.faults == [])
    #expect(try archive.annotations(of: [id("one"), id("two")]).count == 2)
  }

  @Test func sentencesAreSentOneByOne() async throws {
    let folder = try ScratchFolder()
    let archive = try await archive(folder)
    let (_, exchange) = try run(program(#"{"id":"ID","role":"claim"}"#), on: archive, units: true)
    #expect(exchange.faults == [] && exchange.answeredCount == 2)
    let marks = try archive.annotations(of: [id("one"), id("two")])
    #expect(
      marks.compactMap(\.exact).sorted()
        == ["Nobody pays it.", "The fee is fair.", "The fee is high."])
  }

  @Test(
    "what cannot be used is said",
    arguments: [
      ("echo hello", "not an object"), (#"echo '{"id":"k000","topic":"x"}'"#, "was not sent"),
      (#"SED{"id":"ID","topic":"x","exact":"not there"}"#, "does not stand in the text"),
      (#"SED{"id":"ID","stance":"maybe"}"#, "is no stance"),
      (#"SED{"id":"ID","topic":"two words"}"#, "is no word"),
      (#"SED{"id":"ID","topic":"x","start":5,"end":9999}"#, "lies outside"),
    ])
  func faultsAreSaid(command: String, fault: String) async throws {
    let folder = try ScratchFolder()
    let archive = try await archive(folder)
    let isAnswer = command.hasPrefix("SED")
    let (_, exchange) = try run(
      isAnswer ? program(String(command.dropFirst(3))) : command, on: archive)
    #expect(exchange.faults.first?.contains(fault) ?? false, "\(exchange.faults)")
    #expect(try archive.annotations(of: [id("one"), id("two")]).isEmpty)
  }

  @Test func aProgramThatReadsNothingHoldsNobodyUp() async throws {
    let folder = try ScratchFolder()
    let archive = try await archive(folder)
    #expect(try run("true", on: archive).exchange.answeredCount == 0)
    #expect(try archive.unreadPosts(by: origin, version: "1").count == 2)
  }
}
