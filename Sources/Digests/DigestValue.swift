internal import Discussion
internal import Exports
internal import SourceBytes

/// A document as plain values, for JSON and for templates.
indirect enum DigestValue {
  case null
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([DigestValue])
  case object([(String, DigestValue)])

  /// The value of a text that may be missing.
  init(_ text: String?) { self = text.map { .text($0) } ?? .null }

  func write(to json: inout JSONWriter) {
    switch self {
    case .null: json.value(nil as String?)
    case .text(let text): json.value(text)
    case .number(let number): json.value(number)
    case .flag(let flag): json.value(flag)
    case .list(let values):
      json.array { json in
        for value in values { value.write(to: &json) }
      }
    case .object(let members):
      json.object { json in
        for (key, value) in members {
          json.key(key)
          value.write(to: &json)
        }
      }
    }
  }
}

extension DigestDocument {
  /// All that any format shows, under the names that JSON and templates know it by.
  var value: DigestValue {
    .object([
      ("format", .number(1)), ("title", .text(title)), ("period", DigestValue(period)),
      ("length", .text(length.rawValue)), ("method", .text(DigestPhrases.method(length))),
      ("marks", .text(DigestPhrases.marks)), ("shown", .text(DigestPhrases.shown(extent))),
      ("extent", DigestValue(extent)), ("venues", DigestValue(venues)),
      ("people", DigestValue(people)), ("threads", .list(threads.map(DigestValue.init))),
      ("topicIndex", DigestValue(topicIndex)), ("personIndex", DigestValue(personIndex)),
      (
        "timeline",
        .list(
          timeline.map {
            .object([("label", .text($0.label)), ("posts", .number($0.postCount))])
          })
      ),
      (
        "network",
        .list(
          network.replies.map { reply in
            .object([
              ("from", .text(network.people[reply.from].name)),
              ("to", .text(network.people[reply.to].name)), ("replies", .number(reply.count)),
            ])
          })
      ),
      (
        "sources",
        .list(
          sources.enumerated().map { index, file in
            .object([
              ("number", .number(index + 1)), ("path", .text(file.path)),
              ("sha256", DigestValue(file.sha256)),
            ])
          })
      ),
      ("command", DigestValue(colophon.command)), ("version", DigestValue(colophon.version)),
      ("fingerprint", DigestValue(colophon.fingerprint)),
    ])
  }
}

extension DigestValue {
  init(_ period: DigestPeriod?) {
    guard let period else {
      self = .null
      return
    }
    self = .object([
      ("first", .text(period.first.iso8601)), ("last", .text(period.last.iso8601)),
      ("words", .text(DigestPhrases.period(period))),
    ])
  }

  init(_ extent: DigestExtent) {
    self = .object([
      ("shownWords", .number(extent.shownWordCount)), ("words", .number(extent.wordCount)),
      ("shownPosts", .number(extent.shownPostCount)), ("posts", .number(extent.postCount)),
    ])
  }

  init(_ counts: [DigestCount]) {
    self = .list(
      counts.map { .object([("name", .text($0.name)), ("posts", .number($0.postCount))]) })
  }

  init(_ entries: [DigestIndexEntry]) {
    self = .list(
      entries.map { entry in
        .object([
          ("name", .text(entry.name)),
          (
            "places",
            .list(
              entry.places.map {
                .object([
                  ("thread", .number($0.thread)), ("number", .number($0.number)),
                  ("post", .text($0.post.text)),
                ])
              })
          ),
        ])
      })
  }

