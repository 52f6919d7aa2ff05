internal import Discussion
internal import Threading

/// Cuts the posts of an archive into parts, the texts of each of which fit into memory.
///
/// A post that comes or goes changes the part that it belongs to and those that overlap it, as a rule no other.
struct EvidenceParts {
  /// How big parts are.
  struct Limits: Sendable {
    /// How many messages of a list one part links at most.
    var list = 3_000
    /// How many posts the pages of one part count together, pages of more comments aside.
    var pages = 2_000
    /// How many messages before those that are linked are looked at as parents.
    var overlap = 1_000
    /// How many messages after them, since a parent may be dated later than its child by a wrong clock.
    var later = 50
  }

  /// How long a subject counts as known, in seconds.
  private static let subjectWindow: Int64 = 120 * 86_400

  /// How sure evidence must be where nearly every reply has its headers: a message without any is a new one there,
  /// unless its subject says that it is a reply.
  private static let confidenceAmongHeaders = 0.9

  private let input: ThreadingInput
  private let facts: [PostFacts]
  /// The indices of all posts by (instant, position, id).
  private let ordered: [Int]
  private let isLinked: [Bool]
  private let limits: Limits

  /// - Parameters:
  ///   - facts: Of all posts of the input.
  ///   - isLinked: Of each post whether headers, markup or readers link it.
  init(
    _ input: ThreadingInput, facts: [PostFacts], isLinked: [Bool], limits: Limits
  ) {
    self.limits = limits
    self.input = input
    self.facts = facts
    self.isLinked = isLinked
    ordered = input.posts.indices.sorted { left, right in
      let (first, second) = (input.posts[left], input.posts[right])
      return (first.instant ?? .min, first.position, first.id)
        < (second.instant ?? .min, second.position, second.id)
    }
  }

  /// Messages, venue by venue, in stretches of time that overlap.
  func forEachOfMail(_ body: (EvidencePart) throws -> Void) throws {
    let messages = ordered.filter { facts[$0].kind == .message }
    let ofVenue = Dictionary(grouping: messages) { facts[$0].venue }
    for venue in ofVenue.keys.sorted() {
      try forEach(ofList: ofVenue[venue, default: []], body)
    }
  }

  private func forEach(ofList list: [Int], _ body: (EvidencePart) throws -> Void) throws {
    let linkedCount = list.count { isLinked[$0] }
    let hasHeaders = linkedCount * 2 > list.count
    // Where headers link, a message without any is a new one unless it shows signs of answering. Elsewhere also one
    // that takes up a subject may answer: archives strip reply marks from subjects.
    let repeats = hasHeaders ? [] : repeatedSubjects(list)
    let mayAnswer = list.indices.map { place in
      let post = list[place]
      return !isLinked[post] && (facts[post].looksLikeReply || repeats.contains(place))
    }
    let hashes = list.map { StableHash(input.posts[$0].id.text).value }
    for run in StableCuts.runs(of: hashes, limit: limits.list) {
      guard let first = run.first(where: { mayAnswer[$0] }),
        let last = run.last(where: { mayAnswer[$0] })
      else { continue }
      let start = max(0, first - limits.overlap)
      let end = min(list.count, last + 1 + limits.later)
      try body(
        EvidencePart(
          members: (start..<end).map { place in
            let isChild = mayAnswer[place] && run.contains(place)
            return EvidencePart.Member(
              post: list[place], isChild: isChild,
              isScored: mayAnswer[place] && place < run.upperBound,
              isUnmarked: isChild && !facts[list[place]].hasReplyMark)
          }, leastConfidence: hasHeaders ? EvidenceParts.confidenceAmongHeaders : 0))
    }
  }

  /// The places of messages whose base subject another one had not long before.
  private func repeatedSubjects(_ list: [Int]) -> Set<Int> {
    var lastInstants: [UInt64: Int64] = [:]
    var places: Set<Int> = []
    for (place, post) in list.enumerated() {
      let key = facts[post].subjectKey
      guard key != 0 else { continue }
      let instant = input.posts[post].instant ?? 0
      if let last = lastInstants[key], instant &- last <= EvidenceParts.subjectWindow {
        places.insert(place)
      }
      lastInstants[key] = instant
    }
    return places
  }

  /// Articles with their comments, several pages of one venue at once: who comments on many of them may be their owner.
  ///
  /// - Parameter roots: The index of the root of each post's thread; nil where it is missing.
  func forEachOfPages(roots: [Int?], _ body: (EvidencePart) throws -> Void) throws {
    var pages: [Int: [Int]] = [:]
    for post in ordered where facts[post].kind != .message {
      guard let root = roots[post], facts[root].kind == .article else { continue }
      pages[root, default: []].append(post)
    }
    let ofVenue = Dictionary(grouping: pages.keys) { facts[$0].venue }
    for venue in ofVenue.keys.sorted() {
      // Posts are numbered in the order of their ids.
      let articles = ofVenue[venue, default: []].sorted()
      let runs = StableCuts.runs(
        of: articles.map { StableHash(input.posts[$0].id.text).value },
        weights: articles.map { pages[$0, default: []].count }, limit: limits.pages)
      for run in runs {
        let members = articles[run].flatMap { article in
          pages[article, default: []].map { post in
            EvidencePart.Member(
              post: post,
              article: facts[post].kind == .comment ? input.posts[article].id : nil)
          }
        }
        // An article that nobody comments on has nothing to link.
        if members.contains(where: { $0.article != nil }) {
          try body(EvidencePart(members: members))
        }
      }
    }
  }
}
