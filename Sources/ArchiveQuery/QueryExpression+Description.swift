extension QueryExpression: CustomStringConvertible {
  /// The query in one canonical form, which parses to an equal expression.
  ///
  /// That holds for every expression that was parsed.
  public var description: String {
    switch self {
    case .all: return "*"
    case .and(let operands):
      return operands.map { $0.isOr ? "(\($0))" : $0.description }.joined(separator: " ")
    case .or(let operands):
      return operands.map { $0.isAnd ? "(\($0))" : $0.description }.joined(separator: " OR ")
    case .not(let operand):
      switch operand {
      case .and, .or, .near: return "-(\(operand))"
      case .not: return "NOT \(operand)"
      default:
        let text = operand.description
        return (text.utf8.first == UInt8(ascii: "-") ? "NOT " : "-") + text
      }
    case .text(let match, let field): return QueryExpression.prefixed(match.description, field)
    case .near(let matches, let distance, let field):
      let text = matches.map(\.description).joined(separator: " NEAR/\(distance) ")
      return field.map { "\($0.rawValue):(\(text))" } ?? text
    case .value(let value, let field):
      return QueryExpression.prefixed(value.description, field)
    case .post(.id(let prefix), let field): return "\(field.rawValue):\(prefix)"
    case .post(.messageID(let text), let field):
      return "\(field.rawValue):" + FieldValue.exact("<\(text)>").description
    case .thread(let operand): return "thread:{\(operand)}"
    case .date(let range): return range.description
    case .state(let state): return "\(state.field.rawValue):\(state.rawValue)"
    case .saved(let name): return "query:" + FieldValue.exact(name).description
    }
  }

  private var isOr: Bool { if case .or = self { true } else { false } }
  private var isAnd: Bool { if case .and = self { true } else { false } }

  private static func prefixed(_ text: String, _ field: FieldName?) -> String {
    field.map { "\($0.rawValue):\(text)" } ?? text
  }
}

extension TextMatch: CustomStringConvertible {
  /// The form that the parser reads back.
  public var description: String {
    switch self {
    case .word(let text): text
    case .prefix(let text): text + "*"
    case .phrase(let text): text.asQuotation
    case .approximate(let text, let distance): "\(text)~\(distance)"
    }
  }
}

extension FieldValue: CustomStringConvertible {
  /// The form that the parser reads back, quoted where it must be.
  public var description: String {
    switch self {
    case .pattern(let pieces): return pieces.joined(separator: "*")
    case .exact(let text):
      let isPlain = text.unicodeScalars.allSatisfy { scalar in
        !scalar.properties.isWhitespace
          && !"()*{}\"\u{201C}\u{201D}\u{201E}".unicodeScalars.contains(scalar)
      }
      return isPlain && !text.isEmpty ? text : text.asQuotation
    }
  }
}

extension String {
  /// The text between quotation marks, with those inside it escaped.
  fileprivate var asQuotation: String {
    var quoted = "\""
    for scalar in unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
