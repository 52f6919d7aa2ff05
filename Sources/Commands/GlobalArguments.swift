internal import ArgumentParser

/// Options that every command takes, before or after its name.
struct GlobalOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The archive to use.", valueName: "file"))
  var archive: String?

  @Flag(help: "Print one JSON document.")
  var json = false

  @Option(help: ArgumentHelp("When to colour: auto, always or never.", valueName: "when"))
  var color = ColorChoice.auto

  @Flag(name: .shortAndLong, help: "Print only what was asked for.")
  var quiet = false

  @Flag(help: "Print more about what is done.")
  var verbose = false
}

/// When output is coloured.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// Lets global options stand before the command.
enum GlobalArguments {
  private static let flags: Set<String> = ["--json", "--quiet", "-q", "--verbose"]
  private static let options: Set<String> = ["--archive", "--color"]

  /// The arguments with `-word` of a query as `NOT word`, which no option can be taken for.
  static func withNegations(_ arguments: [String]) -> [String] {
    guard let command = arguments.first,
      queryCommands.contains(command)
        || (command == "annotate" && arguments.count > 1 && queryVerbs.contains(arguments[1]))
    else { return arguments }
    return arguments.map { argument in
      let isNegation =
        argument.count > 2 && argument.hasPrefix("-") && !argument.hasPrefix("--")
        && !argument.hasPrefix("-o")
      return isNegation ? "NOT " + argument.dropFirst() : argument
    }
  }

  private static let queryCommands: Set<String> = [
    "search", "threads", "digest", "export", "findings", "duplicates", "describe", "concordance",
    "kwic", "stats", "review", "positions",
  ]

  /// What `annotate` does to the marks that a query names.
  private static let queryVerbs: Set<String> = ["list", "accept", "reject", "remove", "export"]

  /// The arguments with global options from before the command moved behind it; an option that is given again later
  /// gives way.
  static func moved(_ arguments: [String]) -> [String] {
    var leading: [[String]] = []
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      let name = String(argument.prefix { $0 != "=" })
      if flags.contains(argument) || (options.contains(name) && name != argument) {
        leading.append([argument])
        index += 1
      } else if options.contains(argument), index + 1 < arguments.count {
        leading.append([argument, arguments[index + 1]])
        index += 2
      } else {
        break
      }
    }
    let rest = Array(arguments[index...])
    guard !leading.isEmpty, let command = rest.first, !command.hasPrefix("-") else {
      return arguments
    }
    let end = rest.firstIndex(of: "--") ?? rest.count
    let given = Set(rest[..<end].map { String($0.prefix { $0 != "=" }) })
    let kept = leading.filter { option in
      !given.contains(String(option[0].prefix { $0 != "=" }))
    }
    return Array(rest[..<end]) + kept.flatMap(\.self) + Array(rest[end...])
  }
}
