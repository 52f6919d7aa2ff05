internal import Compression
internal import Discussion
internal import Foundation
internal import GRDB

/// Keeps the full-text index in step with the posts.
///
/// The index holds no text, so a row is taken out by its old words.
enum RowIndex {
  static func insert(
    _ row: Int64, post: Post, words: PostWords, into table: String = "words",
    in database: Database
  ) throws {
    try insert(row, post, into: table, in: database) { columns in
      columns.bind(WordTokenizer.plain(words.own))
      columns.bind(WordTokenizer.plain(words.quoted))
    }
  }

  /// Writes a post as it was read, its words packed or not.
  static func insert(_ row: Int64, _ contribution: Contribution, in database: Database) throws {
    guard let packed = contribution.packedWords else {
      return try insert(row, post: contribution.post, words: contribution.words, in: database)
    }
    try insert(row, contribution.post, into: "words", in: database) { columns in
      columns.bind(text: packed.own)
      columns.bind(text: packed.quoted)
    }
  }

  private static func insert(
    _ row: Int64, _ post: Post, into table: String, in database: Database,
    bindWords: (inout RowStatement) -> Void
  ) throws {
    var columns = try RowStatement(
      """
      INSERT INTO \(table)(rowid, language, subject, author, own, quoted, attachments)
      VALUES(?, ?, ?, ?, ?, ?, ?)
      """, in: database)
    columns.bind(row)
    columns.bind(WordTokenizer.languageText(post.language))
    columns.bind(post.subject.map(WordTokenizer.plain))
    columns.bind(WordTokenizer.plain(author(post)))
    bindWords(&columns)
    columns.bind(WordTokenizer.plain(attachments(post)))
    try columns.run()
  }

  static func remove(_ row: Int64, in database: Database) throws {
    guard let post = try PostRow.post(row, in: database) else { return }
    try remove(row, post: post, words: post.words, in: database)
  }

  /// - Parameters:
  ///   - post: The post as it was when the row was written.
  ///   - words: Its words then.
  static func remove(
    _ row: Int64, post: Post, words: PostWords, in database: Database
  ) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO words(words, rowid, language, subject, author, own, quoted, attachments)
        VALUES('delete', ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(
      arguments: [
        row, WordTokenizer.languageText(post.language), post.subject.map(WordTokenizer.plain),
        WordTokenizer.plain(author(post)), WordTokenizer.plain(words.own),
        WordTokenizer.plain(words.quoted), WordTokenizer.plain(attachments(post)),
      ])
  }

  private static func attachments(_ post: Post) -> String {
    post.attachments.compactMap(\.name).joined(separator: "\n")
  }

  private static func author(_ post: Post) -> String {
    [post.author.name, post.author.address].compactMap(\.self).joined(separator: "\n")
  }
}
