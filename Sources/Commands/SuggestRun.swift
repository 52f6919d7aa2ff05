internal import ArchiveStore
internal import Arguments
internal import Discussion

/// Reads posts for what their sentences do and how they stand towards what they answer.
///
/// Posts that were read before and did not change are passed over, so that it is quick to run after each import.
struct SuggestRun {
  /// What a run did.
  struct Outcome {
    /// How many posts were read.
    var postCount = 0
    /// How many marks were made, by role or stance.
    var counts: [String: Int] = [:]
    /// How many of them are shown without being asked for.
    var confidentCount = 0
  }

  /// How many posts are read before their marks are written: memory for theirs alone is taken.
  private static let batchSize = 10_000

  var archive: Archive
  /// Whether every post is read again.
  var again = false
  /// Whether a line on a terminal tells how far the work is.
  var showsProgress = false

  func run() throws -> Outcome {
    let unread = try archive.unreadPosts(
      by: ArgumentReader.origin, version: ArgumentReader.version, again: again)
    var outcome = Outcome()
    var progress = ProgressBar(total: unread.count, isShown: showsProgress)
    var start = 0
    while start < unread.count {
      let batch = Array(unread[start..<min(unread.count, start + SuggestRun.batchSize)])
      let marks = try read(batch, progress: &progress)
      try archive.updateSuggestions(of: ArgumentReader.origin, posts: batch, with: marks)
      outcome.postCount += batch.count
      for mark in marks {
        outcome.counts[mark.role ?? mark.stance ?? "", default: 0] += 1
        if mark.isConfident { outcome.confidentCount += 1 }
      }
      start += batch.count
    }
    progress.clear()
    return outcome
  }

  private func read(_ batch: [UnreadPost], progress: inout ProgressBar) throws -> [Annotation] {
    let reader = ArgumentReader()
    let wanted = Set(batch.map(\.id))
    var marks: [Annotation] = []
    // Own words of the thread at hand, since a parent stands before those that answer it.
    var words: [PostID: String] = [:]
    var thread: PostID?
    var count = 0
    try archive.forEachPost(
      in: wanted.union(batch.compactMap(\.parent)), detail: [.text]
    ) { archived, _ in
      let post = archived.post
      if archived.thread != thread {
        thread = archived.thread
        words = [:]
      }
      guard let text = post.text else { return }
      words[post.id] = PostParts.ownText(of: text, blocks: post.blocks)
      guard wanted.contains(post.id) else { return }
      marks += reader.marks(in: post, parent: archived.parent.flatMap { words[$0] })
      count += 1
      if count % 64 == 0 { progress.show(within: count, posts: 64) }
    }
    progress.end(byteCount: batch.count)
    return marks
  }
}
