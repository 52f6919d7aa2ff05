public import Discussion
internal import Foundation
internal import GRDB
public import SourceBytes

/// What is known of a file that was read whole before.
public struct EarlierRead: Sendable, Hashable {
  /// Its size when it was read, in bytes.
  public var byteCount: Int
  /// How many bytes it held, decompressed.
  public var contentByteCount: Int
  /// Its digest when it was read.
  public var digest: ContentDigest
  /// Whether it is one mailbox that may simply grow at its end.
  public var isMailbox: Bool
}

extension ImportSession {
  /// What is known of a file that was read whole before with these options; nil for any other.
  public func earlierRead(location: String, options: String) throws -> EarlierRead? {
    if isEmpty { return nil }
    return try ask { database in
      guard
        let row = try Row.fetchOne(
          database,
          sql: """
            SELECT byteCount, digest, (
                SELECT count(*) = 1 AND min(path) = ''
                  AND min(format IN ('mbox', 'pipermail-text'))
                FROM members WHERE source = sources.id) AS isMailbox,
              (SELECT coalesce(sum(byteCount), 0) FROM members
                WHERE source = sources.id) AS contentByteCount
            FROM sources WHERE location = ? AND isComplete AND options = ?
            """, arguments: [location, options]),
        let digest = (row["digest"] as Data?).flatMap({ ContentDigest(bytes: Array($0)) })
      else { return nil }
      return EarlierRead(
        byteCount: row["byteCount"], contentByteCount: row["contentByteCount"], digest: digest,
        isMailbox: row["isMailbox"] ?? false)
    }
  }

  /// Says that a file has other bytes than when it was read, whatever its size and time say.
  public func forget(location: String) throws {
    try archive.database.write { database in
      try database.execute(sql: "PRAGMA user_version = \(ImportSession.unfinished)")
      try liftCorrections(in: database)
      guard let source = try source(location, in: database) else { return }
      hasChanged = true
      stale.formUnion(try PostWriter.detach(source: source, in: database))
      try database.run(
        sql: "UPDATE sources SET isComplete = 0 WHERE id = ?", arguments: [source])
    }
  }

  /// Says that a mailbox begins with the bytes that were read of it before.
  ///
  /// Its posts stay as they are, but for those at the end, which may have been cut off or told apart otherwise for want of
  /// what followed.
  ///
  /// - Parameter lookahead: How many bytes behind the start of a post may decide whether it is one.
  /// - Returns: Where reading goes on, with what the posts before it claim; nil where all has to be read again.
  public func resume(location: String, lookahead: Int) throws -> EarlierPart? {
    try archive.database.write { database -> EarlierPart? in
      guard let source = try source(location, in: database),
        let member = try Row.fetchOne(
          database, sql: "SELECT id, byteCount, postCount FROM members WHERE source = ?",
          arguments: [source]),
        let part = try earlierPart(
          of: member["id"], byteCount: member["byteCount"] ?? 0, lookahead: lookahead,
          in: database)
      else { return nil }
      try database.execute(sql: "PRAGMA user_version = \(ImportSession.unfinished)")
      try liftCorrections(in: database)
      hasChanged = true
      grown.insert(location)
      stale.formUnion(
        try PostWriter.detach(member: member["id"], from: part.offset, in: database))
      try database.execute(
        sql: "UPDATE sources SET isComplete = 0 WHERE id = ?", arguments: [source])
      return part
    }
  }

  private func earlierPart(
    of member: Int64, byteCount: Int, lookahead: Int, in database: Database
  ) throws -> EarlierPart? {
    guard
      let offset = try Int.fetchOne(
        database, sql: "SELECT max(start) FROM copies WHERE member = ? AND start <= ?",
        arguments: [member, byteCount - lookahead]), offset > 0
    else { return nil }
    var takenBack: [EarlierPart.Claim] = []
    for row in try Row.fetchAll(
      database, sql: "SELECT id, listVenue FROM copies WHERE member = ? AND start >= ?",
      arguments: [member, offset])
    {
      // Where a reader removed the original, what it said cannot be taken back.
      guard let contribution = try contribution(ofCopy: row["id"], in: database) else {
        return nil
      }
      takenBack.append(
        EarlierPart.Claim(
          listVenue: try (row["listVenue"] as Int64?).flatMap {
            try VenueTable.venue($0, in: database)
          }, subject: contribution.post.subject))
    }
    return EarlierPart(
      offset: offset,
      postCount: try Int.fetchOne(
        database, sql: "SELECT postCount FROM members WHERE id = ?", arguments: [member]) ?? 0,
      votes: try VenueTable.votes(of: member, in: database), takenBack: takenBack,
      instant: try instant(before: offset, in: member, database))
  }

  /// The time of the last message before an offset whose date can be true; it is looked for among the nearest.
  private func instant(before offset: Int, in member: Int64, _ database: Database) throws -> Int64?
  {
    let copies = try Int64.fetchAll(
      database,
      sql: """
        SELECT id FROM copies WHERE member = ? AND start < ? ORDER BY start DESC, id DESC LIMIT 100
        """, arguments: [member, offset])
    for copy in copies {
      guard let contribution = try contribution(ofCopy: copy, in: database),
        !contribution.isDateDoubtful, contribution.post.kind == .message,
        let date = contribution.post.date
      else { continue }
      return date.stated.instant
    }
    return nil
  }

  private func contribution(ofCopy copy: Int64, in database: Database) throws -> Contribution? {
    try PostWriter.bestCopy(where: "copies.id = ?", copy, in: database).flatMap { reread($0.kept) }
  }

  private func source(_ location: String, in database: Database) throws -> Int64? {
    try Int64.fetchOne(
      database.cachedStatement(sql: "SELECT id FROM sources WHERE location = ?"),
      arguments: [location])
  }
}
