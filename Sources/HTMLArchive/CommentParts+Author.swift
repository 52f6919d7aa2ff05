internal import HTMLTree
internal import SourceBytes

/// Finds a comment's author.
extension CommentParts {
  private static let authorClasses = [
    "fn", "comment-author-name", "wp-block-comment-author-name", "comment-author-link",
    "comment_author_name", "comment_author",
    "commentauthor", "comment-author", "comment-name", "commenter", "commenter-name", "author-name",
    "comment__author", "comment__author-name", "comment-autor", "username", "user-name", "author",
    "authorname", "bigusername", "comment-username", "epoch-comment-author-name", "commentname",
    "comment_name",
    "comment-meta-author", "comment-user", "nick", "by",
  ]

  mutating func findAuthor() {
    if let index = hint.author, !ThemeText.isNoise(document[index].foldedTextWithoutImages),
      accept(author: document[index])
    {
      return
    }
    if let node = elements.first(where: { $0.states("author") || $0.states("creator") }) {
      let name = node.descendants.first { $0.states("name") } ?? node
      if accept(author: name) {
        isNamedByMarkup = true
        return
      }
    }
    for token in Self.authorClasses {
      for node in elements
      where node.hasClass(token) && !isOfReviewed(node) && accept(author: node) {
        isNamedByMarkup = token == "fn"
        return
      }
      if token == "fn" {
        for node in elements where node.isElement("cite") && isOutsideBody(node) {
          if accept(author: node) { return }
        }
      }
    }
    if acceptByLooseClass() { return }
    for node in elements where node.isElement("cite") && isLeading(node) {
      if accept(author: node) { return }
    }
    if acceptBySpeech() || acceptByHeading(needsLead: true) { return }
    for node in elements where node.isElement("strong") || node.isElement("b") {
      let line = node.foldedText
      guard line.unicodeScalars.contains(where: { $0.properties.isAlphabetic }),
        !ThemeText.isCount(line), isShown(node)
      else { continue }
      if isOutsideBody(node) || isLeading(node) && isSpeaking(node), accept(author: node) { return }
    }
    if acceptByHeading(needsLead: false) { return }
    for node in elements where node.isElement("a") && node.leadsToPerson && isShown(node) {
      let line = node.foldedTextWithoutImages
      guard !line.isEmpty, !ThemeText.isNoise(line), !ThemeText.isCount(line),
        isOutsideBody(node) || isLeading(node)
      else { continue }
      if accept(author: node) { return }
    }
    acceptByBareHeader()
  }

  /// Whether a name is that of what a review is of, which hReview calls its item.
  private func isOfReviewed(_ node: HTMLNode) -> Bool {
    node.ancestors.prefix(3).contains { scope.contains($0) && $0.hasClass("item") }
      && (scope.hasClass("hreview") || elements.contains { $0.hasClass("hreview") })
  }

  /// A line above the words that says no more than "Ada says:".
  private mutating func acceptBySpeech() -> Bool {
    for node in elements
    where ["p", "div", "span", "h3", "h4", "h5", "h6", "dt"].contains(node.name)
      && node.endIndex - node.index < 24 && node.index - scope.index < 60
    {
      let line = node.foldedTextWithoutImages
      guard line.utf8.count <= 100, ThemeText.isSpeech(line), isLeading(node) else { continue }
      if accept(author: node) { return true }
    }
    return false
  }

