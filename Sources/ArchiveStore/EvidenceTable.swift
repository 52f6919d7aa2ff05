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
  ///
  /// - Parameter parent: The parent of a post that is linked.
  static func digest(
    of part: EvidencePart, facts: [PostFacts], parent: (Int) -> PostID?
  ) -> ContentDigest {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(part.members.count * 26 + 16)
    CompactBytes.append(EvidenceThreading.revision, to: &bytes)
    CompactBytes.append(bits: part.leastConfidence.bitPattern, to: &bytes)
    for member in part.members {
      CompactBytes.append(bits: facts[member.post].digest, to: &bytes)
      bytes.append(
        (member.isChild ? 1 : 0) | (member.isScored ? 2 : 0) | (member.isUnmarked ? 4 : 0))
      CompactBytes.append(member.article?.text, to: &bytes)
      CompactBytes.append(parent(member.post)?.text, to: &bytes)
    }
    return ContentDigest(of: bytes.span)
  }

  /// The links of a part that was linked before.
  mutating func links(of digest: ContentDigest) throws -> [ReplyLink]? {
    var query = try RowStatement(
      "SELECT id, links FROM evidenceParts WHERE digest = ?", in: database)
    query.bind(digest.bytes)
    guard let (row, frame) = try query.first({ ($0.integer(0) ?? 0, $0.bytes(1) ?? []) }),
      let bytes = try? codec.decompress(frame.span), let links = LinkCoding.decode(bytes)
    else { return nil }
    used.insert(row)
    return links
  }

  /// Keeps the links of a part that was not known.
  mutating func keep(_ links: [ReplyLink], of digest: ContentDigest) throws {
    // A row that was there and is damaged makes room.
    var insert = try RowStatement(
      "INSERT OR REPLACE INTO evidenceParts(digest, links) VALUES(?, ?)", in: database)
    insert.bind(digest.bytes)
    insert.bind(codec.compress(LinkCoding.encode(links).span))
    try insert.run()
    used.insert(database.lastInsertedRowID)
  }

  /// Drops what no part asked for or kept.
  func dropOthers() throws {
    for row in try Int64.fetchAll(database, sql: "SELECT id FROM evidenceParts ORDER BY id")
    where !used.contains(row) {
      try database.run(sql: "DELETE FROM evidenceParts WHERE id = ?", arguments: [row])
    }
  }
}
