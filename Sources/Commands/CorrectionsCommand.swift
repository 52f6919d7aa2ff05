internal import ArchiveStore
internal import ArgumentParser
internal import Corrections
internal import Exports
private import Foundation
internal import SourceBytes

/// `thresh corrections`.
struct CorrectionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corrections",
    abstract: "Hands on what readers decided, as one file.",
    discussion: """
      Examples:
        thresh corrections export --output corrections.yaml
        thresh corrections import corrections.yaml
        thresh corrections list

      The same sources and the same corrections give the same archive, on any machine. Keep the file under version \
      control: it is sorted, and one decision changes a few lines.
      """,
    subcommands: [
      CorrectionsListCommand.self, CorrectionsExportCommand.self, CorrectionsImportCommand.self,
    ], defaultSubcommand: CorrectionsListCommand.self)
}

/// `thresh corrections list`.
struct CorrectionsListCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists what counts now, and what waits for a post.")

  @OptionGroup var global: GlobalOptions

  @Flag(help: "Only what waits for a post that the archive does not have.")
  var pending = false

  func perform() async throws {
    let archive = try Archive(path: try ArchiveLocation.path(global), create: false)
    let found = try archive.corrections()
    let all = (pending ? [] : found.placed.map { ($0, false) }) + found.pending.map { ($0, true) }
    if global.json {
      var json = JSONWriter()
      json.object { json in
        json.member("format", 1)
        for (key, list) in [("placed", found.placed), ("pending", found.pending)] {
          json.array(key) { json in
            for correction in list { CorrectionWords.write(correction, to: &json) }
          }
        }
      }
      json.newline()
      return try StandardOutput.shared.write(bytes: json.bytes)
    }
    let terminal = Terminal(color: global.color)
    for (correction, isPending) in all {
      try StandardOutput.shared.write(
        CorrectionWords.sentence(correction.decision)
          + (isPending ? terminal.styled("  (waits for its post)", .warning) : "") + "\n")
    }
    if all.isEmpty, !global.quiet { StandardError.write("No corrections.\n") }
  }
}

/// `thresh corrections export`.
struct CorrectionsExportCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes every correction that counts as YAML.",
    discussion: """
      Examples:
        thresh corrections export > corrections.yaml
        thresh corrections export --output corrections.yaml
      """)

  @OptionGroup var global: GlobalOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; - is standard output.", valueName: "file"))
  var output = "-"

  func perform() async throws {
    let archive = try Archive(path: try ArchiveLocation.path(global), create: false)
    let found = try archive.corrections()
    let corrections = found.placed + found.pending
    if global.json, output == "-" {
      return try StandardOutput.shared.write(bytes: CorrectionWords.document(corrections))
    }
    let file = try OutputFile(output)
    try file.write(Array(try CorrectionsFile.text(of: corrections).utf8))
    try file.close()
    guard output != "-" else { return }
    if global.json {
      var json = JSONWriter()
      json.object { json in
        json.member("format", 1)
        json.member("output", output)
        json.member("corrections", corrections.count)
      }
      json.newline()
      try StandardOutput.shared.write(bytes: json.bytes)
    } else if !global.quiet {
      StandardError.write(
        "Wrote \(Counts.of(corrections.count, "correction")) to \(SafeText.line(output)).\n")
    }
  }
}

/// `thresh corrections import`.
struct CorrectionsImportCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Takes over the corrections of a file, with who made them and when.",
    discussion: """
      Examples:
        thresh corrections import corrections.yaml
        thresh corrections import corrections.yaml --exact --dry-run
        ssh host thresh corrections export | thresh corrections import -

      Of two decisions about one thing the later counts. What is about a post that the archive does not have waits until \
      it comes. `thresh undo` takes what was new back as a whole.
      """)

  @OptionGroup var global: GlobalOptions

  @Flag(help: "Take back what the file does not have, so that just its corrections count.")
  var exact = false

  @Flag(help: "Say what would be changed, and write nothing.")
  var dryRun = false

  @Argument(help: ArgumentHelp("The file; - is standard input.", valueName: "file"))
  var file: String

  func perform() async throws {
    let archive = try Archive(path: try ArchiveLocation.path(global), create: false)
    let path = SafeText.line(file)
    let data =
      file == "-"
      ? FileHandle.standardInput.readDataToEndOfFile() : FileManager.default.contents(atPath: file)
    guard let data else { throw Failure(message: "\(path): cannot be read") }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw Failure(message: "\(path): this is not UTF-8")
    }
    var findings: [Finding] = []
    let corrections: [Correction]
    do throws(CorrectionsFile.Fault) {
      corrections = try CorrectionsFile.corrections(
        in: text, path: file, now: ReaderName.now, findings: &findings)
    } catch {
      switch error {
      case .unreadable(let line, let reason):
        throw Failure(
          message: "\(path):\(line): \(SafeText.line(reason))",
          hint: "`thresh corrections export` shows what such a file looks like")
      case .tooNew(let format):
        throw Failure(message: "\(path): a later version of Thresh wrote it (format \(format))")
      }
    }
    let report = try archive.adopt(
      corrections, isExact: exact, isDryRun: dryRun, at: ReaderName.now)
    if global.json {
      try writeJSON(report, findings: findings)
    } else {
      write(report, findings: findings)
    }
    if !findings.isEmpty { throw QuietFailure() }
  }

  private func write(_ report: AdoptionReport, findings: [Finding]) {
    for finding in findings { StandardError.write("thresh: \(Report.text(finding))\n") }
    guard !global.quiet else { return }
    var parts = [
      "\(Counts.grouped(report.new.count)) new", "\(Counts.grouped(report.knownCount)) known",
    ]
    if !report.dropped.isEmpty {
      parts.append("\(Counts.grouped(report.dropped.count)) taken back")
    }
    StandardError.write("\(dryRun ? "Dry run: " : "")\(parts.joined(separator: ", ")).\n")
    func list(_ corrections: [Correction], _ title: String) {
      guard !corrections.isEmpty else { return }
      StandardError.write("\(title):\n")
      for correction in corrections.prefix(global.verbose ? .max : 10) {
        StandardError.write("  \(CorrectionWords.sentence(correction.decision))\n")
      }
      if corrections.count > 10, !global.verbose {
        StandardError.write("  and \(Counts.grouped(corrections.count - 10)) more (--verbose)\n")
      }
    }
    list(report.takenBack, "Taken back here before, and left so (--exact makes them count)")
    list(report.dropped, "Taken back, since the file does not have them")
    list(report.pending, "Waiting for a post that the archive does not have")
  }

  private func writeJSON(_ report: AdoptionReport, findings: [Finding]) throws {
    var json = JSONWriter()
    json.object { json in
      json.member("format", 1)
      json.member("dryRun", dryRun)
      json.member("known", report.knownCount)
      let lists = [
        ("new", report.new), ("takenBack", report.takenBack), ("dropped", report.dropped),
        ("pending", report.pending),
      ]
      for (key, list) in lists {
        json.array(key) { json in
          for correction in list { CorrectionWords.write(correction, to: &json) }
        }
      }
      json.array("findings") { json in
        for finding in findings {
          json.object { json in
            json.member("offset", finding.location.bytes.lowerBound)
            json.member("code", finding.code)
            json.member("severity", finding.severity.rawValue)
            json.member("message", finding.message)
          }
        }
      }
    }
    json.newline()
    try StandardOutput.shared.write(bytes: json.bytes)
  }
}
