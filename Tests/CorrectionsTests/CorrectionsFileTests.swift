import Discussion
import SourceBytes
import TestSupport
import Testing

@testable import Corrections

struct CorrectionsFileTests {
  private static let now = CorrectionTime(milliseconds: 1_700_000_000_000)

  private func read(_ text: String) throws -> (corrections: [Correction], findings: [Finding]) {
    var findings: [Finding] = []
    let corrections = try CorrectionsFile.corrections(
      in: text, path: "c.yaml", now: Self.now, findings: &findings)
    return (corrections, findings)
  }

  /// Values that YAML could take for something else, and others.
  private static let texts = [
    "", " ", "null", "~", "true", "No", "on", "12", "0x1f", "1e3", ".inf", "2026-11-22", "- a",
    "a: b", "a #b", "#a", "'", "\"", "\\", "a\nb\n", "\ttab", "ümläut", "日本語", "👩‍👩‍👧", "[a", "{", "}",
    "&a", "*a", "!a", "|", ">", "%a", "@a", "`a", "a\u{0}b", "\u{1b}[31m", "x\u{feff}y",
    "\u{2028}x",
    String(repeating: "long words ", count: 40), "=", "<<", "y", "1_000", "12:30:45", "\r\n",
  ]

  @Test("any text is read back", arguments: texts)
  func anyTextIsReadBack(text: String) throws {
    for value in [CorrectionValue.text(text), [.text(text), ["k": .text(text)]], .map([text: 1])] {
      let correction = Correction(
        number: 0, change: 0, decision: Decision(.edit, exact: text, value: value), by: text,
        made: Self.now)
      let written = try CorrectionsFile.text(of: [correction])
      #expect(try read(written).corrections == [correction], "\(written)")
    }
  }

  @Test func whatIsWrittenIsReadBack() throws {
    var dice = Dice(seed: 7)
    func text() -> String { Self.texts.randomElement(using: &dice) ?? "" }
    func value(_ depth: Int) -> CorrectionValue {
      switch Int.random(in: 0..<(depth > 3 ? 5 : 7), using: &dice) {
      case 0: .null
      case 1: .flag(Bool.random(using: &dice))
      case 2: .integer(Int.random(in: -1000...1000, using: &dice))
      case 3: .number(0.25)
      case 4: .text(text())
      case 5: .list((0..<Int.random(in: 0..<3, using: &dice)).map { _ in value(depth + 1) })
      default:
        .map(
          Dictionary(
            (0..<Int.random(in: 0..<3, using: &dice)).map { _ in (text(), value(depth + 1)) },
            uniquingKeysWith: { first, _ in first }))
      }
    }
    for _ in 0..<200 {
      let corrections = (0..<Int.random(in: 0..<5, using: &dice)).map { index in
        Correction(
          number: 0, change: 0,
          decision: Decision(
            CorrectionKind(rawValue: ["edit", "parent", "later-kind"][index % 3]),
            post: Bool.random(using: &dice) ? PostID("k3v9q2m7xa5\(index)") : nil,
            exact: Bool.random(using: &dice) ? text() : nil,
            about: Bool.random(using: &dice) ? text() : nil, value: value(0)),
          by: Bool.random(using: &dice) ? text() : nil,
          made: CorrectionTime(milliseconds: Self.now.milliseconds + Int64(index)),
          words: Bool.random(using: &dice) ? "123456789012" : nil)
      }
      let written = try CorrectionsFile.text(of: corrections)
      let (back, findings) = try read(written)
      #expect(findings.isEmpty)
      #expect(Set(back) == Set(corrections), "\(written)")
      #expect(try CorrectionsFile.text(of: back.shuffled(using: &dice)) == written)
    }
  }

  @Test func aFileReadsLikeThis() throws {
    let correction = Correction(
      number: 3, change: 3,
      decision: Decision(
        .parent, post: PostID("k3v9q2m7xa5t"), value: ["post": "b2c4d6e8f0g1"]), by: "Ada",
      made: Self.now, words: "0123456789ab")
    #expect(
      try CorrectionsFile.text(of: [correction]) == """
        format: 1
        corrections:
        - kind: parent
          post: k3v9q2m7xa5t
          value:
            post: b2c4d6e8f0g1
          by: Ada
          made: 2023-11-14T22:13:20.000Z
          words: 0123456789ab

        """)
  }

  @Test func anEntryThatCannotBeReadIsAFinding() throws {
    let (corrections, findings) = try read(
      """
      corrections:
      - kind: parent
        post: K3V9q2m7xa5t
        value: {post: null}
      - post: k3v9q2m7xa5t
        value: 1
      - kind: edit
        value: x
        made: yesterday
      - just words
      - kind: edit
        value: [1, 2.5, {a: yes}]
      """)
    #expect(corrections.map(\.decision.kind) == [.parent, .edit])
    #expect(corrections[0].decision.post == PostID("k3v9q2m7xa5t"))
    #expect(corrections[0].made == Self.now)
    #expect(findings.map(\.code) == Array(repeating: "correction-unreadable", count: 3))
    #expect(
      findings.map(\.message).map { String($0.prefix(7)) } == ["line 5:", "line 7:", "line 10"])
  }

  @Test(
    "what is no such file is refused",
    arguments: ["just text", "- a\n- b", "corrections: 12", "a: [", "a: b: c", "\u{0}\u{1}"])
  func whatIsNoSuchFile(text: String) {
    #expect(throws: CorrectionsFile.Fault.self) { try read(text) }
  }

  @Test func aLaterFormatIsRefused() {
    #expect(throws: CorrectionsFile.Fault.tooNew(format: 2)) {
      try read("format: 2\ncorrections: []\n")
    }
  }

  @Test func hostileNestingAndNamesEnd() throws {
    let deep = "corrections:\n- kind: edit\n  value: " + String(repeating: "[", count: 100_000)
    #expect(throws: CorrectionsFile.Fault.self) { try read(deep) }
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let names = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      bomb += "a\(level): &a\(level) [\(names)]\n"
    }
    let (corrections, findings) = try read(bomb + "corrections:\n- kind: edit\n  value: *a9\n")
    #expect(corrections.isEmpty)
    #expect(findings.count == 1)
  }
}
