internal import Corrections
internal import Discussion
internal import GRDB

/// Hides posts until a day: they are found no more, and show neither text nor author.
enum RestrictionEffect: CorrectionEffect {
  static let kinds: Set<CorrectionKind> = [.restriction]
  static let changesThreads = false

  static func lift(in database: Database) throws {
    try database.execute(
      sql: """
        UPDATE posts SET status = (SELECT status FROM restrictions WHERE post = posts.id)
        WHERE id IN (SELECT post FROM restrictions);
        DELETE FROM restrictions
        """)
  }

  static func apply(_ corrections: [Correction], in database: Database) throws {
    for correction in corrections {
      guard let post = correction.decision.post,
        let until = correction.decision.value["until"]?.text
      else { continue }
      try database.execute(
        sql: """
          INSERT OR IGNORE INTO restrictions(post, until, status)
          SELECT id, ?1, status FROM posts
          WHERE name = ?2 AND kind <> 'missing' AND ?1 > date('now')
          """, arguments: [until, post.text])
    }
    try database.execute(
      sql: "UPDATE posts SET status = 'held' WHERE id IN (SELECT post FROM restrictions)")
  }

  /// Shows posts again whose day has come.
  static func expire(in database: Database) throws {
    try database.execute(
      sql: """
        UPDATE posts SET status = (SELECT status FROM restrictions WHERE post = posts.id)
        WHERE id IN (SELECT post FROM restrictions WHERE until <= date('now'));
        DELETE FROM restrictions WHERE until <= date('now')
        """)
  }

  /// Whether the day of some post has come.
  static func isDue(in database: Database) throws -> Bool {
    try Row.fetchOne(database, sql: "SELECT 1 FROM restrictions WHERE until <= date('now')") != nil
  }

  /// What a hidden post shows.
  static func veil(_ post: inout Post, until: String) {
    let mark = "[restricted until \(until)]"
    post.author = Author()
    post.attachments = []
    guard post.text != nil else { return }
    post.text = mark
    post.blocks = [Block(.own, start: 0, end: mark.unicodeScalars.count)]
  }
}
