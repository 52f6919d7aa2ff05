internal import ArchiveStore
internal import Discussion
internal import SourceBytes

/// A thread cut where links are not sure enough.
enum ThreadTrees {
  /// The trees that remain, in the order of their first posts.
  ///
  /// A comment whose link is left out hangs under the article of its page. Every other such post is the root of a tree
  /// of its own, without parent and link. Where no link is left out, the thread comes back as it is.
  ///
  /// - Parameter thread: The posts of one thread in reading order.
  /// - Complexity: O(n).
  static func trees(of thread: [ArchivedPost], links: LinkChoice) -> [[ArchivedPost]] {
    guard links != .all, thread.contains(where: { $0.link.map { !links.shows($0) } ?? false })
    else { return thread.isEmpty ? [] : [thread] }
    let article = thread.first.flatMap { $0.post.kind == .article ? $0.post.id : nil }
    var treeOfPost: [PostID: Int] = [:]
    var trees: [[ArchivedPost]] = []
    var depths: [PostID: Int] = [:]
    for archived in thread {
      var post = archived
      let isCut = post.link.map { !links.shows($0) } ?? false
      if isCut {
        post.link = nil
        post.parent = post.post.kind == .comment ? article : nil
      }
      if let parent = post.parent, let tree = treeOfPost[parent] {
        post.depth = depths[parent, default: 0] + 1
        post.thread = trees[tree][0].post.id
        treeOfPost[post.post.id] = tree
        trees[tree].append(post)
      } else {
        post.parent = nil
        post.depth = 0
        post.thread = post.post.id
        treeOfPost[post.post.id] = trees.count
        trees.append([post])
      }
      depths[post.post.id] = post.depth
    }
    return trees.map(renumbered)
  }

  /// What lists show of a tree.
  static func summary(of tree: [ArchivedPost]) -> ThreadSummary? {
    guard let root = tree.first else { return nil }
    let posts = tree.filter { $0.post.kind != .missing }
    let dates = posts.compactMap { $0.post.date?.stated }.sorted { $0.instant < $1.instant }
    var venues: [String: Venue] = [:]
    for venue in tree.flatMap(\.venues) { venues[venue.id] = venue }
    return ThreadSummary(
      id: root.post.id, subject: tree.lazy.compactMap(\.post.subject).first,
      venues: venues.values.sorted { $0.id < $1.id }, postCount: posts.count,
      personCount: Set(posts.compactMap(\.person)).count, depth: tree.map(\.depth).max() ?? 0,
      first: dates.first, last: dates.last)
  }

  /// The posts in reading order: comments that moved under their article may stand behind what answers others.
  private static func renumbered(_ tree: [ArchivedPost]) -> [ArchivedPost] {
    var children: [PostID: [Int]] = [:]
    for (index, post) in tree.enumerated() {
      if let parent = post.parent { children[parent, default: []].append(index) }
    }
    var ordered: [ArchivedPost] = []
    var open = [0]
    while let index = open.popLast() {
      var post = tree[index]
      post.position = ordered.count
      ordered.append(post)
      open += children[post.post.id, default: []].sorted { left, right in
        let (early, late) = (tree[left].instant, tree[right].instant)
        return if let early, let late, early != late { early > late } else { left > right }
      }
    }
    return ordered
  }
}

extension ArchivedPost {
  /// When it was written, in seconds since 1970.
  fileprivate var instant: Int64? { post.date?.stated.instant }
}

/// Cuts posts that come one by one.
struct ThreadCutter {
  /// Where a post stands once links are left out.
  private struct Place {
    var thread: PostID
    var parent: PostID?
    var depth: Int
    var position: Int
    var isLinked: Bool
  }

  /// The posts of the threads that have links to leave out.
  private var places: [PostID: Place] = [:]

  /// Reads the threads in which some link is left out.
  ///
  /// - Complexity: Memory for a place of each of their posts, time also for their posts without texts.
  init(_ archive: Archive, links: LinkChoice) throws {
    guard links != .all else { return }
    for root in try archive.threads(withLinksBelow: links.leastConfidence).sorted() {
      let thread = try archive.thread(of: root, detail: [])
      for post in ThreadTrees.trees(of: thread, links: links).joined() {
        places[post.post.id] = Place(
          thread: post.thread, parent: post.parent, depth: post.depth, position: post.position,
          isLinked: post.link != nil)
      }
    }
  }

  /// The post with the parent, link and thread that remain.
  func cut(_ archived: ArchivedPost) -> ArchivedPost {
    guard let place = places[archived.post.id] else { return archived }
    var post = archived
    (post.thread, post.parent) = (place.thread, place.parent)
    (post.depth, post.position) = (place.depth, place.position)
    if !place.isLinked { post.link = nil }
    return post
  }
}
