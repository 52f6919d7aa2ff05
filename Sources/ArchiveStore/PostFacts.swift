internal import Discussion
internal import GRDB
internal import Threading

/// What tells, without a look at its text, whether a post is to be linked by evidence, and whether anything changed that
/// its links and its thread hang on.
struct PostFacts {
  var kind = PostKind.message
  /// The number of its venue in the order of their ids.
  var venue = 0
  /// Whether a message shows signs of answering another: a quotation, or a reply mark in its subject.
  var looksLikeReply = false
  /// Whether its subject has a reply mark.
  var hasReplyMark = false
  /// Stands for its base subject; 0 for none.
  var subjectKey: UInt64 = 0
  /// Stands for all that is shown of it and enters its links or what is said of its thread, the text included; only who
  /// its person is comes later.
  var digest: UInt64 = 0

  /// Reads those of all posts of the input, in its order.
  ///
  /// - Returns: Also the ids of the venues, in order; the first is that of posts without any.
  static func all(
    of input: ThreadingInput, in database: Database
  ) throws -> (facts: [PostFacts], venues: [String]) {
    try TextRow.completeDigests(in: database)
    let slugs = [""] + (try String.fetchAll(database, sql: "SELECT slug FROM venues ORDER BY slug"))
    let numbers = Dictionary(
      slugs.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var all = [PostFacts](repeating: PostFacts(), count: input.posts.count)
    let query = try RowStatement(
      """
      SELECT posts.id, posts.kind, coalesce(venues.slug, ''), posts.traits, posts.subject,
        authorName, authorAddress, authorURL, ordinal, permalink, textDigest, posts.instant
      FROM posts LEFT JOIN copies ON copies.id = posts.bestCopy
        LEFT JOIN venues ON venues.id = copies.venue
      """, in: database)
    try query.forEach { row in
      guard let index = input.index(ofRow: row.integer(0) ?? 0) else { return }
      var facts = PostFacts()
      facts.kind = row.text(1).flatMap { PostKind(rawValue: $0) } ?? .message
      facts.venue = numbers[row.text(2) ?? ""] ?? 0
      let hasQuote = PostTraits(rawValue: Int(row.integer(3) ?? 0)).contains(.hasQuote)
      let subject = row.text(4).map { BaseSubject($0) }
      facts.hasReplyMark = subject?.isReply ?? false
      facts.looksLikeReply = hasQuote || facts.hasReplyMark
      facts.subjectKey = subject.map { EvidenceThreading.subjectKey($0) } ?? 0
      var hash = StableHash()
      let post = input.posts[index]
      hash.add(post.id.text)
      hash.add(post.instant ?? .min)
      hash.add(Int64(post.position))
      for column: CInt in 1...11 {
        // Nothing is not the same as an empty text.
        hash.add(row.isNull(column) ? 0 : 1 as UInt8)
        row.withBytes(column) { hash.add($0) }
      }
      facts.digest = hash.value
      all[index] = facts
    }
    return (all, slugs)
  }
}
