internal import Discussion

/// Writes CommonMark that reads well as it is: flat sections, filled lines, citations at the end.
struct MarkdownRenderer: DigestRenderer {
  let name = "markdown"
  let fileExtension = "md"
  let help = "CommonMark that reads well as it is"

  func render(_ document: DigestDocument) -> [UInt8] {
    var page = MarkdownPage()
    head(document, &page)
    for thread in document.threads {
      page.block(
        "## \(thread.number). \(MarkdownText.inline(thread.subject)) "
          + "<a id=\"\(Anchor.thread(thread.id))\"></a>")
      page.paragraph(DigestPhrases.facts(thread))
      // One thread has no other people than the document.
      if document.threads.count > 1 {
        page.paragraph("People: " + MarkdownText.inline(DigestPhrases.people(thread.people)))
        page.paragraph(DigestPhrases.shown(thread.extent))
      }
      overview(thread, &page)
      if document.length == .brief { outline(thread, &page) } else { posts(thread, &page) }
      pingbacks(thread, &page)
    }
    index("Index of topics", document.topicIndex, &page)
    if document.threads.count > 1 || document.extent.shownPostCount > 12 {
      index("Index of people", document.personIndex, &page)
    }
    citations(document, &page)
    tail(document, &page)
    return Array(page.text.utf8)
  }

  private func head(_ document: DigestDocument, _ page: inout MarkdownPage) {
    page.block("# " + MarkdownText.inline(document.title))
    var facts: [String] = []
    if let period = document.period { facts.append("**\(DigestPhrases.period(period))**") }
    if !document.venues.isEmpty {
      facts.append(MarkdownText.inline(document.venues.map(\.name).joined(separator: ", ")))
    }
    facts.append(DigestPhrases.counted(document.threads.count, "thread"))
    page.paragraph(facts.joined(separator: " · "))
    page.paragraph(DigestPhrases.method(document.length) + " " + DigestPhrases.marks)
    page.paragraph(DigestPhrases.shown(document.extent))
    page.block("## People")
    page.paragraph(MarkdownText.inline(DigestPhrases.people(document.people)))
    // One thread is its own contents.
    guard document.threads.count > 1 else { return }
    page.block("## Contents")
    let lines = document.threads.map { thread in
      let link =
        "[\(MarkdownText.inline(thread.subject, isInLink: true))](#\(Anchor.thread(thread.id)))"
      return MarkdownText.filled(
        "\(link) · \(DigestPhrases.facts(thread))", first: "\(thread.number). ",
        rest: String(repeating: " ", count: "\(thread.number). ".utf8.count))
    }
    page.block(lines.joined(separator: "\n"))
  }

  // MARK: Posts

  private func posts(_ thread: DigestThread, _ page: inout MarkdownPage) {
    for entry in thread.entries {
      switch entry {
      case .omitted(let posts):
        page.paragraph("[… \(MarkdownText.inline(DigestPhrases.omitted(posts)))]")
      case .post(let post): self.post(post, &page)
      }
    }
  }

  private func post(_ post: DigestPost, _ page: inout MarkdownPage) {
    page.block(
      "### \(post.number). \(MarkdownText.inline(post.author)) "
        + "<a id=\"\(Anchor.post(post.id))\"></a>")
    var facts: [String] = []
    if let subject = post.subject { facts.append("**\(MarkdownText.inline(subject))**") }
    if let date = post.date { facts.append(DateWords.moment(date)) }
    if let ordinal = post.ordinal { facts.append("comment \(ordinal)") }
    if let reply = post.reply { facts.append("answers \(name(reply))") }
    if post.isMatch { facts.append("**match**") }
    if let link = post.citation.link { facts.append("[original](<\(link)>)") }
    facts.append("[cite](#\(Anchor.citation(post.id)))")
    if let explanation = post.reply?.explanation { facts.append(MarkdownText.inline(explanation)) }
    page.paragraph(facts.joined(separator: " · "))
    if post.kind == .missing { page.paragraph("*\(DigestPhrases.missing)*") }
    for passage in post.body { self.passage(passage, &page) }
    for note in post.notes { page.paragraph(self.note(note)) }
  }

  /// How to cite each post that is shown; an outline has no room for it.
  private func citations(_ document: DigestDocument, _ page: inout MarkdownPage) {
    guard document.length != .brief else { return }
    let lines = document.threads.flatMap { thread in
      thread.entries.compactMap { entry -> String? in
        guard case .post(let post) = entry else { return nil }
        return MarkdownText.filled(
          "<a id=\"\(Anchor.citation(post.id))\"></a>\(thread.number).\(post.number) "
            + citation(post.citation), first: "- ", rest: "  ")
      }
    }
    guard !lines.isEmpty else { return }
    page.block("## Citations")
    page.block(lines.joined(separator: "\n"))
  }

