public import Discussion
internal import GRDB
public import SourceBytes

/// What counts need to know of a post.
public struct PostFact: Sendable, Hashable {
  /// Its id.
  public var id: PostID
  /// What it is.
  public var kind: PostKind
  /// When it was written.
  public var date: StatedDate?
  /// The person behind the author, or the author as shown; nil where the post shows none.
  public var person: String?
  /// The author as shown.
  public var author: String?
  /// The root of its thread.
  public var thread: PostID
  /// When the post was written that it answers, in seconds since 1970.
  public var answered: Int64?
  /// The id of its main venue.
  public var venue: String?
}

extension Archive {
  /// Hands out what is needed to count published posts, missing ones left aside, by date and id.
  ///
  /// - Complexity: One pass over the posts, without their texts.
  public func forEachFact(_ body: (PostFact) throws -> Void) throws {
    try database.reading { database in
      let cursor = try Row.fetchCursor(
        database,
        sql: """
          SELECT posts.name, posts.kind, posts.instant, posts.offsetMinutes, posts.datePrecision,
            coalesce(posts.person, posts.authorAddress, posts.authorName) AS person,
            coalesce(posts.authorName, posts.authorAddress) AS author, root.name AS root,
            above.instant AS answered,
            (SELECT slug FROM postVenues JOIN venues ON venues.id = postVenues.venue
             WHERE postVenues.post = posts.id ORDER BY isBest DESC, slug LIMIT 1) AS venue
          FROM posts JOIN placements ON placements.post = posts.id
            JOIN posts AS root ON root.id = placements.thread
            LEFT JOIN posts AS above ON above.id = placements.parent
          WHERE posts.kind <> 'missing' AND posts.status = 'published'
          ORDER BY posts.instant IS NULL, posts.instant, posts.name
          """)
      while let row = try cursor.next() {
        var date: StatedDate?
        if let instant = row["instant"] as Int64? {
          date = StatedDate(
            instant: instant, offsetMinutes: row["offsetMinutes"],
            precision: (row["datePrecision"] as String?).flatMap {
              StatedDate.Precision(rawValue: $0)
            } ?? .second)
        }
        try body(
          PostFact(
            id: PostID(row["name"]), kind: PostKind(rawValue: row["kind"]) ?? .message, date: date,
            person: row["person"], author: row["author"], thread: PostID(row["root"]),
            answered: row["answered"], venue: row["venue"]))
      }
    }
  }
}
