internal import Discussion

/// Finds signatures: below `-- `, what devices add, and names below a closing greeting where that is sure.
extension LineTable {
  /// Settles the signatures of the author.
  mutating func settleSignatures() {
    // From the last segment on: what is no signature ends the search for closing greetings.
    var isLast = true
    var limit = lines.count
    while limit > 0 {
      guard isOwn(limit - 1) else {
        limit -= 1
        continue
      }
      var start = limit - 1
      while start > 0, isOwn(start - 1) { start -= 1 }
      let segment = start..<limit
      limit = start
      if isLast, isBelowArmour(segment) {
        settle(segment, as: .signature)
        continue
      }
      var end = settleSeparated(segment, isLast: isLast)
      end = settleDeviceLines(segment.lowerBound..<end)
      guard isLast else { continue }
      settleClosing(segment.lowerBound..<startOfPostscript(segment.lowerBound..<end))
      isLast = !segment.contains { isOwn($0) && !lines[$0].isBlank }
    }
  }

  /// A few lines behind an OpenPGP signature, which does not cover them.
  private func isBelowArmour(_ segment: Range<Int>) -> Bool {
    guard segment.lowerBound > 0, lines[segment.lowerBound - 1].kind == .pgp else { return false }
    let end = lines[segment.lowerBound - 1]
    var filled = 0
    for index in segment where !lines[index].isBlank {
      filled += 1
      if filled > 10 { return false }
    }
    return filled > 0 && bytes.has("-----END PGP SIGNATURE", at: end.start, before: end.end)
  }

  // MARK: Below a separator

  private mutating func settleSeparated(_ segment: Range<Int>, isLast: Bool) -> Int {
    for index in segment where isSeparator(index) {
      // Counting stops where a signature would be too long anyway.
      var filled = 0
      for line in index + 1..<max(index + 1, segment.upperBound) {
        if !lines[line].isBlank { filled += 1 }
        if filled > 30 || line > index + 200 {
          filled = 31
          break
        }
      }
      guard filled > 0 || isLast else { continue }
      let isExact = bytes[lines[index].end - 1] == ASCII.space
      guard filled <= (isExact ? 30 : 12) else { continue }
      settle(index..<segment.upperBound, as: .signature)
      return index
    }
    return segment.upperBound
  }

  /// `-- `, `--`, and the `- -- ` of signed text.
  private func isSeparator(_ index: Int) -> Bool {
    guard !lines[index].traits.isDisjoint(with: [.hyphen, .wide]) else { return false }
    let (start, length) = (lines[index].start, lines[index].end - lines[index].start)
    guard length >= 2, length <= 5 else { return false }
    let range = content(index)
    if range.lowerBound > start { return false }
    if range.count == 2 { return bytes.has("--", at: range.lowerBound, before: range.upperBound) }
    return range.count == 4 && bytes.has("- --", at: range.lowerBound, before: range.upperBound)
      || range.count == 3 && bytes.has("—", at: range.lowerBound, before: range.upperBound)
  }

  // MARK: Devices

  private mutating func settleDeviceLines(_ segment: Range<Int>) -> Int {
    var end = segment.upperBound
    while end > segment.lowerBound, lines[end - 1].isBlank { end -= 1 }
    guard end > segment.lowerBound else { return segment.upperBound }
    let range = content(end - 1)
    guard range.count <= 100,
      SignaturePhrases.devices.match(in: bytes, at: range.lowerBound, before: range.upperBound)
        != nil,
      end - 1 == segment.lowerBound || lines[end - 2].isBlank || range.count <= 50
    else {
      return segment.upperBound
    }
    settle(end - 1..<segment.upperBound, as: .signature)
    return end - 1
  }

  // MARK: Closing greetings

