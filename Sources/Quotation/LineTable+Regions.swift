internal import Discussion

/// Finds what has marks of its own at both ends: OpenPGP armour, patches, fenced code; and indented code where sure.
extension LineTable {
  /// Settles armour, patches and code at depth 0.
  mutating func settleRegions() {
    var index = 0
    var search = RegionSearch()
    while index < lines.count {
      let line = lines[index]
      guard line.start < line.end else {
        index += 1
        continue
      }
      switch bytes[line.start] {
      case ASCII.hyphen:
        index = armour(at: index, &search) ?? patch(at: index) ?? index + 1
      case UInt8(ascii: "d"), UInt8(ascii: "I"), ASCII.asterisk, ASCII.at:
        index = patch(at: index) ?? index + 1
      case ASCII.backtick, ASCII.tilde:
        index = fence(at: index, &search) ?? index + 1
      case ASCII.space, ASCII.tab:
        index = diffstat(at: index) ?? indentedCode(at: index) ?? index + 1
      case 0x30...0x39:
        index = normalDiff(at: index) ?? index + 1
      default:
        index += 1
      }
    }
  }

  /// What earlier searches have shown not to exist, so that no text is searched twice.
  struct RegionSearch {
    var hasNoMoreArmourEnds = false
    var hasNoMoreFences = false
  }

  private func starts(_ index: Int, with word: StaticString) -> Bool {
    bytes.has(word, at: lines[index].start, before: lines[index].end)
  }

  // MARK: OpenPGP

  private mutating func armour(at index: Int, _ search: inout RegionSearch) -> Int? {
    guard starts(index, with: "-----BEGIN P") else { return nil }
    if starts(index, with: "-----BEGIN PGP SIGNED MESSAGE-----") {
      var end = index + 1
      while end < lines.count, end < index + 8, !lines[end].isBlank { end += 1 }
      settle(index..<end, as: .pgp)
      return end
    }
    guard starts(index, with: "-----BEGIN PGP ") || starts(index, with: "-----BEGIN PRIVACY-")
    else {
      return nil
    }
    if !search.hasNoMoreArmourEnds {
      var end = index + 1
      while end < lines.count, !starts(end, with: "-----END P") { end += 1 }
      if end < lines.count {
        settle(index..<end + 1, as: .pgp)
        return end + 1
      }
      search.hasNoMoreArmourEnds = true
    }
    // The end was cut off: headers, a blank line, and what has no spaces.
    var end = index + 1
    var isInHeaders = true
    while end < lines.count {
      if lines[end].isBlank {
        guard isInHeaders else { break }
        isInHeaders = false
      } else if bytes[content(end)].contains(ASCII.space),
        !isInHeaders || !bytes[content(end)].contains(ASCII.colon)
      {
        break
      }
      end += 1
    }
    settle(index..<end, as: .pgp)
    return end
  }

  // MARK: Patches

  private mutating func patch(at index: Int) -> Int? {
    let isStart =
      starts(index, with: "diff --git ") || starts(index, with: "diff -")
      || starts(index, with: "Index: ")
      || starts(index, with: "--- ") || starts(index, with: "*** ")
      || starts(index, with: "@@ -")
    guard isStart else { return nil }
    if starts(index, with: "--- "), !(index + 1 < lines.count && starts(index + 1, with: "+++ ")) {
      return nil
    }
    if starts(index, with: "*** "), !(index + 1 < lines.count && starts(index + 1, with: "--- ")) {
      return nil
    }
    if starts(index, with: "Index: "),
      !(index + 1 < lines.count && starts(index + 1, with: "======"))
    {
      return nil
    }
    if starts(index, with: "*** ") { return contextDiff(at: index) }
    var end = index
    var hunks = 0
    while end < lines.count {
      if let counts = hunkCounts(end) {
        end = endOfHunk(from: end + 1, old: counts.old, new: counts.new)
        hunks += 1
      } else if isPatchHeader(end) {
        end += 1
      } else if lines[end].isBlank, end + 1 < lines.count,
        isPatchHeader(end + 1) || hunkCounts(end + 1) != nil
      {
        end += 1
      } else {
        break
      }
    }
    guard hunks > 0 || starts(index, with: "diff --git ") else { return end > index ? end : nil }
    settle(index..<end, as: .patch)
    return end
  }

  private func isPatchHeader(_ index: Int) -> Bool {
    for word in PatchWords.headers where starts(index, with: word) { return true }
    return false
  }

