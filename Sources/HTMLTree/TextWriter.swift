/// Writes readable text of a range of nodes; see ``HTMLNode/readableText(_:)``.
struct TextWriter {
  private struct Open {
    var end: Int
    var role: ElementRole
    var name: String
    /// The number of the next item of an ordered list.
    var itemNumber = 0
    var isQuote = false
    var indent = 0
    var address: String?
    var textStart = 0
  }

  /// Deeper quotations show as many marks as this: output must not grow with depth times lines.
  private static let shownDepth = 32

  private let storage: NodeStorage
  private let options: ReadableTextOptions
  private var output: [UInt8] = []
  private var open: [Open] = []
  private var quoteDepth = 0
  private var indent = 0
  private var preformattedDepth = 0
  /// Line ends owed before the next character: 0, 1 or 2.
  private var owedBreaks = 0
  private var owesSpace = false
  private var owesTab = false
  private var isLineStart = true
  private var marker: [UInt8] = []
  /// The first text with something to see at or after the last place that was asked about.
  private var nextTextIndex = 0

  static func write(
    _ range: Range<Int>, of storage: NodeStorage, options: ReadableTextOptions,
    startingIn parent: HTMLNode
  ) -> String {
    var writer = TextWriter(storage: storage, options: options)
    var place = Int32(parent.index)
    while place >= 0, writer.preformattedDepth == 0 {
      let node = storage.nodes[Int(place)]
      if storage.names[Int(node.name)] == "pre" { writer.preformattedDepth = 1 }
      place = node.parent
    }
    writer.run(range)
    return String(decoding: writer.output, as: UTF8.self)
  }

  private init(storage: NodeStorage, options: ReadableTextOptions) {
    self.storage = storage
    self.options = options
  }

  private mutating func run(_ range: Range<Int>) {
    var position = range.lowerBound
    while position < range.upperBound {
      while let last = open.last, last.end <= position { close() }
      let node = storage.nodes[position]
      if !options.omitted.isEmpty, options.omitted.contains(position) {
        position = Int(node.end)
        continue
      }
      switch node.kind {
      case .text:
        let start = Int(node.textStart)
        append(start..<start + Int(node.textCount))
        position += 1
      case .comment, .document: position += 1
      case .element: position = enter(position, node, limit: range.upperBound)
      }
    }
    while !open.isEmpty { close() }
    while let last = output.last, ASCII.isSpace(last) { output.removeLast() }
  }

  // MARK: Elements

  private mutating func enter(_ position: Int, _ node: NodeStorage.Node, limit: Int) -> Int {
    let name = storage.names[Int(node.name)]
    var role = storage.roles[Int(node.name)]
    if options.quotes.contains(position) { role = .quote }
    if options.preformatted.contains(position) { role = .preformatted }
    let element = HTMLNode(storage: storage, index: position)
    if role == .hidden || element.isInvisible { return Int(node.end) }
    var entry = Open(end: min(Int(node.end), limit), role: role, name: name)
    switch role {
    case .lineBreak:
      breakLine()
      return position + 1
    case .rule:
      owe(2)
      return position + 1
    case .image:
      if options.showsImageText, let text = element.attribute("alt")?.foldingSpace, !text.isEmpty {
        appendCollapsed(Array(text.utf8)[...])
      }
      return position + 1
    case .quote:
      owe(2)
      entry.isQuote = !hasOwnMarks(element)
      if entry.isQuote {
        flushBreaksBeforeQuote()
        quoteDepth += 1
      }
    case .list:
      owe(open.contains { $0.role == .list } ? 1 : 2)
      entry.itemNumber = name == "ol" ? max(Int(element.attribute("start") ?? "") ?? 1, 0) : -1
    case .item: enterItem(&entry)
    case .definition:
      owe(1)
      entry.indent = 2
      indent += 2
    case .preformatted:
      owe(2)
      preformattedDepth += 1
    case .paragraph: owe(2)
    case .block, .row: owe(1)
    case .cell: if !isLineStart && owedBreaks == 0 { owesTab = true }
    case .link:
      if options.showsLinkAddresses { entry.address = element.attribute("href") }
      entry.textStart = output.count
    case .inline, .hidden: break
    }
    if position + 1 < entry.end { open.append(entry) } else { leave(entry) }
    return position + 1
  }

  private mutating func enterItem(_ entry: inout Open) {
    owe(1)
    var text = "- "
    if let list = open.lastIndex(where: { $0.role == .list }), open[list].itemNumber >= 0 {
      text = "\(open[list].itemNumber). "
      open[list].itemNumber += 1
    }
    marker = Array(text.utf8)
    entry.indent = marker.count
    indent += marker.count
  }

  private mutating func close() {
    guard let entry = open.popLast() else { return }
    leave(entry)
  }

  private mutating func leave(_ entry: Open) {
    indent -= entry.indent
    switch entry.role {
    case .quote:
      if entry.isQuote { quoteDepth -= 1 }
      owe(2)
    case .item:
      marker = []
      owe(1)
    case .definition, .block, .row: owe(1)
    case .list: owe(open.contains { $0.role == .list } ? 1 : 2)
    case .preformatted:
      preformattedDepth -= 1
      while output.last == 0x0A {
        output.removeLast()
        isLineStart = output.isEmpty
      }
      owe(2)
    case .paragraph: owe(2)
    case .link: writeAddress(entry)
    default: break
    }
  }

