import ArchiveQuery
import Testing

@Suite struct DateRangeTests {
  private static let table: [(query: String, first: String?, last: String?)] = [
    ("date:2012", "2012-01-01", "2012-12-31"),
    ("date:2012-02", "2012-02-01", "2012-02-29"),
    ("date:1900-02", "1900-02-01", "1900-02-28"),
    ("date:2012-01-15..2012-02", "2012-01-15", "2012-02-29"),
    ("date:2012..", "2012-01-01", nil),
    ("date:..2012-06", nil, "2012-06-30"),
    ("date:today", "2024-03-31", "2024-03-31"),
    ("date:yesterday", "2024-03-30", "2024-03-30"),
    ("date:1month..", "2024-02-29", nil),
    ("date:3months..yesterday", "2023-12-31", "2024-03-30"),
    ("date:2weeks..", "2024-03-17", nil),
    ("date:90days..", "2024-01-01", nil),
    ("date:..1year", nil, "2023-03-31"),
    ("before:2012", nil, "2011-12-31"),
    ("before:2012-03-01", nil, "2012-02-29"),
    ("after:2012", "2013-01-01", nil),
    ("after:2012-02", "2012-03-01", nil),
    ("after:yesterday", "2024-03-31", nil),
    ("date:99999years..", "0000-01-31", nil),
    ("date:99999days..", "1750-06-17", nil),
    ("after:9999", "9999-12-31", nil),
  ]

  @Test(arguments: DateRangeTests.table)
  func resolvesAgainstTheReadersDay(query: String, first: String?, last: String?) throws {
    let today = try #require(CivilDay(year: 2024, month: 3, day: 31))
    guard case .date(let range) = try QueryExpression(parsing: query) else {
      Issue.record("no date")
      return
    }
    let days = range.days(today: today)
    #expect(days.first?.description == first)
    #expect(days.last?.description == last)
  }

  @Test func countsDaysBothWaysOverCenturies() throws {
    var day = try #require(CivilDay(year: 1896, month: 2, day: 27))
    for _ in 0..<60_000 {
      let next = day.adding(days: 1)
      #expect(next > day && next.adding(days: -1) == day)
      #expect(CivilDay(year: next.year, month: next.month, day: next.day) == next)
      day = next
    }
    #expect(day.description == "2060-06-06")
  }

  @Test(arguments: [(2011, 2, 29), (2012, 4, 31), (2012, 0, 1), (2012, 13, 1), (0, 1, 1)])
  func knowsNoSuchDay(year: Int, month: Int, day: Int) {
    #expect(CivilDay(year: year, month: month, day: day) == nil)
  }
}
