internal import ArchiveStore
internal import ArgumentParser
internal import Exports

/// `thresh check`.
struct CheckCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Verifies the archive.",
    discussion: """
      Examples:
        thresh check
        thresh check --repair

      Ends with status 1 where something is damaged.
      """)

  @OptionGroup var global: GlobalOptions

  @Flag(help: "Make the index and the threads anew from the posts.")
  var repair = false

  func perform() async throws {
    let archive = try Archive(path: try ArchiveLocation.path(global), create: false)
    if repair { try archive.repair() }
    let report = try archive.check()
    if global.json {
      var json = JSONWriter()
      json.object { json in
        json.member("format", 1)
        json.member("whole", report.isWhole)
        json.array("checks") { json in
          for item in report.items {
            json.object { json in
              json.member("name", item.name)
              json.array("damage") { json in item.damage.forEach { json.value($0) } }
            }
          }
        }
      }
      json.newline()
      try StandardOutput.shared.write(bytes: json.bytes)
    } else {
      let terminal = Terminal(color: global.color)
      for item in report.items {
        let state = item.damage.isEmpty ? "whole" : terminal.styled("damaged", .failure)
        try StandardOutput.shared.write("\(Columns.fit(item.name, 16)) \(state)\n")
        for line in item.damage { try StandardOutput.shared.write("  \(SafeText.line(line))\n") }
      }
    }
    guard report.isWhole else {
      if !repair, !global.json {
        StandardError.write("hint: `thresh check --repair` mends index and threads\n")
      }
      throw QuietFailure()
    }
  }
}
