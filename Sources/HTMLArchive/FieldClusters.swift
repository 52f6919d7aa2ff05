internal import HTMLTree

/// The places of a page where the fields of a message stand together, whatever markup they have.
struct FieldClusters {
  struct Cluster {
    /// The nodes from the first label to the end of the block of the last.
    var nodes: Range<Int>
    var fields: Set<FieldLabels.Field>
    /// Names of the elements around the first label: clusters of one program stand in the same.
    var path: [String]
    /// The preformatted text that opens with the fields, where they are lines of it.
    var preformatted: HTMLNode?
  }

  private(set) var clusters: [Cluster] = []

  /// How many nodes may lie between two labels of one header.
  private static let reach = 60

  /// Finds them.
  ///
  /// - Complexity: Linear in the nodes; at most 5,000 labels are looked at.
  init(_ document: HTMLDocument) {
    var labels: [(node: HTMLNode, fields: [FieldLabels.Field])] = []
    for node in document.root.descendants where node.kind == .text {
      guard labels.count < 5000 else { break }
      let fields = Self.fields(opening: node)
      if !fields.isEmpty { labels.append((node, fields)) }
    }
    var open: [(node: HTMLNode, fields: [FieldLabels.Field])] = []
    for label in labels {
      let isFar =
        open.last.map { last in
          label.node.index - last.node.index > Self.reach
            || (last.node.index..<label.node.index).contains { index in
              // A header ends where the words start.
              ["hr", "pre", "blockquote"].contains(document[index].name)
            }
        } ?? false
      // A second From: belongs to the next message.
      let isNext =
        label.fields.contains(.from) && open.contains { $0.fields.contains(.from) }
      if isFar || isNext {
        close(open)
        open = []
      }
      open.append(label)
    }
    close(open)
    guard let first = clusters.first else { return }
    // Headers of quoted mail stand deeper, in another place than the first. A name without a date is of a list of
    // answers where the header has both.
    clusters.removeAll {
      $0.path != first.path || first.fields.contains(.date) && !$0.fields.contains(.date)
    }
  }

  private mutating func close(_ labels: [(node: HTMLNode, fields: [FieldLabels.Field])]) {
    guard let first = labels.first, let last = labels.last else { return }
    let fields = Set(labels.flatMap(\.fields))
    guard fields.contains(.from), fields.contains(.date) || fields.contains(.subject) else {
      return
    }
    let block = last.node.ancestors.first { node in
      ["tr", "li", "p", "div", "td", "dl", "pre", "address", "body", "table", "span"]
        .contains(node.name) && node.index > 0
    }
    let pre = last.node.ancestors.prefix(4).first { $0.isElement("pre") }
    var end = last.node.endIndex
    if let block, block.endIndex - last.node.index <= Self.reach, pre == nil {
      end = max(end, Self.lineEnd(after: last.node, within: block))
    }
    // "In reply to" is an item of the list that leads to the other messages, which ends the header.
    if let list = last.node.ancestors.prefix(4).first(where: {
      $0.isElement("ul") || $0.isElement("ol")
    }),
      list.endIndex - list.index < 400, Self.isOfLines(list)
    {
      end = max(end, list.endIndex)
    }
    let row = first.node.ancestors.prefix(3).first { ["tr", "dt", "li", "p"].contains($0.name) }
    let path = first.node.ancestors.prefix(12).map(\.name)
    clusters.append(
      Cluster(
        nodes: (row?.index ?? first.node.index)..<end, fields: fields, path: Array(path),
        preformatted: labels.contains { $0.fields.count > 1 } ? pre : nil))
  }

  /// Whether the items of a list are lines: no item has a block of its own.
  private static func isOfLines(_ list: HTMLNode) -> Bool {
    !list.descendants.contains {
      ["p", "div", "pre", "table", "blockquote", "hr"].contains($0.name)
    }
  }

  /// Where the line of the last label ends: at a break, a rule or the end of its block.
  private static func lineEnd(after label: HTMLNode, within block: HTMLNode) -> Int {
    for node in block.descendants where node.index > label.index && node.kind == .element {
      if ["br", "hr", "pre", "p", "div", "blockquote", "table"].contains(node.name) {
        return node.index
      }
    }
    return block.endIndex
  }

  /// The fields whose labels open a text: one for a label alone or with its value, several for lines of a
  /// preformatted header.
  private static func fields(opening node: HTMLNode) -> [FieldLabels.Field] {
    let text = node.characters
    guard text.utf8.count >= 2 else { return [] }
    var found: [FieldLabels.Field] = []
    for line in text.utf8.split(separator: 0x0A, maxSplits: 40).prefix(40) {
      let line = line.drop { $0 <= 0x20 }
      guard !line.isEmpty else {
        guard found.isEmpty else { break }
        continue
      }
      let head = line.prefix(40)
      let label: Substring.UTF8View
      if let colon = head.firstIndex(of: 0x3A) {
        label = head[..<colon]
      } else if line.count <= 24, found.isEmpty, isFieldElement(node) {
        label = line
      } else {
        break
      }
      let name = String(decoding: label, as: UTF8.self).foldingSpace.lowercased()
      guard let field = FieldLabels.fields[name] else { break }
      found.append(field)
      guard node.parent?.isElement("pre") ?? false else { break }
    }
    return found
  }

  /// Whether an element holds the label of a row and nothing else: there the colon may be missing.
  private static func isFieldElement(_ node: HTMLNode) -> Bool {
    guard let parent = node.parent, parent.endIndex - parent.index <= 3 else { return false }
    return ["td", "th", "dt", "em", "b", "strong", "dfn", "span", "label"].contains(parent.name)
  }
}
