internal import Discussion

/// Finds the lines that say who is quoted, and what is quoted without marks below them.
extension LineTable {
  /// Settles attribution lines, header blocks and separators, and notes the quotations that have no marks.
  mutating func findAttributions() {
    joinBrokenAttributions()
    var index = 0
    // Lines that an attempt at a header block has ruled out for all later ones.
    var noHeaderBefore = 0
    while index < lines.count {
      if lines[index].isBlank || lines[index].isSettled {
        index += 1
        continue
      }
      if let separator = MessageSeparator.read(in: self, at: index) {
        index = take(separator, at: index)
        continue
      }
      let isLabelled = index >= noHeaderBefore && HeaderBlock.label(in: self, at: index) != nil
      if isLabelled, let header = HeaderBlock(in: self, from: index) {
        index = take(header, from: index) ?? header.lines.upperBound
      } else {
        if isLabelled { noHeaderBefore = endOfLabels(from: index) }
        if let surroundings = surroundings(ofAttributionEndingAt: index),
          let found = attribution(endingAt: index, surroundings)
        {
          take(attribution: found.start..<index + 1, found.reading)
        }
        index += 1
      }
    }
    for quote in unmarkedQuotes {
      for index in quote.start..<quote.end { lines[index].unmarkedDepth = quote.depth }
    }
  }

  // MARK: Messages below separators and headers

  /// The end of a run of headers that has no sender but in its first line: no block starts within it.
  private func endOfLabels(from start: Int) -> Int {
    var end = start
    while end < lines.count, let label = HeaderBlock.label(in: self, at: end),
      end == start || label.field != .from
    {
      end += 1
    }
    return end
  }

  private mutating func take(_ separator: MessageSeparator, at index: Int) -> Int {
    let depth = lines[index].depth
    if separator.kind == .forwardedEnd {
      closeUnmarkedQuote(at: index)
      settleAttribution(index..<index + 1, name: nil)
      return index + 1
    }
    let header = HeaderBlock(in: self, below: index)
    let end = header?.lines.upperBound ?? index + 1
    guard header != nil || depth > 0 || nextFilled(after: index, reach: 4) != nil else {
      return index + 1
    }
    let name = place(ofName: header?.name ?? header?.address ?? separator.name)
    settleAttribution(index..<end, name: name)
    openUnmarkedQuote(at: end, depth: depth, isForward: separator.kind == .forwarded, name: name)
    return end
  }

  private mutating func take(_ header: HeaderBlock, from index: Int) -> Int? {
    let end = header.lines.upperBound
    let isAtStart = previousFilled(before: index, reach: index) == nil
    // Technical headers amid the author's words are cited for themselves: nobody can tell where a message ends that
    // was pasted so. Mail programs print the sender or the date first.
    if header.isTechnical, !isAtStart, openDepth.depth == 0 { return nil }
    let rule = previousFilled(before: index, reach: 2)
    var start = index
    if let rule, isRule(rule) || isPartRule(rule), lines[rule].depth == lines[index].depth {
      start = rule
    }
    // Yahoo's web mail puts `--- On DATE, NAME wrote:` above the header block of what it quotes.
    if let above = previousFilled(before: index, reach: 4), !lines[above].isSettled,
      lines[above].depth == lines[index].depth, endsInColon(content(above)),
      bytes[content(above)].starts(with: "--- ".utf8)
    {
      start = above
    }
    let name = place(ofName: header.name ?? header.address)
    settleAttribution(start..<end, name: name)
    let depth = lines[index].depth
    let isFirstOfRun = depth > 0 && (start == 0 || lines[start - 1].depth < depth)
    if isFirstOfRun {
      lines[end - 1].isAboveSameDepth = true
    } else {
      openUnmarkedQuote(
        at: end, depth: depth, isForward: isAtStart, name: name)
    }
    return end
  }

