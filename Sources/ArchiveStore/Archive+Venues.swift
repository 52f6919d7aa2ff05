public import Discussion
internal import GRDB

/// A venue with what it holds.
public struct VenueSummary: Sendable, Hashable {
  /// The venue.
  public var venue: Venue
  /// How many posts took place there, missing ones not counted.
  public var postCount: Int
  /// The template of its public links; nil where none was given.
  public var link: String?
  /// The venue into which a reader put it.
  public var mergedInto: String?
}

extension Archive {
  /// Lists the venues that have posts, and those that were put into others, by id.
  public func venues() throws -> [VenueSummary] {
    try database.reading { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT venues.*, target.slug AS target,
            (SELECT count(*) FROM postVenues WHERE venue = venues.id) AS posts
          FROM venues LEFT JOIN venues AS target ON target.id = venues.mergedInto
          WHERE posts > 0 OR venues.mergedInto IS NOT NULL ORDER BY venues.slug
          """
      ).map { row in
        VenueSummary(
          venue: Venue(
            id: row["slug"], name: row["name"], kind: Venue.Kind(rawValue: row["kind"]) ?? .list),
          postCount: row["posts"], link: row["link"], mergedInto: row["target"])
      }
    }
  }

  /// Whether something was decided that only an ``ImportSession`` can put into effect.
  public var isUnsettled: Bool {
    get throws {
      try database.reading {
        try Int.fetchOne($0, sql: "PRAGMA user_version") == ImportSession.unfinished
      }
    }
  }

  /// Writes a consistent copy of the archive to a new file, while others read and write.
  ///
  /// - Parameter path: Where nothing may lie yet.
  public func backup(to path: String) throws {
    try database.writeWithoutTransaction {
      try $0.execute(sql: "VACUUM INTO ?", arguments: [path])
    }
  }
}
