/// What the words of an attribution line say: who is quoted, and from when.
///
/// Works on one line; lines that a mail program broke are joined by a space before.
struct AttributionReading {
  /// The line.
  let bytes: [UInt8]
  /// Where the name, the address and the date lie.
  private(set) var name: Range<Int>?
  private(set) var address: Range<Int>?
  private(set) var date: Range<Int>?
  /// Whether a verb such as "wrote" stands where an attribution has it.
  private(set) var hasVerb = false
  /// Whether the first word opens attributions.
  private(set) var hasOpener = false
  /// Whether the date stands in brackets.
  var hasBracketedDate: Bool {
    date.map { $0.lowerBound > 0 && bytes[$0.lowerBound - 1] == ASCII.bracket } ?? false
  }
  /// Whether an article or message identifier is named.
  private(set) var hasArticle = false
  /// Whether a time of day or a whole date is named.
  private(set) var hasTime = false
  /// How many words there are.
  var wordCount: Int { words.count }
  /// How many words follow the verb.
  var wordCountAfterVerb: Int { verb.map { words.count - 1 - $0 } ?? 0 }

  /// One word, without the punctuation around it.
  struct Word {
    var range: Range<Int>
    var role: AttributionRole
    var hasDigit: Bool
    var isIdentifier = false
    var isAddress = false
    var endsClause: Bool
  }
  private(set) var words: [Word] = []
  private(set) var verb: Int?

  /// Reads a line.
  ///
  /// - Complexity: Linear.
  init(_ line: [UInt8]) {
    bytes = line
    readWords()
    readAddress()
    readMaskedAddress()
    readVerb()
    readDate()
    name = nameRange()
  }

  private mutating func readWords() {
    words.reserveCapacity(min(bytes.count / 5 + 1, 80))
    let table = AttributionWords.table
    var index = 0
    while words.count < 80, let whole = nextWord(from: index) {
      index = whole.range.upperBound
      let core = stripped(whole.range, hasParenthesis: whole.hasParenthesis)
      let last = bytes[index - 1]
      words.append(
        Word(
          range: core, role: table.meaning(of: bytes, core), hasDigit: whole.hasDigit,
          endsClause: last == ASCII.comma || last == ASCII.semicolon || last == 0x8c))
    }
    hasOpener =
      words.first.map {
        $0.role.contains(.opener) || $0.hasDigit || bytes[$0.range.lowerBound] == ASCII.asterisk
          || isLost($0.range)
      } ?? false
  }

  /// Whether an archive lost all letters of a word: "???????".
  private func isLost(_ range: Range<Int>) -> Bool {
    range.count >= 3 && range.prefix(3).allSatisfy { bytes[$0] == UInt8(ascii: "?") }
  }

  /// The next word with the punctuation around it, and what it holds.
  private func nextWord(
    from start: Int
  ) -> (range: Range<Int>, hasDigit: Bool, hasParenthesis: Bool)? {
    let text = bytes.span
    var index = start
    while index < text.count, let length = text.spaceLength(at: index) { index += length }
    let first = index
    var hasDigit = false
    var hasParenthesis = false
    while index < text.count, text.spaceLength(at: index) == nil {
      let byte = text[index]
      index += 1
      if byte.isDigit {
        hasDigit = true
      } else if byte == ASCII.parenthesis {
        hasParenthesis = true
      } else if byte == ASCII.greater {
        // "<ada@example.org>wrote:" lacks a space.
        if index < text.count, text[index].isLetterOrWide { break }
      } else if byte == 0x8c, index - first >= 3, text[index - 2] == 0xbc, text[index - 3] == 0xef {
        // "，" and "、" part words as a comma and a space do.
        break
      }
    }
    return index > first ? (first..<index, hasDigit, hasParenthesis) : nil
  }

