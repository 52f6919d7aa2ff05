internal import ArchiveQuery
internal import ArchiveStore
internal import ArgumentParser
internal import Corrections
internal import Discussion
internal import Exports

/// `thresh search`.
struct SearchCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Finds posts, best first, grouped by thread.",
    discussion: """
      Examples:
        thresh search scale
        thresh search '"volunteer labour" from:ada -subject:minutes'
        thresh search 'crowd* OR fund*' --sort newest --limit 5
        thresh search 'thread:{from:ada budget}' --count --facets
        thresh search 'budget OR fee' --save money
        thresh search query:money after:2011 --explain

      \(QueryHelp.text)
      """)

  @OptionGroup var reading: ReadingOptions

  @Option(
    help: ArgumentHelp("relevance, newest or oldest.", valueName: "order"),
    transform: Choice.parse)
  var sort = SearchOrder.relevance

  @Option(help: ArgumentHelp("How many hits at most.", valueName: "count"))
  var limit = 20

  @Option(help: ArgumentHelp("How many hits to pass over.", valueName: "count"))
  var offset = 0

  @Option(help: ArgumentHelp("How long a passage is, in characters.", valueName: "count"))
  var context = 200

  @Flag(help: "Print only how many posts match.")
  var count = false

  @Flag(help: "Count people, months, venues and topics over all hits.")
  var facets = false

  @Flag(help: "Print how the query was understood.")
  var explain = false

  @Option(help: ArgumentHelp("Keep the query under a name, for `query:NAME`.", valueName: "name"))
  var save: String?

  @Option(help: ArgumentHelp("Forget a saved query.", valueName: "name"))
  var forget: String?

  @Flag(help: "List the saved queries.")
  var saved = false

  @OptionGroup var reader: ReaderName

  @OptionGroup var query: QueryText

  func validate() throws {
    guard limit >= 0, offset >= 0 else {
      throw ValidationError("--limit and --offset take numbers from 0")
    }
    guard (40...100_000).contains(context) else {
      throw ValidationError("--context takes a number from 40 to 100000")
    }
  }

  func perform() async throws {
    let expression = try query.expression()
    let archive = try await reading.open()
    if save != nil || forget != nil || saved { return try keep(expression, in: archive) }
    let explanation =
      explain ? try archive.explanation(of: expression, today: QueryText.today) : nil
    if let explanation, !reading.global.json {
      StandardError.write(SearchExplaining.text(explanation))
    }
    var options = SearchOptions()
    (options.order, options.limit, options.offset) = (sort, count ? 0 : limit, offset)
    (options.context, options.hasFacets) = (context, facets)
    options.detail = reading.global.json ? .all : .text
    let result = try archive.search(expression, today: QueryText.today, options: options)
    if reading.global.json { return try writeJSON(result, explanation) }
    if count {
      try StandardOutput.shared.write("\(result.postCount)\n")
      return try FacetWriter.write(result.facets, terminal: reading.terminal)
    }
    try write(result)
    try FacetWriter.write(result.facets, terminal: reading.terminal)
    if !reading.global.quiet {
      try StandardOutput.shared.flush(); StandardError.write(summary(result))
    }
  }

  private func write(_ result: SearchResult) throws {
    let terminal = reading.terminal
    let output = StandardOutput.shared
    var order: [PostID] = []
    var groups: [PostID: [SearchResult.Hit]] = [:]
    for hit in result.hits {
      if groups[hit.post.thread] == nil { order.append(hit.post.thread) }
      groups[hit.post.thread, default: []].append(hit)
    }
    for (index, thread) in order.enumerated() {
      guard let hits = groups[thread], let first = hits.first else { continue }
      if index > 0 { try output.write("\n") }
      let subject = SafeText.line(
        ShownSubject(first.post.post.subject, venues: first.post.venues).text)
      let venue = SafeText.line(first.post.venues.map(\.name).joined(separator: ", "))
      try output.write(
        terminal.styled(
          Columns.cut(subject, to: max(20, terminal.width - Columns.width(venue) - 2)), .bold)
          + "  " + terminal.styled(venue, .dim) + "\n")
      for hit in hits { try write(hit, terminal: terminal) }
    }
  }

  /// Saves, forgets or lists.
  private func keep(_ expression: QueryExpression, in archive: Archive) throws {
    if let name = save ?? forget {
      guard !name.isEmpty, name.unicodeScalars.count <= 100 else {
        throw Failure(message: "a name has 1 to 100 characters")
      }
      if save != nil, query.text.isEmpty {
        throw Failure(
          message: "there is no query to save", hint: "`thresh search QUERY --save NAME`")
      }
      let value: CorrectionValue = save == nil ? nil : .text(query.text)
      if save == nil, try !archive.savedQueries().contains(where: { $0.name == name }) {
        throw ArchiveError.unknownQuery(name)
      }
      let kept = try archive.record(
        [Decision(.query, about: name, value: value)], by: reader.name, at: ReaderName.now)
      if reading.global.json {
        return try StandardOutput.shared.write(bytes: CorrectionWords.document(kept))
      }
      let shown = SafeText.line(name)
      StandardError.write(
        save == nil ? "forgotten: \(shown)\n" : "saved: \(shown); use it as `query:\(shown)`\n")
      return
    }
    let saved = try archive.savedQueries()
    if reading.global.json {
      var json = JSONWriter()
      json.object { json in
        json.member("format", 1)
        json.array("queries") { json in
          for (name, text) in saved {
            json.object { json in
              json.member("name", name)
              json.member("query", text)
            }
          }
        }
      }
      json.newline()
      return try StandardOutput.shared.write(bytes: json.bytes)
    }
    for (name, text) in saved {
      try StandardOutput.shared.write("\(SafeText.line(name))  \(SafeText.line(text))\n")
    }
    if saved.isEmpty {
      StandardError.write("No query is saved; `thresh search QUERY --save NAME` saves one.\n")
    }
  }

  private func write(_ hit: SearchResult.Hit, terminal: Terminal) throws {
    let post = hit.post.post
    let author =
      post.kind == .missing
      ? "(missing: \(SafeText.line(post.messageID?.asWritten ?? "unknown")))"
      : SafeText.line(post.author.shown)
    try StandardOutput.shared.write(
      "  \(terminal.styled(String(post.id.text.prefix(8)), .name))  \(DateWords.minute(post.date?.stated))  "
        + author + (hit.echoCount > 0 ? terminal.styled("  quoted by \(hit.echoCount)", .dim) : "")
        + "\n")
    for line in SnippetLines(hit.snippet, width: terminal.width - 12, terminal: terminal).lines {
      try StandardOutput.shared.write("            \(line)\n")
    }
  }

  private func summary(_ result: SearchResult) -> String {
    guard result.postCount > 0 else {
      let also =
        result.quotedCount > 0
        ? " in own words; \(Counts.grouped(result.quotedCount)) in quotations (quoted:…)" : ""
      let near =
        result.suggestions.isEmpty ? "" : "; near: " + result.suggestions.joined(separator: ", ")
      return "No post matches\(also)\(near).\n"
    }
    let quoted =
      result.quotedCount > 0 ? ", +\(Counts.grouped(result.quotedCount)) in quotations" : ""
    let shown =
      (result.hits.count < result.postCount ? "; \(result.hits.count) shown" : "")
      + (result.isCommon && sort == .relevance
        ? ", those with the words in the subject first, then the newest" : "")
    return
      "\n\(Counts.of(result.postCount, "post")) in \(Counts.of(result.threadCount, "thread"))\(quoted)\(shown)\n"
  }

  private func writeJSON(_ result: SearchResult, _ explanation: QueryExplanation?) throws {
    try StandardOutput.shared.write(
      bytes: SearchDocument.bytes(result, query: query.text, explanation: explanation))
  }
}

/// Help for queries, from the table that the parser uses.
enum QueryHelp {
  static var text: String {
    let width = QueryField.all.map { $0.example.count }.max() ?? 0
    let fields = QueryField.all.map { field in
      "  \(Columns.fit(field.example, width))  \(field.help)"
    }
    return """
      Terms are joined by AND; OR, NOT or -term, ( ), "a phrase", prefix*, word~, a NEAR/5 b.
      \(fields.joined(separator: "\n"))
      """
  }
}
