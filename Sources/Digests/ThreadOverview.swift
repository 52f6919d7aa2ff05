internal import Discussion
internal import SourceBytes

/// Picks the sentences of a thread that say what it asks, where people part, and what came of it.
struct ThreadOverview {
  /// A sentence by its place.
  struct Pick: Hashable {
    var post: Int
    var unit: Int
    var text: String
    var score: Double
  }

  private(set) var question: Pick?
  private(set) var agreements: [Pick] = []
  private(set) var disagreements: [Pick] = []
  private(set) var openQuestions: [Pick] = []
  private(set) var outcome: [Pick] = []
  private(set) var lastPosts: [Pick] = []

  /// Every pick: what a shortened thread must show.
  var picks: [Pick] {
    [question].compactMap { $0 } + outcome + disagreements + agreements + openQuestions + lastPosts
  }

  /// - Complexity: Linear in the words of the thread.
  init(
    _ conversation: Conversation, bodies: [PostBody], authors: [String], ages: [Int],
    options: DigestOptions
  ) {
    let posts = conversation.posts
    guard let first = posts.indices.first(where: { bodies[$0].wordCount > 0 }) else { return }
    var limit = options.length == .brief ? 2 : options.length == .standard ? 4 : 8
    if options.length == .standard, posts.count > 80 { limit = 6 }
    // What a missing post asked nobody here can tell.
    if posts[0].kind != .missing {
      question = ThreadOverview.question(
        first, bodies[first], subject: posts.lazy.compactMap(\.subject).first ?? "")
    }
    var isAnswered = Array(repeating: false, count: posts.count)
    for parent in conversation.parents {
      if let parent, posts.indices.contains(parent) { isAnswered[parent] = true }
    }
    let weights = ThreadOverview.weights(conversation.parents)
    let last = Double(max(1, posts.count - 1))
    var agreeing: [Pick] = []
    var contradicting: [Pick] = []
    var stating: [Pick] = []
    var asking: [Pick] = []
    for post in posts.indices where posts[post].kind != .missing && posts[post].kind != .pingback {
      let parent = conversation.parents[post].flatMap { posts.indices.contains($0) ? $0 : nil }
      let answersOther = parent.map { authors[$0] != authors[post] } ?? false
      let marks = (options.marks[posts[post].id] ?? []).filter(options.suggestions.shows)
      let age = Double(ages[post]) / last
      for (unit, content) in bodies[post].units.enumerated() where !content.isVerbatim {
        let sentences = Sentences.split(content.text)
        for (index, sentence) in sentences.enumerated() {
          let cues = CueSentence(sentence)
          guard cues.words.count >= 1 else { continue }
          func substance(_ text: String) -> Double { Double(min(25, WordCount.of(text))) / 25 }
          func pick(_ text: String, _ score: Double) -> Pick {
            Pick(post: post, unit: unit, text: text, score: score + substance(text))
          }
          if answersOther {
            // "No", "right" or "but" answer somebody only where they open a post or follow what it quotes.
            let isOpening = index == 0 && bodies[post].opensAnswer(unit)
            // A bare vote is listed where nobody says more.
            let worth = cues.words.count < 3 ? -2.0 : 0
            let place = (unit == 0 && index < 2 ? 0.6 : 0) + 0.3 * weights[post] + worth
            let isNear = index <= 1 && bodies[post].opensAnswer(unit)
            // "Indeed. However …" agrees in form only.
            let turns =
              cues.words.count <= 2 && index + 1 < sentences.count
              && ["however", "but"].contains(CueSentence(sentences[index + 1]).words.first)
            let yes = turns ? 0 : OutcomeCues.agreement(cues, isOpening: isOpening)
            let no = OutcomeCues.disagreement(cues, isOpening: isOpening, isNear: isNear)
            if max(yes, no) >= 0.9 {
              let text = ThreadOverview.completed(
                sentence, cues, index, sentences, unit, bodies[post])
              if text.hasSuffix(":") {
                // What only leads on says nothing alone.
              } else if no >= (isOpening ? 0.9 : 1.6), no >= yes {
                contradicting.append(pick(text, no + place))
              } else if yes >= 1.5, yes > no {
                agreeing.append(pick(text, yes + place))
              }
            }
          }
          let stated = OutcomeCues.outcome(cues)
          if stated > 0, post != first || posts.count == 1 {
            stating.append(pick(sentence, stated + 1.5 * age - 0.7 * substance(sentence)))
          }
          if !isAnswered[post], post != first, cues.words.count >= 6, cues.asks,
            ThreadOverview.waits(index, sentences, unit, bodies[post])
          {
            asking.append(pick(sentence, 0.5 * age + (marks.isEmpty ? 0 : 0.2)))
          }
        }
      }
      for mark in marks {
        guard let exact = mark.exact, !exact.isEmpty else { continue }
        let unit = bodies[post].units.firstIndex { $0.text.contains(exact) } ?? 0
        let marked = Pick(post: post, unit: unit, text: DisplayText.line(exact), score: 6)
        if mark.stance == "agree" { agreeing.append(marked) }
        if mark.stance == "disagree" { contradicting.append(marked) }
        if mark.role == "decision" { stating.append(marked) }
      }
    }
    agreements = ThreadOverview.best(agreeing, limit, authors)
    disagreements = ThreadOverview.best(contradicting, limit + 2, authors)
    openQuestions = ThreadOverview.best(asking, limit, authors)
    outcome = ThreadOverview.best(stating.filter { $0.score >= 3.6 }, 3, authors)
      .sorted { (ages[$0.post], $0.unit) < (ages[$1.post], $1.unit) }
    guard outcome.isEmpty else { return }
    let latest = posts.indices.filter { bodies[$0].wordCount > 0 && $0 != first }
      .sorted { ages[$0] < ages[$1] }.suffix(2)
    lastPosts = latest.compactMap { ThreadOverview.opening($0, bodies[$0]) }
  }

