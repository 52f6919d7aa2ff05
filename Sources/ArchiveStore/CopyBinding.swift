internal import Compression
internal import Discussion
internal import Foundation
internal import GRDB
internal import Identity
internal import SourceBytes

/// Puts the copies of wordings under the posts that they were found to show.
struct CopyBinding {
  private let database: Database
  private let read: (KeptCopy) -> Contribution?
  /// Takes changes of the full-text index, which answers each change of references by writing a segment of what is new.
  private let index = IndexQueue()
  private let codec = ZstandardCodec()
  /// The rows of posts that went, with the posts that have their copies now.
  private(set) var merged: [Int64: Int64] = [:]

  init(_ database: Database, read: @escaping (KeptCopy) -> Contribution?) {
    self.database = database
    self.read = read
  }

  /// Writes what waits for the full-text index.
  func finish() throws { try index.flush(in: database) }

  /// Binds the wordings of one cluster.
  ///
  /// - Parameters:
  ///   - wordings: All wordings of their posts.
  ///   - groups: Which of them are one post; together they name each wording once.
  mutating func bind(_ wordings: [KeptWording], to groups: [WordingGroups.Group]) throws {
    var wordings = wordings
    let counts = wordings.reduce(into: [:]) { $0[$1.post, default: 0] += 1 }
    let isChanged = try groups.contains { try !isBound(wordings, counts: counts, to: $0) }
    if isChanged { try move(&wordings, to: groups) }
    for group in groups where group.members.count > 1 {
      for (member, join) in zip(group.members, group.joins) {
        guard let row = wordings[member].row else { continue }
        try WordingTable.update(row, from: wordings[member].value.post, join: join, in: database)
      }
    }
    for group in groups where isChanged || group.members.count > 1 {
      try refresh(group.members.map { wordings[$0] })
    }
    if isChanged { try name(wordings, groups: groups) }
  }

  /// Whether a group is a post already, known by its first wording.
  ///
  /// - Parameter counts: How many wordings each post has.
  private func isBound(
    _ wordings: [KeptWording], counts: [Int64: Int], to group: WordingGroups.Group
  ) throws -> Bool {
    let first = wordings[group.members[0]]
    let isWhole =
      counts[first.post] == group.members.count
      && group.members.allSatisfy { wordings[$0].post == first.post }
    guard isWhole, (group.members.count > 1) == (first.row != nil) else { return false }
    let row = try Row.fetchOne(
      database.cachedStatement(sql: "SELECT identity, wordsDigest FROM posts WHERE id = ?"),
      arguments: [first.post])
    return row?[0] == first.value.name.identity.text
      && row?[1] == Data(first.value.name.digest.bytes)
  }

  /// Gives each group a row of `posts`, and its copies to that row.
  private mutating func move(_ wordings: inout [KeptWording], to groups: [WordingGroups.Group])
    throws
  {
    let inJoined = Set(groups.filter { $0.members.count > 1 }.flatMap(\.members))
    for index in wordings.indices {
      // A wording that shares its post, now or before, has a row, by which its copies are told.
      if inJoined.contains(index) { try WordingTable.keep(&wordings[index], in: database) }
    }
    var free = Set(wordings.map(\.post))
    var rows: [Int64] = []
    for group in groups {
      if let row = group.members.map({ wordings[$0].post }).first(where: { free.contains($0) }) {
        free.remove(row)
        rows.append(row)
      } else {
        let first = wordings[group.members[0]].value
        try database.run(
          sql: "INSERT INTO posts(name, identity, kind) VALUES('+' || ?, ?, ?)",
          arguments: [
            first.name.imposterID.text, first.name.identity.text, first.post.kind.rawValue,
          ])
        rows.append(database.lastInsertedRowID)
      }
    }
    for (group, row) in zip(groups, rows) {
      for member in group.members where wordings[member].post != row || wordings[member].row != nil
      {
        guard let wording = wordings[member].row else { continue }
        try database.run(
          sql: "UPDATE copies SET post = ? WHERE wording = ?", arguments: [row, wording])
        try database.run(
          sql: "UPDATE wordings SET post = ? WHERE id = ?", arguments: [row, wording])
      }
      for member in group.members {
        if free.contains(wordings[member].post) { merged[wordings[member].post] = row }
        wordings[member].post = row
      }
      if group.members.count == 1, let wording = wordings[group.members[0]].row {
        try WordingTable.release(wording, in: database)
        wordings[group.members[0]].row = nil
      }
      let first = wordings[group.members[0]].value
      try database.run(
        sql: "UPDATE posts SET identity = ?, wordsDigest = ? WHERE id = ?",
        arguments: [first.name.identity.text, Data(first.name.digest.bytes), row])
    }
    for row in free.sorted() {
      try index.remove(row, old: PostRow.post(row, in: database, with: codec), in: database)
      try PostWriter.takeOut(row, in: database)
    }
  }

