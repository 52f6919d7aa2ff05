internal import ArchiveStore
internal import ArgumentParser
internal import Arguments
internal import Corrections
internal import Discussion
internal import Exports
private import Foundation

/// `thresh annotate run`.
struct AnnotateRunCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract:
      "Lets a program of your own suggest marks: posts go to it as JSON Lines, marks come back.",
    discussion: """
      Examples:
        thresh annotate run --command 'python3 classify.py' --name bert-stance
        thresh annotate run --command ./tag subject:esusu --units

      Each line to the program is {"id", "text", "parentText", "author", "date", "subject", "thread"}; text is the own \
      words of the post. Each line back is {"id", "annotations": [{"topic", "role", "stance", "target", "exact", "start", \
      "end", "confidence", "evidence"}]}, all but id as far as known; exact (or start and end in text) is the passage, the \
      whole post without. Lines may come back in any order. What came is kept every --batch posts; run again to go on where \
      it stopped, and after an import for what is new.
      """)

  @OptionGroup var global: GlobalOptions

  @Option(help: ArgumentHelp("What to run, by the shell.", valueName: "command"))
  var command: String

  @Option(
    help: ArgumentHelp(
      "What the marks' origin calls the model: model:NAME; else the name of the program.",
      valueName: "name"))
  var name: String?

  @Option(help: ArgumentHelp("After how many posts marks are kept.", valueName: "count"))
  var batch = 100

  @Flag(help: "Send each sentence by itself, as id:start-end, instead of whole posts.")
  var units = false

  @Flag(help: "Send posts that were answered before too.")
  var again = false

  @OptionGroup var query: QueryText

  func validate() throws {
    guard (1...100_000).contains(batch) else {
      throw ValidationError("--batch takes a number from 1 to 100000")
    }
    guard name.map({ MarkLabels.isName($0) }) ?? true else {
      throw ValidationError("--name takes a word of letters, digits, - _ and .")
    }
  }

  func perform() async throws {
    let archive = try Archive(path: try ArchiveLocation.path(global), create: false)
    let origin = "model:\(name ?? programName)"
    let expression = try query.expression()
    var unread = try archive.unreadPosts(
      by: origin, version: units ? "units" : "posts", again: again)
    if !query.text.isEmpty {
      let ids = try archive.ids(matching: expression, today: QueryText.today)
      unread = unread.filter { ids.contains($0.id) }
    }
    var exchange = ModelExchange(archive: archive, origin: origin, usesUnits: units, batch: batch)
    let isShown =
      !global.quiet && Terminal(color: global.color, descriptor: 2).isInteractive
    let status = try exchange.run(command, posts: unread, showsProgress: isShown)
    for fault in exchange.faults.prefix(20) { StandardError.write("thresh: \(fault)\n") }
    if exchange.faults.count > 20 {
      StandardError.write("thresh: and \(exchange.faults.count - 20) more of the like\n")
    }
    let left = unread.count - exchange.answeredCount
    if global.json {
      var json = JSONWriter()
      json.object { json in
        json.member("format", 1)
        json.member("origin", origin)
        json.member("posts", exchange.answeredCount)
        json.member("marks", exchange.markCount)
        json.member("faults", exchange.faults.count)
        json.member("left", left)
      }
      json.newline()
      try StandardOutput.shared.write(bytes: json.bytes)
    } else if !global.quiet {
      StandardError.write(
        unread.isEmpty
          ? "Every post was answered before.\nhint: --again sends them all\n"
          : "\(Counts.of(exchange.markCount, "mark")) on \(Counts.of(exchange.answeredCount, "post")) by \(origin).\n"
            + (left > 0
              ? "\(Counts.of(left, "post")) left; the same command goes on with them.\n"
              : "Next: `thresh review --origin \(origin)`\n"))
    }
    guard status == 0 else {
      throw Failure(
        message: "the program ended with status \(status)",
        hint: "what came back before is kept; the same command goes on behind it")
    }
  }

  /// The last part of the first word that is a path or a name.
  private var programName: String {
    let words = command.split(separator: " ").map { $0.split(separator: "/").last ?? "" }
    let interpreters = [
      "python", "python3", "node", "ruby", "perl", "sh", "bash", "env", "uv", "run",
    ]
    let word = words.first { !interpreters.contains(String($0)) && !$0.hasPrefix("-") }
    let name = (word ?? words.first ?? "").split(separator: ".").first.map(String.init) ?? ""
    let plain = name.filter { MarkLabels.isName(String($0)) }
    return plain.isEmpty ? "program" : plain
  }
}