  /// A word without punctuation around it, cut at an inner parenthesis.
  private func stripped(_ range: Range<Int>, hasParenthesis: Bool) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    func isPunctuation(_ byte: UInt8) -> Bool {
      !byte.isWide && !byte.isLetter && !byte.isDigit
    }
    while start < end {
      if isPunctuation(bytes[start]) {
        start += 1
      } else if bytes.isDirectionMark(at: start, before: end) {
        start += 3
      } else {
        break
      }
    }
    while end > start {
      if isPunctuation(bytes[end - 1]) {
        end -= 1
      } else if end - start > 3, bytes[end - 3] == 0xef, bytes[end - 2] == 0xbc,
        bytes[end - 1] == 0x9a || bytes[end - 1] == 0x8c
      {
        end -= 3
      } else if end - start > 2, bytes.isDirectionMark(at: end - 3, before: end) {
        end -= 3
      } else if end - start > 2, bytes[end - 2] == 0xd8, bytes[end - 1] == 0x8c {
        // "،" is the comma of Arabic and Persian.
        end -= 2
      } else {
        break
      }
    }
    guard start < end else { return range }
    if hasParenthesis,
      let inner = (start + 1..<end).first(where: { bytes[$0] == ASCII.parenthesis })
    {
      return start..<inner
    }
    return start..<end
  }

  private mutating func readAddress() {
    guard bytes.contains(ASCII.at) else { return }
    for index in words.indices {
      let range = words[index].range
      guard let sign = bytes[range].firstIndex(of: ASCII.at), sign > range.lowerBound,
        sign + 1 < range.upperBound
      else {
        continue
      }
      let isBelowArticle =
        index > 0 && words[index - 1].role.contains(.article) && !words[index - 1].endsClause
        || index > 1 && words[index - 2].role.contains(.article) && !words[index - 1].isIdentifier
          && !words[index - 1].range.contains(where: { bytes[$0] == ASCII.less })
      let isBelowIn = index == 1 && bytes[words[0].range].elementsEqual("In".utf8)
      if isBelowArticle || startsWithNews(range)
        || isBelowIn && bytes[max(0, range.lowerBound - 1)] == ASCII.less
      {
        hasArticle = true
        words[index].isIdentifier = true
        continue
      }
      words[index].isAddress = true
      // Where an address stands twice, or its link does, the first one counts.
      guard address == nil else { continue }
      var start = range.lowerBound
      var end = range.upperBound
      for position in range {
        let byte = bytes[position]
        if position < sign {
          if byte == ASCII.less || byte == ASCII.parenthesis || byte == ASCII.colon
            || byte == ASCII.bracket || byte == ASCII.quotationMark
          {
            start = position + 1
          }
        } else if byte == ASCII.greater || byte == ASCII.less || byte == ASCII.parenthesis
          || byte == ASCII.closingBracket || byte == ASCII.closingParenthesis || byte == ASCII.comma
        {
          end = position
          break
        }
      }
      let found = bytes.trimmed(start..<end)
      if !found.isEmpty { address = found }
    }
  }

  /// Reads "ada at example.org" and "ada_at_[hidden]", as archives mask addresses.
  private mutating func readMaskedAddress() {
    guard address == nil, words.count > 2 else { return }
    if bytes.contains(ASCII.underscore), let found = addressMaskedByUnderscores() {
      words[found.word].isAddress = true
      address = found.range
      return
    }
    for index in 1..<words.count - 1
    where words[index].range.count == 2
      && bytes.has("at", at: words[index].range.lowerBound, before: words[index].range.upperBound)
    {
      let local = words[index - 1].range
      let domain = words[index + 1].range
      guard let dot = bytes[domain].lastIndex(of: ASCII.period), domain.upperBound - dot > 2,
        bytes[dot + 1].isLetter, bytes[domain.upperBound - 1].isLetter,
        bytes[local.upperBound - 1] != ASCII.comma
      else {
        continue
      }
      for part in index - 1...index + 1 { words[part].isAddress = true }
      address = local.lowerBound..<domain.upperBound
      return
    }
  }

  private func addressMaskedByUnderscores() -> (word: Int, range: Range<Int>)? {
    for index in words.indices {
      let range = words[index].range
      guard let sign = range.first(where: { bytes.has("_at_", at: $0, before: range.upperBound) }),
        sign > range.lowerBound,
        bytes.has("[hidden", at: sign + 4, before: range.upperBound)
          || bytes[sign + 4..<range.upperBound].contains(ASCII.period)
      else {
        continue
      }
      // The mask ends in a bracket of its own.
      let isHidden = bytes.has("[hidden]", at: sign + 4, before: bytes.count)
      return (index, range.lowerBound..<(isHidden ? sign + 4 + 8 : range.upperBound))
    }
    return nil
  }

  private func startsWithNews(_ range: Range<Int>) -> Bool {
    bytes.has("news:", at: range.lowerBound, before: range.upperBound)
  }

  private mutating func readVerb() {
    for index in words.indices.reversed()
    where words[index].role.contains(.verb) && !words[index].isAddress {
      verb = index
      hasVerb = true
      return
    }
    let end = bytes.trimmed(0..<endWithoutColon).upperBound
    for closing in AttributionWords.closings {
      if end >= closing.count, bytes[(end - closing.count)..<end].elementsEqual(closing) {
        hasVerb = true
        closingStart = end - closing.count
        return
      }
    }
  }

  /// Where a verb begins that no space sets apart.
  private(set) var closingStart: Int?

  /// The end of the line before its colon.
  private var endWithoutColon: Int {
    let end = bytes.trimmed(0..<bytes.count).upperBound
    if end > 0, bytes[end - 1] == ASCII.colon { return end - 1 }
    if end > 2, bytes[end - 3] == 0xef, bytes[end - 2] == 0xbc, bytes[end - 1] == 0x9a {
      return end - 3
    }
    return end
  }

  private mutating func readDate() {
    var first: Int?
    var last = 0
    for (index, word) in words.enumerated()
    where word.hasDigit && !word.isAddress && !word.isIdentifier && !isMostlyLetters(word.range) {
      // A number far behind the date is no part of it.
      if hasTime, index - last > 4 { break }
      if first == nil { first = index }
      last = index
      if looksLikeTime(word.range) { hasTime = true }
    }
    guard var start = first else { return }
    var end = last
    while start > 0, words[start - 1].role.contains(.calendar) { start -= 1 }
    while end + 1 < words.count, words[end + 1].role.contains(.clock) || isZone(end + 1),
      !words[end].endsClause, end + 1 != verb
    {
      // "at" and its like belong to the date only between two parts of it.
      guard words[end + 1].role.isSubset(of: [.clock, .calendar]) else { break }
      end += 1
    }
    dateWords = start...end
    date = words[start].range.lowerBound..<words[end].range.upperBound
  }

  private(set) var dateWords: ClosedRange<Int>?

  private func isZone(_ index: Int) -> Bool {
    let range = words[index].range
    return range.count <= 5 && range.allSatisfy { bytes[$0].isCapital }
      && range.lowerBound > 0 && bytes[range.lowerBound - 1] == ASCII.parenthesis
  }

  /// Whether a word with digits is rather a name, such as "r2d2".
  func isMostlyLetters(_ range: Range<Int>) -> Bool {
    guard bytes[range.lowerBound].isLetter else { return false }
    var digits = 0
    for index in range where bytes[index].isDigit { digits += 1 }
    return digits * 2 < range.count && !bytes[range].contains(0x2f)
      && !bytes[range].contains(ASCII.hyphen) && !bytes[range].contains(ASCII.colon)
  }

  /// 10:12, 2012-01-05, 05.01.2012, 5/1/95, or a year.
  private func looksLikeTime(_ range: Range<Int>) -> Bool {
    var digits = 0
    var separators = 0
    var last: UInt8 = 0
    for index in range {
      let byte = bytes[index]
      if byte.isDigit {
        digits += 1
      } else if last.isDigit,
        byte == ASCII.colon || byte == ASCII.slash || byte == ASCII.period || byte == ASCII.hyphen
      {
        separators += 1
      } else if byte == 0xe5 || byte == 0xe6 {
        // 年, 月, 日 follow the digits.
        separators += 1
      }
      last = byte
    }
    if digits == 4, separators == 0, range.count == 4 {
      return bytes[range.lowerBound] == 0x31 || bytes[range.lowerBound] == 0x32
    }
    return digits >= 3 && separators >= 1
  }
}
