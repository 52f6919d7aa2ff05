internal import HTMLTree
internal import SourceBytes

/// The comments of one page as Isso's API gives them.
struct IssoThread: DataExport {
  var summary: ProducerSummary {
    ProducerSummary(
      name: "isso-json", title: "Isso comments (JSON)",
      recognition: "a JSON object with replies that have text, created and hash or mode",
      gives: "comments with parents, authors and their pages, exact times, held and deleted marks",
      isTestedOnRealPages: false)
  }

  func read(_ file: DataFile, at location: SourceLocation) -> PageReading? {
    guard case .json(let root) = file, let replies = root["replies"]?.items,
      let first = replies.first, first["text"] != nil, first["created"] != nil,
      first["hash"] != nil || first["mode"] != nil
    else { return nil }
    var reading = PageReading(producer: summary.name, venueKind: .blog)
    // Answers lie in `replies` of what they answer: a stack, the next comment on top.
    var stack = Array(replies.reversed().map { (value: $0, parent: root["id"]?.token) })
    while let (value, parent) = stack.popLast() {
      guard let id = value["id"]?.token else { continue }
      reading.entries.append(entry(value, id: id, parent: value["parent"]?.token ?? parent))
      for reply in (value["replies"]?.items ?? []).reversed() { stack.append((reply, id)) }
    }
    return reading
  }

  private func entry(_ value: JSONValue, id: String, parent: String?) -> PageEntry {
    var entry = PageEntry(kind: .comment)
    entry.key = "isso-" + id
    entry.authorName = value["author"]?.text.map { $0.foldingSpace }
    entry.authorURL = value["website"]?.text
    entry.date = EpochDate.date(value["created"]?.number)
    entry.dateAsWritten = value["created"]?.token
    entry.text = DataExports.text(ofHTML: value["text"]?.string ?? "")
    switch value["mode"]?.integer ?? 1 {
    case 2: entry.status = .held
    case 4: entry.status = .deleted
    default: break
    }
    if let parent {
      entry.parent = .entry(key: "isso-" + parent)
      entry.parentDetail = "parent " + parent
    }
    return entry
  }
}

/// Times that programs write as numbers.
enum EpochDate {
  /// The time of a number of seconds since 1970, or of milliseconds where it is too large for those.
  static func date(_ number: Double?) -> StatedDate? {
    guard let number, number > 0, number < 1e14 else { return nil }
    let seconds = number >= 1e11 ? number / 1000 : number
    return StatedDate(instant: Int64(seconds), offsetMinutes: 0)
  }
}
