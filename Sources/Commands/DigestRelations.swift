internal import ArchiveStore
internal import Digests
internal import Discussion

/// What belongs to the threads of a digest and stands elsewhere.
struct DigestRelations {
  /// For the root of each thread its relations, the surest first.
  private(set) var byRoot: [PostID: [DigestRelation]] = [:]
  /// The threads of the related posts that the digest does not have yet, in the order in which they are named.
  private(set) var threads: [PostID] = []

  /// How many relations a thread names; a list where everything is cross-posted has no end of them.
  private static let limit = 8

  /// - Parameters:
  ///   - change: What happens to posts on their way out.
  ///   - quotesWords: Whether shared words may be shown.
  ///   - linkOf: The public link of a post.
  init(
    _ threads: [[ArchivedPost]], in archive: Archive, quotesWords: Bool,
    change: (ArchivedPost) -> ArchivedPost, linkOf: (Post) -> String?
  ) throws {
    var known = Set(threads.compactMap(\.first?.thread))
    for thread in threads {
      guard let root = thread.first?.post.id else { continue }
      let own = Set(thread.map(\.post.id))
      var named: Set<PostID> = []
      for relation in try archive.relations(of: thread.map(\.post.id)) {
        let other = own.contains(relation.post) ? relation.origin : relation.post
        guard named.count < DigestRelations.limit, relation.certainty != .guess,
          named.insert(other).inserted, let found = try archive.post(other, detail: [])
        else { continue }
        if known.insert(found.thread).inserted { self.threads.append(found.thread) }
        let shown = change(found)
        let subject = ShownSubject(shown.post.subject, venues: shown.venues).text
        let parts = [
          shown.post.author.shown, DateWords.day(shown.post.date?.stated), subject,
          shown.venues.first?.name ?? "",
        ]
        byRoot[root, default: []].append(
          DigestRelation(
            post: other, text: parts.filter { !$0.isEmpty }.joined(separator: ", "),
            reason: RelationWords.sentence(
              relation, of: own, quotesWords: quotesWords),
            link: linkOf(found.post)))
      }
    }
  }
}
