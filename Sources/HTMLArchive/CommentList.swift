internal import HTMLTree
internal import SourceBytes

/// A repeated block of a page, taken apart.
struct CommentList {
  struct Item {
    var node: HTMLNode
    var entry: PageEntry
    var parent: Int?
  }

  /// The name and class that the blocks share, such as `li.reply`.
  var shape: String
  var items: [Item]
  /// The share of blocks with name, date and words, from 0 to 1.
  var share: Double
  /// Whether the blocks lead to other pages, as those of a front page, a list of news or an index of months do.
  var isOfTeasers = false

  /// Whether the blocks are posts of a forum, the first of which the others answer: their names link to members, or they
  /// have subjects.
  var isOfForum = false

  /// Whether the blocks have the addresses that forums give to the posts of a topic.
  var isOfTopic = false

  /// The best list of a page; nil where no repeated block has names and dates.
  ///
  /// - Complexity: Linear in the nodes; at most 16 shapes are taken apart, at most 2,000 blocks of each.
  static func best(in page: Page) -> CommentList? {
    let document = page.document
    let dates = PrintedDate()
    var candidates: [(shape: String, nodes: [HTMLNode], dated: Int)] = []
    for (shape, nodes) in shapes(document) {
      let sample = nodes.prefix(12)
      let dated = sample.count { hasDate($0, dates) }
      if dated * 5 < sample.count * 4, dated > 0, nodes.count >= 6 {
        // Rows of links and rows that only keep a distance stand between those of comments.
        let told = siblings(nodes.prefix(2000).filter { hasDate($0, dates) })
        if told.count >= 3, told.count * 4 >= min(nodes.count, 2000) {
          candidates.append((shape, told, told.count))
        }
      }
      guard dated * 2 >= sample.count else { continue }
      candidates.append((shape, nodes, dated * nodes.count / sample.count))
    }
    // Stable: of two shapes as frequent, such as a box and the box in it, the outer one stays first.
    let likely = candidates.enumerated()
      .sorted { ($1.element.dated, $0.offset) < ($0.element.dated, $1.offset) }.map(\.element)
    var lists: [CommentList] = []
    for (shape, nodes, _) in likely.prefix(16) {
      if let list = list(shape, Array(nodes.prefix(2000)), document) { lists.append(list) }
    }
    // What lies in blocks that lead elsewhere, one in each, leads nowhere else.
    for teasers in lists where teasers.isOfTeasers {
      for place in lists.indices where lists[place].lieEach(in: teasers) {
        lists[place].isOfTeasers = true
      }
    }
    // Of equal ones the first.
    return lists.enumerated().max {
      ($0.element.weight, $1.offset) < ($1.element.weight, $0.offset)
    }?
    .element
  }

  /// Those that lie in the element in which most of them do.
  private static func siblings(_ nodes: [HTMLNode]) -> [HTMLNode] {
    let groups = Dictionary(grouping: nodes) { $0.parent?.index ?? 0 }
    return groups.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.value ?? []
  }

  /// Whether each block lies in a block of its own of another list.
  private func lieEach(in other: CommentList) -> Bool {
    var around = other.items.makeIterator()
    var next = around.next()
    for item in items {
      while let block = next, block.node.endIndex <= item.node.index { next = around.next() }
      guard let block = next, block.node != item.node, block.node.contains(item.node) else {
        return false
      }
      next = around.next()
    }
    return true
  }

  /// Elements by name and class; those without a class by the element that they lie in.
  private static func shapes(_ document: HTMLDocument) -> [(shape: String, nodes: [HTMLNode])] {
    var groups: [String: [HTMLNode]] = [:]
    var order: [String] = []
    var uses: [String: Int] = [:]
    for node in document.root.descendants where node.kind == .element {
      for token in node.classes.prefix(4) { uses[token, default: 0] += 1 }
    }
    let striped = Set(uses.keys.lazy.map(stem).filter { !$0.isEmpty })
    func add(_ node: HTMLNode, to shape: String) {
      if groups[shape] == nil { order.append(shape) }
      groups[shape, default: []].append(node)
    }
    for node in document.root.descendants where node.kind == .element {
      guard
        ["li", "div", "article", "tr", "section", "dd", "p", "td", "dl", "table", "details"]
          .contains(node.name) || node.name.utf8.contains(0x2D),
        node.endIndex - node.index >= 4,
        !node.ancestors.prefix(12).contains(where: { $0.isElement("nav") || $0.isElement("aside") })
      else { continue }
      let tokens = node.classes.filter { !stateClasses.contains($0.lowercased()) }
      // A class that one element alone has is the comment's own: "comment-12 odd" is of the shape "comment-".
      let first = tokens.first.map { (uses[$0] ?? 0) <= 1 ? stem($0) : $0 } ?? ""
      add(
        node,
        to: first.isEmpty ? siblingShape(node) : node.name + "." + first)
      // "row1" and "row2" stripe one list.
      if !first.isEmpty, stem(first) != first || striped.contains(first) {
        add(node, to: node.name + "." + stem(first) + "\nstriped")
      }
      // Classes that say how something looks are on many elements; all of them together are on few.
      if tokens.count > 1 {
        add(node, to: node.name + "." + Set(tokens.map(stem)).sorted().joined(separator: "."))
      }
    }
    var seen: Set<[Int]> = []
    return order.compactMap { shape in
      guard let nodes = groups[shape], (2...5000).contains(nodes.count),
        seen.insert(nodes.map(\.index)).inserted
      else { return nil }
      return (String(shape.prefix { $0 != "\n" }), nodes)
    }
  }