  private func note(_ note: DigestNote) -> String {
    var parts: [String] = []
    if let topic = note.topic { parts.append("**\(MarkdownText.inline(topic))**") }
    if let kind = note.kind { parts.append(MarkdownText.inline(kind)) }
    if let words = note.words { parts.append("“\(MarkdownText.inline(words))”") }
    if let text = note.note { parts.append("*\(MarkdownText.inline(text))*") }
    if let by = note.by { parts.append(MarkdownText.inline(by)) }
    if note.isSuggested { parts.append("suggested") }
    return "Note: " + parts.joined(separator: " · ")
  }

  /// What the thread asks, where people part, and what came of it.
  private func overview(_ thread: DigestThread, _ page: inout MarkdownPage) {
    let overview = thread.overview
    part(DigestPhrases.question, overview.question.map { [$0] } ?? [], &page)
    part(DigestPhrases.agreements, overview.agreements, &page)
    part(DigestPhrases.disagreements, overview.disagreements, &page)
    part(DigestPhrases.openQuestions, overview.openQuestions, &page)
    if overview.outcome.isEmpty, !overview.lastPosts.isEmpty {
      part(
        "\(DigestPhrases.outcome).** *\(DigestPhrases.noOutcome)*", overview.lastPosts, &page)
    } else {
      part(DigestPhrases.outcome, overview.outcome, &page)
    }
    if let gaps = DigestPhrases.gaps(thread) {
      page.paragraph("**\(DigestPhrases.missingLabel).** \(gaps)")
    }
    guard !thread.related.isEmpty else { return }
    let lines = thread.related.map { relation in
      let link = relation.link.map { " <\($0)>" } ?? ""
      return MarkdownText.filled(
        MarkdownText.inline("\(relation.text) (\(relation.reason))") + link, first: "- ",
        rest: "  ")
    }
    page.block("**\(DigestPhrases.relatedLabel).**\n\n" + lines.joined(separator: "\n"))
  }

  private func part(
    _ label: String, _ statements: [DigestStatement], _ page: inout MarkdownPage
  ) {
    guard !statements.isEmpty else { return }
    let lines = statements.map { statement in
      let name = MarkdownText.inline("\(statement.author) (\(statement.number))", isInLink: true)
      let who = statement.isShown ? "[\(name)](#\(Anchor.post(statement.post)))" : name
      let answers = statement.answers.map { ", to \(MarkdownText.inline($0))" } ?? ""
      return MarkdownText.filled(
        "“\(MarkdownText.inline(statement.text))\(statement.isCut ? " …" : "")” — \(who)\(answers)",
        first: "- ", rest: "  ")
    }
    let head = label.hasSuffix("*") ? "**\(label)" : "**\(label).**"
    page.block(head + "\n\n" + lines.joined(separator: "\n"))
  }

  private func index(
    _ title: String, _ entries: [DigestIndexEntry], _ page: inout MarkdownPage
  ) {
    guard !entries.isEmpty else { return }
    page.block("## \(title)")
    let lines = entries.map { entry in
      let places = entry.places.map {
        "[\($0.thread).\($0.number)](#\(Anchor.post($0.post)))"
      }
      return MarkdownText.filled(
        "\(MarkdownText.inline(entry.name)) \(places.joined(separator: ", "))", first: "- ",
        rest: "  ")
    }
    page.block(lines.joined(separator: "\n"))
  }

  private func name(_ reply: DigestReply) -> String {
    let name = MarkdownText.inline("\(reply.author) (\(reply.number))", isInLink: true)
    let mark = reply.certainty == .guess ? "?" : ""
    return (reply.isShown ? "[\(name)](#\(Anchor.post(reply.parent)))" : name) + mark
  }

  private func passage(_ passage: DigestPassage, _ page: inout MarkdownPage) {
    switch passage {
    case .verbatim(let lines): page.block(MarkdownText.fenced(lines))
    case .omission(let what): page.paragraph(what.map { "[… \(MarkdownText.inline($0))]" } ?? "[…]")
    case .quotation(let quotation):
      let name = MarkdownText.inline(quotation.who, isInLink: true)
      let who = quotation.target.map { "[\(name)](#\(Anchor.post($0)))" } ?? name
      page.block(
        MarkdownText.filled(
          "\(who): “\(MarkdownText.inline(quotation.words))”", first: "> ", rest: "> "))
    case .prose(let lines): prose(lines, &page)
    }
  }

  /// Plain lines as a paragraph with hard breaks, items as a list.
  private func prose(_ lines: [DigestLine], _ page: inout MarkdownPage) {
    var plain: [String] = []
    var items: [String] = []
    for line in lines {
      if let marker = line.marker.flatMap(MarkdownText.listMarker) {
        page.block(plain.joined(separator: "\\\n"))
        plain = []
        let rest = String(repeating: " ", count: marker.utf8.count + 1)
        items.append(MarkdownText.filled(inline(line), first: marker + " ", rest: rest))
      } else {
        page.block(items.joined(separator: "\n"))
        items = []
        let marker = line.marker.map { MarkdownText.inline($0) + " " } ?? ""
        plain.append(MarkdownText.filled(marker + inline(line)))
      }
    }
    page.block(plain.joined(separator: "\\\n"))
    page.block(items.joined(separator: "\n"))
  }

