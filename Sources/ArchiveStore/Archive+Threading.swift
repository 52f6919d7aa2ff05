internal import Discussion
internal import Foundation
internal import GRDB
internal import Threading

extension Archive {
  /// Threads all posts from the references that are kept; no mail is parsed again.
  ///
  /// The outcome is a function of the posts and their copies, whatever was threaded before.
  func rethread() throws {
    try database.write { try rethread(in: $0) }
  }

  /// The same inside the caller's transaction.
  ///
  /// - Complexity: One pass over the tables of posts, copies and placements; texts are read only where something changed
  ///   that evidence hangs on, and only rows that differ are written.
  func rethread(in database: Database) throws {
    var input = try ThreadingInput(database)
    let stated = ThreadForest(threading: input.posts)
    let found = try EvidenceReading(database: database, input: input).links(beyond: stated) {
      try PeopleTable.update(in: database)
    }
    input.add(found.filter { !$0.isFork })
    let forest = ThreadForest(threading: input.posts)
    let rows = try replaceMissingPosts(of: forest, input: input, in: database)
    try PlacementTable.update(to: forest, rows: rows, in: database)
    try summarizeThreads(in: database)
    try ForkTable.update(in: database, found: found.filter(\.isFork))
    try AddresseeTable.update(in: database)
    try AddresseeDecision.apply(in: database)
  }

  /// Adds the missing posts that the forest names and removes those that it does not.
  ///
  /// - Returns: The row of each placement.
  private func replaceMissingPosts(
    of forest: ThreadForest, input: ThreadingInput, in database: Database
  ) throws -> [Int64] {
    var rows: [Int64] = []
    rows.reserveCapacity(forest.placements.count)
    var obsolete = input.missing
    let insert = try database.makeStatement(
      sql: "INSERT INTO posts(name, identity, kind, messageID) VALUES(?, ?, 'missing', ?)")
    for placement in forest.placements {
      if let index = input.indexOfID[placement.id] {
        rows.append(input.rows[index])
      } else if let row = obsolete.removeValue(forKey: placement.id) {
        rows.append(row)
      } else {
        try insert.execute(
          arguments: [placement.id.text, placement.id.text, input.messageIDs[placement.id]])
        rows.append(database.lastInsertedRowID)
      }
    }
    for row in obsolete.values.sorted() {
      for table in ["placements WHERE post", "reasons WHERE child", "threads WHERE root"] {
        try database.run(sql: "DELETE FROM \(table) = ?", arguments: [row])
      }
      try database.run(sql: "DELETE FROM posts WHERE id = ?", arguments: [row])
    }
    return rows
  }

  private func summarizeThreads(in database: Database) throws {
    for table in ["threads", "postVenues"] {
      try database.execute(sql: "DELETE FROM \(table)")
    }
    try database.execute(
      sql: """
        INSERT INTO postVenues(post, venue, isBest)
        SELECT copies.post, copies.venue, max(copies.id = posts.bestCopy)
        FROM copies JOIN posts ON posts.id = copies.post
        WHERE copies.venue IS NOT NULL GROUP BY copies.post, copies.venue
        """)
    try database.execute(
      sql: """
        INSERT OR IGNORE INTO postVenues(post, venue, isBest)
        SELECT copies.post, furtherVenues.venue, 0
        FROM furtherVenues JOIN copies ON copies.id = furtherVenues.copy
        """)
    try VenueEffect.merge(in: database)
    try database.execute(
      sql: """
        INSERT INTO threads(root, subject, posts, people, depth, first, last)
        SELECT thread, NULL, sum(posts.kind <> 'missing'), count(DISTINCT posts.person), max(depth),
          min(posts.instant), max(posts.instant)
        FROM placements JOIN posts ON posts.id = placements.post GROUP BY thread
        """)
    // A missing root has no subject; the first post that has one names the thread.
    try database.execute(
      sql: """
        UPDATE threads SET subject = (
          SELECT posts.subject FROM placements JOIN posts ON posts.id = placements.post
          WHERE placements.thread = threads.root AND posts.subject IS NOT NULL
          ORDER BY placements.position LIMIT 1)
        """)
  }
}
