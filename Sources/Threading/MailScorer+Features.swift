internal import Discussion
internal import People

extension MailScorer {
  /// Gathers what speaks for whom.
  ///
  /// - Parameter text: The words of the child.
  mutating func gather(_ child: Int, text: ScannedText) -> (MailCase, ChildReading) {
    let post = posts[child]
    let clues = ReplyClues(post, readsIDs: true)
    let match = QuoteMatch(text, in: index) { [posts, places] candidate in
      guard posts[candidate].kind == .message else { return false }
      if places[candidate] < places[child] { return true }
      guard candidate != child, let late = posts[candidate].instant, let early = post.instant
      else { return false }
      return late - early <= MailScorer.quoteSlack
    }
    let named = named(by: clues, child: child)
    let base = post.subject.map { BaseSubject($0) }
    let wasSubject = base?.was.flatMap { subjectOfText[MailScorer.folded($0)] }
    let candidates = candidates(
      of: child, clues: clues, match: match, named: named.posts, wasSubject: wasSubject)
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
      if author.person == person { vector[.copied] = 0 }
      attributionFeatures(&vector, clues: clues, candidate: candidate, author: author)
      if let first = named.posts.first {
        if candidate == first, !named.isFirstMissing {
          vector[.messageID] = 1
        } else if named.posts.contains(candidate) {
          vector[.messageIDLater] = 1
        } else {
          vector[.messageIDOther] = 1
        }
      } else if named.isFirstMissing {
        vector[.messageIDOther] = 1
      }
      vector[.later] = places[candidate] > places[child] ? 1 : 0
      vector[.salutation] = fits[number]
      vector[.salutationOther] = fits[number] == 0 && bestFit > 0 ? 1 : 0
      if own >= 0, subjects[candidate] == own {
        vector[.subject] = 1
        vector[.subjectReply] = isReply[child] ? 1 : 0
        vector[.subjectUnmarked] = isReply[child] ? 0 : 1 - markedShare
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
    found.root[.unmarked] = isReply[child] ? 0 : markedShare
    found.root[.forward] = base?.isForward == true && !isReply[child] ? 1 : 0
    found.root[.namesMissing] = named.isFirstMissing ? 1 : 0
    if match.quotedCount == 0 {
      found.root[.plain] = isReply[child] ? 0 : 1
      compareWords(&found, text: text)
    }
    return (found, ChildReading(clues: clues, text: text, match: match))
  }

  /// Where nothing is quoted: how alike the words are, and whether an author is named.
  private mutating func compareWords(_ found: inout MailCase, text: ScannedText) {
    guard !found.candidates.isEmpty else { return }
    var ownWords: Set<UInt64> = []
    for passage in text.passages where passage.depth == 0 && passage.kind == .own {
      ownWords.formUnion(text.hashes[passage.words])
    }
    let person = authors.author(of: found.child).person
    for (number, candidate) in found.candidates.enumerated() {
      let author = authors.author(of: candidate)
      guard author.person != person else { continue }
      let isNamed = author.name.words.contains {
        $0.count >= 3 && ownWords.contains(ScannedText.hash(of: $0))
      }
      if isNamed { found.features[number][.mention] = 1 }
    }
    guard found.candidates.count > 1 else { return }
    var vectors = found.candidates.map { words(of: $0) }
    vectors.append(words(of: found.child))
    var frequency: [UInt64: Int] = [:]
    for vector in vectors {
      for entry in vector.entries { frequency[entry.word, default: 0] += 1 }
    }
    for index in vectors.indices { vectors[index].weigh(by: frequency, count: vectors.count) }
    let own = vectors.removeLast()
    var best: (index: Int, likeness: Double)?
    for (index, vector) in vectors.enumerated() {
      let likeness = own.likeness(to: vector)
      found.features[index][.words] = likeness
      if likeness > best?.likeness ?? 0 { best = (index, likeness) }
    }
    if let best, best.likeness >= 0.05 { found.features[best.index][.wordsBest] = 1 }
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
      hasName = hasName || attribution.name != nil
      let agreement = author.agreement(with: attribution)
      if agreement > best {
        best = agreement
        bestClock = attribution.clock
      }
    }
    vector[.attributionName] = best
    vector[.attributionOther] = best == 0 && hasName ? 1 : 0
    guard let clock = bestClock, let instant = posts[candidate].instant else { return }
    if clock.hasTime {
      vector[clock.tellsTime(of: instant) ? .time : .timeOther] = 1
    }
    if clock.hasDay { vector[clock.tellsDay(of: instant) ? .day : .dayOther] = 1 }
  }
}