  private func inline(_ line: DigestLine) -> String {
    line.spacedRuns.map { run, hasSpace in
      let space = hasSpace ? " " : ""
      switch run {
      case .words(let text):
        // Escaping folds the blanks around a match; they stay outside of it.
        let before = text.hasPrefix(" ") ? " " : ""
        let after = text.hasSuffix(" ") && text.utf8.count > 1 ? " " : ""
        return space + before + MarkdownText.inline(text) + after
      case .match(let text): return space + "**\(MarkdownText.inline(text, isInLink: true))**"
      case .cut: return space + "[…]"
      }
    }.joined()
  }

  private func citation(_ citation: DigestCitation) -> String {
    var parts = [MarkdownText.inline(citation.author)]
    if let subject = citation.subject { parts.append("“\(MarkdownText.inline(subject))”") }
    parts += citation.venues.map { MarkdownText.inline($0) }
    if let date = citation.dateAsWritten { parts.append(MarkdownText.inline(date)) }
    if let link = citation.link { parts.append("<\(link)>") }
    parts.append("post " + MarkdownText.code(citation.id))
    if let messageID = citation.messageID {
      parts.append("Message-ID " + MarkdownText.code("<\(messageID)>"))
    }
    if let number = citation.sourceNumber {
      let place = citation.locator.map { " at " + MarkdownText.code($0) } ?? ""
      parts.append("[source \(number)](#source-\(number))\(place)")
    }
    return parts.joined(separator: ", ") + "."
  }

  // MARK: Outline, pingbacks, tail

  private func outline(_ thread: DigestThread, _ page: inout MarkdownPage) {
    let lines = thread.entries.map { entry in
      // Deeper levels would push the text out of the page.
      let indent = String(repeating: "  ", count: min(entry.depth, 8))
      return MarkdownText.filled(outlineLine(entry), first: indent + "- ", rest: indent + "  ")
    }
    page.block(lines.joined(separator: "\n"))
  }

  private func outlineLine(_ entry: DigestEntry) -> String {
    guard case .post(let post) = entry else { return "[…]" }
    var head = "<a id=\"\(Anchor.post(post.id))\"></a>**\(MarkdownText.inline(post.author))**"
    if let date = post.date { head += ", \(DateWords.day(date))" }
    if let reply = post.reply, reply.certainty == .guess || entry.depth > 8 {
      head += ", answers \(name(reply))"
    }
    if post.isMatch { head += ", **match**" }
    if post.kind == .missing { return "\(head): *\(DigestPhrases.missing)*" }
    let subject = post.subject.map { " *\(MarkdownText.inline($0))*." } ?? ""
    let body = post.body.map { passage in
      switch passage {
      case .prose(let lines): lines.map(inline).joined(separator: " ")
      default: "[…]"
      }
    }
    return "\(head):\(subject) \(body.joined(separator: " "))"
  }

  private func pingbacks(_ thread: DigestThread, _ page: inout MarkdownPage) {
    guard !thread.pingbacks.isEmpty else { return }
    page.block("### Pages that link here")
    let lines = thread.pingbacks.map { post in
      let words = inline(post.bodyLine)
      return MarkdownText.filled(
        "<a id=\"\(Anchor.post(post.id))\"></a>" + citation(post.citation)
          + (words.isEmpty ? "" : " “\(words)”"), first: "- ", rest: "  ")
    }
    page.block(lines.joined(separator: "\n"))
  }

  private func tail(_ document: DigestDocument, _ page: inout MarkdownPage) {
    if !document.sources.isEmpty {
      page.block("## Sources")
      let lines = document.sources.enumerated().map { index, file in
        let digest = file.sha256.map { ", SHA-256 " + MarkdownText.code($0) } ?? ""
        return
          "\(index + 1). <a id=\"source-\(index + 1)\"></a>\(MarkdownText.code(file.path))\(digest)"
      }
      page.block(lines.joined(separator: "\n"))
    }
    var facts: [String] = []
    let colophon = document.colophon
    if let version = colophon.version { facts.append("Thresh " + MarkdownText.inline(version)) }
    if let fingerprint = colophon.fingerprint {
      facts.append("archive " + MarkdownText.code(fingerprint))
    }
    if let command = colophon.command { facts.append("made by " + MarkdownText.code(command)) }
    guard !facts.isEmpty else { return }
    page.block("---")
    page.paragraph(facts.joined(separator: " · "))
  }
}

/// Blocks with an empty line between them.
private struct MarkdownPage {
  private(set) var text = ""

  mutating func block(_ markdown: String) {
    guard !markdown.isEmpty else { return }
    if !text.isEmpty { text += "\n" }
    text += markdown
    text += "\n"
  }

  mutating func paragraph(_ inline: String) {
    block(MarkdownText.filled(inline))
  }
}
