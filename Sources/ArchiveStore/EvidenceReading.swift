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
  private let input: ThreadingInput
  private let facts: [PostFacts]
  private let venues: [String]
  private let limits: EvidenceParts.Limits

  /// - Parameters:
  ///   - facts: Those of all posts of the input.
  ///   - venues: The ids of the venues that they name by number.
  init(
    database: Database, input: ThreadingInput, facts: [PostFacts], venues: [String],
    limits: EvidenceParts.Limits
  ) {
    self.database = database
    self.input = input
    self.facts = facts
    self.venues = venues
    self.limits = limits
  }

  /// Links for posts that `stated` leaves without a parent, or under the article for want of better.
  ///
  /// - Parameter meanwhile: Other work in the database, done once while parts are linked beside it.
  /// - Returns: Those of each part together, in no order that means anything.
  func links(
    beyond stated: ThreadForest, meanwhile: () throws -> Void
  ) throws -> [ReplyLink] {
    var linked = [PostID?](repeating: nil, count: input.posts.count)
    var roots = [Int?](repeating: nil, count: input.posts.count)
    for placement in stated.placements {
      guard let post = input.indexOfID[placement.id] else { continue }
      roots[post] = input.indexOfID[stated.placements[placement.root].id]
      guard let link = placement.link, let kind = link.reasons.first?.kind,
        [.header, .markup, .manual].contains(kind)
      else { continue }
      linked[post] = link.parent
    }
    let parts = EvidenceParts(
      input, facts: facts, isLinked: linked.map { $0 != nil }, limits: limits)
    let linking = PartLinking(width: EvidenceReading.width, reach: EvidenceReading.reach)
    var table = EvidenceTable(database)
    var known: [ReplyLink] = []
    var unknown: [ContentDigest] = []
    var isDone = false
    func take(_ part: EvidencePart) throws {
      let digest = EvidenceTable.digest(of: part, facts: facts) { linked[$0] }
      if let links = try table.links(of: digest) {
        known += links
        return
      }
      if !linking.takeRoom() {
        if !isDone { try meanwhile() }
        isDone = true
        linking.waitForRoom()
      }
      linking.add(try kept(part, linked: linked))
      unknown.append(digest)
    }
    try parts.forEachOfMail(take)
    try parts.forEachOfPages(roots: roots, take)
    if !isDone { try meanwhile() }
    let found = linking.finish()
    for (digest, links) in zip(unknown, found) { try table.keep(links, of: digest) }
    try table.dropOthers()
    return known + found.flatMap(\.self)
  }

  /// Reads the texts of a part.
  private func kept(_ part: EvidencePart, linked: [PostID?]) throws -> KeptPart {
    var kept = KeptPart(leastConfidence: part.leastConfidence)
    for member in part.members {
      let id = input.posts[member.post].id
      if member.isChild { kept.children.insert(id) }
      if member.isScored { kept.scored.insert(id) }
      if member.isUnmarked { kept.unmarked.insert(id) }
      kept.linked[id] = linked[member.post]
      kept.posts.append(try text(of: member))
    }
    return kept
  }

  private func text(of member: EvidencePart.Member) throws -> KeptText {
    let venue = venues[facts[member.post].venue]
    let known = input.posts[member.post]
    var query = try RowStatement(
      """
      SELECT kind, authorName, authorAddress, authorURL, subject, ordinal, permalink, frame, blocks
      FROM posts LEFT JOIN texts ON texts.post = posts.id WHERE posts.id = ?
      """, in: database)
    query.bind(input.rows[member.post])
    let text = try query.first { row in
      let post = EvidencePost(
        id: known.id, kind: row.text(0).flatMap { PostKind(rawValue: $0) } ?? .message,
        instant: known.instant,
        author: Author(name: row.text(1), address: row.text(2), url: row.text(3)), venues: [venue],
        subject: row.text(4), text: "", blocks: [], ordinal: row.integer(5).map { Int($0) },
        permalink: row.text(6), article: member.article, position: known.position)
      return KeptText(post: post, frame: row.bytes(7), blocks: row.bytes(8))
    }
    // The row is there, since the input was made of it.
    return text
      ?? KeptText(
        post: EvidencePost(
          id: known.id, kind: .message, instant: known.instant, author: Author(), text: "",
          blocks: []))
  }
}
