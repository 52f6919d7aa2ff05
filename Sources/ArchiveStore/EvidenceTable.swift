internal import Compression
internal import Discussion
internal import Foundation
internal import GRDB
internal import SourceBytes
internal import Threading

/// The links that evidence drew, part by part, so that texts are read again only where something changed.
///
/// A part is known by a digest of all that its links are drawn from. So they are the same as if they were drawn anew.
struct EvidenceTable {
  private let database: Database
  private let codec = ZstandardCodec()
  /// The rows of parts that are still there.
  private var used: Set<Int64> = []

  init(_ database: Database) {
    self.database = database
  }

  /// The digest of a part.
  static func digest(of part: EvidencePart, _ kept: ThreadedPosts) -> ContentDigest {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(part.members.count * 26 + 16)
    CompactBytes.append(EvidenceThreading.revision, to: &bytes)
    CompactBytes.append(bits: part.leastConfidence.bitPattern, to: &bytes)
    for member in part.members {
      let post = kept[member.post]
      CompactBytes.append(bits: post.digest, to: &bytes)
      bytes.append(
        (member.isChild ? 1 : 0) | (member.isScored ? 2 : 0) | (member.isUnmarked ? 4 : 0))
      CompactBytes.append(member.article?.text, to: &bytes)
      post.packedStated.append(to: &bytes)
    }
    return ContentDigest(of: bytes.span)
  }

  /// The row of a part that was linked before.
  mutating func row(of digest: ContentDigest) throws -> Int64? {
    var query = try RowStatement("SELECT id FROM evidenceParts WHERE digest = ?", in: database)
    query.bind(digest.bytes)
    guard let row = try query.first({ $0.integer(0) }) ?? nil else { return nil }
    used.insert(row)
    return row
  }

  /// The links of a part; nil where they are damaged.
  func links(ofRow row: Int64) throws -> [ReplyLink]? {
    var query = try RowStatement("SELECT links FROM evidenceParts WHERE id = ?", in: database)
    query.bind(row)
    guard let frame = try query.first({ $0.bytes(0) }) ?? nil,
      let bytes = try? codec.decompress(frame.span)
    else { return nil }
    return LinkCoding.decode(bytes)
  }

  /// Keeps the links of a part that was not known.
  ///
  /// - Returns: Its row.
  mutating func keep(_ links: [ReplyLink], of digest: ContentDigest) throws -> Int64 {
    var insert = try RowStatement(
      "INSERT INTO evidenceParts(digest, links) VALUES(?, ?)", in: database)
    insert.bind(digest.bytes)
    insert.bind(codec.compress(LinkCoding.encode(links).span))
    try insert.run()
    let row = database.lastInsertedRowID
    used.insert(row)
    return row
  }

  /// Drops what no part asked for or kept.
  ///
  /// - Returns: The links that were kept there, those that are damaged aside.
  func dropOthers() throws -> [ReplyLink] {
    var dropped: [ReplyLink] = []
    for row in try Int64.fetchAll(database, sql: "SELECT id FROM evidenceParts ORDER BY id")
    where !used.contains(row) {
      dropped += try links(ofRow: row) ?? []
      try database.run(sql: "DELETE FROM evidenceParts WHERE id = ?", arguments: [row])
    }
    return dropped
  }
}
