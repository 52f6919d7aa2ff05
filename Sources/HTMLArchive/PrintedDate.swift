internal import SourceBytes

/// Whether a date in figures gives the day or the month first.
enum DayOrder: Sendable {
  case dayFirst, monthFirst
}

/// Finds the date that a line of a page states, in the languages of ``MonthNames``.
///
/// Understands ISO 8601, RFC 5322, `ctime`, dates with a month's name in any order, and dates in figures.
/// A line without a year states no date. Nothing is filled in: no zone, no clock time, no year.
struct PrintedDate {
  /// What was found.
  struct Match {
    var date: StatedDate
    /// Where it stands in the line, in UTF-8 offsets; the clock time and zone included.
    var range: Range<Int>
    /// Where the weekday stands that belongs to it; the start of the range where none does.
    var leadStart: Int
  }

  /// How to read `3/4/2010`.
  var order = DayOrder.dayFirst
  /// Whether `EST` is Australian Eastern time.
  var isAustralian = false

  private struct Day {
    var year: Int
    var month: Int
    var day: Int?
    var tokens: Range<Int>
  }

  struct Clock {
    var hour: Int
    var minute: Int
    var second: Int?
    var offset: Int?
    var tokens: Range<Int>
  }

  /// The first date that a line states; nil where there is none.
  func match(in text: String) -> Match? {
    let tokens = DateToken.tokens(of: text)
    guard let day = isoDay(tokens) ?? namedDay(tokens) ?? numericDay(tokens) else { return nil }
    var clock = clock(tokens, near: day.tokens)
    var range = day.tokens
    if let found = clock, found.offset == nil, found.tokens.upperBound <= day.tokens.lowerBound {
      // "15:00, 3 March 2010 (UTC)" has the zone behind the day.
      var position = day.tokens.upperBound
      if position < tokens.count, tokens[position].isMark("("),
        let minutes = offset(tokens, &position)
      {
        clock?.offset = minutes
        range = range.lowerBound..<position
      }
    }
    if let clock {
      range =
        min(
          range.lowerBound, clock.tokens.lowerBound)..<max(
          range.upperBound, clock.tokens.upperBound)
    }
    let precision: StatedDate.Precision =
      day.day == nil
      ? .month : clock == nil ? .day : clock?.second == nil ? .minute : .second
    let date = StatedDate(
      year: day.year, month: day.month, day: day.day ?? 1, hour: clock?.hour ?? 0,
      minute: clock?.minute ?? 0, second: clock?.second ?? 0,
      offsetMinutes: clock?.offset, precision: precision)
    guard let date else { return nil }
    let start = tokens[range.lowerBound].range.lowerBound
    var lead = range.lowerBound - 1
    while lead > 0, tokens[lead].isMark(",") || tokens[lead].isMark(".") { lead -= 1 }
    let hasWeekday = lead >= 0 && tokens[lead].word.map(MonthNames.isWeekday) ?? false
    return Match(
      date: date, range: start..<tokens[range.upperBound - 1].range.upperBound,
      leadStart: hasWeekday ? tokens[lead].range.lowerBound : start)
  }

  /// The order that the dates in figures among `lines` prove; nil where each could be read both ways.
  static func provenOrder(_ lines: [String]) -> DayOrder? {
    for line in lines {
      let tokens = DateToken.tokens(of: line)
      for index in tokens.indices.dropLast(4) {
        guard let first = tokens[index].number, let second = tokens[index + 2].number,
          let year = tokens[index + 4].number, isYear(year, digits: tokens[index + 4].digits),
          tokens[index + 1].isMark("/") || tokens[index + 1].isMark("-"),
          tokens[index + 3].kind == tokens[index + 1].kind
        else { continue }
        if let order = order(provenBy: tokens, before: index, first, second, year) { return order }
        if first > 12, first <= 31, second <= 12 { return .dayFirst }
        if second > 12, second <= 31, first <= 12 { return .monthFirst }
      }
    }
    return nil
  }

