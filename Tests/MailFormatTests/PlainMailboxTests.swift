import SourceBytes
import Testing

@testable import MailFormat

/// What is read at little cost reads as all else: a comma at its end sends a value the long way and changes nothing.
@Suite struct PlainMailboxTests {
  private static let pieces = [
    "Ada", "ada", "Example", " ", "  ", "@", " at ", "at", ".", "example.org", "<", ">", "(", ")",
    "-", "_", "2", "+", "/", "'", "é", "\"", "\" <", ",",
  ]

  private static func mailboxes(_ text: String) -> [MailAddress] {
    let bytes = Array(text.utf8)
    return AddressParser.parse(bytes.span, in: 0..<bytes.count).mailboxes
  }

  @Test func readsAsTheWholeParserDoes() {
    var generator = SeededGenerator(state: 7)
    var plainCount = 0
    for _ in 0..<200_000 {
      var text = ""
      for _ in 0..<Int.random(in: 1...9, using: &generator) {
        text += Self.pieces.randomElement(using: &generator) ?? ""
      }
      let bytes = Array(text.utf8)
      let range = bytes.span.trimmed(0..<bytes.count)
      guard PlainMailbox(bytes.span.extracting(range)) != nil else { continue }
      plainCount += 1
      #expect(Self.mailboxes(text) == Self.mailboxes(text + ","), "\(text)")
    }
    #expect(plainCount > 500)
  }

  @Test(arguments: [
    "Ada Example <ada@example.org>", "\"Example, Ada B.\" <ada@example.org>",
    "ada@example.org (Ada Example)", "<ada@example.org>",
    "ada at example.org (Ada Example)", "ada@example.org",
  ])
  func knowsTheUsualForms(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(PlainMailbox(bytes.span) != nil)
  }
}
