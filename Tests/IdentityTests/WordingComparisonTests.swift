import Discussion
import SourceBytes
import Testing

@testable import Identity

/// A wording that a test makes up.
func wording(
  _ id: String, _ text: String, by name: String? = "Ada Example",
  address: String? = "ada@example.org", at instant: Int64? = 1_326_700_800, zone: Int? = 0,
  subject: String? = "A plan", hasMessageID: Bool = true, permalink: String? = nil,
  kind: PostKind = .message, pages: Set<Int64> = []
) -> Wording {
  let identity = PostID(PostIdentity(MessageID(id)))
  var post = Post(id: identity, kind: kind)
  post.messageID = hasMessageID ? MessageID(id) : nil
  post.author = Author(name: name, address: address)
  post.date = instant.map {
    PostDate(
      stated: StatedDate(instant: $0, offsetMinutes: zone), source: .date, asWritten: "")
  }
  post.subject = subject
  post.permalink = permalink
  post.text = text
  post.blocks = [Block(.own, start: 0, end: text.unicodeScalars.count)]
  return Wording(
    name: WordingName(identity: identity, digest: ContentDigest(of: text)), post: post,
    pages: pages)
}

struct WordingComparisonTests {
  static let text =
    "I would rather print fewer posters and number them, so that each of the four hundred knows"
    + " which one is theirs. Ask the café and Jörg."

  private func join(_ one: Wording, _ other: Wording) -> Join? {
    var comparison = WordingComparison([one, other])
    let join = comparison.join(0, 1)
    #expect(join == comparison.join(1, 0))
    return join
  }

  @Test(
    "one Message-ID, author and date: what archives do to a text leaves it one post",
    arguments: [
      text.replacing("é", with: "?").replacing("ö", with: "?"),
      text.replacing(" ", with: "\n"),
      text + "\n-- \nAda\n",
      text + "\n_______\nPrinters mailing list\nPrinters at example.org\nhttp://example.org/list",
      text.replacing("posters", with: "poster"),
      String(text.prefix(80)),
      "",
    ])
  func nearWords(copy: String) {
    #expect(join(wording("1@a", Self.text), wording("1@a", copy))?.rule == .nearWords)
  }

  @Test(
    "other words under one Message-ID are another post",
    arguments: [
      ("The first words.", "The third words."), ("Yes.", "No."),
      ("I shall come on Monday with the press.", "I cannot come on Monday, the press is sold."),
      ("Добрый день всем", "До свидания всем"),
    ])
  func otherWords(one: String, other: String) {
    #expect(join(wording("1@a", one), wording("1@a", other)) == nil)
  }

  @Test func aReportOfAnotherDayIsAnotherPost() {
    let (one, other) = (Self.text + " Day 1.", Self.text + " Day 2.")
    let later: Int64 = 1_326_700_800 + 3 * 86_400
    #expect(join(wording("1@a", one), wording("1@a", other, at: later)) == nil)
  }

  @Test func otherMessageIDsAreOtherPosts() {
    #expect(join(wording("1@a", Self.text), wording("2@a", Self.text)) == nil)
  }

  @Test(
    "without a Message-ID author, date and words tell",
    arguments: [
      ("Ada Example", "ada@example.org"), ("Example, Ada", nil), (nil, "ada@example.org"),
      ("Ada Example", "ada@xxxxxxx"), ("Ada Example", "a...@example.org"),
      ("ada at example.org", nil),
    ] as [(String?, String?)])
  func withoutMessageID(name: String?, address: String?) {
    let page = wording(
      "", Self.text.replacing("café", with: "caf?"), by: name, address: address,
      hasMessageID: false)
    #expect(join(wording("1@a", Self.text), page)?.rule == .sameAuthorAndDate)
  }

  @Test func aZoneThatIsNotToldIsNoOtherDate() {
    let page = wording(
      "", Self.text, at: 1_326_700_800 + 3600, zone: nil, hasMessageID: false)
    #expect(join(wording("1@a", Self.text), page)?.rule == .sameAuthorAndDate)
    let later = wording("", Self.text, at: 1_326_700_800 + 1000, hasMessageID: false)
    #expect(join(wording("1@a", Self.text), later) == nil)
  }

