private import CLibXML2

/// Builds ``NodeStorage`` from what libxml2 reports of a page, without a tree of libxml2's own.
///
/// What is built is what libxml2 would build (its SAX2.c): text beside text is one node, an attribute without a value
/// that is a switch has its name as value, what stands outside of all elements goes below the first.
///
/// A value behind a pointer and no class: libxml2 calls back for each element and text, and an object would be held,
/// let go and checked for overlapping access at each of them.
struct HTMLReader {
  /// The deepest nesting that every page keeps; browsers keep 512.
  private static let leastDepthLimit = 600
  /// What nests deeper than a page's limit goes on in the element of this depth, the body: inside of any
  /// other it would seem to answer something.
  private static let resumedDepth = 3
  /// Bytes times depth that walks up a tree may cost: smaller pages may nest deeper, since threads of
  /// comments do.
  private static let depthBudget = 1 << 30

  private let nodeLimit: Int
  private let depthLimit: Int
  private var nodes = [NodeStorage.Node(kind: .document, parent: -1)]
  private var attributes: [NodeStorage.Attribute] = []
  private var bytes: [UInt8] = []
  private var names = NameTable()
  /// The elements that are open, the document first.
  private var open: [Int32] = [0]
  /// The text that further text continues.
  private var openText: Int?
  /// How many open elements there are inside one whose content is left out.
  private var hiddenDepth = 0
  /// How many entries of `open` were closed already: their place is taken by an element around them.
  private var closedCount = 0
  /// The place in `open` of the outermost element that nobody sees.
  private var invisiblePlace: Int?
  private var isFlattened = false
  private var isCut = false

  private init(nodeLimit: Int, byteCount: Int) {
    self.nodeLimit = nodeLimit
    self.depthLimit = max(
      Self.leastDepthLimit, min(Self.depthBudget / max(byteCount, 1), 20_000))
  }

