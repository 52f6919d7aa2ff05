internal import Discussion
internal import People

/// A child, its candidates and what each has for it.
struct MailCase {
  var child: Int
  var candidates: [Int]
  var features: [FeatureVector<MailFeature>]
  var root: FeatureVector<MailRootFeature>
}

/// Scores which earlier message a message answers.
struct MailScorer {
  /// How many of the latest messages of a subject are looked at.
  private static let subjectReach = 24
  /// How far back a message of the same subject is looked for, in seconds.
  private static let subjectWindow: Int64 = 120 * 86_400
  /// How many messages that share quotations are looked at.
  private static let quoteReach = 12

  let posts: [EvidencePost]
  let authors: AuthorTable
  let index: PassageIndex
  private let indexOfID: [PostID: Int]
  /// For each post its place in the order of time.
  private let places: [Int]
  /// The subject of every post as a number; -1 for none.
  private let subjects: [Int]
  private let subjectOfText: [String: Int]
  private let isReply: [Bool]
  /// The messages of a subject so far, in the order of time.
  private var messagesOfSubject: [[Int]]
  /// The parents known so far.
  private(set) var parents: [Int?]
  /// The heads of series so far, by who wrote them and what they are called.
  private var heads: [SeriesKey: Int] = [:]
  /// For each person the posts that they answered, per subject.
  private var answeredBy: [PairOfNumbers: Bool] = [:]

  init(
    posts: [EvidencePost], order: [Int], authors: AuthorTable, index: PassageIndex,
    indexOfID: [PostID: Int], parents: [Int?]
  ) {
    self.posts = posts
    self.authors = authors
    self.index = index
    self.indexOfID = indexOfID
    self.parents = parents
    var places = [Int](repeating: 0, count: posts.count)
    for (place, post) in order.enumerated() { places[post] = place }
    self.places = places
    var numbers: [String: Int] = [:]
    var subjects = [Int](repeating: -1, count: posts.count)
    var isReply = [Bool](repeating: false, count: posts.count)
    for post in order where posts[post].kind == .message {
      guard let subject = posts[post].subject else { continue }
      let base = BaseSubject(subject)
      isReply[post] = base.isReply
      let folded = MailScorer.folded(base.text)
      guard !folded.isEmpty else { continue }
      if let known = numbers[folded] {
        subjects[post] = known
      } else {
        subjects[post] = numbers.count
        numbers[folded] = numbers.count
      }
    }
    self.subjects = subjects
    self.isReply = isReply
    subjectOfText = numbers
    messagesOfSubject = [[Int]](repeating: [], count: numbers.count)
  }

