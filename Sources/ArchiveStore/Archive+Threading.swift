internal import Discussion
internal import Foundation
internal import GRDB
internal import Threading

extension Archive {
  /// What threading reads of so many posts is held while evidence is read, which needs the memory for texts.
  private static let heldInputCount = 20_000

  /// Threads the posts that changed and all that hang on them, from the references that are kept; no mail is parsed again.
  ///
  /// The outcome is a function of the posts and their copies, whatever was threaded before.
  ///
  /// - Returns: The posts that had changed.
  func rethread() throws -> ChangedRows {
    try database.write { try rethread(in: $0) }
  }

  /// The same inside the caller's transaction.
  ///
  /// - Complexity: Tables are read, and written where they differ, of the posts that changed, of those that are tied to
  ///   them, and of those whose evidence changed; of all others what is kept in memory, some ninety bytes each, is passed
  ///   over. References and trees are in memory for a batch of posts at once, with what they are tied to.
  @discardableResult
  func rethread(in database: Database) throws -> ChangedRows {
    try TextRow.completeDigests(in: database)
    var kept = try ThreadedPosts(database)
    let decisions = try ParentDecision.inForce(in: database)
    var changed =
      kept.isEmpty ? .all : try ChangedPosts.rows(share: limits.changedShare, in: database)
    let decided = try kept.noteDecisions(
      try ParentDecision.digests(of: decisions, in: database), in: database)
    if case .some(let rows) = changed { changed = .some(Set(rows).union(decided).sorted()) }
    let before = changed.posts(in: kept)
    try kept.refresh(changed, in: database)
    let forms = Set((before + changed.posts(in: kept)).map(\.form)).subtracting([0])

    // What stays brings in its component itself.
    let gone = Set(
      zip(changed.rows(in: kept), before).filter { !kept.has($0.0) }.map(\.1.component))
    let batches = changed.rows(in: kept).chunks(of: limits.batch)
    var affected = RowSet()
    /// What was read of few posts, of which all would be read anew below where evidence brings in no other.
    var whole: ThreadingInput?
    for batch in batches {
      var input = ThreadingInput(database, decisions: decisions)
      try input.add(batch, components: affected.count == 0 ? gone : [], kept)
      kept.noteStated(ThreadForest(threading: input.posts), of: input)
      // The batches that follow must find what they are tied to; evidence ties more.
      if batches.count > 1 { try kept.noteComponents(of: input, in: database) }
      affected.formUnion(input.affected)
      if batches.count == 1, affected.count <= min(limits.batch, Archive.heldInputCount) {
        whole = input
      }
    }
    var evidence = try EvidenceReading(kept, limits: limits, in: database) {
      try PeopleTable.update(changed, forms: forms, kept, in: database)
    }
    if !changed.isAll {
      for row in try evidence.changedRows() { affected.insert(row) }
    }

    var placing = try PlacementTable(database)
    var threads: Set<Int64> = []
    var lost: [Int64] = []
    for batch in affected.rows.chunks(of: limits.batch) {
      var input: ThreadingInput
      if let known = whole.take(), known.affected.count == affected.count {
        input = known
      } else {
        input = ThreadingInput(database, decisions: decisions)
        try input.add(batch, kept)
      }
      var found = try evidence.links(of: input)
      while case let parents = try input.strangers(among: found), !parents.isEmpty {
        try input.add(parents, kept)
        found = try evidence.links(of: input)
      }
      input.add(found.filter { !$0.isFork })
      let forest = ThreadForest(threading: input.posts)
      let rows = try replaceMissingPosts(of: forest, &input, &kept, in: database)
      try kept.noteComponents(of: input, in: database)
      threads.formUnion(try placing.update(to: forest, rows: rows, of: input.affected, &kept))
      lost += try ForkTable.update(
        found: found.filter(\.isFork), of: input.affected, in: database)
      affected.formUnion(input.affected)
    }
    try placing.finish()
    try kept.write(in: database)

    threads.formUnion(try ThreadTable.rootsWithoutRow(among: affected, kept, in: database))
    threads.formUnion(
      changed.isAll
        ? try allThreads(in: database)
        : try self.threads(
          of: lost + otherPosts(changed.rows(in: kept), in: database), in: database))
    // A post is in one thread, so that what is written for one leaves the others' part of the tables empty.
    let isFirst = (
      forks: try database.isEmpty("forks"), addressees: try database.isEmpty("addressees")
    )
    for root in threads.sorted() where kept[root].threadCount > 0 {
      let thread = try ThreadMembers(root: root, in: database)
      try ThreadTable.replace(thread, in: database)
      try ForkTable.replace(thread, isFirst: isFirst.forks, in: database)
      try AddresseeTable.replace(thread, isFirst: isFirst.addressees, in: database)
    }
    try PostVenueTable.update(changed, in: database)
    try AddresseeDecision.apply(in: database)
    try ChangedPosts.clear(in: database)
    return changed
  }

