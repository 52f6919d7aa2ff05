extension DateRange {
  /// Reads what stands after `date:`.
  ///
  /// - Parameter offset: Where the value starts in the query, in Unicode scalars.
  init(parsing value: [Unicode.Scalar], at offset: Int) throws(QuerySyntaxError) {
    guard let dots = DateRange.firstDots(value) else {
      let bound = try DateBound(parsing: value[...], at: offset)
      guard !bound.isRelative || bound.isOneDay else {
        let text = String(value)
        throw QuerySyntaxError(
          at: offset, .unreadableDate(text),
          hint: "`date:\(text)..` means since then, `date:..\(text)` up to then")
      }
      self = .between(bound, bound)
      return
    }
    let head = value[..<dots]
    let tail = value[(dots + 2)...]
    guard !head.isEmpty || !tail.isEmpty else {
      throw QuerySyntaxError(
        at: offset, .unreadableDate(".."), hint: "give one end at least: `date:2012..`")
    }
    let first: DateBound? = head.isEmpty ? nil : try DateBound(parsing: head, at: offset)
    let last: DateBound? =
      tail.isEmpty ? nil : try DateBound(parsing: tail, at: offset + dots + 2)
    if let first, let last, !first.isRelative, !last.isRelative,
      first.first(today: .first) > last.last(today: .first)
    {
      throw QuerySyntaxError(at: offset, .reversedDates, hint: "`date:\(last)..\(first)`")
    }
    self = .between(first, last)
  }

  private static func firstDots(_ value: [Unicode.Scalar]) -> Int? {
    guard value.count >= 2 else { return nil }
    return (0..<(value.count - 1)).first { value[$0] == "." && value[$0 + 1] == "." }
  }
}

extension DateBound {
  /// Reads a year, month, day, `today`, `yesterday` or `3months`.
  init(parsing value: ArraySlice<Unicode.Scalar>, at offset: Int) throws(QuerySyntaxError) {
    let text = String(Array(value)).lowercased()
    switch text {
    case "today": self = .ago(0, .day)
    case "yesterday": self = .ago(1, .day)
    default:
      guard let bound = DateBound.civil(text) ?? DateBound.relative(text) else {
        throw QuerySyntaxError(
          at: offset, .unreadableDate(String(Array(value))), hint: DateBound.hint(for: text))
      }
      self = bound
    }
  }

  private static func civil(_ text: String) -> DateBound? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 3, parts[0].utf8.count == 4,
      parts.dropFirst().allSatisfy({ (1...2).contains($0.utf8.count) }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, numbers[0] >= 1 else { return nil }
    switch numbers.count {
    case 1: return .year(numbers[0])
    case 2:
      guard (1...12).contains(numbers[1]) else { return nil }
      return .month(year: numbers[0], month: numbers[1])
    default:
      return CivilDay(year: numbers[0], month: numbers[1], day: numbers[2]).map { .day($0) }
    }
  }

  private static func relative(_ text: String) -> DateBound? {
    let digits = text.utf8.prefix { (0x30...0x39).contains($0) }
    guard (1...5).contains(digits.count), let count = Int(String(decoding: digits, as: UTF8.self))
    else { return nil }
    switch String(decoding: text.utf8.dropFirst(digits.count), as: UTF8.self) {
    case "d", "day", "days": return .ago(count, .day)
    case "w", "week", "weeks": return .ago(count, .week)
    case "m", "month", "months": return .ago(count, .month)
    case "y", "year", "years": return .ago(count, .year)
    default: return nil
    }
  }

  private static func hint(for text: String) -> String {
    if text.utf8.contains(0x2F) {
      let mended = String(text.map { $0 == "/" ? "-" : $0 })
      if let bound = civil(mended) { return "write `\(bound)`" }
    }
    return "write `2012`, `2012-01`, `2012-01-15`, `today` or `3months..`, with `..` for a range"
  }
}

extension String {
  /// Makes a string of scalars.
  init(_ scalars: [Unicode.Scalar]) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}
