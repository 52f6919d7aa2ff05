internal import SourceBytes

/// A date in one of the two forms that nearly all programs write: `Fri, 19 Jul 2002 09:30:00 +0200 (CEST)` (RFC 5322,
/// section 3.3), of old also `Fri, 19 Jul 95 09:30:00 EST`, and `Fri Jul 19 09:30:00 2002` (asctime).
///
/// What ``DateParser`` makes of it, at a fraction of the cost.
struct PlainDate {
  private var index: Int
  private let end: Int

  /// Reads a date that fills the range; nil where it has any other form, or anything about it is odd.
  ///
  /// - Complexity: One look at each byte.
  static func parse(_ bytes: Span<UInt8>, in range: Range<Int>) -> ParsedDate? {
    var reader = PlainDate(index: range.lowerBound, end: range.upperBound)
    let hasDayName = reader.skipDayName(bytes)
    return hasDayName && reader.skip(0x20, bytes)
      ? reader.readAsctime(bytes) : reader.readStandard(bytes, hasDayName: hasDayName)
  }

  /// What follows the day name: `Jul  9 09:30:00 2002`.
  private mutating func readAsctime(_ bytes: Span<UInt8>) -> ParsedDate? {
    guard let month = month(bytes), skip(0x20, bytes) else { return nil }
    _ = skip(0x20, bytes)
    guard let day = day(bytes), skip(0x20, bytes), let time = time(bytes),
      skip(0x20, bytes), case let year = number(bytes), year.digitCount == 4, index == end
    else { return nil }
    return PlainDate.date(year.value, month, day, time, offset: nil, hasFullYear: true)
  }

  /// What follows the day name, if there is one: `, 9 Jul 2002 09:30:00 +0200 (CEST)`.
  private mutating func readStandard(_ bytes: Span<UInt8>, hasDayName: Bool) -> ParsedDate? {
    if hasDayName {
      guard skip(0x2C, bytes), skip(0x20, bytes) else { return nil }
      _ = skip(0x20, bytes)
    }
    guard let day = day(bytes), skip(0x20, bytes), let month = month(bytes),
      skip(0x20, bytes)
    else { return nil }
    let year = number(bytes)
    let hasFullYear = year.digitCount == 4
    guard hasFullYear || year.digitCount == 2, skip(0x20, bytes), let time = time(bytes),
      skip(0x20, bytes),
      let offset = offset(bytes) ?? zone(bytes),
      index == end || skipComment(bytes) && index == end
    else { return nil }
    return PlainDate.date(
      hasFullYear ? year.value : DateParser.year(ofTwoDigits: year.value), month, day, time,
      offset: offset,
      hasFullYear: hasFullYear)
  }

  private static func date(
    _ year: Int, _ month: Int, _ day: Int, _ time: (hour: Int, minute: Int, second: Int),
    offset: Int?, hasFullYear: Bool
  ) -> ParsedDate? {
    StatedDate(
      year: year, month: month, day: day, hour: time.hour, minute: time.minute,
      second: time.second, offsetMinutes: offset
    ).map { ParsedDate(stated: $0, hasFullYear: hasFullYear) }
  }

  // MARK: Parts

  private mutating func skip(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
    guard index < end, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func skipDayName(_ bytes: Span<UInt8>) -> Bool {
    guard index + 3 < end, DateParser.isDayName(bytes, index, 3) else { return false }
    index += 3
    return true
  }

  /// A month of three letters, no more.
  private mutating func month(_ bytes: Span<UInt8>) -> Int? {
    guard index + 3 < end, bytes[index + 3] == 0x20,
      let month = MonthNames.month(bytes, at: index, byteCount: 3)
    else { return nil }
    index += 3
    return month
  }

  /// A number and how many digits it has, of which five are read.
  private mutating func number(_ bytes: Span<UInt8>) -> (value: Int, digitCount: Int) {
    let start = index
    let limit = min(end, start + 5)
    var value = 0
    while index < limit, bytes[index].isASCIIDigit {
      value = value &* 10 &+ Int(bytes[index] &- 0x30)
      index &+= 1
    }
    return (value, index - start)
  }

  private mutating func day(_ bytes: Span<UInt8>) -> Int? {
    let (day, digitCount) = number(bytes)
    return digitCount == 1 || digitCount == 2 ? day : nil
  }

  /// `09:30:00`.
  private mutating func time(_ bytes: Span<UInt8>) -> (hour: Int, minute: Int, second: Int)? {
    let hour = number(bytes)
    guard hour.digitCount == 2, skip(0x3A, bytes) else { return nil }
    let minute = number(bytes)
    guard minute.digitCount == 2, skip(0x3A, bytes) else { return nil }
    let second = number(bytes)
    return second.digitCount == 2 ? (hour.value, minute.value, second.value) : nil
  }

  /// Minutes east of UTC, where a place on earth has that zone.
  private mutating func offset(_ bytes: Span<UInt8>) -> Int? {
    let isWest = skip(0x2D, bytes)
    guard isWest || skip(0x2B, bytes), case let (value, digitCount) = number(bytes),
      digitCount == 4, value / 100 <= 14, value % 100 < 60
    else { return nil }
    let size = value / 100 * 60 + value % 100
    return isWest ? -size : size
  }

  /// Minutes east of UTC of a zone in capitals that is known by its name.
  private mutating func zone(_ bytes: Span<UInt8>) -> Int? {
    var next = index
    while next < end, (0x41...0x5A).contains(bytes[next]) { next += 1 }
    guard (2...4).contains(next - index), next == end || bytes[next] == 0x20,
      let minutes = ZoneNames.minutes(bytes.string(in: index..<next))
    else { return nil }
    index = next
    return minutes
  }

  /// Skips ` (CEST)`: the offset has said it.
  private mutating func skipComment(_ bytes: Span<UInt8>) -> Bool {
    guard skip(0x20, bytes), skip(0x28, bytes) else { return false }
    while index < end, bytes[index].isASCIILetter || bytes[index] == 0x20 { index += 1 }
    return skip(0x29, bytes)
  }
}
