/// Chooses the passages of a thread that a digest of standard length shows.
///
/// Greedy coverage as METHODS B4 found it better than ranking by centrality: each step takes the passage that adds
/// most of the thread's shared vocabulary for its length, raised when it asks, argues, opens or closes the thread, or
/// was quoted by others. Before that every participant gets a passage, as far as most of the budget goes, and so do the
/// posts that much of the thread hangs on. Limits per post and person keep one voice from filling the digest. What is
/// shown should follow from what is shown: an answer gains where the post that it answers is there, a passage where the
/// one before it is, and a passage that leans on what stands before it loses where that is left out. Ties go to the
/// earlier passage.
struct PassageChoice {
  /// A post as the choice sees it.
  struct Candidate {
    var body: PostBody
    var author: Int
    /// Place in time among the posts of the thread; 0 is the first.
    var age: Int
    var isMatch: Bool
    var isRoot: Bool
    /// The post that it answers.
    var parent: Int?
  }

  /// Threads up to so many words are shown whole: what a cut would save is not worth the gaps.
  static let wholeWordCount = 1_000
  /// Posts up to so many words are shown whole where anything of them is.
  private static let wholePostWordCount = 35
  /// What is shown of the shortest thread that is cut.
  private static let leastWordCount = 700

  private let candidates: [Candidate]
  private let vocabulary: PassageVocabulary
  private let bonuses: [Double]
  private let leansBack: [Bool]
  private let budget: Int
  private let postLimit: Int
  private var chosen: [Bool]
  private var covered: [Double]
  private var shown = 0
  private var shownOfPost: [Int]
  /// For each post, those that answer it.
  private let answers: [[Int]]
  /// For each post, how many stand below it.
  private let descendants: [Int]
  /// What may be worth showing, with an upper bound of its gain.
  private var queue = UnitQueue()
  private var shownOfAuthor: [Int]

  /// For each post, for each of its units, whether it is shown.
  ///
  /// - Parameters:
  ///   - subject: What the thread says it is about; passages that speak of it count more.
  ///   - picked: Units that are shown in any case, such as those that state an outcome.
  ///   - contested: What is contradicted by some of them; shown while half of the budget lasts.
  static func choose(
    from candidates: [Candidate], words: ThreadWords, authorCount: Int, subject: String = "",
    picked: [ThreadWords.Place] = [], contested: [ThreadWords.Place] = []
  ) -> [[Bool]] {
    let total = candidates.reduce(0) { $0 + $1.body.wordCount }
    guard total > wholeWordCount else {
      return candidates.map { Array(repeating: true, count: $0.body.units.count) }
    }
    let wanted = Set(PassageVocabulary.words(of: subject).filter { $0.utf8.count > 3 })
    var choice = PassageChoice(
      candidates, words, total: total, authorCount: authorCount, subject: wanted)
    choice.takeEnds()
    choice.takeHubs()
    for pick in picked { choice.takeWithItsGround(pick) }
    for place in contested where choice.shown < choice.budget / 2 {
      choice.takeWithItsGround(place)
    }
    choice.takeMatches()
    choice.takeOneOfEachAuthor(authorCount)
    choice.takeGreedily()
    return choice.result()
  }

  private init(
    _ candidates: [Candidate], _ words: ThreadWords, total: Int, authorCount: Int,
    subject: Set<String>
  ) {
    self.candidates = candidates
    vocabulary = PassageVocabulary(candidates, words)
    budget = PassageChoice.leastWordCount + (total - PassageChoice.leastWordCount) / 16
    var answers = Array(repeating: [Int](), count: candidates.count)
    var descendants = Array(repeating: 0, count: candidates.count)
    for index in candidates.indices.reversed() {
      // In reply order a post stands below the one that it answers.
      guard let parent = candidates[index].parent, parent < index else { continue }
      answers[parent].append(index)
      descendants[parent] += descendants[index] + 1
    }
    self.answers = answers
    self.descendants = descendants
    postLimit = max(90, budget / max(1, candidates.count))
    chosen = Array(repeating: false, count: vocabulary.units.count)
    covered = Array(repeating: 1, count: vocabulary.weights.count)
    shownOfPost = Array(repeating: 0, count: candidates.count)
    shownOfAuthor = Array(repeating: 0, count: authorCount)
    let last = candidates.count - 1
    leansBack = vocabulary.units.map {
      PassageCues.leansBack(candidates[$0.post].body.units[$0.index])
    }
    bonuses = vocabulary.units.map { unit in
      let post = candidates[unit.post]
      var bonus = 1.0
      if post.isRoot { bonus += 0.6 }
      if post.age >= last - 2 { bonus += 0.5 }
      if post.isMatch { bonus += 0.5 }
      // What many answer moved the thread.
      bonus += 0.15 * Double(min(4, answers[unit.post].count))
      if unit.isFirst { bonus += 0.2 }
      bonus += 0.7 * Double(min(3, unit.quotedCount))
      let passage = post.body.units[unit.index]
      let shared = subject.isEmpty ? 0 : Set(passage.words).intersection(subject).count
      return PassageCues.weight(of: passage, bonus: bonus) * (1 + 0.2 * Double(min(2, shared)))
    }
  }

