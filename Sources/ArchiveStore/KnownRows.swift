internal import Discussion
internal import GRDB
internal import SourceBytes

/// What a session knows of the tables that it alone writes, so that it need not ask for every post.
final class KnownRows {
  private var lastCopy: Int64?
  private var venues: [Venue: Int64] = [:]
  private var wordings: Bool?
  private var original: (digest: ContentDigest, row: Int64)?

  /// The row that the next copy gets.
  func nextCopy(in database: Database) throws -> Int64 {
    let last =
      try lastCopy ?? Int64.fetchOne(database, sql: "SELECT coalesce(max(id), 0) FROM copies") ?? 0
    lastCopy = last + 1
    return last + 1
  }

  /// The row of a venue.
  func venue(_ venue: Venue, in database: Database) throws -> Int64 {
    if let row = venues[venue] { return row }
    let row = try VenueTable.id(venue, in: database)
    venues[venue] = row
    return row
  }

  /// The row of the bytes of a copy; the posts of a page share them.
  ///
  /// - Parameter make: Finds or writes the row.
  func original(_ digest: ContentDigest, _ make: () throws -> Int64) rethrows -> Int64 {
    if let original, original.digest == digest { return original.row }
    let row = try make()
    original = (digest, row)
    return row
  }

  /// Forgets the bytes of copies, some of which may have been taken out.
  func forgetOriginal() { original = nil }

  /// Whether a post was joined of several wordings before this session; during it none is.
  func hasWordings(in database: Database) throws -> Bool {
    if let wordings { return wordings }
    let found = try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM wordings)") ?? false
    wordings = found
    return found
  }
}
