internal import Discussion
internal import People

/// A comment, its candidates and what each has for it.
struct CommentCase {
  var child: Int
  /// Indices of posts; nil stands for an article that is not among them.
  var candidates: [Int?]
  var features: [FeatureVector<CommentFeature>]
  /// What sets the weights.
  var manner: CommentManner
}

/// What was read of a comment.
struct CommentReading {
  var child: ChildReading
  var numbers: PageNumbers
  var ownWords: Set<UInt64>
  var earlyWords: Set<UInt64>
  /// The words that it quotes, if it quotes.
  var quotedWords: WordVector?
}

/// Scores which comment of a flat page a comment answers.
struct CommentScorer {
  /// How many of the comments before are looked at.
  private static let reach = 40
  /// How many of the people before are looked at.
  private static let peopleReach = 300

  let posts: [EvidencePost]
  let authors: AuthorTable
  let index: PassageIndex
  let page: CommentPage
  /// The place of each post on the page; the article's is -1.
  let places: [Int: Int]
  /// The first comment with a printed number.
  let placeOfOrdinal: [Int: Int]
  /// The first comment whose permalink ends in an anchor with a number.
  let placeOfAnchor: [Int: Int]
  /// By place; the article's stands last.
  private var vectors: [WordVector] = []
  /// In how many posts of the page each word stands.
  private var frequency: [UInt64: Int] = [:]
  private(set) var salutations: [[Salutation]] = []
  /// For each comment so far the place of its parent; -1 for the article.
  private(set) var parents: [Int: Int] = [:]
  private(set) var answerCounts: [Int: Int] = [:]
  private(set) var answeredBy: Set<PairOfNumbers> = []
  private(set) var commentsOfPerson: [Int: [Int]] = [:]
  /// The authors of the comments so far, each once, in the order of their first comments.
  private var people: [AuthorTable.Entry] = []
  /// How many comments there are to each person, on a logarithmic scale.
  let density: Double
  /// The share of the comments by visitors who write at least three times.
  let regulars: Double
  /// The share of the visitors' comments that are not their first.
  let returning: Double
  /// The share of the comments that quote.
  let quoting: Double
  /// Whether the text of the article is there, and not its title alone.
  let articleIsRead: Bool
  /// By place, whether the comment says to whom it speaks by a name at its start or a number.
  let namesSomebody: [Bool]
  /// The share of the comments that do; where people name each other, who names nobody speaks to the article.
  let naming: Double

  init(page: CommentPage, posts: [EvidencePost], authors: AuthorTable, index: PassageIndex) {
    self.page = page
    self.posts = posts
    self.authors = authors
    self.index = index
    var places: [Int: Int] = [:]
    var ordinals: [Int: Int] = [:]
    var anchors: [Int: Int] = [:]
    for (place, post) in page.comments.enumerated() {
      places[post] = place
      if let ordinal = posts[post].ordinal, ordinals[ordinal] == nil { ordinals[ordinal] = place }
      if let anchor = posts[post].anchor, anchors[anchor] == nil { anchors[anchor] = place }
    }
    placeOfOrdinal = ordinals
    placeOfAnchor = anchors
    if let article = page.articleIndex { places[article] = -1 }
    self.places = places
    for post in page.comments + [page.articleIndex].compactMap(\.self) {
      let vector = WordVector(ScannedText(posts[post].text, blocks: posts[post].blocks))
      for entry in vector.entries { frequency[entry.word, default: 0] += 1 }
      vectors.append(vector)
    }
    var counts: [Int: Int] = [:]
    for post in page.comments { counts[authors.author(of: post).person, default: 0] += 1 }
    density = Logarithm.of(Double(page.comments.count) / Double(max(1, counts.count)))
    var regularCount = 0
    var visitorCount = 0
    for (person, count) in counts where person != page.owner {
      visitorCount += count
      if count >= 3 { regularCount += count }
    }
    let visitors = counts.count - (page.owner.map { counts[$0] != nil } == true ? 1 : 0)
    let quoters = page.comments.count { posts[$0].blocks.contains { $0.kind == .quote } }
    articleIsRead = (page.articleIndex.map { posts[$0].text.utf8.count } ?? 0) > 100
    quoting = Double(quoters) / Double(max(1, page.comments.count))
    returning = Double(visitorCount - visitors) / Double(max(1, visitorCount))
    regulars = Double(regularCount) / Double(max(1, visitorCount))
    let people = Set(page.comments.map { authors.ofPost[$0] }).map { authors.entries[$0] }
    let named = page.comments.map { post in
      CommentScorer.names(posts[post], own: authors.author(of: post).person, people: people)
    }
    namesSomebody = named
    naming = Double(named.count { $0 }) / Double(max(1, named.count - 1))
    for place in vectors.indices { vectors[place].weigh(by: frequency, count: vectors.count) }
  }

  /// Whether a comment names a number, or opens with the name of somebody on the page.
  private static func names(
    _ post: EvidencePost, own: Int, people: [AuthorTable.Entry]
  ) -> Bool {
    let clues = ReplyClues(post, readsIDs: false)
    let numbers = PageNumbers(Array(post.text.utf8), in: clues.ownBytes)
    if !numbers.ordinals.isEmpty || !numbers.anchors.isEmpty { return true }
    let addressing = Addressing(clues.salutations, people: people.filter { $0.person != own })
    return addressing.isFirstKnown || addressing.isElimination
  }

  func vector(at place: Int) -> WordVector? {
    let index = place >= 0 ? place : page.comments.count
    return vectors.indices.contains(index) ? vectors[index] : nil
  }

