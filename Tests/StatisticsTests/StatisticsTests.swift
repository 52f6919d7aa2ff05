import SourceBytes
import Testing

@testable import Statistics

struct StatisticsTests {
  private func item(
    _ month: Int, _ day: Int, _ person: String, thread: String = "t", answered: Int64? = nil,
    isWanted: Bool = true
  ) throws -> PostCounter.Item {
    let date = try #require(
      StatedDate(year: 2012, month: month, day: day, hour: 23, minute: 30, offsetMinutes: -600))
    return PostCounter.Item(
      date: date, person: person, author: person.uppercased(), thread: thread, answered: answered,
      venue: "list", isWanted: isWanted)
  }

  @Test func countsMonthsWithGapsOnTheClockOfTheWriter() throws {
    var counter = PostCounter()
    counter.add(try item(1, 31, "ada"))
    counter.add(try item(3, 1, "ben"))
    counter.add(try item(3, 2, "ada"))
    let months = counter.posts(by: .month)
    #expect(months.points.map(\.label) == ["2012-01", "2012-02", "2012-03"])
    #expect(months.points.map(\.count) == [1, 0, 2])
    #expect(counter.newcomers(by: .month).points.map(\.count) == [1, 0, 1])
    #expect(counter.people(by: .month).points.map(\.count) == [1, 0, 2])
    #expect(counter.weekdays().points.map(\.count) == [0, 1, 0, 1, 1, 0, 0])
    #expect(counter.hours().points[23].count == 3)
  }

  @Test func saysOutOfHowManyWhereAQueryCounts() throws {
    var counter = PostCounter()
    counter.add(try item(1, 1, "ada", isWanted: false))
    counter.add(try item(1, 2, "ben"))
    counter.add(try item(2, 2, "ada"))
    #expect(counter.posts(by: .month).points.map(\.total) == [2, 1])
    // Ada wrote before, in a post that the query does not ask about.
    #expect(counter.newcomers(by: .month).points.map(\.count) == [1, 0])
  }

  @Test func measuresThreadsAndReplies() throws {
    var counter = PostCounter()
    let first = try item(1, 1, "ada")
    counter.add(first)
    let instant = try #require(first.date).instant
    counter.add(try item(1, 2, "ben", answered: instant))
    counter.add(try item(1, 3, "cyd", thread: "u"))
    #expect(counter.threadSizes().points.prefix(2).map(\.count) == [1, 1])
    #expect(counter.replyTimes().points.first { $0.label == "under 1 week" }?.count == 1)
    #expect(counter.replyTimes().summary == "half of the replies came within 24 hours")
    #expect(counter.persons().points.map(\.label) == ["ADA", "BEN", "CYD"])
  }

  @Test func findsTheWordsThatMarkAMonth() {
    var counter = TermCounter(by: .month)
    for index in 0..<20 {
      counter.add(
        "everybody talks of money \(index < 10 ? "banjos" : "curtains")", place: 24_144 + index / 10
      )
    }
    let points = counter.series().points
    #expect(points.map(\.detail) == [["banjos"], ["curtains"]])
  }

  @Test func logarithmsAreNearEnough() {
    #expect(abs(TermCounter.logarithm(10) - 2.302_585_092_994) < 1e-9)
    #expect(abs(TermCounter.logarithm(0.001) + 6.907_755_278_982) < 1e-9)
  }

  @Test func drawsLines() {
    #expect(Sparkline.text([0, 1, 4, 8]) == " ▁▄█")
    #expect(Sparkline.text(Array(repeating: 1, count: 100), width: 10).count == 10)
    #expect(Sparkline.bar(1, of: 1000, width: 10) == "▏")
    #expect(Sparkline.bar(5, of: 10, width: 10) == "█████")
    #expect(Sparkline.bar(0, of: 0, width: 10) == "")
  }
}
