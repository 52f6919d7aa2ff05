internal import HTMLTree
internal import SourceBytes

/// The marks of a program whose comments sit in boxes with an id, nested or set in where they answer.
struct CommentTemplate: Sendable {
  /// The key of a comment whose box this is; nil for every other element.
  var key: @Sendable (HTMLNode) -> String?
  /// Classes of which every box has one; a page that has none of them is not walked.
  var classes: [String] = []
  /// Whether every box has an id, so that nothing else is asked for its key.
  var needsID = false
  /// Classes or `data-role`s of the author's name, the likeliest first.
  var author: [String]
  /// The same of the date.
  var date: [String]
  /// The same of the body.
  var body: [String]
  /// The same of a comment's own subject.
  var subject: [String] = []
  /// Classes of what stands in a body and is no part of its words, such as a switch for quotations.
  var omitted: [String] = []
  /// Whether the line ends inside the paragraphs of a body are those that its author set.
  var keepsLines = false
  /// What a comment says it answers, by key, from its own part of the page; asked before nesting counts.
  var answered: (@Sendable ([HTMLNode]) -> String?)?
  /// How deep a box that is not nested stands, from 0; the comment above with less depth is answered.
  var depth: (@Sendable (HTMLNode) -> Int?)?
  /// What only this template prints in its own way, read from the elements of a comment after its classes were.
  var mend: (@Sendable (inout PageEntry, [HTMLNode]) -> Void)?
  /// What stands in a body and is no part of its words, where no class tells it.
  var isOmitted: (@Sendable (HTMLNode) -> Bool)?
  /// Whether a box shows that there is a comment, but not its words.
  var isFolded: (@Sendable (HTMLNode) -> Bool)?
  /// The marks of a comment by the author of the article.
  var owner: [String] = []
  /// What kind of place it is.
  var venueKind = PageReading.VenueKind.blog
  /// Whether the first box is the article itself, as in forums and lists.
  var firstIsArticle = false
  /// Whether the words of the article may stand right beside the comments, in no element of their own.
  var articleIsBeside = false
  /// Classes of the lines that the template prints among the words of the article: about its date, the ways to its
  /// neighbours, the count of its comments.
  var articleLines: [String] = []
  /// Whether a key is what an address names after `#`.
  var keyIsAnchor = true

  /// Boxes of a class with an id that starts with `idPrefix`.
  static func boxes(
    ofClass token: String, idPrefix: String
  ) -> @Sendable (HTMLNode) -> String? {
    { node in
      guard node.hasClass(token), let id = node.attribute("id"), id.hasPrefix(idPrefix) else {
        return nil
      }
      return id
    }
  }

  /// The boxes of a page with their keys, in document order.
  func boxes(in document: HTMLDocument) -> [(node: HTMLNode, key: String)] {
    guard classes.isEmpty || classes.contains(where: document.hasClass) else { return [] }
    var seen: Set<String> = []
    var boxes: [(node: HTMLNode, key: String)] = []
    let nodes =
      needsID || !classes.isEmpty
      ? document.root.elements(withAnyOf: needsID ? ["id"] : ["class"])
      : (0..<document.nodeCount).map { document[$0] }
    for node in nodes where node.kind == .element {
      guard let key = key(node), seen.insert(key).inserted else { continue }
      boxes.append((node, key))
    }
    return boxes
  }

  /// Reads a page: the article above the first box, then the comments.
  ///
  /// - Complexity: Linear in the nodes of the page.
  func read(_ page: Page, as producer: String) -> PageReading {
    let document = page.document
    var reading = PageReading(producer: producer, venueKind: .blog)
    let site = page.site
    reading.siteName = site.name
    reading.canonicalURL = site.canonicalURL
    let boxes = boxes(in: document)
    let dates = PageDates.parser(for: document, within: boxes.map(\.node))
    var hasArticle = firstIsArticle
    if !firstIsArticle {
      let article = ArticleReader(
        document: document, before: boxes.first?.node.index ?? document.nodeCount, dates: dates
      ).entry(
        canonicalURL: site.canonicalURL, siteName: site.name, besideComments: articleIsBeside,
        lines: articleLines)
      // A frame that was saved alone has no article.
      hasArticle = article.map { !$0.text.isEmpty } ?? false
      if let article, hasArticle { reading.entries.append(article) }
    }
    let title = Self.title(document, site)
    var parents = ParentStack()
    var keys: Set<String> = []
    let inner = BlockNesting(boxes.map(\.node)).inner
    for (place, box) in boxes.enumerated() {
      let next = place + 1 < boxes.count ? boxes[place + 1].node.index : document.nodeCount
      // A comment's own parts stand before the first answer inside it.
      let own = box.node.index + 1..<min(box.node.endIndex, max(next, box.node.index + 1))
      let elements = own.map { document[$0] }.filter { $0.kind == .element }
      var entry = entry(document, own, elements, dates: dates)
      mend?(&entry, elements)
      complete(&entry, box, inner: inner[place], document, dates: dates)
      entry.key = box.key
      entry.isByArticleAuthor =
        !owner.isEmpty
        && ([box.node] + elements).contains { node in owner.contains { node.hasClass($0) } }
      if entry.permalink == nil {
        let anchor = keyIsAnchor ? box.key : box.node.id ?? box.key
        entry.permalink = site.canonicalURL.map { $0 + "#" + anchor }
      }
      let around = parents.parent(of: box, depth: depth?(box.node))
      if venueKind == .list {
        entry.kind = .message
        entry.subject = entry.subject ?? title
      }
      if firstIsArticle, place == 0, venueKind != .list {
        entry.kind = .article
        entry.subject = entry.subject ?? title
      } else if let stated = answered?(elements), stated != box.key, keys.contains(stated) {
        entry.parent = .entry(key: stated)
        entry.parentDetail = "the page says that it answers \(stated)"
      } else if let around {
        entry.parent = .entry(key: around)
        entry.parentDetail = "nested under \(around)"
      } else if hasArticle, venueKind != .list {
        entry.parent = .article
        entry.parentDetail = "not nested"
      }
      guard entry.authorName != nil || !entry.text.isEmpty else { continue }
      keys.insert(box.key)
      parents.open(box, depth: depth?(box.node))
      reading.entries.append(entry)
    }
    reading.venueKind = venueKind
    return reading
  }

