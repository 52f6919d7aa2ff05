/// A name taken apart for styles that turn it round: `Example, Ada`.
public struct CitedName: Sendable, Hashable {
  /// The whole name as shown.
  public let whole: String
  /// The family name with its particles; nil where the name cannot be taken apart for sure.
  public let family: String?
  /// The given names; nil where there is no family name.
  public let given: String?

  /// Takes a name apart: `Example, Ada`, or the last word and the particles before it.
  ///
  /// Handles, single words, names with digits and names in scripts without capitals stay whole, and so does what looks
  /// like a group.
  public init(_ name: String) {
    let words = CitationText.line(name).split(separator: " ").map(String.init)
    whole = words.joined(separator: " ")
    let parts = whole.split(separator: ",").map { CitationText.line(String($0)) }
    if parts.count == 2, parts.allSatisfy({ CitedName.isName($0.split(separator: " ")) }) {
      (family, given) = (parts[0], parts[1])
      return
    }
    guard (2...5).contains(words.count), CitedName.isName(words[...].map { $0[...] }) else {
      (family, given) = (nil, nil)
      return
    }
    var start = words.count - 1
    while start > 1, CitedName.particles.contains(words[start - 1].lowercased()) { start -= 1 }
    family = words[start...].joined(separator: " ")
    given = words[..<start].joined(separator: " ")
  }

  /// `Example, Ada`, or the whole name.
  public var inverted: String {
    guard let family, let given else { return whole }
    return "\(family), \(given)"
  }

  /// `Example, A. B.`, or the whole name.
  public var withInitials: String {
    guard let family, let given else { return whole }
    let initials = given.split(whereSeparator: { $0 == " " || $0 == "-" }).compactMap { word in
      word.first.map { "\($0.uppercased())." }
    }
    return "\(family), \(initials.joined(separator: " "))"
  }

  /// Whether the words are written as names are: a capital first, or a particle, and no digits or signs.
  private static func isName(_ words: [Substring]) -> Bool {
    guard let last = words.last, let first = words.first else { return false }
    let isPlain = words.allSatisfy { word in
      word.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || "'’.-".unicodeScalars.contains(scalar)
          || scalar.properties.generalCategory == .nonspacingMark
      }
    }
    guard isPlain else { return false }
    return [first, last].allSatisfy { word in
      particles.contains(word.lowercased())
        || word.unicodeScalars.first?.properties.isUppercase == true
    }
  }

  private static let particles: Set<String> = [
    "van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "das", "du", "la", "le",
    "ten", "ter", "zu", "zum", "zur", "af", "av", "bin", "ibn", "al", "el", "st.",
  ]
}

/// Text of posts as citations print it.
enum CitationText {
  /// One line without control, invisible and directional characters, white space folded.
  static func line(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        if let last = line.last, last != " " { line.append(" ") }
      } else if isShown(scalar) {
        line.append(scalar)
      }
    }
    if line.last == " " { line.removeLast() }
    return String(line)
  }

  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7f...0x9f, 0xad, 0x61c, 0x200b, 0x200e, 0x200f, 0x202a...0x202e,
      0x2060...0x206f, 0xfeff, 0xfff9...0xfffb, 0xe0000...0xe0fff:
      false
    default: true
    }
  }

  /// The link where it is one of `http` or `https` made of characters that links may have.
  static func link(_ text: String) -> String? {
    let isWeb = ["http://", "https://"].contains { text.lowercased().hasPrefix($0) }
    let isClean = text.unicodeScalars.allSatisfy { scalar in
      scalar.value > 0x20 && !"\"<>\\^`{|}".unicodeScalars.contains(scalar) && isShown(scalar)
        && !scalar.properties.isWhitespace
    }
    return isWeb && isClean ? text : nil
  }
}
