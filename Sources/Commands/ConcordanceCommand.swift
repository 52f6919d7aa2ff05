internal import ArchiveQuery
internal import ArchiveStore
internal import ArgumentParser
internal import Discussion
internal import Exports
internal import SourceBytes

/// `thresh concordance`.
struct ConcordanceCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "concordance",
    abstract: "Shows every place where words stand, with what is left and right of them.",
    discussion: """
      Examples:
        thresh concordance scale
        thresh concordance '"small community" from:ada' --sort right
        thresh kwic 'crowd* after:2011' --width 30 --counts

      Looks in own words only; the other fields of the query choose the posts.
      """,
    aliases: ["kwic"])

  @OptionGroup var reading: ReadingOptions

  @Option(
    help: ArgumentHelp("date, left, right or match: what lines are sorted by.", valueName: "order"),
    transform: Choice.parse)
  var sort = Concordance.Order.date

  @Option(help: ArgumentHelp("How many characters are shown on each side.", valueName: "count"))
  var width: Int?

  @Option(help: ArgumentHelp("How many lines at most; 0 for all.", valueName: "count"))
  var limit = 100

  @Flag(help: "Read every post that matches; else some of very many, spread evenly over time.")
  var all = false

  @Flag(help: "Print counts by year and person instead of lines.")
  var counts = false

  @OptionGroup var query: QueryText

  func validate() throws {
    guard limit >= 0, (1...10_000).contains(width ?? 1) else {
      throw ValidationError("--limit takes a number from 0, --width one from 1 to 10000")
    }
  }

  func perform() async throws {
    let expression = try query.expression()
    guard expression.highlights.contains(where: { $0.field == nil || $0.field == .body }) else {
      throw Failure(
        message: "a concordance needs a word to look for",
        hint: "`thresh concordance WORD`, with any fields beside it")
    }
    let archive = try await reading.open()
    let terminal = reading.terminal
    let side = width ?? max(15, (terminal.width - 38) / 2)
    let found = try archive.concordance(
      of: expression, today: QueryText.today, order: sort, width: side,
      limit: limit == 0 ? nil : limit,
      readLimit: all ? nil : Archive.concordanceLimit)
    if reading.global.json { return try writeJSON(found) }
    if counts {
      try writeCounts(found, terminal: terminal)
    } else {
      try writeLines(found, side: side, terminal: terminal)
    }
    guard !reading.global.quiet else { return }
    try StandardOutput.shared.flush()
    StandardError.write(summary(found))
  }

  private func writeLines(_ found: Concordance, side: Int, terminal: Terminal) throws {
    for line in found.lines {
      let left = SafeText.line(line.left)
      let kept = Columns.width(left) > side ? Columns.cutStart(left, to: side) : left
      let blanks = String(repeating: " ", count: max(0, side - Columns.width(kept)))
      let gap = line.left.last == " " ? " " : ""
      let after = line.right.first == " " ? " " : ""
      try StandardOutput.shared.write(
        terminal.styled(String(line.post.text.prefix(8)), .name) + "  "
          + DateWords.day(line.date) + "  " + blanks + kept + gap
          + terminal.styled(SafeText.line(line.match), .match) + after
          + Columns.cut(SafeText.line(line.right), to: side) + "\n")
    }
  }

  private func writeCounts(_ found: Concordance, terminal: Terminal) throws {
    for (name, rows) in [
      ("years", found.years.map { ($0.year, $0.count) }),
      ("people", found.people.map { ($0.name, $0.count) }),
    ]
    where !rows.isEmpty {
      try StandardOutput.shared.write(terminal.styled(name, .bold) + "\n")
      let width = rows.map { Counts.grouped($0.1).count }.max() ?? 1
      for (label, count) in rows {
        try StandardOutput.shared.write(
          "  \(Columns.fit(Counts.grouped(count), width, alignRight: true))  \(SafeText.line(label))\n"
        )
      }
    }
  }

  private func summary(_ found: Concordance) -> String {
    guard found.placeCount > 0 else { return "It stands nowhere in own words.\n" }
    let cut =
      found.readPostCount < found.matchingPostCount
      ? "; of the \(Counts.of(found.matchingPostCount, "post")) that match \(Counts.grouped(found.readPostCount)), spread evenly over time, were read (--all reads every one)"
      : ""
    let shown =
      !counts && found.lines.count < found.placeCount ? "; \(found.lines.count) shown" : ""
    return
      "\n\(Counts.of(found.placeCount, "place")) in \(Counts.of(found.postCount, "post"))\(shown)\(cut)\n"
  }

  private func writeJSON(_ found: Concordance) throws {
    var json = JSONWriter()
    json.object { json in
      json.member("format", 1)
      json.member("query", query.text)
      json.member("places", found.placeCount)
      json.member("posts", found.postCount)
      json.member("matching", found.matchingPostCount)
      json.member("read", found.readPostCount)
      json.array("lines") { json in
        for line in found.lines {
          json.object { json in
            json.member("post", line.post.text)
            json.member("author", line.author)
            json.member("date", line.date?.iso8601)
            json.member("left", line.left)
            json.member("match", line.match)
            json.member("right", line.right)
          }
        }
      }
      json.array("years") { json in
        for entry in found.years {
          json.object { json in
            json.member("year", entry.year)
            json.member("places", entry.count)
          }
        }
      }
      json.array("people") { json in
        for entry in found.people {
          json.object { json in
            json.member("name", entry.name)
            json.member("places", entry.count)
          }
        }
      }
    }
    json.newline()
    try StandardOutput.shared.write(bytes: json.bytes)
  }
}