  init(_ thread: DigestThread) {
    let overview = thread.overview
    self = .object([
      ("number", .number(thread.number)), ("id", .text(thread.id.text)),
      ("anchor", .text(Anchor.thread(thread.id))), ("subject", .text(thread.subject)),
      ("period", DigestValue(thread.period)), ("facts", .text(DigestPhrases.facts(thread))),
      ("people", DigestValue(thread.people)), ("topics", DigestValue(thread.topics)),
      ("missing", .number(thread.missingCount)), ("guesses", .number(thread.guessCount)),
      ("extent", DigestValue(thread.extent)), ("shown", .text(DigestPhrases.shown(thread.extent))),
      ("question", overview.question.map { DigestValue($0) } ?? .null),
      ("agreements", .list(overview.agreements.map(DigestValue.init))),
      ("disagreements", .list(overview.disagreements.map(DigestValue.init))),
      ("openQuestions", .list(overview.openQuestions.map(DigestValue.init))),
      ("outcome", .list(overview.outcome.map(DigestValue.init))),
      ("noOutcome", overview.outcome.isEmpty ? .text(DigestPhrases.noOutcome) : .null),
      ("lastPosts", .list(overview.lastPosts.map(DigestValue.init))),
      (
        "related",
        .list(
          thread.related.map {
            .object([
              ("post", .text($0.post.text)), ("text", .text($0.text)), ("reason", .text($0.reason)),
              ("link", DigestValue($0.link)),
            ])
          })
      ),
      ("posts", .list(thread.entries.map(DigestValue.init))),
      ("pingbacks", .list(thread.pingbacks.map(DigestValue.init))),
    ])
  }

  init(_ statement: DigestStatement) {
    self = .object([
      ("post", .text(statement.post.text)), ("number", .number(statement.number)),
      ("anchor", .text(Anchor.post(statement.post))), ("author", .text(statement.author)),
      ("text", .text(statement.text)), ("isCut", .flag(statement.isCut)),
      ("answers", DigestValue(statement.answers)),
    ])
  }

  init(_ entry: DigestEntry) {
    switch entry {
    case .post(let post): self = DigestValue(post)
    case .omitted(let posts):
      self = .object([
        ("omitted", .text(DigestPhrases.omitted(posts))), ("depth", .number(posts.depth)),
        ("count", .number(posts.postCount)),
      ])
    }
  }

  init(_ post: DigestPost) {
    let citation = post.citation
    self = .object([
      ("omitted", .null), ("id", .text(post.id.text)), ("anchor", .text(Anchor.post(post.id))),
      ("number", .number(post.number)), ("depth", .number(post.depth)),
      ("kind", .text(post.kind.rawValue)), ("author", .text(post.author)),
      ("date", DigestValue(post.date?.iso8601)),
      ("dateWords", DigestValue(post.date.map { DateWords.moment($0) })),
      ("subject", DigestValue(post.subject)), ("isMatch", .flag(post.isMatch)),
      (
        "answers",
        post.reply.map { reply in
          .object([
            ("post", .text(reply.parent.text)), ("number", .number(reply.number)),
            ("author", .text(reply.author)), ("certainty", .text(reply.certainty.rawValue)),
            ("evidence", DigestValue(reply.explanation)),
          ])
        } ?? .null
      ),
      ("text", .text(PlainText.body(post.body).joined(separator: "\n\n"))),
      ("passages", .list(post.body.map(DigestValue.init))),
      (
        "notes",
        .list(
          post.notes.map { note in
            .object([
              ("topic", DigestValue(note.topic)), ("kind", DigestValue(note.kind)),
              ("words", DigestValue(note.words)), ("note", DigestValue(note.note)),
              ("by", DigestValue(note.by)), ("isSuggested", .flag(note.isSuggested)),
            ])
          })
      ),
      ("link", DigestValue(citation.link)), ("messageID", DigestValue(citation.messageID)),
      ("venues", .list(citation.venues.map { .text($0) })),
      ("dateAsWritten", DigestValue(citation.dateAsWritten)),
      ("source", citation.sourceNumber.map { .number($0) } ?? .null),
      ("locator", DigestValue(citation.locator)),
      ("citation", .text(PlainText.citation(citation))),
    ])
  }

  init(_ passage: DigestPassage) {
    switch passage {
    case .prose(let lines):
      self = .object([
        ("kind", .text("prose")),
        ("text", .text(lines.map(PlainText.line).joined(separator: "\n"))),
      ])
    case .verbatim(let lines):
      self = .object([
        ("kind", .text("verbatim")), ("text", .text(lines.joined(separator: "\n"))),
      ])
    case .quotation(let quotation):
      self = .object([
        ("kind", .text("quotation")), ("text", .text(quotation.firstWords)),
        ("name", DigestValue(quotation.name)),
        ("number", quotation.number.map { .number($0) } ?? .null),
        ("isCut", .flag(quotation.isCut)),
        ("target", DigestValue(quotation.target?.text)),
      ])
    case .omission(let what):
      self = .object([("kind", .text("omission")), ("text", DigestValue(what))])
    }
  }
}
