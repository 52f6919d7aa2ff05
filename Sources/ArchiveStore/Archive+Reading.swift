internal import Compression
public import Discussion
internal import Foundation
internal import GRDB
internal import SourceBytes

extension Archive {
  /// What a reading of posts leaves out to be quick.
  public struct Detail: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: Int
    /// Takes over bits.
    public init(rawValue: Int) { self.rawValue = rawValue }
    /// The text and its blocks.
    public static let text = Detail(rawValue: 1)
    /// The copies with their sources.
    public static let copies = Detail(rawValue: 2)
    /// What pages and readers state about the parent.
    public static let statements = Detail(rawValue: 4)
    /// Whom it addresses, and the discussions that it continues or that continue it.
    public static let relations = Detail(rawValue: 8)
    /// All that is shown.
    public static let all: Detail = [.text, .copies, .relations]
  }

  /// The id that an abbreviation stands for: four or more characters of an id, an alias, or `<message-id>`.
  ///
  /// - Throws: ``ArchiveError/unknownPost(_:)`` or ``ArchiveError/ambiguousPost(_:candidates:)``.
  public func resolve(_ name: String) throws -> PostID {
    try database.reading { database in
      if name.hasPrefix("<") || name.contains("@") {
        let id = PostID(PostIdentity(MessageID(name.trimmingCharacters(in: ["<", ">"]))))
        guard try exists(id, in: database) else { throw ArchiveError.unknownPost(name) }
        return id
      }
      let wanted = name.lowercased()
      if try exists(PostID(wanted), in: database) { return PostID(wanted) }
      guard wanted.utf8.count >= 4, wanted.utf8.allSatisfy({ $0.isLetterOrDigit }) else {
        throw ArchiveError.unknownPost(name)
      }
      let found = try String.fetchAll(
        database,
        sql: """
          SELECT DISTINCT post FROM (
            SELECT name AS post, name FROM posts UNION ALL SELECT post, name FROM aliases)
          WHERE name >= :prefix AND name < :prefix || '~' ORDER BY post LIMIT 9
          """, arguments: ["prefix": wanted])
      guard let first = found.first else { throw ArchiveError.unknownPost(name) }
      guard found.count == 1 else {
        throw ArchiveError.ambiguousPost(name, candidates: found)
      }
      return PostID(first)
    }
  }

  /// The posts of the thread that a post belongs to, in reading order.
  public func thread(of id: PostID, detail: Detail = .all) throws -> [ArchivedPost] {
    try posts(
      where: """
        placements.thread = (SELECT thread FROM placements JOIN posts ON posts.id = placements.post
                             WHERE posts.name = ?)
        """, id, detail: detail)
  }

  /// One post; nil where the archive has none of this id.
  public func post(_ id: PostID, detail: Detail = .all) throws -> ArchivedPost? {
    try posts(where: "posts.name = ?", id, detail: detail).first
  }

  /// Hands out every post but the missing ones, thread by thread in reading order.
  ///
  /// - Parameters:
  ///   - ids: The posts to hand out; nil for all.
  ///   - body: Takes a post, and a function that reads the bytes it was read from.
  /// - Complexity: Memory for one post, and for `ids`.
  public func forEachPost(
    in ids: Set<PostID>? = nil, detail: Detail = .all,
    _ body: (ArchivedPost, _ original: () throws -> [UInt8]?) throws -> Void
  ) throws {
    try database.reading { database in
      let reader = PostReader(database: database, detail: detail)
      let statement = try reader.select(where: "posts.kind <> 'missing'")
      try statement.forEach { row in
        if let ids, let name = row.text(0), !ids.contains(PostID(name)) { return }
        let copy = row.integer(PostReader.bestCopy)
        try body(try reader.archived(row)) { try copy.flatMap { try reader.original(ofCopy: $0) } }
      }
    }
  }

  /// - Parameter condition: SQL with a mark for `id`.
  private func posts(
    where condition: String, _ id: PostID, detail: Detail
  ) throws -> [ArchivedPost] {
    try database.reading { database in
      let reader = PostReader(database: database, detail: detail)
      var statement = try reader.select(where: condition)
      statement.bind(id.text)
      var posts: [ArchivedPost] = []
      try statement.forEach { posts.append(try reader.archived($0)) }
      return posts
    }
  }

  /// The bytes that a post was read from, as its best copy holds them.
  public func original(of id: PostID) throws -> [UInt8]? {
    try database.reading { database in
      let copy = try Int64.fetchOne(
        database, sql: "SELECT bestCopy FROM posts WHERE name = ?", arguments: [id.text])
      return try copy.flatMap {
        try PostReader(database: database, detail: []).original(ofCopy: $0)
      }
    }
  }

  private func exists(_ id: PostID, in database: Database) throws -> Bool {
    try Row.fetchOne(
      database, sql: "SELECT 1 FROM posts WHERE name = ?", arguments: [id.text]) != nil
  }
}

