import Corrections
import Discussion
import TestSupport
import Testing
import Threading

@testable import ArchiveStore

/// Posts that belong together across venues are found by their words and links.
struct RelatedTests {
  private static func id(_ messageID: String) -> PostID {
    PostID(PostIdentity(MessageID(messageID)))
  }

  /// Sentences of which no two texts share any unless they share the seed.
  private static func prose(_ seed: UInt64, wordCount: Int) -> String {
    var dice = Dice(seed: seed)
    let letters = Array("abcdefghijklmnoprstuvw")
    let words = (0..<wordCount).map { _ in
      String(
        (0..<Int.random(in: 3...9, using: &dice)).compactMap { _ in
          letters.randomElement(using: &dice)
        })
    }
    return stride(from: 0, to: words.count, by: 9).map {
      words[$0..<min($0 + 9, words.count)].joined(separator: " ")
    }.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    text.split(separator: "\n").map { "> \($0)\n" }.joined()
  }

  private func letter(
    _ id: String, list: String, day: Int, references: [String] = [], _ body: String
  ) -> Letter {
    var letter = Letter(id, day: day, references: references, body: body)
    letter.listID = "<\(list).example.org>"
    return letter
  }

  private func archive(_ letters: [Letter], order: [Int]? = nil) async throws -> Archive {
    let folder = try ScratchFolder()
    let archive = try Archive()
    for index in order ?? Array(letters.indices) {
      let path = try folder.write("lists/\(index).mbox", [letters[index]].mbox)
      try await importAll([path], into: archive)
    }
    return archive
  }

  private static let original = prose(1, wordCount: 200)
  private static let letters: [Letter] = {
    let test = RelatedTests()
    return [
      test.letter("origin@example.org", list: "one", day: 1, original),
      // An answer in the same list, which quotes all of it.
      test.letter(
        "answer@example.org", list: "one", day: 2, references: ["origin@example.org"],
        "On Sunday Ada Example wrote:\n" + quoted(original) + "\nYes.\n"),
      // An excerpt as one's own words, and another that only shares a sentence.
      test.letter(
        "excerpt@example.org", list: "two", day: 3,
        prose(2, wordCount: 60) + "\n"
          + original.split(separator: "\n")[4..<16].joined(separator: "\n") + "\n\n"
          + prose(3, wordCount: 60)),
      test.letter(
        "chance@example.org", list: "two", day: 4,
        prose(4, wordCount: 80) + original.split(separator: "\n")[3] + "\n"),
      test.letter("again@example.org", list: "three", day: 5, original),
      test.letter(
        "quote@example.org", list: "three", day: 6,
        "On Sunday Ada Example wrote on another list:\n" + quoted(original) + "\nWhat of it?\n"),
      test.letter(
        "link@example.org", list: "two", day: 7,
        "See (https://archive.example.net/one/origin%40example.org/) for more.\n"),
      test.letter("alone@example.org", list: "two", day: 8, prose(9, wordCount: 200)),
    ]
  }()

  private func kinds(
    of messageID: String, in archive: Archive
  ) throws -> [String: Relation.Kind] {
    let id = Self.id(messageID)
    let relations = try archive.relations(of: [id])
    return Dictionary(
      relations.map { ($0.post == id ? "of " + $0.origin.text : "for " + $0.post.text, $0.kind) },
      uniquingKeysWith: { first, _ in first })
  }

  @Test func whatTakesFromAPostIsFound() async throws {
    let archive = try await archive(Self.letters)
    #expect(
      try kinds(of: "origin@example.org", in: archive) == [
        "for " + Self.id("excerpt@example.org").text: .excerpt,
        "for " + Self.id("again@example.org").text: .copy,
        "for " + Self.id("quote@example.org").text: .quote,
        "for " + Self.id("link@example.org").text: .link,
      ])
    let relation = try #require(
      try archive.relations(of: [Self.id("excerpt@example.org")]).first {
        $0.origin == Self.id("origin@example.org")
      })
    #expect((100...120).contains(relation.wordCount))
    let range = try #require(relation.range)
    let text = try #require(try archive.post(relation.post)?.post.text)
    let passage = String(
      String.UnicodeScalarView(Array(text.unicodeScalars)[range]))
    #expect(Self.original.contains(passage))
    for name in ["chance@example.org", "alone@example.org"] {
      #expect(try archive.relations(of: [Self.id(name)]).isEmpty)
    }
  }

  @Test func theOrderOfImportsDoesNotMatter() async throws {
    let ids = Self.letters.compactMap(\.id).map(Self.id)
    let first = try await archive(Self.letters).relations(of: ids)
    #expect(!first.isEmpty)
    var dice = Dice(seed: 3)
    for _ in 0..<3 {
      let other = try await archive(
        Self.letters, order: Self.letters.indices.shuffled(using: &dice))
      #expect(try other.relations(of: ids) == first)
    }
  }

  @Test func aReaderRelatesAndParts() async throws {
    let archive = try await archive(Self.letters)
    let now = CorrectionTime(milliseconds: 1_700_000_000_000)
    let (origin, again, alone) = (
      Self.id("origin@example.org"), Self.id("again@example.org"), Self.id("alone@example.org")
    )
    try archive.record(
      [
        Decision(.related, post: alone, about: origin.text, value: true),
        Decision(.related, post: again, about: origin.text, value: false),
      ], by: "Ada", at: now)
    let kinds = try kinds(of: "origin@example.org", in: archive)
    #expect(kinds["for " + alone.text] == .manual)
    #expect(kinds["for " + again.text] == nil)
    _ = try archive.undo(at: now)
    #expect(try self.kinds(of: "origin@example.org", in: archive)["for " + again.text] == .copy)
  }

  @Test(
    "web addresses are read out of text",
    arguments: [
      ("see http://a.example.org/b, and", ["http://a.example.org/b"]),
      ("<https://a.example.org/x_(y)>.", ["https://a.example.org/x_(y)"]),
      ("(https://a.example.org/x).", ["https://a.example.org/x"]),
      (
        "URL:HTTP://A.example.org news:1@b.example.org",
        ["HTTP://A.example.org", "news:1@b.example.org"]
      ),
      ("http:// nothing https", []), ("", []),
    ])
  func webAddressesAreRead(text: String, links: [String]) {
    #expect(LinksInText.links(in: text) == links)
  }
}