  /// A passage, and the one before it where it leans on that.
  private mutating func takeWithItsGround(_ place: ThreadWords.Place) {
    let range = vocabulary.range(ofPost: place.post)
    let index = range.lowerBound + place.unit
    guard range.contains(index), !chosen[index] else { return }
    if leansBack[index], index > range.lowerBound, !chosen[index - 1], isPaired(index - 1, index),
      vocabulary.units[index - 1].wordCount <= 40
    {
      take(index - 1)
    }
    take(index)
    // "Not really." says little without the sentence behind it.
    let body = candidates[place.post].body
    if vocabulary.units[index].wordCount < 8, range.contains(index + 1), !chosen[index + 1],
      !body.units[place.unit + 1].isVerbatim, body.isAdjacent(place.unit, place.unit + 1),
      vocabulary.units[index + 1].wordCount <= 50
    {
      take(index + 1)
    }
  }

  /// How the root starts, its greeting left aside, and the best of the last post.
  private mutating func takeEnds() {
    for post in candidates.indices
    where candidates[post].isRoot || candidates[post].age == candidates.count - 1 {
      if candidates[post].isRoot {
        for index in vocabulary.range(ofPost: post)
        where shownOfPost[post] < 60 && bonuses[index] >= 1
          && shownOfPost[post] + vocabulary.units[index].wordCount < 120
        {
          take(index)
        }
      }
      if shownOfPost[post] == 0 { takeBest(of: vocabulary.range(ofPost: post)) }
    }
  }

  /// The posts below which a good part of the thread hangs, the largest parts first; two passages where it is a third.
  private mutating func takeHubs() {
    let share = max(3, candidates.count / 12)
    let hubs = candidates.indices.filter { answers[$0].count >= 2 && descendants[$0] >= share }
      .sorted { (descendants[$1], $0) < (descendants[$0], $1) }
    for post in hubs where shownOfPost[post] == 0 && shown < budget / 3 {
      takeBest(of: vocabulary.range(ofPost: post))
      if descendants[post] * 3 >= candidates.count {
        takeBest(of: vocabulary.range(ofPost: post))
      }
    }
  }

  private mutating func takeMatches() {
    for post in candidates.indices where candidates[post].isMatch && shownOfPost[post] == 0 {
      guard shown < budget else { return }
      takeBest(of: vocabulary.range(ofPost: post))
    }
  }

  /// Those who wrote most come first, so that a short budget leaves out the least.
  private mutating func takeOneOfEachAuthor(_ authorCount: Int) {
    var words = Array(repeating: 0, count: authorCount)
    for candidate in candidates { words[candidate.author] += candidate.body.wordCount }
    var unitsOfAuthor = Array(repeating: [Int](), count: authorCount)
    for (index, unit) in vocabulary.units.enumerated() {
      unitsOfAuthor[candidates[unit.post].author].append(index)
    }
    let order = (0..<authorCount).sorted { (words[$1], $0) < (words[$0], $1) }
    for author in order where shownOfAuthor[author] == 0 && words[author] > 0 {
      guard shown < budget * 8 / 10 else { return }
      takeBest(of: unitsOfAuthor[author])
    }
  }

