#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// How text is shown: colours, width, and what hostile text may not do.
struct Terminal: Sendable {
  /// A way to make text stand out.
  enum Style: String, Sendable {
    case bold = "1"
    case dim = "2"
    case match = "1;33"
    case warning = "33"
    case failure = "31"
    case name = "36"
  }

  /// Columns to fill.
  let width: Int
  /// Whether escape sequences are written.
  let isColoured: Bool
  /// Whether a person reads along.
  let isInteractive: Bool

  /// Standard output as it is.
  init(color: ColorChoice, descriptor: Int32 = 1) {
    isInteractive = isatty(descriptor) == 1
    let refused = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? false
    isColoured =
      switch color {
      case .always: true
      case .never: false
      case .auto: isInteractive && !refused && !isDumb
      }
    var size = winsize()
    if isInteractive, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 {
      width = min(Int(size.ws_col), 120)
    } else if let columns = getenv("COLUMNS").flatMap({ Int(String(cString: $0)) }), columns > 20 {
      width = min(columns, 400)
    } else {
      width = 100
    }
  }

  /// Text between escape sequences, or as it is.
  func styled(_ text: String, _ style: Style) -> String {
    isColoured && !text.isEmpty ? "\u{1b}[\(style.rawValue)m\(text)\u{1b}[0m" : text
  }
}

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

/// Widths of text in terminal columns.
enum Columns {
  /// How many columns a text takes.
  static func width(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  /// The text cut to a width, with an ellipsis where something is left out.
  static func cut(_ text: String, to limit: Int) -> String {
    guard width(text) > limit else { return text }
    var kept = ""
    var used = 1
    for character in text {
      let size = width(String(character))
      guard used + size <= limit else { break }
      kept.append(character)
      used += size
    }
    return kept + "…"
  }

  /// The text cut to a width at its start, as for paths, whose end tells more.
  static func cutStart(_ text: String, to limit: Int) -> String {
    guard width(text) > limit else { return text }
    return "…" + String(cut(String(text.reversed()), to: limit).dropLast().reversed())
  }

  /// The text cut or filled with blanks to a width.
  static func fit(_ text: String, _ limit: Int, alignRight: Bool = false) -> String {
    let text = cut(text, to: limit)
    let blanks = String(repeating: " ", count: max(0, limit - width(text)))
    return alignRight ? blanks + text : text + blanks
  }

  /// Lines of at most `limit` columns, broken at blanks; line feeds stay.
  static func wrap(_ text: String, to limit: Int) -> [String] {
    var lines: [String] = []
    for paragraph in text.utf8.split(separator: 0x0a, omittingEmptySubsequences: false)
      .map(Substring.init)
    {
      guard width(String(paragraph)) > limit else {
        lines.append(String(paragraph))
        continue
      }
      // What is quoted stays marked on each line.
      let mark = String(paragraph.prefix { $0 == ">" || $0 == " " }.prefix(limit / 4))
      var line = mark
      var isEmpty = true
      var used = width(mark)
      for word in paragraph.utf8.dropFirst(mark.utf8.count).split(separator: 0x20)
        .map({ String(Substring($0)) })
      {
        let size = width(word)
        if !isEmpty, used + 1 + size > limit {
          lines.append(line)
          (line, used) = (mark, width(mark))
          isEmpty = true
        }
        line += (isEmpty ? "" : " ") + word
        used += (isEmpty ? 0 : 1) + size
        isEmpty = false
      }
      lines.append(line)
    }
    return lines
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0x33ff, 0x3400...0x4dbf, 0x4e00...0x9fff,
      0xa000...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f, 0xff00...0xff60,
      0xffe0...0xffe6, 0x1f300...0x1faff, 0x20000...0x3fffd:
      return 2
    default: return 1
    }
  }
}

/// Numbers and counted things as people write them.
enum Counts {
  /// Digits in groups of three.
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(abs(number)))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return number < 0 ? "-" + text : text
  }

  /// `1 post`, `2 posts`.
  static func of(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    grouped(number) + " " + (number == 1 ? one : many ?? one + "s")
  }
}
