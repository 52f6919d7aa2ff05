private import HTMLTree
private import SourceBytes

/// The line above a comment of a capture.
struct CaptureHeading {
  /// Where it starts: the line of its number.
  var line: Int
  /// The line that has its text, which text browsers may set below the number.
  var textLine: Int
  var number: Int?
  /// Without number and bullet.
  var text: String
  /// How far it is set in.
  var column = 0
  /// Whether it stands in the list of answers to another one.
  var isNested = false
}

/// Finds the headings of comments in a capture.
enum CaptureHeadings {
  /// The longest run of `n. Name` lines that count up from 1 in one column.
  static func numbered(_ lines: CaptureLines) -> [CaptureHeading] {
    let candidates = lines.lines.indices.compactMap { numbered(lines, at: $0) }
    var best: [CaptureHeading] = []
    var triesLeft = 32
    for (position, candidate) in candidates.enumerated() {
      guard candidate.number == 1 || position == 0 && candidate.number ?? 0 > 1 else { continue }
      guard triesLeft > 0 else { break }
      triesLeft -= 1
      var run = [candidate]
      for next in candidates[(position + 1)...]
      where next.number == (run.last?.number ?? 0) + 1 && isAligned(next, candidate) {
        run.append(next)
      }
      // A later list wins a tie: the comments come after lists of the article.
      if run.count >= best.count { best = run }
    }
    let named = best.filter { isNameLike($0.text) }
    return named.count * 5 >= best.count * 4 ? best : []
  }

  private static func numbered(_ lines: CaptureLines, at index: Int) -> CaptureHeading? {
    let text = withPlainNumber(lines[index].text)
    let digits = text.utf8.prefix { $0 >= 0x30 && $0 <= 0x39 }
    guard !digits.isEmpty, digits.count <= 5,
      let number = Int(String(decoding: digits, as: UTF8.self))
    else { return nil }
    let rest = text.utf8.dropFirst(digits.count)
    guard let mark = rest.first, mark == 0x2E || mark == 0x29 else { return nil }
    if rest.count == 1 || isOfImages(String(decoding: rest.dropFirst(), as: UTF8.self)) {
      // Text browsers print the number of an item alone where a block follows: the name stands below.
      guard let below = below(index, lines) else { return nil }
      let name = CaptureLabels.withoutImage(CaptureLabels.withoutBullet(lines[below].text))
      guard name.utf8.count <= 300 else { return nil }
      return CaptureHeading(
        line: index, textLine: below, number: number, text: name, column: lines[index].indent)
    }
    guard rest.dropFirst().first == 0x20 else { return nil }
    // "22. Dezember 2019" is a day.
    if let match = PrintedDate().match(in: text), match.range.lowerBound == 0 { return nil }
    let name = CaptureLabels.withoutImage(
      String(decoding: rest.dropFirst(2), as: UTF8.self).foldingSpace)
    guard !name.isEmpty, name.utf8.count <= 300 else { return nil }
    let (whole, last) = joined(name, with: lines, after: index)
    return CaptureHeading(
      line: index, textLine: last, number: number, text: whole, column: lines[index].indent)
  }

  /// A heading with the lines that it goes on in: the title of a page that links here may be long, and a time stands behind
  /// it.
  private static func joined(
    _ name: String, with lines: CaptureLines, after index: Int
  ) -> (text: String, last: Int) {
    guard PrintedDate().match(in: name) == nil else { return (name, index) }
    var text = name
    for next in (index + 1)..<min(index + 4, lines.count) where !lines[next].isEmpty {
      text += " " + lines[next].text
      if isNameAndDate(text), CaptureLabels.endsInAction(text) { return (text, next) }
    }
    return (name, index)
  }

  /// A line with its number as most captures have it.
  ///
  /// `(3) Ada`, `[3] Ada` and `#3 Ada` become `3. Ada`.
  private static func withPlainNumber(_ text: String) -> String {
    guard let first = text.utf8.first, first == 0x28 || first == 0x5B || first == 0x23 else {
      return text
    }
    let digits = text.utf8.dropFirst().prefix { $0 >= 0x30 && $0 <= 0x39 }
    let rest = text.utf8.dropFirst(digits.count + 1)
    guard !digits.isEmpty, let mark = rest.first else { return text }
    let closes = first == 0x28 && mark == 0x29 || first == 0x5B && mark == 0x5D
    // Text browsers number links as "[3]Ada", without a blank.
    guard closes && rest.dropFirst().first == 0x20 || first == 0x23 && mark == 0x20 else {
      return text
    }
    return String(decoding: digits, as: UTF8.self) + ". "
      + String(decoding: rest.dropFirst(closes ? 2 : 1), as: UTF8.self)
  }

  /// Numbers are set flush left or flush right.
  private static func isAligned(_ one: CaptureHeading, _ other: CaptureHeading) -> Bool {
    let widths = (String(one.number ?? 0).utf8.count, String(other.number ?? 0).utf8.count)
    return one.column == other.column || one.column + widths.0 == other.column + widths.1
  }

