internal import HTMLTree

/// The element that holds one comment of a page, found by an id that ends in the comment's number.
struct CommentBox {
  /// The number, as written.
  var number: String
  /// The outermost element that holds this comment and its answers, but no comment before it.
  var node: HTMLNode
  /// Index of the box around this one in the list; nil at the top.
  var parent: Int?
  /// K of a class `depth-K` on the element or its list item.
  var statedDepth: Int?
  /// Boxes and reply lists inside, which belong to other comments.
  var inner: Set<Int> = []

  /// The boxes of a page in document order: those with ids, or where there are none those of the classes that
  /// WordPress gives to comments.
  static func boxes(in document: HTMLDocument) -> [CommentBox] {
    let numbered = numbered(in: document)
    guard !numbered.contains(where: \.hasNumber) else { return numbered }
    let classed = classed(in: document)
    return classed.isEmpty ? numbered : classed
  }

  /// The boxes whose ids end in a number, in document order.
  ///
  /// The same number may stand on an `li` and on the `article` in it; both are one comment. Where only the
  /// inner one has the id, the box is widened to its list item, because answers lie there.
  ///
  /// - Complexity: Linear in the nodes of the page times the depth of lists.
  static func numbered(in document: HTMLDocument) -> [CommentBox] {
    var first: [String: HTMLNode] = [:]
    var order: [String] = []
    var marked: [(index: Int, number: String)] = []
    for node in document.root.elements(withAnyOf: ["id", "name"]) {
      guard let id = node.attribute("id") ?? (node.name == "a" ? node.attribute("name") : nil),
        let number = number(ofID: id)
      else { continue }
      marked.append((node.index, number))
      if first[number] == nil {
        first[number] = node
        order.append(number)
      }
    }
    var boxes: [CommentBox] = []
    for number in order {
      guard let node = first[number] else { continue }
      let whole =
        node.isElement("a") && node.endIndex > node.index + 2
        ? around(node, number: number, marked: marked) : node
      boxes.append(CommentBox(number: number, node: widened(whole, number: number, marked: marked)))
    }
    // An empty anchor stands before the comment that it names.
    for index in boxes.indices.reversed() {
      let node = boxes[index].node
      guard node.isElement("a"), node.endIndex <= node.index + 2 else { continue }
      let next = node.followingSiblings.prefix(4).first { $0.kind == .element && $0.name != "a" }
      if let next { boxes[index].node = next } else { boxes.remove(at: index) }
    }
    takeInWords(&boxes, marked)
    boxes.append(contentsOf: unnumberedPings(in: document, marked: marked, within: boxes))
    boxes.sort { ($0.node.index, -$0.node.endIndex) < ($1.node.index, -$1.node.endIndex) }
    nest(&boxes, in: document)
    return boxes
  }

  /// Pingbacks that themes such as Twenty Eleven print without an id, in a list that has comments.
  ///
  /// Their number is their place among themselves with a letter before it: `p1`.
  private static func unnumberedPings(
    in document: HTMLDocument, marked: [(index: Int, number: String)], within boxes: [CommentBox]
  ) -> [CommentBox] {
    let lists = Set(boxes.compactMap { $0.node.parent?.index })
    var found: [CommentBox] = []
    for node in document.elements("li")
    where node.hasClass("pingback") || node.hasClass("trackback") {
      guard let list = node.parent, firstNumber(in: node, marked) == nil,
        lists.contains(list.index) || list.hasClass("commentlist") || list.hasClass("comment-list")
          || list.hasClass("pinglist")
      else { continue }
      found.append(CommentBox(number: "p\(found.count + 1)", node: node))
    }
    return found
  }

  /// Elements of class `comment` with `comment-author` and `comment-meta` inside.
  ///
  /// Their number is their place among themselves with a letter before it: `i1`.
  private static func classed(in document: HTMLDocument) -> [CommentBox] {
    guard document.hasClass("comment"), document.hasClass("comment-author"),
      document.hasClass("comment-meta") || document.hasClass("commentmetadata")
    else { return [] }
    var authors: [(index: Int, number: String)] = []
    var metas: [(index: Int, number: String)] = []
    for node in document.root.descendants where node.kind == .element {
      if node.hasClass("comment-author") { authors.append((node.index, "\(node.index)")) }
      if node.hasClass("comment-meta") || node.hasClass("commentmetadata") {
        metas.append((node.index, "\(node.index)"))
      }
    }
    var boxes: [CommentBox] = []
    // An element and the one around it may both have the class; both are one comment.
    var seen: Set<String> = []
    for node in document.root.elements(class: "comment")
    where ["li", "div", "article", "section"].contains(node.name) && !node.hasClass("pingback") {
      guard let author = firstNumber(in: node, authors), firstNumber(in: node, metas) != nil,
        seen.insert(author).inserted
      else { continue }
      boxes.append(CommentBox(number: "i\(boxes.count + 1)", node: node))
    }
    guard !boxes.isEmpty else { return [] }
    boxes.append(contentsOf: unnumberedPings(in: document, marked: [], within: boxes))
    boxes.sort { ($0.node.index, -$0.node.endIndex) < ($1.node.index, -$1.node.endIndex) }
    nest(&boxes, in: document)
    return boxes
  }

