internal import Compression
internal import Discussion
internal import GRDB
internal import Threading

/// Reads the texts of posts, part by part, and links by evidence what headers and pages leave open.
///
/// Memory holds the texts of one part: the messages of one venue in a stretch of time, or some pages with their
/// comments.
struct EvidenceReading {
  /// How many posts one part holds at most, pages of more comments aside.
  private static let partCount = 2_000
  /// How many messages before those that are linked are looked at as parents.
  private static let overlapCount = 1_000
  /// How many messages after them, since a parent may be dated later than its child by a wrong clock.
  private static let laterCount = 50
  /// How long a subject counts as known, in seconds.
  private static let subjectWindow: Int64 = 120 * 86_400
  /// How many parts are linked at once.
  private static let width = 2
  /// How many parts are read before the first of them must be linked.
  private static let reach = 3

  /// How sure evidence must be where nearly every reply has its headers: a message without any is a new one there,
  /// unless its subject says that it is a reply.
  private static let confidenceAmongHeaders = 0.9

  private let database: Database
  private let posts: [ThreadingPost]
  private let rows: [PostID: Int64]

  /// - Parameter rows: The row of every post.
  init(database: Database, posts: [ThreadingPost], rows: [PostID: Int64]) {
    self.database = database
    self.posts = posts
    self.rows = rows
  }

  /// Links for posts that `stated` leaves without a parent, or under the article for want of better.
  ///
  /// - Parameter meanwhile: Other work in the database, done once while stretches are linked beside it.
  func links(
    beyond stated: ThreadForest, meanwhile: () throws -> Void
  ) throws -> [ReplyLink] {
    var linked: [PostID: PostID] = [:]
    var roots: [PostID: PostID] = [:]
    for placement in stated.placements {
      roots[placement.id] = stated.placements[placement.root].id
      guard let link = placement.link, let kind = link.reasons.first?.kind,
        [.header, .markup, .manual].contains(kind)
      else { continue }
      linked[placement.id] = link.parent
    }
    let traits = try traitsOfPosts()
    let ordered = posts.sorted { left, right in
      (left.instant ?? .min, left.position, left.id)
        < (right.instant ?? .min, right.position, right.id)
    }
    let mail = StretchLinking(
      width: EvidenceReading.width, reach: EvidenceReading.reach, linked: linked)
    var isDone = false
    try readMail(ordered, linked: linked, traits: traits, into: mail) {
      if !isDone { try meanwhile() }
      isDone = true
    }
    let pages = try pageLinks(ordered, linked: linked, roots: roots, traits: traits)
    if !isDone { try meanwhile() }
    return mail.finish() + pages
  }

  private struct Traits {
    var kind: PostKind
    var venue: String
    /// Whether a message shows signs of answering another: a quotation, or a reply mark in its subject.
    var looksLikeReply: Bool
    /// Whether its subject has a reply mark.
    var hasReplyMark: Bool
    /// Stands for its base subject; 0 for none.
    var subjectKey: UInt64
  }

  private func traitsOfPosts() throws -> [PostID: Traits] {
    var traits: [PostID: Traits] = [:]
    let cursor = try Row.fetchCursor(
      database,
      sql: """
        SELECT posts.name, posts.kind, venues.slug, posts.traits, posts.subject FROM posts
          LEFT JOIN copies ON copies.id = posts.bestCopy
          LEFT JOIN venues ON venues.id = copies.venue
        """)
    while let row = try cursor.next() {
      let hasQuote = PostTraits(rawValue: row[3]).contains(.hasQuote)
      let subject = (row[4] as String?).map { BaseSubject($0) }
      let hasReplyMark = subject?.isReply ?? false
      traits[PostID(row[0])] = Traits(
        kind: PostKind(rawValue: row[1]) ?? .message, venue: row[2] ?? "",
        looksLikeReply: hasQuote || hasReplyMark, hasReplyMark: hasReplyMark,
        subjectKey: subject.map { EvidenceThreading.subjectKey($0) } ?? 0)
    }
    return traits
  }