  /// The rows of posts of which anything changed that their threads hang on, and of those for which readers said whom
  /// they speak to, since that may have been taken back.
  private func otherPosts(_ changed: [Int64], in database: Database) throws -> [Int64] {
    var rows = try Int64.fetchAll(
      database, sql: "SELECT post FROM addressees WHERE basis = ?",
      arguments: [Addressee.Basis.manual.rawValue])
    rows += changed
    // Among them those whose person is another since.
    return rows + (try ChangedPosts.rowsMeanwhile(in: database))
  }

  /// The rows of the roots of all posts.
  private func allThreads(in database: Database) throws -> Set<Int64> {
    try Int64.fetchSet(database, sql: "SELECT DISTINCT thread FROM placements")
  }

  /// The rows of the roots of some posts.
  private func threads(of posts: [Int64], in database: Database) throws -> Set<Int64> {
    var roots: Set<Int64> = []
    for post in posts {
      var query = try RowStatement("SELECT thread FROM placements WHERE post = ?1", in: database)
      query.bind(post)
      if let root = try query.first({ $0.integer(0) ?? 0 }) { roots.insert(root) }
    }
    return roots
  }

  /// Adds the missing posts that the forest names and removes those of the input that it does not.
  ///
  /// - Returns: The row of each placement.
  private func replaceMissingPosts(
    of forest: ThreadForest, _ input: inout ThreadingInput, _ kept: inout ThreadedPosts,
    in database: Database
  ) throws -> [Int64] {
    var rows: [Int64] = []
    rows.reserveCapacity(forest.placements.count)
    var obsolete = input.missing
    let instants = forest.instants { input.indexOfID[$0].map { input.posts[$0].instant } ?? nil }
    let insert = try database.makeStatement(
      sql: "INSERT INTO posts(name, identity, kind, messageID) VALUES(?, ?, 'missing', ?)")
    let show = try database.makeStatement(
      sql: "UPDATE posts SET messageID = ?2 WHERE id = ?1 AND messageID IS NOT ?2")
    for (index, placement) in forest.placements.enumerated() {
      if let place = input.indexOfID[placement.id] {
        rows.append(input.rows[place])
        continue
      }
      let row: Int64
      if let known = obsolete.removeValue(forKey: placement.id) {
        try show.execute(arguments: [known, input.messageID(placement.id)])
        row = known
      } else {
        try insert.execute(
          arguments: [placement.id.text, placement.id.text, input.messageID(placement.id)])
        row = database.lastInsertedRowID
        input.addMissing(placement.id, row: row)
        // Of a post whose row this was nothing stays.
        kept[row] = ThreadedPost()
      }
      rows.append(row)
      kept[row].packedID = PackedID(placement.id)
      kept[row].kind = .missing
      kept[row].instant = instants[index] ?? .min
    }
    for row in obsolete.values.sorted() {
      try PostWriter.takeOut(row, in: database)
      kept[row] = ThreadedPost()
    }
    return rows
  }
}

extension ThreadForest {
  /// When each post was written; a missing one stands at the date of its first dated child.
  ///
  /// - Parameter instant: That of a post that is there.
  fileprivate func instants(_ instant: (PostID) -> Int64?) -> [Int64?] {
    var instants = placements.map { $0.isMissing ? nil : instant($0.id) }
    // Children stand after their parents.
    for index in placements.indices.reversed() {
      guard let parent = placements[index].parent, placements[parent].isMissing,
        let own = instants[index]
      else { continue }
      instants[parent] = min(instants[parent] ?? own, own)
    }
    return instants
  }
}