/// Turns rows into posts with their place, inside one read.
struct PostReader {
  let database: Database
  let detail: Archive.Detail
  private let codec = ZstandardCodec()

  init(database: Database, detail: Archive.Detail) {
    self.database = database
    self.detail = detail
  }

  // What follows the columns of the post.
  private static let row = PostRow.columnCount
  private static let person = row + 1
  static let bestCopy = row + 2
  private static let depth = row + 3
  private static let position = row + 4
  private static let confidence = row + 5
  private static let root = row + 6
  private static let parent = row + 7
  private static let frame = row + 8

  /// The query for posts in reading order, whose rows ``archived(_:)`` takes.
  ///
  /// - Parameter condition: SQL, with a mark for what the caller binds.
  func select(where condition: String) throws -> RowStatement {
    let text = detail.contains(.text) ? ", texts.frame, texts.blocks" : ""
    let join = detail.contains(.text) ? "LEFT JOIN texts ON texts.post = posts.id" : ""
    return try RowStatement(
      """
      SELECT \(PostRow.columns), posts.id, posts.person, posts.bestCopy, placements.depth,
        placements.position, placements.confidence, root.name, parent.name\(text)
      FROM placements JOIN posts ON posts.id = placements.post
        JOIN posts AS root ON root.id = placements.thread
        LEFT JOIN posts AS parent ON parent.id = placements.parent \(join)
      WHERE \(condition) ORDER BY placements.rank
      """, in: database)
  }

  /// The post of a row; nil where there is none.
  func post(_ row: Int64) throws -> ArchivedPost? {
    var statement = try select(where: "posts.id = ?")
    statement.bind(row)
    return try statement.first { try archived($0) }
  }

  func archived(_ row: RowStatement.Columns) throws -> ArchivedPost {
    var post = PostRow.value(row)
    if detail.contains(.text) {
      try PostRow.readText(of: &post, from: row, at: PostReader.frame, with: codec)
    }
    let id = row.integer(PostReader.row) ?? 0
    let copies = detail.contains(.copies) ? try CopyFacts(of: id, in: database) : CopyFacts()
    post.inReplyTo = copies.inReplyTo
    post.references = copies.references
    var archived = ArchivedPost(
      post: post, thread: PostID(row.text(PostReader.root) ?? ""),
      parent: row.text(PostReader.parent).map { PostID($0) },
      depth: Int(row.integer(PostReader.depth) ?? 0),
      position: Int(row.integer(PostReader.position) ?? 0),
      link: try link(of: id, row: row, child: post.id), person: row.text(PostReader.person),
      venues: try venues(of: id), copies: copies.shown)
    archived.hasOwnReferences = copies.hasOwnReferences
    archived.order = copies.order
    if detail.contains(.relations) {
      archived.addressee = try AddresseeTable.addressee(of: id, in: database)
      archived.fork = try ForkTable.fork(of: id, in: database)
      archived.continuations = try ForkTable.continuations(of: id, in: database)
    }
    if detail.contains(.copies) { archived.annotations = try annotations(of: post) }
    if detail.contains(.statements) {
      archived.statements = try statements(of: id, name: post.id)
    }
    if post.status == .held { try veil(&archived, row: id) }
    return archived
  }

