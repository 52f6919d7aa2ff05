internal import ArchiveQuery
internal import ArchiveStore
internal import ArgumentParser
internal import Discussion
internal import Exports

/// `thresh search`.
struct SearchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Finds posts, best first, grouped by thread.",
    discussion: """
      Examples:
        thresh search scale
        thresh search '"volunteer labour" from:ada -subject:minutes'
        thresh search 'crowd* OR fund*' --sort newest --limit 5
        thresh search 'thread:{from:ada budget}' --count

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

  @Flag(help: "Print only how many posts match.")
  var count = false

  @Flag(help: "Print how the query was understood.")
  var explain = false

  @OptionGroup var query: QueryText

  func validate() throws {
    guard limit >= 0, offset >= 0 else {
      throw ValidationError("--limit and --offset take numbers from 0")
    }
  }

  func run() async throws {
    let expression = try query.expression()
    let archive = try await reading.open()
    if explain { StandardError.write("understood as: \(SafeText.line(expression.description))\n") }
    let result = try archive.search(
      expression, today: QueryText.today, order: sort, limit: count ? 0 : limit, offset: offset)
    if reading.global.json { return try writeJSON(result) }
    if count { return try StandardOutput.shared.write("\(result.postCount)\n") }
    try write(result)
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

  private func write(_ hit: SearchResult.Hit, terminal: Terminal) throws {
    let post = hit.post.post
    let author =
      post.kind == .missing
      ? "(missing: \(SafeText.line(post.messageID?.asWritten ?? "unknown")))"
      : SafeText.line(post.author.shown)
    try StandardOutput.shared.write(
      "  \(terminal.styled(String(post.id.text.prefix(8)), .name))  \(DateWords.minute(post.date?.stated))  "
        + "\(author)\n")
    // Wrapped without colours, which take no columns, and coloured line by line.
    var lines: [String] = [""]
    var width = 0
    let limit = terminal.width - 12
    for piece in hit.snippet.pieces {
      var isFirst = true
      for word in SafeText.line(piece.text).split(separator: " ", omittingEmptySubsequences: false)
      {
        let leading = isFirst ? (piece.text.first == " " ? " " : "") : " "
        isFirst = false
        let size = Columns.width(String(word))
        let mayBreak = !leading.isEmpty || lines[lines.count - 1].last == " "
        if width > 0, width + size + leading.count > limit, mayBreak {
          lines.append("")
          width = 0
        } else if width > 0 {
          lines[lines.count - 1] += leading
          width += leading.count
        }
        lines[lines.count - 1] +=
          piece.isMatch ? terminal.styled(String(word), .match) : String(word)
        width += size
      }
      if piece.text.last == " ", piece.text.count > 1 {
        lines[lines.count - 1] += " "
        width += 1
      }
    }
    for line in lines where !line.isEmpty {
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
    let shown = result.hits.count < result.postCount ? "; \(result.hits.count) shown" : ""
    return
      "\n\(Counts.of(result.postCount, "post")) in \(Counts.of(result.threadCount, "thread"))\(quoted)\(shown)\n"
  }

  private func writeJSON(_ result: SearchResult) throws {
    var json = JSONWriter()
    json.object { json in
      json.member("format", 1)
      json.member("query", query.text)
      json.member("posts", result.postCount)
      json.member("threads", result.threadCount)
      json.member("quoted", result.quotedCount)
      json.array("hits") { json in
        for hit in result.hits {
          json.object { json in
            json.key("post")
            PostJSON.write(hit.post, hasText: false, to: &json)
            json.member("score", hit.score)
            json.array("snippet") { json in
              for piece in hit.snippet.pieces {
                json.object { json in
                  json.member("text", piece.text)
                  json.member("match", piece.isMatch)
                }
              }
            }
          }
        }
      }
      json.object("facets") { _ in }
      json.array("suggestions") { json in result.suggestions.forEach { json.value($0) } }
    }
    json.newline()
    try StandardOutput.shared.write(bytes: json.bytes)
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