  /// Whether the page gives it a number; else it is ours.
  var hasNumber: Bool { number.utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false }

  /// What it is called on the page, or else by us.
  var key: String {
    if hasNumber { return "comment-" + number }
    return (number.hasPrefix("p") ? "pingback-" : "item-") + number.dropFirst()
  }

  /// `12` of `comment-12`, `li-comment-12`, `div-comment-12`, `comment12`.
  static func number(ofID id: String) -> String? {
    let bytes = Array(id.utf8)
    var start = bytes.count
    while start > 0, bytes[start - 1] >= 0x30, bytes[start - 1] <= 0x39 { start -= 1 }
    guard start < bytes.count, bytes.count - start <= 12 else { return nil }
    var stem = String(decoding: bytes[..<start], as: UTF8.self).lowercased()
    if stem.hasSuffix("-") || stem.hasSuffix("_") { stem.removeLast() }
    guard stem == "comment" || stem.hasSuffix("-comment") || stem.hasSuffix("_comment") else {
      return nil
    }
    let lead = stem.dropLast("comment".utf8.count)
    guard lead.isEmpty || lead.utf8.count <= 10, !lead.contains("parent"), !lead.contains("reply"),
      !lead.contains("like"), !lead.contains("edit")
    else { return nil }
    return String(decoding: bytes[start...], as: UTF8.self)
  }

  /// The outermost element around a link that carries the comment's id and shows its number, in which no other
  /// comment has its own.
  private static func around(
    _ node: HTMLNode, number: String, marked: [(index: Int, number: String)]
  ) -> HTMLNode {
    var result = node
    for ancestor in node.ancestors.prefix(5) {
      guard firstNumber(in: ancestor, marked) == number,
        lastNumber(in: ancestor, marked) == number,
        !["body", "ol", "ul", "main", "section", "form"].contains(ancestor.name),
        ancestor.id != "comments", ancestor.first("h1") == nil, ancestor.first("form") == nil
      else { break }
      // A comment that is alone on its page has nothing that shows where it ends.
      if marked.first?.number == marked.last?.number, result != node { break }
      result = ancestor
    }
    return result
  }

  /// The number of the last marked element inside a node.
  private static func lastNumber(
    in node: HTMLNode, _ marked: [(index: Int, number: String)]
  ) -> String? {
    let end = place(of: node.endIndex, in: marked)
    return end > 0 && marked[end - 1].index >= node.index ? marked[end - 1].number : nil
  }

  private static func widened(
    _ node: HTMLNode, number: String, marked: [(index: Int, number: String)]
  ) -> HTMLNode {
    var result = node
    for ancestor in node.ancestors.prefix(6) {
      if ancestor.isElement("ol") || ancestor.isElement("ul") || ancestor.isElement("body") {
        break
      }
      guard firstNumber(in: ancestor, marked) == number else { break }
      if ancestor.isElement("li") || depth(of: ancestor) != nil { result = ancestor }
      if ancestor.isElement("li") { break }
    }
    return result
  }

  /// Widens boxes that are no more than the line above the words to what holds both, where nearly all are such.
  private static func takeInWords(
    _ boxes: inout [CommentBox], _ marked: [(index: Int, number: String)]
  ) {
    // What holds several boxes side by side is a list of them.
    let lists = Dictionary(grouping: boxes) { $0.node.parent?.index ?? 0 }.filter { $1.count > 1 }
    let wider = boxes.map { box -> HTMLNode? in
      guard let parent = box.node.parent, !parent.isElement("body"), lists[parent.index] == nil,
        firstNumber(in: parent, marked) == box.number,
        box.node.endIndex - box.node.index < lineNodeCount,
        box.node.foldedText.utf8.count < 200,
        box.node.followingSiblings.prefix(4).contains(where: hasWords)
      else { return nil }
      return parent
    }
    let count = wider.count { $0 != nil }
    guard count >= 2, count * 5 >= boxes.count * 4 else { return }
    for index in boxes.indices { boxes[index].node = wider[index] ?? boxes[index].node }
  }

