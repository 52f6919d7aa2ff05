extension QueryParser {
  /// Reads a term with or without a field.
  mutating func term(_ around: Surroundings) throws(QuerySyntaxError) -> QueryExpression {
    let start = scanner.offset
    termCount += 1
    guard termCount <= limits.termCount else { throw QuerySyntaxError(at: start, .tooManyTerms) }
    if let name = scanner.peekName() {
      if let field = QueryField.named(name) {
        if let outer = around.field {
          throw QuerySyntaxError(at: start, .fieldInsideField(outer.name))
        }
        scanner.offset += name.unicodeScalars.count + 1
        return try value(of: field, around)
      }
      try checkTypingError(name, at: start)
    }
    if let field = around.field { return try value(of: field, around) }
    if scanner.isAtQuotation { return .text(.phrase(try phrase()), in: nil) }
    let word = takeWord()
    return word == ["*"] ? .all : .text(try match(word, at: start), in: nil)
  }

  /// Reads what stands after the colon of a field, or a value of its group.
  private mutating func value(
    of field: QueryField, _ around: Surroundings
  ) throws(QuerySyntaxError) -> QueryExpression {
    let start = scanner.offset
    if scanner.current == "(" {
      guard field.takes != .thread, around.field == nil else {
        throw QuerySyntaxError(
          at: start, .groupAfterField(field.name), hint: "write `thread:{QUERY}`")
      }
      var inner = around
      inner.field = field
      return try group(inner)
    }
    if field.takes == .thread, scanner.current == "{" { return try threadQuery(around) }
    let isQuoted = scanner.isAtQuotation
    let scalars = isQuoted ? Array(try phrase().unicodeScalars) : takeWord()
    guard !scalars.isEmpty else {
      throw QuerySyntaxError(
        at: start, .missingValue(field.name), hint: "without a space, as in `\(field.example)`")
    }
    switch field.takes {
    case .text:
      return .text(
        isQuoted ? .phrase(String(scalars)) : try match(scalars, at: start), in: field.name)
    case .pattern:
      let pieces = scalars.split(separator: "*", omittingEmptySubsequences: false)
      let isPattern = !isQuoted && pieces.count > 1
      return .value(
        isPattern ? .pattern(pieces.map { String(Array($0)) }) : .exact(String(scalars)),
        in: field.name)
    case .choice(let words):
      return .value(.exact(try choice(scalars, of: words, field, at: start)), in: field.name)
    case .post, .thread: return .post(try post(scalars, at: start), in: field.name)
    case .dates: return .date(try DateRange(parsing: scalars, at: start))
    case .moment:
      let bound = try DateBound(parsing: scalars[...], at: start)
      return .date(field.name == .before ? .before(bound) : .after(bound))
    case .saved: return .saved(String(scalars))
    case .state(let states): return .state(try state(scalars, of: states, field, at: start))
    }
  }

  /// Reads `{ … }` after `thread:`.
  private mutating func threadQuery(
    _ around: Surroundings
  ) throws(QuerySyntaxError) -> QueryExpression {
    let start = scanner.offset
    let inner = Surroundings(depth: around.depth + 1)
    guard inner.depth <= limits.depth else { throw QuerySyntaxError(at: start, .tooDeep) }
    scanner.offset += 1
    scanner.braceDepth += 1
    scanner.skipSpace()
    guard scanner.current != "}" else { throw QuerySyntaxError(at: scanner.offset, .emptyGroup) }
    guard scanner.current != nil else { throw QuerySyntaxError(at: start, .unclosedThread) }
    let expression = try alternatives(inner)
    guard scanner.current == "}" else { throw QuerySyntaxError(at: start, .unclosedThread) }
    scanner.offset += 1
    scanner.braceDepth -= 1
    return .thread(expression)
  }

  private mutating func takeWord() -> [Unicode.Scalar] {
    let word = scanner.peekWord()
    scanner.offset += word.count
    return Array(word)
  }

  private mutating func phrase() throws(QuerySyntaxError) -> String {
    let start = scanner.offset
    let text = try scanner.quotation()
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw QuerySyntaxError(at: start, .emptyPhrase)
    }
    return text
  }

  /// Reads `word`, `prefix*`, `word~` or `word~2`.
  private func match(
    _ word: [Unicode.Scalar], at start: Int
  ) throws(QuerySyntaxError) -> TextMatch {
    if let star = word.firstIndex(of: "*") {
      guard star == word.count - 1, star > 0 else {
        let hint = "`comm*` finds words that begin so; quoted, it is searched as it stands"
        throw QuerySyntaxError(at: start + star, .starInsideWord(String(word)), hint: hint)
      }
      return .prefix(String(Array(word.dropLast())))
    }
    guard let tilde = word.lastIndex(of: "~"), tilde > 0,
      word[..<tilde].allSatisfy(QueryParser.isWordScalar),
      word[(tilde + 1)...].allSatisfy({ ("0"..."9").contains($0) })
    else { return .word(String(word)) }
    let digits = String(Array(word[(tilde + 1)...]))
    let base = String(Array(word[..<tilde]))
    if digits.isEmpty { return .approximate(base, distance: tilde <= 5 ? 1 : 2) }
    guard let distance = Int(digits), (1...3).contains(distance) else {
      throw QuerySyntaxError(
        at: start + tilde, .distanceOutOfRange(digits), hint: "`word~1` to `word~3`")
    }
    return .approximate(base, distance: distance)
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.generalCategory == .nonspacingMark
      || scalar == "'" || scalar == "\u{2019}" || scalar == "-"
  }
}
