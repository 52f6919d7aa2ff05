import Discussion
import Testing

@testable import Threading

struct MailEvidenceTests {
  private static let root = Writer.message(
    "root", by: Writer.ada, at: 1_000_000, subject: "Repairing the tide clock",
    """
    The tide clock in the harbour office has lost eleven minutes since March.
    Somebody ought to open the case before the pilots start to trust it again.
    """)
  private static let first = Writer.message(
    "first", by: Writer.bo, at: 1_010_000, subject: "Re: Repairing the tide clock",
    """
    On 12 January 1970 at 13:46, Ada Lindholm wrote:
    > Somebody ought to open the case before
    > the pilots start to trust it again.

    I have the key, but not the nerve. The spring is older than the office itself.
    """)
  private static let second = Writer.message(
    "second", by: Writer.cyd, at: 1_020_000, subject: "Re: Repairing the tide clock",
    """
    Bo Nakamura wrote:
    > > Somebody ought to open the case before
    > > the pilots start to trust it again.
    >
    > The spring is older than the office itself.

    Then it has earned a watchmaker and not one of us.
    """)

  private func parents(_ posts: [EvidencePost], linked: [PostID: PostID] = [:]) -> [String: String]
  {
    Dictionary(
      uniqueKeysWithValues: EvidenceThreading.links(for: posts, linked: linked).map {
        ($0.child.text, $0.parent.text)
      })
  }

  @Test func quotedWordsLeadToTheirWriter() throws {
    let links = EvidenceThreading.links(for: [Self.root, Self.first])
    let link = try #require(links.first)
    #expect(link.child == PostID("first") && link.parent == PostID("root"))
    let quote = try #require(link.reasons.first { $0.kind == .quote })
    let range = try #require(quote.range)
    let scalars = Self.first.text.unicodeScalars.dropFirst(range.lowerBound).prefix(range.count)
    #expect(
      String(scalars)
        == "Somebody ought to open the case before\n> the pilots start to trust it again")
    #expect(link.confidence > 0.9)
  }

  @Test func aDeeperQuotationTellsTheParentFromTheGrandparent() {
    #expect(
      parents([Self.root, Self.first, Self.second]) == ["first": "root", "second": "first"])
  }

  @Test func theOrderOfThePostsDoesNotMatter() {
    let posts = [Self.root, Self.first, Self.second]
    let expected = EvidenceThreading.links(for: posts)
    for order in [[2, 1, 0], [1, 2, 0], [0, 2, 1], [2, 0, 1], [1, 0, 2]] {
      #expect(EvidenceThreading.links(for: order.map { posts[$0] }) == expected)
    }
  }

  @Test func whatHeadersLinkIsLeftAlone() {
    let linked = [PostID("second"): PostID("root")]
    #expect(parents([Self.root, Self.first, Self.second], linked: linked) == ["first": "root"])
  }

  @Test func aNewSubjectWithoutSharedWordsAnswersNobody() {
    let other = Writer.message(
      "other", by: Writer.cyd, at: 1_015_000, subject: "Minutes of the boat club",
      "We met, we counted the oars, and there were nine of them.")
    #expect(parents([Self.root, Self.first, other]) == ["first": "root"])
  }

  @Test func oneCommonPhraseAcrossSubjectsIsNoReply() {
    let other = Writer.message(
      "other", by: Writer.cyd, at: 1_015_000, subject: "Minutes of the boat club",
      """
      Somebody elsewhere wrote:
      > The pilots start to trust anybody who can count, said the harbour master, and the club
      > should buy a second lantern for the long pier before the evenings get any darker.

      Agreed by five votes.
      """)
    #expect(parents([Self.root, Self.first, other])["other"] == nil)
  }

  @Test func aParentIsNeverLaterThanItsChild() {
    var late = Self.root
    late.instant = 2_000_000
    #expect(parents([late, Self.first])["first"] == nil)
  }

  @Test func textWithoutBlocksAndEmptyPostsDoNoHarm() {
    var bare = Self.first
    bare.blocks = []
    let empty = Writer.message("empty", by: Author(), at: nil, subject: nil, "")
    #expect(EvidenceThreading.links(for: [empty]).isEmpty)
    #expect(parents([Self.root, bare, empty])["empty"] == nil)
  }
}
