internal import Compression
internal import Discussion
internal import Foundation
internal import GRDB
internal import SourceBytes

/// Rows of `posts` and `texts` as values.
enum PostRow {
  /// The post of a row with its text; nil where there is no such row.
  static func post(
    _ id: Int64, in database: Database, with codec: ZstandardCodec = ZstandardCodec()
  ) throws -> Post? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT posts.*, texts.frame, texts.blocks FROM posts
          LEFT JOIN texts ON texts.post = posts.id WHERE posts.id = ?
        """)
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
    var post = value(row)
    try readText(of: &post, from: row, with: codec)
    return post
  }

  /// The columns of `posts`, without the text.
  static func value(_ row: Row) -> Post {
    var post = Post(
      id: PostID(row["name"]), kind: PostKind(rawValue: row["kind"]) ?? .message)
    post.status = PostStatus(rawValue: row["status"]) ?? .published
    post.messageID = (row["messageID"] as String?).map { MessageID($0) }
    post.author = Author(
      name: row["authorName"], address: row["authorAddress"], url: row["authorURL"])
    if let instant = row["instant"] as Int64? {
      post.date = PostDate(
        stated: StatedDate(
          instant: instant, offsetMinutes: row["offsetMinutes"],
          precision: (row["datePrecision"] as String?).flatMap {
            StatedDate.Precision(rawValue: $0)
          } ?? .second),
        source: (row["dateSource"] as String?).flatMap { PostDate.Source(rawValue: $0) } ?? .date,
        asWritten: row["dateAsWritten"] ?? "")
    }
    post.subject = row["subject"]
    post.language = row["language"]
    post.permalink = row["permalink"]
    post.ordinal = row["ordinal"]
    post.attachments = AttachmentCoding.decode(row["attachments"])
    return post
  }

  /// Reads the columns `frame` and `blocks` of a row into the post; leaves it without text where they are null.
  static func readText(of post: inout Post, from row: Row, with codec: ZstandardCodec) throws {
    guard let frame = row["frame"] as Data?, let blocks = row["blocks"] as Data? else { return }
    post.text = String(decoding: try codec.decompress(Array(frame).span), as: UTF8.self)
    post.blocks = BlockCoding.decode(Array(blocks))
  }
}
