internal import Compression
internal import Discussion
internal import Foundation
internal import GRDB
internal import SourceBytes

/// Puts posts and their copies into the tables; every function runs inside the caller's transaction.
enum PostWriter {
  /// What became of a contribution.
  enum Outcome: Equatable {
    case new
    /// It claims the identity of another post and has other words; whether both stay is settled at the end.
    case imposter
    /// A copy of a post that the archive has.
    case duplicate
    /// A copy that is better than the ones the archive has.
    case updated
    /// This very copy was written before.
    case known
  }

  /// Writes one copy.
  ///
  /// - Parameters:
  ///   - index: Takes changes to rows that the full-text index has.
  ///   - known: What the session knows of the tables.
  /// - Returns: What became of it, and the post that it was found to show.
  static func write(
    _ contribution: Contribution, member: Int64, index: IndexQueue, known: KnownRows,
    in database: Database
  ) throws -> (outcome: Outcome, post: Int64?) {
    var same = try RowStatement(
      "SELECT 1 FROM copies WHERE member = ? AND locator = ?", in: database)
    same.bind(member)
    same.bind(contribution.locator)
    if try same.hasRow() { return (.known, nil) }
    let original = try known.original(contribution.original.digest) {
      try originalID(contribution.original, in: database)
    }
    let identity = contribution.post.id.text
    if try known.hasWordings(in: database),
      let joined = try WordingTable.find(
        identity: contribution.post.id, digest: contribution.wordsDigest, in: database)
    {
      // Which copy is shown of a post with several wordings is settled when all copies are there.
      let copy = try insertCopy(
        contribution, as: try known.nextCopy(in: database), post: joined.post, wording: joined.row,
        member: member, original: original, known: known, in: database)
      let best = try Int64.fetchOne(
        database.cachedStatement(sql: "SELECT bestCopy FROM posts WHERE id = ?"),
        arguments: [joined.post])
      return (try isBetter(copy, than: best, in: database) ? .updated : .duplicate, joined.post)
    }
    let rows = try posts(of: identity, in: database)
    let digest = Data(contribution.wordsDigest.bytes)
    if let row = rows.first(where: { ($0["wordsDigest"] as Data?) == digest }) {
      let post: Int64 = row["id"]
      let copy = try insertCopy(
        contribution, as: try known.nextCopy(in: database), post: post, member: member,
        original: original, known: known, in: database)
      guard try isBetter(copy, than: row["bestCopy"], in: database) else {
        return (.duplicate, post)
      }
      let old = try PostRow.post(post, in: database)
      try writeRow(post, from: contribution, copy: copy, in: database)
      try index.replace(
        post, old: old, with: contribution, in: database)
      if rows.count > 1 { try renumber(identity: identity, in: database) }
      return (.updated, post)
    }
    let post: Int64
    let copy: Int64
    if let missing = rows.first(where: { $0["kind"] == PostKind.missing.rawValue }) {
      post = missing["id"]
      copy = try insertCopy(
        contribution, as: try known.nextCopy(in: database), post: post, member: member,
        original: original, known: known, in: database)
      try writeRow(post, from: contribution, copy: copy, in: database)
      try index.replace(
        post, old: nil, with: contribution, in: database)
    } else {
      // An imposter waits under a name of its own until the variants are put in order.
      let name =
        rows.isEmpty
        ? identity
        : PostID(imposterOf: contribution.post.id, textDigest: contribution.wordsDigest).text
      copy = try known.nextCopy(in: database)
      post = try insert(contribution, name: name, copy: copy, in: database)
      _ = try insertCopy(
        contribution, as: copy, post: post, member: member, original: original, known: known,
        in: database)
    }
    guard rows.contains(where: { $0["kind"] != PostKind.missing.rawValue }) else {
      return (.new, post)
    }
    try renumber(identity: identity, in: database)
    return (.imposter, post)
  }

