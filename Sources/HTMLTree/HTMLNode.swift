private import SourceBytes

/// One node of an ``HTMLDocument``, with a hold on the document it belongs to.
///
/// Cheap to copy. Two nodes are equal when they have the same place in the same parsed document.
public struct HTMLNode: Sendable, Hashable {
  /// What a node is.
  public enum Kind: UInt8, Sendable, Hashable {
    case document, element, text, comment
  }

  let storage: NodeStorage
  /// Its number in document order; 0 is the root.
  public let index: Int

  init(storage: NodeStorage, index: Int) {
    self.storage = storage
    self.index = index
  }

  /// Compares place and document.
  public static func == (left: HTMLNode, right: HTMLNode) -> Bool {
    left.index == right.index && left.storage === right.storage
  }

  /// Hashes the place.
  public func hash(into hasher: inout Hasher) { hasher.combine(index) }

  private var record: NodeStorage.Node { storage.nodes[index] }

  /// What it is.
  public var kind: Kind { record.kind }
  /// The element's name in lower case (in XML as written, with its prefix); empty for other kinds.
  public var name: String { storage.names[Int(record.name)] }
  /// The line of the page where it starts, from 1; libxml2 stops counting at 65,535.
  public var lineNumber: Int { Int(record.line) }
  /// One past the number of the last node inside it.
  public var endIndex: Int { Int(record.end) }

  /// Whether it is an element of this name.
  public func isElement(_ name: String) -> Bool {
    record.kind == .element && storage.names[Int(record.name)] == name
  }

  /// The characters of a text or comment, as the page has them; empty for other kinds.
  public var characters: String { storage.string(record.textStart, record.textCount) }

  // MARK: Attributes

  /// The value of an attribute; its name is in lower case in HTML.
  public func attribute(_ name: String) -> String? {
    guard let range = storage.attributeValue(of: index, name) else { return nil }
    return String(decoding: storage.bytes[range], as: UTF8.self)
  }

  /// Whether an attribute has exactly this value.
  public func attributeEquals(_ name: String, _ value: String) -> Bool {
    guard let range = storage.attributeValue(of: index, name), range.count == value.utf8.count
    else { return false }
    let bytes = storage.bytes
    return ASCII.isSame(bytes.span.extracting(range), value.utf8.span)
  }

  /// The attribute `id`.
  public var id: String? { attribute("id") }

  /// Whether one of its classes is `token`, compared without regard to ASCII case.
  public func hasClass(_ token: String) -> Bool { storage.hasClass(index, token) }

  /// Whether an attribute that lists tokens has this one, compared without regard to ASCII case.
  public func hasToken(_ token: String, in attribute: String) -> Bool {
    guard let range = storage.attributeValue(of: index, attribute) else { return false }
    let bytes = storage.bytes
    return ASCII.hasToken(token.utf8.span, in: bytes.span.extracting(range))
  }

  /// Its classes in the order of the page.
  public var classes: [String] { (attribute("class") ?? "").wordsOfASCII }

  /// Whether its own attributes keep it from being shown: `hidden`, or `display: none` in its style.
  public var isInvisible: Bool {
    guard record.attributeCount > 0 else { return false }
    if storage.attributeValue(of: index, "hidden") != nil { return true }
    guard let range = storage.attributeValue(of: index, "style") else { return false }
    let style = storage.bytes[range].filter { !ASCII.isSpace($0) }
    return String(decoding: style, as: UTF8.self).lowercased().contains("display:none")
  }

  // MARK: Neighbours

  /// The node it lies in; nil at the root.
  public var parent: HTMLNode? { record.parent < 0 ? nil : at(Int(record.parent)) }

  /// The nodes directly inside it.
  public var children: some Sequence<HTMLNode> {
    sequence(state: index + 1) { [storage, endIndex] position -> HTMLNode? in
      guard position < endIndex else { return nil }
      defer { position = Int(storage.nodes[position].end) }
      return HTMLNode(storage: storage, index: position)
    }
  }

  /// The elements directly inside it.
  public var childElements: [HTMLNode] { children.filter { $0.kind == .element } }

