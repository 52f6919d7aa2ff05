internal import Discussion
internal import SourceBytes

/// Finds what was appended below a post, and in the place of parts that a list program took out.
extension LineTable {
  /// Settles footers: from the end of the text up, and wherever Pipermail tells of a part.
  mutating func settleFooters() {
    settleScrubbedParts()
    var end = lines.count
    // Several footers stand below each other: the list's, the provider's, the scanner's.
    for _ in 0..<8 {
      while end > 0, lines[end - 1].isBlank || lines[end - 1].kind == .footer { end -= 1 }
      guard end > 0, let start = footerStart(endingAt: end) else { return }
      for index in start..<end { settleFooter(index) }
      end = start
    }
  }

  private mutating func settleFooter(_ index: Int) {
    lines[index].kind = .footer
    lines[index].isSettled = true
    lines[index].isFinal = true
  }

  /// Where the last section of a text begins, when it is a footer.
  private func footerStart(endingAt end: Int) -> Int? {
    var index = end
    var filled = 0
    var paragraphHasOpening = false
    var lowestOpening: Int?
    while index > 0, filled < 16 {
      index -= 1
      let line = lines[index]
      guard line.depth == 0, !line.isSettled || line.kind == .footer else { break }
      if line.isBlank {
        if filled > 0, !paragraphHasOpening, lowestOpening != nil { break }
        paragraphHasOpening = false
        continue
      }
      filled += 1
      if isFooterRule(index) {
        guard filled > 1 || lowestOpening != nil else { continue }
        return isFooter(below: index, endingAt: end) || lowestOpening != nil ? index : nil
      }
      let range = content(index)
      if FooterPhrases.openings.match(in: bytes, at: range.lowerBound, before: range.upperBound)
        != nil
      {
        lowestOpening = index
        paragraphHasOpening = true
      }
    }
    guard let opening = lowestOpening else { return nil }
    return startOfParagraph(opening)
  }

  /// The first line of a paragraph, and the rule or sole hyphen above it.
  private func startOfParagraph(_ index: Int) -> Int {
    var start = index
    if start > 0, isFooterRule(start - 1) || isLoneHyphen(start - 1) { start -= 1 }
    if start == index, start > 1, lines[start - 1].isBlank, isFooterRule(start - 2) { start -= 2 }
    return start
  }

  private func isLoneHyphen(_ index: Int) -> Bool {
    let range = content(index)
    return range.count <= 3 && !range.isEmpty && lines[index].depth == 0
      && range.allSatisfy { bytes[$0] == ASCII.hyphen }
  }

  /// A rule as list programs draw it; the separator of signatures counts, as Google Groups uses it.
  private func isFooterRule(_ index: Int) -> Bool {
    lines[index].depth == 0 && !lines[index].isBlank
      && (isRule(index, atLeast: 12) || isLoneHyphen(index) || isBracketedRule(index))
  }

  /// A rule with words in it: "------------------------ Yahoo! Groups Sponsor ------~-->".
  private func isBracketedRule(_ index: Int) -> Bool {
    let range = content(index)
    guard range.count >= 30, bytes.has("----------", at: range.lowerBound, before: range.upperBound)
    else {
      return false
    }
    return Self.sponsors.occurs(in: bytes, range)
  }

  private static let sponsors = PhraseTable(["Yahoo! Groups"])

  /// Whether the few lines below a rule are of the list or the provider.
  private func isFooter(below rule: Int, endingAt end: Int) -> Bool {
    // A signature may name a list's address; only a full rule makes three lines of it a footer.
    if isLoneHyphen(rule) {
      guard let first = nextFilled(after: rule, reach: 2) else { return false }
      let range = content(first)
      return FooterPhrases.openings.match(in: bytes, at: range.lowerBound, before: range.upperBound)
        != nil
    }
    var hasSign = false
    var filled = 0
    for index in rule + 1..<end where !lines[index].isBlank {
      filled += 1
      let range = content(index)
      if !hasSign,
        FooterPhrases.signs.occurs(in: bytes, range)
          || FooterPhrases.openings.match(in: bytes, at: range.lowerBound, before: range.upperBound)
            != nil
      {
        hasSign = true
      }
    }
    return hasSign && filled <= 12
  }

  // MARK: Pipermail

  private mutating func settleScrubbedParts() {
    guard firstBytes.contains(ASCII.hyphen) else { return }
    var index = 0
    while index < lines.count {
      guard lines[index].traits.contains(.hyphen), isPartRule(index),
        let next = nextFilled(after: index, reach: 2),
        isScrubbed(next, FooterPhrases.scrubbed) || isTextPart(index)
      else {
        index += 1
        continue
      }
      settleFooter(index)
      var end = index + 1
      if isScrubbed(next, FooterPhrases.scrubbed) {
        end = next
        var sawLink = false
        while end < lines.count, end < next + 14, !lines[end].isBlank, lines[end].depth == 0,
          isScrubbed(end, FooterPhrases.scrubbed)
            || isScrubbed(end, FooterPhrases.scrubbedDetails) || !sawLink
        {
          if isLink(end) {
            sawLink = true
            // An archive that broke the link left "=" at the end of the line.
            if bytes[content(end).upperBound - 1] == ASCII.equals, end + 1 < lines.count {
              end += 1
            }
          }
          end += 1
        }
      }
      for line in index..<end where !lines[line].isBlank { settleFooter(line) }
      index = end
    }
  }

  private func isScrubbed(_ index: Int, _ phrases: PhraseTable) -> Bool {
    let range = content(index)
    return phrases.match(in: bytes, at: range.lowerBound, before: range.upperBound)
      != nil
  }

  private func isLink(_ index: Int) -> Bool {
    let range = content(index)
    return bytes.has("URL", at: range.lowerBound, before: range.upperBound)
      || bytes.has("Url", at: range.lowerBound, before: range.upperBound)
  }

  private func isTextPart(_ index: Int) -> Bool {
    bytes.has(
      "-------------- next part --------------", at: lines[index].start, before: lines[index].end)
  }

  /// "-------------- next part --------------", in the list's language.
  func isPartRule(_ index: Int) -> Bool {
    let (start, end) = (lines[index].start, lines[index].end)
    guard start < end, bytes[start] == ASCII.hyphen, lines[index].depth == 0,
      bytes.has("----------", at: start, before: end)
    else { return false }
    let range = content(index)
    guard range.count >= 25, range.count <= 80 else { return false }
    var words = range
    while let first = words.first, bytes[first] == ASCII.hyphen { words.removeFirst() }
    while let last = words.last, bytes[last] == ASCII.hyphen { words.removeLast() }
    return words.count >= 5 && words.lowerBound - range.lowerBound >= 8
      && range.upperBound - words.upperBound >= 8 && bytes[words.lowerBound] == ASCII.space
  }
}
