/// Why a query could not be read, and where.
public struct QuerySyntaxError: Error, Sendable, Hashable {
  /// What is wrong.
  public enum Problem: Sendable, Hashable {
    case unclosedQuotation
    case unclosedGroup
    case unclosedThread
    case unexpectedClosing(String)
    case emptyGroup
    case emptyPhrase
    case textAfterQuotation
    case missingOperand(after: String)
    case operatorWithoutOperand(String)
    case missingValue(FieldName)
    case unknownField(String)
    case unknownValue(String, of: FieldName)
    case fieldInsideField(FieldName)
    case groupAfterField(FieldName)
    case unreadableDate(String)
    case reversedDates
    case unreadablePost(String)
    case starInsideWord(String)
    case distanceOutOfRange(String)
    case nearNeedsWords
    case unequalDistances
    case tooLong
    case tooManyTerms
    case tooDeep
  }

  /// Where it is wrong: the number of Unicode scalars before it.
  public let offset: Int
  /// What is wrong.
  public let problem: Problem
  /// What a reader may write instead.
  public let hint: String?

  /// Points at a place of a query.
  public init(at offset: Int, _ problem: Problem, hint: String? = nil) {
    self.offset = offset
    self.problem = problem
    self.hint = hint
  }

  /// What was expected at the place, as one sentence without a final stop.
  public var message: String {
    switch problem {
    case .unclosedQuotation: "this quotation mark is never closed"
    case .unclosedGroup: "this parenthesis is never closed"
    case .unclosedThread: "this brace is never closed"
    case .unexpectedClosing(let sign): "`\(sign)` closes nothing"
    case .emptyGroup: "expected a query between the brackets"
    case .emptyPhrase: "expected words between the quotation marks"
    case .textAfterQuotation: "expected a space after the quotation mark"
    case .missingOperand(let sign): "expected a term after `\(sign)`"
    case .operatorWithoutOperand(let sign): "expected a term before `\(sign)`"
    case .missingValue(let field): "expected a value right after `\(field.rawValue):`"
    case .unknownField(let word): "`\(word):` is no field"
    case .unknownValue(let value, let field): "`\(field.rawValue):` does not take `\(value)`"
    case .fieldInsideField(let field): "expected values of `\(field.rawValue):`, not another field"
    case .groupAfterField(let field): "`\(field.rawValue):` takes no parentheses"
    case .unreadableDate(let text): "`\(text)` is no date"
    case .reversedDates: "the first date lies after the last"
    case .unreadablePost(let text): "`\(text)` names no post"
    case .starInsideWord: "`*` may only end a word"
    case .distanceOutOfRange(let text): "`\(text)` is not a distance in range"
    case .nearNeedsWords: "NEAR stands between words, prefixes or phrases"
    case .unequalDistances: "a chain of NEAR takes one distance"
    case .tooLong: "the query is too long"
    case .tooManyTerms: "the query has too many terms"
    case .tooDeep: "the query is nested too deeply"
    }
  }

  /// The line of the query that holds the place, and under it a caret; tabs and controls become spaces.
  ///
  /// - Parameter query: The text that was parsed.
  /// - Returns: Two lines joined by LF. Wide characters take two columns of the caret's indent.
  public func marked(in query: String) -> String {
    var line = ""
    var indent = 0
    for (index, scalar) in query.unicodeScalars.enumerated() {
      let isPlain = scalar.properties.generalCategory != .control
      line.unicodeScalars.append(isPlain ? scalar : " ")
      guard index < offset else { continue }
      indent += QuerySyntaxError.columns(of: scalar)
    }
    return line + "\n" + String(repeating: " ", count: indent) + "^"
  }

  private static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}

/// Bounds of a query.
public struct QueryLimits: Sendable, Hashable {
  /// The most Unicode scalars.
  public var scalarCount = 8_192
  /// The most terms and values.
  public var termCount = 256
  /// The deepest nesting of parentheses, braces and negations.
  public var depth = 32

  /// The limits that the command line uses.
  public init() {}
}