  /// Letters and digits only, ASCII in lower case: archives lose spaces, dots and quotation marks.
  private static func folded(_ subject: String) -> String {
    var bytes: [UInt8] = []
    for byte in subject.utf8 {
      if byte &- 0x41 < 26 {
        bytes.append(byte | 0x20)
      } else if byte >= 0x80 || byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Lets later messages answer this one.
  mutating func pass(_ post: Int) {
    if subjects[post] >= 0 { messagesOfSubject[subjects[post]].append(post) }
    if let part = part(post), part.number <= 1 {
      // The cover letter comes before the first part.
      if part.number == 0 || heads[part.key].map({ isNear($0, post) && isCover($0) }) != true {
        heads[part.key] = post
      }
    }
    guard let parent = parents[post] else { return }
    answeredBy[PairOfNumbers(authors.author(of: post).person, parent)] = true
  }

  /// Whether a message says that its subject was another, and the candidate belongs to the old one.
  func startsAnew(_ child: Int, outOf candidate: Int) -> Bool {
    guard subjects[child] != subjects[candidate], let subject = posts[child].subject else {
      return false
    }
    return BaseSubject(subject).was != nil
  }

  /// The part of a series that a message is.
  private func part(_ post: Int) -> (key: SeriesKey, number: Int)? {
    guard !isReply[post], let subject = posts[post].subject,
      let part = SeriesPart(subject)
    else { return nil }
    let key = SeriesKey(
      person: authors.author(of: post).person, name: part.name, total: part.total)
    return (key, part.number)
  }

  private func isCover(_ post: Int) -> Bool { part(post)?.number == 0 }

  /// The head of the series of which a message is a later part.
  private func head(of post: Int) -> Int? {
    guard let part = part(post), part.number > 0, let head = heads[part.key], isNear(head, post)
    else { return nil }
    return head
  }

  /// Records what was decided.
  mutating func link(_ child: Int, under parent: Int) { parents[child] = parent }

  /// Gathers what speaks for whom.
  ///
  /// - Parameter text: The words of the child.
  func gather(_ child: Int, text: ScannedText) -> (MailCase, ChildReading) {
    let post = posts[child]
    let clues = ReplyClues(post, readsIDs: true)
    let place = places[child]
    let match = QuoteMatch(text, in: index) { places[$0] < place && posts[$0].kind == .message }
    let base = post.subject.map { BaseSubject($0) }
    let wasSubject = base?.was.flatMap { subjectOfText[MailScorer.folded($0)] }
    let candidates = candidates(
      of: child, clues: clues, match: match, wasSubject: wasSubject)
    var found = MailCase(
      child: child, candidates: candidates, features: [], root: FeatureVector())
    let fits = candidates.map { candidate in
      clues.salutations.first.map { authors.author(of: candidate).fit($0) } ?? 0
    }
    let bestFit = fits.max() ?? 0
    let head = head(of: child)
    let own = subjects[child]
    let group = own >= 0 ? messagesOfSubject[own] : []
    let person = authors.author(of: child).person
    for (number, candidate) in candidates.enumerated() {
      let author = authors.author(of: candidate)
      var vector = FeatureVector<MailFeature>()
      quoteFeatures(&vector, match: match, candidate: candidate)
      attributionFeatures(&vector, clues: clues, candidate: candidate, author: author)
      vector[.salutation] = fits[number]
      vector[.salutationOther] = fits[number] == 0 && bestFit > 0 ? 1 : 0
      if own >= 0, subjects[candidate] == own {
        vector[.subject] = 1
        vector[.subjectReply] = isReply[child] ? 1 : 0
        vector[.latest] = group.last == candidate ? 1 : 0
        let after = group.count - 1 - (MailScorer.position(of: candidate, in: group, by: places))
        vector[.between] = -Logarithm.of(Double(1 + max(0, after)))
        vector[.root] = group.first == candidate ? 1 : 0
      } else if let wasSubject, subjects[candidate] == wasSubject {
        vector[.subjectWas] = 1
      }
      if let late = post.instant, let early = posts[candidate].instant {
        let days = Double(max(0, late - early)) / 86_400
        vector[.recency] = -Logarithm.of(1 + 4 * days)
      } else {
        vector[.recency] = -3
      }
      vector[.series] = candidate == head ? 1 : 0
      vector[.sameAuthor] = author.person == person ? 1 : 0
      if let above = parents[candidate], authors.author(of: above).person == person,
        author.person != person
      {
        vector[.turn] = 1
      }
      vector[.answered] = answeredBy[PairOfNumbers(person, candidate)] == true ? 1 : 0
      vector[.otherVenue] =
        post.venues.isEmpty || posts[candidate].venues.isEmpty
          || post.venues.contains(where: posts[candidate].venues.contains) ? 0 : 1
      found.features.append(vector)
    }
    found.root[.always] = 1
    found.root[.reply] = isReply[child] ? 1 : 0
    found.root[.quotes] = match.quotedCount >= 3 ? 1 : 0
    found.root[.attributes] = clues.attributions.isEmpty ? 0 : 1
    found.root[.salutes] = clues.salutations.first?.isFirst == true ? 1 : 0
    found.root[.newSubject] = group.isEmpty ? 1 : 0
    let isNamed = found.features.contains { $0[.messageID] > 0 }
    if !isNamed, clues.attributions.first?.posts.isEmpty == false { found.root[.namesMissing] = 1 }
    return (found, ChildReading(clues: clues, text: text, match: match))
  }

  private static func position(of post: Int, in group: [Int], by places: [Int]) -> Int {
    var low = 0
    var high = group.count
    while low < high {
      let middle = (low + high) / 2
      if places[group[middle]] < places[post] { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func quoteFeatures(
    _ vector: inout FeatureVector<MailFeature>, match: QuoteMatch, candidate: Int
  ) {
    let share = match.shares[candidate] ?? QuoteMatch.Share()
    if match.total > 0 {
      vector[.quote] = share.written / match.total
      vector[.quoteSize] = Double(min(20, share.writtenCount)) / 20
      vector[.quoteNone] = share.writtenCount == 0 ? Double(min(4, match.quotedCount)) / 4 : 0
      vector[.passedOn] = share.passedOn / match.total
    }
    if match.deeperTotal > 0 {
      vector[.deeper] = share.deeper / match.deeperTotal
      vector[.deeperWritten] = share.deeperWritten / match.deeperTotal
    }
    vector[.copied] = Double(min(20, share.copiedCount)) / 20
  }

  private func attributionFeatures(
    _ vector: inout FeatureVector<MailFeature>, clues: ReplyClues, candidate: Int,
    author: AuthorTable.Entry
  ) {
    guard !clues.attributions.isEmpty else { return }
    var best = 0.0
    var bestClock: AttributionClock?
    var hasName = false
    for attribution in clues.attributions {
      if attribution.posts.contains(posts[candidate].id) {
        vector[.messageID] = 1
      } else if !attribution.posts.isEmpty {
        vector[.messageIDOther] = 1
      }
      hasName = hasName || attribution.name != nil
      let agreement = author.agreement(with: attribution)
      if agreement > best {
        best = agreement
        bestClock = attribution.clock
      }
    }
    vector[.attributionName] = best
    vector[.attributionOther] = best == 0 && hasName ? 1 : 0
    if vector[.messageID] > 0 { vector[.messageIDOther] = 0 }
    guard let clock = bestClock, let instant = posts[candidate].instant else { return }
    if clock.hasTime {
      vector[clock.tellsTime(of: instant) ? .time : .timeOther] = 1
    }
    if clock.hasDay { vector[clock.tellsDay(of: instant) ? .day : .dayOther] = 1 }
  }

  /// Candidates from the indexes, in the order of time, latest first.
  private func candidates(
    of child: Int, clues: ReplyClues, match: QuoteMatch, wasSubject: Int?
  ) -> [Int] {
    var chosen: Set<Int> = []
    let place = places[child]
    for group in [subjects[child], wasSubject ?? -1] where group >= 0 {
      let members = messagesOfSubject[group]
      for member in members.suffix(MailScorer.subjectReach) where isNear(member, child) {
        chosen.insert(member)
      }
      if let first = members.first, isNear(first, child) { chosen.insert(first) }
      guard members.count > MailScorer.subjectReach,
        !clues.attributions.isEmpty || !clues.salutations.isEmpty
      else { continue }
      // In a long discussion, the latest messages of the people that the text names.
      var named: [Int: Int] = [:]
      for member in members.dropLast(MailScorer.subjectReach).suffix(200).reversed() {
        let author = authors.author(of: member)
        guard named[author.person, default: 0] < 3, isNear(member, child),
          clues.attributions.contains(where: { author.agreement(with: $0) > 0 })
            || clues.salutations.first.map({ author.fit($0) > 0 }) == true
        else { continue }
        named[author.person, default: 0] += 1
        chosen.insert(member)
      }
    }
    for attribution in clues.attributions {
      for id in attribution.posts {
        if let post = indexOfID[id], places[post] < place, posts[post].kind == .message {
          chosen.insert(post)
        }
      }
    }
    if let head = head(of: child) { chosen.insert(head) }
    // Across subjects only those that wrote a good part of what is quoted.
    let strong = match.shares
      .filter { item in
        subjects[item.key] == subjects[child] && item.value.writtenCount > 0
          || item.value.written >= 0.3 * match.total && item.value.writtenCount >= 2
          || item.value.copiedCount >= 8
      }
      .sorted { left, right in
        let (first, second) = (left.value.rank, right.value.rank)
        return first != second ? first > second : places[left.key] > places[right.key]
      }
    for item in strong.prefix(MailScorer.quoteReach) { chosen.insert(item.key) }
    return chosen.sorted { places[$0] > places[$1] }
  }

  private func isNear(_ earlier: Int, _ later: Int) -> Bool {
    guard let early = posts[earlier].instant, let late = posts[later].instant else { return true }
    return late - early <= MailScorer.subjectWindow
  }
}

extension QuoteMatch.Share {
  /// For choosing candidates only.
  fileprivate var rank: Double { 2 * written + deeper + copied * 0.25 }
}

/// Two numbers as a key.
struct PairOfNumbers: Hashable {
  let first: Int
  let second: Int

  init(_ first: Int, _ second: Int) {
    self.first = first
    self.second = second
  }
}
