/// Sees at little cost that lines are no attribution, as most lines are none.
extension LineTable {
  /// Whether some part of the lines could be one: false only where ``AttributionReading`` would find nothing in any.
  ///
  /// Where no quotation follows an attribution needs a verb and a date; where one does, a verb or, before a colon, an
  /// address, an article or a date.
  ///
  /// - Complexity: One pass over the bytes of the lines.
  func mayAttribute(_ range: Range<Int>, hasColon: Bool, isAboveQuote: Bool) -> Bool {
    for index in range where lines[index].traits.contains(.wide) {
      if hasPunctuationBeyondASCII(index) { return true }
    }
    if hasColon {
      let hasDigit = range.contains { index in has(index, \.isDigit) }
      if !isAboveQuote, !hasDigit { return false }
      if isAboveQuote, hasDigit || range.contains(where: { has($0, { $0 == ASCII.at }) }) {
        return true
      }
    } else if !range.contains(where: mayHoldDateOrAddress) {
      // Without a colon, a time and an address it is as short as "Ada wrote" and ends with its verb.
      return rolesOfWords(lastWord(range.upperBound - 1)).contains(.verb)
    }
    for index in range {
      let roles = rolesOfWords(lines[index].content..<lines[index].end)
      if roles.contains(.verb) || isAboveQuote && hasColon && roles.contains(.article) {
        return true
      }
    }
    return false
  }

  /// What stands behind the last space of a line.
  private func lastWord(_ index: Int) -> Range<Int> {
    let range = lines[index].filled
    var start = range.upperBound
    while start > range.lowerBound, !bytes[start - 1].isBlank { start -= 1 }
    return start..<range.upperBound
  }

  /// Whether a line has digits or what addresses have: an at sign, the word "at", or an underscore, as in masked ones.
  private func mayHoldDateOrAddress(_ index: Int) -> Bool {
    let text = bytes.span
    let end = lines[index].filled.upperBound
    var previous: UInt8 = ASCII.space
    for position in lines[index].filled {
      let byte = text[position]
      if byte < ASCII.at {
        if byte.isDigit { return true }
      } else if byte == ASCII.at || byte == ASCII.underscore {
        return true
      } else if byte == UInt8(ascii: "t"), previous == UInt8(ascii: "a"),
        position + 1 == end || !text[position + 1].isLetterOrWide
      {
        return true
      }
      previous = byte
    }
    return false
  }

  private func has(_ index: Int, _ isWanted: (UInt8) -> Bool) -> Bool {
    for position in lines[index].content..<lines[index].end where isWanted(bytes[position]) {
      return true
    }
    return false
  }

  /// Whether a line may hold punctuation and spaces beyond ASCII, which part words in ways that are not worth knowing here.
  private func hasPunctuationBeyondASCII(_ index: Int) -> Bool {
    for position in lines[index].content..<lines[index].end {
      let byte = bytes[position]
      if byte == 0xc2 || byte == 0xd8 || byte == 0xef || byte >= 0xe3 && byte < 0xee
        || byte == 0xe2 && bytes.isDirectionMark(at: position, before: lines[index].end)
      {
        return true
      }
    }
    return false
  }

  /// What the words of a range are, taken together; words are cut at everything but letters and what joins them.
  ///
  /// - Complexity: One look at each byte.
  private func rolesOfWords(_ range: Range<Int>) -> AttributionRole {
    let table = AttributionWords.table
    let text = bytes.span
    var roles: AttributionRole = []
    var position = range.lowerBound
    while position < range.upperBound {
      guard text[position].isLetterOrWide else {
        position += 1
        continue
      }
      // The hash of the word so far, and that of the word up to its last letter; what joins words is cut off at its ends.
      var hash = WordHash()
      var word = hash
      while position < range.upperBound {
        let byte = text[position]
        if byte.isLetterOrWide {
          hash.add(byte)
          word = hash
        } else if LineTable.joinsWords(byte) {
          hash.add(byte)
        } else {
          break
        }
        position += 1
      }
      roles.formUnion(table.meaning(of: word))
    }
    // "…wrote", behind a name without a space.
    let end = bytes.trimmed(range).upperBound
    for length in [5, 6] where end - range.lowerBound >= length {
      if bytes.has("wrote", at: end - length, before: end) { roles.insert(.verb) }
    }
    return roles
  }

  /// A slash, a hyphen, or the question mark that stands for a lost letter.
  private static func joinsWords(_ byte: UInt8) -> Bool {
    byte == ASCII.slash || byte == ASCII.hyphen || byte == UInt8(ascii: "?")
  }
}
