internal import Discussion
internal import SourceBytes

/// Which of the marks that lines begin with are quote marks.
///
/// `>` is one nearly always. What is not: the `>From` of mbox files, `>=` and `>:-(`, a `>` alone, the `>>>` of a
/// Python session, the markers of a merge conflict. `AB>`, `|`, `:`, `}` and `#` are only believed where several lines
/// agree, an attribution stands above, or the message has quoted with them before.
extension LineTable {
  /// Judges the marks of all lines.
  mutating func judgeQuoteMarks() {
    if hasMarks {
      unmarkSupercite()
      if hasLabels { judgeLabels() }
      judgePlainMarks()
    }
    judgeBars()
  }

  /// Supercite begins its attribution with five marks: `>>>>> "Ada" == Ada Example writes:`.
  private mutating func unmarkSupercite() {
    for index in lines.indices where lines[index].depth >= 5 {
      let range = content(index)
      guard range.count < 300, let first = range.first, bytes[first] == ASCII.quotationMark,
        Self.doubleEquals.occurs(in: bytes, range)
      else {
        continue
      }
      lines[index].depth -= 5
    }
  }

  private static let doubleEquals = PhraseTable(["\" == "])

  // MARK: Marks with labels

  private struct Label {
    var lastLine: Int
    var neighbours = 0
    var isIntroduced = false
    var startsWithCapital: Bool
  }

  private mutating func judgeLabels() {
    var labels: [[UInt8]: Label] = [:]
    for index in lines.indices where lines[index].labelEnd != nil {
      guard let text = label(index), labels.count < 200 || labels[text] != nil else { continue }
      var label = labels[text] ?? Label(lastLine: -9, startsWithCapital: text[0].isCapital)
      if index - label.lastLine <= 2 { label.neighbours += 1 }
      if label.lastLine < 0, isBelowColon(index) { label.isIntroduced = true }
      label.lastLine = index
      labels[text] = label
    }
    for index in lines.indices where lines[index].labelEnd != nil {
      if let text = label(index), let found = labels[text], !PromptWords.contains(text),
        found.isIntroduced || found.neighbours >= (found.startsWithCapital ? 1 : 4)
      {
        continue
      }
      unmark(index)
    }
  }

  private func label(_ index: Int) -> [UInt8]? {
    guard let end = lines[index].labelEnd else { return nil }
    return Array(bytes[bytes.trimmed(lines[index].start..<end)])
  }

  private mutating func unmark(_ index: Int) {
    lines[index].depth = 0
    setContent(of: index, to: lines[index].start)
    lines[index].labelEnd = nil
    lines[index].isBlank = lines[index].filled.isEmpty
  }

  /// Whether a line that ends in a colon stands above, at most one blank line away.
  private func isBelowColon(_ index: Int) -> Bool {
    guard let above = previousFilled(before: index, reach: 2), let last = content(above).last else {
      return false
    }
    return bytes[last] == ASCII.colon
  }

  // MARK: Plain marks

  private mutating func judgePlainMarks() {
    var index = 0
    var sawConflict = false
    while index < lines.count {
      guard lines[index].depth > 0, !lines[index].isSettled else {
        if bytes.has("<<<<<<< ", at: lines[index].start, before: lines[index].end) {
          sawConflict = true
        }
        index += 1
        continue
      }
      var end = index
      while end < lines.count, lines[end].depth > 0, !lines[end].isSettled { end += 1 }
      judgeRun(index..<end, sawConflict: sawConflict)
      index = end
    }
  }