  /// Elements without a class are alike where they lie in one element and have the same attributes.
  private static func siblingShape(_ node: HTMLNode) -> String {
    let names = ["id", "style"].filter { node.attribute($0) != nil }
    return "\(node.name)\n\(node.parent?.index ?? 0) " + names.joined(separator: " ")
  }

  private static func stem(_ token: String) -> String {
    token.filter { $0 < "0" || $0 > "9" }
  }

  /// Classes that tell where an element stands in a row, and not what it is.
  static let stateClasses: Set<String> = [
    "odd", "even", "alt", "first", "last", "clearfix", "row", "item", "new",
  ]

  /// Whether a block of reasonable size shows a date near its start or end.
  private static func hasDate(_ node: HTMLNode, _ dates: PrintedDate) -> Bool {
    guard node.endIndex - node.index < 3000 else { return false }
    for part in node.descendants.prefix(200) {
      if part.isElement("time"), part.attribute("datetime") != nil { return true }
      let text = part.characters
      guard part.kind == .text, (6...160).contains(text.utf8.count) else { continue }
      if dates.match(in: text) != nil || RelativeDate.age(in: text) != nil { return true }
    }
    return false
  }

  /// Whether the blocks are comments beyond doubt: three at least, most of them whole, and not the ways to other pages.
  var isSure: Bool { items.count >= 3 && share >= 0.8 && !isOfTeasers }

  /// How much a list speaks for itself: complete blocks, and words in them.
  var weight: Double {
    let words = items.reduce(0) { $0 + min(400, $1.entry.text.utf8.count) }
    return share * share * Double(items.count) * (1 + Double(words) / Double(items.count) / 100)
  }

  private static func list(
    _ shape: String, _ given: [HTMLNode], _ document: HTMLDocument
  ) -> CommentList? {
    let nodes = withNestedLists(given)
    let dates = PageDates.parser(for: document, within: nodes)
    let nesting = BlockNesting(nodes)
    let columns = BlockColumns(
      zip(nodes, nesting.inner).map { (node: $0, inner: $1) }, document, dates)
    // Classes that most templates use say more than columns do.
    let plain = nodes.indices.prefix(20).map { place in
      CommentParts(
        document: document, scope: nodes[place], number: nodes[place].id ?? "",
        inner: nesting.inner[place], dates: dates
      )
    }
    let isNamed = !columns.linksToMembers && CommentParts.areNamed(plain)
    var complete = 0
    var items: [Item] = []
    for (place, node) in nodes.enumerated() {
      var hint = columns.hint(at: place)
      if isNamed { hint.author = nil }
      let parts = CommentParts(
        document: document, scope: node, number: node.id ?? "", inner: nesting.inner[place],
        dates: dates, hint: hint)
      var entry = PageEntry(kind: .comment)
      entry.authorName = parts.author
      entry.authorURL = parts.authorURL
      entry.date = parts.date
      entry.dateAge = parts.dateAge
      entry.dateAsWritten = parts.dateAsWritten
      entry.ordinal = parts.ordinal
      entry.text = withoutMarks(parts.text)
      if let index = hint.subject, let name = parts.author {
        let subject = document[index].foldedText
        if !subject.contains(name), !name.contains(subject) { entry.subject = subject }
      }
      let hasDate = parts.date != nil || parts.dateAge != nil
      if parts.author != nil, hasDate, entry.text.utf8.count > 2 { complete += 1 }
      items.append(Item(node: node, entry: entry, parent: nesting.parents[place]))
    }
    guard complete >= 2 else { return nil }
    // The names of the columns of a table are no comment.
    if let first = items.first, first.node.isElement("tr"), first.node.first("th") != nil,
      first.entry.authorName == nil, first.entry.date == nil, items.allSatisfy({ $0.parent == nil })
    {
      items.removeFirst()
    }
    unquoteBodies(&items)
    return CommentList(
      shape: shape, items: items, share: Double(complete) / Double(items.count),
      isOfTeasers: areTeasers(nodes) || areLinks(nodes) || areExcerpts(items)
        || leadElsewhere(items) || areNamedForTitles(items),
      isOfForum: columns.linksToMembers
        || items.count { $0.entry.subject != nil } * 2 > items.count,
      isOfTopic: items.count { isPostOfTopic($0.node) } * 2 > items.count
    )
  }

