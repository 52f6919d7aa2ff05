internal import WordForms

/// The words and prefixes of a codebook in one language: a trie over stems.
final class TermLexicon {
  private struct Term {
    var topic: Int
    var text: String
    var isUnless: Bool
    /// The stems in a row.
    var keys: [UInt64]
    /// The words in a row, folded.
    var words: [[UInt8]]
  }

  /// What is known of a word.
  private struct Known {
    var key: UInt64
    /// Its letters, folded.
    var letters: [UInt8]
    /// The prefixes that it begins with, as indices into ``prefixes``.
    var prefixes: [Int]
  }

  private var terms: [UInt64: [Term]] = [:]
  private var prefixes: [(topic: Int, text: String, isUnless: Bool, letters: [UInt8])] = []
  private var known: [UInt64: Known] = [:]
  private let stemmer: Stemmer?
  private let isEnglish: Bool

  init(_ codebook: Codebook, language: String) {
    stemmer = Stemmer(language: language)
    isEnglish = language == "en"
    for (index, topic) in codebook.topics.enumerated() {
      for term in topic.terms { add(term, topic: index, isUnless: false) }
      for term in topic.unless { add(term, topic: index, isUnless: true) }
    }
    for key in terms.keys { terms[key]?.sort { $0.keys.count > $1.keys.count } }
  }

  private func add(_ term: CodebookTerm, topic: Int, isUnless: Bool) {
    switch term {
    case .words(let text):
      let words = words(of: text)
      let keys = words.map(\.key)
      guard let first = keys.first else { return }
      terms[first, default: []].append(
        Term(
          topic: topic, text: term.text, isUnless: isUnless, keys: keys,
          words: words.map(\.letters)))
    case .prefix(let text):
      var scanner = WordScanner()
      let bytes = Array(text.utf8)
      while scanner.next(in: bytes.span) {
        let folded = scanner.folded
        prefixes.append(
          (topic, term.text, isUnless, (0..<folded.count).map { folded[$0] }))
      }
    case .pattern: break
    }
  }

  func hits(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [TermHit] {
    var hits: [TermHit] = []
    var words: [(key: UInt64, letters: [UInt8], bytes: Range<Int>)] = []
    scan(UnsafeBufferPointer(rebasing: bytes[range])) { word, place in
      let place = place.lowerBound + range.lowerBound..<place.upperBound + range.lowerBound
      for index in word.prefixes {
        let prefix = prefixes[index]
        hits.append(
          TermHit(
            topic: prefix.topic, term: prefix.text, isUnless: prefix.isUnless, bytes: place))
      }
      words.append((word.key, word.letters, place))
    }
    for index in words.indices {
      guard let candidates = terms[words[index].key] else { continue }
      for term in candidates {
        let end = index + term.keys.count
        guard end <= words.count,
          term.keys.indices.allSatisfy({
            words[index + $0].key == term.keys[$0]
              && isInflection(words[index + $0].letters, term.words[$0])
          })
        else { continue }
        hits.append(
          TermHit(
            topic: term.topic, term: term.text, isUnless: term.isUnless,
            bytes: words[index].bytes.lowerBound..<words[end - 1].bytes.upperBound))
      }
    }
    return hits
  }

  /// The words of a term; the single last character of a row of pairs only ends the row, so it goes.
  private func words(of text: String) -> [Known] {
    var words: [(Known, Int, Bool)] = []
    var text = text
    text.withUTF8 { bytes in
      var scanner = WordScanner()
      let span = bytes.span
      while scanner.next(in: span) {
        if scanner.isColocated { continue }
        words.append((known(scanner), scanner.range.count, scanner.isPair))
      }
    }
    if words.count > 1, let last = words.last, last.2, last.1 <= 4 { words.removeLast() }
    return words.map(\.0)
  }

  private func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (Known, Range<Int>) -> Void
  ) {
    var scanner = WordScanner()
    let span = bytes.span
    while scanner.next(in: span) {
      if scanner.isColocated { continue }
      body(known(scanner), scanner.range)
    }
  }

  /// Whether two words of one stem are forms of one word.
  ///
  /// English stems join what is derived as well: "governance" and "government", "account" and "accountability". Who
  /// writes one of them means that one.
  private func isInflection(_ word: [UInt8], _ term: [UInt8]) -> Bool {
    guard isEnglish, word != term else { return true }
    var common = 0
    while common < word.count, common < term.count, word[common] == term[common] { common += 1 }
    func isEnding(_ rest: ArraySlice<UInt8>) -> Bool {
      var rest = rest
      // "ban", "banned": the last letter may come twice.
      if rest.count > 1, common > 0, rest.first == word[common - 1] { rest.removeFirst() }
      return TermLexicon.endings.contains(Array(rest))
    }
    return isEnding(word[common...]) && isEnding(term[common...])
  }

  /// What inflection puts behind a word, and what it takes off: "vote" and "voting", "party" and "parties".
  private static let endings = Set(
    ["", "s", "es", "ed", "d", "ing", "e", "y", "ies", "ied", "ying", "is", "'s", "s'"]
      .map { Array($0.utf8) })

  private func known(_ scanner: WordScanner) -> Known {
    let lower = scanner.lower
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in 0..<lower.count { hash = (hash ^ UInt64(lower[index])) &* 0x100_0000_01b3 }
    if let known = known[hash] { return known }
    let folded = (0..<scanner.folded.count).map { scanner.folded[$0] }
    let stem = stemmer.map { stemmer in lower.withBytes { stemmer.foldedStem($0) } } ?? folded
    let word = Known(
      key: TopicWords.hash(stem), letters: folded,
      prefixes: prefixes.indices.filter { folded.starts(with: prefixes[$0].letters) })
    // Words without end, as in encoded data, are not kept without end.
    if known.count > 1 << 20 { known.removeAll() }
    known[hash] = word
    return word
  }
}