  private mutating func writeAddress(_ entry: Open) {
    guard let address = entry.address, address.hasPrefix("http://") || address.hasPrefix("https://")
    else { return }
    let text = String(decoding: output[min(entry.textStart, output.count)...], as: UTF8.self)
    guard !text.isEmpty, !address.contains(text.foldingSpace) else { return }
    appendCollapsed(Array(" <\(address)>".utf8)[...])
  }

  /// Whether the quotation writes `>` before its lines itself, as MHonArc's does.
  private mutating func hasOwnMarks(_ element: HTMLNode) -> Bool {
    // Asked in document order, so the search never goes back: linear over the page.
    var position = max(nextTextIndex, element.index)
    while position < storage.nodes.count {
      if let first = firstVisibleByte(position) {
        nextTextIndex = position
        return position < element.endIndex && first == 0x3E
      }
      position += 1
    }
    nextTextIndex = position
    return false
  }

  private func firstVisibleByte(_ position: Int) -> UInt8? {
    let record = storage.nodes[position]
    guard record.kind == .text else { return nil }
    let start = Int(record.textStart)
    return storage.bytes[start..<start + Int(record.textCount)].first { !ASCII.isSpace($0) }
  }

  // MARK: Characters

  private mutating func owe(_ breaks: Int) {
    owesSpace = false
    owesTab = false
    guard !output.isEmpty else { return }
    // A line that was ended already counts as the first break.
    owedBreaks = max(owedBreaks, breaks)
  }

  /// The empty line between a paragraph and a quotation belongs to the paragraph's level.
  private mutating func flushBreaksBeforeQuote() {
    guard !output.isEmpty else { return }
    writeBreaks()
  }

  private mutating func breakLine() {
    owesSpace = false
    owesTab = false
    guard !output.isEmpty else { return }
    if owedBreaks > 0 { writeBreaks() }
    if isLineStart {
      // A second <br> in a row leaves one empty line, never more.
      if !endsWithEmptyLine { endLine() }
    } else {
      endLine()
    }
  }

  private var endsWithEmptyLine: Bool {
    output.count >= 2 && output[output.count - 1] == 0x0A && output[output.count - 2] == 0x0A
  }

  private mutating func endLine() {
    while let last = output.last, last == 0x20 || last == 0x09 { output.removeLast() }
    if isLineStart, quoteDepth > 0 { writeQuoteMarks(trailingSpace: false) }
    output.append(0x0A)
    isLineStart = true
  }

  private mutating func writeBreaks() {
    guard owedBreaks > 0 else { return }
    if !isLineStart { endLine() }
    if owedBreaks > 1, !endsWithEmptyLine, !endsWithEmptyQuoteLine { endLine() }
    owedBreaks = 0
  }

  private var endsWithEmptyQuoteLine: Bool {
    guard quoteDepth > 0, output.last == 0x0A else { return false }
    var position = output.count - 2
    while position >= 0, output[position] == 0x3E || output[position] == 0x20 { position -= 1 }
    return position < 0 || output[position] == 0x0A
  }

  private mutating func writeQuoteMarks(trailingSpace: Bool) {
    let shown = min(quoteDepth, Self.shownDepth)
    for level in 0..<shown {
      output.append(0x3E)
      if trailingSpace || level < shown - 1 { output.append(0x20) }
    }
  }

  /// Pays what is owed before a visible character.
  private mutating func startWriting() {
    writeBreaks()
    if isLineStart {
      if quoteDepth > 0 { writeQuoteMarks(trailingSpace: true) }
      let width = min(indent - marker.count, 40)
      if width > 0 { output.append(contentsOf: repeatElement(0x20, count: width)) }
      if !marker.isEmpty {
        output.append(contentsOf: marker)
        marker = []
      }
      isLineStart = false
      owesSpace = false
      owesTab = false
    } else if owesTab {
      output.append(0x09)
    } else if owesSpace {
      output.append(0x20)
    }
    owesTab = false
    owesSpace = false
  }

  private mutating func append(_ range: Range<Int>) {
    if preformattedDepth > 0 {
      appendPreformatted(storage.bytes[range])
    } else {
      appendCollapsed(storage.bytes[range])
    }
  }

  private mutating func appendCollapsed(_ bytes: ArraySlice<UInt8>) {
    var reader = CharacterReader(bytes)
    while let character = reader.next() {
      switch character {
      case .space, .lineFeed, .tab: if !isLineStart { owesSpace = true }
      case .nothing: break
      case .bytes(let range):
        if isLineStart || owesSpace || owesTab || owedBreaks > 0 { startWriting() }
        output.append(contentsOf: bytes[range])
      case .replaced(let scalar):
        if isLineStart || owesSpace || owesTab || owedBreaks > 0 { startWriting() }
        output.append(contentsOf: String(scalar).utf8)
      }
    }
  }

  private mutating func appendPreformatted(_ bytes: ArraySlice<UInt8>) {
    var reader = CharacterReader(bytes)
    while let character = reader.next() {
      switch character {
      case .lineFeed:
        if output.isEmpty { break }
        if owedBreaks > 0 { break }
        endLine()
      case .space, .tab:
        if owedBreaks > 0 || isLineStart { startWriting() }
        output.append(character == .tab ? 0x09 : 0x20)
      case .nothing: break
      case .bytes(let range):
        if isLineStart || owesSpace || owesTab || owedBreaks > 0 { startWriting() }
        output.append(contentsOf: bytes[range])
      case .replaced(let scalar):
        if isLineStart || owesSpace || owesTab || owedBreaks > 0 { startWriting() }
        output.append(contentsOf: String(scalar).utf8)
      }
    }
  }
}
