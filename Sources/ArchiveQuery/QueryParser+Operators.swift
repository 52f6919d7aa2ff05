extension QueryParser {
  /// The distance of a `NEAR` without a number, as SQLite has it.
  static let defaultDistance = 10
  /// The largest distance that is taken.
  static let largestDistance = 1_000

  /// Whether nothing more can belong to the conjunction that is read.
  var isAtEnd: Bool {
    switch scanner.current {
    case nil, ")": true
    case "}": scanner.braceDepth > 0
    default: false
    }
  }

  /// The operator that stands here as a whole word.
  func peekOperator() -> String? {
    // The longest operator has few letters: a long word is none.
    guard let first = scanner.current, "AON".unicodeScalars.contains(first) else { return nil }
    let word = String(Array(scanner.peekWord()))
    return ["AND", "OR", "NOT", "NEAR"].contains(word) || word.hasPrefix("NEAR/") ? word : nil
  }

  /// Moves behind an operator and the space after it where it stands here.
  mutating func takeOperator(_ sign: String) -> Bool {
    guard peekOperator() == sign else { return false }
    scanner.offset += sign.unicodeScalars.count
    scanner.skipSpace()
    return true
  }

  func expectOperand(after sign: String) throws(QuerySyntaxError) {
    if isAtEnd { throw QuerySyntaxError(at: scanner.offset, .missingOperand(after: sign)) }
  }

  var isAtNear: Bool { peekOperator()?.hasPrefix("NEAR") == true }

  /// Reads `NEAR` or `NEAR/n` and the space after it.
  mutating func nearDistance() throws(QuerySyntaxError) -> Int {
    let start = scanner.offset
    let word = scanner.peekWord()
    scanner.offset += word.count
    scanner.skipSpace()
    guard word.count > 4 else { return QueryParser.defaultDistance }
    let digits = String(Array(word.dropFirst(5)))
    guard let distance = Int(digits), (0...QueryParser.largestDistance).contains(distance) else {
      throw QuerySyntaxError(
        at: start + 5, .distanceOutOfRange(digits),
        hint: "write `NEAR/5`; 0 to \(QueryParser.largestDistance) words may lie between")
    }
    return distance
  }

  /// Takes an operand of NEAR apart.
  func nearOperand(
    _ expression: QueryExpression, at start: Int
  ) throws(QuerySyntaxError) -> (matches: [TextMatch], field: FieldName?) {
    if case .text(let match, let field) = expression {
      guard case .approximate = match else { return ([match], field) }
    }
    throw QuerySyntaxError(at: start, .nearNeedsWords)
  }
}
