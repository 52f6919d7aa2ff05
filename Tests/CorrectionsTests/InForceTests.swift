import Discussion
import Testing

@testable import Corrections

struct InForceTests {
  private func correction(
    _ decision: Decision, second: Int64, by: String? = nil, isUndone: Bool = false
  ) -> Correction {
    Correction(
      number: Int(second), change: Int(second), decision: decision, by: by,
      made: CorrectionTime(milliseconds: second * 1000),
      undone: isUndone ? CorrectionTime(milliseconds: 1_000_000) : nil)
  }

  private func title(_ text: String) -> Decision {
    Decision(.edit, post: PostID("a"), about: "subject", value: .text(text))
  }

  @Test func theLatestOfASlotCounts() {
    let all = [
      correction(title("one"), second: 1), correction(title("two"), second: 2),
      correction(
        Decision(.edit, post: PostID("a"), about: "author", value: "Ada"), second: 1),
      correction(Decision(.edit, post: PostID("b"), about: "subject", value: "x"), second: 1),
    ]
    let values = all.inForce().map(\.decision.value)
    #expect(values == ["Ada", "two", "x"])
  }

  @Test func whatWasTakenBackGivesWayToWhatWasBefore() {
    let all = [
      correction(title("one"), second: 1), correction(title("two"), second: 2, isUndone: true),
    ]
    #expect(all.inForce().map(\.decision.value) == ["one"])
  }

  @Test func theOrderInWhichTheyCameDoesNotMatter() {
    let all = (0..<40).map { index in
      correction(
        title("\(index % 7)"), second: Int64(index / 10), by: index % 3 == 0 ? "Ada" : nil)
    }
    let first = all.inForce().map { [$0.decision.value.text, $0.by] }
    for _ in 0..<20 {
      #expect(all.shuffled().inForce().map { [$0.decision.value.text, $0.by] } == first)
    }
  }

  @Test(
    "times are read and written",
    arguments: [
      ("2026-11-22T12:00:00.007Z", "2026-11-22T12:00:00.007Z"),
      ("2026-11-22T12:00:00Z", "2026-11-22T12:00:00.000Z"),
      ("1969-12-31T23:59:59.000Z", "1969-12-31T23:59:59.000Z"),
    ])
  func timesAreReadAndWritten(text: String, kept: String) {
    #expect(CorrectionTime(text)?.description == kept)
  }

  @Test(
    "other texts are no times",
    arguments: ["", "2026-11-22", "2026-13-22T12:00:00Z", "2026-11-22T12:00:00+01", "yesterday"])
  func otherTextsAreNoTimes(text: String) {
    #expect(CorrectionTime(text) == nil)
  }
}
