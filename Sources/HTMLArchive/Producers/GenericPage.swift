internal import HTMLTree
internal import SourceBytes

/// Pages of no known program: the repeated block that is a list of comments, found by its structure.
///
/// Elements of one name and class are a candidate where most of them hold a name, a date and words. Nothing
/// is made up: what a block does not say stays empty, and a finding says how sure the reading is.
public struct GenericPage: Producer {
  /// Makes the reader.
  public init() {}

  static let name = "generic"

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: Self.name, title: "Page of unknown make with a list of comments",
      recognition: "several blocks of one class that each hold a name, a date and words",
      gives: "what the blocks show: authors, dates, text, nesting; how sure it is as a finding",
      isTestedOnRealPages: false)
  }

  /// Weakest of all: only where three blocks have both name and date.
  public func confidence(in page: Page) -> Int {
    guard !page.document.isFlattened, let list = CommentList.best(in: page) else { return 0 }
    return list.items.count >= 3 && list.share >= 0.8 ? 15 : 0
  }

  /// Reads the article above the best list, and its blocks.
  public func read(_ page: Page) -> PageReading {
    let document = page.document
    var reading = PageReading(producer: Self.name, venueKind: .blog)
    let site = SiteTraits(page)
    reading.siteName = site.name
    reading.canonicalURL = site.canonicalURL
    let list = CommentList.best(in: page)
    let start = list?.items.first?.node.index ?? document.nodeCount
    let dates = PageDates.parser(for: document, within: list?.items.map(\.node) ?? [])
    let article = ArticleReader(document: document, before: start, dates: dates)
      .entry(canonicalURL: site.canonicalURL, siteName: site.name)
    let hasArticle = article.map { !$0.text.isEmpty } ?? false
    if let article, hasArticle { reading.entries.append(article) }
    guard let list else {
      reading.findings.append(
        page.finding(
          .note, PageFindings.unsure,
          "no repeated block with names and dates was found; only the article was read"))
      return reading
    }
    for (place, item) in list.items.enumerated() {
      var entry = item.entry
      let key = item.node.id ?? "item-\(place + 1)"
      entry.key = list.items[..<place].contains { $0.node.id == key } ? "item-\(place + 1)" : key
      if let id = item.node.id { entry.permalink = site.canonicalURL.map { $0 + "#" + id } }
      if let parent = item.parent {
        let key = list.items[parent].node.id ?? "item-\(parent + 1)"
        entry.parent = .entry(key: key)
        entry.parentDetail = "nested under \(key)"
      } else if hasArticle {
        entry.parent = .article
        entry.parentDetail = "not nested"
      }
      reading.entries.append(entry)
    }
    let percent = Int((list.share * 100).rounded())
    reading.findings.append(
      page.finding(
        .note, PageFindings.unsure,
        "read by structure alone: \(list.items.count) blocks \(list.shape); "
          + "\(percent) % of them have name, date and words",
        hint: "compare with the page; `thresh formats` lists what is read surely"))
    return reading
  }
}

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

  /// The best list of a page; nil where no repeated block has names and dates.
  ///
  /// - Complexity: Linear in the nodes; at most 12 shapes are taken apart, at most 2,000 blocks of each.
  static func best(in page: Page) -> CommentList? {
    let document = page.document
    var groups: [String: [HTMLNode]] = [:]
    var order: [String] = []
    for node in document.root.descendants where node.kind == .element {
      guard ["li", "div", "article", "tr", "section", "dd", "p", "td"].contains(node.name),
        node.endIndex - node.index >= 4,
        !node.ancestors.prefix(12).contains(where: { $0.isElement("nav") || $0.isElement("aside") })
      else { continue }
      // Numbers in classes are the comment's own: "comment-12 odd" is of the shape "comment-".
      let token = node.classes.first { !stateClasses.contains($0) } ?? ""
      let stem = String(token.filter { $0 < "0" || $0 > "9" })
      guard !stem.isEmpty || node.isElement("li") || node.isElement("article") else { continue }
      let shape = node.name + (stem.isEmpty ? "" : "." + stem)
      if groups[shape] == nil { order.append(shape) }
      groups[shape, default: []].append(node)
    }
    let dates = PrintedDate()
    let likely = order.filter { (2...5000).contains(groups[$0]?.count ?? 0) }
      .map { shape -> (shape: String, dated: Int) in
        let sample = (groups[shape] ?? []).prefix(12)
        return (shape, sample.count { hasDate($0, dates) })
      }
      .filter { $0.dated * 2 >= min(12, groups[$0.shape]?.count ?? 0) }
    var best: CommentList?
    for (shape, _) in likely.prefix(12) {
      guard let list = list(shape, Array((groups[shape] ?? []).prefix(2000)), document) else {
        continue
      }
      if best.map({ list.weight > $0.weight }) ?? true { best = list }
    }
    return best
  }

  private static let stateClasses: Set<String> = [
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

  /// How much a list speaks for itself: complete blocks, and words in them.
  private var weight: Double {
    let words = items.reduce(0) { $0 + min(400, $1.entry.text.utf8.count) }
    return share * share * Double(items.count) * (1 + Double(words) / Double(items.count) / 100)
  }

  private static func list(
    _ shape: String, _ nodes: [HTMLNode], _ document: HTMLDocument
  ) -> CommentList? {
    let dates = PageDates.parser(for: document, within: nodes)
    var open: [Int] = []
    var items: [Item] = []
    var inner: [Set<Int>] = Array(repeating: [], count: nodes.count)
    var parents: [Int?] = []
    for (place, node) in nodes.enumerated() {
      while let last = open.last, nodes[last].endIndex <= node.index { open.removeLast() }
      parents.append(open.last)
      if let last = open.last { inner[last].insert(node.index) }
      open.append(place)
    }
    var complete = 0
    for (place, node) in nodes.enumerated() {
      let parts = CommentParts(
        document: document, scope: node, number: node.id ?? "", inner: inner[place], dates: dates)
      var entry = PageEntry(kind: .comment)
      entry.authorName = parts.author
      entry.authorURL = parts.authorURL
      entry.date = parts.date
      entry.dateAge = parts.dateAge
      entry.dateAsWritten = parts.dateAsWritten
      entry.ordinal = parts.ordinal
      entry.text = parts.text
      let hasDate = parts.date != nil || parts.dateAge != nil
      if parts.author != nil, hasDate, parts.text.utf8.count > 2 { complete += 1 }
      items.append(Item(node: node, entry: entry, parent: parents[place]))
    }
    guard complete >= 2 else { return nil }
    return CommentList(shape: shape, items: items, share: Double(complete) / Double(items.count))
  }
}
