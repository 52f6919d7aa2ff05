internal import Discussion
internal import GRDB
internal import Threading

/// Where each post stands, and why: `placements`, `reasons` and `threadMap`.
struct PlacementTable {
  private let database: Database
  private var map: ThreadMap

  init(_ database: Database) throws {
    self.database = database
    map = try ThreadMap(database) ?? ThreadMap()
  }

  /// Makes the tables say of some posts what their forest says; writes only what differs.
  ///
  /// - Parameters:
  ///   - rows: The row of each placement.
  ///   - posts: The rows of all of these, and of those that stood among them before and are there no more.
  ///   - kept: Of each post its thread's rank, which is brought up to date.
  /// - Returns: The rows of the roots whose threads have other posts than before or other links among them; a post that was
  ///   taken out leaves no trace here.
  mutating func update(
    to forest: ThreadForest, rows: [Int64], of posts: RowSet, _ kept: inout ThreadedPosts
  ) throws -> Set<Int64> {
    let order = ReadingOrder(of: forest, rows: rows, among: posts, &kept)
    let placements = NewPlacements(forest: forest, rows: rows, bases: order.bases)
    let some = posts.rows
    try order.makeRoom(in: database)
    let touched = try PlacementTable.writePlacements(placements, of: some, in: database)
    try order.settle(in: database)
    try PlacementTable.writeReasons(placements, of: some, in: database)
    for row in some { map.set(row, root: 0) }
    for (index, placement) in forest.placements.enumerated() {
      map.set(rows[index], root: rows[placement.root])
    }
    let known = kept
    return touched.filter { known[$0].threadCount > 0 }
  }

  /// Writes the map of threads.
  func finish() throws { try map.write(in: database) }

  /// Reads rows of a table with `read`: those of some posts.
  private static func forEach(
    _ sql: String, in table: String, of posts: [Int64], in database: Database,
    _ read: (RowStatement.Columns) throws -> Void
  ) throws {
    if try database.isEmpty(table) { return }
    for post in posts {
      var query = try RowStatement(sql, in: database)
      query.bind(post)
      try query.forEach(read)
    }
  }

  /// - Returns: The rows of the roots, now and before, of posts whose place changed.
  private static func writePlacements(
    _ new: NewPlacements, of posts: [Int64], in database: Database
  ) throws -> Set<Int64> {
    var touched: Set<Int64> = []
    var isKept = [Bool](repeating: false, count: new.forest.placements.count)
    var isKnown = isKept
    var obsolete: [Int64] = []
    try forEach(
      """
      SELECT rank, post, thread, parent, depth, position, confidence FROM placements WHERE post = ?
      """, in: "placements", of: posts, in: database
    ) { row in
      let rank = row.integer(0) ?? 0
      guard let index = new.index(ofRow: row.integer(1) ?? 0) else {
        obsolete.append(rank)
        touched.insert(row.integer(2) ?? 0)
        return
      }
      let now = new.row(index)
      let isSame =
        row.integer(2) == now.thread && row.integer(3) == now.parent
        && row.integer(4) == Int64(now.depth) && row.integer(5) == Int64(now.position)
        && row.number(6) == now.confidence
      if isSame, rank == now.rank {
        isKept[index] = true
      } else {
        obsolete.append(rank)
        if !isSame { touched.formUnion([row.integer(2) ?? 0, now.thread]) }
      }
      isKnown[index] = true
    }
    for rank in obsolete {
      var delete = try RowStatement("DELETE FROM placements WHERE rank = ?", in: database)
      delete.bind(rank)
      try delete.run()
    }
    for index in isKept.indices where !isKept[index] {
      let now = new.row(index)
      if !isKnown[index] { touched.insert(now.thread) }
      var columns = try RowStatement(
        """
        INSERT INTO placements(rank, post, thread, parent, depth, position, confidence)
        VALUES(?, ?, ?, ?, ?, ?, ?)
        """, in: database)
      columns.bind(now.rank)
      columns.bind(new.rows[index])
      columns.bind(now.thread)
      columns.bind(now.parent)
      columns.bind(now.depth)
      columns.bind(now.position)
      columns.bind(now.confidence)
      try columns.run()
    }
    return touched
  }

