import ArchiveQuery

extension QueryExpression {
  /// The tree as one unambiguous line, for tables: `(and word[a] (not word[b]))`.
  var sketch: String {
    switch self {
    case .all: "all"
    case .and(let operands): "(and " + operands.map(\.sketch).joined(separator: " ") + ")"
    case .or(let operands): "(or " + operands.map(\.sketch).joined(separator: " ") + ")"
    case .not(let operand): "(not \(operand.sketch))"
    case .text(let match, let field): Self.labelled(match.sketch, field)
    case .near(let matches, let distance, let field):
      Self.labelled(
        "(near/\(distance) " + matches.map(\.sketch).joined(separator: " ") + ")", field)
    case .value(.exact(let text), let field): "\(field.rawValue)=[\(text)]"
    case .value(.pattern(let pieces), let field):
      "\(field.rawValue)~[\(pieces.joined(separator: "|"))]"
    case .post(.id(let text), let field): "\(field.rawValue)=id[\(text)]"
    case .post(.messageID(let text), let field): "\(field.rawValue)=mid[\(text)]"
    case .thread(let operand): "(thread \(operand.sketch))"
    case .date(let range): "\(range)"
    case .state(let state): "state[\(state.rawValue)]"
    case .saved(let name): "saved[\(name)]"
    }
  }

  private static func labelled(_ text: String, _ field: FieldName?) -> String {
    field.map { "\($0.rawValue)@\(text)" } ?? text
  }
}

extension TextMatch {
  var sketch: String {
    switch self {
    case .word(let text): "word[\(text)]"
    case .prefix(let text): "prefix[\(text)]"
    case .phrase(let text): "phrase[\(text)]"
    case .approximate(let text, let distance): "about\(distance)[\(text)]"
    }
  }
}

/// A small seeded generator (SplitMix64), so that a failure can be run again.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
