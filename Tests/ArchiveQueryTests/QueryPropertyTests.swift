import ArchiveQuery
import Testing

@Suite struct QueryPropertyTests {
  private static let pieces = [
    "a", "ada", " ", " ", " ", "(", ")", "\"", "“", "”", "-", "--", "*", "~", "~2", ":", "::",
    "from:", "subject:", "venue:", "date:", "2012", "..", "-01", "3months", "thread:{", "}", "{",
    " OR ", " AND ", " NOT ", " NEAR/3 ", " NEAR ", "id:", "k3v9", "<a@b>", "is:", "root", "\\",
    "\u{0}", "検索", "é", "e\u{301}", "👩‍👩‍👧", "\u{202E}", "\t", "http://x/", "form:", "OR",
    "kind:message",
    "query:", "before:", "today", "/", "'", ",", ".", "+", "#", "@", "%", "has:url", "body:(",
  ]

  @Test(arguments: 0..<64 as Range<UInt64>)
  func neitherCrashesNorLosesWhatItRead(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    for _ in 0..<250 {
      let query = (0..<Int.random(in: 1...24, using: &random)).map { _ in
        Self.pieces.randomElement(using: &random) ?? ""
      }.joined()
      do throws(QuerySyntaxError) {
        let expression = try QueryExpression(parsing: query)
        let printed = expression.description
        let again = try QueryExpression(parsing: printed)
        #expect(again == expression, "seed \(seed): \(query.debugDescription) → \(printed)")
      } catch {
        let count = query.unicodeScalars.count
        #expect((0...count).contains(error.offset), "seed \(seed): \(query.debugDescription)")
      }
    }
  }

  @Test(arguments: 0..<32 as Range<UInt64>)
  func printsEveryMadeExpressionSoThatItParsesBack(seed: UInt64) throws {
    var random = SeededGenerator(state: seed &+ 1_000)
    for _ in 0..<100 {
      let expression = Self.expression(depth: 0, using: &random)
      let printed = expression.description
      let read = try QueryExpression(parsing: printed)
      #expect(read == expression, "seed \(seed): \(printed)")
    }
  }

  private static func match(using random: inout SeededGenerator) -> TextMatch {
    let words = ["ada", "C++", "don't", "foo-bar", "a@b.org", "検索", "--x", "5\"", "x:y"]
    let word = words.randomElement(using: &random) ?? "a"
    return switch Int.random(in: 0..<4, using: &random) {
    case 0: .prefix(word)
    case 1: .phrase("say \"\(word)\" \\ (so)")
    case 2: .approximate("scale", distance: Int.random(in: 1...3, using: &random))
    default: .word(word)
    }
  }

  private static func leaf(using random: inout SeededGenerator) -> QueryExpression {
    let day = CivilDay(year: 2012, month: 2, day: 29)
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return .state(QueryState.allCases.randomElement(using: &random) ?? .root)
    case 1: return .value(.exact("a b*(c)}"), in: .venue)
    case 2: return .value(.pattern(["", "mid", ""]), in: .topic)
    case 3: return .post(.messageID("a b(c)@example.org"), in: .id)
    case 4: return .date(.between(.ago(3, .month), day.map { .day($0) }))
    case 5: return .date(.before(.month(year: 2012, month: 7)))
    case 6: return .saved("my \"own\" query")
    case 7:
      let plain: [TextMatch] = [.word("a"), .phrase("b c"), .prefix("d")]
      return .near(plain, within: 7, in: Bool.random(using: &random) ? .body : nil)
    default:
      return .text(match(using: &random), in: Bool.random(using: &random) ? .subject : nil)
    }
  }

  private static func expression(
    depth: Int, using random: inout SeededGenerator
  ) -> QueryExpression {
    guard depth < 4 else { return leaf(using: &random) }
    var operands: [QueryExpression] {
      [expression(depth: depth + 1, using: &random), expression(depth: depth + 1, using: &random)]
    }
    switch Int.random(in: 0..<6, using: &random) {
    case 0:
      let flat = operands.flatMap { if case .and(let inner) = $0 { inner } else { [$0] } }
      return .and(flat)
    case 1:
      let flat = operands.flatMap { if case .or(let inner) = $0 { inner } else { [$0] } }
      return .or(flat)
    case 2: return .not(expression(depth: depth + 1, using: &random))
    case 3: return .thread(expression(depth: depth + 1, using: &random))
    default: return leaf(using: &random)
    }
  }
}
