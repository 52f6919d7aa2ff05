internal import HTMLTree

/// Comments that no element holds: a heading or a line with name and date, the words after it, and the next.
///
/// Old pages and plain ones print them one after the other, at most with a rule between. What belongs together is
/// put into an element, and then read as any list of blocks.
enum FlatRuns {
  /// The name of the elements, which no page has.
  private static let element = "comment-run"

  /// The page with such comments in elements of their own; nil where it has none.
  ///
  /// - Complexity: Linear in the nodes of the page.
  static func wrapped(_ document: HTMLDocument) -> HTMLDocument? {
    let dates = PrintedDate()
    var best: [Range<Int>] = []
    for parent in document.root.descendants where parent.kind == .element {
      guard parent.endIndex - parent.index > 8,
        !["table", "tbody", "tr", "head", "select", "nav", "script"].contains(parent.name)
      else { continue }
      let children = parent.children.filter { child in
        child.kind == .element || child.kind == .text && !child.characters.foldingSpace.isEmpty
      }
      guard (4...20_000).contains(children.count) else { continue }
      let runs = ruled(children, dates) ?? headed(children, dates) ?? []
      if runs.count > best.count { best = runs }
    }
    return best.count >= 2 ? document.wrapping(best, in: element) : nil
  }

  /// What stands between rules, where it has a date each time.
  private static func ruled(_ children: [HTMLNode], _ dates: PrintedDate) -> [Range<Int>]? {
    let rules = children.indices.filter { children[$0].isElement("hr") }
    guard rules.count >= 2 else { return nil }
    var pieces: [ArraySlice<HTMLNode>] = []
    for (place, rule) in rules.enumerated() {
      let end = place + 1 < rules.count ? rules[place + 1] : children.count
      if rule + 1 < end { pieces.append(children[(rule + 1)..<end]) }
    }
    // Before the first rule stands the first comment, or what leads to it; a heading parts the two.
    let lead = children[..<rules[0]]
    if let heading = lead.lastIndex(where: isHeading), heading + 1 < lead.endIndex {
      pieces.insert(lead[(heading + 1)...], at: 0)
    }
    pieces = pieces.map { piece in
      let end = piece.firstIndex { isHeading($0) && $0.name <= "h3" || $0.isElement("form") }
      return piece[..<(end ?? piece.endIndex)]
    }
    let dated = pieces.filter { piece in
      piece.count >= 2 && piece.contains { dateLine($0, dates) != nil }
    }
    guard dated.count >= 2, dated.count * 4 >= pieces.count * 3 else { return nil }
    return dated.compactMap(range)
  }

  /// Lines of one kind with a name and a date, each before the words that belong to it, or each after them.
  private static func headed(_ children: [HTMLNode], _ dates: PrintedDate) -> [Range<Int>]? {
    var lines: [String: [Int]] = [:]
    for (place, child) in children.enumerated() where child.kind == .element {
      guard child.endIndex - child.index < 24, let rest = dateLine(child, dates),
        rest.unicodeScalars.contains(where: { $0.properties.isAlphabetic })
      else { continue }
      lines[child.name + "." + (child.classes.first ?? ""), default: []].append(place)
    }
    let most = lines.filter { $0.value.count >= 2 }
      .max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
    guard let places = most?.value, let first = places.first, let last = places.last else {
      return nil
    }
    let gaps = zip(places, places.dropFirst()).filter { $1 - $0 > 1 }
    guard gaps.count * 4 >= (places.count - 1) * 3 else { return nil }
    // What the words are made of; anything else ends the last comment.
    var kinds: Set<String> = []
    for (start, end) in gaps {
      for child in children[(start + 1)..<end] { kinds.insert(child.name) }
    }
    func isWords(_ child: HTMLNode) -> Bool { kinds.contains(child.name) && !isHeading(child) }
    let tail = children[(last + 1)...].prefix(while: isWords)
    let lead = children[..<first].reversed().prefix(while: isWords)
    // Words after the last line say that lines open comments; without any, lines close them.
    if !tail.isEmpty {
      let ends = places.dropFirst() + [tail.endIndex]
      return zip(places, ends).compactMap { range(children[$0..<$1]) }
    }
    guard !lead.isEmpty else { return nil }
    // Below a heading all words are the first comment's; else as many as the others have.
    let isBelowHeading = lead.count < first && isHeading(children[first - lead.count - 1])
    let count = isBelowHeading ? lead.count : min(lead.count, typicalCount(gaps))
    let starts = [first - count] + places.dropLast().map { $0 + 1 }
    return zip(starts, places).compactMap { range(children[$0...$1]) }
  }

  private static func typicalCount(_ gaps: [(Int, Int)]) -> Int {
    let counts = gaps.map { $1 - $0 - 1 }.sorted()
    return counts.isEmpty ? 1 : counts[counts.count / 2]
  }

  private static func range(_ piece: ArraySlice<HTMLNode>) -> Range<Int>? {
    guard let first = piece.first, let last = piece.last else { return nil }
    return first.index..<last.endIndex
  }

  private static func isHeading(_ node: HTMLNode) -> Bool {
    ["h1", "h2", "h3", "h4", "h5", "h6"].contains(node.name)
  }

  /// What a short line says beside its date; nil where it has none.
  private static func dateLine(_ node: HTMLNode, _ dates: PrintedDate) -> String? {
    guard node.endIndex - node.index < 60 else { return nil }
    let line = node.kind == .text ? node.characters.foldingSpace : node.foldedTextWithoutImages
    guard (8...200).contains(line.utf8.count), let match = dates.match(in: line) else { return nil }
    return line.removing(match.range)
  }
}
