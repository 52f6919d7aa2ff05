internal import Discussion
internal import GRDB
internal import SourceBytes

/// The rows of files, of their members, and of what in these is no post.
enum SourceTable {
  /// Writes a file that is read for the first time.
  ///
  /// - Parameter imported: The time of the import, ISO 8601.
  /// - Returns: Its row.
  static func insert(
    path: String, location: String, options: String, stamp: SourceStamp, imported: String,
    in database: Database
  ) throws -> Int64 {
    var row = try RowStatement(
      """
      INSERT INTO sources(path, location, options, byteCount, modified, inode, imported)
      VALUES(?, ?, ?, ?, ?, ?, ?)
      """, in: database)
    row.bind(path)
    row.bind(location)
    row.bind(options)
    row.bind(stamp.byteCount)
    row.bind(stamp.modified)
    row.bind(Int64(bitPattern: stamp.inode))
    row.bind(imported)
    try row.run()
    return database.lastInsertedRowID
  }

  /// Notes that a file was read whole.
  static func complete(_ source: Int64, digest: ContentDigest, in database: Database) throws {
    var row = try RowStatement(
      "UPDATE sources SET digest = ?, isComplete = 1 WHERE id = ?", in: database)
    row.bind(digest.bytes)
    row.bind(source)
    try row.run()
  }

  /// The row of a member, written where there is none.
  static func member(
    _ path: String, of source: Int64, in database: Database
  ) throws -> (id: Int64, isNew: Bool) {
    var known = try RowStatement(
      "SELECT id FROM members WHERE source = ? AND path = ?", in: database)
    known.bind(source)
    known.bind(path)
    if let id = try known.first({ $0.integer(0) ?? 0 }) { return (id, false) }
    var row = try RowStatement("INSERT INTO members(source, path) VALUES(?, ?)", in: database)
    row.bind(source)
    row.bind(path)
    try row.run()
    return (database.lastInsertedRowID, true)
  }

  /// Notes what a member turned out to be.
  static func end(
    member: Int64, byteCount: Int, format: String, in database: Database
  ) throws {
    var row = try RowStatement(
      "UPDATE members SET byteCount = ?, format = ? WHERE id = ?", in: database)
    row.bind(byteCount)
    row.bind(format)
    row.bind(member)
    try row.run()
  }

  /// Writes bytes that are no post.
  static func insert(_ extent: Extent, member: Int64, in database: Database) throws {
    var row = try RowStatement(
      "INSERT OR IGNORE INTO extents(member, start, end, kind) VALUES(?, ?, ?, ?)", in: database)
    row.bind(member)
    row.bind(extent.bytes.lowerBound)
    row.bind(extent.bytes.upperBound)
    row.bind(extent.kind.rawValue)
    try row.run()
  }

  /// Writes what was odd.
  static func insert(_ finding: Finding, member: Int64, in database: Database) throws {
    var row = try RowStatement(
      """
      INSERT OR IGNORE INTO findings(member, start, end, severity, code, message, hint)
      VALUES(?, ?, ?, ?, ?, ?, ?)
      """, in: database)
    row.bind(member)
    row.bind(finding.location.bytes.lowerBound)
    row.bind(finding.location.bytes.upperBound)
    row.bind(finding.severity.rawValue)
    row.bind(finding.code)
    row.bind(finding.message)
    row.bind(finding.hint)
    try row.run()
  }
}
