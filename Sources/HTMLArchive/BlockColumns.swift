internal import HTMLTree

/// What the blocks of a repeated list have in common: which of their short texts is the name, which is the
/// subject, and which are the labels of links.
///
/// A template prints the same things at the same path in every block. A path whose texts are short, differ
/// and stand near the date holds names; texts that most blocks repeat word for word are labels.
struct BlockColumns {
  /// What is known of one block.
  struct Hint {
    /// The element that holds the name.
    var author: Int?
    /// The element that holds a subject of its own.
    var subject: Int?
    /// Elements that hold no words of the author, the subject included.
    var labels: Set<Int> = []
  }

  /// A text of a block.
  struct Leaf {
    var node: HTMLNode
    /// The number of the text.
    var index: Int
    /// Whether the element holds one short line.
    var isLine: Bool
    var path: String
    var text: String
    var isDate: Bool

    /// The column and what the text is but for its figures: "Reply #1" and "Reply #2" are one label.
    var label: String { path + "\n" + (text.utf8.count <= 24 ? BlockColumns.stem(text) : text) }
  }

  private(set) var leaves: [[Leaf]] = []
  private(set) var authorPath: String?
  private var subjectPath: String?
  var labelTexts: Set<String> = []
  /// Whether most names link to what a forum shows of its members.
  private(set) var linksToMembers = false
  /// Images by block, each with the text that stands for it.
  private(set) var images: [[(node: HTMLNode, text: String)]] = []
  /// What images of most blocks say: buttons, marks of who is there.
  var labelImages: Set<String> = []
  /// Columns without words of an author: counts of votes or posts, the name once more.
  var labelPaths: Set<String> = []

  /// Looks at the blocks, in document order.
  ///
  /// - Complexity: Linear in the nodes of the blocks; at most 400 nodes of each.
  init(
    _ blocks: [(node: HTMLNode, inner: Set<Int>)], _ document: HTMLDocument, _ dates: PrintedDate
  ) {
    leaves = blocks.map { Self.leaves(of: $0.node, inner: $0.inner, document, dates) }
    images = blocks.map { Self.images(of: $0.node, inner: $0.inner, document) }
    findLabels()
    findAuthor()
    findSubject()
    findLabelPaths()
  }

  /// What is known of the block with a place in the list.
  func hint(at place: Int) -> Hint {
    var hint = Hint()
    // A line whose other words nobody knows for labels may be what somebody wrote.
    let worded = Set(leaves[place].filter { !isOfTemplate($0) }.map(\.node.index))
    for leaf in leaves[place] {
      if hint.author == nil, leaf.path == authorPath, !leaf.isDate { hint.author = leaf.node.index }
      if hint.subject == nil, leaf.path == subjectPath {
        hint.subject = leaf.node.index
        hint.labels.insert(leaf.node.index)
      }
      if leaf.path != authorPath,
        labelPaths.contains(leaf.path) || labelTexts.contains(leaf.label)
      {
        hint.labels.insert(leaf.index)
        let holds = worded.contains { leaf.node.index..<leaf.node.endIndex ~= $0 }
        if leaf.isLine, !holds { hint.labels.insert(leaf.node.index) }
      }
    }
    for image in images[place] where labelImages.contains(image.text) {
      hint.labels.insert(image.node.index)
    }
    return hint
  }

  /// Whether a text is a name, a date, a label, or a word that leads to one of them.
  private func isOfTemplate(_ leaf: Leaf) -> Bool {
    leaf.isDate || leaf.path == authorPath || leaf.path == subjectPath || leaf.text.hasSuffix(":")
      || labelPaths.contains(leaf.path) || labelTexts.contains(leaf.label)
      || ThemeText.isNoise(leaf.text) || ThemeText.leads.contains(leaf.text.lowercased())
  }

  private static func images(
    of block: HTMLNode, inner: Set<Int>, _ document: HTMLDocument
  ) -> [(node: HTMLNode, text: String)] {
    var found: [(node: HTMLNode, text: String)] = []
    var index = block.index + 1
    while index < min(block.endIndex, block.index + 400) {
      let node = document[index]
      if inner.contains(index) {
        index = node.endIndex
        continue
      }
      index += 1
      guard node.isElement("img"), let text = node.attribute("alt")?.foldingSpace, !text.isEmpty
      else { continue }
      found.append((node, text))
    }
    return found
  }

  private static func leaves(
    of block: HTMLNode, inner: Set<Int>, _ document: HTMLDocument, _ dates: PrintedDate
  ) -> [Leaf] {
    var found: [Leaf] = []
    var seen: [String: Int] = [:]
    var index = block.index + 1
    while index < min(block.endIndex, block.index + 400) {
      let node = document[index]
      if inner.contains(index) || ["script", "style", "form", "select"].contains(node.name)
        || node.isInvisible
      {
        index = node.endIndex
        continue
      }
      index += 1
      guard node.kind == .text, let parent = node.parent else { continue }
      let text = node.characters.foldingSpace
      guard !text.isEmpty else { continue }
      var path = ""
      let holds = Self.outermost(parent, holding: text, in: block)
      for ancestor in [holds] + Array(holds.ancestors.prefix(10)) {
        if ancestor == block { break }
        let token =
          ancestor.classes.first { !CommentList.stateClasses.contains($0.lowercased()) }
          .map(Self.stem) ?? ""
        let isPlain = token.isEmpty && Self.inline.contains(ancestor.name)
        path = (isPlain ? "*" : ancestor.name + "." + token) + "/" + path
      }
      let isDate =
        text.utf8.count < 80 && (dates.match(in: text) != nil || RelativeDate.age(in: text) != nil)
      // The same path may repeat in a block: its first text is another column than its second.
      let count = seen[path, default: 0]
      seen[path] = count + 1
      let holder = parent == block ? node : parent
      found.append(
        Leaf(
          node: holder, index: node.index, isLine: isLine(parent),
          path: count == 0 ? path : "\(path)#\(min(count, 3))", text: text,
          isDate: isDate))
    }
    return found
  }