  /// The title of a page whose first block is the article.
  static func title(_ document: HTMLDocument, _ site: SiteTraits) -> String? {
    let own =
      document.root.first(class: "thread-title") ?? document.root.first(class: "subject-title")
      ?? document.root.first(class: "thread-header")?.firstElement {
        $0.isElement("h1") || $0.isElement("h2") || $0.isElement("h3")
      }
    if let text = own?.foldedText, !text.isEmpty { return text }
    let heading = document.elements("h1").first { !$0.foldedText.isEmpty }
    let title =
      heading?.foldedText ?? document.meta("og:title")
      ?? document.elements("title").first.map { $0.descendants.map(\.characters).joined() }?
      .foldingSpace
    return title.map { title in
      topicLeads.lazy.compactMap { title.firstRange(of: $0) }.first.map {
        String(title[$0.upperBound...])
      } ?? title
    }
  }

  /// What phpBB puts before the topic in the title of a page, in the languages of its users.
  private static let topicLeads = [
    "View topic - ", "Thema anzeigen - ", "Voir le sujet - ", "Ver Tema - ", "Leggi argomento - ",
    "Bekijk onderwerp - ", "Zobacz temat - ", "Просмотр темы - ",
  ]

  private func entry(
    _ document: HTMLDocument, _ range: Range<Int>, _ own: [HTMLNode], dates: PrintedDate
  ) -> PageEntry {
    func text(_ node: HTMLNode) -> String {
      document.readableText(ofNodes: node.index + 1..<min(node.endIndex, range.upperBound))
    }
    var entry = PageEntry(kind: .comment)
    if let node = find(author, in: own) {
      var options = ReadableTextOptions()
      options.showsImageText = false
      var line = document.readableText(
        ofNodes: node.index + 1..<min(node.endIndex, range.upperBound), options: options
      ).foldingSpace
      if let match = dates.match(in: line) { line = line.part(0..<match.range.lowerBound) }
      let words = line.split(separator: " ")
      if let last = words.last, words.count > 1, MonthNames.isWeekday(last.lowercased()) {
        line = words.dropLast().joined(separator: " ")
      }
      for mark in [" [Visitor]", " [Member]"] {
        if let range = line.firstRange(of: mark) { line = String(line[..<range.lowerBound]) }
      }
      entry.authorName = ThemeText.name(from: line).flatMap { ThemeText.isNoise($0) ? nil : $0 }
      entry.authorURL = Self.address(
        of: entry.authorName, among: own.filter { node.contains($0) && $0.isElement("a") })
    }
    if entry.authorName == nil { readAuthorBehindDate(own, dates: dates, into: &entry, text: text) }
    entry.subject = find(subject, in: own).map { text($0).foldingSpace }.flatMap {
      $0.isEmpty ? nil : $0
    }
    readDate(own, dates: dates, into: &entry, text: text)
    if let node = find(body, in: own) {
      entry.text = document.readableText(
        ofNodes: node.index + 1..<min(node.endIndex, range.upperBound), options: options(in: node))
    }
    return entry
  }

  /// Where the link leads that is the name; else the first that is no label such as "Comment" or "Reply".
  private static func address(of name: String?, among links: [HTMLNode]) -> String? {
    let named = links.first { $0.foldedTextWithoutImages == name }
    let link = named ?? links.first { !ThemeText.isNoise($0.foldedText) }
    let address = link?.attribute("href").map(Wayback.original)
    return address.flatMap { $0.hasPrefix("http") ? $0 : nil }
  }

