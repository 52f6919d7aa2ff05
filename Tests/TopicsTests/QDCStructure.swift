import Foundation

@testable import Topics

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What the REFI-QDA codebook standard 1.0 demands of a document: which elements stand where and in which order, which
/// attributes they have, and of what form these are.
enum QDCStructure {
  private struct Element {
    /// The children in their order, with how many there may be.
    var children: [(name: String, count: ClosedRange<Int>)]
    /// The attributes that must be there, and those that may.
    var required: Set<String>
    var optional: Set<String> = []
  }

  private static let many = Int.max

  private static let elements: [String: Element] = [
    "CodeBook": Element(
      children: [("Codes", 1...1), ("Sets", 0...1)], required: [],
      optional: ["origin", "xsi:schemaLocation"]),
    "Codes": Element(children: [("Code", 1...many)], required: []),
    "Code": Element(
      children: [("Description", 0...1), ("Code", 0...many)],
      required: ["guid", "name", "isCodable"], optional: ["color"]),
    "Sets": Element(children: [("Set", 1...many)], required: []),
    "Set": Element(
      children: [("Description", 0...1), ("MemberCode", 0...many)], required: ["guid", "name"]),
    "MemberCode": Element(children: [], required: ["guid"]),
    "Description": Element(children: [], required: []),
  ]

  /// One element of a document.
  private final class Node {
    let name: String
    let attributes: [String: String]
    var children: [Node] = []

    init(_ name: String, _ attributes: [String: String]) {
      (self.name, self.attributes) = (name, attributes)
    }
  }

  /// A reader that is not ours.
  private final class Reader: NSObject, XMLParserDelegate {
    let top = Node("", [:])
    var open: [Node] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      let node = Node(name, attributes)
      (open.last ?? top).children.append(node)
      open.append(node)
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      open.removeLast()
    }
  }

  /// What is wrong with a document, in words.
  static func faults(of bytes: [UInt8]) -> [String] {
    let reader = Reader()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    guard parser.parse() else { return ["this is no XML"] }
    guard let root = reader.top.children.first, root.name == "CodeBook",
      root.attributes["xmlns"] == "urn:QDA-XML:codebook:1.0"
    else { return ["the root is no CodeBook of the standard"] }
    var faults: [String] = []
    var guids: Set<String> = []
    var members: [String] = []
    var rest = [root]
    while let node = rest.popLast() {
      rest += node.children.reversed()
      guard let element = elements[node.name] else {
        faults.append("\(node.name) is no element of the standard")
        continue
      }
      faults += order(of: node, element)
      let names = Set(node.attributes.keys).filter { !$0.hasPrefix("xmlns") }
      for name in element.required.subtracting(names).sorted() {
        faults.append("\(node.name) has no \(name)")
      }
      for name in names.subtracting(element.required).subtracting(element.optional).sorted() {
        faults.append("\(node.name) has a \(name)")
      }
      if let value = node.attributes["isCodable"], !["true", "false", "1", "0"].contains(value) {
        faults.append("isCodable is \(value)")
      }
      if let value = node.attributes["color"], !CodebookTopic.isColor(value) {
        faults.append("color is \(value)")
      }
      guard let guid = node.attributes["guid"] else { continue }
      if !StableGUID.isGUID(guid) { faults.append("\(guid) is no GUID") }
      if node.name == "MemberCode" {
        members.append(guid.lowercased())
      } else if !guids.insert(guid.lowercased()).inserted {
        faults.append("\(guid) stands twice")
      }
    }
    return faults + members.filter { !guids.contains($0) }.map { "no code has the guid \($0)" }
  }

  private static func order(of node: Node, _ element: Element) -> [String] {
    var rest = node.children.map(\.name)[...]
    for (name, count) in element.children {
      let found = rest.prefix { $0 == name }.count
      guard count.contains(found) else { return ["\(node.name) has \(found) of \(name)"] }
      rest = rest.dropFirst(found)
    }
    return rest.first.map { ["\($0) stands at the wrong place in \(node.name)"] } ?? []
  }
}
