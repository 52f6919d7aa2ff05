/// A name folded for comparison: its words in lower case without diacritics.
package struct PersonName: Sendable, Hashable {
  /// The words of it, in order.
  package let words: [[UInt8]]
  /// Whether it looks like a handle: one word, and not written as a name is.
  package let isHandle: Bool

  /// Folds a name, or a mail address of which the part before `@` counts.
  package init(_ text: String) {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    var hasDigit = false
    var startsUpper = false
    var isFirst = true
    var scalarCount = 0
    for scalar in text.unicodeScalars {
      scalarCount += 1
      if scalarCount > 200 { break }
      if let byte = UInt8(exactly: scalar.value), PersonName.isASCIIWordByte(byte) {
        if isFirst {
          startsUpper = byte >= 0x41 && byte <= 0x5a
          isFirst = false
        }
        if byte < 0x3a { hasDigit = true }
        word.append(byte < 0x3a ? byte : byte | 0x20)
        continue
      }
      if scalar == "@" || scalar == "<" {
        if !words.isEmpty || !word.isEmpty { break }
        continue
      }
      // Combining marks belong to the letter before.
      if 0x300..<0x370 ~= scalar.value { continue }
      let folded = PersonName.fold(scalar)
      if folded.isEmpty {
        // An apostrophe stands inside a name.
        if scalar == "'" || scalar == "\u{2019}" { continue }
        if !word.isEmpty { words.append(word) }
        word = []
        continue
      }
      if isFirst {
        startsUpper = scalar.properties.isUppercase
        isFirst = false
      }
      if scalar.properties.numericType != nil { hasDigit = true }
      word.append(contentsOf: folded)
    }
    if !word.isEmpty { words.append(word) }
    self.words = words
    isHandle = words.count == 1 && (hasDigit || !startsUpper) || text.utf8.contains(0x5f)
  }

  /// How well `called`, as somebody is spoken to, fits this name: 1 the same, 0 not at all.
  ///
  /// The same word 1, a prefix of at least four letters .85, a similar word (Jaro-Winkler from .9, at least four letters) .8.
  package func fit(called: PersonName) -> Double {
    guard !words.isEmpty, !called.words.isEmpty else { return 0 }
    if words == called.words { return 1 }
    // Every word but initials must find its like; the worst counts.
    var worst = 1.0
    var compared = 0
    for word in called.words where word.count > 1 && !Honorifics.contains(word) {
      var best = 0.0
      for own in words where own.count > 1 { best = max(best, PersonName.likeness(word, own)) }
      compared += 1
      worst = min(worst, best)
      if worst == 0 { break }
    }
    if compared > 0, worst > 0 { return compared == 1 && words.count > 1 ? worst * 0.97 : worst }
    // "JohnSmith" for "John Smith".
    let joined = words.flatMap(\.self)
    let calledJoined = called.words.flatMap(\.self)
    return calledJoined.count >= 4 && joined == calledJoined ? 1 : 0
  }

  /// How alike two names of one person would be, as attributions and headers write them.
  package func agreement(with other: PersonName) -> Double {
    if words == other.words { return words.isEmpty ? 0 : 1 }
    var shared = 0
    var sharedLetters = 0
    for word in other.words where word.count > 1 && words.contains(word) {
      shared += 1
      sharedLetters += word.count
    }
    if shared >= 2 { return 0.95 }
    if shared == 1, sharedLetters >= 3 {
      return min(words.count, other.words.count) == 1 ? 0.9 : 0.6
    }
    return 0
  }

  private static func likeness(_ left: [UInt8], _ right: [UInt8]) -> Double {
    if left == right { return 1 }
    let short = min(left.count, right.count)
    guard short >= 4, max(left.count, right.count) <= 64 else { return 0 }
    if left.prefix(short).elementsEqual(right.prefix(short)) { return 0.85 }
    return jaroWinkler(left, right) >= 0.9 ? 0.8 : 0
  }

  /// The similarity after Winkler (1990) with prefix weight 0.1 over at most four letters.
  package static func jaroWinkler(_ left: [UInt8], _ right: [UInt8]) -> Double {
    if left == right { return 1 }
    guard !left.isEmpty, !right.isEmpty else { return 0 }
    let reach = max(0, max(left.count, right.count) / 2 - 1)
    var leftMatches = [Bool](repeating: false, count: left.count)
    var rightMatches = [Bool](repeating: false, count: right.count)
    var matches = 0
    for index in left.indices {
      let from = max(0, index - reach)
      let to = min(right.count, index + reach + 1)
      guard from < to else { continue }
      for other in from..<to where !rightMatches[other] && left[index] == right[other] {
        leftMatches[index] = true
        rightMatches[other] = true
        matches += 1
        break
      }
    }
    guard matches > 0 else { return 0 }
    var transpositions = 0
    var other = 0
    for index in left.indices where leftMatches[index] {
      while !rightMatches[other] { other += 1 }
      if left[index] != right[other] { transpositions += 1 }
      other += 1
    }
    let share = Double(matches)
    let jaro =
      (share / Double(left.count) + share / Double(right.count)
        + (share - Double(transpositions / 2)) / share) / 3
    var prefix = 0
    for index in 0..<min(4, left.count, right.count) {
      guard left[index] == right[index] else { break }
      prefix += 1
    }
    return jaro + Double(prefix) * 0.1 * (1 - jaro)
  }

  private static func isASCIIWordByte(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }

  /// Letters and digits in lower case, Latin ones without diacritics; nothing for other scalars.
  private static func fold(_ scalar: Unicode.Scalar) -> [UInt8] {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7a: return [UInt8(scalar.value)]
    case 0x41...0x5a: return [UInt8(scalar.value | 0x20)]
    case 0..<0xc0: return []
    case 0xc0..<0x180:
      return Array(LatinLetters.base[Int(scalar.value) - 0xc0].utf8)
    default:
      guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
        return []
      }
      return Array(scalar.properties.lowercaseMapping.utf8)
    }
  }
}
