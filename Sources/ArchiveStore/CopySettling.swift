internal import Compression
internal import Discussion
internal import Foundation
internal import GRDB
internal import Identity
internal import SourceBytes

/// Decides which wordings are one post, after an import or a removal.
///
/// Copies that have one identity and the same words were joined when they were written. Here those are found that
/// nearly agree, by the rules of `WordingComparison`. Only what might be one with a post that changed is looked at.
struct CopySettling {
  private let database: Database
  private let read: (KeptCopy) -> Contribution?
  private var search: WordingSearch
  private var binding: CopyBinding
  private let facts: JoinFacts
  private let codec = ZstandardCodec()

  /// Prepares to settle inside a transaction.
  ///
  /// - Parameter read: Reads a copy anew from its original.
  init(_ database: Database, read: @escaping (KeptCopy) -> Contribution?) throws {
    self.database = database
    self.read = read
    binding = CopyBinding(database, read: read)
    facts = try JoinFacts(database)
    search = try WordingSearch(database, linked: facts.linked)
  }

  /// The rows of posts that went, with the posts that have their copies now.
  var merged: [Int64: Int64] { binding.merged }

  /// Settles the posts that changed, and all that might be one with them.
  ///
  /// - Parameter changed: Rows of posts; nil for all.
  mutating func settle(_ changed: Set<Int64>?) throws {
    var seen: Set<Int64> = []
    for post in try candidates(changed) where !seen.contains(post) {
      let cluster = try search.cluster(from: post)
      seen.formUnion(cluster)
      try settle(cluster: cluster)
    }
    try binding.finish()
  }

  /// The posts that changed and might have a partner, in an order that does not matter.
  private func candidates(_ changed: Set<Int64>?) throws -> [Int64] {
    let ids =
      try changed?.sorted() ?? Int64.fetchAll(database, sql: "SELECT id FROM posts ORDER BY id")
    return try ids.filter { id in
      var query = try RowStatement(
        """
        SELECT identity, instant, messageID IS NOT NULL FROM posts
        WHERE id = ? AND kind <> 'missing'
        """, in: database)
      query.bind(id)
      return try query.first { row in
        search.mayHavePartner(
          id, identity: row.text(0) ?? "", instant: row.integer(1),
          hasMessageID: row.integer(2) == 1)
      } ?? false
    }
  }

  private mutating func settle(cluster: Set<Int64>) throws {
    var kept: [KeptWording] = []
    for post in cluster.sorted() { kept += try search.wordings(of: post) }
    guard kept.count > 1 || kept.contains(where: { $0.row != nil }) else { return }
    kept.sort { $0.value.name < $1.value.name }
    for index in kept.indices { kept[index].value = try withText(kept[index]) }
    let wordings = kept.map(\.value)
    let manual = facts.pairs(among: wordings)
    var joins = manual.joined.map {
      (left: $0.left, right: $0.right, join: Join(.manual, likeness: 1))
    }
    var comparison = WordingComparison(wordings)
    WordingPairs(wordings).forEach { left, right in
      guard search.mayCompare(kept[left], kept[right]),
        let join = comparison.join(left, right)
      else { return }
      joins.append((left, right, join))
    }
    let groups = WordingGroups(wordings, joins: joins, apart: manual.parted).groups
    try binding.bind(kept, to: groups)
  }

  /// A wording with the text that its best copy shows.
  private func withText(_ kept: KeptWording) throws -> Wording {
    var post: Post?
    if let row = kept.row {
      post = try CopyBinding.contribution(ofWording: row, in: database, read: read)?.post
    } else {
      post = try PostRow.post(kept.post, in: database, with: codec)
    }
    guard var post else { return kept.value }
    // A page alone does not always tell what its index told.
    post.messageID = post.messageID ?? kept.value.post.messageID
    post.permalink = post.permalink ?? kept.value.post.permalink
    return Wording(name: kept.value.name, post: post, pages: kept.value.pages)
  }
}
