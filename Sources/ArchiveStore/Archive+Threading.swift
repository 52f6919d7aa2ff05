internal import Discussion
internal import Foundation
internal import GRDB
internal import Threading

extension Archive {
  /// Threads all posts from the references that are kept; no mail is parsed again.
  ///
  /// The outcome is a function of the posts and their copies, whatever was threaded before.
  func rethread() throws {
    try database.write { try rethread(in: $0) }
  }

  /// The same inside the caller's transaction.
  ///
  /// - Complexity: One pass over the tables of posts, copies and placements; texts are read only where something changed
  ///   that evidence hangs on, and only rows that differ are written.
  func rethread(in database: Database) throws {
    var input = try ThreadingInput(database)
    let (facts, venues) = try PostFacts.all(of: input, in: database)
    var forest = ThreadForest(threading: input.posts)
    let found = try EvidenceReading(
      database: database, input: input, facts: facts, venues: venues, limits: limits
    ).links(beyond: forest) { try PeopleTable.update(in: database) }
    let answers = found.filter { !$0.isFork }
    if !answers.isEmpty {
      input.add(answers)
      forest = ThreadForest(threading: input.posts)
    }
    let rows = try replaceMissingPosts(of: forest, input: input, in: database)
    var (roots, changed) = try PlacementTable.update(to: forest, rows: rows, in: database)
    changed.formUnion(try ThreadTable.rootsWithoutRow(of: roots, in: database))
    let lost = try ForkTable.update(found: found.filter(\.isFork), in: database)
    let other = try otherPosts(input, facts: facts, in: database)
    changed.formUnion(try threads(of: lost + other, in: database))
    for root in changed.sorted() {
      let thread = try ThreadMembers(root: root, in: database)
      try ThreadTable.replace(thread, in: database)
      try ForkTable.replace(thread, in: database)
      try AddresseeTable.replace(thread, in: database)
    }
    try PostVenueTable.update(in: database)
    try AddresseeDecision.apply(in: database)
  }

  /// The rows of posts of which anything changed that their threads hang on, and of those for which readers said whom
  /// they speak to, since that may have been taken back.
  private func otherPosts(
    _ input: ThreadingInput, facts: [PostFacts], in database: Database
  ) throws -> [Int64] {
    var known = try ThreadedFacts(database)
    var other = try Int64.fetchAll(
      database, sql: "SELECT post FROM addressees WHERE basis = ?",
      arguments: [Addressee.Basis.manual.rawValue])
    let persons = try RowStatement("SELECT id, person FROM posts", in: database)
    try persons.forEach { row in
      guard let number = row.integer(0) else { return }
      var hash = StableHash()
      // Nothing stands for a post that is missing, so that it changes when it comes.
      if let index = input.index(ofRow: number) {
        hash.add(Int64(bitPattern: facts[index].digest))
        row.withBytes(1) { hash.add($0) }
      }
      if known.set(hash.value, ofRow: number) { other.append(number) }
    }
    try known.write()
    return other
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

  /// Adds the missing posts that the forest names and removes those that it does not.
  ///
  /// - Returns: The row of each placement.
  private func replaceMissingPosts(
    of forest: ThreadForest, input: ThreadingInput, in database: Database
  ) throws -> [Int64] {
    var rows: [Int64] = []
    rows.reserveCapacity(forest.placements.count)
    var obsolete = input.missing
    let insert = try database.makeStatement(
      sql: "INSERT INTO posts(name, identity, kind, messageID) VALUES(?, ?, 'missing', ?)")
    let show = try database.makeStatement(
      sql: "UPDATE posts SET messageID = ?2 WHERE id = ?1 AND messageID IS NOT ?2")
    for placement in forest.placements {
      if let index = input.indexOfID[placement.id] {
        rows.append(input.rows[index])
      } else if let row = obsolete.removeValue(forKey: placement.id) {
        try show.execute(arguments: [row, input.messageID(placement.id)])
        rows.append(row)
      } else {
        try insert.execute(
          arguments: [placement.id.text, placement.id.text, input.messageID(placement.id)])
        rows.append(database.lastInsertedRowID)
      }
    }
    for row in obsolete.values.sorted() { try PostWriter.takeOut(row, in: database) }
    return rows
  }
}
