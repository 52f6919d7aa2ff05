internal import Discussion
internal import People

extension MailScorer {
  /// Candidates from the indexes, in the order of time, latest first.
  func candidates(
    of child: Int, clues: ReplyClues, match: QuoteMatch, named: [Int], wasSubject: Int?
  ) -> [Int] {
    var chosen: Set<Int> = []
    for group in [subjects[child], wasSubject ?? -1] where group >= 0 {
      let members = messagesOfSubject[group]
      for member in members.suffix(MailScorer.subjectReach) where isNear(member, child) {
        chosen.insert(member)
      }
      if let first = members.first, isNear(first, child) { chosen.insert(first) }
      guard members.count > MailScorer.subjectReach,
        !clues.attributions.isEmpty || !clues.salutations.isEmpty
      else { continue }
      // In a long discussion, the latest messages of the people that the text names.
      var named: [Int: Int] = [:]
      for member in members.dropLast(MailScorer.subjectReach).suffix(200).reversed() {
        let author = authors.author(of: member)
        guard named[author.person, default: 0] < 3, isNear(member, child),
          clues.attributions.contains(where: { author.agreement(with: $0) > 0 })
            || clues.salutations.first.map({ author.fit($0) > 0 }) == true
        else { continue }
        named[author.person, default: 0] += 1
        chosen.insert(member)
      }
    }
    chosen.formUnion(named)
    if let head = head(of: child) { chosen.insert(head) }
    // Across subjects only those that wrote a good part of what is quoted.
    let strong = match.shares
      .filter { item in
        // One that is dated later must have written what is quoted.
        if places[item.key] > places[child] {
          return item.value.writtenCount >= 4 && item.value.written >= 0.4 * match.total
        }
        return subjects[item.key] == subjects[child] && item.value.writtenCount > 0
          || item.value.written >= 0.3 * match.total && item.value.writtenCount >= 2
          || item.value.copiedCount >= 8
      }
      .sorted { left, right in
        let (first, second) = (left.value.rank, right.value.rank)
        return first != second ? first > second : places[left.key] > places[right.key]
      }
    for item in strong.prefix(MailScorer.quoteReach) { chosen.insert(item.key) }
    return chosen.filter { !isAbove(child, $0) }.sorted { places[$0] > places[$1] }
  }

  /// The messages that the text names by Message-ID, in order, and whether it names a missing one first.
  func named(by clues: ReplyClues, child: Int) -> (posts: [Int], isFirstMissing: Bool) {
    var found: [Int] = []
    var isFirstMissing = false
    for name in clues.named {
      if let post = indexOfID[name.post] {
        guard post != child, posts[post].kind == .message, !found.contains(post),
          isBefore(post, child, slack: MailScorer.nameSlack)
        else { continue }
        found.append(post)
      } else if name.isMarked, found.isEmpty {
        isFirstMissing = true
      }
    }
    return (found, isFirstMissing)
  }

  /// Whether a message is earlier than another, or later by so little that clocks may be wrong.
  func isBefore(_ candidate: Int, _ child: Int, slack: Int64) -> Bool {
    if places[candidate] < places[child] { return true }
    guard candidate != child, let late = posts[candidate].instant, let early = posts[child].instant
    else { return false }
    return late - early <= slack
  }
}

extension QuoteMatch.Share {
  /// For choosing candidates only.
  fileprivate var rank: Double { 2 * written + deeper + copied * 0.25 }
}