  /// Where "PS" begins, near the end; else the end.
  private func startOfPostscript(_ segment: Range<Int>) -> Int {
    var index = segment.upperBound
    while index > segment.lowerBound + 1, segment.upperBound - index < 16 {
      index -= 1
      let line = lines[index]
      if lines[index - 1].isBlank, !line.isBlank,
        bytes.has("PS", at: line.start, before: line.end)
          || bytes.has("Ps", at: line.start, before: line.end)
          || bytes.has("P.S", at: line.start, before: line.end)
      {
        return index
      }
    }
    return segment.upperBound
  }

  /// "Best regards," and below it, to the end, nothing but short lines that look like names and ways to reach them.
  private mutating func settleClosing(_ segment: Range<Int>) {
    var end = segment.upperBound
    while end > segment.lowerBound, lines[end - 1].isBlank { end -= 1 }
    var index = end
    var filled = 0
    var closing: Int?
    // The lowest line that is neither closing nor a name or contact.
    var lastOther: Int?
    while index > segment.lowerBound, filled < 14 {
      index -= 1
      if lines[index].isBlank { continue }
      filled += 1
      if isClosing(content(index)) {
        closing = index
        break
      }
      guard isNameOrContact(content(index)) else {
        lastOther = index
        break
      }
    }
    if let closing, closing > segment.lowerBound || filled > 1 {
      // A greeting within a paragraph ends it; a greeting alone is the author's word to somebody.
      if filled > 1 || closing == segment.lowerBound || lines[closing - 1].isBlank {
        settle(closing..<segment.upperBound, as: .signature)
      }
      return
    }
    if let box = startOfBox(segment.lowerBound..<end)
      ?? startOfAddress(segment.lowerBound..<end, below: lastOther)
    {
      settle(box..<segment.upperBound, as: .signature)
    } else {
      settleLoneName(segment.lowerBound..<end, upTo: segment.upperBound)
    }
  }

  /// Where a signature begins that stands below a rule near the end, on a few lines with an address or in columns.
  private func startOfBox(_ segment: Range<Int>) -> Int? {
    guard segment.count > 4,
      (max(segment.lowerBound + 1, segment.upperBound - 10)..<segment.upperBound).contains(
        where: { isRule($0) })
    else { return nil }
    var index = segment.upperBound
    var hasAddress = false
    var filled = 0
    var columns = 0
    while index > segment.lowerBound + 1, segment.upperBound - index < 10 {
      index -= 1
      if lines[index].isBlank { continue }
      if isRule(index) {
        if filled > 0 { return hasAddress || columns * 2 > filled ? index : nil }
        continue
      }
      filled += 1
      let range = content(index)
      guard range.count <= 90 else { return nil }
      if bytes[range].contains(ASCII.at) { hasAddress = true }
      if bytes[range].contains(ASCII.pipe) { columns += 1 }
    }
    return nil
  }

  /// Where the last paragraph begins, when it is a name above ways to reach it and words stand above it.
  ///
  /// - Parameter other: The last line that is known to be none of these.
  private func startOfAddress(_ segment: Range<Int>, below other: Int?) -> Int? {
    var index = segment.upperBound
    var hasAddress = false
    while index > segment.lowerBound, !lines[index - 1].isBlank {
      index -= 1
      guard segment.upperBound - index <= 7, index != other, isNameOrContact(content(index))
      else { return nil }
      if bytes[content(index)].contains(ASCII.at) { hasAddress = true }
    }
    guard hasAddress, segment.upperBound - index >= 2, isName(content(index)),
      let above = previousFilled(before: index, reach: 4), above >= segment.lowerBound,
      let last = content(above).last, bytes[last] != ASCII.colon
    else {
      return nil
    }
    return index
  }

