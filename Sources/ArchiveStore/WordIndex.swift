internal import Discussion
internal import GRDB

/// The full-text index as a whole: it holds no text of its own and can be made anew from the posts.
enum WordIndex {
  /// How the index is made; what differs was made by another version.
  private static let definition = definition(of: "words")

  private static func definition(of table: String) -> String {
    """
    CREATE VIRTUAL TABLE \(table) USING fts5(
      language, subject, author, own, quoted, attachments,
      content='', tokenize='\(WordTokenizer.name) \(WordTokenizer.version)'
    )
    """
  }

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

  /// Whether the words of the index are those of the posts, no more and no fewer.
  ///
  /// Both are summed up, so that no second index is kept beside the first: the texts are indexed anew some thousand at a
  /// time.
  ///
  /// - Complexity: Reads every text; memory for some thousand of them.
  static func holdsJustThePosts(in database: Database) throws -> Bool {
    let batchCount = 2_000
    try database.execute(sql: definition(of: "temp.sample"))
    try database.execute(
      sql: "CREATE VIRTUAL TABLE temp.sampleVocabulary USING fts5vocab('temp', 'sample', 'row')")
    defer { try? database.execute(sql: "DROP TABLE temp.sampleVocabulary; DROP TABLE temp.sample") }
    var expected: UInt64 = 0
    let ids = try Int64.fetchAll(
      database, sql: "SELECT id FROM posts WHERE kind <> 'missing' ORDER BY id")
    for start in stride(from: 0, to: ids.count, by: batchCount) {
      for id in ids[start..<min(ids.count, start + batchCount)] {
        guard let post = try? PostRow.post(id, in: database) else { continue }
        try RowIndex.insert(id, post: post, words: post.words, into: "temp.sample", in: database)
      }
      expected &+= try sum(of: "temp.sampleVocabulary", in: database)
      try database.execute(sql: "INSERT INTO temp.sample(sample) VALUES('delete-all')")
    }
    return try sum(of: "vocabulary", in: database) == expected
  }

  /// A sum over all words of an index, each as often as it comes.
  private static func sum(of vocabulary: String, in database: Database) throws -> UInt64 {
    var sum: UInt64 = 0
    let cursor = try Row.fetchCursor(database, sql: "SELECT term, cnt FROM \(vocabulary)")
    while let row = try cursor.next() {
      // FNV-1a over the bytes of the word.
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in (row[0] as String).utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
      sum &+= hash &* UInt64(bitPattern: row[1] as Int64)
    }
    return sum
  }
}
