import MailFormat
import SourceBytes
import Testing

@Suite struct DateParserTests {
  @Test(
    arguments: [
      ("Sat, 12 Jun 1999 02:55:14 -0400 (EDT)", "1999-06-12T02:55:14-04:00"),
      ("12 Jun 1999 02:55 GMT", "1999-06-12T02:55:00+00:00"),
      ("Sat Jun 12 02:55:14 1999", "1999-06-12T02:55:14"),
      ("Sat Jun  2 02:55:14 EDT 1999", "1999-06-02T02:55:14-04:00"),
      ("Mon Aug  6 22:12:11 2007 +0200", "2007-08-06T22:12:11+02:00"),
      ("Fri, 18 Dec 92 1:02:03 PST", "1992-12-18T01:02:03-08:00"),
      ("Fri, 18 Dec 49 01:02:03 -0000", "2049-12-18T01:02:03+00:00"),
      ("Tue, 4 Jan 100 10:00:00 +0000", "2000-01-04T10:00:00+00:00"),
      ("Tue, 4 Jan 19100 10:00:00 +0000", "2000-01-04T10:00:00+00:00"),
      ("Wed, 05 Mar 2003 00.24.50 +0100", "2003-03-05T00:24:50+01:00"),
      ("Wed, 05 Mar 2003 10:24 PM -0500", "2003-03-05T22:24:00-05:00"),
      ("Wed, 05 Mar 2003 12:24:00 AM", "2003-03-05T00:24:00"),
      ("Sun, 18 Apr 93 13:35:23 EDT(-0400)", "1993-04-18T13:35:23-04:00"),
      ("Sun, 18 Apr 1993 13:35:23 (MET DST)", "1993-04-18T13:35:23+02:00"),
      ("Sun, 18 Apr 1993 13:35:23 MET DST", "1993-04-18T13:35:23+02:00"),
      ("Sun, 18 Apr 1993 13:35:23 A", "1993-04-18T13:35:23"),
      ("Sun, 18 Apr 1993 13:35:23 Z", "1993-04-18T13:35:23+00:00"),
      ("Sun, 18 Apr 1993 13:35:23 GMT+0200", "1993-04-18T13:35:23+02:00"),
      ("18-Apr-1993 13:35:23", "1993-04-18T13:35:23"),
      ("Sunday, April 18, 1993 1:35 pm", "1993-04-18T13:35:00"),
      ("2004-05-06T07:08:09+02:00", "2004-05-06T07:08:09+02:00"),
      ("2004-05-06 07:08:09.123456Z", "2004-05-06T07:08:09+00:00"),
      ("06.05.2004 07:08:09", "2004-05-06T07:08:09"),
      ("05/06/2004 07:08", "2004-05-06T07:08:00"),
      ("25/06/2004 07:08", "2004-06-25T07:08:00"),
      ("Thu, 6 May 2004", "2004-05-06"),
      ("Fri, 31 Dec 1999 24:00:00 +0000", "2000-01-01T00:00:00+00:00"),
      (
        "Thu, 13 (the day) Feb 1969\r\n 23:32 -0330 (Newfoundland Time)",
        "1969-02-13T23:32:00-03:30"
      ),
      ("Do, 13 Mai 2004 10:00:00 +0200", "2004-05-13T10:00:00+02:00"),
      ("Fri, 21 Nov 1997 09(comment):   55  :  06 -0600", "1997-11-21T09:55:06-06:00"),
      ("Thu, 30 Feb 2003 10:00:00 +0000", nil), ("yesterday", nil), ("", nil), ("12:30", nil),
    ] as [(String, String?)])
  func readsEachForm(text: String, expected: String?) {
    #expect(DateParser.parse(text)?.stated.iso8601 == expected)
  }

  @Test func marksZonesThatNoPlaceHas() throws {
    let parsed = try #require(DateParser.parse("Tue, 4 Jan 2005 10:00:00 +50579034"))
    #expect(parsed.hasAbsurdZone)
    #expect(parsed.stated.iso8601 == "2005-01-04T10:00:00")
    #expect(DateParser.parse("25 Apr 93 15:42:07 +1700")?.hasAbsurdZone == true)
  }

  @Test func looksAtABoundedPartOfALongLine() {
    let text = "1 Jan 2000 10:00:00 " + String(repeating: "1:", count: 100_000)
    #expect(DateParser.parse(text)?.stated.iso8601 == "2000-01-01T10:00:00")
  }
}
