/// What an attribution line says about the time of the post that is quoted.
///
/// Lines come in every language and order, so nothing is read but times of day and numbers: a line that tells
/// 14:05 and 22 fits a post of 14:05 on the 22nd, in whatever zone.
struct AttributionClock {
  /// Seconds since midnight, and whether seconds were given.
  private var times: [(second: Int, hasSeconds: Bool)] = []
  /// Numbers that may be a day of the month.
  private var days: [Int] = []
  private var years: [Int] = []

  /// Reads one line or a few, up to 512 bytes.
  init(_ bytes: ArraySlice<UInt8>) {
    let bytes = Array(bytes.prefix(512))
    var index = 0
    func number(at start: Int) -> (value: Int, end: Int)? {
      var end = start
      var value = 0
      while end < bytes.count, bytes[end] &- 0x30 < 10, end - start < 5 {
        value = value * 10 + Int(bytes[end] - 0x30)
        end += 1
      }
      return end > start ? (value, end) : nil
    }
    while index < bytes.count {
      guard let (value, end) = number(at: index) else {
        index += 1
        continue
      }
      let isInside = index > 0 && (isLetter(bytes[index - 1]) || bytes[index - 1] == 0x2b)
      let width = end - index
      index = end
      if isInside { continue }
      if width <= 2, value < 24, end < bytes.count,
        bytes[end] == UInt8(ascii: ":") || bytes[end] == UInt8(ascii: "h"),
        let (minute, behind) = number(at: end + 1), behind == end + 3, minute < 60
      {
        var second = 0
        var hasSeconds = false
        index = behind
        if behind < bytes.count, bytes[behind] == UInt8(ascii: ":"),
          let (given, last) = number(at: behind + 1), last == behind + 3, given < 61
        {
          second = given
          hasSeconds = true
          index = last
        }
        var hour = value
        var next = index
        while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0xc2 || bytes[next] == 0xa0
        {
          next += 1
        }
        if next < bytes.count, hour <= 12 {
          if bytes[next] | 0x20 == UInt8(ascii: "p") { hour = hour % 12 + 12 }
          if bytes[next] | 0x20 == UInt8(ascii: "a") { hour %= 12 }
        }
        times.append((hour * 3600 + minute * 60 + second, hasSeconds))
        continue
      }
      if width <= 2, (1...31).contains(value) { days.append(value) }
      if width == 4, (1970...2099).contains(value) { years.append(value) }
    }
    func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 &- 0x61 < 26 || byte == UInt8(ascii: "<") }
  }

  /// Whether it tells a time of day.
  var hasTime: Bool { !times.isEmpty }
  /// Whether it tells a day.
  var hasDay: Bool { !days.isEmpty && !years.isEmpty }

  /// Whether it tells the minute of an instant, in some zone of whole or half hours.
  func tellsTime(of instant: Int64) -> Bool {
    times.contains { time in
      let difference = Int((instant % 86_400 + 86_400) % 86_400) - time.second
      let slack = time.hasSeconds ? 2 : 59
      let rest = (difference % 1800 + 1800) % 1800
      return rest <= slack || time.hasSeconds && rest >= 1798
    }
  }

  /// Whether it tells the day of an instant, in some zone.
  func tellsDay(of instant: Int64) -> Bool {
    for shift in [-43_200, 0, 50_400] as [Int64] {
      let day = Int((instant + shift) / 86_400) - (instant + shift < 0 ? 1 : 0)
      let civil = CivilDay(daysSince1970: day)
      let short = civil.year % 100
      if days.contains(civil.day), years.contains(civil.year) || days.contains(short) {
        return true
      }
    }
    return false
  }
}

/// A day of the proleptic Gregorian calendar.
private struct CivilDay {
  let year: Int
  let day: Int

  /// After Howard Hinnant, "chrono-compatible low-level date algorithms".
  init(daysSince1970 days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthIndex + 2) / 5 + 1
    year = yearOfEra + era * 400 + (monthIndex >= 10 ? 1 : 0)
  }
}
