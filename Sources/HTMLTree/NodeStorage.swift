/// The flat arrays behind an ``HTMLDocument``; written once, then read only.
final class NodeStorage: Sendable {
  struct Node: Sendable {
    var kind: HTMLNode.Kind
    /// Index into `names`.
    var name: Int32 = 0
    /// -1 at the root.
    var parent: Int32
    /// One past the last node of the subtree.
    var end: Int32 = 0
    /// Where the characters of a text or comment lie in `bytes`.
    var textStart: Int32 = 0
    var textCount: Int32 = 0
    var firstAttribute: Int32 = 0
    var attributeCount: Int32 = 0
    var line: Int32 = 0
  }

  struct Attribute: Sendable {
    var name: Int32
    /// The node that has it; attributes stand in the order of their nodes.
    var node: Int32
    var valueStart: Int32
    var valueCount: Int32
  }

  let nodes: [Node]
  let attributes: [Attribute]
  let names: [String]
  /// How elements of each name show.
  let roles: [ElementRole]
  let bytes: [UInt8]
  /// Whether elements nested deeper than what is kept lie beside their ancestors.
  let isFlattened: Bool
  /// Every class of the document, in lower case: most that a producer asks for are not there at all.
  let classes: Set<String>
  /// The number of the name `class`; -1 where no element has one.
  private let classNumber: Int32
  /// Whether nodes beyond the limit were left out.
  let isCut: Bool

  init(
    nodes: [Node], attributes: [Attribute], names: [String], bytes: [UInt8],
    isFlattened: Bool = false, isCut: Bool = false
  ) {
    self.isCut = isCut
    self.isFlattened = isFlattened
    self.nodes = nodes
    self.attributes = attributes
    self.names = names
    self.roles = names.map { ElementRole.table[$0] ?? .inline }
    self.bytes = bytes
    self.classNumber = names.firstIndex(of: "class").map { Int32($0) } ?? -1
    self.classes = Self.classes(attributes, classNumber, bytes)
  }

  private static func classes(
    _ attributes: [Attribute], _ number: Int32, _ bytes: [UInt8]
  ) -> Set<String> {
    guard number >= 0 else { return [] }
    // Most elements of a page repeat the classes of others; 64 bits tell the few hundred values apart.
    var seen: Set<UInt64> = []
    var classes: Set<String> = []
    for attribute in attributes where attribute.name == number {
      let start = Int(attribute.valueStart)
      let range = start..<start + Int(attribute.valueCount)
      guard seen.insert(ASCII.hash(bytes.span.extracting(range))).inserted else { continue }
      for token in bytes[range].split(whereSeparator: { $0 <= 0x20 }) {
        classes.insert(String(decoding: token.map(ASCII.lower), as: UTF8.self))
      }
    }
    return classes
  }

  // MARK: Search

  /// The number of a name; nil where nothing of this document has it.
  func number(of name: String) -> Int32? { names.firstIndex(of: name).map { Int32($0) } }

  /// The first node of a range whose attribute of a name has a value that satisfies a condition.
  ///
  /// Looks at attributes alone, so that no node is made but the one that is found.
  func firstNode(
    in range: Range<Int>, attribute name: Int32, where condition: (Span<UInt8>) -> Bool
  ) -> Int? {
    let (allBytes, allAttributes) = (bytes, attributes)
    let all = allBytes.span
    let attributes = allAttributes.span
    var place = place(of: range.lowerBound)
    while place < attributes.count {
      let attribute = attributes[place]
      guard Int(attribute.node) < range.upperBound else { return nil }
      if attribute.name == name {
        let start = Int(attribute.valueStart)
        let value = all.extracting(start..<start + Int(attribute.valueCount))
        // Of an attribute that is given twice the first counts.
        if condition(value), isFirst(place) { return Int(attribute.node) }
      }
      place += 1
    }
    return nil
  }

  /// The first node of a range that has a class, compared without regard to ASCII case.
  func firstNode(in range: Range<Int>, class token: String) -> Int? {
    firstNode(in: range, attribute: classNumber) { ASCII.hasToken(token.utf8.span, in: $0) }
  }

  /// The nodes of a range that have an attribute of one of these names.
  func nodes(in range: Range<Int>, attributes names: [String]) -> [Int] {
    let numbers = names.compactMap(number)
    guard !numbers.isEmpty else { return [] }
    var found: [Int] = []
    let allAttributes = attributes
    let attributes = allAttributes.span
    var place = place(of: range.lowerBound)
    while place < attributes.count {
      let attribute = attributes[place]
      guard Int(attribute.node) < range.upperBound else { break }
      if numbers.contains(attribute.name), found.last != Int(attribute.node) {
        found.append(Int(attribute.node))
      }
      place += 1
    }
    return found
  }

  /// How many attributes stand before those of a node, by binary search.
  private func place(of node: Int) -> Int {
    var low = 0
    var high = attributes.count
    while low < high {
      let middle = (low + high) / 2
      if Int(attributes[middle].node) < node { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether no attribute of the same name stands before this one at its node.
  private func isFirst(_ place: Int) -> Bool {
    let attribute = attributes[place]
    var earlier = Int(nodes[Int(attribute.node)].firstAttribute)
    while earlier < place {
      if attributes[earlier].name == attribute.name { return false }
      earlier += 1
    }
    return true
  }

  func string(_ start: Int32, _ count: Int32) -> String {
    String(decoding: bytes[Int(start)..<Int(start + count)], as: UTF8.self)
  }

  /// Whether an element has a class, compared without regard to ASCII case.
  func hasClass(_ index: Int, _ token: String) -> Bool {
    let node = nodes[index]
    var position = Int(node.firstAttribute)
    let end = position + Int(node.attributeCount)
    while position < end {
      let attribute = attributes[position]
      if attribute.name == classNumber {
        let start = Int(attribute.valueStart)
        let all = bytes
        return ASCII.hasToken(
          token.utf8.span, in: all.span.extracting(start..<start + Int(attribute.valueCount)))
      }
      position += 1
    }
    return false
  }

  func attributeValue(of index: Int, _ name: String) -> Range<Int>? {
    let node = nodes[index]
    guard node.attributeCount > 0 else { return nil }
    var position = Int(node.firstAttribute)
    let end = position + Int(node.attributeCount)
    while position < end {
      let attribute = attributes[position]
      if names[Int(attribute.name)] == name {
        let start = Int(attribute.valueStart)
        return start..<start + Int(attribute.valueCount)
      }
      position += 1
    }
    return nil
  }
}
