internal import HTMLTree

/// `thread.html` of pipermail, and its other indexes, which hold nothing of their own.
public struct PipermailIndex: Producer {
  /// Makes the reader.
  public init() {}

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "pipermail-index", title: "Mailman 2 pipermail, index page",
      recognition:
        "<!--LEVEL KEY--> comments, or \u{201C}Archived on\u{201D} with the Pipermail line",
      gives: "reply links between message pages (from the keys), list name",
      isTestedOnRealPages: true)
  }

  /// Sure where a comment has the shape of a thread key, or the footer says Pipermail.
  public func confidence(in page: Page) -> Int {
    if Pipermail.mark("beginarticle", in: page) != nil { return 0 }
    if page.comments.contains(where: { Self.key($0.text) != nil }) { return 95 }
    let title = page.document.elements("title").first?.foldedText ?? ""
    let hasIndexTitle = title.hasPrefix("The ") && title.contains(" Archive by ")
    let generated = page.document.elements("i").last?.foldedText.contains("Pipermail") ?? false
    return hasIndexTitle ? 90 : generated ? 80 : 0
  }

  /// Reads who answers whom.
  public func read(_ page: Page) -> PageReading {
    var reading = PageReading(producer: summary.name, venueKind: .list)
    reading.isIndex = true
    reading.siteName = siteName(page.document)
    var hrefByPath: [String: String] = [:]
    var pending: (level: Int, path: [String])?
    var seen: Set<String> = []
    for node in page.document.root.descendants {
      if node.kind == .comment {
        pending = Self.key(node.characters) ?? pending
        continue
      }
      guard node.isElement("a"), let href = node.attribute("href"), Self.isMessage(href) else {
        continue
      }
      if seen.insert(href).inserted { reading.linkedPages.append(href) }
      guard let (level, path) = pending else { continue }
      pending = nil
      if let id = Self.messageID(path) {
        reading.identities.append(PageIdentity(href: href, messageID: id))
      }
      // The parent is the entry whose key is the longest proper prefix; lost ones leave gaps.
      var count = path.count - 1
      while count > 0 {
        if let parent = hrefByPath[path.prefix(count).joined(separator: "\n")] {
          reading.relations.append(
            PageRelation(
              child: .page(href: href), parent: .page(href: parent),
              detail: "thread.html, level \(level)"))
          break
        }
        count -= 1
      }
      hrefByPath[path.joined(separator: "\n")] = href
    }
    return reading
  }

  /// Takes `3 01361901945/id@host-01361925584/id@host-` apart.
  ///
  /// An element starts with an epoch of ten digits after a zero; ids may hold hyphens, so that only
  /// `-0` and ten digits ends an element.
  static func key(_ comment: String) -> (level: Int, path: [String])? {
    // Nearly all comments begin with a letter.
    if let first = comment.utf8.first, first > 0x39, first < 0x7F { return nil }
    guard comment.utf8.contains(0x2D) else { return nil }
    let text = comment.foldingSpace
    guard let space = text.utf8.firstIndex(of: 0x20),
      let level = Int(text[..<space]), level >= 0
    else { return nil }
    let bytes = Array(text[text.index(after: space)...].utf8)
    guard bytes.count >= 11, isEpoch(bytes, at: 0), bytes.last == 0x2D else { return nil }
    var path: [String] = []
    var start = 0
    for offset in bytes.indices where bytes[offset] == 0x2D {
      if offset == bytes.count - 1 || isEpoch(bytes, at: offset + 1) {
        path.append(CommentText.decoded(String(decoding: bytes[start..<offset], as: UTF8.self)))
        start = offset + 1
      }
    }
    return path.isEmpty || path.count > 1000 ? nil : (level, path)
  }

  /// Whether an epoch of nine to eleven digits starts here and is followed by what may follow.
  private static func isEpoch(_ bytes: [UInt8], at offset: Int) -> Bool {
    var end = offset
    while end < bytes.count, bytes[end] >= 0x30, bytes[end] <= 0x39 { end += 1 }
    guard (9...11).contains(end - offset), end < bytes.count else { return false }
    return bytes[end] == 0x2D || bytes[end] == 0x2F || bytes[end] == 0x2E
  }

  private static func messageID(_ path: [String]) -> String? {
    guard let last = path.last, let slash = last.firstIndex(of: "/") else { return nil }
    let id = String(last[last.index(after: slash)...])
    return id.contains("@") ? MaskedAddress.bareID(id) : nil
  }

  /// Whether a link goes to a message page: figures and `.html`.
  private static func isMessage(_ href: String) -> Bool {
    let name = href.split(separator: "/").last.map(String.init) ?? ""
    guard name.hasSuffix(".html") else { return false }
    let stem = name.dropLast(5)
    return !stem.isEmpty && stem.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  private func siteName(_ document: HTMLDocument) -> String? {
    for link in document.elements("a") {
      guard let href = link.attribute("href"), let range = href.firstRange(of: "/listinfo/") else {
        continue
      }
      let name = href[range.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
      if !name.isEmpty { return String(name) }
    }
    return nil
  }
}
