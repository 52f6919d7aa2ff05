internal import GRDB

/// The venues of each post, by its copies and by what readers say about venues.
enum PostVenueTable {
  private struct Row: Comparable {
    var post: Int64
    var venue: Int64
    var isBest: Bool

    static func < (left: Row, right: Row) -> Bool {
      (left.post, left.venue, left.isBest ? 0 : 1) < (right.post, right.venue, right.isBest ? 0 : 1)
    }
  }

  /// Makes the table say what the copies say; writes only what differs.
  ///
  /// - Parameter changed: The posts that may have other copies, or other venues, than before.
  static func update(_ changed: ChangedRows, in database: Database) throws {
    // Where venues went into others it may be so for any post.
    let isSome = try Int.fetchOne(database, sql: "SELECT 1 FROM changedVenues") == nil
    guard case .some(let posts) = changed, isSome else {
      try replace(nil, in: database)
      return try database.execute(sql: "DELETE FROM changedVenues")
    }
    for post in posts { try replace(post, in: database) }
  }

  /// The same for one post, or all.
  private static func replace(_ post: Int64?, in database: Database) throws {
    let old = try rows(
      "SELECT post, venue, isBest FROM postVenues", of: ("post", post), in: database)
    // A venue that was put into another is the other one here.
    let new =
      try rows(
        """
        SELECT copies.post, coalesce(venues.mergedInto, venues.id), copies.id = posts.bestCopy
        FROM copies JOIN posts ON posts.id = copies.post JOIN venues ON venues.id = copies.venue
        """, of: ("copies.post", post), in: database)
      + rows(
        """
        SELECT copies.post, coalesce(venues.mergedInto, venues.id), 0
        FROM copies JOIN furtherVenues ON copies.id = furtherVenues.copy
          JOIN venues ON venues.id = furtherVenues.venue
        """, of: ("copies.post", post), in: database)
    var wanted: [Row] = []
    wanted.reserveCapacity(new.count)
    // Of one post and venue that of the best copy comes first.
    for row in new.sorted()
    where wanted.last.map({ ($0.post, $0.venue) != (row.post, row.venue) }) ?? true {
      wanted.append(row)
    }
    var (obsolete, missing) = ([Row](), [Row]())
    var place = 0
    for row in old.sorted() {
      while place < wanted.count, wanted[place] < row {
        missing.append(wanted[place])
        place += 1
      }
      if place < wanted.count, wanted[place] == row { place += 1 } else { obsolete.append(row) }
    }
    missing += wanted[place...]
    for row in obsolete {
      var delete = try RowStatement(
        "DELETE FROM postVenues WHERE post = ?1 AND venue = ?2", in: database)
      delete.bind(row.post)
      delete.bind(row.venue)
      try delete.run()
    }
    for row in missing {
      var insert = try RowStatement(
        "INSERT INTO postVenues(post, venue, isBest) VALUES(?, ?, ?)", in: database)
      insert.bind(row.post)
      insert.bind(row.venue)
      insert.bind(row.isBest ? 1 : 0)
      try insert.run()
    }
  }

  /// - Parameter post: The column that names the post, and the one that is asked for.
  private static func rows(
    _ sql: String, of post: (column: String, row: Int64?), in database: Database
  ) throws -> [Row] {
    var rows: [Row] = []
    let condition = post.row == nil ? "" : " WHERE \(post.column) = ?"
    var query = try RowStatement(sql + condition, in: database)
    if let row = post.row { query.bind(row) }
    try query.forEach { columns in
      rows.append(
        Row(
          post: columns.integer(0) ?? 0, venue: columns.integer(1) ?? 0,
          isBest: columns.integer(2) == 1))
    }
    return rows
  }
}
