internal import GRDB
internal import Threading

/// The numbers that put all threads in order (``ThreadRanks``), which are kept with their roots.
struct ReadingOrder {
  /// The number of each root of the forest, by its index.
  let bases: [Int: Int64]
  /// The threads of other posts that had to make room.
  private let moved: [(root: Int64, by: Int64)]
  /// How far away threads are put while others take their numbers.
  private static let away: Int64 = 1 << 61

  /// Gives the threads of some posts their numbers.
  ///
  /// - Parameters:
  ///   - rows: The row of each placement.
  ///   - posts: The rows of all posts whose threads may be other than before.
  ///   - kept: Of each root its number and how many posts its thread has; brought up to date.
  /// - Complexity: O(n log n) in the threads of the archive, without a look at any table.
  init(
    of forest: ThreadForest, rows: [Int64], among posts: RowSet, _ kept: inout ThreadedPosts
  ) {
    var before: [Int64: Int64] = [:]
    for row in posts.rows where kept[row].threadCount > 0 {
      before[row] = kept[row].rank
      kept[row].threadCount = 0
      kept[row].rank = 0
    }
    var counts: [Int: Int] = [:]
    for placement in forest.placements { counts[placement.root, default: 0] += 1 }
    for (root, count) in counts {
      kept[rows[root]].threadCount = UInt32(truncatingIfNeeded: count)
    }
    let roots = kept.rows.filter { kept[$0].threadCount > 0 }
      .sorted { kept[$0].precedes(kept[$1]) }
    let numbers = ThreadRanks.bases(
      keeping: roots.map { posts.contains($0) ? before[$0] : kept[$0].rank },
      sizes: roots.map { Int(kept[$0].threadCount) })
    var moved: [(root: Int64, by: Int64)] = []
    for (root, number) in zip(roots, numbers) where number != kept[root].rank {
      if !posts.contains(root) { moved.append((root, number - kept[root].rank)) }
      kept[root].rank = number
    }
    self.moved = moved
    let known = kept
    bases = Dictionary(uniqueKeysWithValues: counts.keys.map { ($0, known[rows[$0]].rank) })
  }

  /// Takes the threads that must move out of the way, since the number that one gets may still be that of another.
  func makeRoom(in database: Database) throws {
    for thread in moved { try shift(thread.root, by: ReadingOrder.away, in: database) }
  }

  /// Puts them where they stand now.
  func settle(in database: Database) throws {
    for thread in moved {
      try shift(thread.root, by: thread.by - ReadingOrder.away, in: database)
    }
  }

  private func shift(_ root: Int64, by distance: Int64, in database: Database) throws {
    // One by one: SQLite checks each number while others of the thread still stand.
    for rank in try Int64.fetchAll(
      database.cachedStatement(
        sql: "SELECT rank FROM placements WHERE thread = ? ORDER BY rank"), arguments: [root])
    {
      try database.run(
        sql: "UPDATE placements SET rank = ? WHERE rank = ?", arguments: [rank + distance, rank])
    }
  }
}
