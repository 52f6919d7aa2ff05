internal import HTMLTree
internal import SourceBytes

/// Pages of Subtext and of its forerunner .Text.
///
/// Skins name everything otherwise, but two links come from the program itself: one whose title is "permalink: " and the
/// subject, and one whose id ends in `_NameLink`, which is the author.
public struct Subtext: Producer {
  /// How far up from its author a comment is looked for.
  private static let reach = 12

  /// Makes the reader.
  public init() {}

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "subtext", title: "Subtext or .Text page",
      recognition: "links with the title permalink: and others whose id ends in _NameLink",
      gives: "article, flat comments with subjects, authors and their pages, dates",
      isTestedOnRealPages: false)
  }

  /// Sure where a comment has both links.
  public func confidence(in page: Page) -> Int {
    guard page.document.hasID(where: Subtext.isNameID) else { return 0 }
    return Subtext.boxes(of: page.document).isEmpty ? 0 : 91
  }

  /// Reads the article and its comments.
  public func read(_ page: Page) -> PageReading {
    let keys = Subtext.boxes(of: page.document)
    let template = CommentTemplate(
      key: { keys[$0.index] },
      author: [], date: ["commentInfo", "info", "postfoot", "Date", "date", "posted"],
      body: ["commentText", "commentBody", "Content"],
      mend: { entry, own in Subtext.mend(&entry, own) },
      // The line "posted on" is called so in the skins that print it, and the title where it is no heading.
      articleLines: ["postfoot", "postfooter", "itemdesc", "info", "title", "singleposttitle"])
    return template.read(page, as: summary.name)
  }

  // MARK: Boxes

  /// The keys of comments by the number of the element that holds one: the nearest around the author's link in which a
  /// permalink stands too.
  ///
  /// - Complexity: Linear in the elements with an id, times a fixed reach.
  private static func boxes(of document: HTMLDocument) -> [Int: String] {
    let permalinks = document.elements("a").filter(isPermalink)
    var boxes: [Int: String] = [:]
    for name in document.root.elements(withAnyOf: ["id"]) where isNameLink(name) {
      for around in name.ancestors.prefix(reach) {
        let first = permalinks.partitioningIndex { $0.index > around.index }
        guard first < permalinks.count, permalinks[first].index < around.endIndex else { continue }
        let isAlone =
          first + 1 == permalinks.count || permalinks[first + 1].index >= around.endIndex
        if isAlone, let key = key(of: permalinks[first]) { boxes[around.index] = key }
        break
      }
    }
    return boxes
  }

  private static func isPermalink(_ node: HTMLNode) -> Bool {
    node.attribute("title")?.hasPrefix("permalink: ") ?? false
  }

  private static func isNameLink(_ node: HTMLNode) -> Bool {
    node.isElement("a") && node.id.map { isNameID($0.utf8.span) } ?? false
  }

  private static func isNameID(_ id: Span<UInt8>) -> Bool {
    let mark: StaticString = "_NameLink"
    return id.hasBytes(mark, at: id.count - mark.utf8CodeUnitCount)
  }

  /// The number behind `#` of the address.
  private static func key(of permalink: HTMLNode) -> String? {
    guard let address = permalink.attribute("href"), let mark = address.lastIndex(of: "#") else {
      return nil
    }
    let number = address[mark...].dropFirst()
    return !number.isEmpty && number.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
      ? String(number) : nil
  }

  // MARK: Parts

  private static func mend(_ entry: inout PageEntry, _ own: [HTMLNode]) {
    guard let box = own.first?.parent, let permalink = own.first(where: isPermalink),
      let author = own.first(where: isNameLink)
    else { return }
    let name = author.foldedText
    entry.authorName = name.isEmpty ? nil : name
    entry.authorURL = author.attribute("href").map(Wayback.original).flatMap {
      $0.hasPrefix("http") ? $0 : nil
    }
    if name == "Pingback/TrackBack" {
      entry.kind = .pingback
      entry.authorName = nil
    }
    let heading = part(of: permalink, in: box)
    // "# re: Ladders": the sign leads to the comment.
    let subject = ThemeText.trimmed(String(heading.foldedText.drop { $0 == "#" }))
    entry.subject = subject.isEmpty ? nil : subject
    guard entry.text.isEmpty else { return }
    entry.text = words(of: box, without: [heading, part(of: author, in: box)])
  }

  /// What of a box holds a node: the outermost element below it.
  private static func part(of node: HTMLNode, in box: HTMLNode) -> HTMLNode {
    var part = node
    for around in node.ancestors {
      if around.index == box.index { break }
      part = around
    }
    return part
  }

  /// The words of a box without its heading and the line about its author.
  private static func words(of box: HTMLNode, without parts: [HTMLNode]) -> String {
    var options = ReadableTextOptions()
    options.showsImageText = false
    for part in parts { options.omitted.insert(part.index) }
    var lines = box.readableText(options).split(
      separator: "\n", omittingEmptySubsequences: false)
    // "Posted @ 3/5/2006 4:12 PM", beside the author's link and in no element of its own.
    func isStamp(_ line: Substring) -> Bool {
      line.utf8.count < 60 && PrintedDate().match(in: String(line)) != nil
    }
    if let first = lines.first, isStamp(first) { lines.removeFirst() }
    if let last = lines.last, isStamp(last) { lines.removeLast() }
    while let first = lines.first, first.isEmpty { lines.removeFirst() }
    while let last = lines.last, last.isEmpty { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}

extension Array {
  /// The first place whose element satisfies a condition that holds for all behind it too, by binary search.
  fileprivate func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
