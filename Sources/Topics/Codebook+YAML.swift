internal import Yams

extension Codebook {
  /// Reads a codebook.
  ///
  /// - Throws: ``CodebookError`` with the line.
  public init(yaml: String) throws(CodebookError) {
    let node: Node?
    do {
      node = try Yams.compose(yaml: yaml)
    } catch let error as YamlError {
      throw CodebookError(line: Codebook.line(of: error), message: "this is no YAML")
    } catch {
      throw CodebookError(line: 1, message: "this is no YAML")
    }
    guard let root = node?.mapping else {
      throw CodebookError(line: 1, message: "a codebook has `title:` and `topics:`")
    }
    title = root["title"]?.string
    guard let list = root["topics"]?.sequence else {
      throw CodebookError(line: 1, message: "there is no list of `topics:`")
    }
    topics = []
    var lines: [String: Int] = [:]
    for node in list {
      let topic = try CodebookTopic(node)
      let line = Codebook.line(node)
      if let other = lines[topic.id] {
        throw CodebookError(
          line: line, message: "the id '\(topic.id)' was given to the topic of line \(other)")
      }
      lines[topic.id] = line
      topics.append(topic)
    }
    let loops = Codebook.loops(in: topics)
    for topic in topics {
      guard let parent = topic.parent else { continue }
      let line = lines[topic.id] ?? 1
      guard lines[parent] != nil else {
        throw CodebookError(line: line, message: "no topic has the id '\(parent)'")
      }
      if loops.contains(topic.id) {
        throw CodebookError(line: line, message: "'\(topic.id)' stands above itself")
      }
    }
    sets = try Codebook.sets(root["sets"], known: Set(lines.keys))
  }

  private static func sets(
    _ node: Node?, known: Set<String>
  ) throws(CodebookError) -> [CodebookSet] {
    guard let node, node.null == nil else { return [] }
    guard let list = node.sequence else {
      throw CodebookError(line: line(node), message: "`sets:` is a list")
    }
    var sets: [CodebookSet] = []
    for item in list {
      guard let mapping = item.mapping, let name = mapping["name"]?.string,
        let members = mapping["topics"]?.sequence
      else {
        throw CodebookError(line: line(item), message: "a set has `name:` and `topics:`")
      }
      var set = CodebookSet(name: name, topics: [])
      for member in members {
        guard let id = member.scalar?.string, known.contains(id) else {
          throw CodebookError(
            line: line(member), message: "no topic has the id '\(member.scalar?.string ?? "?")'")
        }
        set.topics.append(id)
      }
      set.description = mapping["description"]?.string
      set.guid = try Codebook.guid(mapping)
      sets.append(set)
    }
    return sets
  }

  /// The topics that stand above a topic, nearest first.
  public func ancestors(of id: String) -> [String] {
    var found: [String] = []
    var next = topics.first { $0.id == id }?.parent
    while let parent = next, !found.contains(parent) {
      found.append(parent)
      next = topics.first { $0.id == parent }?.parent
    }
    return found
  }

  fileprivate static func guid(_ mapping: Node.Mapping) throws(CodebookError) -> String? {
    guard let node = mapping["guid"] else { return nil }
    guard let guid = node.string, StableGUID.isGUID(guid) else {
      throw CodebookError(
        line: line(node),
        message: "a guid looks like 11111111-2222-4333-8444-555555555555; leave it out to get one")
    }
    return guid
  }

  fileprivate static func line(_ node: Node) -> Int { node.mark?.line ?? 1 }

  private static func line(of error: YamlError) -> Int {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    default: 1
    }
  }

  /// The topics that stand above themselves.
  private static func loops(in topics: [CodebookTopic]) -> Set<String> {
    let parents = Dictionary(topics.map { ($0.id, $0.parent) }) { first, _ in first }
    var settled: Set<String> = []
    var loops: Set<String> = []
    for topic in topics {
      var path: [String] = []
      var onPath: Set<String> = []
      var next: String? = topic.id
      while let id = next, !settled.contains(id), onPath.insert(id).inserted {
        path.append(id)
        next = parents[id] ?? nil
      }
      if let id = next, onPath.contains(id), let start = path.firstIndex(of: id) {
        loops.formUnion(path[start...])
      }
      settled.formUnion(path)
    }
    return loops
  }
}

extension CodebookTopic {
  private static let keys: Set<String> = [
    "id", "name", "description", "include", "exclude", "examples", "terms", "unless", "parent",
    "color", "guid", "codable",
  ]

  fileprivate init(_ node: Node) throws(CodebookError) {
    let line = Codebook.line(node)
    guard let mapping = node.mapping else {
      throw CodebookError(line: line, message: "a topic has `id:` and `name:`")
    }
    for (key, _) in mapping where !CodebookTopic.keys.contains(key.string ?? "") {
      throw CodebookError(
        line: Codebook.line(key), message: "a topic has no '\(key.string ?? "?")'")
    }
    guard let id = mapping["id"]?.string, CodebookTopic.isName(id) else {
      throw CodebookError(
        line: mapping["id"].map { Codebook.line($0) } ?? line,
        message: "a topic needs an `id:` of letters, digits, `-`, `_` and `.`")
    }
    self.init(id: id, name: mapping["name"]?.string ?? id)
    description = mapping["description"]?.string
    include = mapping["include"]?.string
    exclude = mapping["exclude"]?.string
    examples = try CodebookTopic.texts(mapping["examples"], "examples").map(\.text)
    parent = mapping["parent"]?.string
    color = mapping["color"]?.string
    guid = try Codebook.guid(mapping)
    if let codable = mapping["codable"] {
      guard let flag = codable.bool else {
        throw CodebookError(line: Codebook.line(codable), message: "`codable:` is true or false")
      }
      isCodable = flag
    }
    if let color, !CodebookTopic.isColor(color) {
      throw CodebookError(
        line: mapping["color"].map { Codebook.line($0) } ?? line,
        message: "a colour is written as \"#rrggbb\"")
    }
    terms = try CodebookTopic.terms(mapping["terms"], "terms")
    unless = try CodebookTopic.terms(mapping["unless"], "unless")
  }

  /// Whether a colour is `#rrggbb` or `#rgb`.
  static func isColor(_ color: String) -> Bool {
    color.first == "#" && (color.count == 4 || color.count == 7)
      && color.dropFirst().allSatisfy { $0.isASCII && $0.isHexDigit }
  }

  static func isName(_ id: String) -> Bool {
    !id.isEmpty && id.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
  }

  private static func texts(
    _ node: Node?, _ key: String
  ) throws(CodebookError) -> [(text: String, line: Int)] {
    guard let node, node.null == nil else { return [] }
    guard let list = node.sequence else {
      throw CodebookError(line: Codebook.line(node), message: "`\(key):` is a list")
    }
    var texts: [(text: String, line: Int)] = []
    for item in list {
      guard let text = item.scalar?.string, !text.isEmpty else {
        throw CodebookError(line: Codebook.line(item), message: "`\(key):` holds texts only")
      }
      texts.append((text, Codebook.line(item)))
    }
    return texts
  }

  private static func terms(_ node: Node?, _ key: String) throws(CodebookError) -> [CodebookTerm] {
    var terms: [CodebookTerm] = []
    for (text, line) in try texts(node, key) {
      let term = CodebookTerm(text)
      if case .pattern(let pattern) = term, let problem = PatternMatcher.problem(in: pattern) {
        throw CodebookError(line: line, message: "\(text): \(problem)")
      }
      terms.append(term)
    }
    return terms
  }
}
