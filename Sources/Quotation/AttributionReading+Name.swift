/// Finds the name among the words of an attribution.
extension AttributionReading {
  /// Where the name of who is quoted lies.
  func nameRange() -> Range<Int>? {
    if let sign = doubleEquals() {
      return nameForward(from: sign + 1, to: verb ?? words.count)
    }
    if let address, let found = nameBeside(address) { return found }
    if let closingStart {
      return nameBefore(byte: closingStart)
    }
    if let verb {
      if let found = nameForward(from: verb + 1, to: words.count) ?? nameBackward(from: verb - 1) {
        return found
      }
      // "Ada Example, le Tue 03 Nov 2009 21:01:23 -0500, a écrit :"
      guard let dateWords, dateWords.upperBound < verb else { return nil }
      return nameBackward(from: dateWords.lowerBound - 1)
    }
    guard let dateWords else { return nil }
    // "2012/1/5 Ada Example:", "Ada Example [2012-01-05]:"
    return nameForward(from: dateWords.upperBound + 1, to: words.count)
      ?? nameBackward(from: dateWords.lowerBound - 1)
  }

  /// Supercite's `"Ada" == Ada Example`.
  private func doubleEquals() -> Int? {
    words.firstIndex {
      $0.range.count == 2 && bytes[$0.range.lowerBound] == ASCII.equals
        && bytes[$0.range.lowerBound + 1] == ASCII.equals
    }
  }

  /// `Ada Example <address>`, `address (Ada Example)`, and a lone address, which gives no name.
  private func nameBeside(_ address: Range<Int>) -> Range<Int>? {
    let end = bytes.count
    var index = address.upperBound
    while index < end,
      bytes[index] == ASCII.greater || bytes[index].isBlank || bytes[index] == ASCII.quotationMark
    {
      index += 1
    }
    if index < end, bytes[index] == ASCII.parenthesis,
      let close = bytes[index...].firstIndex(of: ASCII.closingParenthesis)
    {
      let inside = unquoted(index + 1..<close)
      if !inside.isEmpty, inside.contains(where: { bytes[$0].isLetter || bytes[$0].isWide }) {
        return inside
      }
    }
    guard let own = words.firstIndex(where: { $0.range.upperBound > address.lowerBound }) else {
      return nil
    }
    // What precedes the bracket that opens the address.
    var open = address.lowerBound
    while open > 0, bytes[open - 1] != ASCII.less, bytes[open - 1] != ASCII.bracket,
      bytes[open - 1] != ASCII.parenthesis, !bytes[open - 1].isBlank
    {
      open -= 1
    }
    if open > 0, !bytes[open - 1].isBlank { open -= 1 }
    var quoteEnd = open
    while quoteEnd > 0, bytes[quoteEnd - 1].isBlank { quoteEnd -= 1 }
    if quoteEnd > 1, bytes[quoteEnd - 1] == ASCII.quotationMark,
      let begin = bytes[..<(quoteEnd - 1)].lastIndex(of: ASCII.quotationMark)
    {
      let inside = unquoted(begin + 1..<quoteEnd - 1)
      if !inside.isEmpty, !bytes[inside].contains(ASCII.at) { return inside }
    }
    if let found = nameBackward(from: own - 1) { return found }
    guard let verb, verb > own else { return nil }
    return nil
  }

  /// A name that ends at a word and reaches back over words that can be part of one.
  private func nameBackward(from index: Int) -> Range<Int>? {
    guard index >= 0 else { return nil }
    var last = index
    while last >= 0, last > index - 3, isSkippable(last) { last -= 1 }
    guard last >= 0 else { return nil }
    var first = last + 1
    while first > 0, last - first < 6, isNamePart(first - 1) {
      if first - 1 < last, words[first - 1].endsClause {
        if isSurnameFirst(first - 1) { first -= 1 }
        break
      }
      first -= 1
    }
    return name(first, last)
  }

  /// Whether a word with a comma opens a name, as "Example" does in "… at 12:15 PM, Example, Ada": the date ended just before.
  private func isSurnameFirst(_ index: Int) -> Bool {
    guard let dateWords, dateWords.upperBound == index - 1, words[index - 1].endsClause else {
      return false
    }
    return bytes[words[index].range.lowerBound].isCapital && !words[index].role.contains(.calendar)
  }

  /// A name that starts at a word.
  private func nameForward(from index: Int, to limit: Int) -> Range<Int>? {
    var first = index
    while first < limit, first < index + 3, isSkippable(first) { first += 1 }
    var last = first - 1
    while last + 1 < limit, last - first < 6, isNamePart(last + 1) {
      last += 1
      if words[last].endsClause { break }
    }
    return name(first, last)
  }

  private func isSkippable(_ index: Int) -> Bool {
    let word = words[index]
    return word.role.contains(.filler) && !word.hasDigit
      || !word.range.contains(where: { bytes[$0].isLetter || bytes[$0].isWide })
  }

  private func isNamePart(_ index: Int) -> Bool {
    let word = words[index]
    if let dateWords, dateWords.contains(index) { return false }
    if word.isAddress || word.isIdentifier || word.hasDigit && !isMostlyLetters(word.range) {
      return false
    }
    if word.role.contains(.verb) || word.role.contains(.pronoun) && word.range.count > 1 {
      return !word.role.contains(.verb) && bytes[word.range.lowerBound].isCapital && index > 0
    }
    // "von", "de", "la" lie in names; at their ends they are cut off.
    if word.role.contains(.filler) { return isParticle(word.range) }
    return word.range.contains { bytes[$0].isLetter || bytes[$0].isWide }
  }

  private func isParticle(_ range: Range<Int>) -> Bool {
    range.count <= 3 && bytes[range.lowerBound].isSmall
  }

  private func name(_ first: Int, _ last: Int) -> Range<Int>? {
    var first = first
    var last = last
    while first <= last, words[first].role.contains(.filler) { first += 1 }
    while last >= first, words[last].role.contains(.filler) { last -= 1 }
    guard first <= last else { return nil }
    if first == last, words[first].role.contains(.pronoun) { return nil }
    // Whole words, so that "Jr." and "(Ada)" stay as written; then what is around them goes.
    var range = words[first].range.lowerBound..<words[last].range.upperBound
    if range.upperBound < bytes.count, bytes[range.upperBound] == ASCII.period {
      range = range.lowerBound..<range.upperBound + 1
    }
    return unquoted(range)
  }

  private func nameBefore(byte end: Int) -> Range<Int>? {
    var end = bytes.trimmed(0..<end).upperBound
    for honorific in AttributionWords.honorifics where end > honorific.count {
      if Array(bytes[(end - honorific.count)..<end]) == honorific { end -= honorific.count }
    }
    guard let last = words.lastIndex(where: { $0.range.lowerBound < end }) else { return nil }
    var first = last
    while first > 0, last - first < 5, isNamePart(first - 1), !words[first - 1].endsClause {
      first -= 1
    }
    let found = unquoted(words[first].range.lowerBound..<end)
    return found.isEmpty || bytes[found].contains(ASCII.at) ? nil : found
  }

  /// A range without quotation marks and white space around it.
  private func unquoted(_ range: Range<Int>) -> Range<Int> {
    var range = bytes.trimmed(range)
    while let first = range.first, bytes[first] == ASCII.quotationMark || bytes[first] == 0x27 {
      range = bytes.trimmed(first + 1..<range.upperBound)
    }
    while let last = range.last, bytes[last] == ASCII.quotationMark || bytes[last] == 0x27 {
      range = bytes.trimmed(range.lowerBound..<last)
    }
    return range
  }
}
