public import ArchiveQuery
/// The words that a query looks for in texts, split and folded as the index does, with the forms that count as the same.
public struct SnippetTerms: Sendable, Hashable {
  /// A row of words.
  struct Phrase: Sendable, Hashable {
    /// What may stand at each place.
    var places: [Set<String>]
    /// Whether the last word may go on.
    var isPrefix: Bool
  }

  /// Where something that was looked for stands.
  struct Match: Sendable, Hashable {
    /// Unicode scalars.
    var range: Range<Int>
    /// Which of the phrases it is.
    var phrase: Int
  }

  let phrases: [Phrase]
  /// The words as they were asked for.
  let words: [String]
  /// Tells words that none of the phrases has.
  private let filter: WordFilter

  /// Gathers the words that a post must or may have; those that it must not have are left out.
  public init(_ query: QueryExpression) {
    self.init(query) { [TokenText($0.text, isPrefix: $0.isPrefix)] }
  }

  /// - Parameter resolve: Says which words a text stands for; none where the index has none.
  init(_ query: QueryExpression, resolve: (TextMatch) -> [TokenText]) {
    var phrases: [Phrase] = []
    var words: [String] = []
    for highlight in query.highlights {
      switch highlight.field {
      case nil, .body, .quoted, .subject: break
      default: continue
      }
      for tokens in resolve(highlight.match) where !tokens.places.isEmpty {
        phrases.append(Phrase(places: tokens.places.map { Set($0) }, isPrefix: tokens.isPrefix))
      }
      if case .phrase = highlight.match { continue }
      if case .prefix = highlight.match { continue }
      words += TokenText(highlight.match.text).places.compactMap(\.first)
    }
    self.phrases = phrases
    self.words = words
    filter = WordFilter(phrases)
  }

  /// Where the phrases stand in a text: ranges of Unicode scalars, in order, not overlapping.
  public func ranges(in text: String) -> [Range<Int>] { matches(in: text).map(\.range) }

  /// Where the phrases stand in a text, in order, not overlapping; the longest where several begin.
  ///
  /// - Complexity: One pass over the text; some bytes for each of its words.
  func matches(in text: String) -> [Match] {
    guard !phrases.isEmpty else { return [] }
    let words = WordRow(text, only: filter).words
    var found: [Match] = []
    var index = 0
    var end = 0
    while index < words.count {
      defer { index += 1 }
      guard !words[index].text.isEmpty, words[index].range.lowerBound >= end else { continue }
      var longest: Match?
      for (number, phrase) in phrases.enumerated() {
        guard let last = phrase.lastWord(of: words, from: index) else { continue }
        let range = words[index].range.lowerBound..<last
        if range.upperBound > longest?.range.upperBound ?? 0 {
          longest = Match(range: range, phrase: number)
        }
      }
      if let longest {
        found.append(longest)
        end = longest.range.upperBound
      }
    }
    return found
  }
}

extension SnippetTerms.Phrase {
  /// Where the row ends if it begins at a word; nil where it does not.
  fileprivate func lastWord(of words: [WordRow.Word], from first: Int) -> Int? {
    guard first + places.count <= words.count else { return nil }
    for (offset, place) in places.enumerated() {
      let word = words[first + offset]
      if isPrefix, offset == places.count - 1 {
        guard let prefix = place.first(where: { word.text.utf8.starts(with: $0.utf8) }) else {
          return nil
        }
        // Of a pair of characters only the one that was asked for.
        if word.isPair, prefix.unicodeScalars.count == 1 { return word.range.lowerBound + 1 }
      } else {
        guard place.contains(word.text) || word.signed.map({ place.contains($0) }) == true else {
          return nil
        }
      }
    }
    return words[first + places.count - 1].range.upperBound
  }
}

extension TextMatch {
  /// Whether words may go on.
  var isPrefix: Bool { if case .prefix = self { true } else { false } }
}
