private import CLibXML2

/// Copies a tree of libxml2 into ``NodeStorage`` and frees it.
struct TreeBuilder: ~Copyable {
  /// The deepest nesting that every page keeps; browsers keep 512.
  private static let depthLimit = 600
  /// What nests deeper than a page's limit goes on in the element of this depth, the body: inside of any
  /// other it would seem to answer something.
  private static let resumedDepth = 3

  /// Bytes times depth that walks up a tree may cost: smaller pages may nest deeper, since threads of
  /// comments do.
  private static let depthBudget = 1 << 30

  private var isFlattened = false
  private var nodes: [NodeStorage.Node] = []
  private var attributes: [NodeStorage.Attribute] = []
  private var names: [String] = [""]
  private var bytes: [UInt8] = []
  private var nameIndex: [String: Int32] = ["": 0]
  /// libxml2 keeps each name once, so that its address stands for it.
  private var addressIndex: [UInt: Int32] = [:]

  /// Parses HTML in UTF-8.
  ///
  /// HUGE lifts libxml2's limits on depth and text size, which would lose text in silence; the caller
  /// caps the size.
  static func html(_ bytes: [UInt8]) -> NodeStorage {
    clibxml2_be_quiet()
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue
      | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue
      | XML_PARSE_HUGE.rawValue
    var builder = TreeBuilder()
    guard let count = CInt(exactly: bytes.count), count > 0 else { return builder.finish() }
    let document = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
        unsafe htmlReadMemory(characters.baseAddress, count, nil, "UTF-8", CInt(options))
      }
    }
    if let document = unsafe document {
      builder.reserve(byteCount: bytes.count)
      unsafe builder.copy(document, byteCount: bytes.count)
      unsafe xmlFreeDoc(document)
    }
    return builder.finish()
  }

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
    unsafe builder.copy(document, byteCount: bytes.count)
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
      nodes: nodes, attributes: attributes, names: names, bytes: bytes,
      isFlattened: isFlattened)
  }

  /// Walks the tree with its own links; the stack holds only our numbers.
  ///
  /// At the limit the elements around are closed, all but the outermost, and what follows stands in those:
  /// every element keeps what it holds, and a comment its name and words.
  private mutating func copy(_ document: xmlDocPtr, byteCount: Int) {
    let limit = max(Self.depthLimit, min(Self.depthBudget / max(byteCount, 1), 20_000))
    nodes.append(NodeStorage.Node(kind: .document, parent: -1))
    var open: [Int32] = [0]
    // How many entries of the stack were closed already: their place is taken by an element around them.
    var closedCount = 0
    var hiddenDepth: Int?
    var next: xmlNodePtr? = unsafe document.pointee.children
    while let node = unsafe next {
      if open.count - closedCount >= limit, hiddenDepth == nil,
        unsafe node.pointee.type == XML_ELEMENT_NODE
      {
        isFlattened = true
        for place in max(Self.resumedDepth, closedCount)..<open.count {
          nodes[Int(open[place])].end = Int32(nodes.count)
          open[place] = open[Self.resumedDepth - 1]
        }
        closedCount = open.count
      }
      let parent = open[open.count - 1]
      var children: xmlNodePtr? = nil
      switch unsafe node.pointee.type {
      case XML_ELEMENT_NODE:
        let index = unsafe appendElement(node, parent: parent)
        unsafe children = node.pointee.children
        // What nobody sees must not come to light outside of what hides it: there depth is the end.
        if open.count - closedCount >= limit { unsafe children = nil }
        if unsafe children != nil {
          if hiddenDepth == nil, isHidden(index) { hiddenDepth = open.count }
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
        closedCount = min(closedCount, open.count)
        if let hidden = hiddenDepth, open.count <= hidden { hiddenDepth = nil }
        unsafe current = above
      }
    }
    while let index = open.popLast() { nodes[Int(index)].end = Int32(nodes.count) }
  }

  /// Whether what an element holds is not for readers, which flattening must not bring to light.
  private func isHidden(_ index: Int32) -> Bool {
    ["script", "style", "template", "noscript", "head", "textarea", "select"]
      .contains(names[Int(nodes[Int(index)].name)])
  }

  private mutating func appendElement(_ node: xmlNodePtr, parent: Int32) -> Int32 {
    let index = Int32(nodes.count)
    var record = NodeStorage.Node(kind: .element, parent: parent, end: index + 1)
    record.name = unsafe nameNumber(node.pointee.name, prefix: node.pointee.ns?.pointee.prefix)
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
      let name = unsafe nameNumber(
        attribute.pointee.name, prefix: attribute.pointee.ns?.pointee.prefix)
      attributes.append(
        NodeStorage.Attribute(
          name: name, valueStart: start, valueCount: Int32(bytes.count) - start))
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

  private mutating func nameNumber(
    _ name: UnsafePointer<xmlChar>?, prefix: UnsafePointer<xmlChar>?
  ) -> Int32 {
    guard let name = unsafe name else { return 0 }
    if let prefix = unsafe prefix {
      return unsafe number(of: String(cString: prefix) + ":" + String(cString: name))
    }
    let address = UInt(bitPattern: name)
    if let known = addressIndex[address] { return known }
    let result = unsafe number(of: String(cString: name))
    addressIndex[address] = result
    return result
  }

  private mutating func number(of name: String) -> Int32 {
    if let known = nameIndex[name] { return known }
    let number = Int32(names.count)
    names.append(name)
    nameIndex[name] = number
    return number
  }
}
