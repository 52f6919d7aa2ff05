/// A point in time as some text states it, with only as much precision as it gives.
public struct StatedDate: Sendable, Hashable {
  /// How exact the statement is.
  public enum Precision: String, Sendable, Hashable, CaseIterable {
    case second, minute, hour, day, month, year, relative
  }

  /// Seconds since 1970-01-01T00:00:00; read as UTC where no zone is stated.
  public let instant: Int64
  /// Minutes east of UTC as written; nil where the text states no zone.
  public let offsetMinutes: Int?
  /// How exact the statement is.
  public let precision: Precision

  /// Takes over an instant.
  public init(instant: Int64, offsetMinutes: Int?, precision: Precision = .second) {
    self.instant = instant
    self.offsetMinutes = offsetMinutes
    self.precision = precision
  }

  /// Reads civil fields in the proleptic Gregorian calendar.
  ///
  /// - Returns: nil when a field lies outside its range, such as the 30th of February. A second of 60 is
  ///   read as 59.
  public init?(
    year: Int, month: Int = 1, day: Int = 1, hour: Int = 0, minute: Int = 0, second: Int = 0,
    offsetMinutes: Int? = nil, precision: Precision = .second
  ) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...StatedDate.dayCount(ofMonth: month, year: year)).contains(day),
      (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second)
    else { return nil }
    let days = StatedDate.daysSince1970(year: year, month: month, day: day)
    let local = Int64(days) * 86_400 + Int64(hour * 3600 + minute * 60 + min(second, 59))
    self.init(
      instant: local - Int64((offsetMinutes ?? 0) * 60), offsetMinutes: offsetMinutes,
      precision: precision)
  }

  /// Year, month, day, hour, minute and second on the clock where it was written.
  public var civil: (year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
    let local = instant + Int64((offsetMinutes ?? 0) * 60)
    var days = Int(local / 86_400)
    var seconds = Int(local % 86_400)
    if seconds < 0 {
      seconds += 86_400
      days -= 1
    }
    let (year, month, day) = StatedDate.civil(daysSince1970: days)
    return (year, month, day, seconds / 3600, seconds / 60 % 60, seconds % 60)
  }

  /// ISO 8601 with the offset as written; shortened to what the precision covers, no offset where none was stated.
  public var iso8601: String {
    let (year, month, day, hour, minute, second) = civil
    let monthText = "\(StatedDate.padded(year, 4))-\(StatedDate.padded(month, 2))"
    switch precision {
    case .year: return StatedDate.padded(year, 4)
    case .month: return monthText
    case .day: return "\(monthText)-\(StatedDate.padded(day, 2))"
    case .second, .minute, .hour, .relative: break
    }
    let clock =
      "\(StatedDate.padded(hour, 2)):\(StatedDate.padded(minute, 2)):\(StatedDate.padded(second, 2))"
    let stamp = "\(monthText)-\(StatedDate.padded(day, 2))T\(clock)"
    guard let offset = offsetMinutes else { return stamp }
    let size = abs(offset)
    return stamp + (offset < 0 ? "-" : "+")
      + "\(StatedDate.padded(size / 60, 2)):\(StatedDate.padded(size % 60, 2))"
  }

  /// Days from 1970-01-01 to a civil date; negative before it.
  ///
  /// After Howard Hinnant, "chrono-compatible low-level date algorithms".
  public static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The civil date that lies `days` after 1970-01-01.
  public static func civil(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let month = monthIndex + (monthIndex < 10 ? 3 : -9)
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
  }

  private static func dayCount(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