  private static func isNameLike(_ text: String) -> Bool {
    if CaptureLabels.pingback(text) != nil || isNameAndDate(text) { return true }
    var name = text
    if let match = PrintedDate().match(in: text) { name = text.part(0..<match.range.lowerBound) }
    return name.utf8.count <= 80 && name.split(separator: " ").count <= 8 && !name.hasSuffix(".")
  }

  /// "Ada says:" and "Ada on May 3, 2012 at 4:05 pm" on lines of their own, below the line that most follow.
  static func spoken(
    _ lines: CaptureLines, after openings: [Int], isForced: Bool
  ) -> [CaptureHeading] {
    let all = lines.lines.indices.compactMap { index -> CaptureHeading? in
      let hasBullet = lines[index].text.first.map(CaptureLabels.isBullet) ?? false
      let isBelowImage = index > 0 && isOfImages(lines[index - 1].text)
      // "Posted by: Ada at May 3, 2004 10:15 AM" stands right below the words.
      let hasLead = ThemeText.hasLead(lines[index].text) && isNameAndDate(lines[index].text)
      // What is copied out of a browser has no empty line between the label "Reply" and the next name.
      let isBelowAction = index > 0 && CaptureLabels.isAction(lines[index - 1].text)
      guard
        index == 0 || isWordless(lines[index - 1].text) || hasBullet || isBelowImage || hasLead
          || isBelowAction || isSpeech(lines[index].text) && isDated(lines, below: index)
      else { return nil }
      // A bullet or the image's own line gave the heading already.
      guard index == 0 || !opensItem(lines[index - 1].text) else { return nil }
      return spoken(lines, at: index)
    }
    // What stands above the comments, a byline say, has the same shape.
    let opening = all.last.flatMap { last in openings.last { $0 < last.line } }
    let headings = withCounts(opening.map { line in all.filter { $0.line > line } } ?? all, lines)
    guard opening != nil || isForced || headings.count >= 3 else { return [] }
    // Without the empty line that other headings have above them, the first follows the opening line.
    if let opening, opening + 1 < lines.count, headings.first?.line != opening + 1,
      let first = spoken(lines, at: opening + 1)
    {
      return [first] + headings
    }
    return headings
  }

  /// The headings with the numbers that most of them have on a line of their own above.
  private static func withCounts(
    _ headings: [CaptureHeading], _ lines: CaptureLines
  ) -> [CaptureHeading] {
    let counts = headings.map { heading in
      (max(0, heading.line - 3)..<heading.line).last { !lines[$0].isEmpty }.flatMap { line in
        let digits = lines[line].text.utf8.drop { $0 == 0x23 }
        let isCount = (1...4).contains(digits.count) && digits.allSatisfy { 0x30...0x39 ~= $0 }
        return isCount ? line : nil
      }
    }
    guard counts.count(where: { $0 != nil }) * 5 >= max(headings.count, 3) * 3 else {
      return headings
    }
    return zip(headings, counts).map { heading, line in
      var heading = heading
      heading.line = line ?? heading.line
      return heading
    }
  }

  private static func spoken(_ lines: CaptureLines, at index: Int) -> CaptureHeading? {
    let line = lines[index]
    let bare = CaptureLabels.withoutBullet(line.text)
    let hasBullet = bare.utf8.count < line.text.utf8.count
    var text = CaptureLabels.withoutImage(bare)
    var textLine = index
    // Text browsers set a block below the bullet of its item.
    if hasBullet, bare.isEmpty || isOfImages(bare), let next = below(index, lines) {
      text = CaptureLabels.withoutImage(CaptureLabels.withoutBullet(lines[next].text))
      textLine = next
    }
    guard text.utf8.count <= 300, !text.isEmpty,
      isSpeech(text) || isNameAndDate(text) || isName(text) && isDated(lines, below: textLine)
    else { return nil }
    return CaptureHeading(
      line: index, textLine: textLine, text: text, column: line.indent, isNested: hasBullet)
  }

  private static func isWordless(_ text: String) -> Bool {
    !text.unicodeScalars.contains { $0.properties.isAlphabetic }
  }

  /// Whether a line is a bullet, or one with an image, and the heading of its item stands below.
  private static func opensItem(_ text: String) -> Bool {
    guard text.first.map(CaptureLabels.isBullet) ?? false else { return false }
    let bare = CaptureLabels.withoutBullet(text)
    return bare.isEmpty || isOfImages(bare)
  }

  /// The next line that says something, within a few: bullets and labels of links say nothing.
  private static func below(_ index: Int, _ lines: CaptureLines) -> Int? {
    (index + 1..<min(index + 4, lines.count)).first { place in
      let text = CaptureLabels.withoutBullet(lines[place].text)
      return !text.isEmpty && !CaptureLabels.isAction(text)
    }
  }

