private import CLibXML2

/// Copies a tree that libxml2 made of XML into ``NodeStorage`` and frees it.
struct TreeBuilder: ~Copyable {
  /// The deepest nesting that the copy keeps; browsers keep 512.
  private static let depthLimit = 600

  private var isFlattened = false
  private var nodes: [NodeStorage.Node] = []
  private var attributes: [NodeStorage.Attribute] = []
  private var names = NameTable()
  private var bytes: [UInt8] = []

  /// Parses XML; no entity is replaced, no DTD and nothing from the network is loaded.
  static func xml(_ bytes: [UInt8]) -> NodeStorage? {
    clibxml2_be_quiet()
    let options =
      XML_PARSE_RECOVER.rawValue | XML_PARSE_NOERROR.rawValue
      | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue
      | XML_PARSE_COMPACT.rawValue
    guard let count = CInt(exactly: bytes.count), count > 0 else { return nil }
    let document = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
        unsafe xmlReadMemory(characters.baseAddress, count, nil, nil, CInt(options))
      }
    }
    guard let document = unsafe document else { return nil }
    var builder = TreeBuilder()
    builder.reserve(byteCount: bytes.count)
    unsafe builder.copy(document)
    unsafe xmlFreeDoc(document)
    let storage = builder.finish()
    return storage.nodes.contains { $0.kind == .element } ? storage : nil
  }

  private mutating func reserve(byteCount: Int) {
    bytes.reserveCapacity(byteCount)
    nodes.reserveCapacity(byteCount / 24)
    attributes.reserveCapacity(byteCount / 64)
  }

  private consuming func finish() -> NodeStorage {
    if nodes.isEmpty { nodes = [NodeStorage.Node(kind: .document, parent: -1, end: 1)] }
    return NodeStorage(
      nodes: nodes, attributes: attributes, names: names.names, bytes: bytes,
      isFlattened: isFlattened)
  }

  /// Walks the tree with its own links; the stack holds only our numbers.
  private mutating func copy(_ document: xmlDocPtr) {
    nodes.append(NodeStorage.Node(kind: .document, parent: -1))
    var open: [Int32] = [0]
    var next: xmlNodePtr? = unsafe document.pointee.children
    while let node = unsafe next {
      let parent = open[open.count - 1]
      var children: xmlNodePtr? = nil
      switch unsafe node.pointee.type {
      case XML_ELEMENT_NODE:
        let index = unsafe appendElement(node, parent: parent)
        unsafe children = node.pointee.children
        if open.count >= Self.depthLimit {
          isFlattened = true
          // What nests deeper lies beside its parent, so that no walk up the tree is long.
          if unsafe children != nil { open.append(parent) }
        } else if unsafe children != nil {
          open.append(index)
        }
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        unsafe appendText(node, kind: .text, parent: parent)
      case XML_COMMENT_NODE:
        unsafe appendText(node, kind: .comment, parent: parent)
      default: break
      }
      if let children = unsafe children {
        unsafe next = children
        continue
      }
      var current = unsafe node
      while true {
        if let sibling = unsafe current.pointee.next {
          unsafe next = sibling
          break
        }
        guard open.count > 1, let above = unsafe current.pointee.parent else {
          unsafe next = nil
          break
        }
        nodes[Int(open.removeLast())].end = Int32(nodes.count)
        unsafe current = above
      }
    }
    while let index = open.popLast() { nodes[Int(index)].end = Int32(nodes.count) }
  }

  private mutating func appendElement(_ node: xmlNodePtr, parent: Int32) -> Int32 {
    let index = Int32(nodes.count)
    var record = NodeStorage.Node(kind: .element, parent: parent, end: index + 1)
    record.name = unsafe names.number(
      of: node.pointee.name, prefix: node.pointee.ns?.pointee.prefix)
    record.line = unsafe Int32(node.pointee.line)
    record.firstAttribute = Int32(attributes.count)
    var next = unsafe node.pointee.properties
    while let attribute = unsafe next {
      let start = Int32(bytes.count)
      var part = unsafe attribute.pointee.children
      while let text = unsafe part {
        if let content = unsafe text.pointee.content { unsafe append(content) }
        unsafe part = text.pointee.next
      }
      let name = unsafe names.number(
        of: attribute.pointee.name, prefix: attribute.pointee.ns?.pointee.prefix)
      attributes.append(
        NodeStorage.Attribute(
          name: name, node: index, valueStart: start, valueCount: Int32(bytes.count) - start))
      unsafe next = attribute.pointee.next
    }
    record.attributeCount = Int32(attributes.count) - record.firstAttribute
    nodes.append(record)
    return index
  }

  private mutating func appendText(_ node: xmlNodePtr, kind: HTMLNode.Kind, parent: Int32) {
    guard let content = unsafe node.pointee.content else { return }
    let index = Int32(nodes.count)
    var record = NodeStorage.Node(kind: kind, parent: parent, end: index + 1)
    record.textStart = Int32(bytes.count)
    unsafe append(content)
    record.textCount = Int32(bytes.count) - record.textStart
    record.line = unsafe Int32(node.pointee.line)
    nodes.append(record)
  }

  private mutating func append(_ text: UnsafePointer<xmlChar>) {
    let count = Int(unsafe xmlStrlen(text))
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: count))
  }
}
