internal import ArchiveStore
internal import ArgumentParser
internal import Discussion
internal import Exports
private import Foundation

/// `thresh export`.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes posts as data.",
    discussion: """
      Examples:
        thresh export --format jsonl > posts.jsonl
        thresh export --format mbox --output ada.mbox from:ada
      """)

  @OptionGroup var reading: ReadingOptions

  @Option(
    help: ArgumentHelp(
      ExportTable.formats.map(\.name).joined(separator: " or ") + ".", valueName: "format"))
  var format = "jsonl"

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; - is standard output.", valueName: "file"))
  var output = "-"

  @OptionGroup var query: QueryText

  func validate() throws {
    guard ExportTable.formats.contains(where: { $0.name == format }) else {
      throw ValidationError(
        "no export format is called '\(format)'; there are: "
          + ExportTable.formats.map(\.name).joined(separator: ", "))
    }
  }

  func run() async throws {
    guard let form = ExportTable.formats.first(where: { $0.name == format }) else { return }
    let archive = try await reading.open()
    let ids =
      query.words.isEmpty
      ? nil : try archive.ids(matching: try query.expression(), today: QueryText.today)
    if reading.global.json, output == "-" { return try writeJSON(archive, ids: ids) }
    let file = try OutputFile(output)
    var postCount = 0
    let detail: Archive.Detail = form.needsOriginal ? [.all, .statements] : .all
    try archive.forEachPost(in: ids, detail: detail) { post, original in
      try file.write(form.entry(post, original: form.needsOriginal ? try original() : nil))
      postCount += 1
    }
    try file.close()
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
}

extension ExportCommand {
  /// All posts in one document, written one by one.
  private func writeJSON(_ archive: Archive, ids: Set<PostID>?) throws {
    var json = JSONWriter()
    json.begin(UInt8(ascii: "{"))
    json.member("format", 1)
    json.key("posts")
    json.begin(UInt8(ascii: "["))
    try archive.forEachPost(in: ids) { post, _ in
      PostJSON.write(post, to: &json)
      try StandardOutput.shared.write(bytes: json.takeBytes())
    }
    json.end(UInt8(ascii: "]"))
    json.end(UInt8(ascii: "}"))
    json.newline()
    try StandardOutput.shared.write(bytes: json.bytes)
  }
}

/// Where a command writes a document: a file, or standard output for `-`.
struct OutputFile {
  private let handle: FileHandle?

  init(_ path: String) throws {
    if path == "-" {
      handle = nil
    } else {
      guard FileManager.default.createFile(atPath: path, contents: nil),
        let opened = FileHandle(forWritingAtPath: path)
      else { throw Failure(message: "\(SafeText.line(path)): cannot be written") }
      handle = opened
    }
  }

  func write(_ bytes: [UInt8]) throws {
    if let handle {
      try handle.write(contentsOf: Data(bytes))
    } else {
      try StandardOutput.shared.write(bytes: bytes)
    }
  }

  func close() throws {
    try handle?.close()
  }
}
