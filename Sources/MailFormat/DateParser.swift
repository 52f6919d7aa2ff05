package import SourceBytes

/// A date as a line of text states it.
package struct ParsedDate: Sendable, Hashable {
  /// What it states.
  package var stated: StatedDate
  /// Whether a zone stands there that no place on earth has, such as `+50579034`.
  package var hasAbsurdZone = false
  /// Whether a word stood there that is no part of a date.
  package var hasForeignWords = false
  /// Whether the year was written in full.
  package var hasFullYear = false
}

/// Reads dates of mail: RFC 5322 section 3.3, the obsolete forms of section 4.3, asctime, ISO 8601, and
/// what broken clients wrote.
///
/// Deviations from the RFC: words that it does not know are skipped, since old clients add names of zones
/// and days in their own language; the day name is never checked; a time may lack its seconds, its separators may be
/// stops (`00.24.50`), and `AM` and `PM` are honoured; a year of three or five digits is what a program without
/// the year 2000 made of it (`100`, `19100`).
package struct DateParser {
  private var year: Int?
  private var month: Int?
  private var day: Int?
  private var hour: Int?
  private var minute = 0
  private var second: Int?
  private var zone: Int?
  private var hasZone = false
  private var isAfternoon: Bool?
  private var result = (absurdZone: false, foreign: false, fullYear: false)
  private var commentZone: Int?

  /// Reads the date in `range` of `bytes`.
  ///
  /// - Returns: nil where no day, month and year can be made out, or the three name no day of the calendar.
  /// - Complexity: O(n), and at most 200 bytes are looked at.
  package static func parse(_ bytes: Span<UInt8>, in range: Range<Int>) -> ParsedDate? {
    let bounded = range.lowerBound..<min(range.upperBound, range.lowerBound + 200)
    if let plain = PlainDate.parse(bytes, in: bounded) { return plain }
    var parser = DateParser()
    parser.scan(bytes, bounded)
    let parsed = parser.finish()
    guard parser.hour == nil,
      bytes.firstOffset(of: 0x3A, from: bounded.lowerBound, to: bounded.upperBound) != nil
    else { return parsed }
    // RFC 5322, section 4.3: comments and blanks may stand inside the time.
    let plain = withoutComments(bytes, in: bounded)
    var second = DateParser()
    second.scan(plain.span, 0..<plain.count)
    return second.finish() ?? parsed
  }

  /// Leaves comments out, and blanks beside colons.
  private static func withoutComments(_ bytes: Span<UInt8>, in range: Range<Int>) -> [UInt8] {
    var output: [UInt8] = []
    var depth = 0
    for index in range {
      let byte = bytes[index]
      if byte == 0x28 { depth += 1 }
      if depth == 0, !(byte.isASCIIWhitespace && output.last == 0x3A) {
        while byte == 0x3A, output.last?.isASCIIWhitespace == true { output.removeLast() }
        output.append(byte)
      }
      if byte == 0x29, depth > 0 { depth -= 1 }
    }
    return output
  }

  /// Reads the date that a string holds.
  package static func parse(_ text: String) -> ParsedDate? {
    parse(text.utf8Span.span, in: 0..<text.utf8.count)
  }

  private mutating func scan(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == 0x28 {
        index = scanComment(bytes, index, range.upperBound)
      } else if byte.isASCIIDigit {
        index = scanNumber(bytes, index, range.upperBound)
      } else if byte.isASCIILetter || byte >= 0x80 {
        index = scanWord(bytes, index, range.upperBound)
      } else if byte == 0x2B || byte == 0x2D, hour != nil, index + 1 < range.upperBound,
        bytes[index + 1].isASCIIDigit
      {
        index = scanOffset(bytes, index, range.upperBound)
      } else {
        index += 1
      }
    }
  }

  /// Skips a comment, and keeps a zone that it names for the case that none stands outside.
  private mutating func scanComment(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var depth = 0
    var index = start
    var letters: [UInt8] = []
    while index < end {
      switch bytes[index] {
      case 0x28: depth += 1
      case 0x29: depth -= 1
      case let byte where byte.isASCIILetter: letters.append(byte & 0xDF)
      default: break
      }
      index += 1
      if depth == 0 { break }
    }
    if !hasZone, commentZone == nil {
      commentZone = ZoneNames.minutes(String(decoding: letters, as: UTF8.self))
    }
    return index
  }

  private mutating func scanNumber(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    let (first, afterFirst) = DateParser.number(bytes, start, end)
    let digitCount = afterFirst - start
    let separator: UInt8 = afterFirst < end ? bytes[afterFirst] : 0
    let joined = afterFirst + 1 < end && bytes[afterFirst + 1].isASCIIDigit
    if joined, separator == 0x3A, hour == nil {
      return scanTime(bytes, first, afterFirst, end)
    }
    if joined, separator == 0x2E || separator == 0x2D || separator == 0x2F,
      day == nil || (separator == 0x2E && hour == nil && digitCount <= 2)
    {
      let (second, afterSecond) = DateParser.number(bytes, afterFirst + 1, end)
      if afterSecond + 1 < end, bytes[afterSecond] == separator, bytes[afterSecond + 1].isASCIIDigit
      {
        let (third, afterThird) = DateParser.number(bytes, afterSecond + 1, end)
        if day == nil, month == nil,
          takeNumericDate(first, second, third, separator, digitCount, afterThird - afterSecond - 1)
        {
          let isISOTime =
            afterThird + 1 < end && bytes[afterThird] | 0x20 == 0x74
            && bytes[afterThird + 1].isASCIIDigit
          return isISOTime ? afterThird + 1 : afterThird
        }
        if separator == 0x2E, hour == nil, first < 25, second < 60, third < 61 {
          (hour, minute, self.second) = (first, second, third)
          return afterThird
        }
      }
    }
    takeNumber(first, digitCount)
    return afterFirst
  }

  private mutating func scanTime(
    _ bytes: Span<UInt8>, _ first: Int, _ afterFirst: Int, _ end: Int
  ) -> Int {
    let (minutes, afterMinutes) = DateParser.number(bytes, afterFirst + 1, end)
    (hour, minute) = (first, minutes)
    guard afterMinutes + 1 < end, bytes[afterMinutes] == 0x3A || bytes[afterMinutes] == 0x2E,
      bytes[afterMinutes + 1].isASCIIDigit
    else { return afterMinutes }
    let (seconds, afterSeconds) = DateParser.number(bytes, afterMinutes + 1, end)
    second = seconds
    // Fractions of a second say nothing here.
    guard afterSeconds + 1 < end, bytes[afterSeconds] == 0x2E, bytes[afterSeconds + 1].isASCIIDigit
    else { return afterSeconds }
    return DateParser.number(bytes, afterSeconds + 1, end).next
  }

  /// Reads `2004-05-06`, `06.05.2004` and `05/06/2004` (month first unless that is impossible).
  private mutating func takeNumericDate(
    _ first: Int, _ second: Int, _ third: Int, _ separator: UInt8, _ firstDigits: Int,
    _ thirdDigits: Int
  ) -> Bool {
    if firstDigits == 4 {
      (year, month, day) = (first, second, third)
      result.fullYear = true
    } else if thirdDigits == 4 || (separator != 0x2E && thirdDigits == 2) {
      let isMonthFirst = separator == 0x2F && first <= 12
      (day, month) = isMonthFirst ? (second, first) : (first, second)
      takeYear(third, thirdDigits)
    } else {
      return false
    }
    return true
  }

  private mutating func takeNumber(_ number: Int, _ digitCount: Int) {
    if digitCount <= 2, day == nil {
      day = number
    } else if year == nil, digitCount >= 2, digitCount <= 5 {
      takeYear(number, digitCount)
    } else if digitCount == 4, hasZone == false, hour != nil {
      // A zone whose sign got lost: it tells nothing.
      hasZone = true
    } else {
      result.foreign = true
    }
  }

  private mutating func takeYear(_ number: Int, _ digitCount: Int) {
    result.fullYear = digitCount == 4
    switch digitCount {
    case 0...2: year = DateParser.year(ofTwoDigits: number)
    case 3: year = 1900 + number
    case 5 where number / 1000 == 19: year = 1900 + number % 1000
    default: year = number
    }
  }

  /// The year that two digits stand for (RFC 5322, section 4.3).
  static func year(ofTwoDigits number: Int) -> Int {
    number < 50 ? 2000 + number : 1900 + number
  }

  private mutating func scanOffset(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var (number, next) = DateParser.number(bytes, start + 1, end)
    var digitCount = next - start - 1
    // `-99` or `-1999` behind a month name is a year: the parts of `12-Jun-1999 10:00`.
    if digitCount <= 2, next + 2 < end, bytes[next] == 0x3A, bytes[next + 1].isASCIIDigit {
      let (minutes, afterMinutes) = DateParser.number(bytes, next + 1, end)
      number = number * 100 + minutes
      digitCount = 4
      next = afterMinutes
    } else if digitCount <= 2 {
      number *= 100
      digitCount = 4
    }
    if hasZone, zone != 0 { return next }
    hasZone = true
    let (hours, minutes) = (number / 100, number % 100)
    guard digitCount == 4 || digitCount == 3, hours <= 14 || (hours == 15 && minutes == 0),
      minutes < 60
    else {
      result.absurdZone = true
      zone = nil
      return next
    }
    let size = hours * 60 + minutes
    zone = bytes[start] == 0x2D ? -size : size
    return next
  }

  private mutating func scanWord(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var next = start
    while next < end, bytes[next].isASCIILetter || bytes[next] >= 0x80 { next += 1 }
    let size = next - start
    if month == nil, let found = MonthNames.month(bytes, at: start, byteCount: size) {
      month = found
      // `12-Jun-1999` and `Jun-99`: the year would look like an offset once a time is known.
      if next + 1 < end, bytes[next] == 0x2D { return next + 1 }
      return next
    }
    if DateParser.isDayName(bytes, start, size) { return next }
    if size == 2, hour != nil, bytes[start + 1] | 0x20 == 0x6D,
      bytes[start] | 0x20 == 0x61 || bytes[start] | 0x20 == 0x70
    {
      isAfternoon = bytes[start] | 0x20 == 0x70
      return next
    }
    if hour != nil { return scanZoneName(bytes, start, next, end) }
    // The T of ISO 8601, `at` and the like.
    if size > 2 { result.foreign = true }
    return next
  }

  private mutating func scanZoneName(
    _ bytes: Span<UInt8>, _ start: Int, _ afterLetters: Int, _ end: Int
  ) -> Int {
    var next = afterLetters
    // `PST8PDT` is one name, `GMT+2` is not.
    while next < end, bytes[next].isASCIIDigit || bytes[next].isASCIILetter { next += 1 }
    var name: [UInt8] = []
    for index in start..<min(next, start + 12) {
      name.append(bytes[index].isASCIILetter ? bytes[index] & 0xDF : bytes[index])
    }
    let text = String(decoding: name, as: UTF8.self)
    if text == "DST" {
      if let known = zone { zone = known + 60 }
      return next
    }
    if let minutes = ZoneNames.minutes(text) {
      if !hasZone { (zone, hasZone) = (minutes, true) }
      return next
    }
    if name.count > 5 { result.foreign = true }
    return afterLetters
  }

  private func finish() -> ParsedDate? {
    guard let year, let month, let day else { return nil }
    var hours = hour ?? 0
    if let isAfternoon {
      if isAfternoon, hours < 12 { hours += 12 } else if !isAfternoon, hours == 12 { hours = 0 }
    }
    let isNextDay = hours == 24 && minute == 0
    let precision: StatedDate.Precision = hour == nil ? .day : second == nil ? .minute : .second
    let offset = hasZone ? zone : commentZone
    guard
      let stated = StatedDate(
        year: year, month: month, day: day, hour: isNextDay ? 0 : hours, minute: minute,
        second: second ?? 0, offsetMinutes: hour == nil ? nil : offset, precision: precision)
    else { return nil }
    return ParsedDate(
      stated: isNextDay
        ? StatedDate(
          instant: stated.instant + 86_400, offsetMinutes: stated.offsetMinutes,
          precision: precision)
        : stated,
      hasAbsurdZone: result.absurdZone, hasForeignWords: result.foreign,
      hasFullYear: result.fullYear)
  }

  /// Reads digits; more than nine are skipped, so that no number overflows.
  private static func number(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int
  ) -> (value: Int, next: Int) {
    var value = 0
    var index = start
    while index < end, bytes[index].isASCIIDigit {
      if index - start < 9 { value = value * 10 + Int(bytes[index] - 0x30) }
      index += 1
    }
    return (value, index)
  }

  private static func key(_ bytes: Span<UInt8>, _ start: Int) -> UInt32 {
    UInt32(bytes[start].asciiLowercased) << 16 | UInt32(bytes[start + 1].asciiLowercased) << 8
      | UInt32(bytes[start + 2].asciiLowercased)
  }

  /// Whether a day name stands at `start`, by its first three letters, `size` bytes long.
  static func isDayName(_ bytes: Span<UInt8>, _ start: Int, _ size: Int) -> Bool {
    guard size >= 3, size <= 9 else { return false }
    switch key(bytes, start) {
    case 0x6D6F6E, 0x747565, 0x776564, 0x746875, 0x667269, 0x736174, 0x73756E: return true
    default: return false
    }
  }
}
