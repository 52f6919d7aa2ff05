internal import HTMLTree

/// Pages of PivotX and Pivot: each comment has an anchor of the author's name and the minute, `ada-0603051407`.
public struct PivotX: Producer {
  /// How many elements behind an anchor are looked at for the comment's parts.
  private static let reach = 6

  /// Makes the reader.
  public init() {}

  private let template = CommentTemplate(
    key: { node in
      guard ["div", "li", "article", "dd"].contains(node.name) else { return nil }
      let anchors = node.childElements.filter(PivotX.isAnchor)
      return anchors.count == 1 ? anchors[0].id : nil
    },
    author: ["comment-author", "commentmetadata", "comment-info", "meta"],
    date: [],
    body: ["comment-text", "comment_text", "comment", "comment*"],
    answered: PivotX.answered,
    mend: { entry, own in PivotX.mend(&entry, own) },
    isOmitted: PivotX.isLine,
    articleIsBeside: true,
    // Themes share these names: most print the date above the words and the count below, "Natural" both below.
    articleLines: ["date", "articleinfo", "entryfooter", "entrynavigation", "comments"])

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "pivotx", title: "PivotX or Pivot page",
      recognition: "anchors NAME-YYMMDDHHMM with a line in cite or inside of a commentblock",
      gives: "article, comments with stated answers, trackbacks, authors and their pages, dates",
      isTestedOnRealPages: false)
  }

  /// Sure where comments stand behind such anchors.
  public func confidence(in page: Page) -> Int {
    guard page.document.hasID(where: PivotX.isKey) else { return 0 }
    let document = PivotX.wrapped(page.document)
    let boxes = template.boxes(in: document)
    guard !boxes.isEmpty else { return 0 }
    let isPivot =
      page.generator.contains("pivot") || document.hasClass("commentblock")
      || boxes.contains { !$0.node.elements("cite").isEmpty }
    return isPivot ? 91 : 0
  }

  /// Reads the article and its comments.
  public func read(_ page: Page) -> PageReading {
    template.read(page.with(PivotX.wrapped(page.document)), as: summary.name)
  }

  // MARK: Boxes

  /// The page with an element around each anchor and the parts behind it, where they have none of their own.
  private static func wrapped(_ document: HTMLDocument) -> HTMLDocument {
    let anchors = document.elements("a").filter(isAnchor)
    let counts = anchors.reduce(into: [:]) { $0[$1.parent?.index ?? 0, default: 0] += 1 }
    var runs: [Range<Int>] = []
    for anchor in anchors {
      var end: Int?
      var seen = 0
      for sibling in anchor.followingSiblings where sibling.kind == .element {
        seen += 1
        if seen > reach || isAnchor(sibling) { break }
        if sibling.isElement("cite") || sibling.classes.contains(where: { $0.hasPrefix("comment") })
        {
          end = sibling.endIndex
        }
      }
      // One that is alone in a box stands with its words there.
      let isBoxed = anchor.parent.map { around in
        counts[around.index] == 1
          && around.classes.contains { $0.hasPrefix("comment") && $0 != "commentblock" }
      }
      guard let end, isBoxed != true, anchor.index >= runs.last?.upperBound ?? 0 else { continue }
      runs.append(anchor.index..<end)
    }
    return document.wrapping(runs, in: "div")
  }

  private static func isAnchor(_ node: HTMLNode) -> Bool {
    node.isElement("a") && node.endIndex == node.index + 1
      && node.id.map { isKey($0.utf8.span) } ?? false
  }

  /// A name, a hyphen, and year, month, day, hour and minute in two figures each.
  private static func isKey(_ id: Span<UInt8>) -> Bool {
    guard id.count > 11, id[id.count - 11] == UInt8(ascii: "-") else { return false }
    func pair(_ place: Int) -> Int? {
      let at = id.count - 10 + 2 * place
      let (tens, ones) = (Int(id[at]) - 0x30, Int(id[at + 1]) - 0x30)
      return (0...9).contains(tens) && (0...9).contains(ones) ? tens * 10 + ones : nil
    }
    guard pair(0) != nil, let month = pair(1), let day = pair(2), let hour = pair(3),
      let minute = pair(4)
    else { return false }
    return (1...12).contains(month) && (1...31).contains(day) && hour < 24 && minute < 60
  }

  // MARK: Parts

  /// Where a comment says that it is a reply: a link to an anchor that is no younger than its own.
  private static func answered(_ own: [HTMLNode]) -> String? {
    guard let key = own.first(where: isAnchor)?.id else { return nil }
    for link in own where link.isElement("a") {
      guard let target = link.attribute("href"), target.hasPrefix("#") else { continue }
      let other = String(target.dropFirst())
      if other != key, isKey(other.utf8.span), other.suffix(10) <= key.suffix(10) { return other }
    }
    return nil
  }

  private static func mend(_ entry: inout PageEntry, _ own: [HTMLNode]) {
    if let key = own.first(where: isAnchor)?.id { readDate(key, into: &entry) }
    guard let line = own.last(where: isLine) else { return }
    let text = line.foldedText
    if let stamp = text.range(behindLast: [" - ", " // ", " on ", "Sent on "]) {
      entry.dateAsWritten = ThemeText.trimmed(String(text[stamp].prefix { $0 != "," }))
    }
    let page = line.elements("a").first { $0.attribute("href")?.hasPrefix("http") ?? false }
    entry.authorURL = entry.authorURL ?? page?.attribute("href").map(Wayback.original)
    if text.hasPrefix("Sent on ") {
      entry.kind = .pingback
      entry.authorName = page?.foldedText
      return
    }
    if let strong = line.first("strong")?.foldedText ?? line.first("b")?.foldedText,
      !strong.isEmpty
    {
      entry.authorName = strong
      return
    }
    var name = text[...]
    for mark in [" (", ", (", " - ", " // ", " on "] {
      if let end = name.firstRange(of: mark) { name = name[..<end.lowerBound] }
    }
    entry.authorName = ThemeText.name(from: ThemeText.trimmed(String(name)))
  }

  /// Whether an element is the line about the author and the time.
  private static func isLine(_ node: HTMLNode) -> Bool {
    node.isElement("cite") && node.elements("cite").isEmpty
      || ["comment-author", "commentmetadata", "comment-info", "meta"].contains {
        node.hasClass($0)
      }
  }

  private static func readDate(_ key: String, into entry: inout PageEntry) {
    let figures = key.suffix(10).map(String.init)
    let pairs = stride(from: 0, to: 10, by: 2).map { figures[$0] + figures[$0 + 1] }
    // Pivot is of 2001.
    let written = "20\(pairs[0])-\(pairs[1])-\(pairs[2]) \(pairs[3]):\(pairs[4])"
    guard let match = PrintedDate().match(in: written) else { return }
    (entry.date, entry.dateAsWritten) = (match.date, written)
  }
}

extension String {
  /// What stands behind the last of some marks; nil where none stands in it.
  fileprivate func range(behindLast marks: [String]) -> Range<Index>? {
    let starts = marks.compactMap { mark in ranges(of: mark).last?.upperBound }
    return starts.max().map { $0..<endIndex }
  }
}