  /// The two counts of "@@ -1,2 +3,4 @@".
  private func hunkCounts(_ index: Int) -> (old: Int, new: Int)? {
    guard starts(index, with: "@@ -") else { return nil }
    var position = lines[index].start + 4
    let end = lines[index].end
    func number() -> Int? {
      var value = 0
      let start = position
      while position < end, bytes[position].isDigit, value < 1_000_000 {
        value = value * 10 + Int(bytes[position] - 0x30)
        position += 1
      }
      return position > start ? value : nil
    }
    func count() -> Int? {
      guard number() != nil else { return nil }
      guard position < end, bytes[position] == ASCII.comma else { return 1 }
      position += 1
      return number()
    }
    guard let old = count() else { return nil }
    while position < end, bytes[position] == ASCII.space { position += 1 }
    guard position < end, bytes[position] == ASCII.plus else { return nil }
    position += 1
    guard let new = count() else { return nil }
    return (old, new)
  }

  private func endOfHunk(from start: Int, old: Int, new: Int) -> Int {
    var old = old
    var new = new
    var index = start
    while index < lines.count, old > 0 || new > 0 {
      let line = lines[index]
      if line.start == line.end {
        old -= 1
        new -= 1
      } else {
        switch bytes[line.start] {
        case ASCII.space, ASCII.tab, 0xc2:
          old -= 1
          new -= 1
        case ASCII.hyphen: old -= 1
        case ASCII.plus: new -= 1
        case 0x5c: break
        default:
          // A mail program broke the line above; more than one such line ends the hunk.
          guard index + 1 < lines.count, lines[index + 1].start < lines[index + 1].end else {
            return index
          }
          let next = bytes[lines[index + 1].start]
          guard next == ASCII.space || next == ASCII.plus || next == ASCII.hyphen else {
            return index
          }
        }
      }
      index += 1
    }
    while index < lines.count, starts(index, with: "\\ No newline") { index += 1 }
    return index
  }

  private mutating func contextDiff(at index: Int) -> Int? {
    guard index + 2 < lines.count, starts(index + 2, with: "*****") else { return nil }
    var end = index + 2
    while end < lines.count, lines[end].start < lines[end].end {
      let first = bytes[lines[end].start]
      guard
        first == ASCII.space || first == ASCII.plus || first == ASCII.hyphen
          || first == ASCII.asterisk || first == 0x21
      else {
        break
      }
      end += 1
    }
    guard end > index + 3 else { return nil }
    settle(index..<end, as: .patch)
    return end
  }

  /// "3,4c5", and lines that begin with `<`, `>` and `---`.
  private mutating func normalDiff(at index: Int) -> Int? {
    guard isEditCommand(index), index + 1 < lines.count,
      starts(index + 1, with: "< ") || starts(index + 1, with: "> ")
    else {
      return nil
    }
    var end = index + 1
    while end < lines.count,
      starts(end, with: "<") || starts(end, with: ">") || starts(end, with: "---")
        || isEditCommand(end)
    {
      end += 1
    }
    for line in index..<end {
      lines[line].depth = 0
      lines[line].content = lines[line].start
      lines[line].labelEnd = nil
    }
    settle(index..<end, as: .patch)
    return end
  }

  private func isEditCommand(_ index: Int) -> Bool {
    var letters = 0
    let range = content(index)
    guard range.count >= 3, range.count < 40 else { return false }
    for position in range {
      let byte = bytes[position]
      if byte == UInt8(ascii: "a") || byte == UInt8(ascii: "c") || byte == UInt8(ascii: "d") {
        letters += 1
      } else if !byte.isDigit, byte != ASCII.comma {
        return false
      }
    }
    return letters == 1 && bytes[range.upperBound - 1].isDigit
  }

  /// " path/file.c | 12 ++--" lines up to " 2 files changed".
  private mutating func diffstat(at index: Int) -> Int? {
    var end = index
    while end < lines.count, isDiffstat(end) { end += 1 }
    guard end > index else { return nil }
    guard end < lines.count else { return end }
    let range = content(end)
    guard let first = range.first, bytes[first].isDigit, range.count < 120,
      Self.changed.occurs(in: bytes, range)
    else {
      return end
    }
    end += 1
    while end < lines.count,
      starts(end, with: " create mode ") || starts(end, with: " delete mode ")
        || starts(end, with: " rename ") || starts(end, with: " mode change ")
    {
      end += 1
    }
    settle(index..<end, as: .patch)
    return end
  }