  /// A weekday before the figures fits only one reading: "Tue, 09/08/2011".
  private static func order(
    provenBy tokens: [DateToken], before index: Int, _ first: Int, _ second: Int, _ year: Int
  ) -> DayOrder? {
    guard year > 99, first <= 12, second <= 12, first != second, first > 0, second > 0,
      let word = tokens[..<index].last(where: { $0.word != nil })?.word,
      let weekday = MonthNames.weekdays.firstIndex(where: { $0.contains(word) })
    else { return nil }
    // 1970-01-01 was a Thursday.
    let dayFirst = (StatedDate.daysSince1970(year: year, month: second, day: first) + 3) % 7
    let monthFirst = (StatedDate.daysSince1970(year: year, month: first, day: second) + 3) % 7
    if dayFirst == weekday, monthFirst != weekday { return .dayFirst }
    return monthFirst == weekday && dayFirst != weekday ? .monthFirst : nil
  }

  // MARK: Days

  private static func isYear(_ value: Int, digits: Int) -> Bool {
    digits == 4 && value >= 1970 && value <= 2099 || digits == 2
  }

  /// `2003-07-05`, `2003/07/05`, `2003年7月5日`.
  private func isoDay(_ tokens: [DateToken]) -> Day? {
    for index in tokens.indices.dropLast(3) {
      guard tokens[index].digits == 4, let year = tokens[index].number, year >= 1900, year <= 2099,
        let month = tokens[index + 2].number, (1...12).contains(month)
      else { continue }
      let separator = tokens[index + 1]
      if separator.isMark("-") || separator.isMark("/") || separator.isMark(".") {
        guard index + 4 < tokens.count, tokens[index + 3].kind == separator.kind,
          let day = tokens[index + 4].number, (1...31).contains(day)
        else { continue }
        return Day(year: year, month: month, day: day, tokens: index..<index + 5)
      }
      if separator.word == "年" || separator.word == "년" {
        guard index + 4 < tokens.count, let day = tokens[index + 4].number else { continue }
        return Day(
          year: year, month: month, day: day, tokens: index..<min(index + 6, tokens.count))
      }
    }
    return nil
  }

  /// A month by name with a day and a year around it.
  private func namedDay(_ tokens: [DateToken]) -> Day? {
    var best: (day: Day, score: Int)?
    for index in tokens.indices {
      guard let word = tokens[index].word, let month = MonthNames.month(word) else { continue }
      guard let candidate = day(around: index, month: month, in: tokens) else { continue }
      if best.map({ candidate.score > $0.score }) ?? true { best = candidate }
    }
    return best?.day
  }

  private func day(around index: Int, month: Int, in tokens: [DateToken]) -> (day: Day, score: Int)?
  {
    let before = neighbour(of: index, step: -1, in: tokens)
    let after = neighbour(of: index, step: 1, in: tokens)
    var dayIndex: Int?
    var yearIndex: Int?
    // "Reply #1 Oct. 9, 2010": the number that the year follows is the day.
    let isDayBehind = after.map { tokens[$0].isDay && hasYear(behind: $0, tokens) } ?? false
    if let before, tokens[before].isDay, !isClockPart(before, tokens), !isDayBehind {
      dayIndex = before
    }
    if let after {
      if tokens[after].isYear {
        yearIndex = after
      } else if dayIndex == nil, tokens[after].isDay {
        dayIndex = after
      } else if dayIndex != nil, tokens[after].digits == 2, !isClockPart(after, tokens) {
        yearIndex = after
      }
    }
    if yearIndex == nil, let dayIndex {
      // "Aug 6, 2007", or the year at the end of a ctime date, or before the day.
      yearIndex =
        year(after: max(dayIndex, index), in: tokens)
        ?? year(before: min(dayIndex, index), in: tokens)
    }
    guard let yearIndex, let written = tokens[yearIndex].number else { return nil }
    let year = tokens[yearIndex].digits == 4 ? written : written + (written < 70 ? 2000 : 1900)
    let indices = [index, yearIndex] + (dayIndex.map { [$0] } ?? [])
    let range = (indices.min() ?? index)..<(indices.max() ?? index) + 1
    // "mar, 3 dic 2004": the month that stands closest to day and year is the month.
    let score = (dayIndex == nil ? 0 : 100) - range.count
    return (
      Day(year: year, month: month, day: dayIndex.flatMap { tokens[$0].number }, tokens: range),
      score
    )
  }