  /// A line of underscores, hyphens or the like, or of two of them in turn, as Groups.io draws it: "-=-=-=-".
  func isRule(_ index: Int, atLeast count: Int = 10) -> Bool {
    let range = content(index)
    guard range.count >= count else { return false }
    let first = bytes[range.lowerBound]
    guard !first.isLetter, !first.isDigit, !first.isWide, first != ASCII.greater else {
      return false
    }
    var others = 0
    for position in range where bytes[position] != first {
      let byte = bytes[position]
      guard
        byte == ASCII.tilde || byte == ASCII.hyphen || byte == ASCII.greater
          || byte == ASCII.space || byte == ASCII.asterisk || byte == ASCII.equals
      else {
        return false
      }
      others += 1
    }
    return others <= range.count / 2
  }

  private mutating func openUnmarkedQuote(at start: Int, depth: Int, isForward: Bool, name: Int?) {
    guard depth == 0, start < lines.count else { return }
    let next = nextFilled(after: start - 1, reach: 4)
    // Where marks follow, they show what is quoted.
    if !isForward, let next, lines[next].depth > 0 { return }
    let outer = openDepth
    closeUnmarkedQuote(at: start)
    unmarkedQuotes.append(
      UnmarkedQuote(
        start: start, end: lines.count, depth: min(outer.depth + 1, QuoteMark.depthLimit),
        isForward: isForward || outer.isForward, name: name))
  }

  /// The unmarked quotation that is open, which reaches to the end of the text so far.
  private var openDepth: (depth: Int, isForward: Bool) {
    guard let last = unmarkedQuotes.last, last.end == lines.count else { return (0, false) }
    return (last.depth, last.isForward)
  }

  private mutating func closeUnmarkedQuote(at end: Int) {
    guard let last = unmarkedQuotes.last, last.end == lines.count else { return }
    unmarkedQuotes[unmarkedQuotes.count - 1].end = end
  }

  // MARK: Attribution lines

  /// What stands around a line that may end an attribution.
  private struct Surroundings {
    var hasColon: Bool
    var isAboveQuote: Bool
    var isAtTopOfQuote: Bool
    var isAboveText: Bool
  }

  /// What stands around a line; nil where it cannot end an attribution, as most cannot.
  private func surroundings(ofAttributionEndingAt index: Int) -> Surroundings? {
    let range = content(index)
    guard range.count >= 3, range.count <= 600 else { return nil }
    let depth = lines[index].depth
    let hasColon =
      !lines[index].traits.isDisjoint(with: [.colon, .wide]) && endsInColon(range)
    guard hasColon || range.count <= 160 && mayStandAboveQuote(index) else { return nil }
    let next = nextBelowAttribution(index)
    let isAboveQuote = next.map { lines[$0].depth > depth } ?? false
    guard hasColon || isAboveQuote else { return nil }
    let isAtTopOfQuote =
      depth > 0
      && (index < 2 || lines[max(0, index - 1)].depth < depth
        || lines[max(0, index - 2)].depth < depth)
    guard
      mayAttribute(
        linesOfAttribution(endingAt: index), hasColon: hasColon,
        isAboveQuote: isAboveQuote || isAtTopOfQuote && hasColon)
    else { return nil }
    return Surroundings(
      hasColon: hasColon, isAboveQuote: isAboveQuote, isAtTopOfQuote: isAtTopOfQuote,
      isAboveText: next != nil)
  }

  /// Whether the next line is quoted deeper or empty; false only where no quotation follows, as most lines tell at once.
  private func mayStandAboveQuote(_ index: Int) -> Bool {
    hasMarks && index + 1 < lines.count
      && (lines[index + 1].isBlank || lines[index + 1].depth > lines[index].depth)
  }

