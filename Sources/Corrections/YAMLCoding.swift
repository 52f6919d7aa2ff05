internal import Discussion
internal import Yams

/// Corrections as nodes of YAML.
enum YAMLCoding {
  /// Why an entry is no correction.
  struct EntryFault: Error {
    var reason: String
  }

  /// How deep a value may nest.
  private static let depthLimit = 32
  /// How many nodes a value may have; names for nodes could multiply them without end.
  private static let nodeLimit = 100_000

  static func node(_ correction: Correction) -> Node {
    let decision = correction.decision
    var members: [(Node, Node)] = []
    func add(_ key: String, _ text: String?) {
      if let text { members.append((Node(key), Self.text(text))) }
    }
    add("kind", decision.kind.rawValue)
    add("post", decision.post?.text)
    add("about", decision.about)
    add("exact", decision.exact)
    members.append((Node("value"), node(decision.value)))
    add("by", correction.by)
    members.append(
      (Node("made"), Node(correction.made.description, Tag(.timestamp))))
    add("words", correction.words)
    return Node(members, .implicit, .block)
  }

  static func correction(
    _ entry: Node, now: CorrectionTime
  ) throws(EntryFault) -> Correction {
    guard let members = entry.mapping else {
      throw EntryFault(reason: "a correction is a list of keys and values")
    }
    func text(_ key: String) throws(EntryFault) -> String? {
      guard let node = members[key] else { return nil }
      guard let scalar = node.scalar else { throw EntryFault(reason: "`\(key)` is no text") }
      return node.tag == Tag(.null) ? nil : scalar.string
    }
    guard let kind = try text("kind"), !kind.isEmpty else {
      throw EntryFault(reason: "there is no `kind`")
    }
    guard let value = members["value"] else { throw EntryFault(reason: "there is no `value`") }
    var made = now
    if let written = try text("made") {
      guard let time = CorrectionTime(written) else {
        throw EntryFault(
          reason: "`made` is no time such as 2026-11-22T12:00:00.000Z")
      }
      made = time
    }
    var rest = nodeLimit
    let decision = Decision(
      CorrectionKind(rawValue: kind), post: try text("post").map { PostID($0.lowercased()) },
      exact: try text("exact"), about: try text("about"),
      value: try self.value(value, depth: 0, rest: &rest))
    return Correction(
      number: 0, change: 0, decision: decision, by: try text("by"), made: made,
      words: try text("words"))
  }

  static func reason(_ error: YamlError) -> String {
    switch error {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
      .composer(_, let problem, _, _):
      problem
    case .duplicatedKeysInMapping: "a key comes twice"
    default: "this is not YAML"
    }
  }

  static func line(of error: YamlError) -> Int {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    case .duplicatedKeysInMapping(_, let context): context.mark.line
    default: 1
    }
  }

  /// Text, in quotes where it could be taken for something else.
  ///
  /// Yams 6.2.2 drops a byte order mark at the start of a scalar, so one there is lost.
  private static func text(_ text: String) -> Node {
    let plain = Node(text, .implicit, .plain)
    let isSafe =
      !text.isEmpty && plain.tag == Tag(.str)
      && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7f }
    return Node(text, Tag(.str), isSafe ? .any : .doubleQuoted)
  }

  private static func node(_ value: CorrectionValue) -> Node {
    switch value {
    case .null: Node("null", Tag(.null))
    case .flag(let flag): Node(flag ? "true" : "false", Tag(.bool))
    case .integer(let number): Node("\(number)", Tag(.int))
    case .number(let number): Node("\(number)", Tag(.float))
    case .text(let text): Self.text(text)
    case .list(let values):
      Node(values.map { node($0) }, .implicit, values.isEmpty ? .flow : .block)
    case .map(let members):
      Node(
        members.sorted { $0.key < $1.key }.map { (text($0.key), node($0.value)) }, .implicit,
        members.isEmpty ? .flow : .block)
    }
  }

  private static func value(
    _ node: Node, depth: Int, rest: inout Int
  ) throws(EntryFault) -> CorrectionValue {
    rest -= 1
    guard depth <= depthLimit, rest > 0 else {
      throw EntryFault(reason: "the value is too large")
    }
    switch node {
    case .scalar(let scalar):
      switch node.tag {
      case Tag(.null): return .null
      case Tag(.bool): return node.bool.map { .flag($0) } ?? .text(scalar.string)
      case Tag(.int): return node.int.map { .integer($0) } ?? .text(scalar.string)
      case Tag(.float): return node.float.map { .number($0) } ?? .text(scalar.string)
      default: return .text(scalar.string)
      }
    case .sequence(let sequence):
      var values: [CorrectionValue] = []
      for element in sequence {
        values.append(try value(element, depth: depth + 1, rest: &rest))
      }
      return .list(values)
    case .mapping(let mapping):
      var members: [String: CorrectionValue] = [:]
      for (key, element) in mapping {
        guard let name = key.scalar?.string else {
          throw EntryFault(reason: "a key of the value is no text")
        }
        members[name] = try value(element, depth: depth + 1, rest: &rest)
      }
      return .map(members)
    case .alias: throw EntryFault(reason: "the value names another node")
    }
  }
}
