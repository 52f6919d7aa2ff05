public import SourceBytes

/// A page as a tree that owns its memory and may cross tasks.
///
/// libxml2 parses; what it reports is kept in flat arrays in document order, so that no pointer
/// outlives the initializer. Nodes are numbered in pre-order: the subtree
/// of a node is a range of numbers, and no walk needs recursion.
public struct HTMLDocument: Sendable {
  let storage: NodeStorage

  init(storage: NodeStorage) {
    self.storage = storage
  }

  /// Parses a page that is UTF-8 already; see ``PageText`` for pages that may be anything.
  ///
  /// Never fails: broken markup is repaired the way libxml2 repairs it, after `<` that cannot start a
  /// tag (`<ada@example.org>`, `a <b`) were taken for text.
  ///
  /// - Parameters:
  ///   - html: The page in UTF-8. What lies beyond `limits.messageByteCount` is left out.
  ///   - limits: How much is read.
  /// - Complexity: One pass of ours and one of libxml2; linear.
  public init(html: [UInt8], limits: ParseLimits = ParseLimits()) {
    let mended = MarkupMender.mend(html, byteCount: min(html.count, limits.messageByteCount))
    self.storage = HTMLReader.read(mended, nodeLimit: limits.nodeCount)
  }

  /// Parses a page that was decoded before.
  public init(html: String, limits: ParseLimits = ParseLimits()) {
    self.init(html: Array(html.utf8), limits: limits)
  }

  /// Parses an XML export; entities that it defines are dropped and nothing outside is loaded.
  ///
  /// - Parameters:
  ///   - xml: The file in UTF-8, or in what its XML declaration says.
  ///   - limits: How much is read.
  /// - Returns: nil where libxml2 finds no element at all.
  public init?(xml: [UInt8], limits: ParseLimits = ParseLimits()) {
    guard xml.count <= limits.messageByteCount,
      let storage = TreeBuilder.xml(MarkupMender.withoutControls(xml))
    else { return nil }
    self.storage = storage
  }

  /// The node above all others; it has no name, and children before and after `html`.
  public var root: HTMLNode { HTMLNode(storage: storage, index: 0) }

  /// Whether the page nests deeper than is kept: 600 elements at least, more in pages below a megabyte.
  ///
  /// What lies deeper is kept whole, but beside the elements around it.
  public var isFlattened: Bool { storage.isFlattened }

  /// Whether the page has more nodes or attributes than the limit; the last were left out.
  public var isCut: Bool { storage.isCut }

  /// How many nodes there are, the root included.
  public var nodeCount: Int { storage.nodes.count }

  /// The node with a number from ``HTMLNode/index``.
  public subscript(index: Int) -> HTMLNode {
    precondition(storage.nodes.indices.contains(index))
    return HTMLNode(storage: storage, index: index)
  }

  /// Every element of a name, in document order.
  public func elements(_ name: String) -> [HTMLNode] { root.elements(name) }

  /// The first element with an `id`, compared exactly.
  public func element(id: String) -> HTMLNode? {
    guard let number = storage.number(of: "id") else { return nil }
    let found = storage.firstNode(in: 1..<max(nodeCount, 1), attribute: number) {
      ASCII.isSame($0, id.utf8.span)
    }
    return found.map { HTMLNode(storage: storage, index: $0) }
  }

  /// Whether some element has an `id` that satisfies a condition, which is given its bytes.
  ///
  /// - Complexity: One pass over the attributes; no node is made.
  public func hasID(where condition: (Span<UInt8>) -> Bool) -> Bool {
    guard let number = storage.number(of: "id") else { return false }
    return storage.firstNode(
      in: 1..<max(nodeCount, 1), attribute: number, where: condition) != nil
  }

  /// Whether some element has a class, compared without regard to ASCII case.
  ///
  /// - Complexity: Constant; the classes of a document are gathered when it is made.
  public func hasClass(_ token: String) -> Bool { storage.classes.contains(token.lowercased()) }

  /// Every comment, in document order.
  public var comments: [HTMLNode] {
    var found: [HTMLNode] = []
    for position in storage.nodes.indices where storage.nodes[position].kind == .comment {
      found.append(HTMLNode(storage: storage, index: position))
    }
    return found
  }

  /// The `content` of the first `meta` with this `name` or `property`, white space folded.
  public func meta(_ name: String) -> String? {
    for node in elements("meta") {
      let key = node.attribute("name") ?? node.attribute("property") ?? node.attribute("itemprop")
      guard let key, key.lowercased() == name else { continue }
      let content = (node.attribute("content") ?? "").foldingSpace
      if !content.isEmpty { return content }
    }
    return nil
  }
}
