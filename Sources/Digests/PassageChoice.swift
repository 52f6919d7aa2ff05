/// Chooses the passages of a thread that a digest of standard length shows.
///
/// Greedy coverage as METHODS B4 found it better than ranking by centrality: each step takes the passage that adds
/// most of the thread's shared vocabulary for its length, raised when it asks, argues, opens or closes the thread, or
/// was quoted by others. Before that every participant gets a passage, as far as half of the budget goes. Limits per
/// post and person keep one voice from filling the digest. Ties go to the earlier passage.
struct PassageChoice {
  /// A post as the choice sees it.
  struct Candidate {
    var body: PostBody
    var author: Int
    /// Place in time among the posts of the thread; 0 is the first.
    var age: Int
    var isMatch: Bool
    var isRoot: Bool
    /// What it quotes.
    var quoted: [String]
  }

  /// Threads up to so many words are shown whole.
  static let wholeWordCount = 700

  private let candidates: [Candidate]
  private let vocabulary: PassageVocabulary
  private let bonuses: [Double]
  private let budget: Int
  private let postLimit: Int
  private var chosen: [Bool]
  private var covered: [Double]
  private var shown = 0
  private var shownOfPost: [Int]
  private var shownOfAuthor: [Int]

  /// For each post, for each of its units, whether it is shown.
  ///
  /// - Parameter picked: Units that are shown in any case, such as those that state an outcome.
  static func choose(
    from candidates: [Candidate], authorCount: Int, picked: [(post: Int, unit: Int)] = []
  ) -> [[Bool]] {
    let total = candidates.reduce(0) { $0 + $1.body.wordCount }
    guard total > wholeWordCount else {
      return candidates.map { Array(repeating: true, count: $0.body.units.count) }
    }
    var choice = PassageChoice(candidates, total: total, authorCount: authorCount)
    choice.takeEnds()
    for pick in picked {
      let range = choice.vocabulary.range(ofPost: pick.post)
      let index = range.lowerBound + pick.unit
      if range.contains(index), !choice.chosen[index] { choice.take(index) }
    }
    choice.takeMatches()
    choice.takeOneOfEachAuthor(authorCount)
    choice.takeGreedily()
    return choice.result()
  }

  private init(_ candidates: [Candidate], total: Int, authorCount: Int) {
    self.candidates = candidates
    vocabulary = PassageVocabulary(candidates)
    budget = PassageChoice.wholeWordCount + (total - PassageChoice.wholeWordCount) / 25
    postLimit = max(90, budget / max(1, candidates.count))
    chosen = Array(repeating: false, count: vocabulary.units.count)
    covered = Array(repeating: 1, count: vocabulary.weights.count)
    shownOfPost = Array(repeating: 0, count: candidates.count)
    shownOfAuthor = Array(repeating: 0, count: authorCount)
    let last = candidates.count - 1
    bonuses = vocabulary.units.map { unit in
      let post = candidates[unit.post]
      var bonus = 1.0
      if post.isRoot { bonus += 0.6 }
      if post.age >= last - 2 { bonus += 0.5 }
      if post.isMatch { bonus += 0.5 }
      if unit.isFirst { bonus += 0.2 }
      bonus += 0.7 * Double(min(3, unit.quotedCount))
      return PassageCues.weight(of: post.body.units[unit.index], bonus: bonus)
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
      guard shown < budget * 6 / 10 else { return }
      takeBest(of: unitsOfAuthor[author])
    }
  }

  /// Lazy greedy: a gain only shrinks as more is covered, so a stale one is an upper bound.
  private mutating func takeGreedily() {
    var queue = UnitQueue()
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
    chosen[index] = true
    shown += unit.wordCount
    shownOfPost[unit.post] += unit.wordCount
    shownOfAuthor[candidates[unit.post].author] += unit.wordCount
    for word in unit.words { covered[word] *= 0.4 }
  }

  private func gain(_ index: Int) -> Double {
    let unit = vocabulary.units[index]
    guard unit.wordCount > 0, !unit.isCopy else { return 0 }
    var sum = 0.05
    for word in unit.words { sum += vocabulary.weights[word] * covered[word] }
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