  /// Lazy greedy: a gain only shrinks as more is covered, so a stale one is an upper bound.
  private mutating func takeGreedily() {
    for index in vocabulary.units.indices where !chosen[index] {
      queue.push(index, gain(index))
    }
    let authorLimit = max(150, budget / 4)
    while shown < budget, let (index, bound) = queue.pop() {
      let unit = vocabulary.units[index]
      let count = unit.wordCount
      guard !chosen[index], bound > 0, shown + count <= budget + 20,
        shownOfPost[unit.post] + count <= postLimit || shownOfPost[unit.post] == 0,
        shownOfAuthor[candidates[unit.post].author] + count <= authorLimit
      else { continue }
      let now = gain(index)
      if let next = queue.peek, now < next {
        queue.push(index, now)
      } else {
        take(index)
      }
    }
  }

  private mutating func takeBest(of indices: some Sequence<Int>) {
    var best: (index: Int, gain: Double)?
    for index in indices where !chosen[index] {
      let gain = gain(index)
      if gain > best?.gain ?? 0 { best = (index, gain) }
    }
    if let best { take(best.index) }
  }

  private mutating func take(_ index: Int) {
    let unit = vocabulary.units[index]
    let isFirstOfPost = shownOfPost[unit.post] == 0
    chosen[index] = true
    shown += unit.wordCount
    shownOfPost[unit.post] += unit.wordCount
    shownOfAuthor[candidates[unit.post].author] += unit.wordCount
    for word in unit.words { covered[word] *= 0.4 }
    // What follows from this gains by it, so that its bounds of before no longer hold.
    if let next = follower(of: index) { queue.push(next, gain(next)) }
    guard isFirstOfPost else { return }
    // A post of a few lines is not worth a cut.
    if candidates[unit.post].body.wordCount <= PassageChoice.wholePostWordCount {
      for other in vocabulary.range(ofPost: unit.post)
      where !chosen[other] && !vocabulary.units[other].isCopy { take(other) }
    }
    for answer in answers[unit.post] {
      for other in vocabulary.range(ofPost: answer) where !chosen[other] {
        queue.push(other, gain(other))
      }
    }
  }

  /// The passage behind another in one paragraph.
  private func follower(of index: Int) -> Int? {
    let next = index + 1
    guard next < vocabulary.units.count, !chosen[next], isPaired(index, next) else { return nil }
    return next
  }

  private func isPaired(_ index: Int, _ next: Int) -> Bool {
    let (one, other) = (vocabulary.units[index], vocabulary.units[next])
    let units = candidates[one.post].body.units
    return one.post == other.post && units[one.index].part == units[other.index].part
  }

  private func gain(_ index: Int) -> Double {
    let unit = vocabulary.units[index]
    guard unit.wordCount > 0, !unit.isCopy else { return 0 }
    var sum = 0.05
    for word in unit.words { sum += vocabulary.weights[word] * covered[word] }
    let follows = index > 0 && chosen[index - 1] && isPaired(index - 1, index)
    if follows {
      sum *= 1.4
    } else if !unit.isFirst, leansBack[index] {
      sum *= 0.55
    }
    if let parent = candidates[unit.post].parent, shownOfPost[parent] > 0 { sum *= 1.25 }
    // Very long passages would crowd others out; very short ones say little without their context.
    return sum * bonuses[index] / Double(12 + unit.wordCount)
  }

  private func result() -> [[Bool]] {
    candidates.indices.map { post in
      vocabulary.range(ofPost: post).map { chosen[$0] }
    }
  }
}

/// A binary heap of units, the greatest gain first, then the lowest index.
private struct UnitQueue {
  private var items: [(index: Int, gain: Double)] = []

  var peek: Double? { items.first?.gain }

  mutating func push(_ index: Int, _ gain: Double) {
    items.append((index, gain))
    var child = items.count - 1
    while child > 0, precedes(child, (child - 1) / 2) {
      items.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> (index: Int, gain: Double)? {
    guard let first = items.first else { return nil }
    items.swapAt(0, items.count - 1)
    items.removeLast()
    var parent = 0
    while true {
      var best = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < items.count && precedes(child, best) { best = child }
      guard best != parent else { return first }
      items.swapAt(parent, best)
      parent = best
    }
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    let (one, other) = (items[left], items[right])
    return one.gain != other.gain ? one.gain > other.gain : one.index < other.index
  }
}
