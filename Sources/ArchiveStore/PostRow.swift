internal import Compression
internal import Discussion
internal import GRDB
internal import SourceBytes

/// Rows of `posts` and `texts` as values.
enum PostRow {
  /// The columns of `posts` that ``value(_:)`` reads; a query names them first.
  static let columns = """
    posts.name, posts.kind, posts.status, posts.messageID, posts.authorName, posts.authorAddress,
    posts.authorURL, posts.instant, posts.offsetMinutes, posts.datePrecision, posts.dateSource,
    posts.dateAsWritten, posts.subject, posts.language, posts.permalink, posts.ordinal,
    posts.attachments
    """
  /// How many they are, so that the next column has this number.
  static let columnCount: CInt = 17

  private static let withText = """
    SELECT \(columns), texts.frame, texts.blocks FROM posts
      LEFT JOIN texts ON texts.post = posts.id WHERE posts.id = ?
    """

  /// The post of a row with its text; nil where there is no such row.
  static func post(
    _ id: Int64, in database: Database, with codec: ZstandardCodec = ZstandardCodec()
  ) throws -> Post? {
    var statement = try RowStatement(withText, in: database)
    statement.bind(id)
    return try statement.first { row in
      var post = value(row)
      try readText(of: &post, from: row, at: columnCount, with: codec)
      return post
    }
  }

  /// The row of a post, missing or not; nil where there is none.
  static func row(of id: PostID, in database: Database) throws -> Int64? {
    var statement = try RowStatement("SELECT id FROM posts WHERE name = ?", in: database)
    statement.bind(id.text)
    return try statement.first { $0.integer(0) } ?? nil
  }

  /// The columns of `posts`, without the text.
  static func value(_ row: RowStatement.Columns) -> Post {
    var post = Post(
      id: PostID(row.text(0) ?? ""),
      kind: row.text(1).flatMap { PostKind(rawValue: $0) } ?? .message)
    post.status = row.text(2).flatMap { PostStatus(rawValue: $0) } ?? .published
    post.messageID = row.text(3).map { MessageID($0) }
    post.author = Author(name: row.text(4), address: row.text(5), url: row.text(6))
    if let instant = row.integer(7) {
      post.date = PostDate(
        stated: StatedDate(
          instant: instant, offsetMinutes: row.integer(8).map { Int($0) },
          precision: row.text(9).flatMap { StatedDate.Precision(rawValue: $0) } ?? .second),
        source: row.text(10).flatMap { PostDate.Source(rawValue: $0) } ?? .date,
        asWritten: row.text(11) ?? "")
    }
    post.subject = row.text(12)
    post.language = row.text(13)
    post.permalink = row.text(14)
    post.ordinal = row.integer(15).map { Int($0) }
    post.attachments = AttachmentCoding.decode(row.text(16))
    return post
  }

  /// Reads `texts.frame` and `texts.blocks` into the post; leaves it without text where they are null.
  ///
  /// - Parameter column: That of the frame, before the blocks.
  static func readText(
    of post: inout Post, from row: RowStatement.Columns, at column: CInt, with codec: ZstandardCodec
  ) throws {
    guard !row.isNull(column), let blocks = row.bytes(column + 1) else { return }
    post.text = String(
      decoding: try row.withBytes(column) { try codec.decompress($0) }, as: UTF8.self)
    post.blocks = BlockCoding.decode(blocks)
  }
}
