internal import Discussion
internal import People

extension CommentScorer {
  /// Why a candidate was chosen: what counts for it, with the words that carry it.
  func reasons(for best: Int, of found: CommentCase, reading: CommentReading) -> [Evidence] {
    let candidate = found.candidates[best]
    let child = posts[found.child]
    let vector = found.features[best]
    let shares = CommentModel.weights(for: found.manner).shares(of: vector)
    var writer = EvidenceWriter(text: child.text)
    let author = candidate.map { authors.author(of: $0) }
    for (kind, weight) in shares where weight > 0 {
      switch kind {
      case .ordinal:
        let ordinal = candidate.flatMap { posts[$0].ordinal }
        let place =
          reading.numbers.ordinals.first { $0.value == ordinal }
          ?? reading.numbers.anchors.first { number in
            candidate.map { posts[$0].hasAnchor(number.value) } ?? false
          }
        if let place { writer.add(.ordinal, weight: weight, bytes: place.bytes) }
      case .quote:
        guard let candidate else { break }
        let isOwn = (reading.child.match.shares[candidate]?.writtenCount ?? 0) == 0
        if let run = QuoteMatch.longestRun(
          of: reading.child.text, in: index, writtenBy: candidate, isOwn: isOwn)
        {
          writer.add(.quote, weight: weight, bytes: reading.child.text.bytes(of: run))
        }
      case .attribution:
        if let author,
          let line = reading.child.clues.attributions.first(where: {
            author.agreement(with: $0) > 0
          })
        {
          writer.add(.attribution, weight: weight, scalars: line.range)
        }
      case .salutation:
        guard let author else { break }
        let salutations = reading.child.clues.salutations
        if let call = salutations.first(where: { author.fit($0) > 0 })
          ?? (vector[.elimination] > 0 ? salutations.first : nil)
        {
          writer.add(.salutation, weight: weight, bytes: call.bytes)
        }
      case .mention:
        // A name that opens the comment is told once.
        if let author, vector[.salutation] + vector[.salutationLater] == 0,
          let bytes = reading.child.text.ownMention(of: author)
        {
          writer.add(.mention, weight: weight, bytes: bytes)
        }
      case .turn:
        if let author {
          let detail: String? =
            if vector[.turn] + vector[.namesMe] > 0 {
              author.shown + " had spoken to the author of this comment"
            } else if vector[.ownerTurn] > 0 {
              "the owner of the page had not answered " + author.shown + " yet"
            } else if vector[.partner] > 0 {
              "the author had been talking with " + author.shown
            } else if vector[.byOwner] > 0 {
              author.shown + " is the owner of the page"
            } else {
              nil
            }
          if let detail { writer.add(.turn, weight: weight, detail: detail) }
        }
      case .text:
        let words = sharedWords(of: found.child, and: candidate, text: reading.child.text)
        if !words.isEmpty { writer.add(.text, weight: weight, detail: words) }
      case .sequence:
        if vector[.previous] > 0 {
          writer.add(.sequence, weight: weight, detail: "it stands directly behind that comment")
        }
      default: break
      }
    }
    if vector[.article] > 0 {
      writer.add(
        .default, weight: max(0.5, shares.first { $0.kind == .default }?.weight ?? 0),
        detail: "nothing in it speaks to another comment")
    } else if writer.reasons.isEmpty {
      writer.add(.sequence, weight: 0.1, detail: "nothing else on the page fits better")
    }
    return writer.ordered()
  }
}
