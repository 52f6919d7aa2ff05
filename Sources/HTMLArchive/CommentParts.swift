internal import HTMLTree
internal import SourceBytes

/// Takes one comment's markup apart: author, date, number and body, in whatever template.
///
/// Classes and microdata come first; without them the pieces are told apart by what they say: the first
/// date that stands nearly alone, and the text between the pieces that is more than connectives.
struct CommentParts {
  let document: HTMLDocument
  let scope: HTMLNode
  private let number: String
  private let dates: PrintedDate
  /// Nodes of other comments, which no search enters.
  let inner: Set<Int>

  /// What the blocks of a page have in common, where a template is not known.
  private let hint: BlockColumns.Hint

  private(set) var author: String?
  private(set) var authorURL: String?
  private(set) var date: StatedDate?
  private(set) var dateAsWritten: String?
  /// How long before the page was looked at it was written, in seconds; where it says no more.
  private(set) var dateAge: Int64?
  private(set) var permalink: String?
  private(set) var ordinal: Int?
  var text = ""

  var heldNote: HTMLNode?
  var authorNode: HTMLNode?
  var dateNode: HTMLNode?
  var elements: [HTMLNode] = []
  private var texts: [HTMLNode] = []

  /// Reads the comment in `scope`.
  init(
    document: HTMLDocument, scope: HTMLNode, number: String, inner: Set<Int>, dates: PrintedDate,
    hint: BlockColumns.Hint = BlockColumns.Hint()
  ) {
    self.hint = hint
    self.document = document
    self.scope = scope
    self.number = number
    self.dates = dates
    self.inner = inner
    var index = scope.index + 1
    while index < scope.endIndex {
      let node = document[index]
      if inner.contains(index) {
        index = node.endIndex
        continue
      }
      if node.kind == .element { elements.append(node) }
      if node.kind == .text { texts.append(node) }
      index += 1
    }
    heldNote = elements.first { node in
      node.hasClass("comment-awaiting-moderation")
        || (node.isElement("em") || node.isElement("p") || node.isElement("strong"))
          && node.endIndex - node.index < 8 && ThemeText.saysHeld(node.foldedText)
    }
    findAuthor()
    if date == nil { findDate() }
    findPermalink()
    findOrdinal()
    findText()
  }

  /// The parts of a definition list that follow the term: some themes put the words there.
  private var definitions: [HTMLNode] {
    guard scope.isElement("dt") else { return [] }
    return scope.followingSiblings.prefix { !$0.isElement("dt") }.filter { $0.isElement("dd") }
  }

  /// The words that stand in definitions after the term that is the comment's header.
  var definedText: String? {
    let texts = definitions.map { $0.readableText() }.filter { !$0.isEmpty }
    return texts.isEmpty ? nil : texts.joined(separator: "\n\n")
  }

  /// Labels and the comment's own subject, which are no part of its words.
  var labels: Set<Int> { hint.labels }

  /// Whether the comment waits for approval.
  var isHeld: Bool { heldNote != nil }

  // MARK: Author

  private static let authorClasses = [
    "fn", "comment-author-name", "wp-block-comment-author-name", "comment-author-link",
    "comment_author_name", "comment_author",
    "commentauthor", "comment-author", "comment-name", "commenter", "commenter-name", "author-name",
    "comment__author", "comment__author-name", "comment-autor", "username", "user-name", "author",
    "authorname", "comment-username", "epoch-comment-author-name", "commentname", "comment_name",
    "comment-meta-author", "comment-user", "nick", "by",
  ]

