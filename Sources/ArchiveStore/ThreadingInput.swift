internal import Discussion
internal import GRDB
internal import Threading

/// All that threading needs, read from the tables.
struct ThreadingInput {
  /// The posts that are there, in the order of their ids.
  private(set) var posts: [ThreadingPost] = []
  /// The row of each of them.
  private(set) var rows: [Int64] = []
  /// The place of each of them among ``posts``.
  private(set) var indexOfID: [PostID: Int] = [:]
  /// The row of every post that was missing so far.
  private(set) var missing: [PostID: Int64] = [:]
  /// How those ids that references name and no post has are written; the first writer in the order of posts decides.
  private var writers: [PostID: (index: Int, text: String)] = [:]
  private var indexOfRow = RowPlaces()

  init(_ database: Database) throws {
    try readPosts(database)
    try readReferences(database)
    try readStatements(database)
    try readDecisions(database)
  }

  /// Reads the ids in their order from the index, and all else in the order of rows: each table is passed once.
  private mutating func readPosts(_ database: Database) throws {
    var places = RowPlaces()
    var all: [(row: Int64, id: PostID)] = []
    let names = try RowStatement("SELECT id, name FROM posts ORDER BY name", in: database)
    try names.forEach { row in
      guard let number = row.integer(0), let name = row.text(1) else { return }
      places[number] = all.count
      all.append((number, PostID(name)))
    }
    var stands = [(instant: Int64?, position: Int, isMissing: Bool)](
      repeating: (nil, 0, false), count: all.count)
    let query = try RowStatement(
      """
      SELECT posts.id, kind, coalesce(instant, pageInstant), pagePosition FROM posts
        LEFT JOIN copies ON copies.id = posts.bestCopy
      """, in: database)
    try query.forEach { row in
      guard let place = row.integer(0).flatMap({ places[$0] }) else { return }
      stands[place] = (
        row.integer(2), Int(row.integer(3) ?? 0),
        row.isText(PostKind.missing.rawValue, 1)
      )
    }
    let count = stands.count { !$0.isMissing }
    posts.reserveCapacity(count)
    rows.reserveCapacity(count)
    indexOfID.reserveCapacity(count)
    for (item, stand) in zip(all, stands) {
      guard !stand.isMissing else {
        missing[item.id] = item.row
        continue
      }
      indexOfRow[item.row] = posts.count
      indexOfID[item.id] = posts.count
      rows.append(item.row)
      posts.append(
        ThreadingPost(id: item.id, instant: stand.instant, position: stand.position))
    }
  }

  /// The place among ``posts`` of the post of a row; nil for one that is missing.
  func index(ofRow row: Int64) -> Int? { indexOfRow[row] }

  /// Adds what readers decided.
  private mutating func readDecisions(_ database: Database) throws {
    let decisions = try ParentDecision.inForce(in: database)
    guard !decisions.isEmpty else { return }
    for index in posts.indices { posts[index].decided = decisions[posts[index].id] }
  }

  /// Adds what evidence says; on a page it takes the place of the article as the parent of every comment.
  mutating func add(_ links: [ReplyLink]) {
    for link in links {
      guard let index = indexOfID[link.child], !link.reasons.isEmpty else { continue }
      posts[index].stated.removeAll { $0.reasons[0].kind == .default }
      posts[index].stated.append(
        ThreadingPost.StatedParent(
          parent: link.parent, reasons: link.reasons, confidence: link.confidence))
    }
  }

  /// How an id that references name and no post has is written.
  func messageID(_ id: PostID) -> String? { writers[id]?.text }

  /// References come from the best copy that has any.
  private mutating func readReferences(_ database: Database) throws {
    var known = KnownIDs()
    /// Stands for what the copies of each post say; 0 for those that say nothing.
    var digests = [UInt64](repeating: 0, count: posts.count)
    var isContested: Set<Int> = []
    let query = try RowStatement(
      "SELECT post, inReplyTo, refs FROM copies WHERE inReplyTo IS NOT NULL OR refs IS NOT NULL",
      in: database)
    try query.forEach { row in
      guard let index = row.integer(0).flatMap({ indexOfRow[$0] }) else { return }
      var hash = StableHash()
      for column: CInt in [1, 2] {
        hash.add(row.isNull(column) ? 0 : 1 as UInt8)
        row.withBytes(column) { hash.add($0) }
      }
      let digest = max(1, hash.value)
      if digests[index] == digest { return }
      if digests[index] != 0 { isContested.insert(index) }
      digests[index] = digest
      setReferences(of: index, row.text(1), row.text(2), known: &known)
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
    for index in isContested.sorted() {
      guard let row = try Row.fetchOne(best, arguments: [rows[index]]) else { continue }
      setReferences(of: index, row[0], row[1], known: &known)
    }
  }

  private mutating func setReferences(
    of index: Int, _ inReplyTo: String?, _ references: String?, known: inout KnownIDs
  ) {
    posts[index].inReplyTo = ids(inReplyTo, writer: index, known: &known)
    posts[index].references = ids(references, writer: index, known: &known)
  }

  private mutating func ids(
    _ text: String?, writer: Int, known: inout KnownIDs
  ) -> [PostID] {
    guard let text else { return [] }
    return text.utf8.split(separator: UInt8(ascii: "\n")).map { bytes in
      let line = String(Substring(bytes))
      let id = known.id(line)
      guard indexOfID[id] == nil else { return id }
      // Each copy is asked, in whatever order they lie.
      let shown = MessageID(line).asWritten
      if let first = writers[id], (first.index, first.text) <= (writer, shown) { return id }
      writers[id] = (writer, shown)
      return id
    }
  }

  private mutating func readStatements(_ database: Database) throws {
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

/// The ids that were made lately: a thread names the same ones again and again.
private struct KnownIDs {
  private static let limit = 1 << 16
  private var ids: [String: PostID] = [:]

  mutating func id(_ text: String) -> PostID {
    if let id = ids[text] { return id }
    let id = PostID(PostIdentity(MessageID(text)))
    if ids.count >= KnownIDs.limit { ids.removeAll(keepingCapacity: true) }
    ids[text] = id
    return id
  }
}
