import Discussion
import Testing

@testable import Threading

struct NamedMessageTests {
  private static func id(_ name: String) -> String {
    PostID(PostIdentity(MessageID("\(name)@example.org"))).text
  }

  private static let root = Writer.message(
    id("root"), by: Writer.ada, at: 1_000_000, subject: "Repairing the tide clock",
    """
    The tide clock in the harbour office has lost eleven minutes since March.
    Somebody ought to open the case before the pilots start to trust it again.
    """)
  private static let first = Writer.message(
    id("first"), by: Writer.bo, at: 1_010_000, subject: "Re: Repairing the tide clock",
    """
    In article <root@example.org> Ada Lindholm wrote:
    > Somebody ought to open the case before
    > the pilots start to trust it again.

    I have the key, but not the nerve. The spring is older than the office itself.
    """)

  private func parents(_ posts: [EvidencePost]) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: EvidenceThreading.links(for: posts).map {
        ($0.child.text, $0.parent.text)
      })
  }

  @Test func theFirstNameIsThatOfTheParentWhereQuotationsAreOnlyIndented() throws {
    // GNU Emacs quotes by three blanks: the line of the grandparent looks like one of the author's own.
    let second = Writer.message(
      Self.id("second"), by: Writer.cyd, at: 1_020_000, subject: "Re: Repairing the tide clock",
      """
      In article <first@example.org> Bo Nakamura wrote:

         In article <root@example.org> Ada Lindholm wrote:
      > Somebody ought to open the case before
      > the pilots start to trust it again.

         I have the key, but not the nerve.

      Then bring the key, and somebody else will have the nerve.
      """)
    let links = EvidenceThreading.links(for: [Self.root, Self.first, second])
    let link = try #require(links.first { $0.child.text == Self.id("second") })
    #expect(link.parent.text == Self.id("first"))
    #expect(link.reasons.contains { $0.kind == .attribution })
  }

  @Test func aParentWithAFastClockIsFound() {
    let late = Writer.message(
      Self.id("late"), by: Writer.bo, at: 1_020_000, subject: "Re: Repairing the tide clock",
      "I have the key, but not the nerve. The spring is older than the office itself.")
    let child = Writer.message(
      Self.id("child"), by: Writer.cyd, at: 1_018_000, subject: "Re: Repairing the tide clock",
      """
      In article <late@example.org> Bo Nakamura wrote:
      > I have the key, but not the nerve. The spring is older than the office itself.

      Then bring the key.
      """)
    #expect(parents([Self.root, late, child])[Self.id("child")] == Self.id("late"))
  }

  @Test func messagesThatNameEachOtherMakeNoLoop() {
    let one = Writer.message(
      Self.id("one"), by: Writer.ada, at: 1_000_000, subject: "Tides",
      "In article <two@example.org> Bo Nakamura wrote:\n> the key of the case lies with me\n\nBring it."
    )
    let two = Writer.message(
      Self.id("two"), by: Writer.bo, at: 1_000_600, subject: "Tides",
      "In article <one@example.org> Ada Lindholm wrote:\n> Bring it.\n\nNo, the key of the case lies with me."
    )
    let found = parents([one, two])
    #expect(found.count <= 1)
  }

  @Test func aNameOfAMissingMessageSpeaksAgainstAllOthers() {
    let child = Writer.message(
      Self.id("child"), by: Writer.cyd, at: 1_018_000, subject: "Winter moorings",
      "In article <elsewhere@example.org> Dee Osei wrote:\n\nAll moorings are let until spring.")
    #expect(parents([Self.root, Self.first, child])[Self.id("child")] == nil)
  }

  @Test func namesAreReadInOrderAndAddressesAreToldApart() {
    let text = "Ada <ada@example.org> in message <a@x> and <b@y>, <not an id>, <c"
    let bytes = Array(text.utf8)
    let names = NamedMessages(bytes, in: [0..<bytes.count]).names
    #expect(names.map(\.isMarked) == [false, true, false])
    #expect(names[1].post == PostID(PostIdentity(MessageID("a@x"))))
    #expect(NamedMessages(bytes, in: []).names.isEmpty)
  }

  @Test func manyNamesCostNoMoreThanTheLimit() {
    let bytes = Array(String(repeating: "<a@b> <", count: 20_000).utf8)
    #expect(NamedMessages(bytes, in: [0..<bytes.count]).names.count == 8)
  }
}

struct EvidenceCalibrationTests {
  @Test(
    arguments: [MailModel.calibration.points]
      + [CommentManner.quoting, .silent(among: 0), .silent(among: 0.1), .silent(among: 1)].map {
        CommentModel.calibration(for: $0).points
      })
  func tablesRiseFromNothingToBelowCertainty(_ points: [(share: Double, right: Double)]) {
    #expect(points.first?.share == 0 && points.last?.share == 1)
    for (low, high) in zip(points, points.dropFirst()) {
      #expect(low.share < high.share && low.right <= high.right)
    }
    #expect((points.last?.right ?? 1) < 1)
  }

  @Test func betweenPointsRunsALine() {
    let table = EvidenceCalibration(points: [(0, 0), (0.5, 0.2), (1, 0.9)])
    #expect(table.probability(of: 0) == 0 && abs(table.probability(of: 1) - 0.9) < 1e-12)
    #expect(abs(table.probability(of: 0.25) - 0.1) < 1e-12)
    #expect(abs(table.probability(of: 0.75) - 0.55) < 1e-12)
    #expect(EvidenceCalibration(points: []).probability(of: 0.4) == 0.4)
  }
}
