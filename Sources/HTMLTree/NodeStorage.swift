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
    var valueStart: Int32
    var valueCount: Int32
  }

  let nodes: [Node]
  let attributes: [Attribute]
  let names: [String]
  let bytes: [UInt8]
  /// Whether elements nested deeper than what is kept lie beside their ancestors.
  let isFlattened: Bool
  /// Every class of the document, in lower case: most that a producer asks for are not there at all.
  let classes: Set<String>
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
    self.bytes = bytes
    self.classes = Self.classes(attributes, names, bytes)
  }

  private static func classes(
    _ attributes: [Attribute], _ names: [String], _ bytes: [UInt8]
  ) -> Set<String> {
    guard let number = names.firstIndex(of: "class") else { return [] }
    var values: Set<ArraySlice<UInt8>> = []
    for attribute in attributes where attribute.name == Int32(number) {
      let start = Int(attribute.valueStart)
      values.insert(bytes[start..<start + Int(attribute.valueCount)])
    }
    var classes: Set<String> = []
    for value in values {
      for token in value.split(whereSeparator: { $0 <= 0x20 }) {
        classes.insert(String(decoding: token.map(ASCII.lower), as: UTF8.self))
      }
    }
    return classes
  }

  func string(_ start: Int32, _ count: Int32) -> String {
    String(decoding: bytes[Int(start)..<Int(start + count)], as: UTF8.self)
  }

  func attributeValue(of index: Int, _ name: String) -> Range<Int>? {
    let node = nodes[index]
    let first = Int(node.firstAttribute)
    for position in first..<first + Int(node.attributeCount) {
      let attribute = attributes[position]
      if names[Int(attribute.name)] == name {
        let start = Int(attribute.valueStart)
        return start..<start + Int(attribute.valueCount)
      }
    }
    return nil
  }
}
