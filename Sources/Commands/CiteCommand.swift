internal import ArchiveStore
internal import ArgumentParser
internal import Discussion
internal import Exports
internal import Manuscripts
internal import SourceBytes

/// `thresh cite`.
struct CiteCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "cite",
    abstract: "Cites a post, or words of it.",
    discussion: """
      Examples:
        thresh cite k3v9q2m7
        thresh cite k3v9q2m7 --quote 'a very small community' --style mla
        thresh cite k3v9q2m7 b2d4… --style bibtex >> sources.bib

      Words given with --quote are looked up in the post and cited as they stand there; words that it does not have are an \
      error. `thresh venues set --link` says how the public links of a list are made.
      """)

  @OptionGroup var reading: ReadingOptions

  @Option(
    help: ArgumentHelp(
      CitationTable.styles.map(\.name).joined(separator: ", ") + ".", valueName: "style"))
  var style = "chicago"

  @Option(help: ArgumentHelp("Words of the post to cite.", valueName: "text"))
  var quote: String?

  @Flag(help: "Print a mail address that stands for a name as it is.")
  var addresses = false

  @Argument(
    help: ArgumentHelp("Four or more characters of an id, or <message-id>.", valueName: "id"))
  var ids: [String]

  func validate() throws {
    guard CitationTable.style(named: style) != nil else {
      throw ValidationError(
        "no citation style is called '\(style)'; there are: "
          + CitationTable.styles.map(\.name).joined(separator: ", "))
    }
    if quote != nil, ids.count > 1 { throw ValidationError("--quote goes with one id") }
  }

  func perform() async throws {
    guard let style = CitationTable.style(named: style) else { return }
    let archive = try await reading.open()
    let templates = try archive.linkTemplates()
    var records: [(record: CitationRecord, range: Range<Int>?)] = []
    for name in ids {
      let id = try archive.resolve(name)
      guard var post = try archive.post(id) else { continue }
      guard post.post.kind != .missing else {
        throw Failure(
          message: "\(id): this post is missing; it is known only because others answer it")
      }
      if !addresses { post = Citing.withoutAddress(post) }
      let article =
        post.post.kind == .comment
        ? try archive.post(post.thread, detail: [])?.post.subject : nil
      let quoted = try quote.map { try words($0, of: post) }
      records.append(
        (
          CitationRecord(
            post, article: article, template: post.venues.first.flatMap { templates[$0.id] },
            quotation: quoted?.text), quoted?.range
        ))
    }
    if reading.global.json { return try writeJSON(records, style) }
    if style.name == "csl-json" {
      return try StandardOutput.shared.write(CSLJSONStyle.document(records.map(\.record)))
    }
    for (index, item) in records.enumerated() {
      let citation = style.citation(item.record)
      // The terminal of a reader runs nothing that a post says.
      try StandardOutput.shared.write((index > 0 ? "\n" : "") + SafeText.lines(citation))
    }
  }

  /// The words as they stand in the post.
  private func words(_ quote: String, of archived: ArchivedPost) throws -> (
    text: String, range: Range<Int>
  ) {
    let id = archived.post.id.text.prefix(8)
    let source = QuotedSource(archived)
    let matcher = QuotationMatcher(quote)
    guard let match = matcher.match(source.own), match.edits.isEmpty else {
      if let quoted = matcher.match(source.quoted), quoted.edits.isEmpty {
        throw Failure(
          message: "\(id) only quotes these words; somebody else wrote them",
          hint: "`thresh search 'body:\"…\"'` finds who")
      }
      let near = matcher.match(source.own).map { match in
        "the post has: “\(SafeText.line(text(match.range, of: archived)))”"
      }
      throw Failure(
        message: "\(id) by \(SafeText.line(archived.post.author.shown)) does not have these words",
        hint: near ?? "`thresh quotes FILE` looks in all posts")
    }
    let hasGap = matcher.quotation.tokens.contains(.gap)
    return (hasGap ? quote : text(match.range, of: archived), match.range)
  }

  private func text(_ range: Range<Int>, of archived: ArchivedPost) -> String {
    let scalars = Array((archived.post.text ?? "").unicodeScalars)
    return String(String.UnicodeScalarView(scalars[range]))
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func writeJSON(
    _ records: [(record: CitationRecord, range: Range<Int>?)], _ style: any CitationStyle
  ) throws {
    var json = JSONWriter()
    json.object { json in
      json.member("format", 1)
      json.member("style", style.name)
      json.array("citations") { json in
        for (record, range) in records {
          json.object { json in
            json.member("post", record.id.text)
            json.member("text", style.citation(record))
            json.member("author", record.author.whole)
            json.member("subject", record.title)
            json.member("venue", record.venue?.name)
            json.member("date", record.date?.iso8601)
            json.member("dateAsWritten", record.dateAsWritten)
            json.member("link", record.link)
            json.member("messageID", record.messageID)
            json.member("source", record.source)
            json.member("sha256", record.sourceDigest)
            json.member("quote", record.quotation)
            json.member("start", range?.lowerBound)
            json.member("end", range?.upperBound)
          }
        }
      }
    }
    json.newline()
    try StandardOutput.shared.write(bytes: json.bytes)
  }
}

/// What citations leave out of posts.
private enum Citing {
  /// The post with the domain of an address left out where the address stands for a name.
  static func withoutAddress(_ archived: ArchivedPost) -> ArchivedPost {
    var archived = archived
    if archived.post.author.name == nil {
      archived.post.author.address = archived.post.author.address.map { address in
        address.firstIndex(of: "@").map { String(address[...$0]) + "…" } ?? address
      }
    }
    return archived
  }
}
