/// Cuts a line into sentences, and sentences into passages worth quoting on their own.
enum Sentences {
  /// The sentences of a line in order, without the space between them.
  ///
  /// - Complexity: Linear.
  static func split(_ text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var sentences: [String] = []
    var start = 0
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if isWideStop(scalar) {
        append(scalars[start..<index], to: &sentences)
        start = index
        continue
      }
      guard scalar == "." || scalar == "!" || scalar == "?" || scalar == "…" else { continue }
      while index < scalars.count, isClosing(scalars[index]) { index += 1 }
      guard index < scalars.count, DisplayText.isSpace(scalars[index]),
        startsSentence(scalars[(index + 1)...]),
        scalar != "." || !endsAbbreviation(scalars[start..<(index - 1)])
      else { continue }
      append(scalars[start..<index], to: &sentences)
      start = index + 1
    }
    append(scalars[start...], to: &sentences)
    return sentences
  }

  /// Joins short sentences to those beside them so that each passage has some 15 words.
  static func passages(_ text: String) -> [String] {
    var passages: [String] = []
    var counts: [Int] = []
    for sentence in split(text) {
      let count = WordCount.of(sentence)
      if let last = counts.last, last < 15 {
        passages[passages.count - 1] += " " + sentence
        counts[counts.count - 1] += count
      } else {
        passages.append(sentence)
        counts.append(count)
      }
    }
    if passages.count > 1, let count = counts.last, count < 6 {
      let last = passages.removeLast()
      passages[passages.count - 1] += " " + last
    }
    return passages
  }

  private static func append(_ scalars: ArraySlice<Unicode.Scalar>, to sentences: inout [String]) {
    let sentence = DisplayText.line(String(String.UnicodeScalarView(scalars)))
    if !sentence.isEmpty { sentences.append(sentence) }
  }

  private static func isWideStop(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "。" || scalar == "！" || scalar == "？" || scalar == "।"
  }

  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    ".!?)]\"'”’»…".unicodeScalars.contains(scalar)
  }

  private static func startsSentence(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let next = rest.first(where: { WordCount.isLetter($0) || DisplayText.isSpace($0) }) else {
      return false
    }
    return !next.properties.isLowercase
  }

  /// Whether the text before a stop ends in a word that is written with one.
  private static func endsAbbreviation(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let word = scalars.suffix(6).reversed().prefix { WordCount.isLetter($0) || $0 == "." }
    guard word.count <= 5 else { return false }
    let text = String(String.UnicodeScalarView(word.reversed())).lowercased()
    return (text.utf8.count == 1 && text != "i") || abbreviations.contains(text)
  }

  /// Words that end in a stop inside sentences, in the languages that lists are mostly written in.
  private static let abbreviations: Set<String> = [
    "e.g", "i.e", "eg", "ie", "cf", "vs", "mr", "mrs", "ms", "dr", "prof", "st", "no", "vol", "pp",
    "ed", "eds", "fig", "sec", "ch", "approx", "inc", "ltd", "co", "al", "z.b", "d.h", "u.a", "bzw",
    "usw", "ca", "nr", "hr", "fr", "m", "mme", "p.ex", "sr", "sra", "jan", "feb", "mar", "apr",
    "aug", "sep", "sept", "oct", "nov", "dec",
  ]
}
