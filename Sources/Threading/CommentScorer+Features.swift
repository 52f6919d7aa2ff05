internal import Discussion
internal import People

extension CommentScorer {
  /// What speaks for and against one candidate.
  func features(
    of candidate: Int?, child: Int, place: Int, reading: CommentReading, addressing: Addressing
  ) -> FeatureVector<CommentFeature> {
    var vector = FeatureVector<CommentFeature>()
    let earlier = self.place(of: candidate)
    let me = authors.author(of: child)
    let author = candidate.map { authors.author(of: $0) }
    textFeatures(&vector, candidate: candidate, place: place, reading: reading)
    if let author {
      if author.person != me.person {
        nameFeatures(
          &vector, author: author, me: me, earlier: earlier, reading: reading,
          addressing: addressing)
      } else {
        vector[.ownSalutesOther] = addressing.isFirstKnown && earlier >= 0 ? 1 : 0
      }
    }
    vector[.answered] = answeredBy.contains(PairOfNumbers(me.person, earlier)) ? 1 : 0
    let between = place - 1 - earlier
    if earlier < 0 {
      articleFeatures(
        &vector, me: me, place: place, quotes: reading.child.match.quotedCount > 0,
        salutes: addressing.isFirstKnown)
      if !namesSomebody[place], reading.child.match.quotedCount == 0 {
        vector[.articleSilent] = naming
      }
      return vector
    }
    guard let candidate, let author else { return vector }
    vector[.latestOfPerson] = commentsOfPerson[author.person]?.last == earlier ? 1 : 0
    vector[.sameAuthor] = author.person == me.person ? 1 : 0
    let above = parents[earlier] ?? -1
    if above >= 0, author.person != me.person,
      authors.author(of: page.comments[above]).person == me.person
    {
      vector[.turn] = 1
    }
    if let owner = page.owner {
      if me.person == owner, author.person != owner {
        vector[.ownerTurn] = answeredBy.contains(PairOfNumbers(owner, earlier)) ? 0 : 1
      }
      vector[.byOwner] = author.person == owner && me.person != owner ? 1 : 0
    }
    if between == 0 {
      vector[.previous] = 1
      vector[.previousFirst] = commentsOfPerson[me.person] == nil ? 1 : 0
    }
    if author.person == page.owner, above >= 0, vector[.turn] == 0, me.person != page.owner {
      vector[.ownerElsewhere] = 1
    }
    vector[.sinceOwn] = earlier > commentsOfPerson[me.person]?.last ?? -1 ? 1 : 0
    vector[.distance] = -Logarithm.of(Double(1 + between))
    if let late = posts[child].instant, let early = posts[candidate].instant {
      vector[.recency] = -Logarithm.of(1 + Double(max(0, late - early)) / 3600)
    }
    vector[.isTop] = above < 0 ? 1 : 0
    vector[.answers] = Logarithm.of(Double(1 + answerCounts[earlier, default: 0]))
    return vector
  }

  private func textFeatures(
    _ vector: inout FeatureVector<CommentFeature>, candidate: Int?, place: Int,
    reading: CommentReading
  ) {
    let match = reading.child.match
    let share = candidate.flatMap { match.shares[$0] } ?? QuoteMatch.Share()
    if match.total > 0 {
      vector[.quote] = share.written / match.total
      vector[.quoteSize] = Double(min(20, share.writtenCount)) / 20
      // An article of which only the title is there may have been quoted.
      let isUnread = candidate == page.articleIndex && !articleIsRead
      vector[.quoteNone] =
        share.writtenCount == 0 && !isUnread ? Double(min(4, match.quotedCount)) / 4 : 0
      vector[.passedOn] = share.passedOn / match.total
      if share.writtenCount > 0 {
        vector[.quoteCover] = (share.written + share.passedOn) / match.total
      }
    }
    vector[.copied] = Double(min(10, share.copiedCount)) / 10
    let earlier = self.place(of: candidate)
    if let own = self.vector(at: place), let other = self.vector(at: earlier),
      earlier >= 0 || page.articleIndex != nil
    {
      vector[.words] = own.likeness(to: other)
      if let quoted = reading.quotedWords { vector[.quoteWords] = quoted.likeness(to: other) }
    }
    if let candidate, earlier >= 0 {
      let post = posts[candidate]
      if reading.numbers.ordinals.contains(where: { $0.value == post.ordinal })
        || reading.numbers.anchors.contains(where: { post.hasAnchor($0.value) })
      {
        vector[.number] = 1
      }
    }
  }

