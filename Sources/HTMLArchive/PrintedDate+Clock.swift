/// Finds the clock time and the zone beside a day.
extension PrintedDate {
  func clock(_ tokens: [DateToken], near day: Range<Int>) -> Clock? {
    for index in tokens.indices.dropLast(1) {
      guard let hour = tokens[index].number, tokens[index].digits <= 2, hour <= 24 else { continue }
      // A number of the date is no hour, but ctime has its clock between day and year.
      let distance =
        index >= day.upperBound
        ? index - day.upperBound : index < day.lowerBound ? day.lowerBound - index : 0
      if distance > 12 { continue }
      if let clock = clock(tokens, at: index, hour: hour) { return clock }
    }
    // Programs that leave out ":00" print these for twelve o'clock.
    let next = day.upperBound..<min(day.upperBound + 3, tokens.count)
    for index in next where tokens[index].word == "noon" || tokens[index].word == "midnight" {
      return Clock(
        hour: tokens[index].word == "noon" ? 12 : 0, minute: 0, second: nil, offset: nil,
        tokens: index..<index + 1)
    }
    return nil
  }

  /// Whether `a.m.` or `p.m.` stands at a place.
  private static func isStopped(_ tokens: [DateToken], at index: Int) -> Bool {
    guard index + 2 < tokens.count, let half = tokens[index].word, half == "a" || half == "p"
    else { return false }
    return tokens[index + 1].isMark(".") && tokens[index + 2].word == "m"
  }

  private func clock(_ tokens: [DateToken], at index: Int, hour: Int) -> Clock? {
    var position = index + 1
    var minute = 0
    var second: Int?
    let separator = tokens[position]
    if separator.isMark(":") || separator.word == "h" || separator.word == "時"
      || separator.word == "t"
    {
      if separator.word == "t" { return nil }
      if position + 1 < tokens.count, let value = tokens[position + 1].number,
        tokens[position + 1].digits == 2 || separator.word == "時", value < 60
      {
        minute = value
        position += 2
      } else if separator.word == "h" {
        position += 1
      } else {
        return nil
      }
      if position + 1 < tokens.count, tokens[position].isMark(":"), !tokens[position + 1].isSpaced,
        let value = tokens[position + 1].number, value <= 60
      {
        second = value
        position += 2
        if position + 1 < tokens.count, tokens[position].isMark("."),
          tokens[position + 1].digits >= 2,
          !tokens[position + 1].isSpaced
        {
          position += 2
        }
      }
    } else if separator.isMark("."), position + 1 < tokens.count, tokens[position + 1].digits == 2,
      let value = tokens[position + 1].number, value < 60, index > 0,
      ["ore", "alle", "kl", "klo", "um", "at"].contains(Self.word(before: index, tokens)),
      !(position + 2 < tokens.count && tokens[position + 2].isMark("."))
    {
      minute = value
      position += 2
    } else if separator.isMark("."), position + 2 < tokens.count,
      tokens[position + 1].digits == 2, !tokens[position + 1].isSpaced,
      let value = tokens[position + 1].number, value < 60, hour <= 12,
      tokens[position + 2].word == "am" || tokens[position + 2].word == "pm"
    {
      minute = value
      position += 2
    } else if let word = separator.word, word == "am" || word == "pm" || word == "uhr" {
      guard hour <= (word == "uhr" ? 24 : 12) else { return nil }
    } else if Self.isStopped(tokens, at: position) {
      guard hour <= 12 else { return nil }
    } else {
      return nil
    }
    let half =
      half(tokens, &position) ?? Self.leadingHalf(tokens, before: index)
      ?? Self.trailingHalf(tokens, &position)
    let hours = half.map { $0 ? (hour % 12) + 12 : hour % 12 } ?? hour
    guard hours < 24 else { return nil }
    let offset = offset(tokens, &position)
    return Clock(
      hour: hours, minute: minute, second: second, offset: offset, tokens: index..<position)
  }

  /// The word before a clock, past a stop: `kl. 15.00`.
  private static func word(before index: Int, _ tokens: [DateToken]) -> String {
    let place = tokens[index - 1].isMark(".") ? index - 2 : index - 1
    return place >= 0 ? tokens[place].word ?? "" : ""
  }

  /// Words for the halves of the day that stand before the clock in Chinese, Japanese and Korean.
  private static func leadingHalf(_ tokens: [DateToken], before index: Int) -> Bool? {
    guard index > 0, let word = tokens[index - 1].word else { return nil }
    switch word {
    case "下午", "晚上", "午後", "오후", "中午": return true
    case "上午", "午前", "오전", "早上", "凌晨": return false
    default: return nil
    }
  }

  /// The same behind the clock, as Chinese templates of WordPress print it: "3:00 下午".
  private static func trailingHalf(_ tokens: [DateToken], _ position: inout Int) -> Bool? {
    guard position < tokens.count, let half = leadingHalf(tokens, before: position + 1) else {
      return nil
    }
    position += 1
    return half
  }

  /// `am`, `p.m.`, `p. m.`; true for the afternoon.
  private func half(_ tokens: [DateToken], _ position: inout Int) -> Bool? {
    guard position < tokens.count, let word = tokens[position].word else { return nil }
    if word == "am" || word == "pm" {
      position += 1
      return word == "pm"
    }
    guard word == "a" || word == "p", position + 2 < tokens.count, tokens[position + 1].isMark("."),
      tokens[position + 2].word == "m"
    else { return nil }
    position += 3
    if position < tokens.count, tokens[position].isMark(".") { position += 1 }
    return word == "p"
  }

  /// `-0500`, `+02:00`, `Z`, `EST`, `GMT+9`, in brackets or not.
  func offset(_ tokens: [DateToken], _ position: inout Int) -> Int? {
    var index = position
    if index < tokens.count, tokens[index].word == "uhr" { index += 1 }
    if index < tokens.count, tokens[index].isMark("(") { index += 1 }
    guard index < tokens.count else { return nil }
    if let word = tokens[index].word {
      let minutes = (isAustralian ? ZoneNames.australian[word] : nil) ?? ZoneNames.minutes[word]
      guard let minutes else { return nil }
      position = index + 1
      if minutes == 0, let signed = signedOffset(tokens, index + 1) {
        position = index + 3
        return signed
      }
      // A numeric offset after the name is the better one: "EST -0500".
      return minutes
    }
    guard let signed = signedOffset(tokens, index) else { return nil }
    position = index + 2
    if position + 1 < tokens.count, tokens[position].isMark(":"), tokens[position + 1].digits == 2 {
      position += 2
    }
    return signed
  }

  private func signedOffset(_ tokens: [DateToken], _ index: Int) -> Int? {
    guard index + 1 < tokens.count, tokens[index].isMark("+") || tokens[index].isMark("-"),
      !tokens[index + 1].isSpaced, let value = tokens[index + 1].number
    else { return nil }
    let sign = tokens[index].isMark("-") ? -1 : 1
    var minutes: Int
    switch tokens[index + 1].digits {
    case 3, 4: minutes = value / 100 * 60 + value % 100
    case 1, 2:
      minutes = value * 60
      if index + 3 < tokens.count, tokens[index + 2].isMark(":"), tokens[index + 3].digits == 2 {
        minutes += tokens[index + 3].number ?? 0
      }
    default: return nil
    }
    return minutes <= 14 * 60 ? sign * minutes : nil
  }
}
