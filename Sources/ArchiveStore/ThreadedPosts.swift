internal import Discussion
internal import GRDB
internal import Threading

/// What threading keeps of all posts, by row, in pieces of which only those that changed are written.
struct ThreadedPosts {
  /// Raised when headers and pages come to be read otherwise, or other things are kept: then all is threaded anew once.
  private static let revision = 2
  /// How many posts a piece holds.
  private static let pieceCount = 1024

  /// By row; one without an id stands for a post that is not there.
  private var posts: [ThreadedPost] = []
  private var changedPieces: Set<Int> = []
  /// What readers decided about the parents of posts when these were threaded, by row, as a digest.
  private var decisions: [Int64: UInt64] = [:]
  /// Whether nothing is kept that is of use.
  let isEmpty: Bool

  init(_ database: Database) throws {
    var isDamaged = false
    let query = try RowStatement(
      "SELECT piece, posts FROM threadedPosts ORDER BY piece", in: database)
    var posts: [ThreadedPost] = []
    let pieces = try Int.fetchOne(database, sql: "SELECT max(piece) FROM threadedPosts") ?? -1
    posts.reserveCapacity((pieces + 1) * ThreadedPosts.pieceCount)
    try query.forEach { row in
      guard let piece = row.integer(0).flatMap({ Int(exactly: $0) }), !isDamaged else { return }
      var reader = CompactBytes.Reader(row.bytes(1) ?? [])
      guard reader.number() == ThreadedPosts.revision else {
        isDamaged = true
        return
      }
      let end = (piece + 1) * ThreadedPosts.pieceCount
      posts += Array(repeating: ThreadedPost(), count: max(0, end - posts.count))
      while let place = reader.number() {
        guard place < ThreadedPosts.pieceCount, let post = ThreadedPost(&reader) else {
          isDamaged = true
          return
        }
        posts[piece * ThreadedPosts.pieceCount + place] = post
      }
    }
    isEmpty = isDamaged || posts.isEmpty
    self.posts = isEmpty ? [] : posts
    let decided = try RowStatement("SELECT post, digest FROM threadedDecisions", in: database)
    try decided.forEach { row in
      decisions[row.integer(0) ?? 0] = UInt64(bitPattern: row.integer(1) ?? 0)
    }
  }

  /// One more than the last row.
  var endRow: Int64 { Int64(posts.count) }

  /// Whether there is a post, missing or not.
  func has(_ row: Int64) -> Bool {
    row >= 0 && row < posts.count && posts[Int(row)].isThere
  }

  /// The post of a row; an empty one where there is none.
  subscript(row: Int64) -> ThreadedPost {
    get { row >= 0 && row < posts.count ? posts[Int(row)] : ThreadedPost() }
    set {
      guard row >= 0, let index = Int(exactly: row), row < UInt32.max else { return }
      if index >= posts.count {
        guard newValue.isThere else { return }
        posts += Array(
          repeating: ThreadedPost(), count: max(index + 1 - posts.count, posts.count))
      }
      guard posts[index] != newValue else { return }
      posts[index] = newValue
      changedPieces.insert(index / ThreadedPosts.pieceCount)
    }
  }

  /// The rows of all posts that are there, missing ones too.
  var rows: [Int64] { posts.indices.lazy.map { Int64($0) }.filter { has($0) } }

  /// The rows of posts that show their author in one of some ways.
  func rows(ofForms forms: Set<UInt64>) -> [Int64] {
    guard !forms.isEmpty else { return [] }
    return posts.indices.lazy.filter { forms.contains(posts[$0].form) && posts[$0].form != 0 }
      .map { Int64($0) }
  }

  /// Takes over what the tables say of some posts.
  mutating func refresh(_ rows: ChangedRows, in database: Database) throws {
    switch rows {
    case .all:
      var gone = RowSet()
      for row in self.rows { gone.insert(row) }
      try RowStatement(ThreadedPost.columns, in: database).forEach { columns in
        let row = columns.integer(0) ?? 0
        var post = self[row]
        post.read(columns)
        self[row] = post
        gone.remove(row)
      }
      for row in gone.rows { self[row] = ThreadedPost() }
    case .some(let rows):
      for row in rows {
        var query = try RowStatement(ThreadedPost.columns + " WHERE posts.id = ?", in: database)
        query.bind(row)
        var post = self[row]
        self[row] =
          try query.first { columns in
            post.read(columns)
            return post
          } ?? ThreadedPost()
      }
    }
  }

