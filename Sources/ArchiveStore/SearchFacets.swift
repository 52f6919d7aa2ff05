internal import Foundation
internal import GRDB
internal import SourceBytes

/// What the hits of a search have in common: how many of them each person wrote, each month saw, and so on.
public struct SearchFacets: Sendable, Hashable {
  /// One value and the hits that have it.
  public struct Entry: Sendable, Hashable {
    /// The value as programs name it: a person's or venue's id, a month, a topic.
    public var id: String
    /// The value as people read it.
    public var name: String
    /// How many hits have it.
    public var count: Int

    /// Puts a value together with its count.
    public init(id: String, name: String, count: Int) {
      (self.id, self.name, self.count) = (id, name, count)
    }
  }

  /// Who wrote the hits, most first.
  public var people: [Entry] = []
  /// When they were written, on the clock of each; by time, `2012-01`.
  public var months: [Entry] = []
  /// Where, most first.
  public var venues: [Entry] = []
  /// What they are about, by marks that were not rejected; most first.
  public var topics: [Entry] = []

  /// - Complexity: One pass over the posts.
  init(of hits: RowSet, in database: Database, budget: QueryBudget) throws {
    guard hits.count > 0 else { return }
    var monthCounts: [String: Int] = [:]
    try NumberRows.forEach(
      "SELECT id, instant, coalesce(offsetMinutes, 0) FROM posts WHERE instant IS NOT NULL",
      in: database
    ) { column in
      guard let row = column(0), hits.contains(row), let instant = column(1) else { return true }
      let date = StatedDate(instant: instant, offsetMinutes: Int(column(2) ?? 0), precision: .month)
      monthCounts[String(date.iso8601.prefix(7)), default: 0] += 1
      return true
    }
    months = monthCounts.sorted { $0.key < $1.key }.map {
      Entry(id: $0.key, name: $0.key, count: $0.value)
    }
    people = try SearchFacets.count(
      hits,
      "SELECT id, coalesce(person, authorName, authorAddress, ''), coalesce(authorName, authorAddress, '') FROM posts",
      in: database)
    try budget.check()
    venues = try SearchFacets.count(
      hits,
      "SELECT post, slug, venues.name FROM postVenues JOIN venues ON venues.id = postVenues.venue",
      in: database)
    topics = try SearchFacets.count(
      hits,
      """
      SELECT DISTINCT posts.id, topic, topic FROM annotations JOIN posts ON posts.name = annotations.post
      WHERE topic IS NOT NULL AND coalesce(decision, '') <> 'rejected'
      """, in: database)
  }

  /// Counts the second column over the hits in the first; the third is the name, of which the most frequent is shown.
  private static func count(_ hits: RowSet, _ sql: String, in database: Database) throws -> [Entry]
  {
    var counts: [String: Int] = [:]
    var names: [String: [String: Int]] = [:]
    let cursor = try Row.fetchCursor(database, sql: sql)
    while let row = try cursor.next() {
      guard hits.contains(row[0]) else { continue }
      let id: String = row[1]
      guard !id.isEmpty else { continue }
      counts[id, default: 0] += 1
      names[id, default: [:]][row[2], default: 0] += 1
    }
    return counts.map { id, count in
      let name = names[id]?.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? id
      return Entry(id: id, name: name, count: count)
    }.sorted { ($1.count, $0.id) < ($0.count, $1.id) }
  }
}
