internal import Discussion

/// Writes plain text that reads well in mail and on terminals.
struct TextRenderer: DigestRenderer {
  let name = "text"
  let fileExtension = "txt"
  let help = "plain text for mail and terminals"

  func render(_ document: DigestDocument) -> [UInt8] {
    var page = TextPage()
    page.heading(document.title, "=")
    var facts: [String] = []
    if let period = document.period { facts.append(DigestPhrases.period(period)) }
    facts += document.venues.map(\.name)
    facts.append(DigestPhrases.counted(document.threads.count, "thread"))
    page.paragraph(facts.joined(separator: " · "))
    page.paragraph(DigestPhrases.method(document.length) + " " + DigestPhrases.marks)
    page.paragraph(DigestPhrases.shown(document.extent))
    page.paragraph("People: " + DigestPhrases.people(document.people))
    for thread in document.threads { page.item("\(thread.number). \(thread.subject)") }
    for thread in document.threads { write(thread, document, &page) }
    for (title, entries) in [
      ("Index of topics", document.topicIndex), ("Index of people", document.personIndex),
    ] where !entries.isEmpty {
      page.heading(title, "-")
      for entry in entries {
        page.item(
          "\(entry.name): "
            + entry.places.map { "\($0.thread).\($0.number)" }.joined(separator: ", "))
      }
    }
    citations(document, &page)
    if !document.sources.isEmpty {
      page.heading("Sources", "-")
      for (index, file) in document.sources.enumerated() {
        page.item("\(index + 1). \(file.path)" + (file.sha256.map { " SHA-256 \($0)" } ?? ""))
      }
    }
    let colophon = document.colophon
    var end: [String] = []
    if let version = colophon.version { end.append("Thresh \(version)") }
    if let fingerprint = colophon.fingerprint { end.append("archive \(fingerprint)") }
    if let command = colophon.command { end.append("made by \(command)") }
    if !end.isEmpty { page.paragraph(end.joined(separator: " · ")) }
    return Array(page.text.utf8)
  }

  private func write(_ thread: DigestThread, _ document: DigestDocument, _ page: inout TextPage) {
    page.heading("\(thread.number). \(thread.subject)", "-")
    page.paragraph(DigestPhrases.facts(thread))
    if document.threads.count > 1 { page.paragraph(DigestPhrases.shown(thread.extent)) }
    let overview = thread.overview
    part(DigestPhrases.question, overview.question.map { [$0] } ?? [], &page)
    part(DigestPhrases.agreements, overview.agreements, &page)
    part(DigestPhrases.disagreements, overview.disagreements, &page)
    part(DigestPhrases.openQuestions, overview.openQuestions, &page)
    part(DigestPhrases.outcome, overview.outcome, &page)
    if overview.outcome.isEmpty { part(DigestPhrases.noOutcome, overview.lastPosts, &page) }
    if let gaps = DigestPhrases.gaps(thread) {
      page.paragraph("\(DigestPhrases.missingLabel): \(gaps)")
    }
    for relation in thread.related {
      page.item(
        "\(DigestPhrases.relatedLabel): \(relation.text) (\(relation.reason))"
          + (relation.link.map { " \($0)" } ?? ""))
    }
    for entry in thread.entries {
      switch entry {
      case .omitted(let posts): page.paragraph("[… \(DigestPhrases.omitted(posts))]")
      case .post(let post): write(post, &page)
      }
    }
    for post in thread.pingbacks { page.item("Links here: " + PlainText.citation(post.citation)) }
  }

  private func part(_ label: String, _ statements: [DigestStatement], _ page: inout TextPage) {
    guard !statements.isEmpty else { return }
    page.paragraph(label.hasSuffix(":") ? label : label + ":")
    for statement in statements { page.item("- " + PlainText.statement(statement)) }
  }

  private func write(_ post: DigestPost, _ page: inout TextPage) {
    var head = ["[\(post.number)] \(post.author)"]
    if let date = post.date { head.append(DateWords.moment(date)) }
    if let reply = post.reply {
      let mark = reply.certainty == .guess ? "?" : ""
      head.append("answers \(reply.author) (\(reply.number))\(mark)")
    }
    if let subject = post.subject { head.append(subject) }
    if post.isMatch { head.append("match") }
    page.paragraph(head.joined(separator: " · "))
    if post.kind == .missing { page.paragraph(DigestPhrases.missing) }
    for passage in PlainText.body(post.body) { page.body(passage) }
    for note in post.notes {
      let parts = [note.topic, note.kind, note.words.map { "“\($0)”" }, note.note, note.by]
      page.paragraph(
        "Note: " + parts.compactMap { $0 }.joined(separator: " · ")
          + (note.isSuggested ? " (suggested)" : ""))
    }
  }

  /// How to cite each post that is shown, out of the way of the reading; an outline has no room for it.
  private func citations(_ document: DigestDocument, _ page: inout TextPage) {
    guard document.length != .brief else { return }
    var lines: [String] = []
    for thread in document.threads {
      for case .post(let post) in thread.entries {
        lines.append("[\(thread.number).\(post.number)] " + PlainText.citation(post.citation))
      }
    }
    guard !lines.isEmpty else { return }
    page.heading("Citations", "-")
    for line in lines { page.item(line) }
  }
}

/// Blocks of plain text with an empty line between them.
private struct TextPage {
  private(set) var text = ""
  private var isInList = false

  mutating func heading(_ title: String, _ rule: Character) {
    block(title + "\n" + String(repeating: rule, count: min(76, title.unicodeScalars.count)))
  }

  mutating func paragraph(_ line: String) { block(PlainText.filled(line)) }

  mutating func item(_ line: String) {
    if !isInList, !text.isEmpty { text += "\n" }
    text += PlainText.filled(line, first: "  ", rest: "    ") + "\n"
    isInList = true
  }

  /// A paragraph of a post; what is set in keeps its lines.
  mutating func body(_ paragraph: String) {
    if paragraph.hasPrefix("    ") { return block(paragraph) }
    if paragraph.hasPrefix("> ") {
      return block(PlainText.filled(String(paragraph.dropFirst(2)), first: "> ", rest: "> "))
    }
    block(
      paragraph.split(separator: "\n", omittingEmptySubsequences: false)
        .map { PlainText.filled(String($0)) }.joined(separator: "\n"))
  }

  private mutating func block(_ lines: String) {
    if !text.isEmpty { text += "\n" }
    text += lines + "\n"
    isInList = false
  }
}
