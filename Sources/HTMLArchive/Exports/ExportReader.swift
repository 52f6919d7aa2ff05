internal import HTMLTree
internal import SourceBytes

/// Reads XML exports: WordPress WXR, Disqus, Blogger Atom.
enum ExportReader {
  /// The exports, for `thresh formats`.
  static let summaries = [
    ProducerSummary(
      name: "wxr", title: "WordPress export (WXR 1.0 to 1.2)",
      recognition: "an RSS file with wp:comment or wp:wxr_version elements",
      gives: "articles, comments with parents, pingbacks, exact times, approval",
      isTestedOnRealPages: true),
    ProducerSummary(
      name: "disqus-export", title: "Disqus export", recognition: "a disqus root element",
      gives: "threads, comments with parents, exact times, deleted and spam marks",
      isTestedOnRealPages: true),
    ProducerSummary(
      name: "blogger-atom", title: "Blogger export (Atom)",
      recognition: "an Atom feed whose entries have kind#comment categories",
      gives: "articles, comments with parents, exact times", isTestedOnRealPages: true),
    CommentFeed.summary,
  ]

  /// Whether the file opens as XML that one of them could be.
  static func mayBeExport(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(2048)
    var next = 0
    while let offset = bytes.span.firstOffset(of: 0x3C, from: next, to: head.count) {
      next = offset + 1
      guard next < head.count else { break }
      guard [0x72, 0x64, 0x66].contains(head[offset + 1] | 0x20) else { continue }
      let tag = head[offset...].prefix(8).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
      if roots.contains(where: { tag.starts(with: $0) }) { return true }
    }
    return false
  }

  /// How the elements start that enclose an export.
  private static let roots: [[UInt8]] = ["<rss", "<disqus", "<feed", "<rdf:rdf"].map {
    Array($0.utf8)
  }

  /// Reads an export; nil where it is none.
  static func read(_ bytes: [UInt8], limits: ParseLimits) -> PageReading? {
    // A stray character before the declaration would end an XML parser's work.
    let start = bytes.prefix(64).firstIndex(of: 0x3C) ?? 0
    guard let document = HTMLDocument(xml: Array(bytes[start...]), limits: limits),
      let root = document.root.childElements.first
    else { return nil }
    var reading: PageReading
    switch root.name {
    case "rss" where !document.elements("wp:post_id").isEmpty: reading = WordPressExport.read(root)
    case "disqus": reading = DisqusExport.read(root)
    case "feed" where BloggerExport.isExport(root): reading = BloggerExport.read(root)
    default:
      guard let feed = CommentFeed.read(root) else { return nil }
      reading = feed
    }
    makeKeysUnique(&reading)
    return reading
  }

  /// Hand-made files repeat numbers; the first keeps the plain key.
  private static func makeKeysUnique(_ reading: inout PageReading) {
    var counts: [String: Int] = [:]
    for index in reading.entries.indices {
      guard let key = reading.entries[index].key else { continue }
      counts[key, default: 0] += 1
      if let count = counts[key], count > 1 { reading.entries[index].key = "\(key).\(count)" }
    }
  }

  /// A name or title in one line; blogs store them with the entities that their pages show as characters.
  static func line(_ text: String) -> String {
    guard text.utf8.contains(0x26), text.utf8.contains(0x3B) else { return text.foldingSpace }
    // Only entities are read: what looks like a tag in a name is text.
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte == 0x3C { bytes.append(contentsOf: "&lt;".utf8) } else { bytes.append(byte) }
    }
    return HTMLDocument(html: bytes).root.readableText().foldingSpace
  }

  /// Readable text of content that is HTML with bare line ends, as WordPress stores it.
  static func text(ofHTML html: String, breaksLines: Bool) -> String {
    guard breaksLines, !html.contains("<p"), !html.contains("<br") else {
      return HTMLDocument(html: html).root.readableText()
    }
    var bytes: [UInt8] = []
    for byte in html.utf8 {
      if byte == 0x0A { bytes.append(contentsOf: "<br>".utf8) }
      bytes.append(byte)
    }
    return HTMLDocument(html: bytes).root.readableText()
  }
}

extension HTMLNode {
  /// The characters of the first child element of a name; nil where it is missing or empty.
  func childText(_ name: String) -> String? {
    guard let child = children.first(where: { $0.isElement(name) }) else { return nil }
    let text = child.descendants.filter { $0.kind == .text }.map(\.characters).joined()
    return text.utf8.allSatisfy { $0 <= 0x20 } ? nil : text
  }
}