  /// Whether a block or a link in it is named as forums name posts: "p12", "post-12", "#entry12", "/posts/12".
  private static func isPostOfTopic(_ block: HTMLNode) -> Bool {
    func isNumbered(_ name: String) -> Bool {
      let letters = name.prefix { !$0.isNumber }
      return letters.utf8.count < name.utf8.count
        && name.dropFirst(letters.count).allSatisfy(\.isNumber)
        && ["p", "post", "post-", "post_", "entry", "msg"].contains(letters.lowercased())
    }
    if let id = block.id, isNumbered(id) { return true }
    return block.elements("a").prefix(30).contains { link in
      if let name = link.attribute("name") ?? link.id, isNumbered(name) { return true }
      guard let address = link.attribute("href") else { return false }
      if let mark = address.firstIndex(of: "#") {
        return isNumbered(String(address[address.index(after: mark)...]))
      }
      let parts = address.split(separator: "/")
      return parts.count >= 2 && parts[parts.count - 2] == "posts"
        && parts[parts.count - 1].allSatisfy(\.isNumber)
    }
  }

  /// Where a template sets every comment as a quotation, none of them is one.
  private static func unquoteBodies(_ items: inout [Item]) {
    func lines(_ text: String) -> [Substring] {
      text.split(separator: "\n", omittingEmptySubsequences: false)
    }
    let quoted = items.count { item in
      !item.entry.text.isEmpty
        && lines(item.entry.text).allSatisfy { $0.isEmpty || $0.first == ">" }
    }
    guard quoted >= 2, quoted * 5 >= items.count * 4 else { return }
    for index in items.indices {
      items[index].entry.text = lines(items[index].entry.text).map { line in
        line.hasPrefix("> ") ? String(line.dropFirst(2)) : line == ">" ? "" : String(line)
      }.joined(separator: "\n")
    }
  }

  /// Items of lists inside the items, where no class tells answers from other lists.
  private static func withNestedLists(_ nodes: [HTMLNode]) -> [HTMLNode] {
    guard let first = nodes.first, first.isElement("li"), first.classes.isEmpty else {
      return nodes
    }
    var all = nodes
    let known = Set(nodes.map(\.index))
    let dates = PrintedDate()
    for node in nodes {
      for item in node.elements("li")
      where !known.contains(item.index) && item.classes.isEmpty && hasDate(item, dates) {
        all.append(item)
        if all.count > 2000 { return nodes }
      }
    }
    var seen: Set<Int> = []
    return all.filter { seen.insert($0.index).inserted }.sorted { $0.index < $1.index }
  }

  /// Whether most blocks have a heading that links to another page, but for one that is the writer's.
  private static func areTeasers(_ nodes: [HTMLNode]) -> Bool {
    let sample = nodes.prefix(20)
    let linked = sample.count { node in
      ["h1", "h2", "h3", "h4", "h5", "h6"].contains { name in
        node.first(name)?.first("a").map { leadsElsewhere($0) && !$0.leadsToPerson } ?? false
      }
    }
    return linked * 2 > sample.count
  }

