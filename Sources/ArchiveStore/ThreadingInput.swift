internal import Discussion
internal import GRDB
internal import Threading

/// All that threading needs of some posts, read from the tables; with a post come all that its place may hang on.
struct ThreadingInput {
  /// The posts that are there, in no order that means anything.
  private(set) var posts: [ThreadingPost] = []
  /// The row of each of them.
  private(set) var rows: [Int64] = []
  /// The place of each of them among ``posts``.
  private(set) var indexOfID: [PostID: Int] = [:]
  /// The row of every one among them that was missing so far.
  private(set) var missing: [PostID: Int64] = [:]
  /// The rows of all of these.
  private(set) var affected = RowSet()
  /// How those ids that references name and no post has are written; the first writer in the order of ids decides.
  private var writers: [PostID: (writer: PostID, text: String)] = [:]
  private var indexOfRow = RowPlaces()
  private let decisions: [PostID: ThreadingPost.DecidedParent]
  private let database: Database
  private var known = KnownIDs()
  /// Whether any post names an id that no post has.
  private var haveAwaited = true
  /// The statements about each post, by row, where all were read at once; nil where they are asked for post by post.
  private var statementsOfRow: [Int64: Set<Int64>]?

  /// - Parameter decisions: What readers decided, by child.
  init(_ database: Database, decisions: [PostID: ThreadingPost.DecidedParent]) {
    self.database = database
    self.decisions = decisions
  }

  /// The place among ``posts`` of the post of a row; nil for one that is missing or was not asked for.
  func index(ofRow row: Int64) -> Int? { indexOfRow[row] }

  // MARK: Which posts

  /// Takes in some posts and all that are tied to them, by what any of them states and by the evidence that was found.
  ///
  /// - Parameters:
  ///   - rows: Rows of which some may have no post any more.
  ///   - components: Those that posts belonged to before they changed.
  /// - Complexity: Linear in the posts that are taken in, with some look-ups by index for each.
  mutating func add(
    _ rows: some Collection<Int64>, components: Set<UInt32> = [], _ kept: ThreadedPosts
  ) throws {
    let members = ComponentMembers(kept)
    let haveStatements = try !database.isEmpty("statedReplies")
    haveAwaited = try !database.isEmpty("awaitedPosts")
    if haveStatements { try readStatements(ofMany: rows.count) }
    /// Those that were taken in and are still to be read.
    var open: [Int64] = []
    var seen: Set<UInt32> = [0]
    func take(_ row: Int64, _ input: inout ThreadingInput) {
      guard kept.has(row), !input.affected.contains(row) else { return }
      input.add(row, kept)
      open.append(row)
    }
    func take(_ component: UInt32, _ input: inout ThreadingInput) {
      guard seen.insert(component).inserted else { return }
      for row in members[component] { take(row, &input) }
    }
    for row in rows { take(row, &self) }
    for component in components { take(component, &self) }
    // Where all are taken in, nobody is left whom anything could bring in.
    let isWhole = affected.count == kept.rows.count
    for row in rows where !isWhole {
      for other in try awaiting(row, kept, haveStatements) { take(other, &self) }
    }
    while let row = open.popLast() {
      take(kept[row].component, &self)
      guard let index = indexOfRow[row] else { continue }
      try readReferences(of: index)
      if haveStatements { try readStatements(of: index) }
      if isWhole { continue }
      for id in posts[index].named {
        for other in try self.rows(tiedBy: id) { take(other, &self) }
      }
    }
    noteWriters()
  }

  private mutating func add(_ row: Int64, _ kept: ThreadedPosts) {
    affected.insert(row)
    let post = kept[row]
    guard post.kind != .missing else {
      missing[post.id] = row
      return
    }
    indexOfRow[row] = posts.count
    indexOfID[post.id] = posts.count
    rows.append(row)
    var new = ThreadingPost(id: post.id, instant: post.date, position: Int(post.position))
    new.decided = decisions[post.id]
    posts.append(new)
  }

  /// Takes in a missing post that was just written.
  mutating func addMissing(_ id: PostID, row: Int64) {
    affected.insert(row)
    missing[id] = row
  }