  /// Gives a post the text of its best copy, and what that copy does not tell from the other wordings.
  ///
  /// - Parameter wordings: Those of the post, the first before the others.
  private func refresh(_ wordings: [KeptWording]) throws {
    let row = wordings[0].post
    if let best = try PostWriter.bestCopy(where: "copies.post = ?", row, in: database),
      var contribution = read(best.kept)
    {
      contribution.post.messageID = wordings[0].value.post.messageID ?? contribution.post.messageID
      for wording in wordings { contribution.post.fill(from: wording.value.post) }
      let hasText = "SELECT 1 FROM texts WHERE post = ?"
      let isIndexed =
        try Row.fetchOne(database.cachedStatement(sql: hasText), arguments: [row]) != nil
      let old = isIndexed ? try PostRow.post(row, in: database, with: codec) : nil
      try PostWriter.writeRow(row, from: contribution, copy: best.id, in: database)
      try index.replace(row, old: old, with: contribution, in: database)
    }
    try database.run(
      sql: "UPDATE posts SET wordsDigest = ? WHERE id = ?",
      arguments: [Data(wordings[0].value.name.digest.bytes), row])
  }

  /// Names the posts by their first wordings, and lets the ids that the others would have lead to them.
  private func name(_ wordings: [KeptWording], groups: [WordingGroups.Group]) throws {
    let identities = Set(wordings.map(\.value.name.identity.text))
    let names = identities.union(wordings.map(\.value.name.imposterID.text))
    for name in names.sorted() {
      try database.run(sql: "DELETE FROM aliases WHERE name = ?", arguments: [name])
    }
    // A row may hold the name that another one gets.
    for row in Set(wordings.map(\.post)).sorted() {
      try database.run(
        sql: "UPDATE posts SET name = '!' || id WHERE id = ?", arguments: [row])
    }
    for identity in identities.sorted() {
      try PostWriter.renumber(identity: identity, in: database)
    }
    for group in groups where group.members.count > 1 {
      let post = try String.fetchOne(
        database.cachedStatement(sql: "SELECT name FROM posts WHERE id = ?"),
        arguments: [wordings[group.members[0]].post])
      guard let post else { continue }
      for member in group.members {
        let name = wordings[member].value.name
        for alias in [name.identity.text, name.imposterID.text] where alias != post {
          try database.run(
            sql: """
              INSERT OR IGNORE INTO aliases(name, post) SELECT ?1, ?2
              WHERE NOT EXISTS (SELECT 1 FROM posts WHERE name = ?1 AND kind <> 'missing')
              """, arguments: [alias, post])
        }
      }
    }
  }

  /// What the best copy of a wording shows, read anew.
  static func contribution(
    ofWording row: Int64, in database: Database, read: (KeptCopy) -> Contribution?
  ) throws -> Contribution? {
    guard
      let copy = try PostWriter.bestCopy(
        where: "copies.wording = ?", row, in: database)
    else { return nil }
    return read(copy.kept)
  }
}

extension Post {
  /// Takes over what another copy of the post tells and this one does not.
  fileprivate mutating func fill(from other: Post) {
    messageID = messageID ?? other.messageID
    author.address = author.address ?? other.author.address
    // A page prints the address where there is no name.
    author.name =
      author.name ?? other.author.name.flatMap { $0 == author.address ? nil : $0 }
    author.url = author.url ?? other.author.url
    date = date ?? other.date
    subject = subject ?? other.subject
    permalink = permalink ?? other.permalink
    ordinal = ordinal ?? other.ordinal
  }
}
