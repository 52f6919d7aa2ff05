/// A time that a query asks for, as it was typed: relative dates stay relative.
public enum DateRange: Sendable, Hashable {
  /// From the start of the first bound to the end of the last, both included; nil leaves an end open.
  case between(DateBound?, DateBound?)
  /// Before the bound begins.
  case before(DateBound)
  /// After the bound has ended.
  case after(DateBound)

  /// The days that are meant when `today` is the reader's day.
  ///
  /// - Returns: Both ends included. Where the first lies after the last no day is meant.
  public func days(today: CivilDay) -> DayRange {
    switch self {
    case .between(let first, let last):
      DayRange(first: first?.first(today: today), last: last?.last(today: today))
    case .before(let bound): DayRange(first: nil, last: bound.first(today: today).adding(days: -1))
    case .after(let bound): DayRange(first: bound.last(today: today).adding(days: 1), last: nil)
    }
  }
}

/// Days from the first to the last, both included; nil leaves an end open.
public struct DayRange: Sendable, Hashable {
  /// The first day.
  public let first: CivilDay?
  /// The last day.
  public let last: CivilDay?

  /// Takes over two ends.
  public init(first: CivilDay?, last: CivilDay?) {
    self.first = first
    self.last = last
  }
}

/// One end of a range of dates.
public enum DateBound: Sendable, Hashable {
  /// A unit of relative dates.
  public enum Unit: String, Sendable, Hashable, CaseIterable {
    case day, week, month, year
  }

  /// A whole year.
  case year(Int)
  /// A whole month.
  case month(year: Int, month: Int)
  /// A day.
  case day(CivilDay)
  /// The day so many units before the reader's day; 0 days is today.
  case ago(Int, Unit)

  /// Whether it depends on the reader's day.
  public var isRelative: Bool {
    if case .ago = self { true } else { false }
  }

  /// The first day of it.
  public func first(today: CivilDay) -> CivilDay {
    switch self {
    case .year(let year): CivilDay(uncheckedYear: year, month: 1, day: 1)
    case .month(let year, let month): CivilDay(uncheckedYear: year, month: month, day: 1)
    case .day(let day): day
    case .ago(let count, .day): today.adding(days: -count)
    case .ago(let count, .week): today.adding(days: -7 * count)
    case .ago(let count, .month): today.adding(months: -count)
    case .ago(let count, .year): today.adding(months: -12 * count)
    }
  }

  /// The last day of it.
  public func last(today: CivilDay) -> CivilDay {
    switch self {
    case .year(let year): CivilDay(uncheckedYear: year, month: 12, day: 31)
    case .month(let year, let month):
      CivilDay(
        uncheckedYear: year, month: month, day: CivilDay.dayCount(ofMonth: month, year: year))
    case .day, .ago: first(today: today)
    }
  }
}

extension DateBound: CustomStringConvertible {
  /// The form that the parser reads back.
  public var description: String {
    switch self {
    case .year(let year): CivilDay.padded(year, 4)
    case .month(let year, let month): "\(CivilDay.padded(year, 4))-\(CivilDay.padded(month, 2))"
    case .day(let day): day.description
    case .ago(0, .day): "today"
    case .ago(1, .day): "yesterday"
    case .ago(let count, let unit): "\(count)\(unit.rawValue)\(count == 1 ? "" : "s")"
    }
  }
}

extension DateRange: CustomStringConvertible {
  /// The term that the parser reads back: `date:2012-01..2012-03`.
  public var description: String {
    switch self {
    case .before(let bound): "before:\(bound)"
    case .after(let bound): "after:\(bound)"
    case .between(let first, let last):
      if let first, first == last, !first.isRelative || first.isOneDay {
        "date:\(first)"
      } else {
        "date:\(first?.description ?? "")..\(last?.description ?? "")"
      }
    }
  }
}

extension DateBound {
  /// Whether the word alone names one day, as `today` does and `3months` does not.
  var isOneDay: Bool {
    switch self {
    case .ago(0, .day), .ago(1, .day), .day: true
    default: false
    }
  }
}
