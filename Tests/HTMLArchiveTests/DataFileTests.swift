import HTMLArchive
import SourceBytes
import Testing

@testable import HTMLArchive

/// Comments stored as data: the readers of JSON and flat YAML below them.
@Suite struct DataFileTests {
  static func json(_ text: String) -> JSONValue? { JSONDocument(Array(text.utf8))?.root }

  @Test func readsValuesOfEveryKind() throws {
    let root = try #require(
      Self.json(
        #"{"a": [1, -2.5e1, {}, []], "b": "x\u00e9\ud83d\ude42\n\"", "c": true, "d": null, "b": 2}"#
      )
    )
    #expect(root["a"]?.items.count == 4)
    #expect(root["a"]?.items[1].number == -25)
    #expect(root["b"]?.string == "xé🙂\n\"")
    #expect(root["c"]?.isTrue == true)
    #expect(root["d"] == nil)
    #expect(root["none"] == nil)
  }

  @Test(arguments: [
    "", "[", "]", "{", "[1,]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "[1 2]", "\"", "\"\\", "tru",
    "[1] x", "{1: 2}", "[1}", "nul", String(repeating: "[", count: 100_000),
    String(repeating: "[", count: 300) + String(repeating: "]", count: 300),
  ])
  func takesNothingElseForJSON(text: String) {
    #expect(Self.json(text) == nil)
  }

  @Test func givesHalfASurrogatePairAReplacement() {
    #expect(
      Self.json(#"["\ud83d", "\ud83dx", "\u12"]"#)?.items.map { $0.string } == [
        "\u{FFFD}", "\u{FFFD}x", "\u{FFFD}12",
      ])
  }

  @Test(arguments: [
    ("a: plain text # not this", "plain text"), ("a: 'it''s'", "it's"),
    ("a: \"x\\n\\u00e9\\x41\"", "x\néA"),
    ("a: |\n  one\n   two\n\n  three\n", "one\n two\n\nthree"),
    ("a: >\n  one\n  two\n\n  three\n", "one two\nthree"), ("a: one\n  two", "one two"),
    ("a: \"one\n  two\\\n  three\n\n  four\"", "one twothree\nfour"), ("a: ~", ""), ("a:", ""),
    ("a: \"open", "open "), ("a: http://example.org/#x", "http://example.org/#x"),
  ])
  func readsAScalar(text: String, value: String) {
    #expect(FlatYAML(text)?.fields.first?.value.trimmingTail == value.trimmingTail)
  }

  @Test(arguments: ["", "just words", "- item", "a: 1\nwords", "key with space: 1", "  a: 1"])
  func takesNothingElseForFlatYAML(text: String) {
    #expect(FlatYAML(text) == nil)
  }

  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      "[", "{\"a\":", "[[],", "\"\\u", "{\"post_stream\":{\"posts\":[", "a: |\n", "a: \"\n",
      "a: >\n x\n\n",
      "-----\n", "--------\n", "TITLE: x\n-----\nBODY:\n", "TITLE: x\n-----\nCOMMENT:\n-----\n",
      "a:\n b:\n",
    ])
  func readsAFlood(of piece: String) {
    let flood = String(repeating: piece, count: 12_000 / piece.utf8.count)
    _ = HostileTests.read(flood)
    _ = HostileTests.read("TITLE: x\n-----\nBODY:\n" + flood)
    _ = HostileTests.read("name: x\nmessage: y\ndate: 1\n" + flood)
    _ = HostileTests.read(
      #"{"post_stream": {"posts": [{"post_number": 1, "cooked": "x"}, "# + flood)
  }

  @Test func tellsDataFromMail() {
    func opens(_ text: String) -> Bool { PageReader.opensAsData(Array(text.utf8)) }
    #expect(opens("{\"a\": 1}"))
    #expect(opens("TITLE: x\nDATE: 01/02/2003 04:05:06 AM\n-----\nBODY:\nx\n"))
    #expect(opens("_id: x\nname: Ada\nmessage: y\ndate: 2003-01-02\n"))
    #expect(!opens("From: ada@example.org\nDate: Mon, 1 Jan 2001 00:00:00 +0000\n\nname: x\n"))
    #expect(!opens("name: x\nvalue: y\n"))
    #expect(!opens(""))
  }

  @Test func emojiHaveOneNameEach() {
    #expect(EmojiNames.emoji["tada"] == "🎉")
    #expect(
      EmojiNames.emoji.values.allSatisfy { !$0.isEmpty && $0.utf8.first.map { $0 > 0x7F } ?? false }
    )
  }
}

extension String {
  fileprivate var trimmingTail: String {
    var text = self
    while let last = text.last, last == " " || last == "\n" { text.removeLast() }
    return text
  }
}
