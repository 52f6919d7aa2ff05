internal import HTMLTree

/// Which blocks of a repeated list answer which, by any of the ways in which templates show it.
///
/// In this order: a block inside another; a class with a number that counts levels; a margin; blocks that
/// lie deeper than the one before them, as in `div.indented` after a comment.
struct BlockNesting {
  /// The place of the block that each answers; nil at the top.
  private(set) var parents: [Int?] = []
  /// Numbers of the blocks inside each, which belong to other comments.
  private(set) var inner: [Set<Int>] = []

  /// Looks at the blocks, in document order.
  init(_ nodes: [HTMLNode]) {
    inner = Array(repeating: [], count: nodes.count)
    var open: [Int] = []
    for (place, node) in nodes.enumerated() {
      while let last = open.last, nodes[last].endIndex <= node.index { open.removeLast() }
      parents.append(open.last)
      if let last = open.last { inner[last].insert(node.index) }
      open.append(place)
    }
    guard parents.allSatisfy({ $0 == nil }) else { return }
    let depths = Self.levels(nodes) ?? Self.margins(nodes) ?? Self.wrappings(nodes)
    if let depths { parents = Self.parents(depths) }
  }

  private static func parents(_ depths: [Int]) -> [Int?] {
    var path: [Int] = []
    return depths.indices.map { place in
      while let last = path.last, depths[last] >= depths[place] { path.removeLast() }
      defer { path.append(place) }
      return path.last
    }
  }

  /// A level goes up by one at most, and starts at the smallest.
  private static func isTree(_ depths: [Int]) -> Bool {
    guard let first = depths.first, let least = depths.min(), let most = depths.max() else {
      return false
    }
    return first == least && most > least
      && zip(depths, depths.dropFirst()).allSatisfy { $1 <= $0 + 1 }
  }

  /// Whether two values take turns, as `row1` and `row2` do: nobody answers every other comment.
  private static func isStriped(_ values: [Int]) -> Bool {
    values.count >= 3 && Set(values).count == 2
      && zip(values, values.dropFirst()).allSatisfy { $0 != $1 }
  }

  /// `depth-2`, `level-1`, `comment_level-3` on the block, the element around it or its first child.
  private static func levels(_ nodes: [HTMLNode]) -> [Int]? {
    var values: [String: [Int]] = [:]
    for (place, node) in nodes.enumerated() {
      let holders = [node] + [node.parent, node.childElements.first].compactMap { $0 }
      for token in holders.flatMap(\.classes) {
        let digits = String(token.reversed().prefix { $0 >= "0" && $0 <= "9" }.reversed())
        guard (1...2).contains(digits.utf8.count), let value = Int(digits) else { continue }
        let stem = String(token.dropLast(digits.utf8.count)).lowercased()
        guard !stem.isEmpty, values[stem, default: []].count == place else { continue }
        values[stem, default: []].append(value)
      }
    }
    let full = values.filter {
      $0.value.count == nodes.count && isTree($0.value) && !isStriped($0.value)
    }
    return full.min { $0.key < $1.key }?.value
  }

  /// Pixels by which a block or the element around it is set in.
  private static func margins(_ nodes: [HTMLNode]) -> [Int]? {
    let values = nodes.map { $0.leftMargin ?? $0.parent?.leftMargin ?? 0 }
    guard let first = values.first, let least = values.min(), let most = values.max(), most > least,
      first == least
    else { return nil }
    return values
  }

  /// How many elements lie around each block inside the element that holds all of them.
  private static func wrappings(_ nodes: [HTMLNode]) -> [Int]? {
    let depths = nodes.map { node in node.ancestors.prefix(700).count { _ in true } }
    guard let first = depths.first, let least = depths.min(), let most = depths.max(),
      first == least,
      most > least, most - least <= 200
    else { return nil }
    return depths
  }
}
