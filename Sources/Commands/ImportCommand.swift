internal import ArchiveStore
internal import ArgumentParser
internal import Discussion
internal import Exports
internal import Ingest
internal import SourceBytes

/// `thresh import`.
struct ImportCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Reads files and folders of mail and saved pages into the archive.",
    discussion: """
      Examples:
        thresh import lists/2012-January.txt.gz
        thresh import --venue 'Commons Economy' mail/ pages/
        xzcat old.mbox.xz | thresh import -
        thresh import --url https://blog.example/tools --accessed 2012-03-20 page.html
        thresh import --as generic forum.html

      Formats are told by content, not by name. Safe to repeat: files that have not changed are skipped, \
      and of a mailbox that has only grown the tail alone is read.
      """)

  @OptionGroup var global: GlobalOptions

  @Option(help: ArgumentHelp("The venue that all posts belong to.", valueName: "name"))
  var venue: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Read every file as this format (`thresh formats`).", valueName: "format"))
  var format: String?

  @Option(help: "The address of a page that does not say it.")
  var url: String?

  @Option(help: "The title of an article whose page does not give it.")
  var title: String?

  @Option(help: ArgumentHelp("The author of an article that is not named.", valueName: "name"))
  var author: String?

  @Option(help: "The date of an article that has none: 2012-01-20, with a clock time if known.")
  var date: String?

  @Option(help: "When a page was saved: what \"3 days ago\" on it counts back from.")
  var accessed: String?

  @Flag(help: "Say what would be read, and write nothing.")
  var dryRun = false

  @Flag(help: "Read the bytes of files that look unchanged too.")
  var verify = false

  @Flag(help: "End with status 1 where an item is damaged.")
  var strict = false

  @Argument(
    help: ArgumentHelp("Files and folders to read; - is standard input.", valueName: "path"))
  var paths: [String]

  func perform() async throws {
    var options = try ImportOptions(venueName: venue, format: format)
    options.url = url
    options.title = title
    options.author = author
    options.date = try date.map { try Self.date($0, option: "--date") }
    options.accessed = try accessed.map { try Self.date($0, option: "--accessed") }
    let archive = dryRun ? try Archive() : try ArchiveLocation.openOrCreate(global)
    let path = SafeText.line(archive.path)
    let saysMore = !global.quiet && !global.json
    if saysMore {
      try StandardOutput.shared.write(
        dryRun
          ? "Dry run: nothing is written.\n" : "Archive: \(path)\(archive.isNew ? " (new)" : "")\n")
    }
    let outcome = try await Importing(
      paths: paths, options: options, global: global, verifies: verify
    ).run(
      into: archive,
      showsProgress: saysMore && Terminal(color: global.color, descriptor: 2).isInteractive)
    try archive.close()
    if global.json {
      try writeJSON(outcome, archive: archive.path)
    } else if !global.quiet {
      try ImportReport(outcome, terminal: Terminal(color: global.color), lists: global.verbose)
        .write(isDryRun: dryRun)
    }
    for failure in outcome.failures {
      Report.say(Failure(message: SafeText.line("\(failure.path): \(failure.message)")))
    }
    let isDamaged = outcome.reports.contains { $0.damaged > 0 }
    if !outcome.failures.isEmpty || (strict && isDamaged) { throw QuietFailure() }
  }

  /// A date as it is typed.
  private static func date(_ text: String, option: String) throws -> StatedDate {
    guard let date = FormatTable.date(text) else {
      throw ValidationError(
        "\(option) \(text) is no date; write 2012-01-20 or 2012-01-20T10:00+01:00")
    }
    return date
  }

  private func writeJSON(_ outcome: Importing.Outcome, archive: String) throws {
    var json = JSONWriter()
    func total(_ value: (SourceReport) -> Int) -> Int {
      outcome.reports.reduce(0) { $0 + value($1) }
    }
    json.object { json in
      json.member("format", 1)
      json.member("archive", archive)
      json.array("sources") { json in
        for report in outcome.reports { write(report, to: &json) }
      }
      json.object("totals") { json in
        json.member("sources", outcome.reports.count)
        json.member("found", total(\.found))
        json.member("new", total(\.new))
        json.member("duplicate", total(\.duplicate))
        json.member("updated", total(\.updated))
        json.member("damaged", total(\.damaged))
      }
      json.member("seconds", outcome.duration / .seconds(1))
    }
    json.newline()
    try StandardOutput.shared.write(bytes: json.bytes)
  }

  private func write(_ report: SourceReport, to json: inout JSONWriter) {
    json.object { json in
      json.member("path", report.path)
      json.member("format", report.formats.first)
      json.member("venue", report.venues.first)
      json.member("bytes", report.byteCount)
      json.member("accounted", report.accountedByteCount)
      json.object("posts") { json in
        json.member("found", report.found)
        json.member("new", report.new)
        json.member("duplicate", report.duplicate)
        json.member("updated", report.updated)
      }
      json.array("findings") { json in
        for finding in report.findings {
          json.object { json in
            json.member(
              "locator", "\(finding.location.file.path)!offset:\(finding.location.bytes.lowerBound)"
            )
            json.member("code", finding.code)
            json.member("severity", finding.severity.rawValue)
            json.member("message", finding.message)
          }
        }
      }
    }
  }
}

extension ImportOptions {
  /// Options from what was typed.
  ///
  /// - Throws: ``Failure`` for an unknown format.
  init(venueName: String?, format: String?) throws {
    if let format, !FormatTable.names.contains(format) {
      throw ValidationError("no format is called '\(format)'; `thresh formats` lists them")
    }
    self.init(venue: venueName.flatMap { VenueNames.venue(named: $0) }, format: format)
  }
}