  private mutating func judgeRun(_ run: Range<Int>, sawConflict: Bool) {
    let first = lines[run.lowerBound]
    if run.count == 1, first.labelEnd == nil {
      if (first.isBlank || isDoubtful(run.lowerBound)) && !isBesideQuote(run.lowerBound)
        || first.isIndented || isBanner(run.lowerBound)
        || sawConflict && bytes.has(">>>>>>> ", at: first.start, before: first.end)
      {
        unmark(run.lowerBound)
        return
      }
    }
    guard first.depth == 3, !isBelowAttribution(run.lowerBound) else { return }
    // A session of Python shows its prompt; the dots of continued statements end the run.
    var looksLikeCode = false
    for index in run {
      guard lines[index].depth == 3, isPrompt(index) else { return }
      if hasCode(content(index)) { looksLikeCode = true }
    }
    guard looksLikeCode else { return }
    for index in run {
      unmark(index)
      lines[index].kind = .code
      lines[index].isSettled = true
    }
  }

  /// Whether the filled line above or below is marked.
  private func isBesideQuote(_ index: Int) -> Bool {
    if let above = previousFilled(before: index), lines[above].depth > 0 { return true }
    if let below = nextFilled(after: index), lines[below].depth > 0 { return true }
    return false
  }

  /// Whether the line above tells who is quoted.
  private func isBelowAttribution(_ index: Int) -> Bool {
    guard isBelowColon(index), let above = previousFilled(before: index, reach: 2) else {
      return false
    }
    let reading = AttributionReading(joinedContent(above..<above + 1))
    return reading.hasVerb || reading.address != nil || reading.hasTime
  }

  /// `>>>` and a space or the end.
  private func isPrompt(_ index: Int) -> Bool {
    var start = lines[index].start
    while bytes[start].isBlank { start += 1 }
    return bytes.has(">>> ", at: start, before: lines[index].end)
      || lines[index].end - start == 3
  }

  /// Whether it is a banner such as `>>> BEST OFFER <<<`.
  private func isBanner(_ index: Int) -> Bool {
    let range = content(index)
    return range.count > 2 && bytes[range.upperBound - 1] == ASCII.less
      && bytes[range.upperBound - 2] == ASCII.less
  }

  /// `>From`, `>=` and emoticons, where no quoted line stands beside them.
  private func isDoubtful(_ index: Int) -> Bool {
    let line = lines[index]
    guard bytes[line.start] == ASCII.greater, line.depth == 1, line.start + 1 < line.end else {
      return false
    }
    let next = bytes[line.start + 1]
    return bytes.has("From ", at: line.start + 1, before: line.end) || next == ASCII.equals
      || next == ASCII.colon || next == ASCII.semicolon || next == ASCII.hyphen
      || next == ASCII.underscore || next == ASCII.less
  }

  /// Whether words of a statement stand there: `import x`, `a = b`, `f(x)`.
  private func hasCode(_ range: Range<Int>) -> Bool {
    var last: UInt8 = 0
    for index in range {
      let byte = bytes[index]
      if byte == ASCII.equals || byte == ASCII.parenthesis && (last.isLetter || last.isDigit)
        || byte == ASCII.bracket && last.isLetter
      {
        return true
      }
      last = byte
    }
    return bytes.has("import ", at: range.lowerBound, before: range.upperBound)
      || bytes.has("from ", at: range.lowerBound, before: range.upperBound)
      || bytes.has("print ", at: range.lowerBound, before: range.upperBound)
  }

  // MARK: Bars

  private mutating func judgeBars() {
    guard
      firstBytes.contains(ASCII.pipe) || firstBytes.contains(ASCII.colon)
        || firstBytes.contains(ASCII.closingBrace) || firstBytes.contains(ASCII.hash)
    else { return }
    var index = 0
    var known: Set<UInt8> = []
    while index < lines.count {
      guard let bar = bar(index) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < lines.count, self.bar(end) == bar { end += 1 }
      if isBarQuote(index..<end, bar, isKnown: known.contains(bar)) {
        // Who quotes with such a mark once does so in the whole message.
        known.insert(bar)
        hasMarks = true
        for line in index..<end {
          lines[line].depth = 1
          var content = lines[line].start
          while bytes[content] != bar { content += 1 }
          content += 1
          let inner = QuoteMark(in: bytes, from: content, to: lines[line].end)
          if inner.labelEnd == nil, inner.depth > 0 {
            lines[line].depth += inner.depth
            content = inner.content
          }
          if content < lines[line].end, bytes[content] == ASCII.space { content += 1 }
          setContent(of: line, to: content)
          lines[line].isBlank = lines[line].filled.isEmpty
        }
      }
      index = end
    }
  }