  /// Hides what a reader restricted.
  private func veil(_ archived: inout ArchivedPost, row: Int64) throws {
    let statement = try database.cachedStatement(
      sql: "SELECT until FROM restrictions WHERE post = ? AND until > date('now')")
    guard let until = try String.fetchOne(statement, arguments: [row]) else { return }
    RestrictionEffect.veil(&archived.post, until: until)
    archived.person = nil
    archived.addressee = nil
    archived.annotations = []
    guard let link = archived.link else { return }
    // A reason may quote the words of the post.
    archived.link = ReplyLink(
      child: link.child, parent: link.parent,
      reasons: link.reasons.map { Evidence($0.kind, weight: $0.weight, detail: "", range: nil) },
      confidence: link.confidence)
  }

  private func annotations(of post: Post) throws -> [Annotation] {
    var known = try RowStatement("SELECT 1 FROM annotations WHERE post = ?", in: database)
    known.bind(post.id.text)
    // Most posts have none.
    guard try known.hasRow() else { return [] }
    let statement = try database.cachedStatement(
      sql: "SELECT * FROM annotations WHERE post = ? ORDER BY start, end, id")
    let scalars = post.text.map { Array($0.unicodeScalars) }
    return try Row.fetchAll(statement, arguments: [post.id.text]).map { row in
      var annotation = AnnotationTable.value(row)
      if let scalars { annotation.anchor(in: scalars) }
      return annotation
    }
  }

  private func statements(of row: Int64, name: PostID) throws -> [StatedReply] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT DISTINCT evidence, weight, detail, statedReplies.start, statedReplies.end,
          confidence, coalesce(parent.name, parentID) AS parentName
        FROM statedReplies LEFT JOIN copies AS answered ON answered.place = parentPlace
          LEFT JOIN posts AS parent ON parent.id = answered.post
        WHERE childCopy IN (SELECT id FROM copies WHERE post = :row)
          OR childPlace IN (SELECT place FROM copies WHERE post = :row) OR childID = :name
        ORDER BY confidence DESC, evidence, parentName, detail
        """)
    return try Row.fetchAll(statement, arguments: ["row": row, "name": name.text]).compactMap {
      row in
      guard let parent = row["parentName"] as String?,
        let kind = Evidence.Kind(rawValue: row["evidence"])
      else { return nil }
      var range: Range<Int>?
      if let start = row["start"] as Int?, let end = row["end"] as Int?, start <= end {
        range = start..<end
      }
      return StatedReply(
        child: .own, parent: .id(PostID(parent)),
        evidence: Evidence(kind, weight: row["weight"], detail: row["detail"], range: range),
        confidence: row["confidence"])
    }
  }

  func original(ofCopy copy: Int64) throws -> [UInt8]? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT frame FROM copies JOIN originals ON originals.id = copies.original
        WHERE copies.id = ? AND NOT EXISTS (
          SELECT 1 FROM restrictions
          WHERE restrictions.post = copies.post AND until > date('now'))
        """)
    guard let frame = try Data.fetchOne(statement, arguments: [copy]), !frame.isEmpty else {
      return nil
    }
    return try codec.decompress(Array(frame).span)
  }

  private func link(
    of id: Int64, row: RowStatement.Columns, child: PostID
  ) throws -> ReplyLink? {
    guard let parent = row.text(PostReader.parent),
      let confidence = row.number(PostReader.confidence)
    else { return nil }
    var statement = try RowStatement(
      "SELECT evidence, weight, detail, start, end FROM reasons WHERE child = ? ORDER BY ordinal",
      in: database)
    statement.bind(id)
    var reasons: [Evidence] = []
    try statement.forEach { row in
      reasons.append(
        Evidence(
          row.text(0).flatMap { Evidence.Kind(rawValue: $0) } ?? .default,
          weight: row.number(1) ?? 0, detail: row.text(2) ?? "", range: row.range(3)))
    }
    return ReplyLink(
      child: child, parent: PostID(parent), reasons: reasons, confidence: confidence)
  }

  private func venues(of id: Int64) throws -> [Venue] {
    var statement = try RowStatement(
      """
      SELECT slug, name, kind FROM postVenues JOIN venues ON venues.id = postVenues.venue
      WHERE post = ? ORDER BY isBest DESC, slug
      """, in: database)
    statement.bind(id)
    var venues: [Venue] = []
    try statement.forEach { row in
      venues.append(
        Venue(
          id: row.text(0) ?? "", name: row.text(1) ?? "",
          kind: row.text(2).flatMap { Venue.Kind(rawValue: $0) } ?? .list))
    }
    return venues
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
  }
}