  /// Whether an element holds one short line: words that stand in it are of the label that it is.
  private static func isLine(_ node: HTMLNode) -> Bool {
    node.endIndex - node.index < 30 && node.foldedText.utf8.count <= 120
      && node.descendants.allSatisfy {
        $0.kind != .element || inline.contains($0.name) || lineParts.contains($0.name)
      }
  }

  private static let lineParts: Set<String> = ["img", "abbr", "time", "small", "sup", "u", "dfn"]

  /// The outermost element around inline ones that holds nothing but a text: a name is a link where its owner has a page,
  /// and none where not.
  private static func outermost(
    _ parent: HTMLNode, holding text: String, in block: HTMLNode
  ) -> HTMLNode {
    var holder = parent
    while holder != block, inline.contains(holder.name), let outer = holder.parent, outer != block,
      outer.endIndex - outer.index < 16, outer.foldedText == text
    {
      holder = outer
    }
    return holder
  }

  /// Whether two columns lie in one heading.
  private static func sharesHeading(_ one: String, _ other: String) -> Bool {
    var heading = ""
    for segment in one.split(separator: "/") {
      heading += segment + "/"
      let name = segment.prefix { $0 != "." }
      if ["h2", "h3", "h4", "h5", "h6"].contains(name) { return other.hasPrefix(heading) }
    }
    return false
  }

  private static let inline: Set<String> = ["a", "span", "b", "strong", "em", "i", "cite", "font"]

  private static func stem(_ token: String) -> String { token.filter { $0 < "0" || $0 > "9" } }

  /// Whether text could be a name: some words, a letter, no sentence.
  private static func isNameLike(_ text: String) -> Bool {
    guard text.utf8.count <= 60, text.split(separator: " ").count <= 6,
      !text.hasPrefix("http://"), !text.hasPrefix("https://"),
      text.unicodeScalars.contains(where: { $0.properties.isAlphabetic }), !ThemeText.isNoise(text)
    else { return false }
    return text.last.map { !".!?".contains($0) } ?? false || text.utf8.count < 4
  }

  private mutating func findAuthor() {
    struct Column {
      var count = 0
      var texts: Set<String> = []
      var bonus = 0
      var memberCount = 0
    }
    var columns: [String: Column] = [:]
    for block in leaves {
      let date = block.firstIndex { $0.isDate }
      for (place, leaf) in block.prefix(12).enumerated() {
        guard !leaf.isDate, Self.isNameLike(leaf.text), leaf.node.kind == .element,
          !labelTexts.contains(leaf.label)
        else { continue }
        columns[leaf.path, default: Column()].count += 1
        // "Reply #1", "Reply #2" are one label.
        columns[leaf.path]?.texts.insert(Self.stem(leaf.text))
        if let date, abs(date - place) <= 2 { columns[leaf.path]?.bonus += 2 }
        if ["a", "b", "strong", "cite", "h3", "h4", "h5", "h6"].contains(leaf.node.name) {
          columns[leaf.path]?.bonus += 1
        }
        if place < 3 { columns[leaf.path]?.bonus += 1 }
        // Forums link names to what they show of a member.
        let link = ([leaf.node] + leaf.node.ancestors.prefix(2)).first { $0.isElement("a") }
        if let link, link.leadsToPerson {
          columns[leaf.path]?.bonus += 3
          columns[leaf.path]?.memberCount += 1
        }
      }
    }
    let needed = max(2, leaves.count * 6 / 10)
    let fit = columns.filter { $0.value.count >= needed && $0.value.texts.count >= 2 }
    let best = fit.max { ($0.value.bonus, $1.key) < ($1.value.bonus, $0.key) }
    authorPath = best?.key
    linksToMembers = best.map { $0.value.memberCount * 2 > leaves.count } ?? false
  }

  /// A heading or bold line above the words that is neither name nor date.
  private mutating func findSubject() {
    var counts: [String: Int] = [:]
    for block in leaves {
      for leaf in block.prefix(6)
      where leaf.path != authorPath && !leaf.isDate && leaf.text.utf8.count <= 200
        && leaf.text.unicodeScalars.contains(where: { $0.properties.isAlphabetic })
      {
        let isHeading = ["h2", "h3", "h4", "h5", "h6"].contains { name in
          leaf.path.utf8.starts(with: (name + ".").utf8) || leaf.path.contains("/" + name + ".")
        }
        // What stands beside the name in one heading tells of the person.
        let isBesideName = authorPath.map { Self.sharesHeading($0, leaf.path) } ?? false
        if isHeading, !isBesideName { counts[leaf.path, default: 0] += 1 }
      }
    }
    let needed = max(2, leaves.count / 2)
    subjectPath =
      counts.filter { $0.value >= needed }
      .max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