  private func nameFeatures(
    _ vector: inout FeatureVector<CommentFeature>, author: AuthorTable.Entry,
    me: AuthorTable.Entry, earlier: Int, reading: CommentReading, addressing: Addressing
  ) {
    let attributions = reading.child.clues.attributions.filter { $0.name != nil }
    if !attributions.isEmpty {
      let best = attributions.map { author.agreement(with: $0) }.max() ?? 0
      vector[.attributionName] = best
      vector[.attributionOther] = best == 0 ? 1 : 0
    }
    vector[.salutation] = addressing.first(author)
    vector[.salutationLater] = addressing.later(author)
    vector[.salutationOther] = addressing.isFirstKnown && vector[.salutation] == 0 ? 1 : 0
    vector[.elimination] = addressing.elimination(author)
    let hashes = author.name.words.filter { $0.count >= 3 }.map { ScannedText.hash(of: $0) }
    if hashes.contains(where: reading.earlyWords.contains) {
      vector[.mentionEarly] = 1
    } else if hashes.contains(where: reading.ownWords.contains) {
      vector[.mention] = 1
    }
    if earlier >= 0, earlier < salutations.count {
      vector[.namesMe] = salutations[earlier].contains { me.fit($0) > 0 } ? 1 : 0
    }
  }

  private func articleFeatures(
    _ vector: inout FeatureVector<CommentFeature>, me: AuthorTable.Entry, place: Int, quotes: Bool,
    salutes: Bool
  ) {
    vector[.article] = 1
    vector[.articleFirst] = commentsOfPerson[me.person] == nil ? 1 : 0
    vector[.articleOwner] = me.person == page.owner ? 1 : 0
    vector[.articleDensity] = density
    vector[.articleRegulars] = regulars
    vector[.articleFirstRegulars] = vector[.articleFirst] * regulars
    vector[.articleDistance] = Logarithm.of(Double(1 + place))
    vector[.articleDistanceRegulars] = vector[.articleDistance] * regulars
    vector[.articleReturning] = returning
    vector[.articleFirstReturning] = vector[.articleFirst] * returning
    vector[.articleQuoting] = quoting
    vector[.articleFirstQuoting] = vector[.articleFirst] * quoting
    vector[.articleQuotes] = quotes ? 1 : 0
    vector[.articleSalutes] = salutes ? 1 : 0
    vector[.articleOwnerSalutes] = vector[.articleOwner] * vector[.articleSalutes]
  }

  /// Adds what shows only when candidates stand side by side.
  func compare(_ found: inout CommentCase, reading: CommentReading) {
    let me = authors.author(of: found.child).person
    let lastPartner = commentsOfPerson[me]?.last.flatMap { parents[$0] }.flatMap { place in
      place >= 0 ? authors.author(of: page.comments[place]).person : nil
    }
    let match = reading.child.match
    var mostAlike: Int?
    var hasOpenTurn = false
    var hasOther = false
    // Latest first; the article stands at the head of the list and comes last in time.
    for index in Array(found.candidates.indices.dropFirst()) + [0] {
      if let candidate = found.candidates[index] {
        if match.firstWriters.contains(candidate) { found.features[index][.quoteFirst] = 1 }
        if match.lastWriters.contains(candidate) { found.features[index][.quoteLast] = 1 }
        if !hasOther, found.features[index][.sameAuthor] == 0 {
          hasOther = true
          found.features[index][.previousOther] = 1
        }
        if found.features[index][.latestOfPerson] > 0,
          authors.author(of: candidate).person == lastPartner
        {
          found.features[index][.partner] = 1
        }
      }
      if found.features[index][.turn] > 0, found.features[index][.answered] == 0, !hasOpenTurn {
        hasOpenTurn = true
        found.features[index][.turnOpen] = 1
      }
      if found.features[index][.words] > (mostAlike.map { found.features[$0][.words] } ?? 0.02) {
        mostAlike = index
      }
    }
    if let mostAlike { found.features[mostAlike][.wordsBest] = 1 }
  }
}
