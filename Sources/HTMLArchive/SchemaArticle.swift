internal import HTMLTree
internal import SourceBytes

/// The article or first post of a page as schema.org states it, in microdata or RDFa (W3C HTML+RDFa 1.1).
///
/// Forums put the opening post into the properties of a `DiscussionForumPosting` without any class that a
/// template of a blog would have.
struct SchemaArticle {
  private let item: HTMLNode
  /// The items inside that are comments, whose properties are not the article's.
  private let comments: [HTMLNode]

  private static let types: Set<String> = [
    "article", "blogposting", "newsarticle", "discussionforumposting", "socialmediaposting",
    "techarticle", "report", "question", "qapage",
  ]

  /// Finds the item that the first comment lies in, or else the first item before it; nil where there is none.
  ///
  /// - Parameter comments: The boxes of comments in document order.
  init?(_ document: HTMLDocument, before comments: [HTMLNode]) {
    let limit = comments.first?.index ?? document.nodeCount
    let items = document.root.descendants.filter { node in
      guard node.kind == .element, node.index < limit,
        let type = node.attribute("itemtype") ?? node.attribute("typeof")
      else { return false }
      return type.wordsOfASCII.contains { word in
        let name = word.split { $0 == "/" || $0 == ":" || $0 == "#" }.last ?? ""
        return Self.types.contains(name.lowercased())
      }
    }
    // Teasers of other articles may stand beside.
    let around = items.last { $0.endIndex > limit && !comments.isEmpty }
    guard let found = around ?? items.first else { return nil }
    item = found
    self.comments = comments.filter { found.index < $0.index && $0.index < found.endIndex }
  }

  /// Completes an article with what its properties say; they go before what was found by classes.
  func fill(_ entry: inout PageEntry, dates: PrintedDate) {
    let own = self.own
    func first(_ names: [String]) -> HTMLNode? {
      for name in names {
        if let node = own.first(where: { $0.states(name) }) { return node }
      }
      return nil
    }
    if let body = first(["articleBody", "text"]) {
      var options = ReadableTextOptions()
      for comment in comments where body.index < comment.index && comment.index < body.endIndex {
        options.omitted.insert(comment.index)
      }
      let text = body.readableText(options)
      if text.utf8.contains(where: { $0 > 0x20 }) { entry.text = text }
    }
    if let node = first(["headline"]) {
      let title = node.attribute("content")?.foldingSpace ?? node.foldedText
      if !title.isEmpty { entry.subject = title }
    }
    if entry.authorName == nil, let node = first(["author", "creator"]) {
      let names = [node] + Array(node.descendants.filter { $0.kind == .element })
      let name =
        names.first { $0.states("name") }.map { $0.attribute("content") ?? $0.foldedText }
        ?? node.attribute("content") ?? node.foldedTextWithoutImages
      entry.authorName = ThemeText.name(from: name.foldingSpace).flatMap {
        $0.utf8.count < 80 ? $0 : nil
      }
      let link = node.isElement("a") ? node : node.first("a")
      if entry.authorName != nil, let href = link?.attribute("href"), href.hasPrefix("http") {
        entry.authorURL = Wayback.original(href)
      }
    }
    if let node = first(["datePublished", "dateCreated"]), entry.date == nil {
      let written =
        node.attribute("datetime") ?? node.attribute("content") ?? node.attribute("title")
        ?? node.foldedText
      if let match = dates.match(in: written) {
        (entry.date, entry.dateAsWritten) = (match.date, written)
      }
    }
  }

  /// The elements of the item that lie in no comment.
  private var own: [HTMLNode] {
    var found: [HTMLNode] = []
    var next = 0
    for node in item.descendants where node.kind == .element {
      while next < comments.count, comments[next].endIndex <= node.index { next += 1 }
      if next < comments.count, comments[next].index <= node.index { continue }
      found.append(node)
    }
    return found
  }
}
