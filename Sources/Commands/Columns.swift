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
    for paragraph in text.utf8.split(separator: 0x0a, omittingEmptySubsequences: false) {
      guard !fits(paragraph, in: limit) else {
        lines.append(String(Substring(paragraph)))
        continue
      }
      // What is quoted stays marked on each line.
      let mark = String(Substring(paragraph).prefix { $0 == ">" || $0 == " " }.prefix(limit / 4))
      var line = mark
      var isEmpty = true
      var used = width(mark)
      for word in paragraph.dropFirst(mark.utf8.count).split(separator: 0x20)
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

  /// Whether a line has room; no character takes more columns than bytes.
  private static func fits(_ line: Substring.UTF8View, in limit: Int) -> Bool {
    line.count <= limit || width(String(Substring(line))) <= limit
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