  private static func writeReasons(
    _ new: NewPlacements, of posts: [Int64], in database: Database
  ) throws {
    /// How many of the reasons of each placement are there; -1 where anything else is.
    var keptCounts = [Int](repeating: 0, count: new.forest.placements.count)
    var obsolete: Set<Int64> = []
    try forEach(
      "SELECT child, ordinal, evidence, weight, detail, start, end FROM reasons WHERE child = ?",
      in: "reasons", of: posts, in: database
    ) { row in
      let child = row.integer(0) ?? 0
      guard let index = new.index(ofRow: child) else {
        obsolete.insert(child)
        return
      }
      let reasons = new.forest.placements[index].link?.reasons ?? []
      let ordinal = Int(row.integer(1) ?? 0)
      let isSame =
        ordinal == keptCounts[index] && ordinal < reasons.count
        && row.isText(reasons[ordinal].kind.rawValue, 2)
        && row.number(3) == reasons[ordinal].weight && row.isText(reasons[ordinal].detail, 4)
        && row.integer(5) == reasons[ordinal].range.map { Int64($0.lowerBound) }
        && row.integer(6) == reasons[ordinal].range.map { Int64($0.upperBound) }
      keptCounts[index] = isSame ? ordinal + 1 : -1
      if !isSame { obsolete.insert(child) }
    }
    for index in keptCounts.indices {
      let reasons = new.forest.placements[index].link?.reasons ?? []
      if keptCounts[index] == reasons.count { continue }
      if keptCounts[index] > 0 { obsolete.insert(new.rows[index]) }
    }
    for child in obsolete.sorted() {
      var delete = try RowStatement("DELETE FROM reasons WHERE child = ?", in: database)
      delete.bind(child)
      try delete.run()
    }
    // By row, in which the table is filled from left to right.
    for index in keptCounts.indices.sorted(by: { new.rows[$0] < new.rows[$1] }) {
      let reasons = new.forest.placements[index].link?.reasons ?? []
      if keptCounts[index] == reasons.count { continue }
      for (ordinal, reason) in reasons.enumerated() {
        var columns = try RowStatement(
          """
          INSERT INTO reasons(child, ordinal, evidence, weight, detail, start, end)
          VALUES(?, ?, ?, ?, ?, ?, ?)
          """, in: database)
        columns.bind(new.rows[index])
        columns.bind(ordinal)
        columns.bind(reason.kind.rawValue)
        columns.bind(reason.weight)
        columns.bind(reason.detail)
        columns.bind(reason.range?.lowerBound)
        columns.bind(reason.range?.upperBound)
        try columns.run()
      }
    }
  }
}

/// A forest as rows of `placements`.
private struct NewPlacements {
  let forest: ThreadForest
  /// The row of each placement.
  let rows: [Int64]
  private let bases: [Int: Int64]
  private var indexOfRow = RowPlaces()

  /// - Parameter bases: The rank of the root of each thread, by its index.
  init(forest: ThreadForest, rows: [Int64], bases: [Int: Int64]) {
    self.forest = forest
    self.rows = rows
    self.bases = bases
    for (index, row) in rows.enumerated() { indexOfRow[row] = index }
  }

  func index(ofRow row: Int64) -> Int? { indexOfRow[row] }

  func row(_ index: Int) -> (
    rank: Int64, thread: Int64, parent: Int64?, depth: Int, position: Int, confidence: Double?
  ) {
    let placement = forest.placements[index]
    let position = index - placement.root
    return (
      bases[placement.root, default: 0] + Int64(position), rows[placement.root],
      placement.parent.map { rows[$0] }, placement.depth, position, placement.link?.confidence
    )
  }
}
