package import SourceBytes

/// Dates in words, with no more precision than they have.
package enum DateWords {
  /// `20 January 2012, 10:00 +01:00`.
  package static func moment(_ date: StatedDate) -> String {
    let (_, _, _, hour, minute, _) = date.civil
    switch date.precision {
    case .year, .month, .day, .relative: return day(date)
    case .hour, .minute, .second:
      let zone = date.offsetMinutes.map { " \($0 < 0 ? "−" : "+")\(clock(abs($0)))" } ?? ""
      return "\(day(date)), \(clock(hour * 60 + minute))\(zone)"
    }
  }

  /// `20 January 2012`, `January 2012` or `2012`.
  package static func day(_ date: StatedDate) -> String {
    let (year, month, day, _, _, _) = date.civil
    switch date.precision {
    case .year: return "\(year)"
    case .month: return "\(name(month)) \(year)"
    case .relative: return "about \(name(month)) \(year)"
    case .second, .minute, .hour, .day: return "\(day) \(name(month)) \(year)"
    }
  }

  /// `3–9 January 2012`, with what both ends share said once.
  package static func period(_ first: StatedDate, _ last: StatedDate) -> String {
    let (from, to) = (day(first), day(last))
    guard from != to else { return from }
    let (start, end) = (first.civil, last.civil)
    guard isDay(first), isDay(last), start.year == end.year else { return "\(from) – \(to)" }
    return start.month == end.month
      ? "\(start.day)–\(to)" : "\(start.day) \(name(start.month)) – \(to)"
  }

  private static func isDay(_ date: StatedDate) -> Bool {
    switch date.precision {
    case .second, .minute, .hour, .day: true
    case .month, .year, .relative: false
    }
  }

  private static func clock(_ minutes: Int) -> String {
    let (hour, minute) = (minutes / 60, minutes % 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }

  private static func name(_ month: Int) -> String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return names[max(0, min(11, month - 1))]
  }
}
