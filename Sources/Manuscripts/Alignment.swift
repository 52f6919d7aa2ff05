/// The cheapest way to turn a part of a text into a quotation.
struct Alignment {
  private enum Step: UInt8 {
    case none, same, changed, added, skipped, jump
  }

  private let tokens: [QuotedWords.Token]
  private let width: Int
  /// For each place the last step of the cheapest way there.
  private var steps: [Step]
  /// For each place whether the skip that ends there began there.
  private var opens: [Bool]
  private var last: [Float] = []

  /// Beginning to skip words of the text costs as much as a change; going on costs little.
  private static let openCost: Float = 0.8
  private static let skipCost: Float = 0.12

  /// Aligns a quotation with words.
  ///
  /// - Parameters:
  ///   - numbers: For each token the number of its word; one that no word of a text has for what is none.
  ///   - words: The numbers of the words of the text.
  /// - Complexity: Time and memory for `tokens.count * words.count` steps.
  init(_ tokens: [QuotedWords.Token], numbers: [Int32], words: ArraySlice<Int32>) {
    self.tokens = tokens
    width = words.count + 1
    steps = Array(repeating: .none, count: (tokens.count + 1) * (words.count + 1))
    opens = Array(repeating: false, count: steps.count)
    last = Array(repeating: 0, count: width)
    let words = Array(words)
    for (row, token) in tokens.enumerated() { fill(row + 1, token, numbers[row], words) }
  }

  private mutating func fill(
    _ row: Int, _ token: QuotedWords.Token, _ number: Int32, _ words: [Int32]
  ) {
    var current = Array(repeating: Float.infinity, count: width)
    var skip = Float.infinity
    let base = row * width
    for column in 0..<width {
      switch token {
      case .gap:
        // Any words may be left out here.
        current[column] = last[column]
        steps[base + column] = .jump
        if column > 0, current[column - 1] <= current[column] {
          current[column] = current[column - 1]
          steps[base + column] = .skipped
        }
        continue
      case .insertion:
        current[column] = last[column]
        steps[base + column] = .jump
        // The words in brackets may stand for a few of the text.
        if column > 0, current[column - 1] + 0.05 <= current[column] {
          current[column] = current[column - 1] + 0.05
          steps[base + column] = .skipped
        }
        continue
      case .word:
        current[column] = last[column] + 1
        steps[base + column] = .added
        if column > 0 {
          let isSame = words[column - 1] == number
          let cost = last[column - 1] + (isSame ? 0 : 1)
          if cost <= current[column] {
            current[column] = cost
            steps[base + column] = isSame ? .same : .changed
          }
          let opened = current[column - 1] + Alignment.openCost + Alignment.skipCost
          let extended = skip + Alignment.skipCost
          opens[base + column] = opened <= extended
          skip = min(opened, extended)
          // Words before the quotation begins cost nothing, and so need no skip.
          if skip < current[column], row < tokens.count {
            current[column] = skip
            steps[base + column] = .skipped
          }
        }
      }
    }
    last = current
  }

  /// The match; nil where too little agrees.
  func match(text: QuotedWords, offset: Int) -> QuotationMatch? {
    var column = 0
    for index in last.indices where last[index] < last[column] { column = index }
    let cost = last[column]
    var row = tokens.count
    var pieces: [(manuscript: String, original: Int?, isSame: Bool)] = []
    var sameCount = 0
    var first: Int?
    var end: Int?
    while row > 0 {
      let place = row * width + column
      let isWord: Bool
      if case .word = tokens[row - 1] { isWord = true } else { isWord = false }
      switch steps[place] {
      case .same, .changed:
        let isSame = steps[place] == .same
        if isSame { sameCount += 1 }
        pieces.append((shown(row - 1), column - 1, isSame))
        first = column - 1
        end = end ?? column
        row -= 1
        column -= 1
      case .added, .none:
        pieces.append((shown(row - 1), nil, false))
        row -= 1
      case .jump: row -= 1
      case .skipped where isWord:
        // The skip goes back to where it began.
        var isOpen = false
        while !isOpen, column > 0 {
          isOpen = opens[row * width + column]
          if end != nil { pieces.append(("", column - 1, false)) }
          column -= 1
        }
      case .skipped:
        column -= 1
      }
    }
    let wordCount = tokens.count { if case .word = $0 { true } else { false } }
    guard let first, let end, Alignment.isEnough(sameCount, of: wordCount, cost: cost) else {
      return nil
    }
    let range = text.ranges[offset + first].lowerBound..<text.ranges[offset + end - 1].upperBound
    return QuotationMatch(
      range: range, edits: edits(pieces.reversed(), text, offset),
      distance: min(1, Double(cost) / Double(max(1, wordCount))))
  }

  /// Most of a short quotation must agree, and a good half of a long one.
  static func isEnough(_ same: Int, of count: Int, cost: Float) -> Bool {
    let share = count <= 5 ? 0.75 : count <= 9 ? 0.65 : 0.55
    return same >= 3 && Double(same) >= share * Double(count) && Double(cost) <= 0.6 * Double(count)
  }

  private func shown(_ index: Int) -> String {
    switch tokens[index] {
    case .word(_, let shown): shown
    case .gap: "…"
    case .insertion(let text): "[\(text)]"
    }
  }

  /// Neighbouring differences as one edit.
  private func edits(
    _ pieces: some Sequence<(manuscript: String, original: Int?, isSame: Bool)>,
    _ text: QuotedWords, _ offset: Int
  ) -> [QuotationMatch.Edit] {
    var edits: [QuotationMatch.Edit] = []
    var isOpen = false
    for piece in pieces {
      if piece.isSame {
        isOpen = false
        continue
      }
      var original = ""
      if let index = piece.original, case .word(_, let shown) = text.tokens[offset + index] {
        original = shown
      }
      if !isOpen { edits.append(QuotationMatch.Edit(manuscript: "", original: "")) }
      let last = edits.count - 1
      if !piece.manuscript.isEmpty {
        edits[last].manuscript += (edits[last].manuscript.isEmpty ? "" : " ") + piece.manuscript
      }
      if !original.isEmpty {
        edits[last].original += (edits[last].original.isEmpty ? "" : " ") + original
      }
      isOpen = true
    }
    return edits
  }
}