  /// The place of a candidate; -1 for the article.
  func place(of candidate: Int?) -> Int { candidate.flatMap { places[$0] } ?? -1 }

  /// Records whom a comment answers, and lets later ones answer it.
  mutating func pass(_ child: Int, under parent: Int?, salutations: [Salutation]) {
    let place = places[child] ?? 0
    let above = self.place(of: parent)
    parents[place] = above
    answerCounts[above, default: 0] += 1
    let person = authors.author(of: child).person
    answeredBy.insert(PairOfNumbers(person, above))
    if commentsOfPerson[person] == nil { people.append(authors.author(of: child)) }
    commentsOfPerson[person, default: []].append(place)
    while self.salutations.count < place { self.salutations.append([]) }
    self.salutations.append(salutations)
  }

  /// Gathers what speaks for whom.
  func gather(_ child: Int) -> (CommentCase, CommentReading) {
    let post = posts[child]
    let place = places[child] ?? 0
    let clues = ReplyClues(post, readsIDs: false)
    let text = ScannedText(post.text, blocks: post.blocks)
    let match = QuoteMatch(text, in: index) { candidate in
      places[candidate].map { $0 < place } ?? false
    }
    var ownWords: Set<UInt64> = []
    var earlyWords: Set<UInt64> = []
    var count = 0
    for passage in text.passages where passage.depth == 0 && passage.kind == .own {
      for word in passage.words {
        ownWords.insert(text.hashes[word])
        if count < 25 { earlyWords.insert(text.hashes[word]) }
        count += 1
      }
    }
    var quotedWords: WordVector?
    if match.quotedCount > 0 {
      var words = WordVector(text, ofQuotations: true)
      words.weigh(by: frequency, count: vectors.count)
      quotedWords = words
    }
    let reading = CommentReading(
      child: ChildReading(clues: clues, text: text, match: match),
      numbers: PageNumbers(Array(post.text.utf8), in: clues.ownBytes), ownWords: ownWords,
      earlyWords: earlyWords, quotedWords: quotedWords)
    let candidates = candidates(of: place, reading: reading)
    var found = CommentCase(
      child: child, candidates: candidates, features: [],
      manner: match.quotedCount > 0 ? .quoting : .silent(among: quoting))
    let addressing = Addressing(
      clues.salutations, people: people(except: child))
    for candidate in candidates {
      found.features.append(
        features(
          of: candidate, child: child, place: place, reading: reading, addressing: addressing)
      )
    }
    compare(&found, reading: reading)
    return (found, reading)
  }

  /// The people that a comment may speak to, the article's author first.
  private func people(except child: Int) -> [AuthorTable.Entry] {
    let own = authors.author(of: child).person
    var found: [AuthorTable.Entry] = []
    if let article = page.articleIndex { found.append(authors.author(of: article)) }
    found += people.suffix(CommentScorer.peopleReach)
    return found.filter { $0.person != own }
  }

  private func candidates(of place: Int, reading: CommentReading) -> [Int?] {
    var chosen: Set<Int> = []
    for earlier in max(0, place - CommentScorer.reach)..<place { chosen.insert(earlier) }
    let strong = reading.child.match.shares
      .filter { $0.value.writtenCount > 0 || $0.value.copiedCount > 0 }
      .map { (place: places[$0.key] ?? -1, weight: $0.value.written + $0.value.copied) }
      .sorted { $0.weight != $1.weight ? $0.weight > $1.weight : $0.place > $1.place }
    for item in strong.prefix(8) where item.place >= 0 { chosen.insert(item.place) }
    if place > CommentScorer.reach {
      for (value, _) in reading.numbers.ordinals {
        if let earlier = placeOfOrdinal[value], earlier < place { chosen.insert(earlier) }
      }
      for (value, _) in reading.numbers.anchors {
        if let earlier = placeOfAnchor[value], earlier < place { chosen.insert(earlier) }
      }
      for author in people.suffix(CommentScorer.peopleReach)
      where reading.child.clues.salutations.contains(where: { author.fit($0) > 0 })
        || reading.child.clues.attributions.contains(where: { author.agreement(with: $0) > 0 })
      {
        chosen.formUnion((commentsOfPerson[author.person] ?? []).suffix(3))
        if chosen.count > 4 * CommentScorer.reach { break }
      }
    }
    // The article comes first, so that it wins where nothing tells more.
    return [page.articleIndex] + chosen.sorted(by: >).map { page.comments[$0] }
  }

  /// The rare words that two posts share, the rarest first, at most four.
  func sharedWords(of child: Int, and candidate: Int?, text: ScannedText) -> String {
    guard let own = vector(at: places[child] ?? 0), let other = vector(at: place(of: candidate))
    else { return "" }
    let utf8 = Array(posts[child].text.utf8)
    return own.rarestShared(with: other) {
      frequency[$0, default: 0] <= max(2, vectors.count / 8)
    }.compactMap { hash in
      text.hashes.firstIndex(of: hash).map {
        String(decoding: utf8[text.bytes(of: $0..<$0 + 1)], as: UTF8.self)
      }
    }.joined(separator: ", ")
  }
}

extension EvidencePost {
  /// The number of the anchor that its permalink ends in: 123 of `…#comment-123`.
  var anchor: Int? {
    guard let permalink else { return nil }
    let digits = permalink.utf8.reversed().prefix { $0 &- 0x30 < 10 }.count
    guard (1...12).contains(digits),
      permalink.utf8.dropLast(digits).suffix(8).elementsEqual("comment-".utf8)
    else { return nil }
    return Int(permalink.suffix(digits))
  }

  /// Whether its permalink ends in an anchor with this number.
  func hasAnchor(_ value: Int) -> Bool { anchor == value }
}