  /// Messages, venue by venue, in stretches of time that overlap.
  private func readMail(
    _ ordered: [ThreadingPost], linked: [PostID: PostID], traits: [PostID: Traits],
    into linking: StretchLinking, whileFull: () throws -> Void
  ) throws {
    let messages = ordered.filter { traits[$0.id]?.kind == .message }
    let ofVenue = Dictionary(grouping: messages) { traits[$0.id]?.venue ?? "" }
    for venue in ofVenue.keys.sorted() {
      let list = ofVenue[venue, default: []]
      let linkedCount = list.count { linked[$0.id] != nil }
      let hasHeaders = linkedCount * 2 > list.count
      // Where headers link, a message without any is a new one unless it shows signs of answering. Elsewhere also one
      // that takes up a subject may answer: archives strip reply marks from subjects.
      let repeats = hasHeaders ? [] : repeatedSubjects(list, traits: traits)
      let places = list.indices.filter {
        linked[list[$0].id] == nil
          && (traits[list[$0].id]?.looksLikeReply == true || repeats.contains($0))
      }
      var rest = places[...]
      var before: ArraySlice<Int> = []
      while let first = rest.first {
        // As many children as lie within one part of the list.
        let part = rest.prefix { $0 < first + EvidenceReading.partCount }
        rest = rest.dropFirst(part.count)
        let start = max(0, first - EvidenceReading.overlapCount)
        // Starts rise, so each place is passed once.
        while let early = before.first, early < start { before.removeFirst() }
        let end = min(list.count, (part.last ?? first) + 1 + EvidenceReading.laterCount)
        defer { before += part }
        if !linking.takeRoom() {
          try whileFull()
          linking.waitForRoom()
        }
        linking.add(
          Stretch(
            posts: try list[start..<end].compactMap {
              try evidencePost($0, venue: venue, article: nil)
            }, children: Set(part.map { list[$0].id }),
            scored: Set(before.map { list[$0].id } + part.map { list[$0].id }),
            unmarked: Set(part.map { list[$0].id }.filter { traits[$0]?.hasReplyMark != true }),
            leastConfidence: hasHeaders ? EvidenceReading.confidenceAmongHeaders : 0))
      }
    }
  }

  /// The places of messages whose base subject another one had not long before.
  private func repeatedSubjects(
    _ list: [ThreadingPost], traits: [PostID: Traits]
  ) -> Set<Int> {
    var lastInstants: [UInt64: Int64] = [:]
    var places: Set<Int> = []
    for (place, post) in list.enumerated() {
      guard let key = traits[post.id]?.subjectKey, key != 0 else { continue }
      let instant = post.instant ?? 0
      if let last = lastInstants[key], instant &- last <= EvidenceReading.subjectWindow {
        places.insert(place)
      }
      lastInstants[key] = instant
    }
    return places
  }

  /// Articles with their comments, several pages at once.
  private func pageLinks(
    _ ordered: [ThreadingPost], linked: [PostID: PostID], roots: [PostID: PostID],
    traits: [PostID: Traits]
  ) throws -> [ReplyLink] {
    let onPages = ordered.filter { post in
      guard let kind = traits[post.id]?.kind, kind != .message else { return false }
      return roots[post.id].flatMap { traits[$0]?.kind } == .article
    }
    let ofArticle = Dictionary(grouping: onPages) { roots[$0.id] ?? $0.id }
    var links: [ReplyLink] = []
    var part: [EvidencePost] = []
    let codec = ZstandardCodec()
    func flush() {
      links += EvidenceThreading.links(for: part, linked: linked)
      part = []
    }
    for article in ofArticle.keys.sorted() {
      for post in ofArticle[article, default: []] {
        let isComment = traits[post.id]?.kind == .comment
        if let read = try evidencePost(
          post, venue: traits[post.id]?.venue ?? "", article: isComment ? article : nil)?
          .opened(with: codec)
        {
          part.append(read)
        }
      }
      if part.count >= EvidenceReading.partCount { flush() }
    }
    flush()
    return links
  }

  private func evidencePost(
    _ known: ThreadingPost, venue: String, article: PostID?
  ) throws -> KeptText? {
    guard let number = rows[known.id] else { return nil }
    var query = try RowStatement(
      """
      SELECT kind, authorName, authorAddress, authorURL, subject, ordinal, permalink, frame, blocks
      FROM posts LEFT JOIN texts ON texts.post = posts.id WHERE posts.id = ?
      """, in: database)
    query.bind(number)
    return try query.first { row in
      let post = EvidencePost(
        id: known.id, kind: row.text(0).flatMap { PostKind(rawValue: $0) } ?? .message,
        instant: known.instant,
        author: Author(name: row.text(1), address: row.text(2), url: row.text(3)), venues: [venue],
        subject: row.text(4), text: "", blocks: [], ordinal: row.integer(5).map { Int($0) },
        permalink: row.text(6),
        article: article, position: known.position)
      return KeptText(post: post, frame: row.bytes(7), blocks: row.bytes(8))
    }
  }
}
