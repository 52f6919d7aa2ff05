internal import WordForms

/// A place where a term of a topic stands.
public struct TopicTag: Sendable, Hashable {
  /// The topic.
  public var topic: String
  /// The term, as the codebook writes it.
  public var term: String
  /// Where it starts in the text, in Unicode scalars.
  public var start: Int
  /// Where it ends in the text, in Unicode scalars.
  public var end: Int
}

/// Finds the terms of a codebook in texts.
///
/// Words count in any inflection (Snowball stems in the language of the text), without case and diacritics, but not inside
/// links and addresses, where a regular expression must ask for them. Not `Sendable`: it keeps stemmers and what it knows of
/// words.
public final class CodebookTagger {
  private let codebook: Codebook
  private var lexicons: [String: TermLexicon] = [:]
  private let patterns: [(topic: Int, term: String, isUnless: Bool, matcher: PatternMatcher)]

  /// Prepares the terms of a codebook.
  public init(_ codebook: Codebook) {
    self.codebook = codebook
    patterns = codebook.topics.enumerated().flatMap { index, topic in
      func compiled(_ terms: [CodebookTerm], isUnless: Bool) -> [(
        Int, String, Bool, PatternMatcher
      )] {
        terms.compactMap { term in
          guard case .pattern(let pattern) = term, let matcher = PatternMatcher(pattern) else {
            return nil
          }
          return (index, term.text, isUnless, matcher)
        }
      }
      return compiled(topic.terms, isUnless: false) + compiled(topic.unless, isUnless: true)
    }
  }

  /// The tags of a text, by place.
  ///
  /// - Parameters:
  ///   - ranges: Where to look, in Unicode scalars, in order: the author's own words.
  ///   - language: Whose inflections count, as the first part of a BCP 47 tag; nil to guess.
  /// - Complexity: One pass over the words, and one for each regular expression.
  public func tags(in text: String, ranges: [Range<Int>], language: String? = nil) -> [TopicTag] {
    let language = language ?? LanguageGuess.language(of: text) ?? "en"
    if lexicons[language] == nil {
      lexicons[language] = TermLexicon(codebook, language: language)
    }
    guard let lexicon = lexicons[language] else { return [] }
    var text = text
    return text.withUTF8 { bytes in
      var tags: [TopicTag] = []
      var places = BytePlaces(bytes)
      for range in ranges {
        let start = places.byteOffset(of: range.lowerBound)
        var place = places
        let part = start..<places.byteOffset(of: range.upperBound)
        var hits = lexicon.hits(in: bytes, part)
        let links = hits.isEmpty ? [] : LinkPlaces.ranges(in: bytes, part)
        if !links.isEmpty {
          hits.removeAll { !$0.isUnless && LinkPlaces.holds($0.bytes, links) }
        }
        for pattern in patterns {
          hits += pattern.matcher.matches(in: bytes, part).map {
            TermHit(
              topic: pattern.topic, term: pattern.term, isUnless: pattern.isUnless, bytes: $0)
          }
        }
        for hit in settled(hits) {
          // Hits begin one behind the other but may end anywhere.
          let first = place.scalarOffset(of: hit.bytes.lowerBound)
          var end = place
          tags.append(
            TopicTag(
              topic: codebook.topics[hit.topic].id, term: hit.term, start: first,
              end: end.scalarOffset(of: hit.bytes.upperBound)))
        }
      }
      return tags
    }
  }

  /// Without those that an `unless` of their topic overlaps, in order.
  private func settled(_ hits: [TermHit]) -> [TermHit] {
    let cancelling = hits.filter(\.isUnless)
    let standing =
      cancelling.isEmpty
      ? hits
      : hits.filter { hit in
        !hit.isUnless
          && !cancelling.contains { $0.topic == hit.topic && $0.bytes.overlaps(hit.bytes) }
      }
    return standing.sorted {
      ($0.bytes.lowerBound, $0.topic, $1.bytes.upperBound, $0.term)
        < ($1.bytes.lowerBound, $1.topic, $0.bytes.upperBound, $1.term)
    }
  }
}

/// A term that stands somewhere.
struct TermHit {
  var topic: Int
  var term: String
  var isUnless: Bool
  var bytes: Range<Int>
}

/// Turns places in UTF-8 and in Unicode scalars into each other, quickly where they rise.
private struct BytePlaces {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var byte = 0
  private var scalar = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func byteOffset(of offset: Int) -> Int {
    if offset < scalar { (byte, scalar) = (0, 0) }
    while scalar + 8 <= offset, isASCII { byte += 8; scalar += 8 }
    while scalar < offset, byte < bytes.count {
      step()
      while scalar + 8 <= offset, isASCII { byte += 8; scalar += 8 }
    }
    return byte
  }

  mutating func scalarOffset(of offset: Int) -> Int {
    if offset < byte { (byte, scalar) = (0, 0) }
    while byte + 8 <= offset, isASCII { byte += 8; scalar += 8 }
    while byte < offset, byte < bytes.count {
      step()
      while byte + 8 <= offset, isASCII { byte += 8; scalar += 8 }
    }
    return scalar
  }

  /// Whether the next eight bytes are there, and a scalar each.
  private var isASCII: Bool {
    guard byte + 8 <= bytes.count, let base = bytes.baseAddress else { return false }
    let eight = UnsafeRawPointer(base + byte).loadUnaligned(as: UInt64.self)
    return eight & 0x8080_8080_8080_8080 == 0
  }

  private mutating func step() {
    byte += 1
    while byte < bytes.count, bytes[byte] & 0xc0 == 0x80 { byte += 1 }
    scalar += 1
  }
}