  /// Whether a question is left standing: nothing but further questions follows it in its paragraph.
  ///
  /// Who goes on behind a question mostly answers it, or did not mean to ask.
  private static func waits(
    _ index: Int, _ sentences: [String], _ unit: Int, _ body: PostBody
  ) -> Bool {
    guard sentences[(index + 1)...].allSatisfy({ CueSentence($0).isQuestion }) else { return false }
    return unit + 1 == body.units.count || body.units[unit + 1].part != body.units[unit].part
      || body.units[unit + 1].line != body.units[unit].line
  }

  /// A sentence that says little alone, such as "I disagree.", with the one behind it.
  private static func completed(
    _ sentence: String, _ cues: CueSentence, _ index: Int, _ sentences: [String], _ unit: Int,
    _ body: PostBody
  ) -> String {
    guard cues.words.count < 8 else { return sentence }
    var next: String?
    if index + 1 < sentences.count {
      next = sentences[index + 1]
    } else if unit + 1 < body.units.count, !body.units[unit + 1].isVerbatim,
      body.isAdjacent(unit, unit + 1)
    {
      next = Sentences.split(body.units[unit + 1].text).first
    }
    guard let next, CueSentence(next).words.count >= 4 else { return sentence }
    return sentence + " " + next
  }

  /// For each post how much of the thread hangs on it, from 0 to 3: how often the posts below it double.
  private static func weights(_ parents: [Int?]) -> [Double] {
    var descendants = Array(repeating: 0, count: parents.count)
    for index in parents.indices.reversed() {
      guard let parent = parents[index], parent < index, parent >= 0 else { continue }
      descendants[parent] += descendants[index] + 1
    }
    return descendants.map { count in
      var doublings = 0.0
      var rest = count + 1
      while rest > 1, doublings < 6 {
        rest /= 2
        doublings += 1
      }
      return doublings / 2
    }
  }

