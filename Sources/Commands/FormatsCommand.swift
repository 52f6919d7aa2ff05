internal import ArgumentParser
internal import Exports
internal import Ingest
internal import SourceBytes

/// `thresh formats`.
struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "Lists every format that import reads, and the finding codes.",
    discussion: """
      Examples:
        thresh formats
        thresh formats --json | jq -r '.formats[].name'
      """)

  @OptionGroup var global: GlobalOptions

  func run() throws {
    if global.json { return try writeJSON() }
    let terminal = Terminal(color: global.color)
    let output = StandardOutput.shared
    for format in FormatTable.formats {
      let untested =
        format.isTestedOnRealFiles ? "" : terminal.styled("  untested on real pages", .warning)
      try output.write("\(terminal.styled(format.name, .bold))  \(format.title)\(untested)\n")
      for (label, text) in [("known by", format.recognition), ("gives", format.gives)] {
        let lines = Columns.wrap(text, to: terminal.width - 14)
        for (index, line) in lines.enumerated() {
          try output.write("    \(Columns.fit(index == 0 ? label : "", 9)) \(line)\n")
        }
      }
    }
    try output.write("\nAlone or inside: \(FormatTable.containers)\n\nFindings\n")
    let width = FormatTable.findingCodes.map(\.code.count).max() ?? 0
    for code in FormatTable.findingCodes {
      try output.write("  \(Columns.fit(code.code, width))  \(code.meaning)\n")
    }
  }

  private func writeJSON() throws {
    var json = JSONWriter()
    json.object { json in
      json.member("format", 1)
      json.array("formats") { json in
        for format in FormatTable.formats {
          json.object { json in
            json.member("name", format.name)
            json.member("title", format.title)
            json.member("recognition", format.recognition)
            json.member("gives", format.gives)
            json.member("testedOnRealFiles", format.isTestedOnRealFiles)
          }
        }
      }
      json.array("findings") { json in
        for code in FormatTable.findingCodes {
          json.object { json in
            json.member("code", code.code)
            json.member("meaning", code.meaning)
          }
        }
      }
    }
    json.newline()
    try StandardOutput.shared.write(bytes: json.bytes)
  }
}
