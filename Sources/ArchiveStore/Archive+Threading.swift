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
  func rethread(in database: Database) throws {
    var input = try ThreadingInput(database)
    let stated = ThreadForest(threading: input.posts)
    let evidence = EvidenceReading(database: database, posts: input.posts, rows: input.rows)
    let found = try evidence.links(beyond: stated) { try PeopleTable.update(in: database) }
    input.add(found.filter { !$0.isFork })
    let forest = ThreadForest(threading: input.posts)
    let rows = try replaceMissingPosts(of: forest, input: input, in: database)
    try writePlacements(of: forest, rows: rows, in: database)
    try summarizeThreads(in: database)
    try ForkTable.update(in: database, found: found.filter(\.isFork))
    try AddresseeTable.update(in: database)
    try AddresseeDecision.apply(in: database)
  }

  /// Adds the missing posts that the forest names and removes those that it does not.
  ///
  /// - Returns: The row of every post by id.
  private func replaceMissingPosts(
    of forest: ThreadForest, input: ThreadingInput, in database: Database
  ) throws -> [PostID: Int64] {
    for table in ["placements", "reasons", "threads", "postVenues", "addressees", "forks"] {
      try database.execute(sql: "DELETE FROM \(table)")
    }
    var rows = input.rows
    var obsolete = input.missing
    let insert = try database.makeStatement(
      sql: "INSERT INTO posts(name, identity, kind, messageID) VALUES(?, ?, 'missing', ?)")
    for placement in forest.placements where placement.isMissing {
      if let row = obsolete.removeValue(forKey: placement.id) {
        rows[placement.id] = row
        continue
      }
      try insert.execute(
        arguments: [placement.id.text, placement.id.text, input.messageIDs[placement.id]])
      rows[placement.id] = database.lastInsertedRowID
    }
    for row in obsolete.values.sorted() {
      try database.execute(sql: "DELETE FROM posts WHERE id = ?", arguments: [row])
    }
    return rows
  }

  private func writePlacements(
    of forest: ThreadForest, rows: [PostID: Int64], in database: Database
  ) throws {
    for (rank, placement) in forest.placements.enumerated() {
      guard let row = rows[placement.id] else { continue }
      var columns = try RowStatement(
        """
        INSERT INTO placements(rank, post, thread, parent, depth, position, confidence)
        VALUES(?, ?, ?, ?, ?, ?, ?)
        """, in: database)
      columns.bind(rank)
      columns.bind(row)
      columns.bind(rows[forest.placements[placement.root].id])
      columns.bind(placement.parent.flatMap { rows[forest.placements[$0].id] })
      columns.bind(placement.depth)
      columns.bind(rank - placement.root)
      columns.bind(placement.link?.confidence)
      try columns.run()
      for (ordinal, reason) in (placement.link?.reasons ?? []).enumerated() {
        var columns = try RowStatement(
          """
          INSERT INTO reasons(child, ordinal, evidence, weight, detail, start, end)
          VALUES(?, ?, ?, ?, ?, ?, ?)
          """, in: database)
        columns.bind(row)
        columns.bind(ordinal)
        columns.bind(reason.kind.rawValue)
        columns.bind(reason.weight)
        columns.bind(reason.detail)
        columns.bind(reason.range?.lowerBound)
        columns.bind(reason.range?.upperBound)
        try columns.run()
      }
    }
  }

  private func summarizeThreads(in database: Database) throws {
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

/// All that threading needs, read from the tables.
private struct ThreadingInput {
  var posts: [ThreadingPost] = []
  /// The row of every post that is there.
  var rows: [PostID: Int64] = [:]
  /// The row of every post that was missing so far.
  var missing: [PostID: Int64] = [:]
  /// How the ids that references name are written; the first writer in the order of posts decides.
  var messageIDs: [PostID: String] = [:]

  init(_ database: Database) throws {
    var indexOfRow: [Int64: Int] = [:]
    let cursor = try Row.fetchCursor(
      database,
      sql: """
        SELECT posts.id, name, kind, coalesce(instant, pageInstant), pagePosition FROM posts
          LEFT JOIN copies ON copies.id = posts.bestCopy ORDER BY name
        """)
    while let row = try cursor.next() {
      let id = PostID(row[1] as String)
      guard row[2] as String != PostKind.missing.rawValue else {
        missing[id] = row[0]
        continue
      }
      rows[id] = row[0]
      indexOfRow[row[0]] = posts.count
      posts.append(ThreadingPost(id: id, instant: row[3], position: row[4] ?? 0))
    }
    try readReferences(database, indexOfRow: indexOfRow)
    try readStatements(database)
    try readDecisions(database)
  }

  /// Adds what readers decided.
  private mutating func readDecisions(_ database: Database) throws {
    let decisions = try ParentDecision.inForce(in: database)
    guard !decisions.isEmpty else { return }
    for index in posts.indices { posts[index].decided = decisions[posts[index].id] }
  }

  /// Adds what evidence says; on a page it takes the place of the article as the parent of every comment.
  mutating func add(_ links: [ReplyLink]) {
    var indexOfID: [PostID: Int] = [:]
    for (index, post) in posts.enumerated() { indexOfID[post.id] = index }
    for link in links {
      guard let index = indexOfID[link.child], !link.reasons.isEmpty else { continue }
      posts[index].stated.removeAll { $0.reasons[0].kind == .default }
      posts[index].stated.append(
        ThreadingPost.StatedParent(
          parent: link.parent, reasons: link.reasons, confidence: link.confidence))
    }
  }

  /// References come from the best copy that has any.
  private mutating func readReferences(
    _ database: Database, indexOfRow: [Int64: Int]
  ) throws {
    var stated = [(inReplyTo: String?, references: String?)](
      repeating: (nil, nil), count: posts.count)
    var isContested: Set<Int64> = []
    let cursor = try Row.fetchCursor(
      database,
      sql: """
        SELECT post, inReplyTo, refs FROM copies WHERE inReplyTo IS NOT NULL OR refs IS NOT NULL
        """)
    while let row = try cursor.next() {
      let post: Int64 = row[0]
      guard let index = indexOfRow[post] else { continue }
      let (first, next) = (
        stated[index], (inReplyTo: row[1] as String?, references: row[2] as String?)
      )
      if first.inReplyTo != nil || first.references != nil, first != next {
        isContested.insert(post)
      }
      stated[index] = next
    }
    // Copies nearly always agree; where they do not, they are put in order.
    let best = try database.makeStatement(
      sql: """
        SELECT copies.inReplyTo, copies.refs FROM copies
          JOIN originals ON originals.id = copies.original
          JOIN members ON members.id = copies.member JOIN sources ON sources.id = members.source
        WHERE copies.post = ? AND (copies.inReplyTo IS NOT NULL OR copies.refs IS NOT NULL)
        ORDER BY \(PostWriter.bestFirst) LIMIT 1
        """)
    for post in isContested.sorted() {
      guard let index = indexOfRow[post], let row = try Row.fetchOne(best, arguments: [post]) else {
        continue
      }
      stated[index] = (row[0], row[1])
    }
    // In the order of posts, since the first writer of an id decides how it is shown.
    var known: [Substring: PostID] = [:]
    for index in posts.indices {
      posts[index].inReplyTo = ids(stated[index].inReplyTo, known: &known)
      posts[index].references = ids(stated[index].references, known: &known)
    }
  }

  /// - Parameter known: The ids that were made; a thread names the same ones again and again.
  private mutating func ids(_ text: String?, known: inout [Substring: PostID]) -> [PostID] {
    guard let text else { return [] }
    return text.split(separator: "\n").map { line in
      if let id = known[line] { return id }
      let messageID = MessageID(String(line))
      let id = PostID(PostIdentity(messageID))
      if messageIDs[id] == nil { messageIDs[id] = messageID.asWritten }
      known[line] = id
      return id
    }
  }

  private mutating func readStatements(_ database: Database) throws {
    var indexOfID: [PostID: Int] = [:]
    for (index, post) in posts.enumerated() { indexOfID[post.id] = index }
    let cursor = try Row.fetchCursor(
      database,
      sql: """
        SELECT coalesce(child.name, childID), coalesce(parent.name, parentID),
          evidence, weight, detail, statedReplies.start, statedReplies.end, confidence
        FROM statedReplies
          LEFT JOIN copies AS stating ON stating.id = childCopy OR stating.place = childPlace
          LEFT JOIN posts AS child ON child.id = stating.post
          LEFT JOIN copies AS answered ON answered.place = parentPlace
          LEFT JOIN posts AS parent ON parent.id = answered.post
        """)
    while let row = try cursor.next() {
      // A place that was never read, such as the page of a message that was not saved, names no post.
      guard let child = row[0] as String?, let parent = row[1] as String?, child != parent,
        let index = indexOfID[PostID(child)], let kind = Evidence.Kind(rawValue: row[2])
      else { continue }
      var range: Range<Int>?
      if let start = row[5] as Int?, let end = row[6] as Int?, start <= end { range = start..<end }
      posts[index].stated.append(
        ThreadingPost.StatedParent(
          parent: PostID(parent),
          reasons: [Evidence(kind, weight: row[3], detail: row[4], range: range)],
          confidence: row[7]))
    }
  }
}
