/// A paragraph of own words before anything is chosen from it.
enum Paragraph: Hashable {
  /// Lines whose breaks were meant; those that only fitted the text to a width are undone.
  case prose([TextLine])
  /// Lines whose spaces matter.
  case verbatim([String])

  /// Splits text at empty lines and undoes hard wrapping.
  ///
  /// A line break is undone where the next word would not have fitted: that is how text gets wrapped.
  ///
  /// - Complexity: O(n log n) in the number of lines, linear in their length.
  static func split(_ scalars: ArraySlice<Unicode.Scalar>) -> [Paragraph] {
    let lines = scalars.split(separator: "\n", omittingEmptySubsequences: false).map(Line.init)
    let width = usualWidth(lines)
    var paragraphs: [Paragraph] = []
    var start = 0
    for index in 0...lines.count where index == lines.count || lines[index].isEmpty {
      if start < index {
        paragraphs.append(paragraph(lines[start..<index], width: width))
      }
      start = index + 1
    }
    return paragraphs
  }

  /// The width to which most of the text was wrapped; a few longer lines do not count.
  private static func usualWidth(_ lines: [Line]) -> Int {
    let counts = zip(lines, lines.dropFirst())
      .compactMap { line, next in next.isEmpty || line.count > 100 ? nil : line.count }.sorted()
    return max(50, counts.isEmpty ? 0 : counts[counts.count * 4 / 5])
  }

  private static func paragraph(_ lines: ArraySlice<Line>, width: Int) -> Paragraph {
    let odd = lines.count { $0.looksSetOut }
    let indented = lines.dropFirst().count { $0.indent >= 2 }
    let isList = lines.contains { $0.marker != nil }
    let isTable = odd * 2 >= lines.count && odd > 0
    let isSetIn = !isList && (lines.count > 1 ? indented * 2 >= lines.count : false)
    if isTable || isSetIn {
      return .verbatim(withoutIndent(lines.map { DisplayText.verbatimLine($0.scalars) }))
    }
    return .prose(joined(lines, width: width))
  }

  /// Takes away the indent that all lines share.
  static func withoutIndent(_ lines: [String]) -> [String] {
    let indents = lines.filter { !$0.isEmpty }.map { line in line.utf8.prefix { $0 == 0x20 }.count }
    let shared = indents.min() ?? 0
    return lines.map { String($0.unicodeScalars.dropFirst(shared)) }
  }

  private static func joined(_ lines: ArraySlice<Line>, width: Int) -> [TextLine] {
    var joined: [TextLine] = []
    var previous: Line?
    var isInList = false
    for line in lines {
      // The next word would not have fitted: the text was only wrapped here.
      let isWrapped =
        previous.map { before in
          before.count <= 100 && before.count + 1 + line.firstWordCount > width - 6
        } ?? false
      let startsItem = line.marker != nil && (isInList || !isWrapped)
      if !startsItem, !joined.isEmpty, isWrapped || (isInList && line.indent > 0) {
        joined[joined.count - 1].text += " " + DisplayText.line(line.text)
      } else {
        joined.append(
          TextLine(
            marker: startsItem ? line.marker : nil,
            text: DisplayText.line(startsItem ? line.textAfterMarker : line.text)))
      }
      isInList = isInList || startsItem
      previous = line
    }
    return joined.filter { !$0.text.isEmpty }
  }
}

/// A line that its author meant as one.
struct TextLine: Hashable {
  /// What marks it as an item of a list, as written: `-`, `1.`, `(a)`.
  var marker: String?
  var text: String
}

/// What the shape of a line tells.
private struct Line {
  let scalars: ArraySlice<Unicode.Scalar>
  let count: Int
  let indent: Int
  let firstWordCount: Int
  let marker: String?
  private let body: ArraySlice<Unicode.Scalar>

  init(_ whole: ArraySlice<Unicode.Scalar>) {
    let end = whole.lastIndex { !DisplayText.isSpace($0) }
    scalars = end.map { whole[whole.startIndex...$0] } ?? whole.prefix(0)
    count = scalars.count
    let rest = scalars.drop(while: DisplayText.isSpace)
    indent = scalars.prefix { $0 == " " }.count + 4 * scalars.prefix { $0 == "\t" }.count
    let word = rest.prefix { !DisplayText.isSpace($0) }
    firstWordCount = word.count
    body = rest.dropFirst(word.count)
    marker = Line.isMarker(word) && !body.isEmpty ? String(String.UnicodeScalarView(word)) : nil
  }

  var isEmpty: Bool { scalars.isEmpty }
  var text: String { String(String.UnicodeScalarView(scalars)) }
  var textAfterMarker: String { String(String.UnicodeScalarView(body)) }

  /// Columns, drawings and code show in wide gaps inside a line, in rules and bars, or in how the line ends.
  var looksSetOut: Bool {
    if let last = scalars.last, last == ";" || last == "{" || last == "}" { return true }
    var gap = 0
    var bars = 0
    for scalar in scalars.drop(while: DisplayText.isSpace) {
      if scalar == "\t" { return true }
      gap = scalar == " " ? gap + 1 : 0
      if gap >= 4 { return true }
      if scalar == "|" || scalar == "+" || scalar == "{" || scalar == "}" { bars += 1 }
    }
    return bars >= 2
      || (indent >= 4 && firstWordCount < count - indent && marker == nil && bars > 0)
  }

  /// `-`, `*`, `•`, `1.`, `(a)`, `12)`.
  private static func isMarker(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let last = word.last, word.count <= 4 else { return false }
    if word.count == 1 { return "-*+•–—·".unicodeScalars.contains(last) }
    guard last == "." || last == ")" || last == "]" || last == ":" else { return false }
    let inner = word.dropLast().drop { $0 == "(" || $0 == "[" }
    let isNumber = inner.allSatisfy { ("0"..."9").contains($0) }
    return !inner.isEmpty && (isNumber || (inner.count == 1 && last == ")"))
  }
}