  /// Everything inside it, in document order.
  public var descendants: some Collection<HTMLNode> {
    (index + 1..<endIndex).lazy.map { [storage] in HTMLNode(storage: storage, index: $0) }
  }

  /// The nodes it lies in, the nearest first, the root last.
  public var ancestors: some Sequence<HTMLNode> {
    sequence(state: Int(record.parent)) { [storage] position -> HTMLNode? in
      guard position >= 0 else { return nil }
      defer { position = Int(storage.nodes[position].parent) }
      return HTMLNode(storage: storage, index: position)
    }
  }

  /// The nodes after it in the same parent.
  public var followingSiblings: some Sequence<HTMLNode> {
    let limit = parent?.endIndex ?? endIndex
    return sequence(state: endIndex) { [storage] position -> HTMLNode? in
      guard position < limit else { return nil }
      defer { position = Int(storage.nodes[position].end) }
      return HTMLNode(storage: storage, index: position)
    }
  }

  /// Whether `other` is this node or lies inside it.
  public func contains(_ other: HTMLNode) -> Bool {
    other.index >= index && other.index < endIndex
  }

  private func at(_ position: Int) -> HTMLNode { HTMLNode(storage: storage, index: position) }

  // MARK: Search

  /// Every element of a name inside it, in document order.
  public func elements(_ name: String) -> [HTMLNode] {
    guard let number = storage.names.firstIndex(of: name) else { return [] }
    var found: [HTMLNode] = []
    let all = storage.nodes
    let nodes = all.span
    var position = index + 1
    while position < endIndex {
      if nodes[position].name == Int32(number), nodes[position].kind == .element {
        found.append(at(position))
      }
      position += 1
    }
    return found
  }

  /// Every element inside it that has an attribute of one of these names, in document order.
  public func elements(withAnyOf attributes: [String]) -> [HTMLNode] {
    storage.nodes(in: index + 1..<max(endIndex, index + 1), attributes: attributes).map(at)
  }

  /// Every element inside it that has a class, in document order.
  public func elements(class token: String) -> [HTMLNode] {
    guard storage.classes.contains(token.lowercased()) else { return [] }
    var found: [HTMLNode] = []
    var rest = index + 1..<max(endIndex, index + 1)
    while let position = storage.firstNode(in: rest, class: token) {
      found.append(at(position))
      rest = position + 1..<rest.upperBound
    }
    return found
  }

  /// The first element of a name inside it.
  public func first(_ name: String) -> HTMLNode? {
    guard let number = storage.names.firstIndex(of: name) else { return nil }
    for position in index + 1..<max(endIndex, index + 1) {
      let node = storage.nodes[position]
      if node.name == Int32(number), node.kind == .element { return at(position) }
    }
    return nil
  }

  /// The first element with a class inside it.
  public func first(class token: String) -> HTMLNode? {
    guard storage.classes.contains(token.lowercased()) else { return nil }
    return storage.firstNode(in: index + 1..<max(endIndex, index + 1), class: token).map(at)
  }

  /// The first element inside it one of whose attributes holds one of some strings, byte by byte.
  public func first(where attribute: String, holds wanted: [String]) -> HTMLNode? {
    guard let number = storage.number(of: attribute) else { return nil }
    return storage.firstNode(
      in: index + 1..<max(endIndex, index + 1), attribute: number,
      where: { value in wanted.contains { value.firstOffset(of: $0.utf8.span) != nil } }
    ).map(at)
  }

  /// The first element inside it that satisfies a condition.
  public func firstElement(where condition: (HTMLNode) -> Bool) -> HTMLNode? {
    for position in index + 1..<max(endIndex, index + 1)
    where storage.nodes[position].kind == .element {
      let node = at(position)
      if condition(node) { return node }
    }
    return nil
  }

  /// The nearest element around it, or it, that satisfies a condition.
  public func nearest(where condition: (HTMLNode) -> Bool) -> HTMLNode? {
    condition(self) ? self : ancestors.first(where: condition)
  }
}