  private static let changed = PhraseTable(["file changed", "files changed"])

  private func isDiffstat(_ index: Int) -> Bool {
    let range = content(index)
    guard lines[index].start < range.lowerBound, range.count < 300,
      let bar = bytes[range].firstIndex(of: ASCII.pipe), bar > range.lowerBound
    else {
      return false
    }
    var position = bar + 1
    while position < range.upperBound, bytes[position] == ASCII.space { position += 1 }
    guard position < range.upperBound else { return false }
    if bytes.has("Bin", at: position, before: range.upperBound) { return true }
    guard bytes[position].isDigit else { return false }
    while position < range.upperBound {
      let byte = bytes[position]
      guard byte.isDigit || byte == ASCII.space || byte == ASCII.plus || byte == ASCII.hyphen else {
        return false
      }
      position += 1
    }
    return true
  }

  // MARK: Code

  private mutating func fence(at index: Int, _ search: inout RegionSearch) -> Int? {
    let range = content(index)
    let mark = bytes[range.lowerBound]
    var count = 0
    for position in range {
      guard bytes[position] == mark else { break }
      count += 1
    }
    guard count >= 3, !search.hasNoMoreFences, range.count < 40 else { return nil }
    for position in range.lowerBound + count..<range.upperBound
    where bytes[position] == mark || bytes[position].isBlank {
      return nil
    }
    var end = index + 1
    while end < lines.count {
      let candidate = content(end)
      if candidate.count >= count, candidate.allSatisfy({ bytes[$0] == mark }) {
        settle(index..<end + 1, as: .code)
        for line in index...end { lines[line].depth = 0 }
        return end + 1
      }
      end += 1
    }
    search.hasNoMoreFences = true
    return nil
  }

  /// Three lines or more, indented by four columns, most of which end or look like statements.
  private mutating func indentedCode(at index: Int) -> Int? {
    guard isIndented(index), index == 0 || lines[index - 1].isBlank else { return nil }
    var end = index
    var filled = 0
    var code = 0
    while end < lines.count, isIndented(end) || lines[end].isBlank {
      if !lines[end].isBlank {
        filled += 1
        if isStatement(content(end)) { code += 1 }
      }
      end += 1
    }
    while end > index, lines[end - 1].isBlank { end -= 1 }
    guard filled >= 3, code * 10 >= filled * 6 else {
      return end
    }
    settle(index..<end, as: .code)
    return end
  }

  private func isIndented(_ index: Int) -> Bool {
    let line = lines[index]
    guard !line.isBlank, line.depth == 0 else { return false }
    return bytes[line.start] == ASCII.tab || starts(index, with: "    ")
  }

  private func isStatement(_ range: Range<Int>) -> Bool {
    guard let last = range.last.map({ bytes[$0] }), let first = range.first.map({ bytes[$0] })
    else {
      return false
    }
    if last == ASCII.semicolon || last == ASCII.brace || last == ASCII.closingBrace { return true }
    if first == ASCII.hash || first == 0x24 || first == ASCII.closingBrace || first == ASCII.less {
      return true
    }
    if bytes.has("//", at: range.lowerBound, before: range.upperBound)
      || bytes.has("/*", at: range.lowerBound, before: range.upperBound)
      || bytes.has("def ", at: range.lowerBound, before: range.upperBound)
      || bytes.has("import ", at: range.lowerBound, before: range.upperBound)
    {
      return true
    }
    var previous: UInt8 = 0
    for position in range {
      let byte = bytes[position]
      if byte == ASCII.parenthesis, previous.isLetter || previous == ASCII.underscore {
        return true
      }
      if byte == ASCII.equals, previous != 0 { return true }
      if byte == ASCII.colon, previous == ASCII.colon { return true }
      previous = byte
    }
    return false
  }
}

/// What the lines between the hunks of a patch begin with.
enum PatchWords {
  static let headers: [StaticString] = [
    "diff -", "index ", "--- ", "+++ ", "Index: ", "=====", "new file mode ", "deleted file mode ",
    "old mode ", "new mode ", "similarity index ", "rename from ", "rename to ", "copy from ",
    "copy to ", "Binary files ", "GIT binary patch", "RCS file: ", "retrieving revision ",
  ]
}
