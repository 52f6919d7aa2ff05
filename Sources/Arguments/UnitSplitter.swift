/// Cuts words into sentences, and sentences into the clauses that argue for one another.
enum UnitSplitter {
  /// The sentences of a stream as ranges of its words.
  ///
  /// A sentence ends at `.`, `!`, `?` before a blank and no small letter, at a blank line and before a list item.
  static func sentences(_ stream: WordStream, in bytes: Span<UInt8>) -> [Range<Int>] {
    let words = stream.words
    var sentences: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < words.count {
      if index > start, words[index].startsParagraph {
        sentences.append(start..<index)
        start = index
      }
      let word = words[index]
      index += 1
      guard word.kind == .sign, isStop(stream.letters[word.letters.lowerBound]) else { continue }
      while index < words.count, words[index].kind == .sign, !words[index].startsParagraph,
        isClosing(stream.letters[words[index].letters.lowerBound]),
        words[index].start == words[index - 1].end
      {
        index += 1
      }
      guard index == words.count || endsSentence(stream, index, word, in: bytes) else { continue }
      sentences.append(start..<index)
      start = index
    }
    if start < words.count { sentences.append(start..<words.count) }
    return sentences.filter { range in range.contains { words[$0].kind != .sign } }
  }

  /// The clauses of a sentence: it is cut before `because` and its like, and behind a semicolon.
  ///
  /// - Returns: The sentence alone, unless both sides have four words or more.
  static func clauses(_ stream: WordStream, _ sentence: Range<Int>) -> [Range<Int>] {
    var clauses: [Range<Int>] = []
    var start = sentence.lowerBound
    var wordCount = 0
    var cut: Int?
    for index in sentence {
      let word = stream.words[index]
      if word.kind == .sign {
        if stream.letters[word.letters.lowerBound] == UInt8(ascii: ";"), wordCount >= 4 {
          cut = index + 1
        }
        continue
      }
      if wordCount >= 4, cut == nil, connectives.contains(word.hash) { cut = index }
      if let place = cut {
        let rest = (place..<sentence.upperBound).count { stream.words[$0].kind != .sign }
        cut = nil
        if rest >= 4 {
          clauses.append(start..<place)
          start = place
          wordCount = 0
        }
      }
      wordCount += 1
    }
    clauses.append(start..<sentence.upperBound)
    return clauses
  }

  private static func endsSentence(
    _ stream: WordStream, _ index: Int, _ stop: WordStream.Word, in bytes: Span<UInt8>
  ) -> Bool {
    let next = stream.words[index]
    if next.startsParagraph { return true }
    // Wide stops need no blank behind them.
    if stop.end - stop.start == 3, bytes[stop.start] != 0xe2 { return true }
    guard next.start > stream.words[index - 1].end else { return false }
    let first = bytes[next.start]
    if first &- UInt8(ascii: "a") < 26 { return false }
    guard stream.letters[stop.letters.lowerBound] == UInt8(ascii: "."), index >= 2 else {
      return true
    }
    var last = index - 1
    while last > 0, stream.words[last].start > stop.start { last -= 1 }
    guard last > 0 else { return true }
    let word = stream.words[last - 1]
    guard word.kind == .word, word.end == stop.start else { return true }
    let isInitial = word.letters.count == 1 && bytes[word.start] != UInt8(ascii: "I")
    return !isInitial && !abbreviations.contains(word.hash)
  }

  private static func isStop(_ sign: UInt8) -> Bool {
    sign == UInt8(ascii: ".") || sign == UInt8(ascii: "!") || sign == UInt8(ascii: "?")
  }

  private static func isClosing(_ sign: UInt8) -> Bool {
    isStop(sign) || sign == UInt8(ascii: ")") || sign == UInt8(ascii: "\"")
      || sign == UInt8(ascii: "]")
  }

  private static func hashes(_ words: String) -> WordSet { WordSet(words.split(separator: " ")) }

  /// Words that give a reason for what stands before them.
  private static let connectives = hashes("because weil denn puisque porque")

  /// Words that end in a stop inside sentences.
  private static let abbreviations = hashes(
    """
    eg ie cf vs mr mrs ms dr prof st no vol pp ed eds fig sec ch approx inc ltd al bzw usw ca nr hr \
    mme sr sra jan feb mar apr aug sep sept oct nov dec
    """)
}
