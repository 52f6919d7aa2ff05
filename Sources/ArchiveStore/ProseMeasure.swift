/// How much of a text is prose: words of letters between blanks, and not logs, paths, tables, addresses or code.
///
/// Counts are summed up from the start, so that any stretch is measured at once.
struct ProseMeasure {
  /// Before each place, how many scalars came that are no white space.
  private var inked: [UInt32]
  /// Before each place, how many of these belong to words of prose.
  private var plain: [UInt32]

  /// - Complexity: One pass; eight bytes for each scalar.
  init(_ scalars: [Unicode.Scalar]) {
    inked = [0]
    plain = [0]
    inked.reserveCapacity(scalars.count + 1)
    plain.reserveCapacity(scalars.count + 1)
    var (inkedCount, plainCount) = (UInt32(0), UInt32(0))
    var start = 0
    while start < scalars.count {
      if scalars[start].isBlank {
        inked.append(inkedCount)
        plain.append(plainCount)
        start += 1
        continue
      }
      var end = start + 1
      while end < scalars.count, !scalars[end].isBlank { end += 1 }
      let isPlain: UInt32 = ProseMeasure.isProse(scalars[start..<end]) ? 1 : 0
      for _ in start..<end {
        inkedCount += 1
        plainCount += isPlain
        inked.append(inkedCount)
        plain.append(plainCount)
      }
      start = end
    }
  }

  /// The part of the ink of a stretch that is prose, from 0 to 1; 0 where there is none.
  func share(of range: Range<Int>) -> Double {
    let ink = inked[range.upperBound] - inked[range.lowerBound]
    guard ink > 0 else { return 0 }
    return Double(plain[range.upperBound] - plain[range.lowerBound]) / Double(ink)
  }

  /// Whether what stands between two blanks is a word as sentences have them: letters, with apostrophes and hyphens inside
  /// and punctuation around.
  private static func isProse(_ token: ArraySlice<Unicode.Scalar>) -> Bool {
    var start = token.startIndex
    var end = token.endIndex
    while start < end, !token[start].isLetter { start += 1 }
    while end > start, !token[end - 1].isLetter { end -= 1 }
    // A dash between words.
    if start == end, token.count <= 2, token.allSatisfy(\.isDash) { return true }
    // Four signs around a word are an ellipsis in brackets, or no prose any more.
    guard start < end, token.count - (end - start) <= 4 else { return false }
    for index in token.startIndex..<start where !token[index].isOpeningPunctuation { return false }
    for index in end..<token.endIndex where !token[index].isClosingPunctuation { return false }
    var wasLower = false
    for scalar in token[start..<end] {
      if scalar.isLetter {
        // A capital inside a word is a name of a program or of something in one.
        if wasLower, scalar.isCapital { return false }
        wasLower = scalar.isSmall
      } else {
        guard "'\u{2019}-\u{2010}\u{2013}\u{2014}".unicodeScalars.contains(scalar) else {
          return false
        }
        wasLower = false
      }
    }
    return true
  }
}

extension Unicode.Scalar {
  fileprivate var isDash: Bool {
    self == "-" || value >= 0x80 && properties.generalCategory == .dashPunctuation
  }

  fileprivate var isBlank: Bool {
    value < 0x80 ? value == 0x20 || (0x9...0xd).contains(value) : properties.isWhitespace
  }

  fileprivate var isLetter: Bool {
    if value < 0x80 { return (0x61...0x7a).contains(value | 0x20) }
    if properties.isAlphabetic { return true }
    // Marks belong to their letters, and the signs of scripts without blanks stand between theirs.
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark: return true
    case .otherPunctuation: return (0x3000...0x303f).contains(value) || value >= 0xff00
    default: return false
    }
  }

  fileprivate var isCapital: Bool {
    value < 0x80 ? (0x41...0x5a).contains(value) : properties.isUppercase
  }

  fileprivate var isSmall: Bool {
    value < 0x80 ? (0x61...0x7a).contains(value) : properties.isLowercase
  }

  fileprivate var isOpeningPunctuation: Bool {
    switch self {
    case "(", "[", "\"", "'", "*", "_", "-", "\u{2026}": true
    case "\0"..."\u{7f}": false
    default:
      switch properties.generalCategory {
      case .initialPunctuation, .openPunctuation, .dashPunctuation: true
      case .otherPunctuation: value == 0xbf || value == 0xa1
      default: false
      }
    }
  }

  fileprivate var isClosingPunctuation: Bool {
    switch self {
    case ")", "]", "\"", "'", "*", "_", "-", ".", ",", ";", ":", "!", "?", "\u{2026}": true
    case "\0"..."\u{7f}": false
    default:
      switch properties.generalCategory {
      case .finalPunctuation, .closePunctuation, .dashPunctuation, .otherPunctuation: true
      default: false
      }
    }
  }
}
