/// Text from archives made harmless for a terminal.
enum SafeText {
  /// One line: white space as blanks, control, bidirectional and invisible characters as `\u{…}`.
  static func line(_ text: String) -> String {
    // Most are plain, and looking at bytes is far quicker than at characters.
    if isPlain(text) { return text }
    var safe = String.UnicodeScalarView()
    var wantsBlank = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        wantsBlank = !safe.isEmpty
      } else {
        if wantsBlank { safe.append(" ") }
        wantsBlank = false
        append(scalar, to: &safe)
      }
    }
    return String(safe)
  }

  /// Several lines: line feeds stay, a tab is four blanks.
  static func lines(_ text: String) -> String {
    if text.utf8.allSatisfy({ ($0 >= 0x20 && $0 < 0x7f) || $0 == 0x0a }) { return text }
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": safe.append(scalar)
      case "\t": safe.append(contentsOf: "    ".unicodeScalars)
      default: append(scalar, to: &safe)
      }
    }
    return String(safe)
  }

  /// Whether a text is visible ASCII with single blanks inside.
  private static func isPlain(_ text: String) -> Bool {
    var last: UInt8 = 0x20
    for byte in text.utf8 {
      guard byte >= 0x20, byte < 0x7f, byte != 0x20 || last != 0x20 else { return false }
      last = byte
    }
    return last != 0x20 || text.isEmpty
  }

  private static func append(_ scalar: Unicode.Scalar, to safe: inout String.UnicodeScalarView) {
    if isHarmful(scalar) {
      safe.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
    } else {
      safe.append(scalar)
    }
  }

  /// Controls, directional formatting (UAX #9), zero-width and other invisible characters but the joiners that scripts
  /// and emoji need.
  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7f..<0xa0: true
    case 0x200b, 0x200e, 0x200f, 0x2028...0x202e, 0x2060...0x206f, 0xfeff, 0xfff9...0xfffb: true
    case 0xe0000...0xe007f: true
    default: false
    }
  }
}
