import Discussion
import Testing

@testable import Threading

struct CommentEvidenceTests {
  private static let article = Writer.article(
    "article", by: "Ines Varga",
    """
    The ferry company wants to close the night crossing. I counted the passengers for a month:
    thirty-one on a weekday, and most of them bakers.
    """)

  /// The comments that every case starts with.
  private static let opening = [
    Writer.comment(
      "c1", by: "Andrew Pell", place: 1,
      "Thirty-one is more than I expected. Did you count the crew as well, or only those who paid?"),
    Writer.comment(
      "c2", by: "tidewrack", place: 2,
      """
      i take the night boat twice a week. without it the fish would be a day older and the bakers
      would have to sleep in the harbour.
      """),
    Writer.comment(
      "c3", by: "Ruth Amadi", place: 3,
      "Somebody should send these numbers to the council before the hearing in October."),
  ]

  private func parent(
    of comment: EvidencePost, after opening: [EvidencePost] = opening
  ) throws -> ReplyLink {
    let posts = [Self.article] + opening + [comment]
    return try #require(
      EvidenceThreading.links(for: posts).first { $0.child == comment.id }, "no link")
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let author: String
    let text: String
    let parent: String
    let evidence: Evidence.Kind
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "a greeting names the author by first name", author: "Ines Varga",
      text: "Hi Andrew, only those who paid. The crew sleeps on board.", parent: "c1",
      evidence: .salutation),
    Case(
      name: "a misspelt name is still a name", author: "Ines Varga",
      text: "Hey Andrw,\n\nonly those who paid. The crew sleeps on board.", parent: "c1",
      evidence: .salutation),
    Case(
      name: "a name that fits nobody means the one who shows a handle", author: "Ines Varga",
      text: "Sam, that is the best reason I have heard so far. May I repeat it at the hearing?",
      parent: "c2", evidence: .salutation),
    Case(
      name: "a mention by handle", author: "Joachim Lund",
      text: "@tidewrack which nights are those? I would come along once.", parent: "c2",
      evidence: .salutation),
    Case(
      name: "a printed number", author: "Joachim Lund",
      text: "I agree with #1, the crew matters more than anybody admits.", parent: "c1",
      evidence: .ordinal),
    Case(
      name: "a number in words", author: "Joachim Lund",
      text: "As comment 2 says, the bakers would have no bed.", parent: "c2", evidence: .ordinal),
    Case(
      name: "a quotation without a name", author: "Joachim Lund",
      text: """
        > without it the fish would be a day
        > older and the bakers would have to sleep

        Then the fish is an argument too, and the council likes fish.
        """, parent: "c2", evidence: .quote),
    Case(
      name: "words quoted inside the sentence", author: "Joachim Lund",
      text: """
        “the fish would be a day older and the bakers would have to sleep in the harbour” is the
        sentence to put on the poster.
        """, parent: "c2", evidence: .quote),
  ]

  @Test(arguments: cases)
  func findsTheParent(_ item: Case) throws {
    let link = try parent(of: Writer.comment("reply", by: item.author, place: 4, item.text))
    #expect(link.parent == PostID(item.parent))
    #expect(link.reasons.first?.kind == item.evidence)
    if let reason = link.reasons.first, let range = reason.range {
      let scalars = item.text.unicodeScalars.dropFirst(range.lowerBound).prefix(range.count)
      #expect(
        String(scalars).split(whereSeparator: \.isWhitespace).filter { $0 != ">" }.first
          == reason.detail.split(separator: " ").first)
    }
  }

  @Test func theSecondAnswerToAPersonReachesBackOverOthers() throws {
    let first = Writer.comment(
      "a1", by: "Ines Varga", place: 4, "Andrew, only those who paid. I will ask about the crew.")
    let between = Writer.comment(
      "c5", by: "Nadia Orlov", place: 5, "My bakery would pay double for the night boat.")
    let link = try parent(
      of: Writer.comment(
        "reply", by: "Ines Varga", place: 6,
        "Andrew, I have asked, as I promised: the crew is six people, and I had not counted them."),
      after: Self.opening + [first, between])
    #expect(link.parent == PostID("c1"))
  }

  /// The owner of a page who speaks to somebody by name goes on neither with their own words nor with the article.
  @Test func anOwnerWhoSpeaksToACommenterAnswersNeitherThemselvesNorTheArticle() throws {
    let first = Writer.comment(
      "a1", by: "Ines Varga", place: 4, "Andrew, only those who paid. I will ask about the crew.")
    let second = Writer.comment(
      "a2", by: "Ines Varga", place: 5,
      "Everybody: the tables are on the wall of the ferry house now.")
    let link = try parent(
      of: Writer.comment(
        "reply", by: "Ines Varga", place: 6,
        "Andrew, I have asked: six people, and nobody had counted them before."),
      after: Self.opening + [first, second])
    #expect(link.parent == PostID("c1"))
    #expect(link.confidence >= 0.6)
  }

  @Test func aFirstCommentThatSpeaksToNobodyAnswersTheArticle() throws {
    let link = try parent(
      of: Writer.comment(
        "reply", by: "Olga Brandt", place: 4, "Wonderful article, please count them in May again."))
    #expect(link.parent == PostID("article"))
    #expect(link.reasons.contains { $0.kind == .default })
  }

  @Test func whereOthersQuoteASilentCommentAnswersTheOneBefore() throws {
    let quoting = [
      Writer.comment(
        "q1", by: "Nadia Orlov", place: 4,
        """
        > Did you count the crew as well, or only those who paid?

        You cannot run a boat without a crew, so what would that change?
        """),
      Writer.comment(
        "q2", by: "Joachim Lund", place: 5,
        """
        > Somebody should send these numbers to the council before the hearing

        The council has them already and has put them into a drawer.
        """),
      Writer.comment(
        "q3", by: "Ruth Amadi", place: 6,
        """
        > The council has them already and has put them into a drawer.

        Then somebody should open the drawer.
        """),
    ]
    let link = try parent(
      of: Writer.comment("reply", by: "Joachim Lund", place: 7, "With which key, I wonder?"),
      after: Self.opening + quoting)
    #expect(link.parent == PostID("q3"))
  }

  @Test func weightsDependOnTheMannerOfSpeaking() {
    let features = [1.0, 0.5]
    #expect(CommentManner.quoting.spread(features) == [1, 0.5, 1, 0.5, 0, 0])
    #expect(CommentManner.silent(among: 0.125).spread(features) == [1, 0.5, 0, 0, 0.5, 0.25])
    #expect(CommentManner.silent(among: 0.7) == CommentManner.silent(among: 0.25))
    #expect(CommentModel.weights.count == 3 * CommentFeature.allCases.count)
  }

  @Test func aPingbackIsNeitherParentNorChild() {
    let pingback = Writer.comment(
      "ping", by: "Night boats | The Quay", place: 4, "without it the fish would be a day older",
      kind: .pingback)
    let posts =
      [Self.article] + Self.opening + [
        pingback,
        Writer.comment("reply", by: "Night", place: 5, "Quay, I saw that. #4 is well put."),
      ]
    let links = EvidenceThreading.links(for: posts)
    #expect(!links.contains { $0.child == PostID("ping") || $0.parent == PostID("ping") })
  }

  @Test func theOrderOfThePostsDoesNotMatter() {
    let posts =
      [Self.article] + Self.opening
      + Self.cases.enumerated().map { index, item in
        Writer.comment("r\(index)", by: item.author, place: 4 + index, item.text)
      }
    let expected = EvidenceThreading.links(for: posts)
    #expect(expected.count == posts.count - 1)
    #expect(EvidenceThreading.links(for: posts.reversed()) == expected)
    #expect(EvidenceThreading.links(for: posts.sorted { $0.text < $1.text }) == expected)
  }

  @Test func anArticleThatIsNotThereIsStillAParent() {
    let links = EvidenceThreading.links(for: Self.opening)
    #expect(links.first?.parent == PostID("article"))
    #expect(links.count == 3)
  }

  @Test func markupStaysAndServesAsContext() {
    let nested = Writer.comment(
      "nested", by: "Ines Varga", place: 4, "Only those who paid.")
    let posts = [Self.article] + Self.opening + [nested]
    let links = EvidenceThreading.links(for: posts, linked: [nested.id: PostID("c3")])
    #expect(!links.contains { $0.child == nested.id })
  }
}
