public import SourceBytes

/// Counts posts by time, people, threads and how fast they were answered.
///
/// All posts are added, whether they are asked about or not: who is new, and what share of a month a query takes, depends on
/// the others too.
public struct PostCounter: Sendable {
  /// A post.
  public struct Item: Sendable, Hashable {
    /// When it was written.
    public var date: StatedDate?
    /// The person, as a key.
    public var person: String?
    /// The person, as shown.
    public var author: String?
    /// Its thread, as a key.
    public var thread: String
    /// When the post that it answers was written, in seconds since 1970.
    public var answered: Int64?
    /// Its venue.
    public var venue: String?
    /// Whether it is asked about.
    public var isWanted: Bool

    /// Takes over a post.
    public init(
      date: StatedDate?, person: String?, author: String?, thread: String, answered: Int64?,
      venue: String?, isWanted: Bool
    ) {
      self.date = date
      self.person = person
      self.author = author
      self.thread = thread
      self.answered = answered
      self.venue = venue
      self.isWanted = isWanted
    }
  }

  private var items: [Item] = []
  private var firstPosts: [String: Int64] = [:]
  /// Whether some posts are not asked about.
  public private(set) var hasOthers = false

  /// Counts nothing yet.
  public init() {}

  /// Adds a post.
  public mutating func add(_ item: Item) {
    items.append(item)
    if !item.isWanted { hasOthers = true }
    guard let person = item.person, let instant = item.date?.instant else { return }
    firstPosts[person] = min(firstPosts[person] ?? .max, instant)
  }

  private var wanted: [Item] { items.filter(\.isWanted) }

  /// How many posts are asked about.
  public var postCount: Int { items.count { $0.isWanted } }
  /// How many threads they belong to.
  public var threadCount: Int { Set(wanted.map(\.thread)).count }
  /// How many people wrote them.
  public var personCount: Int { Set(wanted.compactMap(\.person)).count }
  /// From the first to the last of them.
  public var period: (first: StatedDate, last: StatedDate)? {
    let dates = wanted.compactMap(\.date)
    guard let first = dates.min(by: { $0.instant < $1.instant }),
      let last = dates.max(by: { $0.instant < $1.instant })
    else { return nil }
    return (first, last)
  }

  // MARK: Time

  /// Posts by stretches of time; empty ones between stay, so that gaps show.
  public func posts(by unit: TimeUnit) -> Series {
    series("posts", unit) { $0.map { _ in 1 }.count }
  }

  /// How many different people wrote, by stretches of time.
  public func people(by unit: TimeUnit) -> Series {
    series("people", unit) { Set($0.compactMap(\.person)).count }
  }

  /// How many people wrote for the first time in the archive, by stretches of time.
  public func newcomers(by unit: TimeUnit) -> Series {
    series("newcomers", unit) { items in
      Set(
        items.compactMap { item in
          item.person.flatMap { firstPosts[$0] == item.date?.instant ? $0 : nil }
        }
      ).count
    }
  }

  private func series(_ name: String, _ unit: TimeUnit, _ count: ([Item]) -> Int) -> Series {
    var groups: [Int: [Item]] = [:]
    var totals: [Int: Int] = [:]
    for item in items {
      guard let place = item.date.flatMap({ unit.place($0) }) else { continue }
      totals[place, default: 0] += 1
      if item.isWanted { groups[place, default: []].append(item) }
    }
    guard let first = totals.keys.min(), let last = totals.keys.max(), last - first < 200_000 else {
      return Series(name: name, unit: name, points: [], isTime: true)
    }
    // Only the stretch in which something is asked about.
    let start = groups.keys.min() ?? first
    let end = groups.keys.max() ?? last
    let points = (start...end).map { place in
      Series.Point(
        label: unit.label(place), count: count(groups[place] ?? []),
        total: hasOthers && name == "posts" ? totals[place] ?? 0 : nil)
    }
    return Series(name: name, unit: name, points: points, isTime: true)
  }

  /// Posts by day of the week, on the clock of the writer.
  public func weekdays() -> Series {
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    var counts = Array(repeating: 0, count: 7)
    for item in wanted {
      if let place = item.date.flatMap({ TimeUnit.day.place($0) }) {
        // The first of January 1970 was a Thursday.
        counts[((place + 3) % 7 + 7) % 7] += 1
      }
    }
    return Series(
      name: "weekday", unit: "posts",
      points: zip(names, counts).map { Series.Point(label: $0, count: $1) })
  }

  /// Posts by hour, on the clock of the writer.
  public func hours() -> Series {
    var counts = Array(repeating: 0, count: 24)
    for item in wanted {
      guard let date = item.date else { continue }
      switch date.precision {
      case .second, .minute, .hour: counts[date.civil.hour] += 1
      case .day, .month, .year, .relative: break
      }
    }
    return Series(
      name: "hour", unit: "posts",
      points: counts.enumerated().map {
        Series.Point(label: $0 < 10 ? "0\($0)" : "\($0)", count: $1)
      })
  }

