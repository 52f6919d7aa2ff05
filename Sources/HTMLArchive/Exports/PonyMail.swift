internal import HTMLTree
internal import SourceBytes

/// Mail as Apache Pony Mail's API gives it: one message, or a list of `emails`.
struct PonyMail: DataExport {
  var summary: ProducerSummary {
    ProducerSummary(
      name: "pony-mail", title: "Apache Pony Mail (JSON of its API)",
      recognition:
        "a JSON object with message-id, from, subject and epoch, or a list of such emails",
      gives: "messages with Message-IDs, references, authors, exact times, text",
      isTestedOnRealPages: false)
  }

  func read(_ file: DataFile, at location: SourceLocation) -> PageReading? {
    guard case .json(let root) = file else { return nil }
    let list = root["emails"] ?? (root.isArray ? root : nil)
    let emails = (list?.items ?? [root]).filter(Self.isEmail)
    guard !emails.isEmpty else { return nil }
    var reading = PageReading(producer: summary.name, venueKind: .list)
    reading.siteName = (emails[0]["list_raw"] ?? emails[0]["list"])?.text.flatMap(Self.listName)
    var bare = 0
    for email in emails {
      let entry = entry(email)
      if entry.text.isEmpty { bare += 1 }
      reading.entries.append(entry)
    }
    if bare == emails.count {
      reading.findings.append(
        Finding(
          .note, PageFindings.missingBody.code, at: location,
          "the list has no bodies, only headers",
          hint: "save the messages too (`api/email.lua?id=…`), or the mbox (`api/mbox.lua?list=…`)")
      )
    }
    return reading
  }

  private static func isEmail(_ value: JSONValue) -> Bool {
    value["from"]?.string != nil && value["subject"]?.string != nil && value["epoch"] != nil
      && (value["message-id"] ?? value["mid"] ?? value["id"]) != nil
  }

  /// `<dev.commons.example.org>` or `dev@commons.example.org`.
  private static func listName(_ text: String) -> String? {
    let bare = String(text.filter { $0 != "<" && $0 != ">" })
    return bare.isEmpty ? nil : bare
  }

  private func entry(_ email: JSONValue) -> PageEntry {
    var entry = PageEntry(kind: .message)
    let author = Mailbox(email["from"]?.string ?? "")
    entry.authorName = (author.name ?? author.address).map(EncodedWords.decoded)
    entry.authorAddress = author.address
    entry.subject = email["subject"]?.text.map { EncodedWords.decoded($0).foldingSpace }
    entry.messageID = email["message-id"]?.text.flatMap(MaskedAddress.bareID)
    entry.key = (email["mid"] ?? email["id"])?.text
    entry.inReplyTo = [email["in-reply-to"]?.text].compactMap { $0.flatMap(MaskedAddress.bareID) }
    entry.references = (email["references"]?.text ?? "").wordsOfASCII
      .compactMap(MaskedAddress.bareID)
    entry.date = EpochDate.date(email["epoch"]?.number)
    entry.dateAsWritten = email["date"]?.text ?? email["epoch"]?.token
    entry.text = email["body"]?.string ?? ""
    return entry
  }
}
