internal import Discussion
internal import SourceBytes

/// Writes a thread as nested lists.
struct HTMLThread {
  let thread: DigestThread
  /// Whether it is the only thread, whose people and extent are those of the document.
  let isOnly: Bool

  func write(to page: inout HTMLPage) {
    page.open("section", ["class": "thread", "id": Anchor.thread(thread.id)])
    page.raw("\n<h2 dir=\"auto\"><span class=\"number\">")
    page.text("\(thread.number)")
    page.raw("</span> ")
    page.text(thread.subject)
    page.raw("</h2>\n")
    page.element("p", ["class": "facts"], DigestPhrases.facts(thread))
    page.raw("\n")
    if !isOnly {
      page.element("p", ["class": "facts"], DigestPhrases.people(thread.people))
      page.raw("\n")
      page.element("p", ["class": "facts"], DigestPhrases.shown(thread.extent))
      page.raw("\n")
    }
    HTMLOverview(thread: thread).write(to: &page)
    tree(&page)
    pingbacks(&page)
    page.raw("</section>\n")
  }

  private func tree(_ page: inout HTMLPage) {
    var open = 0
    for entry in thread.entries {
      let depth = min(entry.depth, HTMLRenderer.depthLimit) + 1
      while open > depth {
        page.raw("</li>\n</ol>\n")
        open -= 1
      }
      if open == depth { page.raw("</li>\n") }
      while open < depth {
        page.raw(open == 0 ? "<ol class=\"posts\">\n" : "\n<ol>\n")
        open += 1
        // Depths grow one at a time; were it not so, an item without text keeps the lists well formed.
        if open < depth { page.raw("<li>") }
      }
      page.raw("<li>")
      switch entry {
      case .post(let post): write(post, &page)
      case .omitted(let posts):
        page.element("p", ["class": "cut"], "[… \(DigestPhrases.omitted(posts))]")
      }
    }
    while open > 0 {
      page.raw("</li>\n</ol>\n")
      open -= 1
    }
  }

  private func write(_ post: DigestPost, _ page: inout HTMLPage) {
    let anchor = Anchor.post(post.id)
    let note = "note-" + anchor
    page.open("article", ["class": post.isMatch ? "post match" : "post", "id": anchor])
    page.raw("\n")
    // Readers of books have no folds: their notes stand open.
    if !page.isXML {
      page.open("input", ["type": "checkbox", "class": "fold", "id": note])
      page.raw("\n")
    }
    page.raw("<header>")
    page.open("h3")
    page.element("a", ["class": "number", "href": "#" + anchor], "\(post.number)")
    page.raw(" ")
    page.element("bdi", post.author)
    page.close("h3")
    page.raw(" <p class=\"facts\">")
    facts(post, &page)
    page.raw("</p> ")
    if !page.isXML {
      page.element("label", ["for": note], post.notes.isEmpty ? "source" : "notes")
    }
    page.raw("</header>\n")
    margin(post, &page)
    if let subject = post.subject {
      page.element("p", ["class": "subject", "dir": "auto"], subject)
      page.raw("\n")
    }
    if post.kind == .missing { page.element("p", ["class": "missing"], DigestPhrases.missing) }
    for passage in post.body {
      write(passage, &page)
      page.raw("\n")
    }
    page.raw("</article>")
  }

  private func facts(_ post: DigestPost, _ page: inout HTMLPage) {
    var isFirst = true
    func separate(_ page: inout HTMLPage) {
      if !isFirst { page.raw(" · ") }
      isFirst = false
    }
    if let date = post.date {
      separate(&page)
      page.element("time", ["datetime": date.iso8601], DateWords.moment(date))
    }
    if let ordinal = post.ordinal {
      separate(&page)
      page.text("comment \(ordinal)")
    }
    if let reply = post.reply {
      separate(&page)
      page.raw("answers ")
      if reply.isShown {
        page.open("a", ["href": page.link(to: reply.parent)])
        page.element("bdi", reply.author)
        page.text(" (\(reply.number))")
        page.close("a")
      } else {
        page.element("bdi", reply.author)
        page.text(" (\(reply.number))")
      }
      if reply.certainty == .guess { page.raw("<span class=\"guess\" title=\"a guess\">?</span>") }
    }
    if post.isMatch {
      separate(&page)
      page.raw("<mark>match</mark>")
    }
  }

  /// The note beside a post: why it hangs where it does, and how to cite it.
  private func margin(_ post: DigestPost, _ page: inout HTMLPage) {
    page.open(
      "aside", ["class": "note", "aria-label": "Note on post \(thread.number).\(post.number)"])
    if let explanation = post.reply?.explanation {
      page.element("p", ["class": "evidence", "dir": "auto"], explanation)
    }
    for note in post.notes { self.note(note, &page) }
    page.open("p", ["class": "citation"])
    citation(post.citation, &page)
    page.close("p")
    page.raw("</aside>\n")
  }