  /// - Parameter copy: The copy of the post that says so, where it is a post.
  static func write(
    _ reply: StatedReply, member: Int64, copy: Int64? = nil, in database: Database
  ) throws {
    func parts(_ reference: PostPointer) -> (id: String?, place: String?) {
      switch reference {
      case .own: (nil, nil)
      case .id(let id): (id.text, nil)
      case .place(let place): (nil, place)
      }
    }
    let (child, parent) = (parts(reply.child), parts(reply.parent))
    var row = try RowStatement(
      """
      INSERT INTO statedReplies(member, childCopy, childID, childPlace, parentID, parentPlace, evidence,
        weight, detail, start, end, confidence)
      VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, in: database)
    row.bind(member)
    row.bind(reply.child == .own ? copy : nil)
    row.bind(child.id)
    row.bind(child.place)
    row.bind(parent.id)
    row.bind(parent.place)
    row.bind(reply.evidence.kind.rawValue)
    row.bind(reply.evidence.weight)
    row.bind(reply.evidence.detail)
    row.bind(reply.evidence.range?.lowerBound)
    row.bind(reply.evidence.range?.upperBound)
    row.bind(reply.confidence)
    try row.run()
  }

  private static func originalID(_ original: Original, in database: Database) throws -> Int64 {
    var same = try RowStatement("SELECT id FROM originals WHERE digest = ?", in: database)
    same.bind(original.digest.bytes)
    if let id = try same.first({ $0.integer(0) ?? 0 }) { return id }
    var row = try RowStatement(
      "INSERT INTO originals(digest, byteCount, frame) VALUES(?, ?, ?)", in: database)
    row.bind(original.digest.bytes)
    row.bind(original.byteCount)
    row.bind(original.frame)
    try row.run()
    return database.lastInsertedRowID
  }

  /// The posts that have an identity, nearly always none.
  private static func posts(of identity: String, in database: Database) throws -> [Row] {
    var any = try RowStatement("SELECT 1 FROM posts WHERE identity = ?", in: database)
    any.bind(identity)
    guard try any.hasRow() else { return [] }
    return try Row.fetchAll(
      try database.cachedStatement(
        sql: "SELECT id, kind, wordsDigest, bestCopy FROM posts WHERE identity = ?"),
      arguments: [identity])
  }

  private static func insertCopy(
    _ contribution: Contribution, as copy: Int64, post: Int64, wording: Int64? = nil, member: Int64,
    original: Int64, known: KnownRows, in database: Database
  ) throws -> Int64 {
    func joined(_ ids: [MessageID]) -> String? {
      ids.isEmpty ? nil : ids.map(\.asWritten).joined(separator: "\n")
    }
    let own = try contribution.ownVenues.first.map { try known.venue($0, in: database) }
    let list = try contribution.listVenue.map { try known.venue($0, in: database) }
    var row = try RowStatement(
      """
      INSERT INTO copies(id, post, member, locator, start, end, format, quality, replacementCount,
        original, envelope, place, pageInstant, pagePosition, inReplyTo, refs, ownVenue, listVenue,
        wording)
      VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, in: database)
    row.bind(copy)
    row.bind(post)
    row.bind(member)
    row.bind(contribution.locator)
    row.bind(contribution.extent.lowerBound)
    row.bind(contribution.extent.upperBound)
    row.bind(contribution.format)
    row.bind(contribution.quality.rawValue)
    row.bind(contribution.replacementCount)
    row.bind(original)
    row.bind(contribution.envelope)
    row.bind(contribution.place)
    row.bind(contribution.order.instant)
    row.bind(contribution.order.position)
    row.bind(joined(contribution.post.inReplyTo))
    row.bind(joined(contribution.post.references))
    row.bind(own)
    row.bind(list)
    row.bind(wording)
    try row.run()
    for venue in contribution.ownVenues.dropFirst() {
      try database.run(
        sql: "INSERT OR IGNORE INTO furtherVenues(copy, venue) VALUES(?, ?)",
        arguments: [copy, try known.venue(venue, in: database)])
    }
    for reply in contribution.replies { try write(reply, member: member, copy: copy, in: database) }
    return copy
  }

  /// The order of copies, best first: the fewer letters lost the better, then by the kind of source, then by what does
  /// not depend on the order of imports.
  static let bestFirst = """
    copies.replacementCount, copies.quality, originals.digest, sources.path, members.path,
    copies.locator
    """

  private static func isBetter(
    _ copy: Int64, than best: Int64?, in database: Database
  ) throws -> Bool {
    guard let best else { return true }
    let first = try Int64.fetchOne(
      try database.cachedStatement(
        sql: """
          SELECT copies.id FROM copies JOIN originals ON originals.id = copies.original
            JOIN members ON members.id = copies.member JOIN sources ON sources.id = members.source
          WHERE copies.id IN (?, ?) ORDER BY \(bestFirst) LIMIT 1
          """), arguments: [copy, best])
    return first == copy
  }