  // MARK: People, venues and threads

  /// Posts by person, the most first.
  public func persons(limit: Int = .max) -> Series {
    var counts: [String: Int] = [:]
    var names: [String: [String: Int]] = [:]
    for item in wanted {
      guard let person = item.person else { continue }
      counts[person, default: 0] += 1
      if let author = item.author { names[person, default: [:]][author, default: 0] += 1 }
    }
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit)
    let points = sorted.map { person, count in
      // The name that the person used most.
      let name = names[person]?.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      return Series.Point(label: name ?? person, count: count)
    }
    return Series(name: "person", unit: "posts", points: points, summary: share(counts))
  }

  /// Half of the posts come from so many people.
  private func share(_ counts: [String: Int]) -> String? {
    let all = counts.values.reduce(0, +)
    guard counts.count > 2 else { return nil }
    var sum = 0
    for (index, count) in counts.values.sorted(by: >).enumerated() {
      sum += count
      if sum * 2 >= all { return "half of the posts are by \(index + 1) of \(counts.count) people" }
    }
    return nil
  }

  /// Posts by venue, the most first.
  public func venues() -> Series {
    var counts: [String: Int] = [:]
    for item in wanted { counts[item.venue ?? "(none)", default: 0] += 1 }
    return Series(
      name: "venue", unit: "posts",
      points: counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map { Series.Point(label: $0.key, count: $0.value) })
  }

  /// Threads by how many posts they have.
  public func threadSizes() -> Series {
    var sizes: [String: Int] = [:]
    for item in wanted { sizes[item.thread, default: 0] += 1 }
    let bounds = [1, 2, 3, 6, 11, 21, 51, 101]
    var counts = Array(repeating: 0, count: bounds.count)
    for size in sizes.values { counts[(bounds.lastIndex { $0 <= size }) ?? 0] += 1 }
    let labels = bounds.indices.map { index in
      let next = index + 1 < bounds.count ? bounds[index + 1] - 1 : nil
      return next.map { $0 == bounds[index] ? "\(bounds[index])" : "\(bounds[index])–\($0)" }
        ?? "\(bounds[index])+"
    }
    let sorted = sizes.values.sorted()
    let middle = sorted.isEmpty ? nil : sorted[sorted.count / 2]
    return Series(
      name: "thread-size", unit: "threads",
      points: zip(labels, counts).map { Series.Point(label: $0, count: $1) },
      summary: middle.map {
        "half of the threads have \($0) posts or fewer; the longest \(sorted.last ?? 0)"
      })
  }

  /// Replies by how long they took.
  public func replyTimes() -> Series {
    let times = wanted.compactMap { item -> Int64? in
      guard let instant = item.date?.instant, let answered = item.answered, instant >= answered
      else { return nil }
      return instant - answered
    }.sorted()
    let bounds: [(String, Int64)] = [
      ("under 10 minutes", 600), ("under 1 hour", 3600), ("under 6 hours", 21_600),
      ("under 1 day", 86_400), ("under 1 week", 604_800), ("under 1 month", 2_592_000),
      ("longer", .max),
    ]
    var counts = Array(repeating: 0, count: bounds.count)
    for time in times { counts[bounds.firstIndex { time < $0.1 } ?? bounds.count - 1] += 1 }
    return Series(
      name: "reply-time", unit: "replies",
      points: zip(bounds, counts).map { Series.Point(label: $0.0, count: $1) },
      summary: times.isEmpty
        ? nil : "half of the replies came within \(PostCounter.words(times[times.count / 2]))")
  }

  private static func words(_ seconds: Int64) -> String {
    func of(_ number: Int64, _ unit: String) -> String {
      "\(number) \(unit)\(number == 1 ? "" : "s")"
    }
    switch seconds {
    case ..<5400: return of(max(1, (seconds + 30) / 60), "minute")
    case ..<172_800: return of((seconds + 1800) / 3600, "hour")
    default: return of((seconds + 43_200) / 86_400, "day")
    }
  }
}

/// A stretch of time by which posts are counted.
public enum TimeUnit: String, Sendable, Hashable, CaseIterable {
  case day, month, year

  /// The number of the stretch in which a date lies; nil where the date is not exact enough.
  public func place(_ date: StatedDate) -> Int? {
    let (year, month, day, _, _, _) = date.civil
    switch (self, date.precision) {
    case (_, .relative), (.month, .year), (.day, .year), (.day, .month): return nil
    case (.day, _): return StatedDate.daysSince1970(year: year, month: month, day: day)
    case (.month, _): return year * 12 + month - 1
    case (.year, _): return year
    }
  }

  /// `2012-01-20`, `2012-01` or `2012`.
  public func label(_ place: Int) -> String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    switch self {
    case .day:
      let (year, month, day) = StatedDate.civil(daysSince1970: place)
      return "\(year)-\(padded(month))-\(padded(day))"
    case .month: return "\(place / 12)-\(padded(place % 12 + 1))"
    case .year: return "\(place)"
    }
  }
}
