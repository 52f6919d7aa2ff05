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
      isTestedOnRealPages: true)
  }

  /// Weakest of all: only where three blocks have both name and date.
  public func confidence(in page: Page) -> Int {
    guard !page.document.isFlattened, let list = Self.best(in: page).list else { return 0 }
    return list.isSure ? 15 : 0
  }

  /// The best list of a page, and the page that it was found in: comments without elements of their own get some.
  private static func best(in page: Page) -> (page: Page, list: CommentList?) {
    let plain = CommentList.best(in: page)
    guard let document = FlatRuns.wrapped(page.document) else { return (page, plain) }
    let wrapped = page.with(document)
    guard let list = CommentList.best(in: wrapped),
      plain.map({ $0.isOfTeasers || list.weight > $0.weight }) ?? true
    else { return (page, plain) }
    return (wrapped, list)
  }

  /// Reads the article above the best list, and its blocks.
  public func read(_ page: Page) -> PageReading {
    let (page, list) = Self.best(in: page)
    let document = page.document
    var reading = PageReading(producer: Self.name, venueKind: .blog)
    let site = page.site
    reading.siteName = site.name
    reading.canonicalURL = site.canonicalURL
    let start = list?.items.first.map { Self.start(of: $0.node, document) } ?? document.nodeCount
    let dates = PageDates.parser(for: document, within: list?.items.map(\.node) ?? [])
    let article = ArticleReader(document: document, before: start, dates: dates)
      .entry(canonicalURL: site.canonicalURL, siteName: site.name, besideComments: true)
    // What stands above the first post of a topic is the board's.
    let hasArticle = article.map { !$0.text.isEmpty } ?? false && !(list?.isOfTopic ?? false)
    if let article, hasArticle { reading.entries.append(article) }
    guard let list else {
      reading.findings.append(
        page.finding(
          .note, PageFindings.unsure,
          "no repeated block with names and dates was found; only the article was read"))
      return reading
    }
    Self.add(list, to: &reading, hasArticle: hasArticle, of: page)
    if !hasArticle, list.isOfForum || list.isOfTopic {
      Self.openWithFirst(&reading, document, site)
    }
    return reading
  }

  /// Where what belongs to the first block begins: a heading right above it is that of the list.
  private static func start(of block: HTMLNode, _ document: HTMLDocument) -> Int {
    for index in (max(0, block.index - 60)..<block.index).reversed() {
      let node = document[index]
      if node.kind == .text, !node.characters.foldingSpace.isEmpty {
        let heading = node.nearest { ["h2", "h3", "h4", "h5", "h6"].contains($0.name) }
        return heading?.index ?? block.index
      }
    }
    return block.index
  }

  /// Takes the first post of a forum's page for the one that opens the thread.
  private static func openWithFirst(
    _ reading: inout PageReading, _ document: HTMLDocument, _ site: SiteTraits
  ) {
    guard !reading.entries.isEmpty else { return }
    reading.venueKind = .forum
    reading.entries[0].kind = .article
    reading.entries[0].subject =
      reading.entries[0].subject ?? CommentTemplate.title(document, site)
    for index in reading.entries.indices.dropFirst() where reading.entries[index].parent == nil {
      reading.entries[index].parent = .article
      reading.entries[index].parentDetail = "not nested"
    }
  }

  /// Adds the comments that a known program's page shows in a way of its own, where that program's marks led to the
  /// article and to nothing else.
  static func addComments(to reading: inout PageReading, of page: Page) {
    guard reading.venueKind == .blog, !reading.isIndex, reading.entries.count == 1,
      reading.entries[0].kind == .article, !page.document.isFlattened,
      let list = CommentList.best(in: page), list.isSure
    else { return }
    add(list, to: &reading, hasArticle: true, of: page)
  }

  private static func add(
    _ list: CommentList, to reading: inout PageReading, hasArticle: Bool, of page: Page
  ) {
    for (place, item) in list.items.enumerated() {
      var entry = item.entry
      // Ways to other pages of comments may have their class; they say nothing at no time.
      if entry.text.isEmpty, entry.date == nil, entry.dateAge == nil,
        !list.items.contains(where: { $0.parent == place })
      {
        continue
      }
      let key = item.node.id ?? "item-\(place + 1)"
      entry.key = list.items[..<place].contains { $0.node.id == key } ? "item-\(place + 1)" : key
      if let id = item.node.id { entry.permalink = reading.canonicalURL.map { $0 + "#" + id } }
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
  }
}