  /// Parses HTML in UTF-8.
  ///
  /// HUGE lifts libxml2's limits on depth and text size, which would lose text in silence; the caller
  /// caps the size.
  static func read(_ html: [UInt8], nodeLimit: Int) -> NodeStorage {
    clibxml2_be_quiet()
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue
      | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue
    var reader = HTMLReader(nodeLimit: nodeLimit, byteCount: html.count)
    guard let count = CInt(exactly: html.count), count > 0 else { return reader.finish() }
    reader.bytes.reserveCapacity(html.count)
    reader.nodes.reserveCapacity(min(html.count / 24, nodeLimit) + 1)
    unsafe withUnsafeMutablePointer(to: &reader) { reader in
      unsafe html.withUnsafeBufferPointer { buffer in
        unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
          unsafe clibxml2_read_html(
            characters.baseAddress, count, CInt(options), reader,
            { context, name, pairs in
              unsafe HTMLReader.of(context)?.pointee.start(context, name, pairs)
            },
            { context, _ in unsafe HTMLReader.of(context)?.pointee.end() },
            { context, text, count in
              unsafe HTMLReader.of(context)?.pointee.text(context, text, Int(count))
            },
            { context, text in unsafe HTMLReader.of(context)?.pointee.comment(context, text) })
        }
      }
    }
    return reader.finish()
  }

  private static func of(
    _ context: UnsafeMutableRawPointer?
  ) -> UnsafeMutablePointer<HTMLReader>? {
    let parser = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self)
    return unsafe parser?.pointee._private?.assumingMemoryBound(to: HTMLReader.self)
  }

  private consuming func finish() -> NodeStorage {
    while let index = open.popLast() { nodes[Int(index)].end = Int32(nodes.count) }
    return NodeStorage(
      nodes: nodes, attributes: attributes, names: names.names, bytes: bytes,
      isFlattened: isFlattened, isCut: isCut)
  }

  private mutating func start(
    _ context: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?,
    _ pairs: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard hiddenDepth == 0 else {
      hiddenDepth += 1
      return
    }
    guard nodes.count < nodeLimit, attributes.count < 2 * nodeLimit else {
      isCut = true
      hiddenDepth = 1
      // Nothing that follows is kept.
      unsafe xmlStopParser(context?.assumingMemoryBound(to: xmlParserCtxt.self))
      return
    }
    if open.count - closedCount >= depthLimit, invisiblePlace == nil { resumeHigher() }
    let index = Int32(nodes.count)
    openText = nil
    var record = NodeStorage.Node(kind: .element, parent: parent(), end: index + 1)
    record.name = unsafe names.number(of: name)
    record.line = unsafe HTMLReader.line(context)
    record.firstAttribute = Int32(attributes.count)
    if let pairs = unsafe pairs { unsafe append(pairs, of: index) }
    record.attributeCount = Int32(attributes.count) - record.firstAttribute
    nodes.append(record)
    // What nobody sees must not come to light outside of what hides it: there depth is the end.
    guard open.count - closedCount < depthLimit else {
      isFlattened = true
      hiddenDepth = 1
      return
    }
    if invisiblePlace == nil, names.isHidden(record.name) { invisiblePlace = open.count }
    open.append(index)
  }

  /// Closes the elements that are open, all but the outermost; what follows stands in those.
  ///
  /// Every element keeps what it holds, and a comment its name and words.
  private mutating func resumeHigher() {
    isFlattened = true
    for place in max(Self.resumedDepth, closedCount)..<open.count {
      nodes[Int(open[place])].end = Int32(nodes.count)
      open[place] = open[Self.resumedDepth - 1]
    }
    closedCount = open.count
  }

  private mutating func append(
    _ pairs: UnsafeMutablePointer<UnsafePointer<xmlChar>?>, of node: Int32
  ) {
    var position = 0
    while let name = unsafe pairs[position] {
      let start = Int32(bytes.count)
      if let value = unsafe pairs[position + 1] {
        unsafe append(value, Int(xmlStrlen(value)))
      } else if unsafe htmlIsBooleanAttr(name) != 0 {
        unsafe append(name, Int(xmlStrlen(name)))
      }
      attributes.append(
        NodeStorage.Attribute(
          name: unsafe names.number(of: name), node: node, valueStart: start,
          valueCount: Int32(bytes.count) - start))
      position += 2
    }
  }

  /// Where the next node goes; what stands outside of all elements belongs to the first one.
  private mutating func parent() -> Int32 {
    let innermost = open[open.count - 1]
    guard innermost == 0, nodes.count > 1, nodes[1].kind == .element,
      Int(nodes[1].end) == nodes.count
    else { return innermost }
    open.append(1)
    return 1
  }

  private mutating func end() {
    if hiddenDepth > 0 {
      hiddenDepth -= 1
      return
    }
    guard open.count > 1 else { return }
    openText = nil
    nodes[Int(open.removeLast())].end = Int32(nodes.count)
    closedCount = min(closedCount, open.count)
    if let place = invisiblePlace, open.count <= place { invisiblePlace = nil }
  }

  private mutating func text(
    _ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<xmlChar>?, _ count: Int
  ) {
    guard hiddenDepth == 0, open.count > 1, count > 0, let text = unsafe text else { return }
    if let openText {
      unsafe append(text, count)
      nodes[openText].textCount += Int32(count)
      return
    }
    openText = nodes.count
    unsafe append(text, count, as: .text, context)
  }

  private mutating func comment(
    _ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<xmlChar>?
  ) {
    guard hiddenDepth == 0, let text = unsafe text else { return }
    openText = nil
    unsafe append(text, Int(xmlStrlen(text)), as: .comment, context)
  }

  private mutating func append(
    _ text: UnsafePointer<xmlChar>, _ count: Int, as kind: HTMLNode.Kind,
    _ context: UnsafeMutableRawPointer?
  ) {
    let index = Int32(nodes.count)
    var record = NodeStorage.Node(kind: kind, parent: open[open.count - 1], end: index + 1)
    record.textStart = Int32(bytes.count)
    record.textCount = Int32(count)
    record.line = unsafe HTMLReader.line(context)
    unsafe append(text, count)
    nodes.append(record)
  }

  private mutating func append(_ text: UnsafePointer<xmlChar>, _ count: Int) {
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: count))
  }

  private static func line(_ context: UnsafeMutableRawPointer?) -> Int32 {
    guard let parser = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self),
      let input = unsafe parser.pointee.input
    else { return 0 }
    return unsafe min(Int32(input.pointee.line), 65_535)
  }
}
