internal import Discussion
internal import GRDB
internal import SourceBytes

/// The text of a post as the archive keeps it: compressed, with its blocks.
struct TextRow {
  static let insert = "INSERT INTO texts(post, frame, blocks) VALUES(?1, ?2, ?3)"
  static let update = "UPDATE texts SET frame = ?2, blocks = ?3 WHERE post = ?1"

  let frame: [UInt8]
  let blocks: [UInt8]

  init(frame: [UInt8], blocks: [UInt8]) {
    self.frame = frame
    self.blocks = blocks
  }

  init(_ contribution: Contribution) {
    self.init(frame: contribution.textFrame, blocks: BlockCoding.encode(contribution.post.blocks))
  }

  /// Stands for both: 64 bits of a digest.
  var digest: Int64 {
    var hasher = ContentHasher()
    hasher.update(frame.span)
    hasher.update(blocks.span)
    return Int64(
      bitPattern: hasher.finish().bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
  }

  /// Writes it by one of the statements above.
  func write(_ statement: String, post: Int64, in database: Database) throws {
    var columns = try RowStatement(statement, in: database)
    columns.bind(post)
    columns.bind(frame)
    columns.bind(blocks)
    try columns.run()
  }

  /// Notes the digests of texts that were written before there were any.
  static func completeDigests(in database: Database) throws {
    let rows = try Int64.fetchAll(
      database,
      sql: """
        SELECT id FROM posts INDEXED BY postsWithoutTextDigest
        WHERE textDigest IS NULL AND kind <> 'missing'
          AND EXISTS (SELECT 1 FROM texts WHERE post = posts.id) ORDER BY id
        """)
    for row in rows {
      var text = try RowStatement("SELECT frame, blocks FROM texts WHERE post = ?", in: database)
      text.bind(row)
      let digest = try text.first { columns in
        TextRow(frame: columns.bytes(0) ?? [], blocks: columns.bytes(1) ?? []).digest
      }
      var update = try RowStatement("UPDATE posts SET textDigest = ? WHERE id = ?", in: database)
      update.bind(digest)
      update.bind(row)
      try update.run()
      // What was sampled was this text, unless another copy was shown then.
      var sketch = try RowStatement(
        """
        UPDATE sketches SET textDigest = ?1
        WHERE post = ?2 AND copy = (SELECT bestCopy FROM posts WHERE id = ?2)
        """, in: database)
      sketch.bind(digest)
      sketch.bind(row)
      try sketch.run()
    }
  }
}
