internal import ArchiveStore

/// A passage as lines of a width, with what was looked for marked.
struct SnippetLines {
  /// What stands between two blanks: pieces that are marked or not.
  private typealias Word = [(text: String, isMatch: Bool)]

  /// The lines, without blanks at their ends.
  private(set) var lines: [String] = []

  /// Fills lines; colours take no columns, and a word longer than a line is parted.
  init(_ snippet: Snippet, width: Int, terminal: Terminal) {
    let limit = max(8, width)
    var line = ""
    var used = 0
    for word in SnippetLines.words(of: snippet) {
      let size = word.reduce(0) { $0 + Columns.width($1.text) }
      if used > 0, used + 1 + size > limit {
        lines.append(line)
        (line, used) = ("", 0)
      } else if used > 0 {
        line += " "
        used += 1
      }
      for piece in word {
        for part in SnippetLines.parts(of: piece.text, first: limit - used, next: limit) {
          let size = Columns.width(part)
          if used + size > limit {
            lines.append(line)
            (line, used) = ("", 0)
          }
          line += piece.isMatch ? terminal.styled(part, .match) : part
          used += size
        }
      }
    }
    if used > 0 { lines.append(line) }
  }

  private static func words(of snippet: Snippet) -> [Word] {
    var words: [Word] = []
    var isOpen = false
    for piece in snippet.pieces {
      if piece.text.first == " " { isOpen = false }
      for text in SafeText.line(piece.text).split(separator: " ") {
        if isOpen {
          words[words.count - 1].append((String(text), piece.isMatch))
        } else {
          words.append([(String(text), piece.isMatch)])
        }
        isOpen = false
      }
      isOpen = piece.text.last != " "
    }
    return words
  }

  /// A text cut so that its first part fills what is left of a line, and the others lines.
  private static func parts(of text: String, first: Int, next: Int) -> [String] {
    guard Columns.width(text) > max(0, first) else { return [text] }
    var parts: [String] = []
    var part = ""
    var used = 0
    var limit = first > 0 ? first : next
    for character in text {
      let size = Columns.width(String(character))
      if used + size > limit, used > 0 {
        parts.append(part)
        (part, used, limit) = ("", 0, next)
      }
      part.append(character)
      used += size
    }
    return parts + [part]
  }
}
