internal import Discussion

/// Writes what a thread asks, where people part, and what came of it.
struct HTMLOverview {
  let thread: DigestThread

  func write(to page: inout HTMLPage) {
    let overview = thread.overview
    guard !overview.isEmpty else { return }
    page.raw("<dl class=\"overview\">\n")
    part(DigestPhrases.question, overview.question.map { [$0] } ?? [], &page)
    part(DigestPhrases.agreements, overview.agreements, &page)
    part(DigestPhrases.disagreements, overview.disagreements, &page)
    part(DigestPhrases.openQuestions, overview.openQuestions, &page)
    if overview.outcome.isEmpty, !overview.lastPosts.isEmpty {
      part(DigestPhrases.outcome, overview.lastPosts, lead: DigestPhrases.noOutcome, &page)
    } else {
      part(DigestPhrases.outcome, overview.outcome, &page)
    }
    if let gaps = DigestPhrases.gaps(thread) {
      page.element("dt", DigestPhrases.missingLabel)
      page.element("dd", gaps)
      page.raw("\n")
    }
    if !thread.related.isEmpty {
      page.element("dt", DigestPhrases.relatedLabel)
      for relation in thread.related {
        page.raw("<dd>")
        if let link = relation.link {
          page.element("a", ["href": link, "rel": "noreferrer"], relation.text)
        } else {
          page.element("bdi", relation.text)
        }
        page.text(" (\(relation.reason))")
        page.raw("</dd>\n")
      }
    }
    page.raw("</dl>\n")
  }

  private func part(
    _ label: String, _ statements: [DigestStatement], lead: String? = nil, _ page: inout HTMLPage
  ) {
    guard !statements.isEmpty else { return }
    page.element("dt", label)
    page.raw("\n")
    if let lead { page.element("dd", lead) }
    for statement in statements {
      page.raw("<dd>“")
      page.element("q", ["dir": "auto"], statement.text + (statement.isCut ? " …" : ""))
      page.raw("” <span class=\"facts\">")
      if statement.isShown {
        page.open("a", ["href": page.link(to: statement.post)])
        page.element("bdi", statement.author)
        page.text(" (\(statement.number))")
        page.close("a")
      } else {
        page.element("bdi", statement.author)
        page.text(" (\(statement.number))")
      }
      if let answers = statement.answers {
        page.raw(", to ")
        page.element("bdi", answers)
      }
      page.raw("</span></dd>\n")
    }
  }
}

/// Writes indexes of people and topics.
enum HTMLIndex {
  static func write(_ document: DigestDocument, to page: inout HTMLPage) {
    list("Index of topics", document.topicIndex, &page)
    // One thread of a few people needs no index.
    if document.threads.count > 1 || document.extent.shownPostCount > 12 {
      list("Index of people", document.personIndex, &page)
    }
  }

  private static func list(
    _ title: String, _ entries: [DigestIndexEntry], _ page: inout HTMLPage
  ) {
    guard !entries.isEmpty else { return }
    page.raw("<section class=\"index\">\n")
    page.element("h2", title)
    page.raw("\n<ul>\n")
    for entry in entries {
      page.raw("<li>")
      page.element("bdi", entry.name)
      page.raw(" ")
      for (index, place) in entry.places.enumerated() {
        if index > 0 { page.raw(", ") }
        page.element(
          "a", ["href": page.link(to: place.post)], "\(place.thread).\(place.number)")
      }
      page.raw("</li>\n")
    }
    page.raw("</ul>\n</section>\n")
  }
}
