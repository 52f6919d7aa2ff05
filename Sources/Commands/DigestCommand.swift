internal import ArchiveStore
internal import ArgumentParser
internal import Digests
internal import Discussion
internal import Exports

/// `thresh digest`.
struct DigestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "digest",
    abstract: "Makes an annotated digest of threads: one document to read, cite and share.",
    discussion: """
      Examples:
        thresh digest --thread k3v9q2m7 --output thread.md
        thresh digest scale --format html --output scale.html
        thresh digest --length brief --in page.html
      """)

  @OptionGroup var reading: ReadingOptions

  @Option(
    help: ArgumentHelp(
      DigestFormat.all.map(\.name).joined(separator: " or ") + ".", valueName: "format"))
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

  @Flag(help: "Print mail addresses as they are.")
  var addresses = false

  @OptionGroup var query: QueryText

  func validate() throws {
    if let format, DigestFormat.named(format) == nil {
      throw ValidationError(
        "no digest format is called '\(format)'; there are: "
          + DigestFormat.all.map(\.name).joined(separator: ", "))
    }
  }

  func run() async throws {
    let archive = try await reading.open()
    let expression = try query.expression()
    let matches =
      query.words.isEmpty ? [] : try archive.ids(matching: expression, today: QueryText.today)
    let posts = try wantedThreads(in: archive, matches: matches)
    guard !posts.isEmpty else {
      throw Failure(
        message: "no thread matches", hint: "`thresh threads` lists what there is")
    }
    var options = DigestOptions()
    options.title = title
    options.length = length
    options.matches = matches
    options.showsAddresses = addresses
    options.colophon = DigestColophon(
      command: commandLine, version: ToolVersion.text, fingerprint: try archive.fingerprint())
    let sources = Dictionary(
      posts.joined().compactMap { post in post.copies.first.map { (post.post.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    let document = DigestDocument(
      of: posts.map { Conversation($0) }, options: options,
      sourceOf: { post in
        sources[post.id].map {
          DigestSource(path: $0.path, locator: $0.locator ?? "", sha256: $0.digest)
        }
      })
    let rendered = chosenFormat.render(document)
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

  /// The document inside JSON, or where it was written.
  private func writeJSON(_ rendered: [UInt8], posts: [[ArchivedPost]]) throws {
    var json = JSONWriter()
    json.object { json in
      json.member("format", 1)
      json.member("digestFormat", chosenFormat.name)
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

  /// The command that makes this document again; the output file has no part in it.
  private var commandLine: String {
    var parts = ["thresh digest"]
    if let title { parts.append("--title \(quoted(title))") }
    if length != .standard { parts.append("--length \(length.rawValue)") }
    parts.append("--format \(chosenFormat.name)")
    parts += thread.map { "--thread \(quoted($0))" }
    if addresses { parts.append("--addresses") }
    if !query.words.isEmpty { parts.append(quoted(query.text)) }
    return parts.joined(separator: " ")
  }

  private func quoted(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_./:".unicodeScalars.contains($0)
    }
    return isPlain && !text.isEmpty ? text : "'" + text.replacing("'", with: "'\\''") + "'"
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
    return try roots.map { try archive.thread(of: $0) }.filter { !$0.isEmpty }
  }
}