  /// Whether a line is nothing but marks of pictures: `[avatar.png] [gif]`.
  private static func isOfImages(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return !words.isEmpty
      && words.allSatisfy { word in
        word.hasPrefix("[") && word.hasSuffix("]") && word.utf8.count <= 42
      }
  }

  /// Whether a line could be a name alone.
  private static func isName(_ text: String) -> Bool {
    guard text.utf8.count <= 50, text.split(separator: " ").count <= 5, !ThemeText.isNoise(text),
      let last = text.last
    else { return false }
    return !".!?:;,".contains(last) && PrintedDate().match(in: text) == nil
  }

  /// Whether the line below, a badge and an empty line set aside, is a date and hardly anything else.
  private static func isDated(_ lines: CaptureLines, below index: Int) -> Bool {
    dateLine(lines, below: index).map { line in
      CaptureLabels.date(alone: CaptureLabels.withoutBullet(lines[line].text)) != nil
    } ?? false
  }

  /// The line below, a badge and an empty line set aside.
  private static func dateLine(_ lines: CaptureLines, below index: Int) -> Int? {
    (index + 1..<min(index + 4, lines.count)).first { place in
      !lines[place].isEmpty && !ThemeText.badges.contains(lines[place].text.lowercased())
    }
  }

  /// The headings together with those of answers, which lists inside an item hold.
  static func withNested(
    _ headings: [CaptureHeading], _ lines: CaptureLines, end: Int
  ) -> [CaptureHeading] {
    guard headings.contains(where: { $0.number != nil }) else { return headings }
    var all = headings
    var known = Set(headings.map(\.textLine))
    for (position, heading) in headings.enumerated() {
      let following = position + 1 < headings.count ? headings[position + 1].line : end
      guard heading.textLine + 1 < following else { continue }
      for index in heading.textLine + 1..<following where lines[index].indent > heading.column {
        let listed = numbered(lines, at: index).flatMap { heading in
          isSpeech(heading.text) || isNameAndDate(heading.text) ? heading : nil
        }
        if var found = listed ?? spoken(lines, at: index), found.number != nil || found.isNested,
          known.insert(found.textLine).inserted
        {
          found.number = nil
          found.isNested = true
          all.append(found)
        }
      }
    }
    return all.sorted { $0.line < $1.line }
  }

  /// Whether a heading has more than a name: it says that somebody says something, or when.
  static func tellsOfComment(_ heading: CaptureHeading, _ lines: CaptureLines) -> Bool {
    isSpeech(heading.text) || isNameAndDate(heading.text)
      || isDated(lines, below: heading.textLine)
  }

  /// Whether headings are those of comments where no label says so.
  ///
  /// Logs of changes have names and dates as well, but of days, or to the second with a zone, as programs write them.
  static func areConvincing(
    _ headings: [CaptureHeading], of count: Int, _ lines: CaptureLines
  ) -> Bool {
    let sure = headings.count { heading in
      if isSpeech(heading.text) || ThemeText.hasLead(heading.text) { return true }
      let own = PrintedDate().match(in: heading.text)
      let match =
        own
        ?? dateLine(lines, below: heading.textLine).flatMap {
          CaptureLabels.date(alone: CaptureLabels.withoutBullet(lines[$0].text))
        }
      guard let match else { return false }
      // "Ada on May 3, 2012"
      if let own {
        let lead = heading.text.part(0..<own.range.lowerBound).split(separator: " ")
        let hasFigures = lead.contains { $0.utf8.contains { 0x30...0x39 ~= $0 } }
        if !hasFigures, lead.count > 1, let last = lead.last, onWords.contains(last.lowercased()) {
          return true
        }
      }
      return match.date.precision == .minute && match.date.offsetMinutes == nil
    }
    return sure >= 4 && sure * 5 >= count * 3
  }

  private static let onWords: Set<String> = ["on", "am", "le", "el", "il", "op", "em", "den"]

  // MARK: What lines say

  private static func isSpeech(_ text: String) -> Bool {
    guard text.hasSuffix(":") || text.hasSuffix("：") else { return false }
    let words = text.dropLast().split(separator: " ")
    guard words.count >= 2, words.count <= 8, let last = words.last else { return false }
    return ThemeText.speechVerbs.contains(last.lowercased())
  }

  /// Whether a line is a name with a date behind it.
  static func isNameAndDate(_ text: String) -> Bool {
    guard let match = PrintedDate().match(in: text), match.range.lowerBound > 2 else {
      return false
    }
    let lead = text.part(0..<match.range.lowerBound)
    let tail = text.part(match.range.upperBound..<text.utf8.count)
    // The titles of pages that link here are long; with a time and "Reply" behind them they are no sentence.
    let isSure = match.date.precision != .day && CaptureLabels.endsInAction(tail)
    let wordCount = lead.split(separator: " ").count
    guard (1...(isSure ? 40 : 7)).contains(wordCount), ThemeText.isNoise(tail),
      isSure || text.utf8.count <= 120
    else { return false }
    return !ThemeText.isNoise(lead)
  }
}
