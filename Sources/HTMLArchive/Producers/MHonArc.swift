internal import HTMLTree
internal import SourceBytes

/// Message pages of MHonArc 2.0 to 2.6, in any template: its comments are what counts.
public struct MHonArc: Producer {
  /// Makes the reader.
  public init() {}

  /// How `thresh formats` lists it.
  public var summary: ProducerSummary {
    ProducerSummary(
      name: "mhonarc", title: "MHonArc, message page",
      recognition: "<!--X-Message-Id:--> and <!--X-Body-of-Message--> comments",
      gives: "Message-ID, references, author, address, date, subject, text",
      isTestedOnRealPages: true)
  }

  /// Sure where the body has MHonArc's mark.
  public func confidence(in page: Page) -> Int {
    let marks = page.mhonarc
    if marks.bodyStart != nil { return marks.value("subject") == nil ? 80 : 97 }
    return 0
  }

  /// Reads the one message of the page.
  public func read(_ page: Page) -> PageReading {
    var reading = PageReading(producer: summary.name, venueKind: .list)
    let document = page.document
    let marks = page.mhonarc
    guard let start = marks.bodyStart else { return reading }
    var entry = PageEntry(kind: .message)
    let fields = MHonArcFields(document, marks)
    readIDs(marks, fields, into: &entry)
    readSubject(marks, fields, into: &entry)
    readAuthor(marks, fields, into: &entry)
    readDate(marks, fields, page, into: &entry, &reading)
    if entry.references.isEmpty, entry.inReplyTo.isEmpty,
      let parent = followUpParent(document, marks)
    {
      entry.parent = .page(href: parent)
      entry.parentIsGuess = true
      entry.parentDetail = "listed under References without an id"
    }
    if marks.bodyEnd == nil {
      reading.findings.append(
        page.finding(.warning, PageFindings.missingBody, "the mark after the body is missing"))
    }
    let body = start + 1..<max(start + 1, marks.bodyEnd ?? document.nodeCount)
    let attachments = MHonArcAttachments(document, body)
    entry.attachments = attachments.files
    entry.text = EscapedFrom.unescaped(
      document.readableText(ofNodes: body, options: attachments.options))
    reading.entries = [entry]
    return reading
  }

  private func readIDs(
    _ marks: MHonArcMarks, _ fields: MHonArcFields, into entry: inout PageEntry
  ) {
    let own = marks.value("message-id").flatMap(MaskedAddress.bareID)
    entry.messageID = own.flatMap { MHonArcFields.isInvented($0) ? nil : $0 }
    let stated = marks.values("reference") + marks.values("reference-id")
    entry.references = stated.compactMap(MaskedAddress.bareID).filter(fields.isID)
    guard let parent = fields.repliedID, parent != own else { return }
    entry.inReplyTo = [parent]
    // Where a site masked the ids of its pages, only the link still tells.
    if let page = fields.repliedPage {
      entry.parent = .page(href: page)
      entry.parentDetail = "In-Reply-To links to \(page)"
    }
  }

  private func readSubject(
    _ marks: MHonArcMarks, _ fields: MHonArcFields, into entry: inout PageEntry
  ) {
    let subject = (marks.value("subject") ?? fields.value(.subject) ?? fields.heading ?? "")
      .foldingSpace
    entry.subject = subject.isEmpty ? nil : EncodedWords.decoded(subject)
  }

  private func readAuthor(
    _ marks: MHonArcMarks, _ fields: MHonArcFields, into entry: inout PageEntry
  ) {
    let rotated = marks.value("from-r13").map(MHonArcRotation.rotate)
    let stated = rotated ?? marks.value("from")
    var author = Mailbox(stated ?? "")
    let shown = Mailbox(fields.value(.from) ?? "")
    if author.name == nil, author.address == nil { author = shown }
    entry.authorName = author.name ?? shown.name ?? author.address ?? shown.address
    entry.authorAddress = author.address ?? shown.address
    if let address = entry.authorAddress, MaskedAddress.isHidden(address) {
      entry.authorAddress = nil
    }
    if let name = entry.authorName { entry.authorName = EncodedWords.decoded(name) }
  }

  private func readDate(
    _ marks: MHonArcMarks, _ fields: MHonArcFields, _ page: Page, into entry: inout PageEntry,
    _ reading: inout PageReading
  ) {
    // The comment is the time of receipt; the list item is the Date header.
    let found = DateOfMail.pick(stated: fields.value(.date), received: marks.value("date"))
    (entry.date, entry.dateAsWritten) = (found?.date, found?.text)
    if let text = found?.text, found?.date == nil {
      reading.findings.append(
        page.finding(
          .warning, PageFindings.unreadableDate, "no date can be read in \u{201C}\(text)\u{201D}"))
    }
  }

  /// The last page of the References list, which without ids is a join by subject.
  private func followUpParent(_ document: HTMLDocument, _ marks: MHonArcMarks) -> String? {
    guard let range = marks.references else { return nil }
    var last: String?
    for index in range {
      let node = document[index]
      if node.isElement("a"), let href = node.attribute("href"), node.attribute("name") != nil {
        last = href
      }
    }
    return last
  }
}