  private func note(_ note: DigestNote, _ page: inout HTMLPage) {
    page.open("p", ["class": note.isSuggested ? "mark suggested" : "mark"])
    if let topic = note.topic { page.element("strong", topic) }
    if let kind = note.kind { page.text((note.topic == nil ? "" : " · ") + kind) }
    if let words = note.words {
      page.text(note.topic == nil && note.kind == nil ? "“" : ": “")
      page.element("q", ["dir": "auto"], words)
      page.text("”")
    }
    if let text = note.note {
      page.raw(" <span class=\"remark\" dir=\"auto\">")
      page.text(text)
      page.raw("</span>")
    }
    if let by = note.by { page.text(" — \(by)") }
    if note.isSuggested { page.raw(" <em>suggested</em>") }
    page.raw("</p>\n")
  }

  private func citation(_ citation: DigestCitation, _ page: inout HTMLPage) {
    page.element("bdi", citation.author)
    if let subject = citation.subject {
      page.raw(", “")
      page.element("bdi", subject)
      page.raw("”")
    }
    for venue in citation.venues {
      page.raw(", ")
      // A short name is not broken at its hyphens.
      let isShort = venue.unicodeScalars.count <= 28
      page.element("span", ["class": isShort ? "short venue" : "venue"], venue)
    }
    if let date = citation.dateAsWritten { page.text(", \(date)") }
    if let link = citation.link {
      page.raw(", ")
      page.element("a", ["href": link, "rel": "noreferrer"], link)
    }
    page.raw(", post ")
    page.element("code", citation.id)
    if let messageID = citation.messageID {
      page.raw(", ")
      page.element("code", "<\(messageID)>")
    }
    if let number = citation.sourceNumber {
      page.raw(", ")
      page.element("a", ["href": page.sourcesFile + "#source-\(number)"], "source \(number)")
      if let locator = citation.locator { page.text(" at \(locator)") }
    }
    page.raw(".")
  }

  private func write(_ passage: DigestPassage, _ page: inout HTMLPage) {
    switch passage {
    case .omission(let what):
      page.element("p", ["class": "cut"], what.map { "[… \($0)]" } ?? "[…]")
    case .verbatim(let lines):
      // Wide lines scroll, which the keyboard must be able to do too.
      if page.isXML {
        page.open("pre")
      } else {
        page.open("pre", ["tabindex": "0"])
      }
      page.verbatim(lines.joined(separator: "\n"))
      page.close("pre")
    case .quotation(let quotation):
      page.raw("<blockquote class=\"quotation\"><p>")
      if let target = quotation.target {
        page.open("a", ["href": page.link(to: target)])
        page.element("bdi", quotation.who)
        page.close("a")
      } else {
        page.element("bdi", quotation.who)
      }
      page.raw(": “")
      page.element("q", ["dir": "auto"], quotation.words)
      page.raw("”</p></blockquote>")
    case .prose(let lines): write(lines, &page)
    }
  }

  /// Plain lines as a paragraph, items as a list with the marks they were written with.
  private func write(_ lines: [DigestLine], _ page: inout HTMLPage) {
    var index = 0
    while index < lines.count {
      let isList = lines[index].marker != nil
      if isList { page.raw("<ul class=\"items\">") } else { page.raw("<p dir=\"auto\">") }
      let start = index
      while index < lines.count, (lines[index].marker != nil) == isList {
        if let marker = lines[index].marker {
          page.raw("<li dir=\"auto\">")
          page.element("span", ["class": "marker"], marker)
          page.raw(" ")
          write(lines[index], &page)
          page.raw("</li>")
        } else {
          if index > start {
            page.void("br")
            page.raw("\n")
          }
          write(lines[index], &page)
        }
        index += 1
      }
      page.raw(isList ? "</ul>" : "</p>")
    }
  }

  private func write(_ line: DigestLine, _ page: inout HTMLPage) {
    for (run, hasSpace) in line.spacedRuns {
      if hasSpace { page.raw(" ") }
      switch run {
      case .words(let text): page.linkedText(text)
      case .match(let text): page.element("mark", text)
      case .cut: page.raw("<span class=\"cut\">[…]</span>")
      }
    }
  }

  private func pingbacks(_ page: inout HTMLPage) {
    guard !thread.pingbacks.isEmpty else { return }
    page.raw("<h3>Pages that link here</h3>\n<ul class=\"pingbacks\">\n")
    for post in thread.pingbacks {
      page.open("li", ["id": Anchor.post(post.id)])
      citation(post.citation, &page)
      if !post.bodyLine.runs.isEmpty {
        page.raw(" “<bdi>")
        write(post.bodyLine, &page)
        page.raw("</bdi>”")
      }
      page.raw("</li>\n")
    }
    page.raw("</ul>\n")
  }
}
