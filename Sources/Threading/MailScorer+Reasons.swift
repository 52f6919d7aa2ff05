internal import Discussion
internal import People

/// What was read of a child, for scoring and for saying why.
struct ChildReading {
  var clues: ReplyClues
  var text: ScannedText
  var match: QuoteMatch
}

extension MailScorer {
  /// Why a candidate was chosen: what counts for it, with the words that carry it.
  mutating func reasons(for best: Int, of found: MailCase, reading: ChildReading) -> [Evidence] {
    let candidate = found.candidates[best]
    let child = posts[found.child]
    var writer = EvidenceWriter(text: child.text)
    let author = authors.author(of: candidate)
    for (kind, weight) in MailModel.weights.shares(of: found.features[best]) where weight > 0 {
      switch kind {
      case .quote:
        let isOwn = (reading.match.shares[candidate]?.writtenCount ?? 0) == 0
        if let run = QuoteMatch.longestRun(
          of: reading.text, in: index, writtenBy: candidate, isOwn: isOwn)
        {
          writer.add(.quote, weight: weight, bytes: reading.text.bytes(of: run))
        }
      case .attribution:
        let best = reading.clues.attributions.max { left, right in
          author.agreement(with: left) < author.agreement(with: right)
        }
        if let best, author.agreement(with: best) > 0 {
          writer.add(.attribution, weight: weight, scalars: best.range)
        } else if let name = reading.clues.named.first(where: { $0.post == posts[candidate].id }) {
          writer.add(.attribution, weight: weight, bytes: name.bytes)
        }
      case .salutation:
        if let first = reading.clues.salutations.first, author.fit(first) > 0 {
          writer.add(.salutation, weight: weight, bytes: first.bytes)
        }
      case .subject:
        writer.add(.subject, weight: weight, detail: child.subject ?? "")
      case .ordinal:
        writer.add(.ordinal, weight: weight, detail: child.subject ?? "")
      case .mention:
        if let bytes = reading.text.ownMention(of: author) {
          writer.add(.mention, weight: weight, bytes: bytes)
        }
      case .text:
        let words = sharedWords(found, candidate: best, text: reading.text)
        if !words.isEmpty { writer.add(.text, weight: weight, detail: words) }
      case .turn where found.features[best][.turn] > 0:
        writer.add(
          .turn, weight: weight, detail: author.shown + " had answered the author of this post")
      case .sequence where found.features[best][.latest] > 0:
        writer.add(
          .sequence, weight: weight, detail: "it follows the latest message of the subject")
      default: break
      }
    }
    if writer.reasons.isEmpty {
      writer.add(
        .sequence, weight: 0.01, detail: "nothing else in the text fits better")
    }
    return writer.ordered()
  }

  /// The rare words that the child shares with a candidate, the rarest first, at most four.
  private mutating func sharedWords(
    _ found: MailCase, candidate: Int, text: ScannedText
  ) -> String {
    var vectors = found.candidates.map { words(of: $0) }
    vectors.append(words(of: found.child))
    var frequency: [UInt64: Int] = [:]
    for vector in vectors {
      for entry in vector.entries { frequency[entry.word, default: 0] += 1 }
    }
    var own = vectors[vectors.count - 1]
    own.weigh(by: frequency, count: vectors.count)
    vectors[candidate].weigh(by: frequency, count: vectors.count)
    return own.rarestShared(with: vectors[candidate]) {
      frequency[$0, default: 0] <= max(2, vectors.count / 4)
    }.compactMap { hash in
      text.hashes.firstIndex(of: hash).map {
        String(
          decoding: Array(posts[found.child].text.utf8)[text.bytes(of: $0..<$0 + 1)], as: UTF8.self)
      }
    }.joined(separator: ", ")
  }
}

extension ScannedText {
  /// Where a name of an author stands in the own words, in the UTF-8 of the text.
  func ownMention(of author: AuthorTable.Entry) -> Range<Int>? {
    let hashes = author.name.words.filter { $0.count >= 3 }.map { ScannedText.hash(of: $0) }
    for passage in passages where passage.depth == 0 && passage.kind == .own {
      if let word = passage.words.first(where: { hashes.contains(self.hashes[$0]) }) {
        return bytes(of: word..<word + 1)
      }
    }
    return nil
  }

  /// Where a range of words lies in the UTF-8 of the text.
  func bytes(of words: Range<Int>) -> Range<Int> {
    guard !words.isEmpty else { return 0..<0 }
    return Int(starts[words.lowerBound])..<Int(ends[words.upperBound - 1])
  }
}
