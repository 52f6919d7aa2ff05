internal import HTMLTree
internal import SourceBytes

/// Message pages of Mailman 2's pipermail, 1998 to 2020.
public struct Pipermail: Producer {
  /// Makes the reader.
  public init() {}

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "pipermail", title: "Mailman 2 pipermail, message page",
      recognition: "<!--beginarticle--> before the body",
      gives: "author, address, date, subject, text, Message-ID where the page has it",
      isTestedOnRealPages: true)
  }

  /// Sure where the mark before the body is a comment of the page.
  public func confidence(in page: Page) -> Int {
    guard let begin = Self.mark("beginarticle", in: page) else {
      return Self.unmarkedBody(page.document) == nil ? 0 : 84
    }
    return page.document.root.firstElement { $0.isElement("h1") && $0.index < begin.index } == nil
      ? 60 : 95
  }

  static func mark(_ text: String, in page: Page) -> HTMLNode? {
    page.comments.first { $0.text == text }.map { page.document[$0.index] }
  }

  /// The preformatted body of a page whose comments somebody stripped: below heading, name, address with the
  /// subject, and date.
  private static func unmarkedBody(_ document: HTMLDocument) -> HTMLNode? {
    guard let heading = document.elements("h1").first, let body = document.elements("pre").first,
      heading.endIndex < body.index
    else { return nil }
    let head = (heading.endIndex..<body.index).map { document[$0] }
    let hasLink = head.contains { node in
      guard node.isElement("a"), let target = node.attribute("href")?.lowercased(),
        target.hasPrefix("mailto:")
      else { return false }
      // Pages before 2.1 say the subject beside the address, later ones in it.
      return target.contains("subject=") || node.attribute("title")?.isEmpty == false
    }
    let hasDate = head.contains { node in
      node.isElement("i") && PrintedDate().match(in: node.foldedText) != nil
    }
    return hasLink && hasDate && head.contains { $0.isElement("b") } ? body : nil
  }

  /// Reads the one message of the page.
  public func read(_ page: Page) -> PageReading {
    var reading = PageReading(producer: summary.name, venueKind: .list)
    let document = page.document
    guard let begin = Self.mark("beginarticle", in: page) ?? Self.unmarkedBody(document) else {
      return reading
    }
    var entry = PageEntry(kind: .message)
    let head = (1..<max(begin.index, 1)).map { document[$0] }
    let heading = head.first { $0.isElement("h1") }
    entry.subject = subject(heading, in: document)
    let start = heading?.endIndex ?? 0
    let name = head.first { $0.isElement("b") && $0.index >= start }
    if let name {
      let text = EncodedWords.decoded(name.foldedText)
      entry.authorName = text.isEmpty ? nil : text
    }
    let link = head.first { $0.isElement("a") && $0.index >= (name?.endIndex ?? start) }
    let listAddress = readLink(link, into: &entry, head: head)
    let dateNode = head.first { $0.isElement("i") && $0.index >= (name?.endIndex ?? start) }
    readDate(dateNode, listAddress: listAddress, into: &entry, page: page, &reading)
    let end = Self.mark("endarticle", in: page)
    let last = end?.index ?? (begin.kind == .comment ? document.nodeCount : begin.endIndex)
    if end == nil, begin.kind == .comment {
      reading.findings.append(
        page.finding(.warning, PageFindings.missingBody, "the mark after the body is missing"))
    }
    entry.text = EscapedFrom.unescaped(
      document.readableText(ofNodes: begin.index + 1..<max(last, begin.index + 1)))
    entry.attachments = ScrubbedAttachments.list(in: entry.text)
    reading.siteName =
      listAddress.flatMap { $0.split(separator: "@").first.map(String.init) } ?? Self.list(in: page)
    reading.entries = [entry]
    return reading
  }

  private func subject(_ heading: HTMLNode?, in document: HTMLDocument) -> String? {
    let text = heading?.foldedText ?? document.elements("title").first?.foldedText ?? ""
    return text.isEmpty ? nil : EncodedWords.decoded(text)
  }

  /// Reads address and id from the author's link; returns the list's address where the page shows it.
  private func readLink(
    _ link: HTMLNode?, into entry: inout PageEntry, head: [HTMLNode]
  ) -> String? {
    let made = head.first { $0.isElement("link") && $0.attributeEquals("rel", "made") }
    let target = link?.attribute("href") ?? made?.attribute("href") ?? ""
    let address = MailTarget(target)
    var maker = MailTarget(made?.attribute("href") ?? target).address
    if let link, let shown = MaskedAddress.unmask(link.foldedText) {
      // Pages before 2.1 link to the address that they show, which is the list's or, in the oldest ones, the author's.
      if maker != shown || link.foldedText.contains(" at ") {
        entry.authorAddress = shown
      } else if Self.isAuthors(shown, name: entry.authorName, subject: entry.subject) {
        entry.authorAddress = shown
        maker = nil
      }
    }
    if let id = address.inReplyTo ?? MailTarget(made?.attribute("href") ?? "").inReplyTo {
      let bare = MaskedAddress.bareID(id)
      if id.contains("<") { entry.messageID = bare } else { entry.ambiguousID = bare }
    }
    return maker
  }

  /// Whether an address that may be the list's is the author's: the list has another name in the tag of the subject, or the
  /// address has a part of the author's.
  private static func isAuthors(_ address: String, name: String?, subject: String?) -> Bool {
    let local = letters(address.prefix { $0 != "@" })
    if let open = subject?.firstIndex(of: "["), let rest = subject?[open...].dropFirst(),
      let close = rest.firstIndex(of: "]")
    {
      let tag = letters(rest[..<close])
      if !tag.isEmpty {
        return !local.contains(tag) && !(local.utf8.count > 3 && tag.contains(local))
      }
    }
    let words = (name ?? "").split { !$0.isLetter }.map(letters)
    return words.contains { $0.utf8.count > 2 && local.contains($0) }
      || words.joined() == local && !local.isEmpty
  }

  private static func letters(_ text: some StringProtocol) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// The list that an address of the page names, as in `…/pipermail/loom/2001-July/000004.html`.
  private static func list(in page: Page) -> String? {
    let base = page.document.elements("base").first?.attribute("href")
    for address in [page.given.url, page.given.savedFrom, base, SavedPage.address(in: page.head)] {
      let parts = (address ?? "").split(separator: "/")
      guard let folder = parts.firstIndex(of: "pipermail"), folder + 2 < parts.count else {
        continue
      }
      return PercentEncoding.decoded(String(parts[folder + 1]))
    }
    return nil
  }

  private func readDate(
    _ node: HTMLNode?, listAddress: String?, into entry: inout PageEntry, page: Page,
    _ reading: inout PageReading
  ) {
    guard let text = node?.foldedText, !text.isEmpty else { return }
    entry.dateAsWritten = text
    var parser = PrintedDate()
    parser.isAustralian = listAddress?.lowercased().hasSuffix(".au") ?? false
    entry.date = parser.match(in: text)?.date
    if entry.date == nil {
      reading.findings.append(
        page.finding(
          .warning, PageFindings.unreadableDate, "no date can be read in \u{201C}\(text)\u{201D}"))
    }
  }
}

/// The parts of a `mailto:` address (RFC 6068).
struct MailTarget {
  /// The address, percent escapes decoded.
  var address: String?
  /// The field `In-Reply-To`, decoded, with its brackets where it has them.
  var inReplyTo: String?

  init(_ target: String) {
    guard target.lowercased().hasPrefix("mailto:") else { return }
    let parts = target.dropFirst(7).split(separator: "?", maxSplits: 1)
    if let first = parts.first {
      let decoded = PercentEncoding.decoded(String(first))
      if MaskedAddress.isAddress(decoded) { address = decoded }
    }
    guard parts.count == 2 else { return }
    for field in parts[1].split(separator: "&") {
      let pair = field.split(separator: "=", maxSplits: 1)
      if pair.count == 2, pair[0].lowercased() == "in-reply-to" {
        inReplyTo = PercentEncoding.decoded(String(pair[1])).foldingSpace
      }
    }
  }
}
