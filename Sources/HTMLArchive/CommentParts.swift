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
  let dates: PrintedDate
  /// Nodes of other comments, which no search enters.
  let inner: Set<Int>

  /// What the blocks of a page have in common, where a template is not known.
  let hint: BlockColumns.Hint

  var author: String?
  var authorURL: String?
  /// Whether what the name stands in says that it is one, as microdata and the class `fn` do.
  var isNamedByMarkup = false
  var date: StatedDate?
  var dateAsWritten: String?
  /// How long before the page was looked at it was written, in seconds; where it says no more.
  private(set) var dateAge: Int64?
  private(set) var permalink: String?
  private(set) var ordinal: Int?
  var text = ""

  var heldNote: HTMLNode?
  var authorNode: HTMLNode?
  /// Where the words start, below a header that stands in no element of its own.
  var wordsStart: Int?
  var dateNode: HTMLNode?
  var elements: [HTMLNode] = []
  private var texts: [HTMLNode] = []
  /// What nobody sees, such as forms that open at a click; in order, none in another.
  private var invisible: [Range<Int>] = []

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
      if node.kind == .element {
        elements.append(node)
        if node.index >= invisible.last?.upperBound ?? 0, node.isInvisible {
          invisible.append(node.index..<node.endIndex)
        }
      }
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
    if date == nil, dateAge == nil { findDateInPieces() }
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

  /// Whether a node lies in nothing that is kept from being shown, by binary search.
  func isShown(_ node: HTMLNode) -> Bool {
    var low = 0
    var high = invisible.count
    while low < high {
      let middle = (low + high) / 2
      if invisible[middle].upperBound <= node.index { low = middle + 1 } else { high = middle }
    }
    return low == invisible.count || invisible[low].lowerBound > node.index
  }

  /// Whether the comment waits for approval.
  var isHeld: Bool { heldNote != nil }

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
        // hAtom's `abbr` has the zone in its title, which no reader sees.
        let titles = ([node] + node.elements("abbr")).compactMap { $0.attribute("title") }
        let exact = titles.compactMap { dates.match(in: $0)?.date }
          .first {
            $0.offsetMinutes != nil || match.date.precision == .day && $0.precision != .day
          }
        let isFiner = match.date.offsetMinutes == nil && exact?.precision != .day
        take(isFiner ? exact ?? match.date : match.date, node, line.part(match.range))
        return
      }
      if let title = node.attribute("title"), let match = dates.match(in: title) {
        take(match.date, node, title)
        return
      }
    }
    findLooseDate()
  }

  mutating func take(_ date: StatedDate?, _ node: HTMLNode, _ written: String) {
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

  static let numberClasses = [
    "comment-number", "commentnumber", "comment_number", "comment-num", "comment_num", "commentnum",
    "commentcount", "comment-count", "comment-counter", "comment-no", "counter", "number",
    "floor", "comment-floor", "commentfloor",
  ]

  private mutating func findOrdinal() {
    for node in elements {
      let isNumber = Self.numberClasses.contains { node.hasClass($0) }
      let isLink =
        node.isElement("a") && (node.attribute("href") ?? "").hasSuffix("comment-" + number)
      if node.endIndex - node.index <= 6, isNumber || authorNode?.contains(node) ?? false,
        let floor = ThemeText.floor(in: node.foldedText)
      {
        ordinal = floor
        return
      }
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
