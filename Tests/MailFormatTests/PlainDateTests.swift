import SourceBytes
import Testing

@testable import MailFormat

/// What is read at little cost reads as all else: a tab at its end sends a date the long way and changes nothing.
@Suite struct PlainDateTests {
  private static let days = ["Mon", "tue", "Sun", "Mar", "Xyz"]
  private static let months = ["Jan", "Feb", "may", "Dec", "Juin", "Okt", "jui"]
  private static let zones = [
    "+0000", "-0330", "+1400", "+1500", "-0861", "+01", "EST", "GMT", "MET DST", "XYZ", "Z",
    "GMT+2", "-0800 (PST)", "+0200 (MET DST)", "+0100 (a (b))", "-0500 (", "",
  ]

  private static func plain(_ text: String) -> ParsedDate? {
    let bytes = Array(text.utf8)
    return PlainDate.parse(bytes.span, in: 0..<bytes.count)
  }

  @Test func readsAsTheWholeParserDoes() throws {
    var generator = SeededGenerator(state: 11)
    func number(_ range: ClosedRange<Int>, isPadded: Bool = true) -> String {
      let value = Int.random(in: range, using: &generator)
      return isPadded && value < 10 ? "0\(value)" : "\(value)"
    }
    var plainCount = 0
    for _ in 0..<20_000 {
      let day = number(0...32, isPadded: Bool.random(using: &generator))
      let month = try #require(Self.months.randomElement(using: &generator))
      let year = [number(0...99), number(1969...2031), "0000", "104"]
        .randomElement(using: &generator)
      let clock = "\(number(0...24)):\(number(0...60)):\(number(0...61))"
      let name = try #require(Self.days.randomElement(using: &generator))
      let zone = try #require(Self.zones.randomElement(using: &generator))
      let space = Int.random(in: 0..<8, using: &generator) == 0 ? "  " : " "
      let written = try #require(year)
      let text =
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: "\(name) \(month)\(space)\(day) \(clock) \(written)"
        case 1: "\(name),\(space)\(day) \(month) \(written) \(clock) \(zone)"
        default: "\(day) \(month) \(written)\(space)\(clock) \(zone)"
        }
      guard let plain = Self.plain(text) else { continue }
      plainCount += 1
      #expect(plain == DateParser.parse(text + "\t"), "\(text)")
    }
    #expect(plainCount > 1_000)
  }

  @Test(arguments: [
    "Fri, 19 Jul 2002 09:30:00 +0200", "Fri, 19 Jul 2002 09:30:00 +0200 (CEST)",
    "Fri,  9 Jul 1999 09:30:00 -0700", "9 Jul 1999 09:30:00 +0000",
    "Fri, 19 Jul 96 09:30:00 EST", "Fri Jul 19 09:30:00 2002", "Tue Jul  9 09:30:00 2002",
  ])
  func knowsTheUsualForms(_ text: String) {
    #expect(Self.plain(text) != nil)
  }

  @Test(arguments: [
    ("From ada@example.org Tue Jul  9 09:30:00 2002", EnvelopeLine.Likeness.certain),
    ("From ada at example.org  Tue Jul  9 09:30:00 2002", .certain),
    ("From ada by example.org Tue Jul  9 09:30:00 2002", .loose),
    ("From the start Tue Jul  9 09:30:00 2002", .loose),
    ("From here on Tue Jul 9 2002", .none),
  ])
  func judgesEnvelopes(_ line: String, _ likeness: EnvelopeLine.Likeness) {
    let bytes = Array(line.utf8)
    #expect(EnvelopeLine(bytes.span, in: 0..<bytes.count).likeness == likeness)
    // The long way, by a blank at the end.
    let padded = Array((line + " ").utf8)
    #expect(EnvelopeLine(padded.span, in: 0..<padded.count).likeness == likeness)
  }
}
