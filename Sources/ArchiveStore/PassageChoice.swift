/// Chooses the stretch of a text that shows best why it was found: most of what was looked for, each thing once before any of
/// them twice, in prose before logs and lists; the first of those that are equal.
struct PassageChoice {
  /// Where the stretch should begin, about.
  private(set) var start = 0
  /// How many steps that took; each match is stepped over twice at most.
  private(set) var stepCount = 0

  /// - Parameters:
  ///   - matches: Where what was looked for stands, in order.
  ///   - scalarCount: How long the stretch is, about.
  /// - Complexity: One pass over the matches and one over the text.
  init(_ matches: [SnippetTerms.Match], in scalars: [Unicode.Scalar], scalarCount: Int) {
    guard let only = matches.first else { return }
    func place(before match: SnippetTerms.Match) -> Int {
      max(0, match.range.lowerBound - scalarCount / 4)
    }
    guard matches.count > 1 else {
      start = place(before: only)
      return
    }
    let prose = ProseMeasure(scalars)
    var best = -1.0
    /// How often each thing stands in the stretch from `matches[index]` up to `matches[end]`.
    var counts: [Int: Int] = [:]
    var end = 0
    for (index, match) in matches.enumerated() {
      while end < matches.count,
        end == index
          || matches[end].range.upperBound - match.range.lowerBound <= scalarCount * 3 / 4
      {
        counts[matches[end].phrase, default: 0] += 1
        end += 1
        stepCount += 1
      }
      let shown =
        place(before: match)..<min(scalars.count, match.range.lowerBound + scalarCount * 3 / 4)
      let repeated = min(2, end - index - counts.count)
      // Another thing weighs more than prose, prose more than the same thing again.
      let value = Double(counts.count) * 10 + prose.share(of: shown) * 6 + Double(repeated) * 0.5
      // A little more is no reason to pass over what comes first.
      if value > best + 0.4 { (best, start) = (value, place(before: match)) }
      counts[match.phrase, default: 1] -= 1
      if counts[match.phrase] == 0 { counts[match.phrase] = nil }
      stepCount += 1
    }
  }
}
