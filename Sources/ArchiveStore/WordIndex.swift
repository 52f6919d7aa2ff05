internal import Discussion
internal import GRDB

/// The full-text index as a whole: it holds no text of its own and can be made anew from the posts.
enum WordIndex {
  /// How the index is made; what differs was made by another version.
  private static let definition = """
    CREATE VIRTUAL TABLE words USING fts5(
      language, subject, author, own, quoted, attachments,
      content='', tokenize='\(WordTokenizer.name) \(WordTokenizer.version)'
    )
    """

  static func create(in database: Database) throws {
    try database.execute(sql: definition)
    try database.execute(sql: "CREATE VIRTUAL TABLE vocabulary USING fts5vocab(words, row)")
    try database.execute(
      sql: "INSERT INTO words(words, rank) VALUES('hashsize', ?)",
      arguments: [ArchiveSchema.indexHashByteCount])
  }

  /// Whether words are split and folded in it as they are now.
  static func isCurrent(in database: Database) throws -> Bool {
    try String.fetchOne(database, sql: "SELECT sql FROM sqlite_master WHERE name = 'words'")
      == definition
  }

  /// Whether there are posts but none is indexed.
  static func isEmpty(in database: Database) throws -> Bool {
    try Bool.fetchOne(
      database,
      sql: """
        SELECT NOT EXISTS (SELECT 1 FROM words_docsize)
          AND EXISTS (SELECT 1 FROM posts WHERE kind <> 'missing')
        """) ?? false
  }

  /// Makes the index and the forms of words anew.
  ///
  /// - Complexity: Reads every text.
  static func rebuild(in database: Database) throws {
    try database.execute(
      sql: "DROP TABLE vocabulary; DROP TABLE words; DELETE FROM wordForms")
    try create(in: database)
    let ids = try Int64.fetchAll(
      database, sql: "SELECT id FROM posts WHERE kind <> 'missing' ORDER BY id")
    for id in ids {
      guard let post = try PostRow.post(id, in: database) else { continue }
      try RowIndex.insert(id, post: post, words: post.words, in: database)
    }
  }
}
