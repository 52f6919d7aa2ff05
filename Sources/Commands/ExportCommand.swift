internal import ArchiveStore
internal import ArgumentParser
internal import Discussion
internal import Exports
internal import Privacy

/// `thresh export`.
struct ExportCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes posts as data.",
    discussion: """
      Examples:
        thresh export --format jsonl > posts.jsonl
        thresh export --format mbox --output ada.mbox from:ada
        thresh export --format csv --bom --output table.csv date:2012
        thresh export --format graphml --network people --output people.graphml
        thresh export --format convokit --output corpus --pseudonyms --key names.tsv

      Formats:
      \(ExportTable.formats.map { "  \($0.name)\(String(repeating: " ", count: 10 - $0.name.count)) \($0.help)" }.joined(separator: "\n"))

      jsonl, mbox and maildir are the archive itself and keep mail addresses; in all others only what stands before the @ stays.
      """)

  /// What a network is made of.
  enum Network: String, CaseIterable {
    case posts, people
  }

  @OptionGroup var reading: ReadingOptions

  @Option(
    help: ArgumentHelp(
      ExportTable.formats.map(\.name).joined(separator: ", ") + ".", valueName: "format"))
  var format = "jsonl"

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file or folder to write; - is standard output.", valueName: "path"))
  var output = "-"

  @Option(help: ArgumentHelp("posts or people.", valueName: "what"), transform: Choice.parse)
  var network = Network.posts

  @Flag(help: "Open a table with a byte order mark, by which Excel knows UTF-8.")
  var bom = false

  @Flag(
    inversion: .prefixedNo,
    help: "Write mail addresses as they are, or only what stands before the @.")
  var addresses: Bool?

  @OptionGroup var drawn: LinkOption

  @OptionGroup var privacy: PseudonymOptions

  @OptionGroup var query: QueryText

  func validate() throws {
    guard ExportTable.format(named: format) != nil else {
      throw ValidationError(
        "no export format is called '\(format)'; there are: "
          + ExportTable.formats.map(\.name).joined(separator: ", "))
    }
  }

  func perform() async throws {
    guard let form = ExportTable.format(named: format) else { return }
    let archive = try await reading.open()
    let ids =
      query.words.isEmpty
      ? nil : try archive.ids(matching: try query.expression(), today: QueryText.today)
    let changed = try change(form, in: archive)
    let cutter = try ThreadCutter(archive, links: drawn.links ?? .all)
    if reading.global.json, output == "-" {
      return try writeJSON(archive, ids: ids) {
        let post = cutter.cut($0)
        return changed?(post) ?? post
      }
    }
    var options = ExportOptions()
    options.hasByteOrderMark = bom
    options.isPeopleNetwork = network == .people
    options.linkTemplates = try archive.linkTemplates()
    options.version = ToolVersion.text
    var sink = try ExportSink(output, layout: form.layout)
    var writer = form.writer(options)
    var postCount = 0
    // What was changed is no longer what the original says.
    let needsOriginal = form.needsOriginal && changed == nil
    let detail: Archive.Detail = form.needsOriginal ? [.all, .statements] : .all
    try sink.write(writer.begin())
    try archive.forEachPost(in: ids, detail: detail) { archived, original in
      let post = cutter.cut(archived)
      try sink.write(
        writer.add(changed?(post) ?? post, original: needsOriginal ? try original() : nil))
      postCount += 1
    }
    try sink.write(writer.end())
    try sink.close()
    if reading.global.json {
      var json = JSONWriter()
      json.object { json in
        json.member("format", 1)
        json.member("output", output)
        json.member("posts", postCount)
      }
      json.newline()
      try StandardOutput.shared.write(bytes: json.bytes)
    } else if output != "-", !reading.global.quiet {
      StandardError.write("Wrote \(SafeText.line(output)): \(Counts.of(postCount, "post")).\n")
    }
  }

  /// What happens to each post on its way out; nil where it leaves as it is.
  private func change(
    _ form: any ExportFormat, in archive: Archive
  ) throws -> ((ArchivedPost) -> ArchivedPost)? {
    if let names = try privacy.load(for: archive) { return { names.applied(to: $0) } }
    return addresses ?? form.keepsAddresses ? nil : { MailAddresses.obscured($0) }
  }
}

extension ExportCommand {
  /// All posts in one document, written one by one.
  private func writeJSON(
    _ archive: Archive, ids: Set<PostID>?, change: (ArchivedPost) -> ArchivedPost
  ) throws {
    var json = JSONWriter()
    json.begin(UInt8(ascii: "{"))
    json.member("format", 1)
    json.key("posts")
    json.begin(UInt8(ascii: "["))
    try archive.forEachPost(in: ids) { post, _ in
      PostJSON.write(change(post), to: &json)
      try StandardOutput.shared.write(bytes: json.takeBytes())
    }
    json.end(UInt8(ascii: "]"))
    json.end(UInt8(ascii: "}"))
    json.newline()
    try StandardOutput.shared.write(bytes: json.bytes)
  }
}
