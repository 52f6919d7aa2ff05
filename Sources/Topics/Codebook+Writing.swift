internal import Yams

extension Codebook {
  /// The codebook as YAML; read again it is the same codebook.
  ///
  /// - Complexity: Linear.
  public var yaml: String {
    var members: [(Node, Node)] = []
    if let title { members.append((Node("title"), YAMLText.node(title))) }
    members.append((Node("topics"), YAMLText.list(topics.map(\.node), isFlow: topics.isEmpty)))
    if !sets.isEmpty {
      members.append((Node("sets"), YAMLText.list(sets.map(\.node), isFlow: false)))
    }
    let text = try? Yams.serialize(
      node: Node(members, .implicit, .block), width: 118, allowUnicode: true)
    return text ?? ""
  }
}

extension CodebookTopic {
  fileprivate var node: Node {
    var members: [(Node, Node)] = [(Node("id"), YAMLText.node(id))]
    func add(_ key: String, _ text: String?) {
      if let text { members.append((Node(key), YAMLText.node(text))) }
    }
    func add(_ key: String, _ texts: [String], isFlow: Bool) {
      guard !texts.isEmpty else { return }
      members.append((Node(key), YAMLText.list(texts.map { YAMLText.node($0) }, isFlow: isFlow)))
    }
    add("name", name)
    add("description", description)
    add("include", include)
    add("exclude", exclude)
    add("examples", examples, isFlow: false)
    add("terms", terms.map(\.text), isFlow: true)
    add("unless", unless.map(\.text), isFlow: true)
    add("parent", parent)
    add("color", color)
    add("guid", guid)
    if !isCodable { members.append((Node("codable"), Node("false", Tag(.bool)))) }
    return Node(members, .implicit, .block)
  }
}

extension CodebookSet {
  fileprivate var node: Node {
    var members: [(Node, Node)] = [(Node("name"), YAMLText.node(name))]
    if let description { members.append((Node("description"), YAMLText.node(description))) }
    if let guid { members.append((Node("guid"), YAMLText.node(guid))) }
    members.append((Node("topics"), YAMLText.list(topics.map { YAMLText.node($0) }, isFlow: true)))
    return Node(members, .implicit, .block)
  }
}

/// Texts and lists as nodes of YAML.
private enum YAMLText {
  /// Text, in quotes where it could be taken for something else.
  static func node(_ text: String) -> Node {
    let plain = Node(text, .implicit, .plain)
    let isSafe =
      !text.isEmpty && plain.tag == Tag(.str)
      && text.unicodeScalars.allSatisfy {
        $0.value >= 0x20 && $0.value != 0x7f && !"#:{}[],&*!|>'\"%@`\\".unicodeScalars.contains($0)
      }
    return Node(text, Tag(.str), isSafe ? .any : .doubleQuoted)
  }

  static func list(_ nodes: [Node], isFlow: Bool) -> Node {
    Node(nodes, .implicit, isFlow ? .flow : .block)
  }
}
