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
    /// How many posts are threaded at once, with those that are tied to them.
    var batch = 100_000
    /// Where more than every how many-th post changed, all are threaded anew, which is quicker; 0 for never.
    var changedShare = 3
  }

  /// How long a subject counts as known, in seconds.
  private static let subjectWindow: Int64 = 120 * 86_400

  /// How sure evidence must be where nearly every reply has its headers: a message without any is a new one there,
  /// unless its subject says that it is a reply.
  private static let confidenceAmongHeaders = 0.9

  private let kept: ThreadedPosts
  /// The rows of all posts by (instant, position, id).
  private let ordered: [Int64]
  private let limits: Limits

  init(_ kept: ThreadedPosts, limits: Limits) {
    self.kept = kept
    self.limits = limits
    ordered = kept.rows.filter { kept[$0].kind != .missing }.sorted {
      kept[$0].precedes(kept[$1])
    }
  }

  /// Messages, venue by venue, in stretches of time that overlap.
  func forEachOfMail(_ body: (EvidencePart) throws -> Void) throws {
    let messages = ordered.filter { kept[$0].kind == .message }
    let ofVenue = Dictionary(grouping: messages) { kept[$0].venue }
    for venue in ofVenue.keys.sorted() {
      try forEach(ofList: ofVenue[venue, default: []], body)
    }
  }

  private func forEach(ofList list: [Int64], _ body: (EvidencePart) throws -> Void) throws {
    let linkedCount = list.count { kept[$0].isStated }
    let hasHeaders = linkedCount * 2 > list.count
    // Where headers link, a message without any is a new one unless it shows signs of answering. Elsewhere also one
    // that takes up a subject may answer: archives strip reply marks from subjects.
    let repeats = hasHeaders ? [] : repeatedSubjects(list)
    let mayAnswer = list.indices.map { place in
      let post = kept[list[place]]
      return !post.isStated && (post.looksLikeReply || repeats.contains(place))
    }
    let hashes = list.map { StableHash(kept[$0].id.text).value }
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
              isUnmarked: isChild && !kept[list[place]].hasReplyMark)
          }, leastConfidence: hasHeaders ? EvidenceParts.confidenceAmongHeaders : 0))
    }
  }

  /// The places of messages whose base subject another one had not long before.
  private func repeatedSubjects(_ list: [Int64]) -> Set<Int> {
    var lastInstants: [UInt64: Int64] = [:]
    var places: Set<Int> = []
    for (place, post) in list.enumerated() {
      let key = kept[post].subjectKey
      guard key != 0 else { continue }
      let instant = kept[post].date ?? 0
      if let last = lastInstants[key], instant &- last <= EvidenceParts.subjectWindow {
        places.insert(place)
      }
      lastInstants[key] = instant
    }
    return places
  }

  /// Articles with their comments, several pages of one venue at once: who comments on many of them may be their owner.
  func forEachOfPages(_ body: (EvidencePart) throws -> Void) throws {
    var pages: [Int64: [Int64]] = [:]
    for post in ordered where kept[post].kind != .message {
      let article = Int64(kept[post].article)
      guard kept[article].kind == .article else { continue }
      pages[article, default: []].append(post)
    }
    let ofVenue = Dictionary(grouping: pages.keys) { kept[$0].venue }
    for venue in ofVenue.keys.sorted() {
      let articles = ofVenue[venue, default: []].sorted { kept[$0].packedID < kept[$1].packedID }
      let runs = StableCuts.runs(
        of: articles.map { StableHash(kept[$0].id.text).value },
        weights: articles.map { pages[$0, default: []].count }, limit: limits.pages)
      for run in runs {
        let members = articles[run].flatMap { article in
          pages[article, default: []].map { post in
            EvidencePart.Member(
              post: post, article: kept[post].kind == .comment ? kept[article].id : nil)
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