  /// A heading or a line with name and date: "Ada 2:07 pm on March 5, 2012", "Posted by Ada | March 5, 2012".
  ///
  /// - Parameter needsLead: Whether only lines count that say so themselves: "Posted by …".
  private mutating func acceptByHeading(needsLead: Bool) -> Bool {
    for node in elements {
      let isHeading = ["h3", "h4", "h5", "h6"].contains { node.isElement($0) } && isLeading(node)
      let isLine =
        (node.isElement("p") || node.isElement("div") || node.isElement("small")
          || node.isElement("span")) && node.endIndex - node.index < 24
      guard isHeading || isLine else { continue }
      let line = node.foldedTextWithoutImages
      guard line.utf8.count < 240, let match = dates.match(in: line),
        isHeading && !needsLead || ThemeText.hasLead(line)
      else { continue }
      var before = line.part(0..<match.leadStart)
      if let bar = before.firstRange(of: " | ") { before = String(before[..<bar.lowerBound]) }
      guard let name = ThemeText.name(from: before), name.utf8.count <= 100,
        !ThemeText.isNoise(name)
      else { continue }
      author = name
      let link = node.elements("a").first { $0.foldedText.contains(name) }
      authorURL = link?.attribute("href").map(Wayback.original).flatMap {
        $0.hasPrefix("http") ? $0 : nil
      }
      // The line is the header: nothing of it belongs to the body.
      authorNode = node
      take(match.date, node, line.part(match.range))
      return true
    }
    return false
  }

  /// "On May 3, 2008 1:08 AM, Ada said:" above the first paragraph, in no element of its own.
  private mutating func acceptByBareHeader() {
    let blocks = ["p", "div", "blockquote", "ul", "ol", "pre", "table", "dl", "h3", "h4"]
    guard let first = scope.childElements.first(where: { blocks.contains($0.name) }),
      (scope.index + 2..<scope.index + 40).contains(first.index)
    else { return }
    let range = scope.index + 1..<first.index
    var options = ReadableTextOptions()
    options.showsImageText = false
    options.omitted = inner
    let line = document.readableText(ofNodes: range, options: options).foldingSpace
    guard line.utf8.count < 240, ThemeText.isSpeech(line, wordCount: 16) else { return }
    let match = dates.match(in: line)
    var rest = match.map { line.removing($0.leadStart..<$0.range.upperBound) } ?? line
    let words = rest.split(separator: " ")
    if match != nil, let lead = words.first, ThemeText.isNoise(String(lead)) {
      rest = words.dropFirst().joined(separator: " ")
    }
    guard let name = ThemeText.name(from: rest), name.utf8.count <= 100, !ThemeText.isNoise(name)
    else { return }
    author = name
    let link = elements.first { node in
      node.isElement("a") && range.contains(node.index) && node.foldedText == name
    }
    let href = link?.attribute("href").map(Wayback.original)
    authorURL = href.flatMap { $0.hasPrefix("http") ? $0 : nil }
    wordsStart = first.index
    if let match { take(match.date, scope, line.part(match.range)) }
    dateNode = nil
  }

  /// Any class that speaks of an author; the element with the least text is the name.
  private mutating func acceptByLooseClass() -> Bool {
    let named = elements.filter { node in
      node.classes.contains { token in
        let token = token.lowercased()
        return token.contains("author") && !token.hasPrefix("bypost")
          && !token.contains("avatar") && !token.contains("badge")
      } && isOutsideBody(node)
    }
    let texts = named.map { $0.foldedTextWithoutImages }
    // A name may look like a count; what does not goes before it.
    let counts = texts.map { ThemeText.isCount($0) ? 1 : 0 }
    let order = named.indices.filter { !texts[$0].isEmpty }
      .sorted { (counts[$0], texts[$0].utf8.count, $0) < (counts[$1], texts[$1].utf8.count, $1) }
    for index in order where accept(author: named[index]) { return true }
    return false
  }

  /// The line of a text that holds the name: below it may stand what the person says of themselves, or a count.
  private static func nameLine(_ text: String) -> String {
    let lines = text.split(separator: "\n").map { String($0).foldingSpace }.filter { !$0.isEmpty }
    let words = lines.filter { !ThemeText.isNoise($0) }
    guard lines.count > 1, words.count > 1, words.last.map(ThemeText.isCount) ?? false else {
      return text.foldingSpace
    }
    return words[0]
  }

