// Threads by reply headers: rules 0 to 8 of J. Zawinski, "Message Threading" (1997-2002), as RFC 5256 §3
// (THREAD=REFERENCES, steps 1 to 4) restates them. Where we differ, on purpose:
// - posts are fed in the order of (instant, id), so that the result is a function of the set of posts;
// - the sole id of In-Reply-To comes before the last of References;
// - that id stands at the end of the chain of References, so that a missing parent hangs where References say;
// - where nobody has the post of that id, but a page links to the page of one, that link counts: ids of pages are often
//   masked, and differ from those that answers name;
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
    /// The post that fills it; -1 while only others name it.
    var post: Int32
    /// The container above; -1 for none.
    var parent: Int32 = -1
    /// Why it stands there; empty where it has no parent.
    var reasons: [Evidence] = []
    var confidence = 0.0
    /// Whether a post names it as the one that it answers.
    var isStatedParent = false
    /// Whether a reader decided its parent, so that nothing else does.
    var isDecided = false
    var isDropped = false
    /// Whether something was ever linked under it; nothing else can come to stand under itself.
    var hadChild = false
  }

  // Most links have one of these few reasons, which all of them share.
  private static let byInReplyTo = [Evidence(.header, weight: 10, detail: "In-Reply-To")]
  private static let byReferences = [Evidence(.header, weight: 10, detail: "References")]
  private static let byChain = [Evidence(.header, weight: 5, detail: "References")]

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
      containers.append(Container(id: id, post: Int32(index)))
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
      guard let (parentID, isInReplyTo) = post.headerParent else {
        // What others guessed from their own chains gives way to the post itself.
        unlink(place)
        continue
      }
      let parent = container(of: parentID)
      guard containers[parent].post >= 0 || !hasLinkToPost(post) else {
        unlink(place)
        continue
      }
      containers[parent].isStatedParent = true
      unlink(place)
      guard !wouldLoop(child: place, parent: parent) else { continue }
      link(
        place, under: parent,
        because: isInReplyTo ? ReplyGraph.byInReplyTo : ReplyGraph.byReferences, confidence: 1)
    }
  }

  /// Whether a page links a post to one that is there.
  private func hasLinkToPost(_ post: ThreadingPost) -> Bool {
    post.stated.contains { statement in
      guard statement.reasons[0].kind == .markup, statement.parent != post.id,
        let place = indexOfID[statement.parent]
      else { return false }
      return containers[place].post >= 0
    }
  }

  /// Draws what pages and readers state, for posts that no header links.
  mutating func linkByStatements() {
    for place in feed.indices
    where containers[place].parent < 0 && !containers[place].isDecided {
      let ordered = posts[feed[place]].stated.sorted { left, right in
        if left.confidence != right.confidence { return left.confidence > right.confidence }
        if left.reasons[0].kind != right.reasons[0].kind {
          return left.reasons[0].kind < right.reasons[0].kind
        }
        if left.parent != right.parent { return left.parent < right.parent }
        return left.reasons[0].detail < right.reasons[0].detail
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
    var keptChildCount = [Int32](repeating: 0, count: containers.count)
    for place in postOrder(ChildLists(containers.map(\.parent))) {
      let isKept =
        containers[place].post >= 0 || containers[place].isStatedParent
        || keptChildCount[place] > 1
      if let parent = parent(of: place) {
        // A dropped container hands its only child, if any, to its parent.
        keptChildCount[parent] += isKept ? 1 : keptChildCount[place]
      }
      guard !isKept else { continue }
      containers[place].isDropped = true
    }
    for place in containers.indices where !containers[place].isDropped {
      var above = parent(of: place)
      while let parent = above, containers[parent].isDropped { above = self.parent(of: parent) }
      containers[place].parent = Int32(above ?? -1)
      if above == nil { containers[place].reasons = [] }
    }
  }

  func forest() -> ThreadForest {
    let children = ChildLists(containers.map { $0.isDropped ? -1 : $0.parent })
    var orders = containers.map { FeedOrder(instant: .min, position: 0, id: $0.id) }
    for place in postOrder(children) where !containers[place].isDropped {
      if containers[place].post >= 0 {
        let post = posts[Int(containers[place].post)]
        orders[place].instant = post.instant ?? .min
        orders[place].position = post.position
      } else if let first = children[place].map({ orders[Int($0)].instant }).filter({ $0 > .min })
        .min()
      {
        // A missing post stands at the date of its first dated child.
        orders[place].instant = first
      }
    }
    let roots = containers.indices
      .filter { !containers[$0].isDropped && containers[$0].parent < 0 }
      .sorted { orders[$0] < orders[$1] }
    var placements: [ThreadForest.Placement] = []
    placements.reserveCapacity(containers.count)
    var stack: [(place: Int, parent: Int?, root: Int?, depth: Int)] = []
    for root in roots {
      stack.append((root, nil, nil, 0))
      while let (place, parent, root, depth) = stack.popLast() {
        let index = placements.count
        placements.append(
          ThreadForest.Placement(
            id: containers[place].id, isMissing: containers[place].post < 0, parent: parent,
            root: root ?? index, depth: depth,
            link: parent.map { link(of: place, under: placements[$0].id) }))
        for child in children[place].sorted(by: { orders[Int($0)] < orders[Int($1)] }).reversed() {
          stack.append((Int(child), index, root ?? index, depth + 1))
        }
      }
    }
    return ThreadForest(placements: placements)
  }

  private func link(of place: Int, under parent: PostID) -> ReplyLink {
    ReplyLink(
      child: containers[place].id, parent: parent, reasons: containers[place].reasons,
      confidence: containers[place].confidence)
  }

  /// Links the ids of References to each other where nothing better is known, the one of In-Reply-To at their end.
  private mutating func linkChain(of post: ThreadingPost) {
    var above: Int?
    var chain = post.references.filter { $0 != post.id }
    if let (id, isInReplyTo) = post.headerParent, isInReplyTo, chain.last != id { chain.append(id) }
    for id in chain {
      let place = container(of: id)
      if let above, above != place, containers[place].parent < 0,
        // A post speaks for itself, and the earlier ones have.
        containers[place].post < 0, !wouldLoop(child: place, parent: above)
      {
        link(place, under: above, because: ReplyGraph.byChain, confidence: 0.9)
      }
      above = place
    }
  }

  private mutating func container(of id: PostID) -> Int {
    if let place = indexOfID[id] { return place }
    indexOfID[id] = containers.count
    containers.append(Container(id: id, post: -1))
    return containers.count - 1
  }

  private func parent(of place: Int) -> Int? {
    containers[place].parent < 0 ? nil : Int(containers[place].parent)
  }

  private mutating func link(
    _ child: Int, under parent: Int, because reasons: [Evidence], confidence: Double
  ) {
    containers[parent].hadChild = true
    containers[child].parent = Int32(parent)
    containers[child].reasons = reasons
    containers[child].confidence = confidence
  }

  private mutating func unlink(_ child: Int) {
    containers[child].parent = -1
    containers[child].reasons = []
  }

  private func wouldLoop(child: Int, parent: Int) -> Bool {
    guard containers[child].hadChild else { return child == parent }
    var place = Int32(parent)
    while place >= 0 {
      if place == child { return true }
      place = containers[Int(place)].parent
    }
    return false
  }

  /// Every container after its children.
  private func postOrder(_ children: ChildLists) -> [Int] {
    var order: [Int] = []
    order.reserveCapacity(containers.count)
    var stack = containers.indices.filter { containers[$0].parent < 0 }
    while let place = stack.popLast() {
      order.append(place)
      for child in children[place] { stack.append(Int(child)) }
    }
    return order.reversed()
  }
}

/// The children of each of many places, in the order of the places, in two arrays.
private struct ChildLists {
  private var starts: [Int32]
  private var children: [Int32]

  /// - Parameter parents: The place above each; -1 for none.
  init(_ parents: [Int32]) {
    starts = [Int32](repeating: 0, count: parents.count + 1)
    for parent in parents where parent >= 0 { starts[Int(parent) + 1] += 1 }
    for place in parents.indices { starts[place + 1] += starts[place] }
    children = [Int32](repeating: 0, count: Int(starts[parents.count]))
    var next = starts
    for (place, parent) in parents.enumerated() where parent >= 0 {
      children[Int(next[Int(parent)])] = Int32(place)
      next[Int(parent)] += 1
    }
  }

  subscript(place: Int) -> ArraySlice<Int32> {
    children[Int(starts[place])..<Int(starts[place + 1])]
  }
}
