internal import Identity

/// Wordings by date, for looking up which stand around a moment.
///
/// A page may hold thousands of comments of one day. None of them is a copy of another, so each is known by the pages on
/// which it stands, and those of the same pages are passed over without being looked at.
struct DateCrowd {
  /// More posts than these around one date are not compared by date.
  private static let limit = 4_000

  private struct Entry {
    var instant: Int64
    var post: Int64
    var pages: PageSets.Number
  }

  private var entries: [Entry] = []

  var isEmpty: Bool { entries.isEmpty }

  mutating func add(_ post: Int64, instant: Int64, pages: PageSets.Number) {
    entries.append(Entry(instant: instant, post: post, pages: pages))
  }

  /// To be called when all were added, before anything is looked up.
  mutating func sort() {
    entries.sort { ($0.instant, $0.post) < ($1.instant, $1.post) }
  }

  /// Whether anything stands in a range of seconds since 1970.
  func contains(_ range: ClosedRange<Int64>) -> Bool {
    let first = firstIndex(from: range.lowerBound)
    return first < entries.count && entries[first].instant <= range.upperBound
  }

  /// How many seconds from a moment a post is looked for that does not stand on just these pages: as many as copies are
  /// apart at most, none where too many posts are in that reach, and nil where too many are of the very second.
  ///
  /// - Complexity: O(log n), and one comparison of numbers for each entry in reach up to sixteen times the limit.
  func reach(around instant: Int64, apartFrom pages: PageSets.Number) -> Int64? {
    for reach in [WordingComparison.dateReach, 0] {
      let range = range(around: instant, reach: reach)
      guard range.count <= DateCrowd.limit * 16 else { continue }
      let count = entries[range].count { $0.pages.isApart(from: pages) }
      if count <= DateCrowd.limit { return reach }
    }
    return nil
  }

  /// The posts in that reach.
  func posts(around instant: Int64, apartFrom pages: PageSets.Number) -> [Int64] {
    guard let reach = reach(around: instant, apartFrom: pages) else { return [] }
    return entries[range(around: instant, reach: reach)]
      .filter { $0.pages.isApart(from: pages) }.map(\.post)
  }

  private func range(around instant: Int64, reach: Int64) -> Range<Int> {
    firstIndex(from: instant - reach)..<firstIndex(from: instant + reach + 1)
  }

  private func firstIndex(from instant: Int64) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].instant < instant { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Numbers for sets of pages, since a page may hold thousands of posts.
struct PageSets {
  /// Stands for a set of pages.
  struct Number: Hashable {
    fileprivate var value: Int32 = 0

    /// No page.
    static let none = Number()

    /// Whether not just the same pages are meant, or none at all.
    func isApart(from other: Number) -> Bool { value == 0 || value != other.value }
  }

  private var numbers: [Set<Int64>: Number] = [:]

  mutating func number(of pages: Set<Int64>) -> Number {
    guard !pages.isEmpty else { return .none }
    if let known = numbers[pages] { return known }
    let number = Number(value: Int32(clamping: numbers.count + 1))
    numbers[pages] = number
    return number
  }
}