  /// The sentence of the first post that most looks like what it asks or proposes, else its first telling one.
  ///
  /// Questions count most, and more where they share words with the subject; one that the author answers at once does not.
  private static func question(_ post: Int, _ body: PostBody, subject: String) -> Pick? {
    let wanted = Set(PassageVocabulary.words(of: subject).filter { $0.utf8.count > 3 })
    var sentences: [(unit: Int, text: String)] = []
    for (unit, content) in body.units.enumerated() where !content.isVerbatim {
      sentences += Sentences.split(content.text).map { (unit, $0) }
    }
    var best: Pick?
    for (index, sentence) in sentences.enumerated() {
      let cues = CueSentence(sentence.text)
      guard (4...60).contains(cues.words.count) else { continue }
      var score = 0.0
      if cues.isQuestion {
        let next = index + 1 < sentences.count ? CueSentence(sentences[index + 1].text) : nil
        let isAnswered = answerWords.contains(next?.words.first ?? "")
        score = isAnswered ? 0.4 : 2
      } else if proposals.best(in: cues) > 0 {
        score = 1.5
      }
      guard score > 0 else { continue }
      score += 0.5 * Double(min(3, Set(cues.words).intersection(wanted).count))
      // What is asked for stands near the end.
      if score >= best?.score ?? 0 {
        best = Pick(post: post, unit: sentence.unit, text: sentence.text, score: score)
      }
    }
    return best ?? opening(post, body)
  }

  /// With which people answer their own question.
  private static let answerWords: Set<String> = ["because", "yes", "no", "none", "well", "simple"]

  private static let proposals = CuePhrases(
    [
      "i propose", "i suggest", "i'd like to", "i would like to", "i want to", "let us", "let's",
      "please", "we should", "should we", "the proposal", "this proposal", "we propose", "here is",
      "i'm proposing", "the question", "the problem", "the idea", "we need", "ich schlage",
      "je propose", "propongo",
    ].map { ($0, 1) })

  private static func opening(_ post: Int, _ body: PostBody) -> Pick? {
    var fallback: Pick?
    for (unit, content) in body.units.enumerated().prefix(12) where !content.isVerbatim {
      for sentence in Sentences.split(content.text).prefix(4) {
        let pick = Pick(post: post, unit: unit, text: sentence, score: 0)
        if PassageCues.isTelling(sentence) { return pick }
        if fallback == nil { fallback = pick }
      }
    }
    return fallback
  }

  /// The highest scores in reading order, one of each person while others have something to say, then two.
  private static func best(_ picks: [Pick], _ limit: Int, _ authors: [String]) -> [Pick] {
    var counts: [String: Int] = [:]
    var seen: Set<String> = []
    var best: [Pick] = []
    let sorted = picks.sorted { left, right in
      left.score != right.score
        ? left.score > right.score : (left.post, left.unit) < (right.post, right.unit)
    }
    for share in [1, 2] {
      for pick in sorted where best.count < limit {
        guard counts[authors[pick.post], default: 0] < share, !seen.contains(pick.text),
          !best.contains(where: { $0.post == pick.post && $0.unit == pick.unit })
        else { continue }
        seen.insert(pick.text)
        counts[authors[pick.post], default: 0] += 1
        best.append(pick)
      }
    }
    return best.sorted { ($0.post, $0.unit) < ($1.post, $1.unit) }
  }

  /// The place of each post in time.
  static func ages(_ posts: [Post]) -> [Int] {
    let byAge = posts.indices.sorted {
      let (left, right) = (posts[$0].date?.stated.instant, posts[$1].date?.stated.instant)
      if let left, let right, left != right { return left < right }
      return $0 < $1
    }
    var ages = Array(repeating: 0, count: posts.count)
    for (age, index) in byAge.enumerated() { ages[index] = age }
    return ages
  }
}
