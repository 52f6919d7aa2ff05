internal import HTMLTree
internal import SourceBytes

/// One comment in a file of its own, as Staticman and Jekyll's comment plug-ins store it.
///
/// What a comment answers lies in another file of the same folder: see ``PageEntry/siblingParent``.
struct StaticmanComment: DataExport {
  var summary: ProducerSummary {
    ProducerSummary(
      name: "staticman", title: "Staticman and Jekyll comment (YAML)",
      recognition: "a flat YAML file with a name, a message and a date, id or parent",
      gives: "author, page, date and text of one comment, and the number of what it answers",
      isTestedOnRealPages: true)
  }

  func read(_ file: DataFile, at location: SourceLocation) -> PageReading? {
    guard case .text(let bytes) = file, bytes.count <= 1 << 20,
      let yaml = FlatYAML(String(decoding: bytes, as: UTF8.self)), Self.isComment(yaml)
    else { return nil }
    var entry = PageEntry(kind: .comment)
    entry.key = yaml.value("_id", "id", "comment_id")
    entry.authorName = yaml.value("name", "author", "author.name").map { $0.foldingSpace }
    entry.authorURL =
      yaml.value(
        "url", "website", "site", "link", "author_url", "author.url")?.foldingSpace
    // Staticman stores the digest of an address, not the address.
    entry.authorAddress = yaml.value("email", "author_email", "author.email").flatMap(
      MaskedAddress.unmask)
    readDate(yaml, into: &entry)
    let words = (Self.message(yaml) ?? yaml.rest ?? "").withLineFeeds
    // Markdown may hold HTML; its tags are no words of the comment.
    let hasTags = ["</a>", "</p>", "<br", "</em>", "</b>", "</i>", "</strong>", "</code>"]
      .contains { words.contains($0) }
    entry.text = hasTags ? ExportReader.text(ofHTML: words, breaksLines: true) : words
    if let hidden = yaml.value("hidden", "deleted")?.lowercased(), hidden == "true" {
      entry.status = .held
    }
    readParent(yaml, into: &entry)
    var reading = PageReading(producer: summary.name, venueKind: .blog)
    if entry.siblingParent != nil {
      reading.findings.append(
        Finding(
          .note, PageFindings.parentElsewhere.code, at: location,
          "the comment that this one answers lies in another file of its folder",
          hint: "import the whole folder at once"))
    }
    reading.entries = [entry]
    return reading
  }

  /// Whether the first bytes of a file have the keys of a comment, each at the start of a line.
  static func opensAsComment(_ head: [UInt8]) -> Bool {
    var keys: Set<String> = []
    for line in head.split(separator: 0x0A).prefix(400) {
      guard let colon = line.prefix(24).firstIndex(of: 0x3A) else { continue }
      keys.insert(String(decoding: line[..<colon], as: UTF8.self))
    }
    guard keys.contains("name") || keys.contains("author") else { return false }
    return !["message", "comment", "body"].filter(keys.contains).isEmpty
      && !["_id", "_parent", "id", "date", "replying_to"].filter(keys.contains).isEmpty
  }

  private static func message(_ yaml: FlatYAML) -> String? {
    yaml.value("message", "comment", "body", "content", "text")
  }

  private static func isComment(_ yaml: FlatYAML) -> Bool {
    guard yaml.value("name", "author", "author.name") != nil, !yaml.has("title") else {
      return false
    }
    let marks = ["_id", "_parent", "replying_to", "post_id", "comment_id", "reply_to", "replyID"]
    if message(yaml) != nil {
      return yaml.has("date") || yaml.has("id") || marks.contains { yaml.has($0) }
    }
    return yaml.rest != nil
      && (yaml.value("layout") == "comment" || marks.contains { yaml.has($0) })
  }

  private func readDate(_ yaml: FlatYAML, into entry: inout PageEntry) {
    guard let text = yaml.value("date", "created", "created_at", "timestamp")?.foldingSpace else {
      return
    }
    entry.dateAsWritten = text
    entry.date =
      text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2E }
      ? EpochDate.date(Double(text)) : PrintedDate().match(in: text)?.date
  }

  private func readParent(_ yaml: FlatYAML, into entry: inout PageEntry) {
    let answered = yaml.value(
      "replying_to_uid", "replying_to", "reply_to", "replyID", "replyThread", "parent_id",
      "parent", "reply.to")
    if let answered = answered?.foldingSpace, answered != "0" {
      // A number is the place of the answered comment among those that answer none, by file name.
      if let number = Int(answered), number > 0, number < 100_000 {
        entry.siblingParent = .ordinal(number)
      } else {
        entry.siblingParent = .key(answered)
      }
      entry.parentDetail = "answers " + answered
    } else if let address = yaml.value("_parent")?.foldingSpace {
      entry.parent = .page(href: address)
      entry.parentDetail = "comment of " + address
    }
  }
}

extension String {
  /// The same text with LF for each CRLF or CR, without the line ends at its end.
  fileprivate var withLineFeeds: String {
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var previous: UInt8 = 0
    for byte in utf8 {
      if byte != 0x0A || previous != 0x0D { result.append(byte == 0x0D ? 0x0A : byte) }
      previous = byte
    }
    while let last = result.last, last <= 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }
}
