internal import SourceBytes

/// How the dates of two copies agree.
enum DateLikeness {
  /// The seconds in a quarter of an hour, by which zones differ (IANA tz database, since 1972).
  private static let zoneStep: Int64 = 900
  /// The zones reach from -12 to +14 hours; two of them are at most this far apart.
  static let zoneReach: Int64 = 26 * 3600

  /// How many seconds a date leaves open.
  static func span(of date: StatedDate?) -> Int64 {
    switch date?.precision {
    case .second, nil: 1
    case .minute: 60
    case .hour: 3600
    case .day: 86_400
    case .month: 31 * 86_400
    case .year, .relative: 366 * 86_400
    }
  }

  /// `same` for one instant as far as both are told, `likely` where a zone that is missing or wrong explains the
  /// difference, `unknown` where one has no date.
  static func agreement(_ left: StatedDate?, _ right: StatedDate?) -> Agreement {
    guard let left, let right else { return .unknown }
    let span = max(span(of: left), span(of: right))
    let distance = abs(left.instant - right.instant)
    if distance < span { return .same }
    // A page that tells the day alone tells that of its own zone.
    if span >= 86_400 { return distance < span + 14 * 3600 ? .likely : .different }
    guard distance <= zoneReach else { return .different }
    let rest = distance % zoneStep
    return min(rest, zoneStep - rest) < span ? .likely : .different
  }
}