  /// A last paragraph of one line that is a name with an address, or a name behind a dash.
  private mutating func settleLoneName(_ segment: Range<Int>, upTo limit: Int) {
    guard segment.count > 2, lines[segment.upperBound - 2].isBlank else { return }
    let range = content(segment.upperBound - 1)
    guard range.count <= 90, let first = range.first else { return }
    let bytes = bytes
    let last = bytes[range.upperBound - 1]
    let hasAddress =
      last == ASCII.greater && bytes[range].contains(ASCII.at) && bytes[first] != ASCII.less
      && wordCount(range) <= 7
    var start = first
    while start < range.upperBound,
      bytes[start] == ASCII.hyphen || bytes[start] == ASCII.tilde || bytes[start].isBlank
        || bytes.has("—", at: start, before: range.upperBound)
        || bytes.has("–", at: start, before: range.upperBound)
    {
      start += bytes[start] == 0xe2 ? 3 : 1
    }
    let isDashed = start > first && start < range.upperBound && isName(start..<range.upperBound)
    guard hasAddress || isDashed else { return }
    settle(segment.upperBound - 1..<limit, as: .signature)
  }

  private func isClosing(_ range: Range<Int>) -> Bool {
    guard range.count <= 60, !range.isEmpty,
      let end = SignaturePhrases.closings.match(
        in: bytes, at: range.lowerBound, before: range.upperBound)
    else {
      return false
    }
    var rest = end
    while rest < range.upperBound {
      let byte = bytes[rest]
      guard
        byte == ASCII.comma || byte == ASCII.period || byte == 0x21 || byte == ASCII.hyphen
          || byte.isBlank || byte == 0xef || byte == 0xbc || byte == 0x8c || byte == ASCII.colon
          || byte == ASCII.closingParenthesis
      else {
        // "Thanks, Ada"
        return bytes[rest - 1].isBlank && bytes[end] == ASCII.comma
          && isName(rest..<range.upperBound)
      }
      rest += 1
    }
    return true
  }

  private func wordCount(_ range: Range<Int>) -> Int {
    var count = 0
    var isInWord = false
    for index in range {
      let isSpace = bytes[index].isBlank
      if !isSpace, !isInWord { count += 1 }
      isInWord = !isSpace
    }
    return count
  }

  /// One to five words that begin with capitals, without an end of sentence.
  private func isName(_ range: Range<Int>) -> Bool {
    guard range.count <= 60, range.count > 0 else { return false }
    let text = bytes.span
    var words = 0
    var capitals = 0
    var isStart = true
    for index in range {
      let byte = text[index]
      if byte.isBlank {
        isStart = true
        continue
      }
      if isStart {
        words += 1
        if byte.isCapital || byte.isWide || byte == ASCII.parenthesis { capitals += 1 }
        // More words than a name has, or too few capitals for as many as it may have.
        if words > 6 || words - capitals > 2 { return false }
        isStart = false
      }
      if byte.isDigit || byte == 0x3f || byte == 0x21 || byte == ASCII.colon { return false }
    }
    if words == 1, range.count <= 14, text[range.upperBound - 1] != ASCII.period { return true }
    return capitals * 3 >= words * 2
  }

  /// A name, or a line with a number, an address, a link or bars between short parts.
  ///
  /// - Complexity: One look at each byte, and none where the line is long.
  private func isNameOrContact(_ range: Range<Int>) -> Bool {
    guard range.count <= 110 else { return false }
    if isName(range) { return true }
    let text = bytes.span
    var digits = 0
    var capitals = 0
    var words = 0
    // With an address, a link or bars there may be no more words than this.
    var wordLimit: Int?
    var previous: UInt8 = ASCII.space
    for index in range {
      let byte = text[index]
      defer { previous = byte }
      if byte.isBlank { continue }
      if previous.isBlank {
        words += 1
        if byte.isCapital || byte.isDigit { capitals += 1 }
      }
      if byte.isDigit {
        digits += 1
      } else if wordLimit == nil {
        if byte == ASCII.at, previous != ASCII.space {
          wordLimit = 8
        } else if byte == ASCII.pipe || byte == ASCII.slash && previous == ASCII.slash {
          wordLimit = 16
        }
      }
    }
    if let wordLimit { return words <= wordLimit }
    guard previous != ASCII.period, previous != 0x3f, previous != 0x21 else { return false }
    return digits >= 5 || capitals * 3 >= words * 2 && words <= 8
  }
}
