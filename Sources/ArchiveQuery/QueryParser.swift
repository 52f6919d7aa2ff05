extension QueryExpression {
  /// Reads a query.
  ///
  /// Terms are joined by AND; `OR` binds less, `NEAR/n` more, `NOT` and `-` most. Operators are upper case; the same
  /// words in lower case are terms. The empty query is ``all``.
  ///
  /// - Complexity: Linear in the length of the query.
  public init(parsing text: String, limits: QueryLimits = QueryLimits()) throws(QuerySyntaxError) {
    guard text.utf8.count <= 4 * limits.scalarCount else {
      throw QuerySyntaxError(at: limits.scalarCount, .tooLong)
    }
    var parser = QueryParser(text, limits: limits)
    self = try parser.query()
  }
}

/// A recursive descent whose depth the limits bound.
struct QueryParser {
  /// What surrounds the place that is read.
  struct Surroundings {
    var depth = 0
    /// The field whose values a group lists: `subject:(a OR b)`.
    var field: QueryField?
  }

  var scanner: QueryScanner
  let limits: QueryLimits
  var termCount = 0

  init(_ text: String, limits: QueryLimits) {
    scanner = QueryScanner(text)
    self.limits = limits
  }

  mutating func query() throws(QuerySyntaxError) -> QueryExpression {
    guard scanner.scalars.count <= limits.scalarCount else {
      throw QuerySyntaxError(at: limits.scalarCount, .tooLong)
    }
    scanner.skipSpace()
    guard scanner.current != nil else { return .all }
    let expression = try alternatives(Surroundings())
    guard let rest = scanner.current else { return expression }
    throw QuerySyntaxError(
      at: scanner.offset, .unexpectedClosing(String(rest)),
      hint: "quote it to search for it: `\"\(rest)\"`")
  }

  // MARK: Operators, loosest first

  mutating func alternatives(_ around: Surroundings) throws(QuerySyntaxError) -> QueryExpression {
    var operands = [try conjunction(around)]
    while takeOperator("OR") {
      try expectOperand(after: "OR")
      operands.append(try conjunction(around))
    }
    return QueryExpression.joined(operands, isOr: true)
  }

  private mutating func conjunction(
    _ around: Surroundings
  ) throws(QuerySyntaxError) -> QueryExpression {
    var operands: [QueryExpression] = []
    while true {
      operands.append(try negation(around))
      if takeOperator("AND") {
        try expectOperand(after: "AND")
      } else if isAtEnd || peekOperator() == "OR" {
        return QueryExpression.joined(operands, isOr: false)
      }
    }
  }

  private mutating func negation(_ around: Surroundings) throws(QuerySyntaxError) -> QueryExpression
  {
    var negations = 0
    let start = scanner.offset
    while takeOperator("NOT") {
      try expectOperand(after: "NOT")
      negations += 1
    }
    guard around.depth + negations <= limits.depth else {
      throw QuerySyntaxError(at: start, .tooDeep)
    }
    var inner = around
    inner.depth += negations
    var expression = try proximity(inner)
    for _ in 0..<negations { expression = .not(expression) }
    return expression
  }

  private mutating func proximity(
    _ around: Surroundings
  ) throws(QuerySyntaxError) -> QueryExpression {
    let start = scanner.offset
    let first = try signed(around)
    guard isAtNear else { return first }
    var (matches, field) = try nearOperand(first, at: start)
    var distance: Int?
    while isAtNear {
      let place = scanner.offset
      let next = try nearDistance()
      guard distance == nil || distance == next else {
        throw QuerySyntaxError(at: place, .unequalDistances)
      }
      distance = next
      try expectOperand(after: "NEAR")
      let operandStart = scanner.offset
      let operand = try nearOperand(signed(around), at: operandStart)
      guard operand.field == field else {
        let name = (field ?? operand.field ?? .body).rawValue
        throw QuerySyntaxError(
          at: operandStart, .nearNeedsWords, hint: "put both in one field: `\(name):(a NEAR b)`")
      }
      field = operand.field
      matches += operand.matches
    }
    return .near(matches, within: distance ?? QueryParser.defaultDistance, in: field)
  }

  /// Reads `-` and what it negates.
  ///
  /// A word that starts with two dashes is an option's name, not a negation.
  private mutating func signed(_ around: Surroundings) throws(QuerySyntaxError) -> QueryExpression {
    guard scanner.current == "-", let next = scanner.scalar(at: scanner.offset + 1),
      next != "-", next != ")", !next.properties.isWhitespace,
      !(next == "}" && scanner.braceDepth > 0)
    else { return try primary(around) }
    var inner = around
    inner.depth += 1
    guard inner.depth <= limits.depth else {
      throw QuerySyntaxError(at: scanner.offset, .tooDeep)
    }
    scanner.offset += 1
    return .not(try primary(inner))
  }

  /// Reads a group or a term, and the space after it.
  private mutating func primary(_ around: Surroundings) throws(QuerySyntaxError) -> QueryExpression
  {
    defer { scanner.skipSpace() }
    switch scanner.current {
    case nil: throw QuerySyntaxError(at: scanner.offset, .emptyGroup)
    case "(": return try group(around)
    case ")",
      "}" where scanner.braceDepth > 0:
      let sign = String(Array(scanner.scalars[scanner.offset...scanner.offset]))
      throw QuerySyntaxError(at: scanner.offset, .unexpectedClosing(sign))
    default: break
    }
    if let sign = peekOperator() {
      throw QuerySyntaxError(
        at: scanner.offset, .operatorWithoutOperand(sign),
        hint: "quote it to search for the word: `\"\(sign)\"`")
    }
    return try term(around)
  }

  /// Reads `( … )`.
  mutating func group(_ around: Surroundings) throws(QuerySyntaxError) -> QueryExpression {
    let start = scanner.offset
    var inner = around
    inner.depth += 1
    guard inner.depth <= limits.depth else { throw QuerySyntaxError(at: start, .tooDeep) }
    // A brace that was opened outside cannot close in here.
    let braces = scanner.braceDepth
    scanner.offset += 1
    scanner.skipSpace()
    guard scanner.current != ")" else {
      throw QuerySyntaxError(at: scanner.offset, .emptyGroup, hint: "quote signs: `\"()\"`")
    }
    guard scanner.current != nil else { throw QuerySyntaxError(at: start, .unclosedGroup) }
    let expression = try alternatives(inner)
    guard scanner.current == ")" else { throw QuerySyntaxError(at: start, .unclosedGroup) }
    scanner.offset += 1
    scanner.braceDepth = braces
    return expression
  }
}

extension QueryExpression {
  /// Joins operands and flattens those of the same kind.
  static func joined(_ operands: [QueryExpression], isOr: Bool) -> QueryExpression {
    if operands.count == 1 { return operands[0] }
    var flat: [QueryExpression] = []
    for operand in operands {
      switch operand {
      case .and(let inner) where !isOr: flat += inner
      case .or(let inner) where isOr: flat += inner
      default: flat.append(operand)
      }
    }
    return isOr ? .or(flat) : .and(flat)
  }
}
