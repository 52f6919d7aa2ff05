// Threads by reply headers: rules 0 to 8 of J. Zawinski, "Message Threading" (1997-2002), as RFC 5256 §3
// (THREAD=REFERENCES, steps 1 to 4) restates them. Where we differ, on purpose:
// - posts are fed in the order of (instant, id), so that the result is a function of the set of posts;
// - the sole id of In-Reply-To comes before the last of References;
// - a parent that a post states stays in the tree as a missing post, and so does one that joins two branches;
//   other missing ids of a chain are dropped. RFC 5256 would promote their children further;
// - what a reader decided comes before all of it;
// - there is no gathering by subject.
internal import Discussion

extension ThreadForest {
  /// Threads posts by what their headers and pages state.
  ///
  /// - Parameter posts: In any order, each id once.
  /// - Returns: The same forest for any order of the same posts. Loops are impossible: a link that would close one
  ///   is not drawn.
  /// - Complexity: O(n log n) in the number of posts and references, times the depth of the threads for the check
  ///   against loops.
  public init(threading posts: [ThreadingPost]) {
    var graph = ReplyGraph(posts: posts)
    graph.linkByDecisions()
    graph.linkByHeaders()
    graph.linkByStatements()
    graph.pruneMissing()
    self = graph.forest()
  }
}

/// The order of posts in time: undated ones first, those of one instant as their page has them, then by id.
private struct FeedOrder: Comparable {
  var instant: Int64
  var position: Int
  var id: PostID

  static func < (left: FeedOrder, right: FeedOrder) -> Bool {
    (left.instant, left.position, left.id) < (right.instant, right.position, right.id)
  }
}

/// Posts and missing posts as containers with parents.
private struct ReplyGraph {
  private struct Container {
    var id: PostID
    /// The post that fills it; nil while only others name it.
    var post: Int?
    var parent: Int?
    var link: ReplyLink?
    /// Whether a post names it as the one that it answers.
    var isStatedParent = false
    /// Whether a reader decided its parent, so that nothing else does.
    var isDecided = false
    var isDropped = false
  }

  private let posts: [ThreadingPost]
  /// The order of feeding: by instant, undated first, then by id.
  private let feed: [Int]
  private var containers: [Container] = []
  private var indexOfID: [PostID: Int] = [:]

  init(posts: [ThreadingPost]) {
    self.posts = posts
    let orders = posts.map {
      FeedOrder(instant: $0.instant ?? .min, position: $0.position, id: $0.id)
    }
    feed = posts.indices.sorted { orders[$0] < orders[$1] }
    containers.reserveCapacity(posts.count)
    indexOfID.reserveCapacity(posts.count)
    // Posts come first, so a container's index is its place in the feed.
    for index in feed {
      let id = posts[index].id
      precondition(indexOfID[id] == nil, "a post was given twice")
      indexOfID[id] = containers.count
      containers.append(Container(id: id, post: index))
    }
  }

  /// Draws what readers decided.
  ///
  /// A decision that names a post that nobody has or names does not count until it comes, nor does one that would
  /// close a loop of decisions.
  mutating func linkByDecisions() {
    let decided = feed.indices.filter { posts[feed[$0]].decided != nil }
    guard !decided.isEmpty else { return }
    let ordered = decided.sorted { left, right in
      let (first, second) = (posts[feed[left]], posts[feed[right]])
      return (first.decided?.made ?? 0, first.id) < (second.decided?.made ?? 0, second.id)
    }
    var named = Set(posts.lazy.flatMap { $0.inReplyTo + $0.references })
    named.formUnion(posts.lazy.flatMap { $0.stated.map(\.parent) })
    for place in ordered {
      guard let decision = posts[feed[place]].decided else { continue }
      guard let parentID = decision.parent else {
        containers[place].isDecided = true
        continue
      }
      guard indexOfID[parentID] != nil || named.contains(parentID) else { continue }
      let parent = container(of: parentID)
      guard !wouldLoop(child: place, parent: parent) else { continue }
      containers[parent].isStatedParent = true
      containers[place].isDecided = true
      link(
        place, under: parent,
        because: [Evidence(.manual, weight: 100, detail: decision.detail)], confidence: 1)
    }
  }

  mutating func linkByHeaders() {
    for place in feed.indices {
      let post = posts[feed[place]]
      linkChain(of: post)
      if containers[place].isDecided { continue }
      guard let (parentID, field) = post.headerParent else {
        // What others guessed from their own chains gives way to the post itself.
        unlink(place)
        continue
      }
      let parent = container(of: parentID)
      containers[parent].isStatedParent = true
      unlink(place)
      guard !wouldLoop(child: place, parent: parent) else { continue }
      link(
        place, under: parent, because: [Evidence(.header, weight: 10, detail: field)],
        confidence: 1)
    }
  }

