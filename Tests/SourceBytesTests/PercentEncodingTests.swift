import SourceBytes
import Testing

struct PercentEncodingTests {
  @Test(arguments: [
    ("ada%40example.org", "ada@example.org"), ("100%", "100%"), ("%4", "%4"), ("%zz%2f", "%zz/"),
    ("%C5%bb", "Ż"), ("%ff", "\u{fffd}"), ("a+b", "a+b"),
  ])
  func escapesAreUndone(text: String, plain: String) {
    #expect(PercentEncoding.decoded(text) == plain)
  }

  @Test func aPlusIsABlankInFields() {
    #expect(PercentEncoding.decoded("a+b%2B", plusIsBlank: true) == "a b+")
  }
}
