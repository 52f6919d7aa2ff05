internal import ArchiveStore
internal import ArgumentParser
internal import Discussion
internal import Exports
internal import SourceBytes

/// `thresh findings`.
struct FindingsCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "findings",
    abstract: "Shows what imports found odd.",
    discussion: """
      Examples:
        thresh findings
        thresh findings --code date-implausible
        thresh findings venue:commons-economy --format csv
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, csv
  }

  @OptionGroup var reading: ReadingOptions

  @Option(help: ArgumentHelp("Only findings of this code (`thresh formats`).", valueName: "code"))
  var code: String?

  @Option(help: ArgumentHelp("text or csv.", valueName: "format"))
  var format = Format.text

  @OptionGroup var query: QueryText

  func perform() async throws {
    let archive = try await reading.open()
    let expression = query.words.isEmpty ? nil : try query.expression()
    let findings = try archive.findings(code: code, query: expression, today: QueryText.today)
    if reading.global.json { return try writeJSON(findings) }
    switch format {
    case .csv: try writeCSV(findings)
    case .text: try writeText(findings)
    }
  }

  private func writeText(_ findings: [KeptFinding]) throws {
    let terminal = reading.terminal
    var last = ""
    for kept in findings {
      let finding = kept.finding
      if finding.code != last {
        let style: Terminal.Style =
          finding.severity == .error ? .failure : finding.severity == .warning ? .warning : .dim
        let count = findings.count { $0.finding.code == finding.code }
        try StandardOutput.shared.write(
          terminal.styled("\(finding.severity.rawValue) \(finding.code)", style)
            + "  \(Counts.grouped(count))\n")
        if let hint = finding.hint {
          try StandardOutput.shared.write("  hint: \(SafeText.line(hint))\n")
        }
        last = finding.code
      }
      let post = kept.post.map { String($0.text.prefix(8)) } ?? "        "
      try StandardOutput.shared.write(
        "  \(terminal.styled(post, .name))  \(Report.text(finding))\n")
    }
    if findings.isEmpty, !reading.global.quiet { StandardError.write("Nothing odd was found.\n") }
  }

  private func writeCSV(_ findings: [KeptFinding]) throws {
    try StandardOutput.shared.write("severity,code,file,start,end,post,message,hint\r\n")
    for kept in findings {
      let finding = kept.finding
      let fields = [
        finding.severity.rawValue, finding.code, finding.location.file.path,
        "\(finding.location.bytes.lowerBound)", "\(finding.location.bytes.upperBound)",
        kept.post?.text ?? "", finding.message, finding.hint ?? "",
      ]
      try StandardOutput.shared.write(
        fields.map { CSVField.quoted($0) }.joined(separator: ",") + "\r\n")
    }
  }

  private func writeJSON(_ findings: [KeptFinding]) throws {
    var json = JSONWriter()
    json.object { json in
      json.member("format", 1)
      json.array("findings") { json in
        for kept in findings {
          json.object { json in
            json.member("severity", kept.finding.severity.rawValue)
            json.member("code", kept.finding.code)
            json.member("path", kept.finding.location.file.path)
            json.member("start", kept.finding.location.bytes.lowerBound)
            json.member("end", kept.finding.location.bytes.upperBound)
            json.member("post", kept.post?.text)
            json.member("message", kept.finding.message)
            json.member("hint", kept.finding.hint)
          }
        }
      }
    }
    json.newline()
    try StandardOutput.shared.write(bytes: json.bytes)
  }
}