  /// "5 March 2006, by Ada": a line that the template names after the date alone.
  private func readAuthorBehindDate(
    _ own: [HTMLNode], dates: PrintedDate, into entry: inout PageEntry, text: (HTMLNode) -> String
  ) {
    for name in date {
      guard let node = find([name], in: own) else { continue }
      let line = text(node).foldingSpace
      guard line.utf8.count < 400, let match = dates.match(in: line),
        let author = ThemeText.nameBehindLead(
          line.part(match.range.upperBound..<line.utf8.count))
      else { continue }
      entry.authorName = author
      let link = own.first { $0.isElement("a") && node.contains($0) && $0.foldedText == author }
      entry.authorURL = link?.attribute("href").map(Wayback.original).flatMap {
        $0.hasPrefix("http") ? $0 : nil
      }
      return
    }
  }

  private func options(in body: HTMLNode) -> ReadableTextOptions {
    var options = ReadableTextOptions()
    guard keepsLines || !omitted.isEmpty || isOmitted != nil else { return options }
    for node in body.descendants where node.kind == .element {
      if keepsLines, node.isElement("p") { options.preformatted.insert(node.index) }
      if omitted.contains(where: { node.hasClass($0) }) || isOmitted?(node) ?? false {
        options.omitted.insert(node.index)
      }
    }
    return options
  }

  /// Fills in what the classes of the template do not name, since versions and themes rename them.
  private func complete(
    _ entry: inout PageEntry, _ box: (node: HTMLNode, key: String), inner: Set<Int>,
    _ document: HTMLDocument, dates: PrintedDate
  ) {
    let hasDate = entry.date != nil || entry.dateAge != nil
    guard entry.authorName == nil || !hasDate || entry.text.isEmpty else { return }
    let parts = CommentParts(
      document: document, scope: box.node, number: box.key, inner: inner, dates: dates)
    // A subject that leads to the comment looks like a name that leads to a page.
    if entry.authorName == nil, let name = parts.author, !ThemeText.isNoise(name),
      name != entry.subject
    {
      (entry.authorName, entry.authorURL) = (name, parts.authorURL)
    }
    if !hasDate {
      (entry.date, entry.dateAge) = (parts.date, parts.dateAge)
      entry.dateAsWritten = parts.dateAsWritten ?? entry.dateAsWritten
    }
    if entry.text.isEmpty, !(isFolded?(box.node) ?? false) { entry.text = parts.text }
  }

  /// Takes the first date that tells the time of day; where none does, the first that tells the day.
  private func readDate(
    _ own: [HTMLNode], dates: PrintedDate, into entry: inout PageEntry, text: (HTMLNode) -> String
  ) {
    let times = own.filter { $0.isElement("time") }.prefix(1)
    for time in times + date.compactMap({ find([$0], in: own) }) {
      for name in Self.stampAttributes {
        if let stamp = time.attribute(name), let date = EpochDate.date(Double(stamp)) {
          (entry.date, entry.dateAsWritten) = (date, text(time).foldingSpace)
          return
        }
      }
      let inside = time.childElements.first { $0.attribute("title") != nil }?.attribute("title")
      for written in [
        time.attribute("datetime"), time.attribute("title"), inside, text(time),
      ] {
        guard let written = written?.foldingSpace, !written.isEmpty else { continue }
        if entry.dateAsWritten == nil { entry.dateAsWritten = written }
        guard let match = dates.match(in: written) else { continue }
        let isDay = match.date.precision == .day
        if entry.date == nil || !isDay {
          (entry.date, entry.dateAsWritten) = (match.date, written.part(match.range))
        }
        if !isDay { return }
      }
    }
    if entry.date == nil {
      entry.dateAge = entry.dateAsWritten.flatMap { RelativeDate.age(in: $0) }
    }
  }

  /// Attributes that hold seconds since 1970.
  private static let stampAttributes = ["data-js-date", "data-timestamp", "data-updated-ts"]

  /// The first element of the likeliest name that is there; a name that ends in `*` stands for all that begin so.
  private func find(_ names: [String], in nodes: [HTMLNode]) -> HTMLNode? {
    for name in names {
      let start = name.hasSuffix("*") ? String(name.dropLast()) : nil
      let node = nodes.first { node in
        if let start { return node.classes.contains { $0.hasPrefix(start) } }
        return node.hasClass(name) || node.attributeEquals("data-role", name)
      }
      if let node { return node }
    }
    return nil
  }
}

/// The boxes around the next one: by containment, or by a stated depth.
private struct ParentStack {
  private var path: [(end: Int, key: String, depth: Int?)] = []

  mutating func parent(of box: (node: HTMLNode, key: String), depth: Int?) -> String? {
    while let last = path.last {
      if last.end > box.node.index { break }
      if let own = depth, let above = last.depth, above < own { break }
      path.removeLast()
    }
    return path.last?.key
  }

  mutating func open(_ box: (node: HTMLNode, key: String), depth: Int?) {
    path.append((box.node.endIndex, box.key, depth))
  }
}

extension HTMLNode {
  /// Pixels by which its style sets it in from the left; nil where it does not.
  var leftMargin: Int? {
    guard let style = attribute("style")?.lowercased() else { return nil }
    for property in ["margin-left:", "padding-left:"] {
      guard let range = style.firstRange(of: property) else { continue }
      let digits = style[range.upperBound...].drop { $0 == " " }.prefix { $0 >= "0" && $0 <= "9" }
      if let value = Int(digits) { return value }
    }
    return nil
  }
}
