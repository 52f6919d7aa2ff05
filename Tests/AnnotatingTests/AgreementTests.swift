import Annotating
import Testing

/// Agreement beyond chance, against figures that can be worked out by hand or stand in the literature.
struct AgreementTests {
  private func pairs(_ left: String, _ right: String) -> [(String, String)] {
    zip(left, right).map { (String($0), String($1)) }
  }

  @Test func kappaOfTwoReadersOfFiftyGrants() throws {
    // 20 both yes, 15 both no, 5 and 10 apart: p = 0.7, e = 0.5 · 0.6 + 0.5 · 0.4 = 0.5.
    let grants =
      Array(repeating: ("y", "y"), count: 20) + Array(repeating: ("y", "n"), count: 5)
      + Array(repeating: ("n", "y"), count: 10) + Array(repeating: ("n", "n"), count: 15)
    #expect(abs(try #require(Agreement.kappa(grants)) - 0.4) < 1e-12)
    #expect(Agreement.share(grants) == 0.7)
  }

  @Test func alphaOfTwoReadersAndTwoNames() throws {
    // Krippendorff 2011, section A: ten units, alpha 0.095.
    let units = pairs("0100000010", "1110010000").map { [$0.0, $0.1] as [String?] }
    #expect(abs(try #require(Agreement.alpha(units)) - 0.095) < 0.0005)
  }

  @Test func alphaOfTwoReadersAndFiveNames() throws {
    // Krippendorff 2011, section B: twelve units, alpha 0.692.
    let units = pairs("aabbdcccedda", "babbbccceddd").map { [$0.0, $0.1] as [String?] }
    #expect(abs(try #require(Agreement.alpha(units)) - 0.692) < 0.0005)
  }

  @Test func alphaOfFourReadersWithGaps() throws {
    // Krippendorff 2011, section C: twelve units, four readers, gaps; alpha for names 0.743.
    let table: [[String?]] = [
      ["1", "1", nil, "1"], ["2", "2", "3", "2"], ["3", "3", "3", "3"], ["3", "3", "3", "3"],
      ["2", "2", "2", "2"], ["1", "2", "3", "4"], ["4", "4", "4", "4"], ["1", "1", "2", "1"],
      ["2", "2", "2", "2"], [nil, "5", "5", "5"], [nil, nil, "1", "1"], [nil, nil, "3", nil],
    ]
    #expect(abs(try #require(Agreement.alpha(table)) - 0.743) < 0.0005)
  }

  @Test func oneCodeThroughoutIsNoAgreementBeyondChance() {
    #expect(Agreement.kappa([("a", "a"), ("a", "a")]) == nil)
    #expect(Agreement.alpha([["a", "a"], ["a", "a"]]) == nil)
    #expect(Agreement.kappa([]) == nil)
    #expect(Agreement.alpha([["a", nil]]) == nil)
  }

  @Test func suggestionsAndTopicsAreComparedCodeByCode() {
    var first = UnitCodes()
    first.codes = [
      .init(.topic, "fees"), .init(.role, "claim"), .init(.stance, "agree", isOpen: true),
    ]
    var second = UnitCodes()
    second.codes = [.init(.topic, "fees"), .init(.role, "premise")]
    let lines = CoderComparison([(first, second), (UnitCodes(), UnitCodes())]).lines
    #expect(lines.map(\.name) == ["role", "role, where both gave one", "topic:fees"])
    #expect(lines[0].share == 0.5)
    #expect(lines[0].codedCounts == [1, 1])
    #expect(lines[2].kappa == 1)
  }
}
