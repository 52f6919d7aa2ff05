internal import HTMLTree
internal import SourceBytes

/// A topic as Discourse's API gives it: `/t/ID.json`.
struct DiscourseTopic: DataExport {
  var summary: ProducerSummary {
    ProducerSummary(
      name: "discourse-json", title: "Discourse topic (JSON)",
      recognition: "a JSON object with post_stream.posts",
      gives: "posts with their numbers, what each answers, authors, exact times",
      isTestedOnRealPages: true)
  }

  func read(_ file: DataFile, at location: SourceLocation) -> PageReading? {
    guard case .json(let topic) = file, let stream = topic["post_stream"],
      let posts = stream["posts"]?.items, !posts.isEmpty
    else { return nil }
    var reading = PageReading(producer: summary.name, venueKind: .forum)
    let title = topic["title"]?.text.map { $0.foldingSpace }
    let hasFirst = posts.contains { $0["post_number"]?.integer == 1 }
    for post in posts {
      guard let entry = entry(post, title: title, hasFirst: hasFirst) else { continue }
      reading.entries.append(entry)
    }
    let missing = (stream["stream"]?.items.count ?? 0) - posts.count
    if missing > 0 {
      reading.findings.append(
        Finding(
          .note, PageFindings.morePages.code, at: location,
          "\(missing) posts of the topic are not in this file",
          hint: "save and import `/t/ID/posts.json` or the pages with `?page=2` too"))
    }
    return reading
  }

  private func entry(_ post: JSONValue, title: String?, hasFirst: Bool) -> PageEntry? {
    guard let number = post["post_number"]?.integer, number > 0 else { return nil }
    // Closings, moves and the like have a type of their own and no words.
    if post["post_type"]?.integer == 3, post["cooked"]?.text == nil { return nil }
    var entry = PageEntry(kind: number == 1 ? .article : .comment)
    entry.key = "post_\(number)"
    entry.ordinal = number
    entry.authorName = (post["username"] ?? post["name"])?.text.map { $0.foldingSpace }
    entry.dateAsWritten = post["created_at"]?.text
    entry.date = entry.dateAsWritten.flatMap { PrintedDate().match(in: $0)?.date }
    if post["hidden"]?.isTrue ?? false { entry.status = .held }
    if post["user_deleted"]?.isTrue ?? false || post["deleted_at"]?.text != nil {
      entry.status = .deleted
    }
    if let cooked = post["cooked"]?.string {
      entry.text = DiscourseText.text(of: HTMLDocument(html: cooked).root)
    }
    if number == 1 {
      entry.subject = title
    } else if let answered = post["reply_to_post_number"]?.integer, answered > 0, answered < number
    {
      entry.parent = .entry(key: "post_\(answered)")
      entry.parentDetail = "reply_to_post_number \(answered)"
    } else if hasFirst {
      entry.parent = .article
      entry.parentDetail = "no reply_to_post_number"
    }
    return entry
  }
}

/// The words of a Discourse post.
enum DiscourseText {
  /// Readable text; the name of a picture stands beside it, so its `alt` is left out, and an emoji is shown
  /// as itself where its name is known.
  static func text(of body: HTMLNode) -> String {
    var options = ReadableTextOptions()
    var names: Set<String> = []
    for image in body.elements("img") {
      if image.hasClass("emoji") {
        if let alt = image.attribute("alt") { names.insert(alt) }
      } else {
        options.omitted.insert(image.index)
      }
    }
    let text = body.readableText(options)
    return names.isEmpty ? text : replacingNames(names, in: text)
  }

  /// Sets emoji for the `:names:` that stand in a text.
  ///
  /// - Complexity: Linear; names are at most 48 bytes long.
  private static func replacingNames(_ names: Set<String>, in text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] == 0x3A,
        let end = bytes[(offset + 1)...].prefix(48).firstIndex(of: 0x3A)
      {
        let name = String(decoding: bytes[offset...end], as: UTF8.self)
        let bare = String(name.dropFirst().dropLast())
        if names.contains(name), let emoji = EmojiNames.emoji[bare] {
          result.append(contentsOf: emoji.utf8)
          offset = end + 1
          continue
        }
      }
      result.append(bytes[offset])
      offset += 1
    }
    return String(decoding: result, as: UTF8.self)
  }
}