  /// Whether a year of four digits stands right behind a token, or behind a comma.
  private func hasYear(behind index: Int, _ tokens: [DateToken]) -> Bool {
    neighbour(of: index, step: 1, in: tokens).map { tokens[$0].isYear } ?? false
  }

  /// The nearest token that is no filler, at most four steps away.
  private func neighbour(of index: Int, step: Int, in tokens: [DateToken]) -> Int? {
    var position = index + step
    for _ in 0..<4 {
      guard tokens.indices.contains(position) else { return nil }
      switch tokens[position].kind {
      case .number: return position
      case .word(let word): if !MonthNames.fillers.contains(word) { return nil }
      case .mark(let mark):
        if ![0x2E, 0x2C, 0x2D, 0x2F, 0x27].contains(mark) { return nil }
      }
      position += step
    }
    return nil
  }

  private func year(after index: Int, in tokens: [DateToken]) -> Int? {
    for position in tokens.indices where position > index && position <= index + 14 {
      if tokens[position].digits == 4, let value = tokens[position].number,
        (1900...2099).contains(value), !isOffset(position, tokens)
      {
        return position
      }
    }
    return nil
  }

  private func year(before index: Int, in tokens: [DateToken]) -> Int? {
    for position in stride(from: index - 1, through: max(0, index - 3), by: -1) {
      if tokens[position].digits == 4, let value = tokens[position].number,
        (1900...2099).contains(value)
      {
        return position
      }
    }
    return nil
  }

  private func isOffset(_ index: Int, _ tokens: [DateToken]) -> Bool {
    index > 0 && (tokens[index - 1].isMark("+") || tokens[index - 1].isMark("-"))
      && !tokens[index].isSpaced && tokens[index - 1].isSpaced
  }

  private func isClockPart(_ index: Int, _ tokens: [DateToken]) -> Bool {
    if index > 1, tokens[index - 1].isMark(":"), !tokens[index].isSpaced,
      !tokens[index - 1].isSpaced, tokens[index - 2].number != nil
    {
      return true
    }
    return index + 2 < tokens.count && tokens[index + 1].isMark(":") && !tokens[index + 1].isSpaced
      && !tokens[index + 2].isSpaced && tokens[index + 2].digits == 2
  }

  /// `11.08.2020`, `11/08/2020`, `8-11-20`.
  private func numericDay(_ tokens: [DateToken]) -> Day? {
    for index in tokens.indices.dropLast(4) {
      guard let first = tokens[index].number, tokens[index].digits <= 2,
        let second = tokens[index + 2].number, tokens[index + 2].digits <= 2,
        let written = tokens[index + 4].number,
        Self.isYear(written, digits: tokens[index + 4].digits),
        tokens[index + 3].kind == tokens[index + 1].kind
          || tokens[index + 3].isMark(",") && tokens[index + 4].digits == 4
      else { continue }
      let isDotted = tokens[index + 1].isMark(".")
      guard isDotted || tokens[index + 1].isMark("/") || tokens[index + 1].isMark("-") else {
        continue
      }
      if tokens[index + 4].digits == 2, isClockPart(index + 4, tokens) { continue }
      let year = tokens[index + 4].digits == 4 ? written : written + (written < 70 ? 2000 : 1900)
      var isDayFirst = isDotted || order == .dayFirst
      if first > 12 { isDayFirst = true }
      if second > 12 { isDayFirst = false }
      let (day, month) = isDayFirst ? (first, second) : (second, first)
      guard (1...31).contains(day), (1...12).contains(month) else { continue }
      return Day(year: year, month: month, day: day, tokens: index..<index + 5)
    }
    return nil
  }
}
