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
  static let subjectReach = 24
  /// How far back a message of the same subject is looked for, in seconds.
  static let subjectWindow: Int64 = 120 * 86_400
  /// How many messages that share quotations are looked at.
  static let quoteReach = 12
  /// How much later than the message a parent may be dated that it quotes, in seconds: clocks and zones are wrong.
  static let quoteSlack: Int64 = 14 * 3600
  /// How much later than the message a parent may be dated that it names by Message-ID, in seconds.
  static let nameSlack: Int64 = 3 * 86_400

  let posts: [EvidencePost]
  let authors: AuthorTable
  let index: PassageIndex
  let indexOfID: [PostID: Int]
  /// For each post its place in the order of time.
  let places: [Int]
  /// The subject of every post as a number; -1 for none.
  let subjects: [Int]
  let subjectOfText: [String: Int]
  let isReply: [Bool]
  /// How many of the messages whose subject was there before have a reply prefix, from 0 to 1.
  ///
  /// Some archives take the prefix off; its absence says nothing there.
  let markedShare: Double
  /// The messages of a subject so far, in the order of time.
  private(set) var messagesOfSubject: [[Int]]
  /// The parents known so far.
  private(set) var parents: [Int?]
  /// Parents that are dated later than a child of theirs.
  private var laterParents: Set<Int> = []
  /// The words of messages that were compared lately.
  private var vectors: [Int: WordVector] = [:]
  /// The heads of series so far, by who wrote them and what they are called.
  private var heads: [SeriesKey: Int] = [:]
  /// For each person the posts that they answered, per subject.
  private(set) var answeredBy: [PairOfNumbers: Bool] = [:]

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
    var repeated = (all: 2.0, marked: 1.0)
    for post in order where posts[post].kind == .message {
      guard let subject = posts[post].subject else { continue }
      let base = BaseSubject(subject)
      isReply[post] = base.isReply
      let folded = MailScorer.folded(base.text)
      guard !folded.isEmpty else { continue }
      if let known = numbers[folded] {
        subjects[post] = known
        repeated.all += 1
        if base.isReply { repeated.marked += 1 }
      } else {
        subjects[post] = numbers.count
        numbers[folded] = numbers.count
      }
    }
    self.subjects = subjects
    self.isReply = isReply
    markedShare = repeated.marked / repeated.all
    subjectOfText = numbers
    messagesOfSubject = [[Int]](repeating: [], count: numbers.count)
    for (post, parent) in parents.enumerated() {
      if let parent, places[parent] > places[post] { laterParents.insert(parent) }
    }
  }

  /// Letters and digits only, ASCII in lower case: archives lose spaces, dots and quotation marks.
  static func folded(_ subject: String) -> String {
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
  func head(of post: Int) -> Int? {
    guard let part = part(post), part.number > 0, let head = heads[part.key], isNear(head, post)
    else { return nil }
    return head
  }

  /// Records what was decided.
  mutating func link(_ child: Int, under parent: Int) {
    parents[child] = parent
    if places[parent] > places[child] { laterParents.insert(parent) }
  }

  /// Whether `post` stands above a candidate already, so that it cannot answer it.
  func isAbove(_ post: Int, _ candidate: Int) -> Bool {
    guard laterParents.contains(post) else { return false }
    var above = parents[candidate]
    var steps = 0
    while let next = above, steps < 1000 {
      if next == post { return true }
      above = parents[next]
      steps += 1
    }
    return false
  }

  /// The words of a message, which are kept for a while.
  mutating func words(of post: Int) -> WordVector {
    if let known = vectors[post] { return known }
    if vectors.count > 512 { vectors = [:] }
    let vector = WordVector(
      ScannedText(posts[post].text, blocks: posts[post].blocks, byteLimit: 1 << 14))
    vectors[post] = vector
    return vector
  }

  func isNear(_ earlier: Int, _ later: Int) -> Bool {
    guard let early = posts[earlier].instant, let late = posts[later].instant else { return true }
    return late - early <= MailScorer.subjectWindow
  }
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
