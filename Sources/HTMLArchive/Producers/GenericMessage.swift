internal import HTMLTree
internal import SourceBytes

/// Messages on pages of no known program: fields such as From, Date and Subject above a body.
///
/// That is how nearly every archive of a list shows a message, and what is left of the pages of known ones
/// when somebody stripped their comments. A page may show several messages below each other.
public struct GenericMessage: Producer {
  /// Makes the reader.
  public init() {}

  static let name = "generic-message"

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: Self.name, title: "Page of unknown make with messages of a list",
      recognition:
        "labels From and Date or Subject that stand together, with a date that can be read",
      gives: "what the fields say: author, address, date, subject, ids; text; what it answers",
      isTestedOnRealPages: true)
  }

  /// Weak: any known producer goes before.
  public func confidence(in page: Page) -> Int {
    let reading = read(page)
    guard let first = reading.entries.first, first.date != nil, first.authorName != nil else {
      return 0
    }
    return first.text.isEmpty ? 0 : 20
  }

  /// Reads the messages of the page in order.
  public func read(_ page: Page) -> PageReading {
    let document = page.document
    var reading = PageReading(producer: Self.name, venueKind: .list)
    let site = page.site
    reading.siteName = site.name
    reading.canonicalURL = site.canonicalURL
    let clusters = FieldClusters(document).clusters
    for (place, cluster) in clusters.enumerated() {
      let end =
        place + 1 < clusters.count ? clusters[place + 1].nodes.lowerBound : document.nodeCount
      var entry = PageEntry(kind: .message)
      let body = body(of: cluster, before: end, document)
      let head =
        cluster.preformatted.map {
          MessageHead(
            lines: $0.readableText().split(separator: "\n", omittingEmptySubsequences: false))
        } ?? MessageHead(document, in: cluster.nodes)
      if head.fill(&entry) {
        reading.findings.append(
          page.finding(
            .warning, PageFindings.unreadableDate, "the date of the message cannot be read"))
      }
      guard entry.authorName != nil || !body.isEmpty else { continue }
      // A list of answers below the message names their authors, as a header does, but no date.
      if entry.date == nil, !(entry.dateAsWritten ?? "").contains(where: \.isNumber),
        reading.entries.first?.date != nil
      {
        continue
      }
      entry.text = EscapedFrom.unescaped(body)
      if entry.subject == nil {
        entry.subject = heading(document, before: cluster.nodes.lowerBound)
      }
      if clusters.count > 1 {
        entry.key = "message-\(place + 1)"
        if let id = anchor(
          cluster, after: place > 0 ? clusters[place - 1].nodes.upperBound : 0, document)
        {
          entry.key = id
        }
      }
      reading.entries.append(entry)
    }
    if reading.entries.count == 1 {
      reading.entries[0].key = nil
      let entry = reading.entries[0]
      let links = ReplyLinks(
        document, namesIDs: !entry.inReplyTo.isEmpty || !entry.references.isEmpty)
      if let parent = links.parent {
        reading.entries[0].parent = .page(href: parent)
        reading.entries[0].parentIsGuess = links.isGuess
        reading.entries[0].parentDetail = links.detail
      }
    }
    if !reading.entries.isEmpty {
      reading.findings.append(
        page.finding(
          .note, PageFindings.unsure,
          "read by the labels of its fields alone: "
            + (reading.entries.count == 1 ? "1 message" : "\(reading.entries.count) messages"),
          hint: "compare with the page; `thresh formats` lists what is read surely"))
    }
    return reading
  }

  /// The words of a message: what follows its fields in their preformatted text, the first such text after
  /// them, an element that templates name so, or all to the next message.
  private func body(
    of cluster: FieldClusters.Cluster, before end: Int, _ document: HTMLDocument
  ) -> String {
    if let block = cluster.preformatted {
      let lines = block.readableText().split(separator: "\n", omittingEmptySubsequences: false)
      if let blank = lines.firstIndex(where: { $0.utf8.allSatisfy { $0 <= 0x20 } }) {
        let text = lines[blank...].joined(separator: "\n")
        if text.utf8.contains(where: { $0 > 0x20 }) { return text.withoutLeadingLines }
      }
    }
    let start = cluster.nodes.upperBound
    guard start < end else { return "" }
    let blocks = (start..<end).lazy.map { document[$0] }.filter { $0.kind == .element }
    let named = blocks.first { node in
      node.endIndex <= end && !Self.isOfLinks(node)
        && node.classes.contains { Self.bodyClasses.contains($0.lowercased()) }
    }
    var options = ReadableTextOptions()
    for node in blocks {
      let isEdge = node.index < start + 60 || node.index > end - 300
      if ["nav", "form", "footer"].contains(node.name) || isEdge && Self.isOfLinks(node) {
        options.omitted.insert(node.index)
      }
    }
    let whole = document.readableText(ofNodes: start..<end, options: options)
    // Archives that keep the layout of mail set each part of it in one block; a block is the body where it
    // holds most of what stands there.
    let parts = document.outerElements("pre", atMost: 200).filter { start..<end ~= $0.index }
    if let first = parts.first, let last = parts.last {
      let text = document.readableText(ofNodes: first.index..<min(last.endIndex, end))
      if text.utf8.count * 2 >= whole.utf8.count { return text }
    }
    if let text = named?.readableText(), text.utf8.count * 2 >= whole.utf8.count { return text }
    return whole
  }

  /// Whether a block is the way to other messages: most of its text is in links, or it lists pages of the archive.
  private static func isOfLinks(_ node: HTMLNode) -> Bool {
    guard ["ul", "ol", "table", "p", "div", "dl", "center", "address"].contains(node.name),
      node.endIndex - node.index < 400
    else { return false }
    let links = node.elements("a").filter { $0.attribute("href") != nil }
    let count = links.reduce(0) { $0 + $1.foldedText.utf8.count }
    guard count > 0 else { return false }
    // "References", "Follow-Ups": messages in links, and behind each its author.
    let isList = ["ul", "ol", "dl"].contains(node.name)
    return count * 10 >= node.foldedText.utf8.count * (isList && links.allSatisfy(isLocal) ? 3 : 6)
  }

  private static func isLocal(_ link: HTMLNode) -> Bool {
    let href = link.attribute("href") ?? ""
    return !href.contains(":") && href.first != "#"
  }

  private static let bodyClasses: Set<String> = [
    "message", "message-body", "messagebody", "message_body", "message-text", "msgarea", "msgbody",
    "msg-body", "body", "bodytext", "mail-body", "email-body", "mailbody", "article-body",
    "content",
    "message-content", "messagetext", "post-body", "entry-content", "inbdy", "textbody",
  ]

  private func heading(_ document: HTMLDocument, before limit: Int) -> String? {
    let heading = ["h1", "h2", "h3"].lazy.compactMap { name in
      document.elements(name).first { $0.index < limit }?.foldedText
    }.first { !$0.isEmpty }
    let text =
      heading
      ?? document.elements("title").first.map {
        $0.descendants.map(\.characters).joined().foldingSpace
      }
    return text.flatMap { $0.isEmpty ? nil : EncodedWords.decoded($0) }
  }

  /// The id or named anchor nearest above a message, by which other pages link to it.
  private func anchor(
    _ cluster: FieldClusters.Cluster, after start: Int, _ document: HTMLDocument
  ) -> String? {
    for index in (start..<cluster.nodes.lowerBound).reversed().prefix(60) {
      let node = document[index]
      guard node.kind == .element else { continue }
      if let id = node.id ?? (node.isElement("a") ? node.attribute("name") : nil), !id.isEmpty {
        return id
      }
    }
    return nil
  }
}

extension String {
  /// Without the empty lines at its start.
  var withoutLeadingLines: String {
    String(decoding: utf8.drop { $0 == 0x0A || $0 == 0x0D }, as: UTF8.self)
  }
}
