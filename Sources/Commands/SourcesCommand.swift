internal import ArchiveStore
internal import ArgumentParser
internal import Exports

/// `thresh sources`.
struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "Shows what was imported.",
    discussion: """
      Examples:
        thresh sources
        thresh sources list --json
        thresh sources --overlap
        thresh sources remove lists/2012-January.txt
      """,
    subcommands: [List.self, Remove.self], defaultSubcommand: List.self)

  struct Remove: WaitingCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Takes back an import.",
      discussion: "Posts that other files hold too stay, with what those files say.")

    @OptionGroup var global: GlobalOptions

    @Argument(help: ArgumentHelp("Files as `thresh sources` prints them.", valueName: "path"))
    var paths: [String]

    func perform() async throws {
      let archive = try Archive(path: try ArchiveLocation.path(global), create: false)
      let session = try Importing.session(into: archive)
      let removed = try paths.filter { try session.remove(path: $0) }
      let unknown = paths.filter { !removed.contains($0) }
      try session.finish()
      try archive.close()
      if global.json {
        var json = JSONWriter()
        json.object { json in
          json.member("format", 1)
          json.array("removed") { json in removed.forEach { json.value($0) } }
        }
        json.newline()
        try StandardOutput.shared.write(bytes: json.bytes)
      } else if !global.quiet {
        for path in removed {
          StandardError.write("Took back \(SafeText.line(path)).\n")
        }
      }
      guard unknown.isEmpty else {
        throw Failure(
          message: "\(SafeText.line(unknown.joined(separator: ", "))): was not imported",
          hint: "`thresh sources` lists what was")
      }
    }
  }

  struct List: WaitingCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Lists the files with format, venue, posts and digest.")

    @OptionGroup var global: GlobalOptions

    @Flag(help: "What each source has that no other has; the files of a folder count as one.")
    var overlap = false

    @Flag(help: "With --overlap: file by file.")
    var files = false

    func perform() async throws {
      let archive = try Archive(path: try ArchiveLocation.path(global), create: false)
      if overlap {
        let report = OverlapReport(
          overlaps: try archive.overlap(byFolder: !files), terminal: Terminal(color: global.color))
        return try global.json ? report.writeJSON() : report.write()
      }
      let sources = try archive.sources()
      if global.json { return try writeJSON(sources) }
      let terminal = Terminal(color: global.color)
      for source in sources {
        let digest = source.digest.map { String($0.prefix(12)) } ?? "incomplete"
        try StandardOutput.shared.write(
          """
          \(terminal.styled(SafeText.line(source.path), .bold))
              \(source.formats.joined(separator: ", "))  \
          \(terminal.styled(SafeText.line(source.venues.joined(separator: ", ")), .name))  \
          \(Counts.of(source.postCount, "post"))  \(Counts.grouped(source.byteCount)) bytes  \
          \(terminal.styled("sha256:\(digest)  \(source.imported)", .dim))

          """)
      }
    }

    private func writeJSON(_ sources: [SourceSummary]) throws {
      var json = JSONWriter()
      json.object { json in
        json.member("format", 1)
        json.array("sources") { json in
          for source in sources {
            json.object { json in
              json.member("path", source.path)
              json.array("formats") { json in source.formats.forEach { json.value($0) } }
              json.array("venues") { json in source.venues.forEach { json.value($0) } }
              json.member("bytes", source.byteCount)
              json.member("sha256", source.digest)
              json.member("posts", source.postCount)
              json.member("imported", source.imported)
            }
          }
        }
      }
      json.newline()
      try StandardOutput.shared.write(bytes: json.bytes)
    }
  }
}
