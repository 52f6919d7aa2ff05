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
    var columns = try RowStatement(
      """
      INSERT INTO \(table)(rowid, language, subject, author, own, quoted, attachments)
      VALUES(?, ?, ?, ?, ?, ?, ?)
      """, in: database)
    columns.bind(row)
    columns.bind(WordTokenizer.languageText(post.language))
    columns.bind(post.subject)
    columns.bind(author(post))
    columns.bind(words.own)
    columns.bind(words.quoted)
    columns.bind(post.attachments.compactMap(\.name).joined(separator: "\n"))
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
        row, WordTokenizer.languageText(post.language), post.subject, author(post), words.own,
        words.quoted,
        post.attachments.compactMap(\.name).joined(separator: "\n"),
      ])
  }

  private static func author(_ post: Post) -> String {
    [post.author.name, post.author.address].compactMap(\.self).joined(separator: "\n")
  }
}
