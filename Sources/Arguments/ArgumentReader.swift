public import Discussion

/// Reads units, roles and stances out of texts.
///
/// Roles follow cue phrases (English, German, French, Spanish) and, in English, a linear model over words, word pairs,
/// word classes and cues in the manner of Stab and Gurevych 2014 and Hidey et al. 2017. Stances follow cues and a model
/// over the reply and what it shares with its parent. A pure function of the text.
public struct ArgumentReader: Sendable {
  /// How many words of a text are looked at for its stance.
  static let stanceWordLimit = 400

  private let roles = RoleDecision()
  private let stances = StanceDecision()

  /// A reader; it may be shared among tasks.
  public init() {}

  /// Reads one text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - blocks: Blocks that tile it, of which only own words count; all of it counts where there are none.
  ///   - parent: The own words of the text that it answers.
  /// - Complexity: Linear in the text.
  public func read(_ text: String, blocks: [Block] = [], parent: String? = nil) -> ArgumentReading {
    var text = text
    return text.withUTF8 { buffer in
      read(buffer.span, blocks: blocks, parent: parent)
    }
  }

  /// How one text stands towards another, without what its sentences do.
  func stance(of text: String, parent: String) -> StanceReading? {
    var text = text
    return text.withUTF8 { buffer in
      let bytes = buffer.span
      let stream = WordStream(bytes, 0..<bytes.count)
      guard !stream.words.isEmpty else { return nil }
      let first = (stream: stream, language: CueLanguage(of: stream))
      return stances.judge(
        [(first.stream, first.language)], first: first, parent: parent, in: bytes)
    }
  }

  /// Where the sentences of the author's own words stand, in Unicode scalars, in order.
  public func sentences(of text: String, blocks: [Block] = []) -> [Range<Int>] {
    var text = text
    return text.withUTF8 { buffer in
      let bytes = buffer.span
      var places = ScalarPlaces()
      return ScalarPlaces.ownRanges(of: blocks, in: bytes).flatMap { range in
        let stream = WordStream(bytes, range)
        return UnitSplitter.sentences(stream, in: bytes).map { sentence in
          places.scalarOffset(
            of: stream.words[sentence.lowerBound].start, in: bytes)..<places.scalarOffset(
              of: stream.words[sentence.upperBound - 1].end, in: bytes)
        }
      }
    }
  }

  private func read(_ bytes: Span<UInt8>, blocks: [Block], parent: String?) -> ArgumentReading {
    var places = ScalarPlaces()
    var units: [ArgumentUnit] = []
    var weighed: (sum: Double, words: Double) = (0, 0)
    var streams: [(WordStream, CueLanguage)] = []
    var features = roles.collector()
    for range in ScalarPlaces.ownRanges(of: blocks, in: bytes) {
      let stream = WordStream(bytes, range)
      guard !stream.words.isEmpty else { continue }
      let language = CueLanguage(of: stream)
      for sentence in UnitSplitter.sentences(stream, in: bytes) {
        let judged = roles.judge(stream, sentence, language: language, in: bytes, &features)
        let wordCount = Double(sentence.count)
        weighed.sum += judged.argumentative * wordCount
        weighed.words += wordCount
        for part in judged.parts {
          guard let first = part.words.first, let last = part.words.last else { continue }
          let start = stream.words[first].start
          let end = stream.words[last].end
          units.append(
            ArgumentUnit(
              start: places.scalarOffset(of: start, in: bytes),
              end: places.scalarOffset(of: end, in: bytes), exact: bytes.text(start..<end),
              role: part.role, confidence: part.confidence,
              cues: stream.texts(of: part.cues, in: bytes), vote: part.vote))
        }
      }
      streams.append((stream, language))
    }
    var stance: StanceReading?
    if let parent, let stream = streams.first {
      stance = stances.judge(streams, first: stream, parent: parent, in: bytes)
    }
    return ArgumentReading(
      argumentative: weighed.words > 0 ? weighed.sum / weighed.words : 0, units: units,
      stance: stance)
  }

  /// The names of the features of a text taken as one sentence, and as a reply; for fitting the models.
  package func featureNames(of text: String, parent: String?) -> (role: [String], stance: [String])
  {
    var text = text
    return text.withUTF8 { buffer in
      let bytes = buffer.span
      let stream = WordStream(bytes, 0..<bytes.count)
      return (
        roles.featureNames(of: stream, in: bytes),
        stances.featureNames(of: stream, parent: parent)
      )
    }
  }
}

/// Turns places in UTF-8 into places in Unicode scalars, for offsets that mostly rise.
struct ScalarPlaces {
  private var byte = 0
  private var scalar = 0

  mutating func scalarOffset(of offset: Int, in bytes: Span<UInt8>) -> Int {
    if offset < byte { (byte, scalar) = (0, 0) }
    while byte < offset {
      if bytes[byte] & 0xc0 != 0x80 { scalar += 1 }
      byte += 1
    }
    return scalar
  }

  /// The bytes of the blocks of own words, in order.
  static func ownRanges(of blocks: [Block], in bytes: Span<UInt8>) -> [Range<Int>] {
    guard !blocks.isEmpty else { return [0..<bytes.count] }
    var ranges: [Range<Int>] = []
    var index = 0
    for block in blocks {
      let start = index
      var rest = block.end - block.start
      while index < bytes.count {
        if bytes[index] & 0xc0 != 0x80 {
          if rest == 0 { break }
          rest -= 1
        }
        index += 1
      }
      if block.kind == .own, start < index { ranges.append(start..<index) }
    }
    return ranges
  }
}

extension Span<UInt8> {
  /// The bytes of a range as text.
  func text(_ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for index in range { bytes.append(self[index]) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension WordStream {
  /// Phrases as they stand in the text, each once, in order.
  func texts(of ranges: some Sequence<Range<Int>>, in bytes: Span<UInt8>) -> [String] {
    var texts: [String] = []
    for range in ranges {
      let phrase = text(of: range, in: bytes)
      if !texts.contains(phrase) { texts.append(phrase) }
    }
    return texts
  }

  /// Some words as they stand in the text, with blanks for line ends.
  func text(of range: Range<Int>, in bytes: Span<UInt8>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    return bytes.text(words[first].start..<words[last].end)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
