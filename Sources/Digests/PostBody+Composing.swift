internal import Discussion

extension PostBody {
  /// What stands behind the words shown so far and is left out.
  private enum Gap {
    case none
    case parts(String)
    case words
  }

  /// Puts the chosen units together, with a mark for all else.
  ///
  /// - Parameters:
  ///   - isChosen: For each unit whether it is shown.
  ///   - fold: Makes the one line of a quotation.
  func composed(
    _ isChosen: [Bool], fold: (Quotation) -> DigestQuotation
  ) -> [DigestPassage] {
    let isWhole = !isChosen.contains(false)
    var passages: [DigestPassage] = []
    var gap = Gap.none
    var quotation: DigestQuotation?
    var unit = 0
    func closeGap() {
      switch gap {
      case .none: break
      case .parts(let what): passages.append(.omission(what))
      case .words: if !passages.closeWithCut() { passages.append(.omission(nil)) }
      }
      gap = .none
    }
    for (index, part) in parts.enumerated() {
      switch part {
      case .leftOut(let what):
        if case .none = gap { gap = .parts(what) }
      case .quotation(let quoted):
        if isWhole {
          closeGap()
          passages.append(.quotation(fold(quoted)))
        } else {
          if quotation != nil { gap = .words }
          quotation = fold(quoted)
        }
      case .own(let paragraph):
        let start = unit
        while unit < units.count, units[unit].part == index { unit += 1 }
        guard isChosen[start..<unit].contains(true) else {
          gap = .words
          quotation = nil
          continue
        }
        closeGap()
        if let folded = quotation { passages.append(.quotation(folded)) }
        quotation = nil
        let passage = composed(paragraph, start..<unit, isChosen)
        if case .omission(nil)? = passages.last, let opened = passage.openedWithCut {
          passages[passages.count - 1] = opened
        } else {
          passages.append(passage)
        }
      }
    }
    if quotation != nil { gap = .words }
    closeGap()
    return passages
  }

  private func composed(
    _ paragraph: Paragraph, _ range: Range<Int>, _ isChosen: [Bool]
  ) -> DigestPassage {
    let source: [TextLine]
    switch paragraph {
    case .verbatim(let lines): return .verbatim(lines)
    case .prose(let lines): source = lines
    }
    var lines: [DigestLine] = []
    var isCut = false
    var line = -1
    for index in range {
      guard isChosen[index] else {
        isCut = true
        continue
      }
      if units[index].line != line {
        line = units[index].line
        let marker = source[line].marker
        // Items that are left out stand before the mark of the item that is shown.
        if marker != nil, isCut, units[index - 1].line != line {
          if lines.isEmpty { lines.append(DigestLine(marker: nil, runs: [])) }
          lines[lines.count - 1].runs.append(.cut)
          isCut = false
        }
        lines.append(DigestLine(marker: marker, runs: []))
      }
      if isCut { lines[lines.count - 1].runs.append(.cut) }
      lines[lines.count - 1].runs.append(.words(units[index].text))
      isCut = false
    }
    if isCut { lines[lines.count - 1].runs.append(.cut) }
    for index in lines.indices { lines[index].joinWords() }
    return .prose(lines)
  }

  /// The first sentence that says something, cut to a line or two.
  func outline() -> (passages: [DigestPassage], shownWordCount: Int) {
    let total = wordCount
    guard total > 0 else {
      return (parts.isEmpty ? [] : [.omission(nil)], 0)
    }
    let first: String
    let sentence: String
    if total <= 24 {
      // A post this short is its own outline.
      first = units.map(\.text).joined(separator: " ")
      sentence = first
    } else {
      // A lazy walk: the first sentences of long posts are all that is looked at.
      let sentences = units.lazy.flatMap { Sentences.split($0.text) }
      first = sentences.first ?? ""
      sentence = sentences.first(where: PassageCues.isTelling) ?? first
    }
    let words = FirstWords(of: sentence, wordLimit: 24, scalarLimit: 160)
    let shown = WordCount.of(words.text)
    var runs: [DigestRun] = sentence == first ? [] : [.cut]
    runs.append(.words(words.text))
    if shown < total { runs.append(.cut) }
    return ([.prose([DigestLine(marker: nil, runs: runs)])], shown)
  }
}

extension DigestLine {
  /// Makes neighbouring words one run.
  mutating func joinWords() {
    var joined: [DigestRun] = []
    for run in runs {
      if case .words(let text) = run, case .words(let before)? = joined.last {
        joined[joined.count - 1] = .words(before + " " + text)
      } else {
        joined.append(run)
      }
    }
    runs = joined
  }
}

extension [DigestPassage] {
  /// Marks at the end of the last paragraph that words are left out; false where there is no paragraph.
  fileprivate mutating func closeWithCut() -> Bool {
    guard case .prose(var lines)? = last, let end = lines.indices.last else { return false }
    if lines[end].runs.last != .cut { lines[end].runs.append(.cut) }
    self[count - 1] = .prose(lines)
    return true
  }
}

extension DigestPassage {
  /// The paragraph with a mark at its start that words are left out; nil for other passages.
  fileprivate var openedWithCut: DigestPassage? {
    guard case .prose(var lines) = self, let start = lines.indices.first,
      lines[start].marker == nil
    else { return nil }
    if lines[start].runs.first != .cut { lines[start].runs.insert(.cut, at: 0) }
    return .prose(lines)
  }
}
