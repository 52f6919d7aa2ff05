public import Discussion
internal import SourceBytes

/// An entry of an index: a name and the posts it stands for.
public struct DigestIndexEntry: Sendable, Hashable {
  /// A place in the document.
  public struct Place: Sendable, Hashable {
    /// The number of the thread.
    public var thread: Int
    /// The number of the post in it.
    public var number: Int
    /// The post.
    public var post: PostID
  }

  /// A person or a topic.
  public var name: String
  /// The posts that the document shows, in its order.
  public var places: [Place]
}

/// Posts in a stretch of time.
public struct DigestSpan: Sendable, Hashable {
  /// When it begins: `2012-01-20`, `2012-01` or `2012`.
  public var label: String
  /// How many posts were written in it.
  public var postCount: Int
}

/// Who answers whom in a document.
public struct DigestNetwork: Sendable, Hashable {
  /// An arrow.
  public struct Reply: Sendable, Hashable {
    /// Who answers, by index in ``DigestNetwork/people``.
    public var from: Int
    /// Who is answered.
    public var to: Int
    /// How often.
    public var count: Int
  }

  /// The people with most posts, at most sixteen.
  public var people: [DigestCount] = []
  /// The answers between them, by their indices.
  public var replies: [Reply] = []
}

extension DigestNetwork {
  /// How many people are drawn.
  static let limit = 16

  init(_ drafts: [ThreadDraft], people: [DigestCount]) {
    self.people = Array(people.prefix(DigestNetwork.limit))
    var numbers: [String: Int] = [:]
    for (index, person) in self.people.enumerated() { numbers[person.name] = index }
    var counts: [Int: Int] = [:]
    for draft in drafts {
      for (index, parent) in draft.conversation.parents.enumerated() {
        guard let parent, draft.authors.indices.contains(parent),
          let from = numbers[draft.authors[index]], let to = numbers[draft.authors[parent]],
          from != to
        else { continue }
        counts[from * DigestNetwork.limit + to, default: 0] += 1
      }
    }
    replies = counts.sorted { $0.key < $1.key }.map {
      Reply(from: $0.key / DigestNetwork.limit, to: $0.key % DigestNetwork.limit, count: $0.value)
    }
  }
}

extension DigestSpan {
  /// Counts posts by day, month or year, whichever gives a readable number of spans; empty ones between stay.
  ///
  /// - Returns: None where fewer than two spans have posts.
  static func spans(_ dates: [StatedDate]) -> [DigestSpan] {
    let exact = dates.filter { $0.precision != .relative && $0.precision != .year }
    guard let first = exact.min(by: { $0.instant < $1.instant }),
      let last = exact.max(by: { $0.instant < $1.instant })
    else { return [] }
    let days = Int(last.instant / 86_400) - Int(first.instant / 86_400)
    let hasMonthOnly = exact.contains { $0.precision == .month }
    if days <= 62, !hasMonthOnly {
      let start = Int((first.instant + Int64((first.offsetMinutes ?? 0) * 60)) / 86_400)
      return counted(exact, count: days + 2) { date in
        Int((date.instant + Int64((date.offsetMinutes ?? 0) * 60)) / 86_400) - start
      } label: { offset in
        let (year, month, day) = StatedDate.civil(daysSince1970: start + offset)
        return "\(year)-\(padded(month))-\(padded(day))"
      }
    }
    let start = first.civil
    let end = last.civil
    let months = (end.year - start.year) * 12 + end.month - start.month + 1
    if months <= 120 {
      return counted(exact, count: months) { date in
        (date.civil.year - start.year) * 12 + date.civil.month - start.month
      } label: { offset in
        let month = start.year * 12 + start.month - 1 + offset
        return "\(month / 12)-\(padded(month % 12 + 1))"
      }
    }
    return counted(exact, count: end.year - start.year + 1) {
      $0.civil.year - start.year
    } label: {
      "\(start.year + $0)"
    }
  }

  private static func counted(
    _ dates: [StatedDate], count: Int, place: (StatedDate) -> Int, label: (Int) -> String
  ) -> [DigestSpan] {
    var counts = Array(repeating: 0, count: max(0, min(count, 4000)))
    for date in dates {
      let index = place(date)
      if counts.indices.contains(index) { counts[index] += 1 }
    }
    while counts.last == 0 { counts.removeLast() }
    guard counts.count(where: { $0 > 0 }) > 1 else { return [] }
    return counts.enumerated().map { DigestSpan(label: label($0.offset), postCount: $0.element) }
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