  /// Whether nothing but labels stands before a node.
  private func isLeading(_ node: HTMLNode) -> Bool {
    guard node.index - scope.index < 60 else { return false }
    var options = ReadableTextOptions()
    options.showsImageText = false
    return ThemeText.isNoise(
      document.readableText(ofNodes: scope.index + 1..<node.index, options: options))
  }

  /// Whether "says:" or a colon ends the node or follows it.
  private func isSpeaking(_ node: HTMLNode) -> Bool {
    if node.foldedText.hasSuffix(":") { return true }
    let after = document.readableText(
      ofNodes: node.endIndex..<min(node.endIndex + 3, scope.endIndex))
    guard let word = after.foldingSpace.split(separator: " ").first else { return false }
    return word == ":"
      || ThemeText.speechVerbs.contains(ThemeText.trimmed(String(word)).lowercased())
  }

  /// Names inside paragraphs of the body are not the author's.
  private func isOutsideBody(_ node: HTMLNode) -> Bool {
    for ancestor in node.ancestors {
      if ancestor == scope { return true }
      if ancestor.isElement("blockquote") { return false }
      if Self.bodyClasses.contains(where: { ancestor.hasClass($0) }) { return false }
    }
    return true
  }

  private mutating func accept(author node: HTMLNode) -> Bool {
    var options = ReadableTextOptions()
    options.showsImageText = false
    for child in node.descendants where child.kind == .element && isForeignToName(child) {
      options.omitted.insert(child.index)
    }
    var line = Self.nameLine(node.readableText(options))
    for child in node.descendants
    where child.kind == .element && ThemeText.badges.contains(child.foldedText.lowercased()) {
      options.omitted.insert(child.index)
    }
    let unbadged = Self.nameLine(node.readableText(options))
    if !unbadged.isEmpty { line = unbadged }
    // "<strong>Ada</strong>March 5, 2012": without a blank the date is no word of its own.
    let first = node.children.first { $0.kind == .element || !$0.characters.foldingSpace.isEmpty }
    if let first, ["strong", "b", "cite", "a", "span"].contains(where: { first.isElement($0) }) {
      let name = first.foldedTextWithoutImages
      let rest = line.utf8.dropFirst(name.utf8.count)
      if !name.isEmpty, line.hasPrefix(name), rest.first.map({ $0 != 0x20 }) ?? false,
        dates.match(in: String(decoding: rest, as: UTF8.self)) != nil
      {
        line = name
      }
    }
    if let match = dates.match(in: line) {
      line = String(line.utf8.prefix(match.leadStart)) ?? line
    }
    guard let name = ThemeText.name(from: line), name.utf8.count <= 200 else { return false }
    author = name
    authorNode = node
    let links = [node] + Array(node.ancestors.prefix(2)) + node.elements("a")
    for link in links where link.isElement("a") && scope.contains(link) {
      guard let href = link.attribute("href"), href.hasPrefix("http"), !href.contains("#comment"),
        !link.hasClass("comment-reply-link")
      else { continue }
      authorURL = Wayback.original(href)
      break
    }
    return true
  }

  private func isForeignToName(_ node: HTMLNode) -> Bool {
    node.isElement("time") || node.hasClass("says") || node.hasClass("avatar")
      || node.hasClass("comment-reply-link") || node.hasClass("reply")
      || node.hasClass("comment-meta")
      || node.hasClass("commentmetadata") || node.hasClass("comment-date")
      || node.hasClass("post-author") || node.hasClass("badge") || node.hasClass("author-badge")
      || node.hasClass("screen-reader-text") || isNumberLabel(node)
  }

  /// Whether an element holds the number of the comment: by its class, or "18楼", its floor in the building that a
  /// discussion is called in Chinese.
  private func isNumberLabel(_ node: HTMLNode) -> Bool {
    guard node.endIndex - node.index <= 6 else { return false }
    let text = node.foldedText
    return text.utf8.count <= 16
      && (Self.numberClasses.contains { node.hasClass($0) } || ThemeText.floor(in: text) != nil)
  }
}
