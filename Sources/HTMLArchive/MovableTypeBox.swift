internal import HTMLTree
internal import SourceBytes

/// One comment of a Movable Type or TypePad page: where its words and its line with name and date stand.
struct MovableTypeBox {
  /// The element of the comment; nil where it is loose paragraphs.
  var box: HTMLNode?
  /// The element with name and date.
  var line: HTMLNode?
  /// The numbers of the nodes of loose paragraphs.
  var body: Range<Int>?
  /// The id that the page gives it.
  var key: String?
  /// The id of the comment that it says it answers.
  var answeredKey: String?

  /// The number of its first node.
  var start: Int { box?.index ?? body?.lowerBound ?? 0 }

  /// The comments of a page in the first shape that it has.
  static func boxes(_ document: HTMLDocument) -> [MovableTypeBox] {
    let lined = lined(document)
    if !lined.isEmpty { return lined }
    let numbered = numbered(document)
    return numbered.isEmpty ? loose(document) : numbered
  }

  /// `comments-body` with `comments-post` inside.
  static func lined(_ document: HTMLDocument) -> [MovableTypeBox] {
    document.root.descendants.compactMap { node in
      guard node.kind == .element,
        node.hasClass("comments-body") || node.hasClass("comments-content"),
        let line = node.first(class: "comments-post")
      else { return nil }
      return MovableTypeBox(box: node, line: line)
    }
  }

  /// Elements of class `comment` with an id `comment-N` or `cN`, N in hexadecimal figures.
  static func numbered(_ document: HTMLDocument) -> [MovableTypeBox] {
    var boxes: [MovableTypeBox] = []
    for node in document.root.descendants where node.kind == .element && node.hasClass("comment") {
      guard let id = node.id, isKey(id) else { continue }
      let line = node.firstElement { element in
        ["comment-footer", "comment-header", "comments-post", "posted", "comment-meta"].contains {
          element.hasClass($0)
        } && element.foldedTextWithoutImages.utf8.count < 300
      }
      var box = MovableTypeBox(box: node, line: line, key: id)
      for link in node.elements("a") {
        guard let href = link.attribute("href"), let hash = href.lastIndex(of: "#") else {
          continue
        }
        let target = String(href[href.index(after: hash)...])
        if target != id, isKey(target), target.hasPrefix("comment-"),
          line?.contains(link) ?? false
        {
          box.answeredKey = target
          break
        }
      }
      boxes.append(box)
    }
    return boxes
  }

  private static func isKey(_ id: String) -> Bool {
    let rest = id.hasPrefix("comment-") ? id.dropFirst(8) : id.hasPrefix("c") ? id.dropFirst() : ""
    return !rest.isEmpty && rest.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
      && rest.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x61 && $0 <= 0x66 }
  }

  /// `<a id="cN">`, paragraphs, and a paragraph of class `posted` or `comment-footer`; in 3.0 and 3.1 `<div id="cN">`
  /// with the paragraphs inside.
  static func loose(_ document: HTMLDocument) -> [MovableTypeBox] {
    var boxes: [MovableTypeBox] = []
    var anchor: (key: String, node: HTMLNode)?
    for node in document.root.descendants where node.kind == .element {
      if node.isElement("a"), let id = node.id ?? node.attribute("name"), isKey(id) {
        anchor = (id, node)
      } else if node.isElement("div"), let id = node.id, isKey(id),
        let next = node.followingSiblings.first(where: { $0.kind == .element }), isLine(next)
      {
        boxes.append(
          MovableTypeBox(line: next, body: node.index + 1..<next.index, key: id))
        anchor = nil
      } else if let open = anchor, isLine(node) {
        // Broken markup may hold the line inside the anchor.
        let start = open.node.contains(node) ? open.node.index + 1 : open.node.endIndex
        boxes.append(MovableTypeBox(line: node, body: start..<node.index, key: open.key))
        anchor = nil
      }
    }
    return boxes
  }

  private static func isLine(_ node: HTMLNode) -> Bool {
    node.hasClass("posted") || node.hasClass("comment-footer")
  }

  /// Reads it.
  func entry(_ document: HTMLDocument, dates: PrintedDate) -> PageEntry {
    var entry = PageEntry(kind: .comment)
    readLine(dates, into: &entry)
    if let body {
      entry.text = document.readableText(ofNodes: body)
      return entry
    }
    guard let box else { return entry }
    if key == nil {
      var options = ReadableTextOptions()
      if let line { options.omitted.insert(line.index) }
      entry.text = box.readableText(options)
      return entry
    }
    let parts = CommentParts(
      document: document, scope: box, number: key ?? "", inner: [], dates: dates)
    entry.text = parts.text
    entry.ordinal = parts.ordinal
    if entry.authorName == nil || box.first(class: "vcard") != nil {
      entry.authorName = parts.author ?? entry.authorName
      entry.authorURL = parts.authorURL ?? entry.authorURL
    }
    if let date = parts.date {
      let isFiner = entry.date == nil || date.offsetMinutes != nil
      if isFiner { (entry.date, entry.dateAsWritten) = (date, parts.dateAsWritten) }
    }
    return entry
  }

  private func readLine(_ dates: PrintedDate, into entry: inout PageEntry) {
    guard let line else { return }
    let text = line.foldedText
    let match = dates.match(in: text)
    entry.date = match?.date
    entry.dateAsWritten = match.map { text.part($0.range) }
    let link = line.elements("a").first { link in
      let href = link.attribute("href") ?? ""
      return !href.contains("#c") && (match == nil || dates.match(in: link.foldedText) == nil)
        && !link.foldedTextWithoutImages.isEmpty
    }
    let before = match.flatMap { Self.name(text.part(0..<$0.range.lowerBound)) }
    if let link, let name = Optional(link.foldedText), before?.contains(name) ?? true {
      entry.authorName = name
      var href = link.attribute("href") ?? ""
      // Addresses led over a script of the blog, against spam; the title has the true one.
      if href.contains("__mode=red"), let shown = link.attribute("title") { href = shown }
      if href.hasPrefix("http") { entry.authorURL = Wayback.original(href) }
      entry.authorAddress = MailTarget(href).address
    } else {
      entry.authorName = before
    }
  }

  /// A name between "Posted by" and "at" or a bar, in the languages of the templates that were seen.
  static func name(_ text: String) -> String? {
    var line = ThemeText.trimmed(text)
    for lead in ["由 "] where line.hasPrefix(lead) { line = String(line.dropFirst(lead.count)) }
    for tail in [" 發表於", " 发表于"] where line.hasSuffix(tail) {
      line = String(line.dropLast(tail.count))
    }
    if let range = line.firstRange(of: "Posted by:") { line = String(line[range.upperBound...]) }
    if let range = line.firstRange(of: " | ") { line = String(line[..<range.lowerBound]) }
    return ThemeText.name(from: line)
  }
}