  /// The bar that a line begins with: `|`, `:`, `}` or `#`, a space or the end behind it; behind `}` anything.
  private func bar(_ index: Int) -> UInt8? {
    guard lines[index].depth == 0, !lines[index].isSettled else { return nil }
    let end = lines[index].end
    var start = lines[index].start
    if start < end, bytes[start] == ASCII.space { start += 1 }
    guard start < end else { return nil }
    let byte = bytes[start]
    guard
      byte == ASCII.pipe || byte == ASCII.colon || byte == ASCII.closingBrace
        || byte == ASCII.hash
    else {
      return nil
    }
    guard
      start + 1 == end || bytes[start + 1] == ASCII.space || bytes[start + 1] == byte
        || bytes[start + 1] == ASCII.greater || byte == ASCII.closingBrace
    else {
      return nil
    }
    return byte
  }

  /// Whether lines with one bar are a quotation.
  ///
  /// - Parameter isKnown: Whether lines above with this bar were one.
  private func isBarQuote(_ run: Range<Int>, _ bar: UInt8, isKnown: Bool) -> Bool {
    let isCode = bar == ASCII.hash || bar == ASCII.closingBrace
    let isIntroduced =
      isCode ? isBelowAttribution(run.lowerBound) : isBelowColon(run.lowerBound)
    guard isKnown || isIntroduced || !isCode && run.count >= 3 else { return false }
    var filled = 0
    var prose = 0
    var closed = 0
    for index in run {
      var bars = 0
      var letters = 0
      var spaces = 0
      for position in lines[index].start..<lines[index].end {
        let byte = bytes[position]
        if byte == bar { bars += 1 }
        if byte.isLetterOrWide { letters += 1 }
        if byte == ASCII.space { spaces += 1 }
      }
      // A second bar makes a table.
      if bar == ASCII.pipe, bars > 1, letters > 0 || bars > 2 { return false }
      // A row of bars, or one at the end of most lines, makes a box.
      if bars > 3, letters == 0 { return false }
      if bars > 1, let last = content(index).last, bytes[last] == bar { closed += 1 }
      if letters > 0 { filled += 1 }
      if letters > 12, spaces >= 3 { prose += 1 }
    }
    if closed * 2 > run.count { return false }
    if isKnown { return filled > 0 || bar == ASCII.colon }
    return filled > 0 && prose * 2 >= filled
  }
}

/// Words before `>` that are prompts of programs, not initials of people.
enum PromptWords {
  private static let words: Set<[UInt8]> = Set(
    [
      "mysql", "sql", "SQL", "sqlite", "irb", "ghci", "ftp", "sftp", "gdb", "lftp", "PS", "C", "D",
      "R", "Prelude",
      "telnet", "nslookup", "smtp", "grub", "octave", "idl", "IDL", "psql", "scala", "node", "erl",
      "iex", "julia",
      "maxima", "axiom", "pari", "gnuplot", "DOS", "A", "E", "root", "user", "router", "Router",
      "Switch", "dig", "bash",
      "sh", "csh", "tcsh", "zsh", "ksh", "MariaDB", "redis", "mongo", "db", "DB", "debug", "ok",
      "OK", "p", "br", "b",
      "i", "li", "td", "tr", "div", "pre", "html", "body", "a",
    ].map { Array($0.utf8) })

  /// Whether it is one of them.
  static func contains(_ word: [UInt8]) -> Bool { words.contains(word) }
}
