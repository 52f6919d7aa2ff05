/// Counts words as people do: runs without white space that hold a letter or digit.
///
/// Each ideograph and syllable of a script without spaces counts as one.
enum WordCount {
  static func of(_ text: String) -> Int {
    var count = 0
    var isInWord = false
    for scalar in text.unicodeScalars {
      if DisplayText.isSpace(scalar) {
        isInWord = false
      } else if isUnspaced(scalar) {
        count += 1
        isInWord = false
      } else if !isInWord, isLetter(scalar) {
        count += 1
        isInWord = true
      }
    }
    return count
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<0x80: false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  /// Han, Hiragana and Katakana.
  static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
