internal import Compression
internal import Discussion
internal import Foundation
internal import GRDB
internal import Threading

/// Samples of the words of each post, and the web addresses in them; what finds posts that belong together.
enum SketchTable {
  /// Reads the texts of posts that are new or got another text.
  ///
  /// - Parameter changed: The posts among which those are.
  /// - Complexity: Linear in those texts.
  static func update(_ changed: ChangedRows, in database: Database) throws {
    let codec = ZstandardCodec()
    let stale = """
      SELECT posts.id FROM posts LEFT JOIN sketches ON sketches.post = posts.id
      WHERE posts.kind <> 'missing' AND (sketches.post IS NULL
        OR sketches.copy IS NOT posts.bestCopy OR sketches.textDigest IS NOT posts.textDigest)
      """
    let rows: [Int64] =
      switch changed {
      case .all: try Int64.fetchAll(database, sql: stale + " ORDER BY posts.id")
      case .some(let rows):
        try rows.filter { row in
          var query = try RowStatement(stale + " AND posts.id = ?", in: database)
          query.bind(row)
          return try query.hasRow()
        }
      }
    let insert = try database.makeStatement(
      sql: """
        INSERT OR REPLACE INTO sketches(post, copy, textDigest, byteCount, samples, links)
        SELECT posts.id, posts.bestCopy, posts.textDigest, length(texts.frame), ?, ?
        FROM posts JOIN texts ON texts.post = posts.id WHERE posts.id = ?
        """)
    for row in rows {
      guard let post = try PostRow.post(row, in: database, with: codec), let text = post.text
      else { continue }
      let samples = TextSketch(text, blocks: post.blocks).samples
      let links = LinksInText.links(in: PostWords(of: text, blocks: post.blocks).own, of: post)
      try insert.execute(
        arguments: [encode(samples), links.isEmpty ? nil : links.joined(separator: "\n"), row])
    }
  }

  /// Writes what was found in a post that is new.
  static func insert(
    _ contribution: Contribution, row: Int64, copy: Int64, textDigest: Int64, in database: Database
  ) throws {
    var columns = try RowStatement(
      """
      INSERT INTO sketches(post, copy, textDigest, byteCount, samples, links)
      VALUES(?, ?, ?, ?, ?, ?)
      """, in: database)
    columns.bind(row)
    columns.bind(copy)
    columns.bind(textDigest)
    columns.bind(contribution.textFrame.count)
    columns.bind(bytes(of: contribution.samples))
    columns.bind(contribution.links.isEmpty ? nil : contribution.links.joined(separator: "\n"))
    try columns.run()
  }

  /// Gives every sample with the row of the post that holds it, post by post.
  static func forEachSample(in database: Database, _ body: (Int64, UInt64) -> Void) throws {
    let query = try RowStatement("SELECT post, samples FROM sketches ORDER BY post", in: database)
    try query.forEach { row in
      let post = row.integer(0) ?? 0
      row.withBytes(1) { bytes in
        for start in stride(from: 0, through: bytes.count - 8, by: 8) {
          body(post, CompactBytes.bits(in: bytes, at: start))
        }
      }
    }
  }

  private static func encode(_ samples: [UInt64]) -> Data { Data(bytes(of: samples)) }

  private static func bytes(of samples: [UInt64]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(samples.count * 8)
    for sample in samples {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: sample >> shift))
      }
    }
    return bytes
  }
}
