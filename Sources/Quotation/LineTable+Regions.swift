internal import Discussion

/// Finds what has marks of its own at both ends: OpenPGP armour and fenced code; and indented code where sure.
extension LineTable {
  /// Settles armour, patches and code at depth 0.
  mutating func settleRegions() {
    var index = 0
    var search = RegionSearch()
    while index < lines.count {
      let start = lines[index].start
      guard start < lines[index].end else {
        index += 1
        continue
      }
      switch bytes[start] {
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

  /// Whether a line begins with a word.
  func starts(_ index: Int, with word: StaticString) -> Bool {
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