  private mutating func findAuthor() {
    if let index = hint.author, accept(author: document[index]) { return }
    if let node = elements.first(where: { $0.states("author") || $0.states("creator") }) {
      let name = node.descendants.first { $0.states("name") } ?? node
      if accept(author: name) { return }
    }
    for token in Self.authorClasses {
      for node in elements where node.hasClass(token) && accept(author: node) { return }
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
    if acceptByHeading(needsLead: true) { return }
    for node in elements where node.isElement("strong") || node.isElement("b") {
      guard node.foldedText.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else {
        continue
      }
      if isOutsideBody(node) || isLeading(node) && isSpeaking(node), accept(author: node) { return }
    }
    _ = acceptByHeading(needsLead: false)
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
    let order = named.indices.filter { !texts[$0].isEmpty }
      .sorted { (texts[$0].utf8.count, $0) < (texts[$1].utf8.count, $1) }
    for index in order where accept(author: named[index]) { return true }
    return false
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
    var line = node.readableText(options).foldingSpace
    for child in node.descendants
    where child.kind == .element && ThemeText.badges.contains(child.foldedText.lowercased()) {
      options.omitted.insert(child.index)
    }
    let unbadged = node.readableText(options).foldingSpace
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
      || node.hasClass("screen-reader-text")
  }

  // MARK: Date

  private mutating func findDate() {
    for node in elements where node.isElement("time") {
      guard let value = node.attribute("datetime") else { continue }
      guard let match = dates.match(in: value) else { continue }
      let shown = dates.match(in: node.foldedText)
      let isFiner = match.date.precision == .day && shown.map { $0.date.precision != .day } ?? false
      take(isFiner ? shown?.date : match.date, node, node.foldedText)
      return
    }
    for node in elements
    where node.states("datePublished") || node.states("dateCreated") || node.states("commentTime") {
      let value = node.attribute("content") ?? node.attribute("datetime") ?? node.foldedText
      if let match = dates.match(in: value) {
        take(match.date, node, value)
        return
      }
    }
    for node in elements where isDateLike(node) && !isOfMembership(node) {
      let line = node.foldedTextWithoutImages
      if line.utf8.count < 300, let match = dates.match(in: line) {
        take(match.date, node, line.part(match.range))
        return
      }
      if let title = node.attribute("title"), let match = dates.match(in: title) {
        take(match.date, node, title)
        return
      }
    }
    findLooseDate()
  }

  private mutating func take(_ date: StatedDate?, _ node: HTMLNode, _ written: String) {
    self.date = date
    dateNode = node
    dateAsWritten = written.foldingSpace
  }

  private func isDateLike(_ node: HTMLNode) -> Bool {
    if node.isElement("time") || node.isElement("abbr") { return true }
    if node.isElement("a"), let href = node.attribute("href"), href.hasSuffix("comment-" + number) {
      return true
    }
    guard let classes = node.attribute("class")?.lowercased() else { return false }
    return classes.contains("date") || classes.contains("time") || classes.contains("meta")
      || classes.contains("posted") || classes.contains("published")
  }

  /// A line of the comment that holds a date and hardly anything else.
  private mutating func findLooseDate() {
    for node in texts {
      let line = node.characters.foldingSpace
      guard line.utf8.count >= 6, line.utf8.count < 200, let match = dates.match(in: line),
        !isOfMembership(node)
      else { continue }
      let rest = line.utf8.count - match.range.count
      if rest <= 12 || ThemeText.isNoise(line.removing(match.range)) {
        takeLoose(match, node, line)
        return
      }
    }
    if let node = authorNode {
      let line = node.foldedTextWithoutImages
      if let match = dates.match(in: line) { take(match.date, node, line.part(match.range)) }
    }
    if date == nil { findRelativeDate() }
  }

  private func isForDates(_ node: HTMLNode) -> Bool {
    node.classes.contains { token in
      let token = token.lowercased()
      return token.contains("date") || token.contains("ago") || token.contains("posted")
    }
  }

  /// "3 days ago" in an element for dates, or alone on its line.
  private mutating func findRelativeDate() {
    let marked = elements.filter { isDateLike($0) && $0.endIndex - $0.index < 20 }
    for node in marked + texts where node != authorNode {
      let line = node.kind == .text ? node.characters.foldingSpace : node.foldedTextWithoutImages
      guard (3...60).contains(line.utf8.count),
        let age = RelativeDate.age(in: line, isMarked: isForDates(node))
      else { continue }
      dateAge = age
      dateAsWritten = line
      dateNode = node
      return
    }
  }

  /// The clock time may stand in a link beside the day: "17.07, 2011 @ <a>13:04</a>".
  private mutating func takeLoose(_ match: PrintedDate.Match, _ node: HTMLNode, _ line: String) {
    if match.date.precision == .day, let parent = node.parent, parent != scope,
      parent.endIndex - parent.index < 20
    {
      let whole = parent.foldedTextWithoutImages
      if whole.utf8.count < 200, let finer = dates.match(in: whole), finer.date.precision != .day {
        take(finer.date, parent, whole.part(finer.range))
        return
      }
    }
    take(match.date, node, line.part(match.range))
  }

  // MARK: Link and number

  private mutating func findPermalink() {
    for node in elements where node.isElement("a") {
      guard let href = node.attribute("href"), href.hasPrefix("http"),
        href.hasSuffix("#comment-" + number) || href.hasSuffix("#li-comment-" + number)
      else { continue }
      permalink = Wayback.original(href)
      return
    }
  }

  private static let numberClasses = [
    "comment-number", "commentnumber", "comment_number", "comment-num", "comment_num", "commentnum",
    "commentcount", "comment-count", "comment-counter", "comment-no", "counter", "number",
  ]

  private mutating func findOrdinal() {
    for node in elements {
      let isNumber = Self.numberClasses.contains { node.hasClass($0) }
      let isLink =
        node.isElement("a") && (node.attribute("href") ?? "").hasSuffix("comment-" + number)
      guard isNumber || isLink else { continue }
      let shown = ThemeText.trimmed(node.foldedText)
      let digits = shown.drop { $0 == "#" || $0 == "(" }.prefix { $0 >= "0" && $0 <= "9" }
      let rest = shown.dropFirst(shown.prefix { $0 == "#" || $0 == "(" }.count + digits.count)
      guard rest.allSatisfy({ $0 == "." || $0 == ")" }) else { continue }
      if let value = Int(digits), value > 0, value < 100_000, String(value) != number {
        ordinal = value
        return
      }
    }
  }
}
