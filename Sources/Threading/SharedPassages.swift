public import Discussion

/// What two texts have in common, word by word.
public struct SharedPassages: Sendable, Hashable {
  /// How many words of the second text stand in the first too, in sequences of five or more.
  public var wordCount = 0
  /// The share of the first text's words that the second has.
  public var coverageOfFirst = 0.0
  /// The share of the second text's words that the first has.
  public var coverageOfSecond = 0.0
  /// How many words the longest passage has.
  public var longestWordCount = 0
  /// Where the longest passage lies in the second text, in bytes of its UTF-8.
  public var longest = 0..<0
  /// How many of the shared words the second text quotes, and how many of them in a forwarded message.
  public var quotedCount = 0
  /// Of the quoted words those in a forwarded message.
  public var forwardedCount = 0
  /// How many of the shared words the first text quotes.
  public var quotedCountInFirst = 0

  /// Compares two texts; what both only quote is not counted.
  ///
  /// - Complexity: O(n) in the texts.
  public init(_ first: (text: String, blocks: [Block]), _ second: (text: String, blocks: [Block])) {
    let left = ScannedText(first.text, blocks: first.blocks)
    let right = ScannedText(second.text, blocks: second.blocks)
    var places: [UInt64: (word: Int, isOwn: Bool)] = [:]
    for passage in left.passages where passage.isShareable {
      guard passage.words.count >= ScannedText.shingleLength else { continue }
      left.forEachShingle(in: passage.words) { shingle, word in
        let isOwn = passage.depth == 0
        // The author's own words come before those that they quote.
        if let known = places[shingle], known.isOwn || !isOwn { return }
        places[shingle] = (word, isOwn)
      }
    }
    var inFirst = [Bool](repeating: false, count: left.hashes.count)
    var (total, run) = (0, 0..<0)
    for passage in right.passages where passage.isShareable {
      total += passage.words.count
      guard passage.words.count >= ScannedText.shingleLength else { continue }
      let isOwn = passage.depth == 0
      var covered = passage.words.lowerBound
      var (start, expected) = (passage.words.lowerBound, -1)
      right.forEachShingle(in: passage.words) { shingle, word in
        guard let place = places[shingle], place.isOwn || isOwn else {
          expected = -1
          return
        }
        if place.word != expected { start = word }
        expected = place.word + 1
        let end = word + ScannedText.shingleLength
        let new = end - max(covered, word)
        covered = end
        wordCount += new
        if !isOwn { quotedCount += new }
        if passage.kind == .forward { forwardedCount += new }
        for index in place.word..<place.word + ScannedText.shingleLength { inFirst[index] = true }
        if end - start > run.count { run = start..<end }
      }
    }
    var (firstTotal, firstCovered) = (0, 0)
    for passage in left.passages where passage.isShareable {
      let count = passage.words.count { inFirst[$0] }
      firstTotal += passage.words.count
      firstCovered += count
      if passage.depth > 0 { quotedCountInFirst += count }
    }
    coverageOfFirst = firstTotal == 0 ? 0 : Double(firstCovered) / Double(firstTotal)
    coverageOfSecond = total == 0 ? 0 : Double(wordCount) / Double(total)
    longestWordCount = run.count
    if !run.isEmpty {
      longest = Int(right.starts[run.lowerBound])..<Int(right.ends[run.upperBound - 1])
    }
  }

  /// How sure it is that one text was made from the other; nil where that is not likely.
  ///
  /// Thirty words in common, twelve of them in one piece, are hardly chance; phrases and short notices are shorter. The
  /// steps are a judgement and not yet measured.
  public var confidence: Double? {
    let smaller = max(coverageOfFirst, coverageOfSecond)
    switch (wordCount, longestWordCount) {
    case (100..., 25...): return 0.98
    case (60..., 20...): return smaller > 0.3 ? 0.97 : 0.9
    case (30..., 12...): return smaller > 0.6 ? 0.9 : 0.75
    default: return nil
    }
  }
}
