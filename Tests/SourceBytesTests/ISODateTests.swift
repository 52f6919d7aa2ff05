import Testing

@testable import SourceBytes

struct ISODateTests {
  @Test(
    "a date is read as exactly as it is written",
    arguments: [
      ("2012", "2012"), ("2012-01", "2012-01"), ("2012-01-20", "2012-01-20"),
      ("2012-01-20T10:05", "2012-01-20T10:05:00"), ("2012-01-20 10:05:06", "2012-01-20T10:05:06"),
      ("2012-01-20T10:05:06.789Z", "2012-01-20T10:05:06+00:00"),
      ("2012-01-20T10:05+0530", "2012-01-20T10:05:00+05:30"),
      ("2012-01-20T10:05:06-03", "2012-01-20T10:05:06-03:00"),
      ("2012-01-20T10+01:00", "2012-01-20T10:00:00+01:00"),
    ])
  func aDateIsRead(text: String, written: String) {
    let date = StatedDate(iso8601: text)
    #expect(date?.iso8601 == written)
    #expect(StatedDate(iso8601: written)?.iso8601 == written)
  }

  @Test(
    "other texts are no dates",
    arguments: [
      "", "12", "2012-", "2012-1", "2012-13", "2012-02-30", "2012-01-20T", "2012-01-20T25:00",
      "2012-01-20T10:05:06+", "2012-01-20T10:05:06+1", "2012-01-20x", "20.1.2012", "2012-01-20Z",
      "2012-01-20T10:05:06.Z",
    ])
  func otherTextsAreNoDates(text: String) {
    #expect(StatedDate(iso8601: text) == nil)
  }
}
