import Discussion
import SourceBytes
import Testing

struct PostIDTests {
  /// Computed apart from the code under test: SHA-256 of the kind, NUL and the value, five bits a character.
  static let vectors: [(PostIdentity, String)] = [
    (PostIdentity(MessageID("a@example.org")), "q9znen846wf3"),
    (PostIdentity(MessageID("grüße@example.org")), "pvad6cs3m8v6"),
    (
      PostIdentity(permalink: "https://example.org/2012/01/a-post/#comment-7"), "f9qsdydq7fxg"
    ),
    (
      PostIdentity(
        author: "Ada Example", dateAsWritten: "Mon, 2 Jan 2012", ownWords: "One word and another"),
      "jr3xynmr2e1q"
    ),
    (PostIdentity(MessageID("")), "d8596ycc47qw"),
  ]

  @Test("an id is a function of the identity that anyone can compute", arguments: vectors)
  func isAFunctionOfTheIdentity(identity: PostIdentity, id: String) {
    #expect(PostID(identity).text == id)
  }

  @Test func imposterHasAnIDOfItsOwn() {
    let id = PostID(PostIdentity(MessageID("a@example.org")))
    let imposter = PostID(imposterOf: id, textDigest: ContentDigest(of: "other words"))
    #expect(imposter.text == "x7gttt3111bc")
  }

  @Test func everyIDHasTwelveCharactersAndStartsWithALetter() {
    let alphabet = Set("0123456789abcdefghjkmnpqrstvwxyz")
    for number in 0..<2_000 {
      let id = PostID(PostIdentity(MessageID("\(number)@example.org"))).text
      #expect(id.count == PostID.characterCount && id.allSatisfy(alphabet.contains))
      #expect(id.first.map { $0.isLetter } == true)
    }
  }

  @Test func whiteSpaceOfACopyDoesNotChangeItsIdentity() {
    let plain = PostIdentity(author: "Ada Example", dateAsWritten: "2 Jan", ownWords: "a b c")
    let folded = PostIdentity(
      author: " Ada\n  Example", dateAsWritten: "2\tJan ", ownWords: "a\u{a0}b\r\n\r\nc\n")
    #expect(PostID(plain) == PostID(folded))
  }

  /// Names must not change with the way in which words are parted.
  @Test(arguments: [
    "", " \u{85}a\u{a0}\u{a0}b\r\n", "J\u{f6}rg \u{2014} \u{201c}\u{43e}\u{434}\u{201d} \u{20ac}5",
    "a \u{301}b c\u{2003}d \u{200d}e", "\u{e4}\u{a0}\u{301}x", "\u{6dd} 1\u{3000}\u{4e00}",
    "\u{ad} x \u{ad}", "\u{a9} \u{ae}\u{fe0f} x", "x\u{2028}y\u{2029}z",
  ])
  func wordsEndAtCharacters(text: String) {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let identity = PostIdentity(author: "", dateAsWritten: "", ownWords: text)
    #expect(Array(identity.value.utf8) == Array("\0\0\(words)".utf8))
  }

  @Test func partsOfAContentIdentityDoNotRunIntoEachOther() {
    let one = PostIdentity(author: "Ada", dateAsWritten: "2 Jan", ownWords: "words")
    let other = PostIdentity(author: "Ada 2", dateAsWritten: "Jan", ownWords: "words")
    #expect(PostID(one) != PostID(other))
  }

  @Test func kindsOfIdentityDoNotMeet() {
    let link = "https://example.org/1"
    #expect(PostID(PostIdentity(permalink: link)) != PostID(PostIdentity(MessageID(link))))
  }
}

struct MessageIDTests {
  @Test(
    "quotes that need not be there do not make another id",
    arguments: [
      ("a@example.org", "a@example.org"),
      (#""a"@example.org"#, "a@example.org"),
      (#""a b"@example.org"#, "a b@example.org"),
      (#""a\"b"@example.org"#, #"a"b@example.org"#),
      (#""a\\b"@example.org"#, #"a\b@example.org"#),
      (#"a"b"@example.org"#, #"a"b"@example.org"#),
      (#""unfinished@example.org"#, #""unfinished@example.org"#),
      (#"""#, #"""#),
      ("", ""),
      ("Case@Example.ORG", "Case@Example.ORG"),
      (#""é"@example.org"#, "é@example.org"),
    ])
  func quotesAreNormalized(written: String, normalized: String) {
    #expect(MessageID(written).normalized == normalized)
    #expect(MessageID(written).asWritten == written)
  }

  @Test func idsThatDifferInNeedlessQuotesAreOne() {
    let (plain, quoted) = (MessageID("a@example.org"), MessageID(#""a"@example.org"#))
    #expect(plain == quoted)
    #expect(Set([plain, quoted]).count == 1)
    #expect(PostID(PostIdentity(plain)) == PostID(PostIdentity(quoted)))
  }
}
