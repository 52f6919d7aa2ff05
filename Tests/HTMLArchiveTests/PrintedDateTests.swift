import SourceBytes
import Testing

@testable import HTMLArchive

@Suite struct PrintedDateTests {
  @Test(arguments: [
    ("9. April 2019 um 8:05 Uhr", "2019-04-09T08:05:00"),
    ("17.07, 2011 @ 13:04", "2011-07-17T13:04:00"),
    ("September 12, 2018 at 4:47 pm", "2018-09-12T16:47:00"),
    ("16. March, 2023 at 12:20 AM", "2023-03-16T00:20:00"),
    ("26 abril 2022 a las 14:02", "2022-04-26T14:02:00"),
    ("3 de março de 2010 às 15:00", "2010-03-03T15:00:00"),
    ("le 14 février 2011 à 14 h 57 min", "2011-02-14T14:57:00"),
    ("mar, 3 dic 2004 alle 9.15", "2004-12-03T09:15:00"),
    ("2 oktober 2009 om 11:02", "2009-10-02T11:02:00"),
    ("22.12.2017 // 14:27", "2017-12-22T14:27:00"),
    ("11/08/2020 at 9:52", "2020-08-11T09:52:00"),
    ("Oktober 19, 2019", "2019-10-19"),
    ("July 3rd, 2008", "2008-07-03"),
    ("19. Juni 2018 / 6:16", "2018-06-19T06:16:00"),
    ("2010年5月3日 13:45", "2010-05-03T13:45:00"),
    ("12 мая 2014 г. в 10:30", "2014-05-12T10:30:00"),
    ("5 stycznia 2015 o 21:07", "2015-01-05T21:07:00"),
    ("2019-12-22T11:16:28+05:30", "2019-12-22T11:16:28+05:30"),
    ("2019-12-22T11:16:28.123Z", "2019-12-22T11:16:28+00:00"),
    ("Mon Aug  6 22:12:11 EDT 2007", "2007-08-06T22:12:11-04:00"),
    ("Thu, 11 Dec 2003 9:05:01 -0500 (EST)", "2003-12-11T09:05:01-05:00"),
    ("Sun, 29 Feb 2004 17:00:00 (GMT+9)", "2004-02-29T17:00:00+09:00"),
    ("12 Apr 02 12:55:30 -0400", "2002-04-12T12:55:30-04:00"),
    ("Fri, 1 Dec 1995 09:04:39 GMT", "1995-12-01T09:04:39+00:00"),
    ("Saturday, 1 October 2011 - 10:41.", "2011-10-01T10:41:00"),
    ("December 29, 2004 09:49 AM", "2004-12-29T09:49:00"),
    ("May 2012", "2012-05"),
  ])
  func readsWhatIsPrinted(line: String, date: String) {
    #expect(PrintedDate().match(in: line)?.date.iso8601 == date)
  }

  @Test(arguments: [
    "Jun 20th at 2:41 am", "vor 3 Tagen", "31 February 2010", "in May we met", "version 2.0.11",
    "12:30", "call 555-12-99", "", "1 Stunde 51 Minuten zuvor",
  ])
  func inventsNoDate(line: String) {
    #expect(PrintedDate().match(in: line) == nil)
  }

  @Test func readsFiguresInTheOrderOfThePage() {
    #expect(PrintedDate.provenOrder(["3/4/2010", "on 3/14/2010"]) == .monthFirst)
    #expect(PrintedDate.provenOrder(["3/4/2010", "14/3/2010 at 9"]) == .dayFirst)
    #expect(PrintedDate.provenOrder(["3/4/2010"]) == nil)
    var parser = PrintedDate()
    parser.order = .monthFirst
    #expect(parser.match(in: "3/4/2010")?.date.iso8601 == "2010-03-04")
    #expect(parser.match(in: "14/3/2010")?.date.iso8601 == "2010-03-14")
  }

  @Test func readsAustralianZonesOnAustralianLists() {
    var parser = PrintedDate()
    parser.isAustralian = true
    #expect(
      parser.match(in: "Mon Aug  6 22:12:11 EST 2007")?.date.iso8601 == "2007-08-06T22:12:11+10:00")
  }

  @Test func tellsWhereTheDateStands() throws {
    let line = "Ada on 11/08/2020 at 9:52 | Reply"
    let match = try #require(PrintedDate().match(in: line))
    #expect(line.part(match.range) == "11/08/2020 at 9:52")
  }
}
