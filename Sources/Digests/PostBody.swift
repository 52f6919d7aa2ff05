internal import Discussion

/// A post's text taken apart for a digest, before anything is chosen.
struct PostBody {
  /// A quotation before it is folded.
  struct Quotation {
    /// The name in the line that introduces it.
    var name: String?
    var text: String
    /// The post of the thread that wrote the words.
    var origin: Int?
  }

  enum Part {
    case own(Paragraph)
    case quotation(Quotation)
    /// What no digest shows, such as a signature.
    case leftOut(String)
  }

  /// A stretch of own words that is shown or left out as one.
  struct Unit {
    /// The part it belongs to.
    var part: Int
    /// The line of the part.
    var line: Int
    let text: String
    let wordCount: Int
    /// The words in lower case, as they are compared.
    let words: [String]
    /// Whether it is program text, a table or the like.
    var isVerbatim = false

    init(part: Int, line: Int, text: String, isVerbatim: Bool = false) {
      self.part = part
      self.line = line
      self.text = text
      wordCount = WordCount.of(text)
      words = PassageVocabulary.words(of: text)
      self.isVerbatim = isVerbatim
    }
  }

  var parts: [Part] = []
  var units: [Unit] = []

  var wordCount: Int { units.reduce(0) { $0 + $1.wordCount } }

  /// Whether a unit is the first of the post or the first behind a quotation.
  func opensAnswer(_ unit: Int) -> Bool {
    let part = units[unit].part
    guard unit == 0 || units[unit - 1].part < part else { return false }
    guard unit > 0 else { return true }
    return parts[(units[unit - 1].part + 1)..<part].contains {
      if case .quotation = $0 { true } else { false }
    }
  }

  /// The part with the quotation that a unit answers: the nearest before it.
  func quotation(before unit: Int) -> Int? {
    parts[..<units[unit].part].lastIndex { if case .quotation = $0 { true } else { false } }
  }

  /// Whether nothing stands between two units, neither a quotation nor anything that is left out.
  func isAdjacent(_ unit: Int, _ next: Int) -> Bool {
    units[next].part - units[unit].part <= 1
  }

