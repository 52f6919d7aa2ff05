internal import Foundation
internal import GRDB

/// The root of each post's thread in one piece, by which the threads of very many posts are counted.
struct ThreadMap {
  /// By row of the post, the row of the root; 0 for none.
  private var roots: [UInt32] = []

  /// A map without posts.
  init() {}

  /// The map that threading left; nil in an archive that was threaded before there was one.
  init?(_ database: Database) throws {
    guard let bytes = try Data.fetchOne(database, sql: "SELECT roots FROM threadMap") else {
      return nil
    }
    roots = unsafe bytes.withUnsafeBytes { bytes in
      (0..<bytes.count / 4).map {
        UInt32(littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self))
      }
    }
  }

  /// Notes the root of a post's thread.
  mutating func set(_ row: Int64, root: Int64) {
    guard let index = Int(exactly: row), index >= 0, let root = UInt32(exactly: root) else {
      return
    }
    if index >= roots.count {
      roots += Array(repeating: 0, count: max(index + 1 - roots.count, roots.count))
    }
    roots[index] = root
  }

  /// Writes the map in place of the one that is there.
  func write(in database: Database) throws {
    let bytes = unsafe roots.map(\.littleEndian).withUnsafeBytes { unsafe Data($0) }
    try database.execute(
      sql: "INSERT OR REPLACE INTO threadMap(id, roots) VALUES(0, ?)", arguments: [bytes])
  }

  /// How many threads posts belong to.
  ///
  /// - Complexity: O(n) in the rows of the set.
  func count(of posts: RowSet) -> Int {
    var threads = RowSet()
    for row in posts.rows where row < roots.count && roots[Int(row)] != 0 {
      threads.insert(Int64(roots[Int(row)]))
    }
    return threads.count
  }
}