  /// The posts whose place hangs on there being a post of this id, or that name it too.
  private func rows(tiedBy id: PostID) throws -> [Int64] {
    if indexOfID[id] != nil || missing[id] != nil { return [] }
    if let row = try PostRow.row(of: id, in: database) { return [row] }
    return try posts(awaiting: id)
  }

  /// The row of one of the posts that named an id before there was a post of it, where there is any.
  private func posts(awaiting id: PostID) throws -> [Int64] {
    guard haveAwaited else { return [] }
    return try ReplyComponents.row(awaiting: id, in: database).map { [$0] } ?? []
  }

  /// The posts that named a post, or the place where it was found, before it came.
  private func awaiting(
    _ row: Int64, _ kept: ThreadedPosts, _ haveStatements: Bool
  ) throws -> [Int64] {
    guard kept.has(row) else { return [] }
    var found = try posts(awaiting: kept[row].id)
    guard haveStatements else { return found }
    var places = try RowStatement(
      """
      SELECT coalesce(stating.post, child.id) FROM copies
        JOIN statedReplies ON parentPlace = copies.place
        LEFT JOIN copies AS stating ON stating.id = childCopy OR stating.place = childPlace
        LEFT JOIN posts AS child ON child.name = childID
      WHERE copies.post = ? AND copies.place IS NOT NULL
      """, in: database)
    places.bind(row)
    try places.forEach { columns in
      if let child = columns.integer(0) { found.append(child) }
    }
    return found
  }

  /// The rows of parents by evidence that were not taken in.
  func strangers(among links: [ReplyLink]) throws -> [Int64] {
    var rows: Set<Int64> = []
    for link in links where indexOfID[link.parent] == nil && missing[link.parent] == nil {
      if let row = try PostRow.row(of: link.parent, in: database) { rows.insert(row) }
    }
    return rows.sorted()
  }

  // MARK: What evidence says

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

  // MARK: References

  /// How an id that references name and no post has is written.
  func messageID(_ id: PostID) -> String? { writers[id]?.text }

  private mutating func readReferences(of index: Int) throws {
    var digest: UInt64 = 0
    var isContested = false
    var query = try RowStatement(
      """
      SELECT post, inReplyTo, refs FROM copies
      WHERE post = ? AND (inReplyTo IS NOT NULL OR refs IS NOT NULL)
      """, in: database)
    query.bind(rows[index])
    try query.forEach { row in
      let next = ThreadingInput.digest(row)
      if digest == next { return }
      isContested = digest != 0
      digest = next
      setReferences(of: index, row.text(1), row.text(2))
    }
    if isContested { try readBestReferences(of: index) }
  }

  /// Stands for the references of a copy; never 0.
  private static func digest(_ row: RowStatement.Columns) -> UInt64 {
    var hash = StableHash()
    for column: CInt in [1, 2] {
      hash.add(row.isNull(column) ? 0 : 1 as UInt8)
      row.withBytes(column) { hash.add($0) }
    }
    return max(1, hash.value)
  }

  /// Copies nearly always agree; where they do not, they are put in order and the best that has any references counts.
  private mutating func readBestReferences(of index: Int) throws {
    let best = try database.cachedStatement(
      sql: """
        SELECT copies.inReplyTo, copies.refs FROM copies
          JOIN originals ON originals.id = copies.original
          JOIN members ON members.id = copies.member JOIN sources ON sources.id = members.source
        WHERE copies.post = ? AND (copies.inReplyTo IS NOT NULL OR copies.refs IS NOT NULL)
        ORDER BY \(PostWriter.bestFirst) LIMIT 1
        """)
    guard let row = try Row.fetchOne(best, arguments: [rows[index]]) else { return }
    setReferences(of: index, row[0], row[1])
  }

  private mutating func setReferences(
    of index: Int, _ inReplyTo: String?, _ references: String?
  ) {
    posts[index].inReplyTo = ids(inReplyTo, writer: index)
    posts[index].references = ids(references, writer: index)
  }