  /// Writes a post that is new, its text and its words.
  ///
  /// One plain `INSERT` for each table: whatever can touch several rows, such as an upsert, makes SQLite open a
  /// savepoint, and FTS5 answers each savepoint by writing a segment.
  private static func insert(
    _ contribution: Contribution, name: String, copy: Int64, in database: Database
  ) throws -> Int64 {
    var columns = try RowStatement(
      """
      INSERT INTO posts(wordsDigest, kind, status, messageID, authorName, authorAddress, authorURL,
        person, instant, offsetMinutes, datePrecision, dateSource, dateAsWritten, subject, language,
        permalink, ordinal, attachments, traits, bestCopy, textDigest, name, identity)
      VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, in: database)
    let text = TextRow(contribution)
    let textDigest = text.digest
    bind(contribution, copy: copy, textDigest: textDigest, to: &columns)
    columns.bind(name)
    columns.bind(contribution.post.id.text)
    try columns.run()
    let row = database.lastInsertedRowID
    try text.write(TextRow.insert, post: row, in: database)
    try NameTable.write(contribution.names, of: row, in: database)
    try SketchTable.insert(
      contribution, row: row, copy: copy, textDigest: textDigest, in: database)
    try RowIndex.insert(row, contribution, in: database)
    return row
  }

  /// Writes what the copy shows into the row of the post, its text and the index.
  static func update(
    _ row: Int64, from contribution: Contribution, copy: Int64, in database: Database
  ) throws {
    try writeRow(row, from: contribution, copy: copy, in: database)
    try RowIndex.insert(row, contribution, in: database)
  }

  /// Writes what the copy shows into the row of the post and its text.
  static func writeRow(
    _ row: Int64, from contribution: Contribution, copy: Int64, in database: Database
  ) throws {
    var columns = try RowStatement(
      """
      UPDATE posts SET wordsDigest = ?, kind = ?, status = ?, messageID = ?, authorName = ?,
        authorAddress = ?, authorURL = ?, person = ?, instant = ?, offsetMinutes = ?,
        datePrecision = ?, dateSource = ?, dateAsWritten = ?, subject = ?, language = ?,
        permalink = ?, ordinal = ?, attachments = ?, traits = ?, bestCopy = ?, textDigest = ?
      WHERE id = ?
      """, in: database)
    let text = TextRow(contribution)
    bind(contribution, copy: copy, textDigest: text.digest, to: &columns)
    columns.bind(row)
    try columns.run()
    try text.write(TextRow.update, post: row, in: database)
    // A post that was missing has no text yet.
    if database.changesCount == 0 { try text.write(TextRow.insert, post: row, in: database) }
    try NameTable.replace(with: contribution.names, of: row, in: database)
  }

  /// Binds the columns of `posts` from `wordsDigest` to `textDigest`, in the order of the statements above.
  private static func bind(
    _ contribution: Contribution, copy: Int64, textDigest: Int64, to row: inout RowStatement
  ) {
    let post = contribution.post
    row.bind(contribution.wordsDigest.bytes)
    row.bind(post.kind.rawValue)
    row.bind(post.status.rawValue)
    row.bind(post.messageID?.asWritten)
    row.bind(post.author.name)
    row.bind(post.author.address)
    row.bind(post.author.url)
    row.bind(PersonID.of(post.author))
    row.bind(post.date?.stated.instant)
    row.bind(post.date?.stated.offsetMinutes)
    row.bind(post.date?.stated.precision.rawValue)
    row.bind(post.date?.source.rawValue)
    row.bind(post.date?.asWritten)
    row.bind(post.subject)
    row.bind(post.language)
    row.bind(post.permalink)
    row.bind(post.ordinal)
    row.bind(AttachmentCoding.encode(post.attachments))
    row.bind(contribution.traits.rawValue)
    row.bind(copy)
    row.bind(textDigest)
  }

  /// Gives the plain id to the smallest of the posts that claim it, by instant and digest.
  static func renumber(identity: String, in database: Database) throws {
    let rows = try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT id, wordsDigest FROM posts WHERE identity = ? AND kind <> 'missing'
          ORDER BY instant IS NULL, instant, wordsDigest
          """), arguments: [identity])
    for row in rows {
      let id: Int64 = row["id"]
      try database.run(
        sql: "UPDATE posts SET name = '!' || id WHERE id = ?", arguments: [id])
    }
    for (index, row) in rows.enumerated() {
      let id: Int64 = row["id"]
      let digest: Data = row["wordsDigest"]
      var name = identity
      if index > 0, let digest = ContentDigest(bytes: Array(digest)) {
        name = PostID(imposterOf: PostID(identity), textDigest: digest).text
      }
      try database.run(sql: "UPDATE posts SET name = ? WHERE id = ?", arguments: [name, id])
    }
  }
}
