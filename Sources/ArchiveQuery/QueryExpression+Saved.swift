/// Why a saved query could not be put in its place.
public enum SavedQueryError: Error, Sendable, Hashable {
  /// No query is saved under this name.
  case unknown(String)
  /// The query of this name asks for itself.
  case circular(String)
  /// What was saved under this name cannot be read.
  case unreadable(String, QuerySyntaxError)
  /// All saved queries together are too large.
  case tooLarge
}

extension QueryExpression {
  /// The expression with each `query:NAME` replaced by what was saved under the name.
  ///
  /// - Parameters:
  ///   - limits: Bounds of each saved query and of the depth and terms of the whole.
  ///   - lookup: The text saved under a name; nil where there is none.
  public func expandingSaved(
    limits: QueryLimits = QueryLimits(), _ lookup: (String) -> String?
  ) throws(SavedQueryError) -> QueryExpression {
    var expansion = SavedExpansion(limits: limits)
    return try expansion.expand(self, depth: 0, lookup)
  }
}

/// The state of one expansion; its depth is bounded by the limits.
private struct SavedExpansion {
  let limits: QueryLimits
  /// The names that are being expanded, outermost first.
  private var path: [String] = []
  private var nodeCount = 0

  init(limits: QueryLimits) {
    self.limits = limits
  }

  mutating func expand(
    _ expression: QueryExpression, depth: Int, _ lookup: (String) -> String?
  ) throws(SavedQueryError) -> QueryExpression {
    nodeCount += 1
    // Each level of nesting may hold an `or` of `and`s.
    guard depth <= 3 * limits.depth, nodeCount <= 8 * limits.termCount else { throw .tooLarge }
    switch expression {
    case .and(let operands):
      let all = try expand(all: operands, depth: depth + 1, lookup)
      return .joined(all, isOr: false)
    case .or(let operands):
      return .joined(try expand(all: operands, depth: depth + 1, lookup), isOr: true)
    case .not(let operand): return .not(try expand(operand, depth: depth + 1, lookup))
    case .thread(let operand): return .thread(try expand(operand, depth: depth + 1, lookup))
    case .saved(let name): return try expand(saved: name, depth: depth + 1, lookup)
    case .all, .text, .near, .value, .post, .date, .state: return expression
    }
  }

  private mutating func expand(
    all operands: [QueryExpression], depth: Int, _ lookup: (String) -> String?
  ) throws(SavedQueryError) -> [QueryExpression] {
    var expanded: [QueryExpression] = []
    for operand in operands { expanded.append(try expand(operand, depth: depth, lookup)) }
    return expanded
  }

  private mutating func expand(
    saved name: String, depth: Int, _ lookup: (String) -> String?
  ) throws(SavedQueryError) -> QueryExpression {
    guard !path.contains(name) else { throw .circular(name) }
    guard let text = lookup(name) else { throw .unknown(name) }
    let read: QueryExpression
    do throws(QuerySyntaxError) {
      read = try QueryExpression(parsing: text, limits: limits)
    } catch {
      throw .unreadable(name, error)
    }
    path.append(name)
    let expanded = try expand(read, depth: depth, lookup)
    path.removeLast()
    return expanded
  }
}
