public import Discussion

extension ArgumentReader {
  /// The origin of marks that rules and the small models make.
  public static let origin = "rule"

  /// In which way marks are made; a change of cues, models or of what is marked raises it, so that posts are read again.
  public static let version = "3"

  /// What the sentences of a post do, and how it stands towards what it answers, as suggestions with the words that told.
  ///
  /// A reply that answers several passages by turns has a stance towards each besides the one of the whole. Neutral ones
  /// are no marks.
  ///
  /// - Parameters:
  ///   - post: The post, with its text.
  ///   - parent: The own words of the post that it answers; nil where there is none.
  /// - Complexity: Linear in the text.
  public func marks(in post: Post, parent: String?) -> [Annotation] {
    guard let text = post.text else { return [] }
    let scalars = Array(text.unicodeScalars)
    let reading = read(text, blocks: post.blocks, parent: parent)
    var marks: [Annotation] = []
    for (index, unit) in reading.units.enumerated() {
      guard let role = unit.role else { continue }
      // A bare "thanks," behind other words is how letters end.
      if role == .appreciation, index > 0, isCourtesy(unit.exact) { continue }
      var mark = Annotation(
        post: post.id, range: unit.start..<unit.end, in: scalars, origin: ArgumentReader.origin,
        role: role.rawValue)
      // A question mark and a word of thanks speak for themselves; the models were not measured on them.
      if role != .question, role != .appreciation { mark.confidence = Self.figure(unit.confidence) }
      mark.evidence = unit.cues
      marks.append(mark)
    }
    var ids: Set<String> = []
    if let stance = reading.stance {
      let mark = Self.mark(stance, of: post, within: nil, reading.units, scalars)
      if let mark, ids.insert(mark.id).inserted { marks.append(mark) }
    }
    if parent != nil {
      for (own, quoted) in Self.passages(of: post.blocks, in: scalars) {
        let answer = Annotation.text(of: scalars[own])
        guard let stance = stance(of: answer, parent: quoted) else { continue }
        let mark = Self.mark(stance, of: post, within: own, reading.units, scalars)
        if var mark, ids.insert(mark.id).inserted {
          mark.evidence.append("answers “\(Self.opening(of: quoted))”")
          marks.append(mark)
        }
      }
    }
    return marks
  }

  private func isCourtesy(_ text: String) -> Bool {
    text.split { !$0.isLetter && $0 != "'" }.count < 3
  }

  /// A stance on the sentence that tells it, else on the passage, else on the whole post.
  private static func mark(
    _ stance: StanceReading, of post: Post, within own: Range<Int>?, _ units: [ArgumentUnit],
    _ scalars: [Unicode.Scalar]
  ) -> Annotation? {
    guard stance.label != .neutral else { return nil }
    let place = stance.place.map { place in
      let start = place.lowerBound + (own?.lowerBound ?? 0)
      return start..<start + place.count
    }
    let unit = place.flatMap { place in
      units.first { $0.start < place.upperBound && place.lowerBound < $0.end }
    }
    var mark = Annotation(
      post: post.id, range: unit.map { $0.start..<$0.end } ?? own, in: scalars,
      origin: ArgumentReader.origin, stance: stance.label.rawValue)
    mark.evidence = stance.cues
    if stance.label == .question {
      // The question mark says it; nobody measured how often a question doubts.
      mark.evidence = ["?"]
      return mark
    }
    // What a model makes of “you” and “with” was measured on one kind of comments; on other lists it is a guess, and guesses
    // are not shown unasked.
    mark.confidence = figure(
      stance.hasPhrase ? stance.confidence : min(stance.confidence, guessLimit))
    return mark
  }

  /// The passages of own words that each follow a quotation, with the words quoted; none where there are fewer than two.
  private static func passages(
    of blocks: [Block], in scalars: [Unicode.Scalar]
  ) -> [(own: Range<Int>, quoted: String)] {
    var found: [(Range<Int>, String)] = []
    var quoted: String?
    for block in blocks {
      let range = block.start..<min(block.end, scalars.count)
      guard range.lowerBound < range.upperBound else { continue }
      switch block.kind {
      case .quote where block.depth == 1:
        quoted = (quoted ?? "") + unmarked(scalars[range])
      case .own:
        guard let words = quoted else { continue }
        quoted = nil
        let trimmed = trim(range, in: scalars)
        if !trimmed.isEmpty { found.append((trimmed, words)) }
      default: break
      }
    }
    return found.count > 1 ? found : []
  }

  private static func trim(_ range: Range<Int>, in scalars: [Unicode.Scalar]) -> Range<Int> {
    var range = range
    while let first = range.first, scalars[first].properties.isWhitespace {
      range = first + 1..<range.upperBound
    }
    while let last = range.last, scalars[last].properties.isWhitespace {
      range = range.lowerBound..<last
    }
    return range
  }

  /// Quoted words without the signs that mark them.
  private static func unmarked(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var words: [Unicode.Scalar] = []
    words.reserveCapacity(scalars.count)
    var startsLine = true
    for scalar in scalars {
      if startsLine, scalar == ">" || scalar == " " || scalar == "|" { continue }
      startsLine = scalar == "\n"
      words.append(scalar)
    }
    return Annotation.text(of: words[...])
  }

  private static func opening(of text: String) -> String {
    let words = text.split(maxSplits: 6, whereSeparator: \.isWhitespace)
    let isCut = words.dropFirst(6).contains { !$0.allSatisfy(\.isWhitespace) }
    return words.prefix(6).joined(separator: " ") + (isCut ? " …" : "")
  }

  /// The surest that a guess may be.
  private static let guessLimit = SuggestionChoice.shownConfidence - 0.01

  /// Two digits are all that was measured.
  private static func figure(_ confidence: Double) -> Double { (confidence * 100).rounded() / 100 }
}
