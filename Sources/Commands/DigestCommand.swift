internal import ArchiveStore
internal import ArgumentParser
internal import Digests
internal import Discussion
internal import Exports
private import Foundation
internal import Privacy

/// `thresh digest`.
struct DigestCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "digest",
    abstract: "Makes an annotated digest of threads: one document to read, cite and share.",
    discussion: """
      Examples:
        thresh digest --thread k3v9q2m7 --output thread.md
        thresh digest scale --format html --output scale.html
        thresh digest --length brief --in page.html
        thresh digest 'date:2012-01' --template our-newsletter.html --output january.html

      Formats:
      \(DigestFormat.all.map { "  \($0.name)\(String(repeating: " ", count: 10 - $0.name.count)) \($0.help)" }.joined(separator: "\n"))

      A template is Mustache over the values of --format json. Values are escaped for HTML; a template that begins with \
      {{% CONTENT_TYPE:TEXT}} leaves them as they are.
      """)

  @OptionGroup var reading: ReadingOptions

  @Option(
    help: ArgumentHelp(
      DigestFormat.all.map(\.name).joined(separator: ", ") + ".", valueName: "format"))
  var format: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; - is standard output.", valueName: "file"))
  var output = "-"

  @Option(help: ArgumentHelp("The title of the document.", valueName: "text"))
  var title: String?

  @Option(
    help: ArgumentHelp("brief, standard or full.", valueName: "length"), transform: Choice.parse)
  var length = DigestLength.standard

  @Option(help: ArgumentHelp("The thread of this post; may be repeated.", valueName: "id"))
  var thread: [String] = []

  @Flag(help: "Add the threads of posts that belong to these: copies, excerpts, forwards, links.")
  var withRelated = false

  @Flag(help: "Leave out posts that do not match, with marks in their place.")
  var onlyMatches = false

  @Option(
    help: ArgumentHelp(
      "none, confident or all: which marks that no reader decided on are shown.",
      valueName: "suggestions"), transform: Choice.parse)
  var suggestions = DigestSuggestions.confident

  @Option(help: ArgumentHelp("Fill in this Mustache template.", valueName: "file"))
  var template: String?

  @Flag(help: "Print mail addresses as they are.")
  var addresses = false

  @OptionGroup var drawn: LinkOption

  @OptionGroup var privacy: PseudonymOptions

  @OptionGroup var query: QueryText

  func validate() throws {
    if let format, DigestFormat.named(format) == nil {
      throw ValidationError(
        "no digest format is called '\(format)'; there are: "
          + DigestFormat.all.map(\.name).joined(separator: ", "))
    }
    if template != nil, format != nil {
      throw ValidationError("--template is a format of its own: leave --format out")
    }
    if onlyMatches, query.words.isEmpty {
      throw ValidationError("--only-matches needs a query")
    }
  }

  func perform() async throws {
    let form = try template.map { try readTemplate($0) }
    let archive = try await reading.open()
    let expression = try query.expression()
    let matches =
      query.words.isEmpty ? [] : try archive.ids(matching: expression, today: QueryText.today)
    var posts = try wantedThreads(in: archive, matches: matches)
    guard !posts.isEmpty else {
      throw Failure(
        message: "no thread matches", hint: "`thresh threads` lists what there is")
    }
    let names = try privacy.load(for: archive)
    let change: (ArchivedPost) -> ArchivedPost = { names?.applied(to: $0) ?? $0 }
    let quotesWords = names == nil
    let templates = try archive.linkTemplates().mapValues { LinkTemplate($0) }
    let links = DigestLinks(templates: quotesWords ? templates : [:])
    func relations() throws -> DigestRelations {
      try DigestRelations(
        posts, in: archive, quotesWords: quotesWords, change: change,
        linkOf: quotesWords ? { $0.permalink } : { _ in nil })
    }
    var related = try relations()
    if withRelated, !related.threads.isEmpty {
      posts += try related.threads.map { try archive.thread(of: $0) }.filter { !$0.isEmpty }
      related = try relations()
    }
    let notes = try DigestNotes(posts, in: archive, quotesWords: quotesWords)
    posts = posts.map { $0.map(change) }
    var options = DigestOptions()
    options.title = title.map { names?.applied(to: $0) ?? $0 }
    options.length = length
    options.matches = matches
    options.showsOnlyMatches = onlyMatches
    options.showsAddresses = addresses
    options.suggestions = suggestions
    options.marks = notes.marks
    options.related = related.byRoot
    options.colophon = DigestColophon(
      command: names?.applied(to: commandLine) ?? commandLine, version: ToolVersion.text,
      fingerprint: try archive.fingerprint())
    let terms = SnippetTerms(expression)
    let document = DigestDocument(
      of: posts.map { Conversation($0) }, options: options,
      linkOf: links.finder(for: posts), sourceOf: DigestLinks.sources(of: posts),
      highlight: { query.words.isEmpty ? [] : terms.ranges(in: $0) })
    let rendered = form?.render(document) ?? chosenFormat.render(document)
    if output != "-" || !reading.global.json {
      let file = try OutputFile(output)
      try file.write(rendered)
      try file.close()
    }
    if reading.global.json {
      try writeJSON(rendered, posts: posts)
    } else if output != "-", !reading.global.quiet {
      StandardError.write("Wrote \(SafeText.line(output)): \(Counts.of(posts.count, "thread")).\n")
    }
  }

  // MARK: What goes in

  private func readTemplate(_ path: String) throws -> DigestTemplate {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(message: "\(SafeText.line(path)): cannot be read")
    }
    do throws(DigestTemplate.SyntaxError) {
      return try DigestTemplate(parsing: String(decoding: data, as: UTF8.self))
    } catch {
      throw Failure(
        message: "\(SafeText.line(path)): not a Mustache template: \(SafeText.line(error.message))")
    }
  }

  /// The threads in the order of their first posts.
  private func wantedThreads(
    in archive: Archive, matches: Set<PostID>
  ) throws -> [[ArchivedPost]] {
    var roots: [PostID] = []
    var seen: Set<PostID> = []
    for name in thread {
      let id = try archive.resolve(name)
      if let root = try archive.thread(of: id, detail: []).first?.thread, seen.insert(root).inserted
      {
        roots.append(root)
      }
    }
    if thread.isEmpty {
      roots = try archive.threads(
        matching: try query.expression(), today: QueryText.today, order: .oldest, limit: nil
      ).map(\.id)
    }
    let links = drawn.links ?? .all
    return try roots.flatMap { ThreadTrees.trees(of: try archive.thread(of: $0), links: links) }
      .filter { tree in
        links == .all || !thread.isEmpty || query.words.isEmpty
          || tree.contains { matches.contains($0.post.id) }
      }
  }

  // MARK: What comes out

  /// The document inside JSON, or where it was written.
  private func writeJSON(_ rendered: [UInt8], posts: [[ArchivedPost]]) throws {
    var json = JSONWriter()
    json.object { json in
      json.member("format", 1)
      json.member("digestFormat", template == nil ? chosenFormat.name : "template")
      json.member("output", output == "-" ? nil : output)
      json.member("threads", posts.count)
      json.member("posts", posts.reduce(0) { $0 + $1.count { $0.post.kind != .missing } })
      json.member("document", output == "-" ? String(decoding: rendered, as: UTF8.self) : nil)
    }
    json.newline()
    try StandardOutput.shared.write(bytes: json.bytes)
  }

  /// What `--format` says, else what the name of the file suggests, else Markdown.
  private var chosenFormat: DigestFormat {
    if let format, let named = DigestFormat.named(format) { return named }
    let ending = output.split(separator: ".").last.map(String.init)
    return DigestFormat.all.first { $0.fileExtension == ending } ?? DigestFormat.all[0]
  }

  /// The command that makes this document again; the output file and the key have no part in it.
  private var commandLine: String {
    var parts = ["thresh digest"]
    if let title { parts.append("--title \(quoted(title))") }
    if length != .standard { parts.append("--length \(length.rawValue)") }
    if let template {
      parts.append("--template \(quoted(template))")
    } else {
      parts.append("--format \(chosenFormat.name)")
    }
    parts += thread.map { "--thread \(quoted($0))" }
    if withRelated { parts.append("--with-related") }
    if onlyMatches { parts.append("--only-matches") }
    if let links = drawn.links, links != .all { parts.append("--links \(links.rawValue)") }
    if suggestions != .confident { parts.append("--suggestions \(suggestions.rawValue)") }
    if addresses { parts.append("--addresses") }
    if privacy.pseudonyms { parts.append("--pseudonyms") }
    if !query.words.isEmpty { parts.append(quoted(query.text)) }
    return parts.joined(separator: " ")
  }

  private func quoted(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_./:".unicodeScalars.contains($0)
    }
    return isPlain && !text.isEmpty ? text : "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