  /// Takes the text of `post` apart; blocks that do not fit the text are clamped.
  init(_ post: Post) {
    guard let text = post.text else { return }
    let scalars = Array(text.unicodeScalars)
    let blocks = post.blocks.isEmpty ? [Block(.own, start: 0, end: scalars.count)] : post.blocks
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      let slice = PostBody.slice(scalars, block)
      switch block.kind {
      case .own: add(Paragraph.split(slice))
      case .code:
        let lines = PostBody.lines(slice).map { DisplayText.verbatimLine($0) }
        if lines.contains(where: { !$0.isEmpty }) {
          add([.verbatim(Paragraph.withoutIndent(PostBody.trimmed(lines)))])
        }
      case .quote, .attribution:
        let start = index
        while index + 1 < blocks.count, PostBody.isQuoted(blocks[index + 1]) { index += 1 }
        addQuotation(blocks[start...index], of: scalars)
      // The head of the document says that these are left out throughout.
      case .signature, .footer, .pgp: break
      case .forward: leaveOut("forwarded message, \(PostBody.lineCount(slice))")
      case .patch: leaveOut("patch, \(PostBody.lineCount(slice))")
      }
      index += 1
    }
    leaveOutName(of: post)
  }

  /// Says which posts of the thread wrote the words that are quoted, by part.
  mutating func setOrigins(_ origins: [Int: Int]) {
    for (part, origin) in origins {
      guard case .quotation(var quotation) = parts[part] else { continue }
      quotation.origin = origin
      parts[part] = .quotation(quotation)
    }
  }

  /// Leaves out the name under a letter: last lines that have no other words than the author's name or a closing
  /// formula.
  private mutating func leaveOutName(of post: Post) {
    let name = PassageVocabulary.words(of: post.author.shown)
    for _ in 0..<3 {
      guard case .own(.prose(var lines))? = parts.last, let line = lines.last, units.count > 1
      else { return }
      let words = PassageVocabulary.words(of: line.text)
      let isName = words.allSatisfy { word in
        name.contains(word) || PassageCues.closings.contains(word)
          || (word.utf8.count == 1 && name.contains { $0.hasPrefix(word) })
      }
      guard (1...5).contains(words.count), isName else { return }
      units.removeAll { $0.part == parts.count - 1 && $0.line == lines.count - 1 }
      lines.removeLast()
      if lines.isEmpty { parts.removeLast() } else { parts[parts.count - 1] = .own(.prose(lines)) }
    }
  }

  private mutating func add(_ paragraphs: [Paragraph]) {
    for paragraph in paragraphs {
      let part = parts.count
      parts.append(.own(paragraph))
      switch paragraph {
      case .verbatim(let lines):
        let text = lines.joined(separator: "\n")
        units.append(
          Unit(part: part, line: 0, text: text, isVerbatim: true))
      case .prose(let lines):
        for (line, text) in lines.enumerated() {
          for passage in Sentences.passages(text.text) {
            units.append(
              Unit(part: part, line: line, text: passage))
          }
        }
      }
    }
  }

  private mutating func leaveOut(_ what: String) {
    if case .leftOut(let before)? = parts.last {
      let isSaid = before.hasSuffix(what)
      parts[parts.count - 1] = .leftOut(isSaid ? before : "\(before), \(what)")
    } else {
      parts.append(.leftOut(what))
    }
  }

  /// Folds neighbouring quotations to one: the shallowest is what the author answers.
  private mutating func addQuotation(_ blocks: ArraySlice<Block>, of scalars: [Unicode.Scalar]) {
    let quotes = blocks.filter { $0.kind == .quote }
    guard let depth = quotes.map(\.depth).min(),
      let block = quotes.first(where: { $0.depth == depth })
    else { return }
    var lines = PostBody.lines(PostBody.slice(scalars, block)).map(PostBody.withoutMarks)
    PostBody.dropGreeting(of: &lines)
    let text = lines.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
    let name = block.name ?? blocks.first { $0.kind == .attribution && $0.name != nil }?.name
    let line = DisplayText.line(text)
    guard line.unicodeScalars.contains(where: WordCount.isLetter) else { return }
    parts.append(.quotation(Quotation(name: name, text: line)))
  }

  /// Who quotes a whole letter does not answer its greeting.
  private static func dropGreeting(of lines: inout [ArraySlice<Unicode.Scalar>]) {
    guard let first = lines.firstIndex(where: { !$0.isEmpty }),
      lines[(first + 1)...].contains(where: { !$0.isEmpty })
    else { return }
    let text = String(String.UnicodeScalarView(lines[first]))
    if PassageCues.isGreeting(text) { lines.removeFirst(first + 1) }
  }

  /// A line without the signs that mark it as quoted: `> > `, `AB> `.
  private static func withoutMarks(_ line: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar>
  {
    var rest = line
    while true {
      let trimmed = rest.drop(while: DisplayText.isSpace)
      let initials = trimmed.prefix(4).prefix { $0.properties.isAlphabetic }
      let after = trimmed.dropFirst(initials.count)
      guard after.first == ">" || (initials.isEmpty && after.first == "|") else { return trimmed }
      rest = after.dropFirst()
    }
  }

  private static func isQuoted(_ block: Block) -> Bool {
    block.kind == .quote || block.kind == .attribution
  }

  private static func slice(_ scalars: [Unicode.Scalar], _ block: Block) -> ArraySlice<
    Unicode.Scalar
  > {
    let start = max(0, min(block.start, scalars.count))
    return scalars[start..<max(start, min(block.end, scalars.count))]
  }

  private static func lines(_ scalars: ArraySlice<Unicode.Scalar>) -> [ArraySlice<Unicode.Scalar>] {
    scalars.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private static func lineCount(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    let count = lines(scalars).count { line in line.contains { !DisplayText.isSpace($0) } }
    return count == 1 ? "1 line" : "\(count) lines"
  }

  private static func trimmed(_ lines: [String]) -> [String] {
    let start = lines.firstIndex { !$0.isEmpty } ?? 0
    let end = lines.lastIndex { !$0.isEmpty } ?? 0
    return Array(lines[start...end])
  }
}