  /// Whether most blocks open with a line that is a link to another page, as posts that somebody might also like to read
  /// do; or nearly all are such a link and a few words, as the rows of an index are.
  private static func leadElsewhere(_ items: [Item]) -> Bool {
    let sample = items.prefix(100)
    var (ledCount, rowCount) = (0, 0)
    for item in sample {
      let links = item.node.elements("a").prefix(12).filter(leadsElsewhere)
      guard !links.isEmpty else { continue }
      let lines = openingLines(item.entry.text).filter { $0 != item.entry.authorName }
      let isLed = links.contains { link in
        let words = link.foldedTextWithoutImages
        return lines.contains { $0 == words || $0.utf8.count >= 12 && words.hasPrefix($0) }
          || readOn.contains(ThemeText.trimmed(words).lowercased())
      }
      if isLed {
        ledCount += 1
        continue
      }
      // A writer's own page stands elsewhere; the pages of an archive lie beside its index.
      let hasRowLink = links.contains { link in
        link.foldedTextWithoutImages != item.entry.authorName
          || !(link.attribute("href") ?? "").contains(":")
      }
      // What is named for a page of the same site, and said in one line, is a row of a list of such pages.
      let isNamedForPage = links.contains { link in
        link.foldedTextWithoutImages == item.entry.authorName && !link.leadsToPerson
          && !(link.attribute("href") ?? "").contains(":")
      }
      if hasRowLink,
        isFewWords(item.entry.text)
          || isNamedForPage && !item.entry.text.contains("\n") && item.entry.text.utf8.count <= 120
      {
        rowCount += 1
      }
    }
    return ledCount * 2 > sample.count || (ledCount + rowCount) * 10 >= sample.count * 9
  }

  /// The first lines of words, cell by cell, without the marks of lists.
  private static func openingLines(_ text: String) -> [String] {
    text.split(maxSplits: 12) { $0 == "\n" || $0 == "\t" }.prefix(3).map { line in
      let line = String(line).foldingSpace
      return ["- ", "* "].contains { line.hasPrefix($0) } ? String(line.dropFirst(2)) : line
    }.filter { $0.utf8.count >= 4 }
  }

  /// Whether most names are as long as the titles of events and pages are.
  private static func areNamedForTitles(_ items: [Item]) -> Bool {
    let names = items.compactMap(\.entry.authorName)
    return names.count { $0.utf8.split(separator: 0x20).count > 4 } * 2 > names.count
  }

  /// Labels of the link to the whole of what a block shows the start of.
  private static let readOn: Set<String> = [
    "more", "read more", "continue reading", "full story", "weiterlesen", "mehr", "mehr lesen",
    "lire la suite", "leer más", "seguir leyendo", "leggi tutto", "continua a leggere", "continua",
    "ler mais", "continue lendo", "leia mais", "lees verder", "lees meer", "czytaj dalej",
    "czytaj więcej", "читать далее", "читать дальше", "続きを読む", "阅读全文", "閱讀全文",
  ]

  private static func leadsElsewhere(_ link: HTMLNode) -> Bool {
    guard let href = link.attribute("href"), !href.isEmpty, !href.utf8.contains(0x23),
      !link.hasToken("nofollow", in: "rel"), !link.hasToken("ugc", in: "rel")
    else { return false }
    return true
  }

  /// Whether text is one line of a few words, and no sentence.
  private static func isFewWords(_ text: String) -> Bool {
    guard text.utf8.count <= 60, !text.contains("\n"), let last = text.last else { return false }
    return !".!?".contains(last) && text.split(separator: " ").count <= 4
  }

  /// Whether the words of nearly all blocks break off.
  private static func areExcerpts(_ items: [Item]) -> Bool {
    let count = items.count { item in
      let text = ThemeText.trimmed(item.entry.text)
      return ["...", "…", "[...]", "[…]"].contains { text.hasSuffix($0) }
    }
    return count >= 3 && count * 10 >= items.count * 9
  }

  /// Whether most letters of most blocks are those of links.
  private static func areLinks(_ nodes: [HTMLNode]) -> Bool {
    let sample = nodes.prefix(20)
    let linked = sample.count { node in
      let letters = letterCount(node)
      let inLinks = node.elements("a").reduce(0) { $0 + letterCount($1) }
      return inLinks * 10 >= letters * 6
    }
    return linked * 2 > sample.count
  }

  private static func letterCount(_ node: HTMLNode) -> Int {
    node.foldedText.unicodeScalars.count { $0.properties.isAlphabetic }
  }

  /// Without lines of marks and arrows at the end, which links for answers leave behind, and marks that stood beside the
  /// date at the start.
  private static func withoutMarks(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    while let last = lines.last,
      !last.unicodeScalars.contains(where: {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
          || $0.properties.isEmojiPresentation
          || [")", "(", "?", "!"].contains($0)
      })
    {
      lines.removeLast()
    }
    while let first = lines.first, !first.isEmpty,
      first.unicodeScalars.allSatisfy({ " »«|·•–—".unicodeScalars.contains($0) })
    {
      lines.removeFirst()
    }
    return lines.joined(separator: "\n")
  }
}