  /// The attribution that ends with this line, and where it begins.
  private func attribution(
    endingAt index: Int, _ surroundings: Surroundings
  ) -> (start: Int, reading: AttributionReading)? {
    let depth = lines[index].depth
    // A line within a paragraph is looked at only when a quotation follows.
    var start = index
    var found: (start: Int, reading: AttributionReading)?
    while start >= 0, isPartOfAttribution(start, endingAt: index) {
      let reading = AttributionReading(joinedContent(start..<index + 1))
      if reading.hasOpener || start == index, isAttribution(reading, surroundings) {
        found = (start, reading)
        if reading.hasOpener, reading.hasTime || reading.hasArticle { break }
      } else if start < index, found == nil, reading.address != nil || reading.hasTime,
        start == 0 || lines[start - 1].isBlank || lines[start - 1].depth != depth,
        isAttribution(reading, surroundings)
      {
        found = (start, reading)
      }
      start -= 1
    }
    return found
  }

  /// Whether a line may belong to an attribution that ends some lines on.
  private func isPartOfAttribution(_ line: Int, endingAt end: Int) -> Bool {
    end - line < 4 && lines[line].depth == lines[end].depth && !lines[line].isBlank
      && !lines[line].isSettled && (line == end || !endsInColon(content(line)))
  }

  private func linesOfAttribution(endingAt end: Int) -> Range<Int> {
    var start = end
    while start > 0, isPartOfAttribution(start - 1, endingAt: end) { start -= 1 }
    return start..<end + 1
  }

  /// The next line that is filled or, being quoted deeper, begins the quotation with an empty line.
  private func nextBelowAttribution(_ index: Int) -> Int? {
    var next = index + 1
    while next < lines.count, next < index + 9 {
      if !lines[next].isBlank || lines[next].depth > lines[index].depth { return next }
      next += 1
    }
    return nil
  }

  private func isAttribution(_ reading: AttributionReading, _ surroundings: Surroundings) -> Bool {
    let hasColon = surroundings.hasColon
    let isAboveQuote = surroundings.isAboveQuote
    let isDated = reading.hasTime && reading.date != nil
    let isCited = reading.address != nil || reading.hasArticle
    if isAboveQuote || surroundings.isAtTopOfQuote && hasColon {
      if reading.hasVerb {
        if isCited || isDated { return reading.wordCount <= 60 }
        return hasColon && reading.wordCount <= (reading.hasOpener ? 16 : 10)
          && reading.wordCountAfterVerb <= 5 && (isAboveQuote || reading.wordCount <= 5)
          || !hasColon && reading.name != nil && reading.wordCount <= 8
            && reading.wordCountAfterVerb == 0
      }
      guard hasColon else { return false }
      if reading.hasArticle { return reading.wordCount <= 40 }
      if reading.address != nil {
        return reading.wordCount <= 30 && (isDated || reading.wordCount <= 10)
      }
      return isDated && (reading.hasOpener || reading.hasBracketedDate) && reading.name != nil
        && reading.wordCount <= 16
    }
    // Without marks below, only the full form counts.
    return hasColon && surroundings.isAboveText && reading.hasVerb && isDated && reading.hasOpener
      && (reading.address != nil || reading.name != nil) && reading.wordCountAfterVerb <= 8
      && reading.wordCount <= 40
  }

  private func endsInColon(_ range: Range<Int>) -> Bool {
    guard let last = range.last else { return false }
    return bytes[last] == ASCII.colon
      || range.count > 3 && bytes[last] == 0x9a && bytes[last - 1] == 0xbc
        && bytes[last - 2] == 0xef
  }

  private mutating func take(attribution range: Range<Int>, _ reading: AttributionReading) {
    let last = range.upperBound - 1
    let depth = lines[last].depth
    let name = place(ofName: (reading.name ?? reading.address).map(reading.bytes.text))
    guard let next = nextBelowAttribution(last) else {
      settleAttribution(range, name: name)
      return
    }
    if lines[next].depth > depth {
      settleAttribution(range, name: name)
    } else if depth > 0 {
      settleAttribution(range, name: name)
      lines[last].isAboveSameDepth = true
    } else {
      takeUnmarked(range, next: next, name: name)
    }
  }

