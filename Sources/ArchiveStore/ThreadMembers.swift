internal import Discussion
internal import GRDB

/// The posts of one thread in reading order, with what is said about a thread as a whole.
struct ThreadMembers {
  /// One post.
  struct Member {
    var row: Int64
    var id: PostID
    var kind: PostKind
    var parent: Int64?
    var depth: Int64
    var instant: Int64?
    var person: String?
    var author: Author
    var subject: String?
    var traits: PostTraits
    /// Whom its text calls first of all.
    var call: NameInText?
  }

  let root: Int64
  let members: [Member]

  /// - Parameter root: The row of the root.
  init(root: Int64, in database: Database) throws {
    self.root = root
    var members: [Member] = []
    var query = try RowStatement(
      """
      SELECT posts.id, posts.name, posts.kind, placements.parent, placements.depth, posts.instant,
        posts.person, posts.authorName, posts.authorAddress, posts.authorURL, posts.subject,
        posts.traits, names.name, names.start, names.end, names.isMarked
      FROM placements JOIN posts ON posts.id = placements.post
        LEFT JOIN names ON names.post = posts.id AND names.ordinal = 0 AND names.isFirst
          AND names.role = 'called'
      WHERE placements.thread = ? ORDER BY placements.position
      """, in: database)
    query.bind(root)
    try query.forEach { row in
      guard let number = row.integer(0), let name = row.text(1) else { return }
      var call: NameInText?
      if let called = row.text(12) {
        let (start, end) = (Int(row.integer(13) ?? 0), Int(row.integer(14) ?? 0))
        call = NameInText(
          .called, name: called, range: start..<max(start, end), isFirst: true,
          isMarked: row.integer(15) == 1)
      }
      members.append(
        Member(
          row: number, id: PostID(name),
          kind: row.text(2).flatMap { PostKind(rawValue: $0) } ?? .message, parent: row.integer(3),
          depth: row.integer(4) ?? 0, instant: row.integer(5), person: row.text(6),
          author: Author(name: row.text(7), address: row.text(8), url: row.text(9)),
          subject: row.text(10), traits: PostTraits(rawValue: Int(row.integer(11) ?? 0)),
          call: call))
    }
    self.members = members
  }
}