  /// Draws what pages and readers state, for posts that no header links.
  mutating func linkByStatements() {
    for place in feed.indices
    where containers[place].parent == nil && !containers[place].isDecided {
      let ordered = posts[feed[place]].stated.sorted { left, right in
        if left.confidence != right.confidence { return left.confidence > right.confidence }
        if left.reasons[0].kind != right.reasons[0].kind {
          return left.reasons[0].kind < right.reasons[0].kind
        }
        return left.parent < right.parent
      }
      for statement in ordered where statement.parent != posts[feed[place]].id {
        let parent = container(of: statement.parent)
        guard !wouldLoop(child: place, parent: parent) else { continue }
        containers[parent].isStatedParent = true
        link(place, under: parent, because: statement.reasons, confidence: statement.confidence)
        break
      }
    }
  }

  /// Drops missing posts that nobody states as a parent and that join no branches.
  mutating func pruneMissing() {
    let children = childLists()
    var keptChildCount = [Int](repeating: 0, count: containers.count)
    for place in postOrder(children) {
      let isKept =
        containers[place].post != nil || containers[place].isStatedParent
        || keptChildCount[place] > 1
      if let parent = containers[place].parent {
        // A dropped container hands its only child, if any, to its parent.
        keptChildCount[parent] += isKept ? 1 : keptChildCount[place]
      }
      guard !isKept else { continue }
      containers[place].isDropped = true
    }
    for place in containers.indices where !containers[place].isDropped {
      var parent = containers[place].parent
      while let above = parent, containers[above].isDropped { parent = containers[above].parent }
      containers[place].parent = parent
      if let parent, var link = containers[place].link {
        link.parent = containers[parent].id
        containers[place].link = link
      } else {
        containers[place].link = nil
      }
    }
  }

  func forest() -> ThreadForest {
    let children = childLists()
    var orders = containers.map { FeedOrder(instant: .min, position: 0, id: $0.id) }
    for place in postOrder(children) where !containers[place].isDropped {
      if let post = containers[place].post {
        orders[place].instant = posts[post].instant ?? .min
        orders[place].position = posts[post].position
      } else if let first = children[place].map({ orders[$0].instant }).filter({ $0 > .min }).min()
      {
        // A missing post stands at the date of its first dated child.
        orders[place].instant = first
      }
    }
    func precedes(_ left: Int, _ right: Int) -> Bool { orders[left] < orders[right] }
    let roots = containers.indices
      .filter { !containers[$0].isDropped && containers[$0].parent == nil }
      .sorted(by: precedes)
    var placements: [ThreadForest.Placement] = []
    placements.reserveCapacity(containers.count)
    var stack: [(place: Int, parent: Int?, root: Int?, depth: Int)] = []
    for root in roots {
      stack.append((root, nil, nil, 0))
      while let (place, parent, root, depth) = stack.popLast() {
        let index = placements.count
        placements.append(
          ThreadForest.Placement(
            id: containers[place].id, isMissing: containers[place].post == nil, parent: parent,
            root: root ?? index, depth: depth, link: containers[place].link))
        for child in children[place].sorted(by: precedes).reversed() {
          stack.append((child, index, root ?? index, depth + 1))
        }
      }
    }
    return ThreadForest(placements: placements)
  }

  /// Links the ids of References to each other where nothing better is known.
  private mutating func linkChain(of post: ThreadingPost) {
    var above: Int?
    for id in post.references {
      let place = container(of: id)
      if let above, above != place, containers[place].parent == nil,
        // A post speaks for itself, and the earlier ones have.
        containers[place].post == nil, !wouldLoop(child: place, parent: above)
      {
        link(
          place, under: above, because: [Evidence(.header, weight: 5, detail: "References")],
          confidence: 0.9)
      }
      above = place
    }
  }

  private mutating func container(of id: PostID) -> Int {
    if let place = indexOfID[id] { return place }
    indexOfID[id] = containers.count
    containers.append(Container(id: id))
    return containers.count - 1
  }

  private mutating func link(
    _ child: Int, under parent: Int, because reasons: [Evidence], confidence: Double
  ) {
    containers[child].parent = parent
    containers[child].link = ReplyLink(
      child: containers[child].id, parent: containers[parent].id, reasons: reasons,
      confidence: confidence)
  }

  private mutating func unlink(_ child: Int) {
    containers[child].parent = nil
    containers[child].link = nil
  }

  private func wouldLoop(child: Int, parent: Int) -> Bool {
    var place: Int? = parent
    while let current = place {
      if current == child { return true }
      place = containers[current].parent
    }
    return false
  }

  private func childLists() -> [[Int]] {
    var children = [[Int]](repeating: [], count: containers.count)
    for place in containers.indices where !containers[place].isDropped {
      if let parent = containers[place].parent { children[parent].append(place) }
    }
    return children
  }

  /// Every container after its children.
  private func postOrder(_ children: [[Int]]) -> [Int] {
    var order: [Int] = []
    order.reserveCapacity(containers.count)
    var stack = containers.indices.filter { containers[$0].parent == nil }
    while let place = stack.popLast() {
      order.append(place)
      stack.append(contentsOf: children[place])
    }
    return order.reversed()
  }
}
