internal import SourceBytes

/// Months in a row in which nothing was written.
public struct MonthGap: Sendable, Hashable {
  /// The first month without a post, in months since the year 0.
  var firstMonth: Int
  /// The last.
  var lastMonth: Int

  /// How many months it has.
  public var monthCount: Int { lastMonth - firstMonth + 1 }
  /// The first month, as `2012-01`.
  public var first: String { MonthGap.text(firstMonth) }
  /// The last month, as `2012-01`.
  public var last: String { MonthGap.text(lastMonth) }

  private static func text(_ month: Int) -> String {
    let (year, number) = (String(month / 12), String(month % 12 + 1))
    return String(repeating: "0", count: max(0, 4 - year.count)) + year
      + (number.count == 1 ? "-0" : "-") + number
  }

  /// The gaps between dates, on the clocks where they were written; dates that tell no month make none.
  static func gaps(between dates: [StatedDate]) -> [MonthGap] {
    let months = Set(
      dates.filter { $0.precision != .year && $0.precision != .relative }
        .map { $0.civil.year * 12 + $0.civil.month - 1 }
    ).sorted()
    return zip(months, months.dropFirst()).filter { $1 - $0 > 1 }.map {
      MonthGap(firstMonth: $0 + 1, lastMonth: $1 - 1)
    }
  }

  /// The dates without the few at either end that lie years away from all others, as clocks that were never set write
  /// them.
  ///
  /// - Parameter instants: Seconds since 1970, in order.
  /// - Returns: The range of those that count: without at most one in a hundred, and at most twenty, at each end, where
  ///   three years or more and a quarter of what the others span lie between.
  static func withoutOutliers(_ instants: [Int64]) -> Range<Int> {
    var (low, high) = (0, instants.count)
    guard instants.count >= 3 else { return low..<high }
    let most = max(1, min(20, instants.count / 100))
    let years: Int64 = 3 * 31_557_600
    for index in 0..<min(most, high - 1) {
      let rest = instants[high - 1 - min(most, high - 1 - index - 1)] - instants[index + 1]
      if instants[index + 1] - instants[index] >= max(years, rest / 4) { low = index + 1 }
    }
    for index in stride(from: high - 1, to: max(low, high - 1 - most), by: -1) {
      if instants[index] - instants[index - 1]
        >= max(years, (instants[index - 1] - instants[low]) / 4)
      {
        high = index
      }
    }
    return low..<high
  }
}
