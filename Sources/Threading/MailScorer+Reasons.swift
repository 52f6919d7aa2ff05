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
  func reasons(for best: Int, of found: MailCase, reading: ChildReading) -> [Evidence] {
    let candidate = found.candidates[best]
    let child = posts[found.child]
    var writer = EvidenceWriter(text: child.text)
    let author = authors.author(of: candidate)
    for (kind, weight) in MailModel.network.shares(of: found.features[best]) where weight > 0 {
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
          left.strength(for: author, posts[candidate].id)
            < right.strength(for: author, posts[candidate].id)
        }
        if let best { writer.add(.attribution, weight: weight, scalars: best.range) }
      case .salutation:
        if let first = reading.clues.salutations.first {
          writer.add(.salutation, weight: weight, bytes: first.bytes)
        }
      case .subject:
        writer.add(.subject, weight: weight, detail: child.subject ?? "")
      case .ordinal:
        writer.add(.ordinal, weight: weight, detail: child.subject ?? "")
      case .turn:
        writer.add(.turn, weight: weight, detail: author.shown + " answered the author")
      case .sequence:
        writer.add(.sequence, weight: weight, detail: "the latest message of the subject")
      default: break
      }
    }
    if writer.reasons.isEmpty {
      writer.add(
        .sequence, weight: 0.01, detail: "nothing else in the text fits better")
    }
    return writer.ordered()
  }
}

extension ReplyClues.Attribution {
  fileprivate func strength(for author: AuthorTable.Entry, _ post: PostID) -> Double {
    posts.contains(post) ? 2 : author.agreement(with: self)
  }
}

extension ScannedText {
  /// Where a range of words lies in the UTF-8 of the text.
  func bytes(of words: Range<Int>) -> Range<Int> {
    guard !words.isEmpty else { return 0..<0 }
    return Int(starts[words.lowerBound])..<Int(ends[words.upperBound - 1])
  }
}