  /// How many nodes a line with name and date has at most.
  private static let lineNodeCount = 60

  /// Whether an element begins with some words; answers may lie in it as deep as a page goes.
  private static func hasWords(_ node: HTMLNode) -> Bool {
    guard node.kind == .element else { return false }
    var count = 0
    for part in node.descendants.prefix(lineNodeCount) where part.kind == .text {
      count += part.characters.foldingSpace.utf8.count
      if count >= 20 { return true }
    }
    return false
  }

  /// The number of the first marked element inside a node.
  private static func firstNumber(
    in node: HTMLNode, _ marked: [(index: Int, number: String)]
  ) -> String? {
    let start = place(of: node.index, in: marked)
    return start < marked.count && marked[start].index < node.endIndex ? marked[start].number : nil
  }

  /// How many marked elements stand before an index, by binary search.
  private static func place(of index: Int, in marked: [(index: Int, number: String)]) -> Int {
    var low = 0
    var high = marked.count
    while low < high {
      let middle = (low + high) / 2
      if marked[middle].index < index { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func nest(_ boxes: inout [CommentBox], in document: HTMLDocument) {
    var open: [Int] = []
    for index in boxes.indices {
      let node = boxes[index].node
      while let last = open.last, boxes[last].node.endIndex <= node.index { open.removeLast() }
      boxes[index].parent = open.last
      if let parent = open.last { boxes[parent].inner.insert(node.index) }
      boxes[index].statedDepth = depth(of: node)
      open.append(index)
    }
    settleByDepth(&boxes)
    settleByDiscuz(&boxes, in: document)
    markReplyLists(&boxes, in: document)
  }

  /// Gives each list of answers to the box right around it; one walk over the page.
  private static func markReplyLists(_ boxes: inout [CommentBox], in document: HTMLDocument) {
    var open: [Int] = []
    var next = 0
    for list in document.root.elements(class: "children")
    where list.name == "ul" || list.name == "ol" {
      while next < boxes.count, boxes[next].node.index < list.index {
        while let last = open.last, boxes[last].node.endIndex <= boxes[next].node.index {
          open.removeLast()
        }
        open.append(next)
        next += 1
      }
      while let last = open.last, boxes[last].node.endIndex <= list.index { open.removeLast() }
      if let owner = open.last { boxes[owner].inner.insert(list.index) }
    }
  }

  /// wpDiscuz writes `wc-comm-12_7` or `wpd-comm-12_7`: comment 12 answers comment 7, or nothing where it is 0.
  private static func settleByDiscuz(_ boxes: inout [CommentBox], in document: HTMLDocument) {
    var parents: [String: String] = [:]
    for node in document.root.elements(withAnyOf: ["id"]) {
      guard let id = node.attribute("id"), id.hasPrefix("wc-comm-") || id.hasPrefix("wpd-comm-")
      else { continue }
      let numbers = id.split(separator: "-").last?.split(separator: "_") ?? []
      guard numbers.count == 2, numbers.allSatisfy({ Int($0) != nil }) else { continue }
      parents[String(numbers[0])] = String(numbers[1])
    }
    guard !parents.isEmpty else { return }
    var indices: [String: Int] = [:]
    for index in boxes.indices { indices[boxes[index].number] = index }
    for index in boxes.indices {
      guard let parent = parents[boxes[index].number] else { continue }
      let found = indices[parent]
      // Answers stand after what they answer; anything else would allow circles.
      boxes[index].parent = found.flatMap { $0 < index ? $0 : nil }
    }
  }

  /// Broken markup flattens the tree; the depth classes in page order then tell the truth.
  private static func settleByDepth(_ boxes: inout [CommentBox]) {
    guard boxes.allSatisfy({ $0.statedDepth != nil || !$0.hasNumber }) else { return }
    var depths: [Int] = []
    var isTrue = true
    for box in boxes {
      let depth = box.parent.map { depths[$0] + 1 } ?? 1
      depths.append(depth)
      if let stated = box.statedDepth, depth != stated { isTrue = false }
    }
    guard !isTrue else { return }
    var path: [Int] = []
    for index in boxes.indices {
      let depth = boxes[index].statedDepth ?? 1
      while path.count >= max(depth, 1) { path.removeLast() }
      boxes[index].parent = path.last
      path.append(index)
    }
  }

  static func depth(of node: HTMLNode) -> Int? {
    guard let classes = node.attribute("class"), classes.contains("depth-") else { return nil }
    for token in classes.wordsOfASCII where token.hasPrefix("depth-") {
      if let depth = Int(token.dropFirst(6)), depth > 0, depth < 1000 { return depth }
    }
    return nil
  }
}
