import Discussion
import SourceBytes
import Testing

@testable import Digests

@Suite struct DigestTextTests {
  @Test(arguments: [
    ("a  b\n\tc ", "a b c"), ("\u{202E}evil\u{202C}", "evil"), ("a\u{0}\u{1B}[31mb", "a[31mb"),
    ("a\u{200B}b\u{FEFF}", "ab"), ("👩‍👩‍👧 ok", "👩‍👩‍👧 ok"), ("a\u{2028}b\u{85}c", "a b c"),
    ("x\u{E0041}\u{FFFE}", "x"), (" ", ""), ("", ""),
  ])
  func showsNothingThatSteersATerminalOrTurnsText(text: String, shown: String) {
    #expect(DisplayText.line(text) == shown)
  }

  @Test(arguments: [
    ("write to ada@example.org.", "write to ada@…."),
    ("Ada <ada.b+c@mail.example.org>", "Ada <ada.b+c@…>"),
    ("@ada and a @ b", "@ada and a @ b"),
    ("ada@localhost", "ada@localhost"),
    ("https://example.org/r/1@example.org x@y.org", "https://example.org/r/1@example.org x@…"),
    ("no address", "no address"),
  ])
  func masksAddressesButNotLinks(text: String, masked: String) {
    #expect(DisplayText.withoutAddresses(text) == masked)
  }

  @Test(arguments: [
    ("see http://example.org/a.", ["T see ", "L http://example.org/a", "T ."]),
    ("<https://example.org/a_b>", ["L https://example.org/a_b"]),
    ("(https://example.org/a_(b))!", ["T (", "L https://example.org/a_(b)", "T )!"]),
    ("xhttp://example.org", ["T xhttp://example.org"]),
    ("javascript:alert(1) http://", ["T javascript:alert(1) http://"]),
    ("HTTPS://EXAMPLE.ORG", ["L HTTPS://EXAMPLE.ORG"]),
  ])
  func findsLinks(text: String, pieces: [String]) {
    let found = WebLink.split(text).map { piece in
      switch piece {
      case .text(let text): "T " + text
      case .link(let link): "L " + link
      }
    }
    #expect(found == pieces)
  }

  @Test(arguments: [
    "javascript:alert(1)", "data:text/html,x", "http://", "http://a b", "http://a\"b", "//x",
    "http://a<b", " http://example.org", "http://\u{202E}x",
  ])
  func refusesLinksThatAreNotPlainWebLinks(link: String) {
    #expect(WebLink.checked(link) == nil)
    #expect(WebLink.checked("https://example.org/?a=1&b=%20#c") != nil)
  }

  @Test(arguments: [
    ("One. Two? Three!", ["One.", "Two?", "Three!"]),
    ("See e.g. Ada, i.e. Dr. Example. Next.", ["See e.g. Ada, i.e. Dr. Example.", "Next."]),
    ("J. R. Writer said so. Yes.", ["J. R. Writer said so.", "Yes."]),
    ("He said “no.” Then left.", ["He said “no.”", "Then left."]),
    ("version 2.0 is out. it is.", ["version 2.0 is out. it is."]),
    ("これは。あれ！", ["これは。", "あれ！"]),
    ("Wait... what? OK", ["Wait... what?", "OK"]),
    ("", []),
  ])
  func splitsSentences(text: String, sentences: [String]) {
    #expect(Sentences.split(text) == sentences)
  }

  @Test(arguments: [
    ("one two", 2), ("don't - stop", 2), ("検索 ok", 3), ("…", 0), ("", 0), ("C++ 2.0", 2),
  ])
  func countsWords(text: String, count: Int) {
    #expect(WordCount.of(text) == count)
  }

  @Test func saysPeriodsShortly() throws {
    func day(_ month: Int, _ day: Int, _ year: Int = 2012) throws -> StatedDate {
      try #require(StatedDate(year: year, month: month, day: day, precision: .day))
    }
    #expect(try DateWords.period(day(1, 3), day(1, 9)) == "3–9 January 2012")
    #expect(try DateWords.period(day(1, 3), day(2, 9)) == "3 January – 9 February 2012")
    #expect(try DateWords.period(day(1, 3), day(1, 9, 2013)) == "3 January 2012 – 9 January 2013")
    #expect(try DateWords.period(day(1, 3), day(1, 3)) == "3 January 2012")
    let year = try #require(StatedDate(year: 1999, precision: .year))
    #expect(try DateWords.period(year, day(1, 3)) == "1999 – 3 January 2012")
    let late = try #require(
      StatedDate(year: 2012, month: 5, day: 6, hour: 7, minute: 8, offsetMinutes: -570))
    #expect(DateWords.moment(late) == "6 May 2012, 07:08 −09:30")
  }
}

