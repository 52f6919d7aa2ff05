public import Discussion
internal import People

/// Finds which post a post answers where no header and no markup says so.
///
/// Quotations, attribution lines, names, subjects and order speak for and against every candidate; candidates come
/// from indexes. A post stays without a link when none is likely.
public enum EvidenceThreading {
  /// The number of this way to link; to be raised whenever links may come out otherwise for the same posts, since archives
  /// keep the links that they have.
  public static let revision = 3

  /// Stands for a base subject as the scorer compares it: letters and digits, without case; 0 for none.
  public static func subjectKey(_ subject: BaseSubject) -> UInt64 {
    let folded = MailScorer.folded(subject.text)
    guard !folded.isEmpty else { return 0 }
    return folded.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
  }

  /// Links the posts that nothing else links.
  ///
  /// - Parameters:
  ///   - posts: In any order, each id once; also the posts that are linked, as candidates.
  ///   - linked: The parents that headers, markup or readers state.
  ///   - children: Those that are to be linked, where not all are that nothing links yet.
  /// - Returns: A link for each child with a parent likelier than none, children in the order of (instant, id); the
  ///   same for any order of the posts. A message that says `New (was: Old)` and does not quote is linked as a fork. A parent is earlier than its child in
  ///   that order, but for one that the child quotes or names by Message-ID though its clock was fast; the links make no
  ///   loops among themselves and with `linked`.
  /// - Complexity: Linear in the text, and in the number of posts times a bounded number of candidates.
  public static func links(
    for posts: [EvidencePost], linked: [PostID: PostID] = [:], children: Set<PostID>? = nil
  ) -> [ReplyLink] {
    let run = EvidenceRun(posts: posts, linked: linked, children: children)
    return run.links()
  }
}

/// One pass over the posts.
struct EvidenceRun {
  let posts: [EvidencePost]
  /// The indices of the posts by (instant, position, id).
  let order: [Int]
  let authors: AuthorTable
  let index: PassageIndex
  /// The words of those that are to be linked, by index.
  private let scanned: [Int: ScannedText]
  let indexOfID: [PostID: Int]
  let linked: [PostID: PostID]
  /// By index whether a post is to be linked.
  private let isChild: [Bool]

  init(posts: [EvidencePost], linked: [PostID: PostID], children: Set<PostID>? = nil) {
    self.posts = posts
    self.linked = linked
    let isChild = posts.map { post in
      post.isChild && linked[post.id] == nil && children?.contains(post.id) != false
    }
    self.isChild = isChild
    order = posts.indices.sorted { left, right in
      let (first, second) = (posts[left], posts[right])
      let (early, late) = (first.instant ?? .min, second.instant ?? .min)
      if early != late { return early < late }
      return first.position != second.position
        ? first.position < second.position : first.id < second.id
    }
    authors = AuthorTable(posts, order: order)
    indexOfID = Dictionary(
      posts.indices.map { (posts[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    var scanned: [Int: ScannedText] = [:]
    for number in order where isChild[number] {
      scanned[number] = ScannedText(posts[number].text, blocks: posts[number].blocks)
    }
    self.scanned = scanned
    index = EvidenceRun.makeIndex(posts, order: order, children: scanned)
  }

  private static func makeIndex(
    _ posts: [EvidencePost], order: [Int], children: [Int: ScannedText]
  ) -> PassageIndex {
    var index = PassageIndex()
    for number in order {
      guard let text = children[number] else { continue }
      for passage in text.passages where passage.isRead {
        let length = min(passage.words.count, ScannedText.shingleLength)
        guard passage.depth > 0 || length == ScannedText.shingleLength else { continue }
        text.forEachShingle(in: passage.words) { shingle, _ in index.want(shingle, length: length) }
      }
    }
    for number in order {
      let text =
        children[number] ?? ScannedText(posts[number].text, blocks: posts[number].blocks)
      for passage in text.passages {
        if passage.isWritten {
          index.add(passage.words, of: text, post: number, isQuoted: false)
        } else if passage.isQuotedOnce {
          index.add(passage.words, of: text, post: number, isQuoted: true)
        }
      }
    }
    index.finish()
    return index
  }

  func links() -> [ReplyLink] { observingLinks(mail: nil, comment: nil) }

  /// The links, telling of each case on the way.
  @discardableResult
  func observingLinks(
    mail observeMail: ((MailCase) -> Void)?, comment observeComment: ((CommentCase) -> Void)?
  ) -> [ReplyLink] {
    let all = mailLinks(observeMail) + commentLinks(observeComment)
    let places = Dictionary(
      order.enumerated().map { (posts[$1].id, $0) }, uniquingKeysWith: { first, _ in first })
    return all.sorted { places[$0.child, default: 0] < places[$1.child, default: 0] }
  }

  private func commentLinks(_ observe: ((CommentCase) -> Void)?) -> [ReplyLink] {
    var links: [ReplyLink] = []
    let pages = CommentPage.pages(
      of: posts, order: order, authors: authors, indexOfID: indexOfID)
    for page in pages {
      var scorer = CommentScorer(page: page, posts: posts, authors: authors, index: index)
      for child in page.comments {
        let (found, reading) = scorer.gather(child)
        var parent = linked[posts[child].id].flatMap { indexOfID[$0] }
        if isChild[child] {
          observe?(found)
          // The article is a candidate like any other; the first of equals wins.
          let weights = CommentModel.weights(for: found.manner)
          let verdict = Verdict(
            scores: found.features.map { weights.score($0.values) }, none: -.infinity)
          if let best = verdict.best {
            parent = found.candidates[best]
            links.append(
              ReplyLink(
                child: posts[child].id, parent: parent.map { posts[$0].id } ?? page.article,
                reasons: scorer.reasons(for: best, of: found, reading: reading),
                confidence: CommentModel.calibration(for: found.manner)
                  .probability(of: verdict.confidence)))
          }
        }
        scorer.pass(child, under: parent, salutations: reading.child.clues.salutations)
      }
    }
    return links
  }

  private func mailLinks(_ observe: ((MailCase) -> Void)?) -> [ReplyLink] {
    var links: [ReplyLink] = []
    let parents = posts.map { linked[$0.id].flatMap { indexOfID[$0] } }
    var mail = MailScorer(
      posts: posts, order: order, authors: authors, index: index, indexOfID: indexOfID,
      parents: parents)
    for child in order where posts[child].kind == .message {
      if let text = scanned[child] {
        let (found, reading) = mail.gather(child, text: text)
        observe?(found)
        let verdict = Verdict(
          scores: found.features.map { MailModel.weights.score($0.values) },
          none: MailModel.score(found.root))
        if let best = verdict.best {
          var link = ReplyLink(
            child: posts[child].id, parent: posts[found.candidates[best]].id,
            reasons: mail.reasons(for: best, of: found, reading: reading),
            confidence: MailModel.calibration.probability(of: verdict.confidence))
          // What quotes or names the old message answers it all the same, as with headers.
          let answers = link.reasons.contains { [.quote, .attribution].contains($0.kind) }
          link.isFork = !answers && mail.startsAnew(child, outOf: found.candidates[best])
          if !link.isFork { mail.link(child, under: found.candidates[best]) }
          links.append(link)
        }
      }
      mail.pass(child)
    }
    return links
  }
}

extension EvidencePost {
  /// Whether it may be linked by evidence.
  var isChild: Bool { kind == .message || kind == .comment && article != nil }
}
