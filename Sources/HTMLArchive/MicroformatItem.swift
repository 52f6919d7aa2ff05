internal import HTMLTree

/// One `h-*` element of a page that is an article or an answer to one.
struct MicroformatItem {
  enum Role {
    case article, comment, other
  }

  /// The page.
  private let document: HTMLDocument
  /// The element.
  let node: HTMLNode
  /// What it is in the discussion.
  let role: Role
  /// The place in the list of the nearest item around it that is no `other`.
  let parent: Int?
  /// The outermost `h-*` elements inside, whose properties are not its own; in document order.
  private let inner: [HTMLNode]

  /// The items of a page in document order: `h-entry` elements, and citations marked as comments.
  ///
  /// - Complexity: Linear in the nodes.
  static func items(in document: HTMLDocument) -> [MicroformatItem] {
    var roots: [(node: HTMLNode, role: Role, parent: Int?)] = []
    var open: [Int] = []
    var all: [HTMLNode] = []
    for node in document.root.descendants where node.kind == .element {
      guard let classes = node.attribute("class"), classes.contains("h-") else { continue }
      let tokens = classes.wordsOfASCII
      guard tokens.contains(where: { roots.count < 20_000 && isRoot($0) }) else { continue }
      all.append(node)
      while let last = open.last, roots[last].node.endIndex <= node.index { open.removeLast() }
      guard tokens.contains("h-entry") || tokens.contains("h-cite") else { continue }
      roots.append((node, role(tokens, isInside: !open.isEmpty), open.last))
      if roots[roots.count - 1].role != .other, open.count < 100 { open.append(roots.count - 1) }
    }
    let nextOutside = Self.nextOutside(all)
    return roots.map { root in
      MicroformatItem(
        document: document, node: root.node, role: root.role, parent: root.parent,
        inner: inner(of: root.node, among: all, nextOutside))
    }
  }

  /// For each element the place in the list of the first one after it that does not lie inside it.
  private static func nextOutside(_ all: [HTMLNode]) -> [Int] {
    var result = Array(repeating: all.count, count: all.count)
    var open: [Int] = []
    for place in all.indices {
      while let last = open.last, all[last].endIndex <= all[place].index {
        result[last] = place
        open.removeLast()
      }
      open.append(place)
    }
    return result
  }

  private static func isRoot(_ token: String) -> Bool {
    token.hasPrefix("h-") && token.utf8.dropFirst(2).allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
      && token != "h-feed" && token.utf8.count > 3
  }

  private static func role(_ tokens: [String], isInside: Bool) -> Role {
    let isReaction = tokens.contains { token in
      ["like", "repost", "bookmark", "rsvp", "quotation", "in-reply-to", "tag", "syndication"]
        .contains { token.dropFirst(2).hasPrefix($0) && token.dropFirst().first == "-" }
    }
    if isReaction { return .other }
    if tokens.contains("p-comment") || tokens.contains("u-comment") { return .comment }
    return tokens.contains("h-entry") && !isInside ? .article : .other
  }

  /// The outermost `h-*` elements inside a node, by binary search.
  private static func inner(
    of node: HTMLNode, among all: [HTMLNode], _ nextOutside: [Int]
  ) -> [HTMLNode] {
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].index <= node.index { low = middle + 1 } else { high = middle }
    }
    var found: [HTMLNode] = []
    while low < all.count, all[low].index < node.endIndex {
      found.append(all[low])
      low = nextOutside[low]
    }
    return found
  }

  /// The element of its own that has a property; nil where there is none.
  func property(_ name: String) -> HTMLNode? { properties(name).first }

  /// The addresses that a property's elements link to, as written.
  func addresses(_ name: String) -> [String] {
    properties(name).compactMap { node in
      (node.attribute("href") ?? node.attribute("value")
        ?? node.first(class: "u-url")?.attribute("href")).map(Wayback.original)
    }
  }

  /// The author as shown, and the page that the name links to.
  var author: (name: String?, address: String?)? {
    // A card is small; what is larger is no name.
    guard let card = property("p-author") ?? property("u-author"),
      card.endIndex - card.index <= 200
    else { return nil }
    let shown = card.first(class: "p-name") ?? card.first(class: "p-nickname") ?? card
    var name = shown.foldedTextWithoutImages
    if name.isEmpty { name = card.first("img")?.attribute("alt")?.foldingSpace ?? "" }
    let link = card.first(class: "u-url") ?? (card.isElement("a") ? card : card.first("a"))
    let address = link?.attribute("href").map(Wayback.original)
    return (name.isEmpty ? nil : name, address.flatMap { $0.hasPrefix("http") ? $0 : nil })
  }

  /// Text options that leave out the items within a body.
  func options(within body: HTMLNode) -> ReadableTextOptions {
    var options = ReadableTextOptions()
    for item in inner where body.index < item.index && item.index < body.endIndex {
      if item.hasClass("h-cite") || item.hasClass("h-entry") { options.omitted.insert(item.index) }
    }
    return options
  }

  private func properties(_ name: String) -> [HTMLNode] {
    var found: [HTMLNode] = []
    var position = node.index + 1
    var next = 0
    while position < node.endIndex {
      let candidate = document[position]
      if candidate.kind == .element, candidate.hasClass(name) { found.append(candidate) }
      // What lies in another item is that item's; the item's own element may be a property of this one.
      if next < inner.count, inner[next].index == position {
        position = inner[next].endIndex
        next += 1
      } else {
        position += 1
      }
    }
    return found
  }
}
