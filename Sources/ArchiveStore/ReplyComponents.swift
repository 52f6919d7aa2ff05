internal import Discussion
internal import GRDB
internal import Threading

/// Which posts are tied together by what they state: none of them can move in its thread without the others being looked at.
struct ReplyComponents {
  /// The place above each node; a root is its own.
  ///
  /// Posts come first, then the ids that they name and no post has.
  private var above: [Int32]
  private var nodeOfID: [PostID: Int32] = [:]
  /// The least row below each root.
  private var least: [UInt32]
  private let input: ThreadingInput

  /// - Parameter input: Posts with all that are tied to them, and with what evidence says of them.
  /// - Complexity: Nearly linear in the posts and what they name.
  init(_ input: ThreadingInput) {
    self.input = input
    above = input.posts.indices.map { Int32($0) }
    least = input.rows.map { UInt32(truncatingIfNeeded: $0) }
    for (index, post) in input.posts.enumerated() {
      for id in post.named { join(Int32(index), node(of: id)) }
    }
  }

  /// The number of the component of each post of the input.
  var numbers: [UInt32] { input.posts.indices.map { least[Int(root(Int32($0)))] } }

  /// The number of the component that an id belongs to; nil for one that nobody names.
  func number(of id: PostID) -> UInt32? {
    (input.indexOfID[id].map { Int32($0) } ?? nodeOfID[id]).map { least[Int(root($0))] }
  }

  private mutating func node(of id: PostID) -> Int32 {
    if let index = input.indexOfID[id] { return Int32(index) }
    if let node = nodeOfID[id] { return node }
    let node = Int32(above.count)
    nodeOfID[id] = node
    above.append(node)
    least.append(.max)
    return node
  }

  private func root(_ node: Int32) -> Int32 {
    var node = node
    while above[Int(node)] != node { node = above[Int(node)] }
    return node
  }

  /// The root of a node, with the way to it cut by half.
  private mutating func shortenedRoot(_ node: Int32) -> Int32 {
    var node = node
    while above[Int(node)] != node {
      above[Int(node)] = above[Int(above[Int(node)])]
      node = above[Int(node)]
    }
    return node
  }

  private mutating func join(_ one: Int32, _ other: Int32) {
    var (one, other) = (shortenedRoot(one), shortenedRoot(other))
    guard one != other else { return }
    if least[Int(other)] < least[Int(one)] { swap(&one, &other) }
    above[Int(other)] = one
  }

  // MARK: Ids that are waited for

  /// Notes which ids these posts name that no post has, so that one that comes finds them.
  func writeAwaited(in database: Database) throws {
    for id in nodeOfID.keys.sorted() {
      guard let number = number(of: id) else { continue }
      var insert = try RowStatement(
        """
        INSERT INTO awaitedPosts(name, post) VALUES(?, ?)
        ON CONFLICT(name) DO UPDATE SET post = excluded.post WHERE post <> excluded.post
        """, in: database)
      insert.bind(id.text)
      insert.bind(Int64(number))
      try insert.run()
    }
  }

  /// The row of one of the posts that named an id before there was a post of it.
  static func row(awaiting id: PostID, in database: Database) throws -> Int64? {
    var query = try RowStatement("SELECT post FROM awaitedPosts WHERE name = ?", in: database)
    query.bind(id.text)
    return try query.first { $0.integer(0) } ?? nil
  }
}

/// The posts of each component, missing ones too.
struct ComponentMembers {
  /// By component where its rows start; one more for the end.
  private var starts: [Int32]
  private var rows: [Int32]

  /// - Complexity: O(n) in all posts, some nanoseconds for each.
  init(_ kept: ThreadedPosts) {
    let count = Int(kept.endRow)
    starts = [Int32](repeating: 0, count: count + 1)
    rows = []
    func components(_ body: (Int, Int) -> Void) {
      for row in 0..<count {
        let component = Int(kept[Int64(row)].component)
        if component > 0, component < count { body(row, component) }
      }
    }
    components { _, component in starts[component + 1] += 1 }
    for place in 0..<count { starts[place + 1] += starts[place] }
    rows = [Int32](repeating: 0, count: Int(starts[count]))
    var next = starts
    components { row, component in
      rows[Int(next[component])] = Int32(row)
      next[component] += 1
    }
  }

  subscript(component: UInt32) -> [Int64] {
    let component = Int(component)
    guard component > 0, component + 1 < starts.count else { return [] }
    return rows[Int(starts[component])..<Int(starts[component + 1])].map { Int64($0) }
  }
}
