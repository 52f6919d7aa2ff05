internal import Discussion
internal import GRDB
internal import SourceBytes
internal import Threading

/// Links by evidence, part by part, what headers and pages leave open.
///
/// Texts are read of parts that are new or changed; memory holds those of few parts at once.
struct EvidenceReading {
  /// How many parts are linked at once.
  private static let width = 2
  /// How many parts are read before the first of them must be linked.
  private static let reach = 3

  private let database: Database
  private let kept: ThreadedPosts
  private let venues: [Int32: String]
  /// The links of parts that were read or asked for, by the row of the part.
  private var links: [Int64: [ReplyLink]] = [:]
  /// By row of a post, that of the part that links it; 0 for none.
  private var partOfChild: [Int64]
  /// The links of parts that went, and those of parts that came.
  private var gone: [ReplyLink] = []
  private var new: [ReplyLink] = []

  /// Links what is new or changed.
  ///
  /// - Parameters:
  ///   - kept: All posts, with what headers and pages state.
  ///   - meanwhile: Other work in the database, done once while parts are linked beside it.
  /// - Complexity: A pass over what is kept of all posts, without a look at any table; the cost of
  ///   ``EvidenceThreading/links(for:linked:children:)`` for each part that changed.
  init(
    _ kept: ThreadedPosts, limits: EvidenceParts.Limits, in database: Database,
    meanwhile: () throws -> Void
  ) throws {
    self.database = database
    self.kept = kept
    partOfChild = [Int64](repeating: 0, count: Int(kept.endRow))
    var venues: [Int32: String] = [:]
    let slugs = try RowStatement("SELECT id, slug FROM venues", in: database)
    try slugs.forEach { row in
      venues[Int32(truncatingIfNeeded: row.integer(0) ?? 0)] = row.text(1)
    }
    self.venues = venues
    var table = EvidenceTable(database)
    let linking = PartLinking(width: EvidenceReading.width, reach: EvidenceReading.reach)
    var unknown: [(digest: ContentDigest, children: [Int64])] = []
    var isDone = false
    func take(_ part: EvidencePart) throws {
      let digest = EvidenceTable.digest(of: part, kept)
      let children = part.members.filter(\.isChild).map(\.post)
      if let row = try table.row(of: digest) {
        for child in children { partOfChild[Int(child)] = row }
        return
      }
      if !linking.takeRoom() {
        if !isDone { try meanwhile() }
        isDone = true
        linking.waitForRoom()
      }
      linking.add(try keptPart(part))
      unknown.append((digest, children))
    }
    let parts = EvidenceParts(kept, limits: limits)
    try parts.forEachOfMail(take)
    try parts.forEachOfPages(take)
    if !isDone { try meanwhile() }
    let found = linking.finish()
    for (part, links) in zip(unknown, found) {
      let row = try table.keep(links, of: part.digest)
      for child in part.children { partOfChild[Int(child)] = row }
      self.links[row] = links
    }
    (gone, new) = (try table.dropOthers(), found.flatMap(\.self))
  }

  /// The rows of posts that have other links than before, with what they answer now.
  func changedRows() throws -> [Int64] {
    var rows: Set<Int64> = []
    for link in Set(gone).symmetricDifference(new) {
      for id in [link.child, link.parent] {
        if let row = try PostRow.row(of: id, in: database) { rows.insert(row) }
      }
    }
    return rows.sorted()
  }

  /// The links that were found for some posts.
  mutating func links(of posts: ThreadingInput) throws -> [ReplyLink] {
    let table = EvidenceTable(database)
    var parts: Set<Int64> = []
    for row in posts.rows where partOfChild[Int(row)] > 0 { parts.insert(partOfChild[Int(row)]) }
    var found: [ReplyLink] = []
    for part in parts.sorted() {
      let all = try links[part] ?? table.links(ofRow: part) ?? []
      found += all.filter { posts.indexOfID[$0.child] != nil }
    }
    return found
  }

  /// Reads the texts of a part.
  private func keptPart(_ part: EvidencePart) throws -> KeptPart {
    var new = KeptPart(leastConfidence: part.leastConfidence)
    for member in part.members {
      let post = kept[member.post]
      if member.isChild { new.children.insert(post.id) }
      if member.isScored { new.scored.insert(post.id) }
      if member.isUnmarked { new.unmarked.insert(post.id) }
      new.linked[post.id] = post.stated
      new.posts.append(try text(of: member))
    }
    return new
  }

  private func text(of member: EvidencePart.Member) throws -> KeptText {
    let known = kept[member.post]
    let venue = venues[known.venue] ?? ""
    var query = try RowStatement(
      """
      SELECT kind, authorName, authorAddress, authorURL, subject, ordinal, permalink, frame, blocks
      FROM posts LEFT JOIN texts ON texts.post = posts.id WHERE posts.id = ?
      """, in: database)
    query.bind(member.post)
    let text = try query.first { row in
      let post = EvidencePost(
        id: known.id, kind: known.kind, instant: known.date,
        author: Author(name: row.text(1), address: row.text(2), url: row.text(3)), venues: [venue],
        subject: row.text(4), text: "", blocks: [], ordinal: row.integer(5).map { Int($0) },
        permalink: row.text(6), article: member.article, position: Int(known.position))
      return KeptText(post: post, frame: row.bytes(7), blocks: row.bytes(8))
    }
    // The row is there, since what is kept was made of it.
    return text
      ?? KeptText(
        post: EvidencePost(
          id: known.id, kind: .message, instant: known.date, author: Author(), text: "",
          blocks: []))
  }
}