  private mutating func ids(_ text: String?, writer: Int) -> [PostID] {
    guard let text else { return [] }
    return text.utf8.split(separator: UInt8(ascii: "\n")).map { bytes in
      let line = String(Substring(bytes))
      let id = known.id(line)
      guard indexOfID[id] == nil else { return id }
      // Each copy is asked, in whatever order they lie.
      let shown = MessageID(line).asWritten
      let own = posts[writer].id
      if let first = writers[id], (first.writer, first.text) <= (own, shown) { return id }
      writers[id] = (own, shown)
      return id
    }
  }

  /// Drops the writers of ids that turned out to be posts.
  private mutating func noteWriters() {
    writers = writers.filter { indexOfID[$0.key] == nil }
  }

  // MARK: What pages state

  /// Reads which posts statements are about, where so many are asked for that this takes less than to ask for each.
  private mutating func readStatements(ofMany count: Int) throws {
    let last = try Int.fetchOne(database, sql: "SELECT max(id) FROM statedReplies") ?? 0
    guard count >= last / 4 else { return }
    var found: [Int64: Set<Int64>] = [:]
    for sql in [
      "SELECT copies.post, statedReplies.id FROM statedReplies JOIN copies ON copies.id = childCopy",
      "SELECT copies.post, statedReplies.id FROM statedReplies JOIN copies ON copies.place = childPlace",
      "SELECT posts.id, statedReplies.id FROM statedReplies JOIN posts ON posts.name = childID",
    ] {
      try RowStatement(sql, in: database).forEach { row in
        found[row.integer(0) ?? 0, default: []].insert(row.integer(1) ?? 0)
      }
    }
    statementsOfRow = found
  }

  /// The statements about a post, by row.
  private func statements(about index: Int) throws -> Set<Int64> {
    if let statementsOfRow { return statementsOfRow[rows[index]] ?? [] }
    // Asked in parts, since SQLite makes a table to join them.
    var statements: Set<Int64> = []
    var query = try RowStatement(
      """
      SELECT statedReplies.id FROM copies CROSS JOIN statedReplies ON childCopy = copies.id
        WHERE copies.post = ?1
      UNION ALL SELECT statedReplies.id FROM copies CROSS JOIN statedReplies ON childPlace = place
        WHERE copies.post = ?1
      UNION ALL SELECT id FROM statedReplies WHERE childID = ?2
      """, in: database)
    query.bind(rows[index])
    query.bind(posts[index].id.text)
    try query.forEach { statements.insert($0.integer(0) ?? 0) }
    return statements
  }

  private mutating func readStatements(of index: Int) throws {
    for statement in try statements(about: index).sorted() {
      var query = try RowStatement(
        """
        SELECT coalesce(child.name, childID), coalesce(parent.name, parentID),
          evidence, weight, detail, statedReplies.start, statedReplies.end, confidence
        FROM statedReplies
          LEFT JOIN copies AS stating ON stating.id = childCopy OR stating.place = childPlace
          LEFT JOIN posts AS child ON child.id = stating.post
          LEFT JOIN copies AS answered ON answered.place = parentPlace
          LEFT JOIN posts AS parent ON parent.id = answered.post
        WHERE statedReplies.id = ?1 AND coalesce(child.name, childID) = ?2
        """, in: database)
      query.bind(statement)
      query.bind(posts[index].id.text)
      try query.forEach { takeStatement($0, of: index) }
    }
  }

  private mutating func takeStatement(_ row: RowStatement.Columns, of index: Int) {
    // A place that was never read, such as the page of a message that was not saved, names no post.
    guard let parent = row.text(1).map({ PostID($0) }), parent != posts[index].id,
      let kind = row.text(2).flatMap({ Evidence.Kind(rawValue: $0) })
    else { return }
    posts[index].stated.append(
      ThreadingPost.StatedParent(
        parent: parent,
        reasons: [
          Evidence(kind, weight: row.number(3) ?? 0, detail: row.text(4) ?? "", range: row.range(5))
        ],
        confidence: row.number(7) ?? 0))
  }
}

extension ThreadingPost {
  /// The ids of all posts that it names in any way.
  var named: [PostID] {
    inReplyTo + references + stated.map(\.parent)
      + (decided?.parent.map { [$0] } ?? [])
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
