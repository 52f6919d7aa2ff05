public import Corrections
internal import Discussion
internal import GRDB

extension CorrectionKind {
  /// What a venue is called, where its posts can be found, and into which other it goes.
  ///
  /// `exact` is the id of the venue; about `name` the value is its name, about `link` a template, about `into` the id of
  /// another venue.
  public static let venue = CorrectionKind(rawValue: "venue")
}

/// What a decision about a venue is about.
public enum VenueField: String, Sendable, CaseIterable {
  case name, link, into
}

/// Shows venues as readers named them, and notes which went into which; the table of the venues of posts follows.
enum VenueEffect: CorrectionEffect {
  static let kinds: Set<CorrectionKind> = [.venue]
  static let changesThreads = true

  static func lift(in database: Database) throws {
    try database.execute(
      sql: """
        UPDATE venues SET name = (SELECT name FROM venuesBefore WHERE venue = venues.id)
        WHERE id IN (SELECT venue FROM venuesBefore)
        """)
    try database.execute(sql: "DELETE FROM venuesBefore")
    try database.execute(
      sql:
        "UPDATE venues SET link = NULL, mergedInto = NULL WHERE link NOT NULL OR mergedInto NOT NULL"
    )
  }

  static func apply(_ corrections: [Correction], in database: Database) throws {
    var targets: [Int64: Int64] = [:]
    for correction in corrections {
      guard let slug = correction.decision.exact,
        let venue = try row(slug, in: database),
        let field = correction.decision.about.flatMap({ VenueField(rawValue: $0) }),
        let value = correction.decision.value.text
      else { continue }
      switch field {
      case .name:
        try database.execute(
          sql: "INSERT OR IGNORE INTO venuesBefore SELECT id, name FROM venues WHERE id = ?",
          arguments: [venue])
        try database.execute(
          sql: "UPDATE venues SET name = ? WHERE id = ?", arguments: [value, venue])
      case .link:
        try database.execute(
          sql: "UPDATE venues SET link = ? WHERE id = ?", arguments: [value, venue])
      case .into:
        if let target = try row(value, in: database) { targets[venue] = target }
      }
    }
    for venue in targets.keys.sorted() {
      // A venue that went into one which went into a third is in the third; a ring stays as it was.
      var end = venue
      var seen: Set<Int64> = [venue]
      while let next = targets[end], seen.insert(next).inserted { end = next }
      guard end != venue, targets[end] == nil else { continue }
      try database.execute(
        sql: "UPDATE venues SET mergedInto = ? WHERE id = ?", arguments: [end, venue])
    }
  }

  private static func row(_ slug: String, in database: Database) throws -> Int64? {
    try Int64.fetchOne(database, sql: "SELECT id FROM venues WHERE slug = ?", arguments: [slug])
  }
}
