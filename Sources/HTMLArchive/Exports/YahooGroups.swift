internal import HTMLTree
internal import SourceBytes

/// A message of Yahoo Groups as its API gave it and archivers kept it.
struct YahooGroups: DataExport {
  var summary: ProducerSummary {
    ProducerSummary(
      name: "yahoo-groups", title: "Yahoo Groups message (JSON of its API)",
      recognition: "a JSON object with msgId, postDate and messageBody, alone or in ygData",
      gives: "authors, exact times, subjects, the topic that a message belongs to, text",
      isTestedOnRealPages: false)
  }

  func read(_ file: DataFile, at location: SourceLocation) -> PageReading? {
    guard case .json(let root) = file else { return nil }
    let data = root["ygData"] ?? root
    let list = data["messages"] ?? (data.isArray ? data : nil)
    let messages = (list?.items ?? [data]).map { $0["ygData"] ?? $0 }.filter {
      $0["msgId"] != nil && $0["postDate"] != nil && ($0["messageBody"] ?? $0["rawEmail"]) != nil
    }
    guard !messages.isEmpty else { return nil }
    var reading = PageReading(producer: summary.name, venueKind: .list)
    for message in messages {
      guard let id = message["msgId"]?.token else { continue }
      var entry = PageEntry(kind: .message)
      entry.key = "message-" + id
      entry.ordinal = message["msgId"]?.integer
      let from = Mailbox(ExportReader.line(message["from"]?.string ?? ""))
      let name = message["authorName"]?.text ?? from.name ?? message["profile"]?.text
      entry.authorName = name.map(ExportReader.line)
      // Yahoo cut addresses off: "jonas@...".
      entry.authorAddress = from.address.flatMap { $0.hasSuffix("...") ? nil : $0 }
      entry.subject = message["subject"]?.text.map(ExportReader.line)
      entry.date = EpochDate.date(Double(message["postDate"]?.token ?? ""))
      entry.dateAsWritten = message["postDate"]?.token
      if let body = message["messageBody"]?.string { entry.text = DataExports.text(ofHTML: body) }
      if let above = message["prevInTopic"]?.integer, above > 0 {
        entry.parent = .entry(key: "message-\(above)")
        entry.parentIsGuess = true
        entry.parentDetail = "the message before it in its topic"
      }
      reading.entries.append(entry)
    }
    return reading
  }
}
