/// Words as statistics count them: runs without white space.
enum SpacedWords {
  /// How many words a text has.
  ///
  /// - Complexity: Linear.
  static func count(in text: String) -> Int {
    var count = 0
    var isInWord = false
    for scalar in text.unicodeScalars {
      let isSpace =
        scalar.value < 0x80
        ? scalar.value == 0x20 || (0x09...0x0d).contains(scalar.value)
        : scalar.properties.isWhitespace
      if !isSpace, !isInWord { count += 1 }
      isInWord = !isSpace
    }
    return count
  }
}
