extension HTMLDocument {
  /// The same document with each run of siblings inside an element of its own.
  ///
  /// - Parameters:
  ///   - runs: Ranges of node numbers in rising order, apart from each other; each starts with a node and ends where a
  ///     sibling of it ends.
  ///   - element: The name of the elements that they get.
  /// - Complexity: Linear in the nodes.
  package func wrapping(_ runs: [Range<Int>], in element: String) -> HTMLDocument {
    guard !runs.isEmpty else { return self }
    var names = storage.names
    let name: Int32
    if let known = names.firstIndex(of: element) {
      name = Int32(known)
    } else {
      name = Int32(names.count)
      names.append(element)
    }
    // How many wrappers open before each number.
    var shift = [Int32](repeating: 0, count: storage.nodes.count + 2)
    for run in runs { shift[run.lowerBound + 1] += 1 }
    for index in shift.indices.dropFirst() { shift[index] += shift[index - 1] }
    var nodes: [NodeStorage.Node] = []
    nodes.reserveCapacity(storage.nodes.count + runs.count)
    var next = 0
    var wrapper: (index: Int32, parent: Int32, end: Int)?
    for (index, node) in storage.nodes.enumerated() {
      if let open = wrapper, open.end <= index { wrapper = nil }
      if next < runs.count, runs[next].lowerBound == index {
        let end = runs[next].upperBound
        wrapper = (Int32(nodes.count), node.parent, end)
        nodes.append(
          NodeStorage.Node(
            kind: .element, name: name, parent: Self.moved(node.parent, shift),
            end: Int32(end) + shift[end], line: node.line))
        next += 1
      }
      var copy = node
      copy.end = node.end + shift[Int(node.end)]
      copy.parent =
        wrapper.flatMap { $0.parent == node.parent ? $0.index : nil }
        ?? Self.moved(node.parent, shift)
      nodes.append(copy)
    }
    let attributes = storage.attributes.map { attribute in
      var copy = attribute
      copy.node = Self.moved(attribute.node, shift)
      return copy
    }
    return HTMLDocument(
      storage: NodeStorage(
        nodes: nodes, attributes: attributes, names: names, bytes: storage.bytes,
        isFlattened: storage.isFlattened, isCut: storage.isCut))
  }

  /// Where a node stands once the wrappers before it and around it are there.
  private static func moved(_ index: Int32, _ shift: [Int32]) -> Int32 {
    index < 0 ? index : index + shift[Int(index) + 1]
  }
}