  /// An attribution over words without marks: indented ones are quoted while they are indented; else all that follows
  /// is, when the author's own words stand above.
  private mutating func takeUnmarked(_ range: Range<Int>, next: Int, name: Int?) {
    let first = bytes[lines[next].start]
    if first.isBlank {
      guard !bytes[lines[range.lowerBound].start].isBlank else { return }
      var end = next
      while end < lines.count, lines[end].isBlank || bytes[lines[end].start].isBlank { end += 1 }
      while end > next, lines[end - 1].isBlank { end -= 1 }
      settleAttribution(range, name: name)
      guard openDepth.depth == 0 else { return }
      unmarkedQuotes.append(
        UnmarkedQuote(start: next, end: end, depth: 1, isForward: false, name: name))
      return
    }
    guard first != ASCII.quotationMark,
      previousFilled(before: range.lowerBound, reach: range.lowerBound) != nil
    else {
      return
    }
    settleAttribution(range, name: name)
    openUnmarkedQuote(at: range.upperBound, depth: 0, isForward: false, name: name)
  }

  private mutating func settleAttribution(_ range: Range<Int>, name: Int?) {
    settle(range, as: .attribution)
    for index in range { lines[index].name = name }
    lines[range.lowerBound].startsBlock = true
    lines[range.upperBound - 1].isAttributionEnd = true
  }

  /// Keeps a name, and gives its place.
  private mutating func place(ofName name: String?) -> Int? {
    guard let name else { return nil }
    names.append(name)
    return names.count - 1
  }

  // MARK: Broken lines

  /// Gives the second line of a quoted attribution its marks back: "> In article <…> ada@example.org (Ada" and below
  /// it, without marks, "Example) writes:".
  private mutating func joinBrokenAttributions() {
    guard hasMarks, lines.count > 2 else { return }
    for index in 1..<lines.count - 1 where lines[index].depth == lines[index - 1].depth + 1 {
      // "<ada@example.org" and below it "> wrote:": the bracket is no quote mark.
      let range = content(index)
      guard range.count <= 16, !range.isEmpty, endsInColon(range), !lines[index - 1].isBlank,
        !lines[index].isSettled, !lines[index - 1].isSettled,
        bytes[content(index - 1)].contains(ASCII.less)
      else {
        continue
      }
      let reading = AttributionReading(joinedContent(index..<index + 1))
      if reading.hasVerb, reading.wordCount == 1 { lines[index].depth -= 1 }
    }
    for index in 1..<lines.count - 1 where isOwn(index) {
      let depth = lines[index - 1].depth
      guard depth > 0, lines[index + 1].depth > depth, !lines[index - 1].isBlank else { continue }
      let range = content(index)
      guard range.count <= 80, endsInColon(range), !endsInColon(content(index - 1)) else {
        continue
      }
      let reading = AttributionReading(joinedContent(index - 1..<index + 1))
      guard reading.hasOpener, reading.hasVerb, reading.wordCountAfterVerb == 0,
        reading.hasTime || reading.address != nil || reading.hasArticle
      else {
        continue
      }
      lines[index].depth = depth
    }
  }

  /// Gives the tails that a mail program broke off quoted lines back to them.
  ///
  /// A tail is short, follows a long quoted line that ends in mid-sentence, starts with a small letter, and the
  /// quotation goes on below it.
  mutating func joinBrokenQuotes() {
    guard hasMarks, lines.count > 2 else { return }
    for index in 1..<lines.count - 1 where isOwn(index) && !lines[index].isBlank {
      let above = lines[index - 1]
      let below = lines[index + 1]
      guard above.depth > 0, !above.isBlank, above.kind == .own, below.depth >= above.depth,
        above.end - above.start >= 60
      else {
        continue
      }
      let range = content(index)
      let upper = content(index - 1)
      guard range.count <= 30, range.count * 3 < upper.count, let first = range.first,
        bytes[first].isSmall || bytes[first].isWide || bytes[first].isDigit
      else {
        continue
      }
      let last = bytes[upper.upperBound - 1]
      guard last.isLetterOrWide || last.isDigit || last == ASCII.comma || last == ASCII.hyphen
      else {
        continue
      }
      lines[index].depth = above.depth
    }
  }
}
