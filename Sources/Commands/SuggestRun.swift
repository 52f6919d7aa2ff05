internal import ArchiveStore
internal import Arguments
internal import Discussion
private import Foundation
private import Synchronization

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

  /// How many posts are read at once by several threads.
  private static let stretch = 256

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
    let wanted = Set(batch.map(\.id))
    var marks: [Annotation] = []
    var waiting: [(post: Post, parent: String?)] = []
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
      waiting.append((post, archived.parent.flatMap { words[$0] }))
      if waiting.count == SuggestRun.stretch {
        marks += SuggestRun.marks(in: waiting)
        waiting.removeAll(keepingCapacity: true)
      }
      count += 1
      if count % 64 == 0 { progress.show(within: count, posts: 64) }
    }
    marks += SuggestRun.marks(in: waiting)
    progress.end(byteCount: batch.count)
    return marks
  }

  /// The marks of some posts in their order, whichever thread was done first.
  private static func marks(in posts: [(post: Post, parent: String?)]) -> [Annotation] {
    let width = max(1, min(posts.count, ProcessInfo.processInfo.activeProcessorCount))
    let found = Mutex([[Annotation]](repeating: [], count: posts.count))
    DispatchQueue.concurrentPerform(iterations: width) { worker in
      let reader = ArgumentReader()
      for index in stride(from: worker, to: posts.count, by: width) {
        let marks = reader.marks(in: posts[index].post, parent: posts[index].parent)
        found.withLock { $0[index] = marks }
      }
    }
    return found.withLock { $0.flatMap(\.self) }
  }
}