  /// Notes what readers decide about parents.
  ///
  /// - Parameter digests: By row, of each post about which something is decided.
  /// - Returns: The rows of posts about which another thing was decided when they were threaded.
  mutating func noteDecisions(_ digests: [Int64: UInt64], in database: Database) throws -> [Int64] {
    let changed = Set(digests.keys).union(decisions.keys).filter { digests[$0] != decisions[$0] }
    for row in changed.sorted() {
      try database.run(sql: "DELETE FROM threadedDecisions WHERE post = ?", arguments: [row])
      guard let digest = digests[row] else { continue }
      try database.run(
        sql: "INSERT INTO threadedDecisions(post, digest) VALUES(?, ?)",
        arguments: [row, Int64(bitPattern: digest)])
    }
    decisions = digests
    return changed.sorted()
  }

  /// Writes the pieces that changed.
  mutating func write(in database: Database) throws {
    for piece in changedPieces.sorted() {
      var bytes: [UInt8] = []
      CompactBytes.append(ThreadedPosts.revision, to: &bytes)
      let start = piece * ThreadedPosts.pieceCount
      for index in start..<min(start + ThreadedPosts.pieceCount, posts.count)
      where posts[index].isThere {
        CompactBytes.append(index - start, to: &bytes)
        posts[index].encode(to: &bytes)
      }
      var insert = try RowStatement(
        "INSERT OR REPLACE INTO threadedPosts(piece, posts) VALUES(?, ?)", in: database)
      insert.bind(Int64(piece))
      insert.bind(bytes)
      try insert.run()
    }
    changedPieces = []
  }
}

extension ThreadedPosts {
  /// Notes what headers and pages state.
  ///
  /// - Parameter forest: That of the posts of the input, without evidence.
  mutating func noteStated(_ forest: ThreadForest, of input: ThreadingInput) {
    for placement in forest.placements {
      guard let index = input.indexOfID[placement.id] else { continue }
      var post = self[input.rows[index]]
      post.packedStated = .none
      if let link = placement.link, let kind = link.reasons.first?.kind,
        [.header, .markup, .manual].contains(kind)
      {
        post.packedStated = PackedID(link.parent)
      }
      post.article = 0
      if post.kind != .message,
        let root = input.indexOfID[forest.placements[placement.root].id],
        self[input.rows[root]].kind == .article
      {
        post.article = UInt32(truncatingIfNeeded: input.rows[root])
      }
      self[input.rows[index]] = post
    }
  }

  /// Notes which posts are tied together.
  ///
  /// - Parameter input: With what evidence says.
  mutating func noteComponents(of input: ThreadingInput, in database: Database) throws {
    let components = ReplyComponents(input)
    for (row, number) in zip(input.rows, components.numbers) { self[row].component = number }
    for (id, row) in input.missing where has(row) {
      self[row].component = components.number(of: id) ?? 0
    }
    try components.writeAwaited(in: database)
  }
}

/// The rows of posts of which something changed.
enum ChangedRows {
  /// So many that all are looked at.
  case all
  /// In order.
  case some([Int64])

  var isAll: Bool {
    if case .all = self { true } else { false }
  }

  /// They themselves.
  func rows(in kept: ThreadedPosts) -> [Int64] {
    if case .some(let rows) = self { rows } else { kept.rows }
  }

  /// What is kept of each; nothing where all are looked at anyway.
  func posts(in kept: ThreadedPosts) -> [ThreadedPost] {
    if case .some(let rows) = self { rows.map { kept[$0] } } else { [] }
  }
}

extension Array {
  /// The elements in order, so many at once; one empty chunk where there are none.
  func chunks(of count: Int) -> [ArraySlice<Element>] {
    isEmpty
      ? [[]]
      : stride(from: 0, to: self.count, by: count).map {
        self[$0..<Swift.min($0 + count, self.count)]
      }
  }
}
