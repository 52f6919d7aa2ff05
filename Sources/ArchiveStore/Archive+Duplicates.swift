public import ArchiveQuery
public import Discussion
internal import GRDB
public import Identity

/// A post of which several copies were found.
public struct JoinedPost: Sendable, Hashable {
  /// One copy.
  public struct Copy: Sendable, Hashable {
    /// Where it was found.
    public var place: ArchivedPost.Copy
    /// Why it is held to be a copy of the post.
    public var join: Join
    /// The id that it would have by itself.
    public var alone: PostID
    /// How many of its letters seem to be lost.
    public var lostCount: Int
    /// Whether its text is shown.
    public var isShown: Bool
  }

  /// The post, without its text.
  public var post: Post
  /// Its copies, best first.
  public var copies: [Copy]
}

extension Archive {
  /// Hands out the posts that have several copies, by date.
  ///
  /// - Parameters:
  ///   - query: Only posts that match.
  ///   - rules: Only posts of which a copy was joined by one of these; nil for any.
  public func duplicates(
    matching query: QueryExpression, today: CivilDay, rules: Set<JoinRule>? = nil
  ) throws -> [JoinedPost] {
    let wanted = query == .all ? nil : try ids(matching: query, today: today)
    return try database.reading { database in
      let statement = try RowStatement(
        """
        SELECT \(PostRow.columns), id, bestCopy, identity FROM posts
        WHERE kind <> 'missing' AND id IN (
          SELECT post FROM copies GROUP BY post HAVING count(*) > 1)
        ORDER BY instant IS NULL, instant, name
        """, in: database)
      var joined: [JoinedPost] = []
      try statement.forEach { row in
        let post = PostRow.value(row)
        if let wanted, !wanted.contains(post.id) { return }
        let copies = try joinedCopies(
          of: row.integer(PostRow.columnCount) ?? 0,
          shown: row.integer(PostRow.columnCount + 1),
          identity: row.text(PostRow.columnCount + 2) ?? "", in: database)
        if let rules, !copies.contains(where: { rules.contains($0.join.rule) }) { return }
        joined.append(JoinedPost(post: post, copies: copies))
      }
      return joined
    }
  }

  private func joinedCopies(
    of post: Int64, shown: Int64?, identity: String, in database: Database
  ) throws -> [JoinedPost.Copy] {
    let places = try CopyFacts(of: post, in: database).shown
    let rows = try Row.fetchAll(
      try database.cachedStatement(
        sql: """
          SELECT copies.id, copies.replacementCount, wordings.rule, wordings.likeness,
            wordings.identity, posts.name, wordings.id IS NULL AS isAlone
          FROM copies JOIN originals ON originals.id = copies.original
            JOIN members ON members.id = copies.member JOIN sources ON sources.id = members.source
            JOIN posts ON posts.id = copies.post
            LEFT JOIN wordings ON wordings.id = copies.wording
          WHERE copies.post = ? ORDER BY \(PostWriter.bestFirst)
          """), arguments: [post])
    return zip(places, rows).map { place, row in
      let rule = (row["rule"] as String?).flatMap { JoinRule(rawValue: $0) } ?? .sameWords
      return JoinedPost.Copy(
        place: place, join: Join(rule, likeness: row["likeness"] ?? 1),
        alone: PostID((row["identity"] as String?) ?? identity),
        lostCount: row["replacementCount"], isShown: row["id"] as Int64 == shown)
    }
  }

  /// The ids by which the wordings of a post are told apart, the first first; one for a post whose copies all agree.
  ///
  /// The first is the id of the post; another wording has the id that it would have by itself, or, where it claims the
  /// same identity, one that includes its words.
  public func wordings(of post: PostID) throws -> [PostID] {
    try database.reading { database in
      guard
        let row = try Int64.fetchOne(
          database, sql: "SELECT id FROM posts WHERE name = ?", arguments: [post.text])
      else { return [] }
      let kept = try WordingTable.wordings(of: row, in: database)
        .sorted { $0.value.precedes($1.value) }
      var claimed: Set<PostID> = []
      return kept.enumerated().map { index, wording in
        let name = wording.value.name
        let isFirst = claimed.insert(name.identity).inserted
        return index == 0 ? post : isFirst ? name.identity : name.imposterID
      }
    }
  }
}
