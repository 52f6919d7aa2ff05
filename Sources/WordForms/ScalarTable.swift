/// What a Unicode scalar does to words, and what it becomes when case and diacritics are set aside.
struct ScalarEntry {
  enum Role: UInt8 {
    /// Parts words.
    case separator
    /// Belongs to a word, as letters and digits do.
    case word
    /// Stands inside a word and leaves no trace: combining accents, soft hyphens, vowel points.
    case mark
    /// Belongs to a script without blanks, which is indexed by pairs.
    case pair
    /// Is a word by itself, such as an emoji.
    case symbol
  }

  var role: Role
  /// The lower-case form.
  var lower: UInt32
  /// Up to three scalars of 21 bits each, the first in the lowest bits; 0 where nothing is left.
  var folded: UInt64
}

/// The entries of the scalars that scripts with case or marks use; the others follow rules.
///
/// Made once, of some thousand scalars, when text first leaves ASCII.
enum ScalarTable {
  /// The entry of a scalar outside ASCII.
  static func entry(_ value: UInt32) -> ScalarEntry {
    if value < 0x700 { return near[Int(value) - 0x80] }
    if (0x1e00..<0x2000).contains(value) { return far[Int(value) - 0x1e00] }
    return ruled(value)
  }

  /// U+0080 to U+06FF: Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic.
  private static let near: [ScalarEntry] = made(0x80..<0x700)
  /// U+1E00 to U+1FFF: further Latin and Greek.
  private static let far: [ScalarEntry] = made(0x1e00..<0x2000)

  private static func made(_ range: Range<UInt32>) -> [ScalarEntry] {
    var entries = range.map { value -> ScalarEntry in
      var entry = general(value)
      if let digit = digit(value) { entry.folded = UInt64(digit) }
      if isMark(value) { entry = ScalarEntry(role: .mark, lower: value, folded: 0) }
      if let letter = arabic[value] { entry.folded = UInt64(letter) }
      return entry
    }
    for (folded, letters) in FoldTable.rows {
      var packed: UInt64 = 0
      for scalar in folded.unicodeScalars.reversed() {
        packed = packed << 21 | UInt64(scalar.value)
      }
      for letter in letters.unicodeScalars where range.contains(letter.value) {
        entries[Int(letter.value - range.lowerBound)].folded = packed
      }
    }
    return entries
  }

  /// Combining accents, soft hyphen, Hebrew points, Arabic vowel signs and the stroke that stretches words.
  private static func isMark(_ value: UInt32) -> Bool {
    switch value {
    case 0xad, 0x300...0x36f, 0x483...0x489, 0x591...0x5bd, 0x5bf, 0x5c1...0x5c2, 0x5c4...0x5c5,
      0x5c7,
      0x610...0x61a, 0x640, 0x64b...0x65f, 0x670, 0x6d6...0x6dc, 0x6df...0x6e8, 0x6ea...0x6ed:
      true
    default: false
    }
  }

  /// Arabic and Persian digits as those of ASCII.
  private static func digit(_ value: UInt32) -> UInt32? {
    switch value {
    case 0x660...0x669: 0x30 + value - 0x660
    case 0x6f0...0x6f9: 0x30 + value - 0x6f0
    default: nil
    }
  }

  /// Letters that are written in several ways: alif with its carriers, final yeh, teh marbuta, Persian kaf and yeh.
  private static let arabic: [UInt32: UInt32] = [
    0x622: 0x627, 0x623: 0x627, 0x625: 0x627, 0x671: 0x627, 0x649: 0x64a, 0x6cc: 0x64a,
    0x629: 0x647,
    0x6a9: 0x643,
  ]

  private static func ruled(_ value: UInt32) -> ScalarEntry {
    switch value {
    case 0x4e00...0x9fff, 0xac00...0xd7a3, 0x3041...0x3096, 0x309d...0x309f, 0x30a1...0x30fa,
      0x30fc...0x30ff, 0x3400...0x4dbf, 0x20000...0x3fffd, 0xf900...0xfaff, 0x3005...0x3007,
      0x3105...0x312f,
      0x31f0...0x31ff, 0xff66...0xff9f:
      return ScalarEntry(role: .pair, lower: value, folded: UInt64(value))
    case 0xe50...0xe59:
      return ScalarEntry(role: .word, lower: value, folded: UInt64(0x30 + value - 0xe50))
    case 0xe01...0xe3a, 0xe40...0xe4e, 0xe81...0xedf, 0x1000...0x103f, 0x1780...0x17d3:
      return ScalarEntry(role: .pair, lower: value, folded: UInt64(value))
    case 0xff10...0xff19, 0xff41...0xff5a:
      return ScalarEntry(role: .word, lower: value - 0xfee0, folded: UInt64(value - 0xfee0))
    case 0xff21...0xff3a:
      return ScalarEntry(
        role: .word, lower: value - 0xfee0 + 0x20, folded: UInt64(value - 0xfee0 + 0x20))
    case 0xfb00...0xfb06:
      let letters = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"][Int(value) - 0xfb00]
      var packed: UInt64 = 0
      for scalar in letters.unicodeScalars.reversed() {
        packed = packed << 21 | UInt64(scalar.value)
      }
      return ScalarEntry(role: .word, lower: value, folded: packed)
    case 0x200c, 0x200d, 0x2060, 0xfe00...0xfe0f, 0x3099, 0x309a, 0x20d0...0x20f0, 0x1dc0...0x1dff:
      return ScalarEntry(role: .mark, lower: value, folded: 0)
    case 0x1f1e6...0x1faff, 0x2600...0x27bf:
      return ScalarEntry(role: .symbol, lower: value, folded: UInt64(value))
    default: return general(value)
    }
  }

  private static func general(_ value: UInt32) -> ScalarEntry {
    guard let scalar = Unicode.Scalar(value) else {
      return ScalarEntry(role: .separator, lower: value, folded: 0)
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter:
      // One scalar stays one; what grows (`İ`) is in the table of folds.
      let lower = scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? value
      return ScalarEntry(role: .word, lower: lower, folded: UInt64(lower))
    case .lowercaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber,
      .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark, .privateUse:
      return ScalarEntry(role: .word, lower: value, folded: UInt64(value))
    default: return ScalarEntry(role: .separator, lower: value, folded: 0)
    }
  }
}
