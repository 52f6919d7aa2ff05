internal import ArchiveStore
internal import ArgumentParser
internal import Discussion
internal import Exports

/// `thresh topics`.
struct TopicsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "topics",
    abstract: "Finds topics, applies codebooks, and shows what was said of each.",
    discussion: """
      Examples:
        thresh topics apply codebook.yaml
        thresh topics discover --count 20
        thresh topics list
        thresh topics show scale
        thresh topics keep d-fee-bank --as fees
        thresh topics export coding.qdc
      """,
    subcommands: [
      TopicsApplyCommand.self, TopicsDiscoverCommand.self, TopicsListCommand.self,
      TopicsShowCommand.self, TopicsKeepCommand.self, TopicsExportCommand.self,
      TopicsImportCommand.self, TopicsRemoveCommand.self,
    ])
}

/// `thresh topics list`.
struct TopicsListCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists topics with their terms and how many posts speak of them.",
    discussion: """
      Examples:
        thresh topics list
        thresh topics list --json
      """)

  @OptionGroup var global: GlobalOptions

  func perform() async throws {
    let archive = try Archive(path: try ArchiveLocation.path(global), create: false)
    let topics = try archive.topics()
    if global.json { return try TopicsListCommand.writeJSON(topics) }
    let terminal = Terminal(color: global.color)
    for (topic, posts, _) in topics {
      let count = Columns.fit(Counts.of(posts, "post"), 12)
      try StandardOutput.shared.write(
        "\(count) \(terminal.styled(SafeText.line(topic.id), .name))  \(SafeText.line(topic.name))\n"
      )
      let terms = topic.terms.prefix(12).map { SafeText.line($0.term) }.joined(separator: ", ")
      guard !terms.isEmpty else { continue }
      for line in Columns.wrap(terms, to: max(40, terminal.width - 13)) {
        try StandardOutput.shared.write(
          Columns.fit("", 13) + terminal.styled(line, .dim) + "\n")
      }
    }
    if topics.isEmpty, !global.quiet {
      StandardError.write(
        "There are no topics yet.\nhint: `thresh topics discover`, or `thresh topics apply CODEBOOK.yaml`\n"
      )
    }
  }

  static func writeJSON(
    _ topics: [(topic: TopicRecord, postCount: Int, spanCount: Int)]
  ) throws {
    var json = JSONWriter()
    json.object { json in
      json.member("format", 1)
      json.array("topics") { json in
        for (topic, posts, spans) in topics {
          json.object { json in
            json.member("id", topic.id)
            json.member("name", topic.name)
            json.member("origin", topic.origin)
            json.member("description", topic.description)
            json.member("parent", topic.parent)
            json.member("color", topic.color)
            json.member("codebook", topic.codebook)
            json.array("terms") { json in
              for term in topic.terms {
                json.object { json in
                  json.member("term", term.term)
                  json.member("weight", term.weight)
                }
              }
            }
            json.member("posts", posts)
            json.member("spans", spans)
          }
        }
      }
    }
    json.newline()
    try StandardOutput.shared.write(bytes: json.bytes)
  }
}