@Suite struct ParagraphTests {
  private static let wrapped = """
    This text was wrapped by a mail program to a width of some seventy
    columns, as most mail is, and its breaks mean nothing to the reader of
    it at all.

    A short line
    that was meant
    as it stands.

    1. one item that is so long that the program had to wrap it to a
       second line
    2. another

    Name:     Ada
    Place:    Here

    if (a) {
      b();
    }
    """

  @Test func undoesWrappingAndKeepsMeantBreaks() {
    let paragraphs = Paragraph.split(Array(Self.wrapped.unicodeScalars)[...])
    #expect(
      paragraphs == [
        .prose([
          TextLine(
            text: "This text was wrapped by a mail program to a width of some seventy columns, as "
              + "most mail is, and its breaks mean nothing to the reader of it at all.")
        ]),
        .prose([
          TextLine(text: "A short line"), TextLine(text: "that was meant"),
          TextLine(text: "as it stands."),
        ]),
        .prose([
          TextLine(
            marker: "1.",
            text: "one item that is so long that the program had to wrap it to a second line"),
          TextLine(marker: "2.", text: "another"),
        ]),
        .verbatim(["Name:     Ada", "Place:    Here"]),
        .verbatim(["if (a) {", "  b();", "}"]),
      ])
  }

  @Test(arguments: ["", "\n\n", " \n\t\n"])
  func findsNothingInEmptyText(text: String) {
    #expect(Paragraph.split(Array(text.unicodeScalars)[...]) == [])
  }
}

@Suite struct EvidenceWordsTests {
  @Test(
    arguments: [
      (
        Evidence.Kind.salutation, "Hey Andrew", 0.82, 3,
        "likely: “Hey Andrew” names the author of comment 3"
      ),
      (.ordinal, "#3", 0.97, 3, "certain: “#3” names comment 3"),
      (.quote, "very small", 0.7, nil, "likely: it quotes that post: “very small”"),
      (.turn, "", 0.3, nil, "guess: the two authors take turns"),
      (.manual, "", 1, nil, "certain: a reader linked them"),
    ] as [(Evidence.Kind, String, Double, Int?, String)])
  func saysWhy(
    kind: Evidence.Kind, detail: String, confidence: Double, ordinal: Int?, words: String
  ) {
    var parent = Post(id: PostID("a"), kind: .comment)
    parent.ordinal = ordinal
    let link = ReplyLink(
      child: PostID("b"), parent: PostID("a"),
      reasons: [Evidence(kind, weight: 1, detail: detail)], confidence: confidence)
    let child = Post(id: PostID("b"), kind: .comment)
    #expect(EvidenceWords.explain(link, child: child, parent: parent) == words)
  }

  @Test(arguments: [
    (PostKind.comment, "likely: it stands under the article, and no comment before it fits better"),
    (.pingback, "likely: a pingback speaks of the article itself"),
  ])
  func saysWhyAPostHangsOnTheArticle(kind: PostKind, words: String) {
    let link = ReplyLink(
      child: PostID("b"), parent: PostID("a"),
      reasons: [Evidence(.default, weight: 1, detail: "")], confidence: 0.8)
    let explained = EvidenceWords.explain(
      link, child: Post(id: PostID("b"), kind: kind),
      parent: Post(id: PostID("a"), kind: .article))
    #expect(explained == words)
  }

  @Test func saysNothingOfHeaders() {
    let link = ReplyLink(
      child: PostID("b"), parent: PostID("a"),
      reasons: [Evidence(.header, weight: 1, detail: "")], confidence: 1)
    let post = Post(id: PostID("a"), kind: .message)
    #expect(EvidenceWords.explain(link, child: post, parent: post) == nil)
  }
}
