internal import Foundation
internal import GRDB
public import SourceBytes

/// What is known of a file that was read whole before.
public struct EarlierRead: Sendable, Hashable {
  /// Its size when it was read, in bytes.
  public var byteCount: Int
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
          database.cachedStatement(
            sql: """
              SELECT byteCount, digest, (
                  SELECT count(*) = 1 AND min(path) = ''
                    AND min(format IN ('mbox', 'pipermail-text'))
                  FROM members WHERE source = sources.id) AS isMailbox
              FROM sources WHERE location = ? AND isComplete AND options = ?
              """), arguments: [location, options]),
        let digest = (row["digest"] as Data?).flatMap({ ContentDigest(bytes: Array($0)) })
      else { return nil }
      return EarlierRead(
        byteCount: row["byteCount"], digest: digest, isMailbox: row["isMailbox"] ?? false)
    }
  }

  /// Says that a file has other bytes than when it was read, whatever its size and time say.
  public func forget(location: String) throws {
    try archive.database.write { database in
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
  /// Its posts stay as they are, but for the last one, which may have been cut off; what is read next adds the others.
  public func resume(location: String) throws {
    try archive.database.write { database in
      try liftCorrections(in: database)
      guard let source = try source(location, in: database),
        let member = try Int64.fetchOne(
          database.cachedStatement(sql: "SELECT id FROM members WHERE source = ?"),
          arguments: [source])
      else { return }
      hasChanged = true
      grown.insert(location)
      let start =
        try Int.fetchOne(
          database.cachedStatement(sql: "SELECT max(start) FROM copies WHERE member = ?"),
          arguments: [member]) ?? 0
      stale.formUnion(try PostWriter.detach(member: member, from: start, in: database))
      try database.run(
        sql: "UPDATE sources SET isComplete = 0 WHERE id = ?", arguments: [source])
    }
  }

  private func source(_ location: String, in database: Database) throws -> Int64? {
    try Int64.fetchOne(
      database.cachedStatement(sql: "SELECT id FROM sources WHERE location = ?"),
      arguments: [location])
  }
}
