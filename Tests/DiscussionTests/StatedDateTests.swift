import SourceBytes
import Testing

struct StatedDateTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let civil: [Int]
    let instant: Int64
    var testDescription: String { "\(civil)" }

    init(_ civil: Int..., instant: Int64) {
      self.civil = civil
      self.instant = instant
    }
  }

  /// Computed by Python's `datetime`, which also counts in the proleptic Gregorian calendar.
  static let cases: [Case] = [
    Case(1, 1, 1, 0, 0, 0, instant: -62_135_596_800),
    Case(1582, 10, 15, 0, 0, 0, instant: -12_219_292_800),
    Case(1969, 12, 31, 23, 59, 59, instant: -1),
    Case(1970, 1, 1, 0, 0, 0, instant: 0),
    Case(2000, 2, 29, 12, 0, 0, instant: 951_825_600),
    Case(2012, 1, 16, 8, 0, 0, instant: 1_326_700_800),
    Case(2038, 1, 19, 3, 14, 8, instant: 2_147_483_648),
    Case(9999, 12, 31, 23, 59, 59, instant: 253_402_300_799),
  ]

  @Test("civil fields and instants are each other's", arguments: cases)
  func fieldsAndInstants(_ item: Case) throws {
    let fields = item.civil
    let date = try #require(
      StatedDate(
        year: fields[0], month: fields[1], day: fields[2], hour: fields[3], minute: fields[4],
        second: fields[5]))
    #expect(date.instant == item.instant)
    let civil = date.civil
    #expect(
      [civil.year, civil.month, civil.day, civil.hour, civil.minute, civil.second] == fields)
  }

  @Test(
    "a field outside its range makes no date",
    arguments: [
      [2011, 2, 29], [1900, 2, 29], [2012, 4, 31], [2012, 0, 1], [2012, 13, 1], [2012, 1, 0],
      [0, 1, 1], [10_000, 1, 1], [2012, 1, 32],
    ])
  func outsideItsRange(fields: [Int]) {
    #expect(StatedDate(year: fields[0], month: fields[1], day: fields[2]) == nil)
  }

  @Test(
    "a date is written with what it states and no more",
    arguments: [
      (60, .second, "2012-01-16T09:00:00+01:00"), (-330, .second, "2012-01-16T02:30:00-05:30"),
      (0, .second, "2012-01-16T08:00:00+00:00"), (nil, .second, "2012-01-16T08:00:00"),
      (60, .minute, "2012-01-16T09:00:00+01:00"), (nil, .day, "2012-01-16"),
      (nil, .month, "2012-01"), (nil, .year, "2012"), (960, .day, "2012-01-17"),
    ] as [(Int?, StatedDate.Precision, String)])
  func isWritten(offset: Int?, precision: StatedDate.Precision, text: String) {
    let date = StatedDate(instant: 1_326_700_800, offsetMinutes: offset, precision: precision)
    #expect(date.iso8601 == text)
  }

  @Test func aLeapSecondIsReadAsTheOneBefore() {
    let leap = StatedDate(year: 2012, month: 6, day: 30, hour: 23, minute: 59, second: 60)
    #expect(leap?.civil.second == 59)
  }

  @Test func daysAndDatesAreEachOthers() {
    for days in stride(from: -719_162, through: 2_932_896, by: 997) {
      let (year, month, day) = StatedDate.civil(daysSince1970: days)
      #expect(StatedDate.daysSince1970(year: year, month: month, day: day) == days)
    }
  }
}
