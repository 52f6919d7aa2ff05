internal import HTMLTree

extension Codebook {
  /// Whether some bytes begin as XML does.
  public static func isXML(_ bytes: [UInt8]) -> Bool {
    let first = bytes.drop { [0xef, 0xbb, 0xbf, 0x20, 0x09, 0x0a, 0x0d].contains($0) }.first
    return first == UInt8(ascii: "<")
  }

  /// Reads a REFI-QDA codebook (`.qdc`), ours or another program's.
  ///
  /// Codes of other programs get ids made of their names. Codes may nest as deep as they like.
  ///
  /// - Throws: ``CodebookError`` with the line, for what is no such codebook.
  public init(qdc: [UInt8]) throws(CodebookError) {
    guard let document = HTMLDocument(xml: qdc),
      let root = document.root.childElements.first(where: { $0.isElement("CodeBook") })
    else {
      throw CodebookError(line: 1, message: "this is no REFI-QDA codebook (`CodeBook`)")
    }
    self.init(title: nil, topics: [])
    if let origin = root.attribute("origin"), origin.hasPrefix("Thresh: ") {
      title = String(origin.dropFirst(8))
    }
    var reading = QDCReading(title: title)
    for codes in root.childElements where codes.isElement("Codes") {
      for node in codes.descendants where node.isElement("Code") { try reading.add(node) }
    }
    guard !reading.topics.isEmpty else {
      throw CodebookError(line: root.lineNumber, message: "the codebook has no `Code`")
    }
    topics = reading.ordered()
    for node in root.childElements where node.isElement("Sets") {
      sets += node.childElements.filter { $0.isElement("Set") }.map { reading.set($0) }
    }
    // What came along in descriptions may be no codebook any more.
    do throws(CodebookError) {
      _ = try Codebook(yaml: yaml)
    } catch {
      throw CodebookError(line: root.lineNumber, message: error.message)
    }
  }
}

/// What was read of a `.qdc` so far.
private struct QDCReading {
  let title: String?
  private(set) var topics: [CodebookTopic] = []
  private var places: [Int?] = []
  private var idOfNode: [Int: String] = [:]
  private var idOfGUID: [String: String] = [:]
  private var used: Set<String> = []

  mutating func add(_ node: HTMLNode) throws(CodebookError) {
    let name = node.attribute("name") ?? ""
    let text = node.childElements.first { $0.isElement("Description") }.map(Self.text)
    var (topic, place) = try Self.topic(name, text, line: node.lineNumber)
    // One that we made of the id we would make again.
    let guid = node.attribute("guid")
    topic.guid = Self.kept(guid, unless: StableGUID.of(topic: topic.id, title))
    topic.isCodable = !["false", "0"].contains(node.attribute("isCodable") ?? "true")
    if let color = node.attribute("color"), CodebookTopic.isColor(color) { topic.color = color }
    topic.id = free(topic.id)
    if let parent = node.ancestors.first(where: { $0.isElement("Code") }) {
      topic.parent = idOfNode[parent.index]
    }
    idOfNode[node.index] = topic.id
    if let guid { idOfGUID[guid.lowercased()] = topic.id }
    topics.append(topic)
    places.append(place)
  }

  /// A guid that is one, and not what we would make ourselves.
  private static func kept(_ guid: String?, unless own: String) -> String? {
    guid.flatMap { $0 != own && StableGUID.isGUID($0) ? $0 : nil }
  }

  /// The topics in the order that they had, where that was noted.
  func ordered() -> [CodebookTopic] {
    guard places.allSatisfy({ $0 != nil }) else { return topics }
    return topics.indices.sorted { (places[$0] ?? 0, $0) < (places[$1] ?? 0, $1) }
      .map { topics[$0] }
  }

  func set(_ node: HTMLNode) -> CodebookSet {
    let members = node.childElements.filter { $0.isElement("MemberCode") }
    var set = CodebookSet(
      name: node.attribute("name") ?? "",
      topics: members.compactMap { idOfGUID[($0.attribute("guid") ?? "").lowercased()] })
    let guid = node.attribute("guid")
    set.guid = Self.kept(guid, unless: StableGUID.of(set: set.name, title))
    set.description = node.childElements.first { $0.isElement("Description") }.map(Self.text)
    return set
  }

  /// A code with what its description says behind our mark.
  private static func topic(
    _ name: String, _ text: String?, line: Int
  ) throws(CodebookError) -> (CodebookTopic, place: Int?) {
    let parts = text?.split(separator: Codebook.restMark + "\n", maxSplits: 1) ?? []
    let isOurs = text?.contains(Codebook.restMark + "\n") ?? false
    guard isOurs, let rest = parts.last else {
      var topic = CodebookTopic(id: id(of: name), name: name)
      topic.description = text.flatMap { $0.isEmpty ? nil : $0 }
      return (topic, nil)
    }
    var place: Int?
    var yaml = "topics:\n"
    let lines = rest.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("place: ") {
        place = Int(line.dropFirst(7))
      } else {
        yaml += (index == 0 ? "- " : "  ") + line + "\n"
      }
    }
    do throws(CodebookError) {
      let found = try Codebook(yaml: yaml)
      guard var topic = found.topics.first else {
        throw CodebookError(line: line, message: "the description of '\(name)' names no topic")
      }
      topic.name = name
      if parts.count == 2 {
        let head = parts[0]
        topic.description = String(head.hasSuffix("\n\n") ? head.dropLast(2) : head)
      }
      return (topic, place)
    } catch {
      throw CodebookError(
        line: line, message: "the description of '\(name)': \(error.message)")
    }
  }

  private static func text(_ node: HTMLNode) -> String {
    node.descendants.filter { $0.kind == .text }.map(\.characters).joined()
  }

  /// An id made of a name: letters and digits, in lower case, the rest as `-`.
  private static func id(of name: String) -> String {
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.isEmpty ? "code" : words.joined(separator: "-")
  }

  init(title: String?) { self.title = title }

  private mutating func free(_ id: String) -> String {
    var candidate = id
    var number = 2
    while !used.insert(candidate).inserted {
      candidate = "\(id)-\(number)"
      number += 1
    }
    return candidate
  }
}
