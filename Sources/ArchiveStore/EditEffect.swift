internal import Corrections
internal import Discussion
internal import GRDB
internal import SourceBytes

/// Shows posts as readers mended them, in the tables and in the full-text index.
///
/// What the sources say is kept beside, so that taking an edit back leaves no trace.
enum EditEffect: CorrectionEffect {
  static let kinds: Set<CorrectionKind> = [.edit]
  static let changesThreads = true

  private static let columns = """
    kind, authorName, authorAddress, authorURL, person, instant, offsetMinutes, datePrecision,
    dateSource, dateAsWritten, subject
    """

  static func lift(in database: Database) throws {
    for row in try Int64.fetchAll(database, sql: "SELECT post FROM showedBefore ORDER BY post") {
      try reindexing(row, in: database) {
        try database.execute(
          sql: """
            UPDATE posts SET (\(columns)) = (SELECT \(columns) FROM showedBefore WHERE post = ?1)
            WHERE id = ?1
            """, arguments: [row])
      }
    }
    try database.execute(sql: "DELETE FROM showedBefore")
  }

  static func apply(_ corrections: [Correction], in database: Database) throws {
    let edits = corrections.filter { $0.decision.about != EditedField.addressee.rawValue }
    for (name, edits) in Dictionary(grouping: edits, by: \.decision.post).sorted(by: {
      ($0.key?.text ?? "") < ($1.key?.text ?? "")
    }) {
      guard let name,
        let row = try Int64.fetchOne(
          database, sql: "SELECT id FROM posts WHERE name = ? AND kind <> 'missing'",
          arguments: [name.text])
      else { continue }
      try database.execute(
        sql: "INSERT OR IGNORE INTO showedBefore SELECT id, \(columns) FROM posts WHERE id = ?",
        arguments: [row])
      try reindexing(row, in: database) {
        for correction in edits {
          guard let edit = PostEdit(correction.decision) else { continue }
          try write(edit, row: row, in: database)
        }
      }
    }
  }

  private static func write(_ edit: PostEdit, row: Int64, in database: Database) throws {
    switch edit {
    case .author(let name, let address):
      try database.execute(
        sql: """
          UPDATE posts SET authorName = ?, authorAddress = coalesce(?, authorAddress) WHERE id = ?
          """, arguments: [name, address, row])
      try database.execute(
        sql: "UPDATE posts SET authorAddress = nullif(authorAddress, '') WHERE id = ?",
        arguments: [row])
      if let author = try PostRow.post(row, in: database)?.author {
        try database.execute(
          sql: "UPDATE posts SET person = ? WHERE id = ?", arguments: [PersonID.of(author), row])
      }
    case .date(let date):
      try database.execute(
        sql: """
          UPDATE posts SET instant = ?, offsetMinutes = ?, datePrecision = ?, dateSource = ?,
            dateAsWritten = ? WHERE id = ?
          """,
        arguments: [
          date.instant, date.offsetMinutes, date.precision.rawValue, PostDate.Source.given.rawValue,
          date.iso8601, row,
        ])
    case .subject(let text):
      try database.execute(
        sql: "UPDATE posts SET subject = nullif(?, '') WHERE id = ?", arguments: [text, row])
    case .kind(let kind):
      try database.execute(
        sql: "UPDATE posts SET kind = ? WHERE id = ?", arguments: [kind.rawValue, row])
    case .addressee: break
    }
  }

  /// Takes a post out of the full-text index by its old words, and puts it back by its new ones.
  private static func reindexing(
    _ row: Int64, in database: Database, _ change: () throws -> Void
  ) throws {
    try RowIndex.remove(row, in: database)
    try change()
    guard let post = try PostRow.post(row, in: database) else { return }
    try RowIndex.insert(row, post: post, words: post.words, in: database)
  }
}
