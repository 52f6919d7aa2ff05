/// Text that a matching post may hold: what snippets highlight.
public struct QueryHighlight: Sendable, Hashable {
  /// The text.
  public let match: TextMatch
  /// The field it was asked for in; nil stands for own words, subjects and authors.
  public let field: FieldName?

  /// Pairs a text with its field.
  public init(match: TextMatch, field: FieldName?) {
    self.match = match
    self.field = field
  }
}

extension QueryExpression {
  /// The texts that are asked for and not negated, in the order of the query, each once.
  ///
  /// What stands in `thread:{…}` is left out: it matches other posts.
  public var highlights: [QueryHighlight] {
    var highlights: [QueryHighlight] = []
    var seen: Set<QueryHighlight> = []
    // The operands still to visit, the next one last.
    var stack: [(QueryExpression, isNegated: Bool)] = [(self, false)]
    while let (expression, isNegated) = stack.popLast() {
      var found: [QueryHighlight] = []
      switch expression {
      case .and(let operands), .or(let operands):
        stack += operands.reversed().map { ($0, isNegated) }
      case .not(let operand): stack.append((operand, !isNegated))
      case .text(let match, let field): found = [QueryHighlight(match: match, field: field)]
      case .near(let matches, _, let field):
        found = matches.map { QueryHighlight(match: $0, field: field) }
      case .all, .value, .post, .thread, .date, .state, .saved: break
      }
      for highlight in found where !isNegated && seen.insert(highlight).inserted {
        highlights.append(highlight)
      }
    }
    return highlights
  }
}
