import ArchiveQuery
import Discussion
import Testing

@testable import ArchiveStore

struct SnippetTests {
  private func snippet(_ text: String, _ query: String, blocks: [Block]? = nil) throws -> Snippet {
    var post = Post(id: PostID("k3v9q2m7xa5t"), kind: .message)
    post.text = text
    post.blocks = blocks ?? [Block(.own, start: 0, end: text.unicodeScalars.count)]
    return Snippet(of: post, showing: SnippetTerms(try QueryExpression(parsing: query)))
  }

  private func matches(_ snippet: Snippet) -> [String] {
    snippet.pieces.filter(\.isMatch).map(\.text)
  }

  private func whole(_ snippet: Snippet) -> String { snippet.pieces.map(\.text).joined() }

  struct Case: Sendable, CustomTestStringConvertible {
    let query: String
    let text: String
    let matches: [String]
    var testDescription: String { query }
  }

  @Test(
    "what was looked for is marked",
    arguments: [
      Case(query: "scale", text: "A matter of Scale, and scales.", matches: ["Scale"]),
      Case(query: "scal*", text: "A matter of Scale, and scales.", matches: ["Scale", "scales"]),
      Case(
        query: "\"small community\"", text: "a small\ncommunity, small",
        matches: ["small community"]),
      Case(query: "lodz", text: "in Łódź and in Lódz", matches: ["Łódź", "Lódz"]),
      Case(
        query: "jörg", text: "Jorg, JÖRG, Jo\u{308}rg", matches: ["Jorg", "JÖRG", "Jo\u{308}rg"]),
      Case(query: "fee OR rent", text: "the fee is rent", matches: ["fee", "rent"]),
      Case(query: "fee -rent", text: "the fee is rent", matches: ["fee"]),
      Case(query: "from:ada", text: "ada writes", matches: []),
      Case(query: "body:fee", text: "the fee", matches: ["fee"]),
      Case(query: "a NEAR/3 b", text: "a x b", matches: ["a", "b"]),
      Case(query: "日本", text: "本 日本 です", matches: ["日本"]),
      Case(query: "", text: "nothing asked", matches: []),
      Case(query: "x", text: "", matches: []),
    ])
  func isMarked(_ item: Case) throws {
    #expect(matches(try snippet(item.text, item.query)) == item.matches)
  }

  @Test func ownWordsGoBeforeQuotedOnes() throws {
    let quoted = "> the fee is rent\n"
    let own = String(repeating: "word ", count: 100) + "my fee is not"
    let text = quoted + own
    let end = quoted.unicodeScalars.count
    let found = try snippet(
      text, "fee",
      blocks: [
        Block(.quote, depth: 1, start: 0, end: end),
        Block(.own, start: end, end: text.unicodeScalars.count),
      ])
    #expect(whole(found).contains("my fee is not"))
    #expect(!whole(found).contains("rent"))
  }

  @Test func withoutAMatchTheStartOfTheOwnWordsIsShown() throws {
    let text = "> quoted\nMy words."
    let found = try snippet(
      text, "absent",
      blocks: [Block(.quote, depth: 1, start: 0, end: 9), Block(.own, start: 9, end: 18)])
    #expect(whole(found) == "My words.")
  }

  @Test func whatIsLeftOutIsSaid() throws {
    let text =
      String(repeating: "before ", count: 60) + "needle " + String(repeating: "after ", count: 80)
    let found = try snippet(text, "needle")
    #expect(found.pieces.first?.text.hasPrefix("…") == true)
    #expect(found.pieces.last?.text.hasSuffix("…") == true)
    #expect(matches(found) == ["needle"])
  }

  struct Filler: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
  }

  @Test(
    "a passage is short and shows the match, however the text is built",
    arguments: [
      Filler(testDescription: "words", text: String(repeating: "word ", count: 2_000)),
      Filler(testDescription: "empty lines", text: String(repeating: "\n", count: 5_000)),
      Filler(
        testDescription: "a script without blanks",
        text: String(repeating: "日本語の文章。", count: 2_000)),
      Filler(
        testDescription: "one long link", text: String(repeating: "x/", count: 5_000)),
      Filler(
        testDescription: "pictures", text: String(repeating: "👩‍👩‍👧", count: 500)),
      Filler(
        testDescription: "letters with marks", text: String(repeating: "e\u{301}", count: 3_000)),
    ])
  func isShortAndShowsTheMatch(filler: Filler) throws {
    let found = try snippet(filler.text + "/needle/" + filler.text, "needle")
    #expect(whole(found).unicodeScalars.count < 300)
    #expect(matches(found) == ["needle"])
  }

  @Test(
    "no character is cut in two",
    arguments: ["👩‍👩‍👧", "e\u{301}", "🇵🇱", "각", "नि", "1\u{fe0f}\u{20e3}"])
  func noCharacterIsCut(character: String) throws {
    for lead in 0..<8 {
      let text =
        "needle" + String(repeating: "a", count: lead)
        + String(repeating: character, count: 400)
      var shown = whole(try snippet(text, "needle*"))
      if shown.hasSuffix(" …") { shown.removeLast(2) }
      #expect(text.hasPrefix(shown))
    }
  }

  @Test func eachMatchIsSteppedOverTwiceAtMost() throws {
    for count in [1, 10, 2_000, 32_000] {
      let text = String(repeating: "fee rent ", count: count)
      let matches = SnippetTerms(try QueryExpression(parsing: "fee rent")).matches(in: text)
      #expect(matches.count == 2 * count)
      let choice = PassageChoice(matches, in: Array(text.unicodeScalars), scalarCount: 200)
      #expect(choice.stepCount <= 2 * matches.count)
    }
  }

  @Test(
    "prose is shown before what was pasted",
    arguments: [
      "Jan 12 03:14:07 mx3 postfix/smtpd[2211]: ferry.example.org[192.0.2.7] ferry=0x7f ferry:25\n",
      "/usr/lib/ferry/libferry.so.3 /usr/share/ferry/ferry.conf /etc/ferry.d/10-ferry.rules\n",
      "  FERRY_TIMEOUT=30; FERRY_HOST=${FERRY_HOST:-ferry01}; export FERRY_HOST\n",
      "https://example.org/ferry?id=3 https://example.org/ferry?id=4 <ferry@example.org>\n",
    ])
  func proseGoesBeforeWhatWasPasted(pasted: String) throws {
    let prose = "I would rather take the ferry than drive around the whole lake in the rain."
    let words = String(repeating: "So much for that, and here is something else. ", count: 8)
    for text in [pasted + pasted + words + prose, prose + words + pasted + pasted] {
      let shown = whole(try snippet(text, "ferry"))
      #expect(shown.contains("rather take the ferry than drive"))
    }
  }

  @Test func manyMatchesEndSoon() throws {
    let found = try snippet(String(repeating: "fee ", count: 2_000), "fee")
    #expect(matches(found).count < 100)
  }
}