  @Test(
    "without a Message-ID other authors, dates, subjects and words are other posts",
    arguments: [
      wording("", text, by: "Ben", address: "ben@example.org", hasMessageID: false),
      wording("", text, at: 1_326_700_800 + 60, hasMessageID: false),
      wording("", text, subject: "Another plan", hasMessageID: false),
      wording("", "Something else altogether, said on the same day.", hasMessageID: false),
    ])
  func others(other: Wording) {
    #expect(join(wording("1@a", Self.text), other) == nil)
  }

  @Test func aCaptureWithoutDatesIsKnownByItsWords() {
    let comment = wording(
      "2", Self.text, address: nil, subject: nil, hasMessageID: false, kind: .comment, pages: [1])
    let captured = wording(
      "3", Self.text, address: nil, at: nil, subject: nil, hasMessageID: false, kind: .comment,
      pages: [2])
    #expect(join(comment, captured)?.rule == .undated)
    let mate = wording(
      "4", Self.text, address: nil, at: nil, subject: nil, hasMessageID: false, kind: .comment,
      pages: [1])
    #expect(join(comment, mate) == nil)
  }

  @Test func onePlaceOfOneSiteIsOnePostHoweverItIsReached() {
    func comment(_ link: String, _ text: String) -> Wording {
      wording(
        link, text, hasMessageID: false, permalink: link, kind: .comment)
    }
    let one = comment("https://blog.example.org/a/#comment-3", Self.text)
    #expect(
      join(one, comment("http://www.blog.example.org/a#comment-3", Self.text + " And."))?.rule
        == .nearWords)
    #expect(
      join(one, comment("http://blog.example.org/?p=7#comment-3", Self.text + " And."))?.rule
        == .sameAuthorAndDate)
    #expect(join(one, comment("https://blog.example.org/a/#comment-4", Self.text)) == nil)
  }
}

struct WordingGroupsTests {
  static let text = WordingComparisonTests.text

  private func groups(_ wordings: [Wording], apart: [(left: Int, right: Int)] = []) -> [[String]] {
    var comparison = WordingComparison(wordings)
    var joins: [(left: Int, right: Int, join: Join)] = []
    for left in wordings.indices {
      for right in (left + 1)..<wordings.endIndex {
        if let join = comparison.join(left, right) { joins.append((left, right, join)) }
      }
    }
    return WordingGroups(wordings, joins: joins, apart: apart).groups.map { group in
      group.members.map { wordings[$0].name.imposterID.text }
    }
  }

  @Test func aCopyWithoutMessageIDFitsOneOfTwo() {
    let one = wording("1@a", Self.text)
    let two = wording("2@a", Self.text)
    let copy = wording("", Self.text, hasMessageID: false)
    let found = groups([one, two, copy])
    #expect(found.count == 2)
    for order in [[copy, two, one], [two, copy, one]] { #expect(groups(order) == found) }
  }

  @Test func whatAReaderPartsStaysApart() {
    let (one, other) = (wording("1@a", Self.text), wording("1@a", Self.text + " And."))
    #expect(groups([one, other]).count == 1)
    #expect(groups([one, other], apart: [(0, 1)]).count == 2)
  }

  @Test func shortWordsNeedCompany() {
    func comment(_ text: String, page: Int64, isDated: Bool) -> Wording {
      wording(
        "\(page) \(text)", text, address: nil, at: isDated ? 1_326_700_800 : nil, subject: nil,
        hasMessageID: false, kind: .comment, pages: [page])
    }
    let short = [
      comment("Thank you!", page: 1, isDated: true), comment("Thank you!", page: 2, isDated: false),
    ]
    #expect(groups(short).count == 2)
    let long = [
      comment(Self.text, page: 1, isDated: true), comment(Self.text, page: 2, isDated: false),
    ]
    #expect(groups(short + long).count == 2)
  }
}

struct LostLettersTests {
  @Test(
    "marks that stand for letters count, questions do not",
    arguments: [
      ("J?rg und ?brigens ich", 2), ("Why? What?? Who?", 0), ("http://a.org/?b=c", 0),
      ("??? ? ????", 2), ("caf\u{fffd} noir", 1), ("", 0), ("?", 0),
    ])
  func count(text: String, expected: Int) {
    #expect(LostLetters.count(in: text) == expected)
  }
}
