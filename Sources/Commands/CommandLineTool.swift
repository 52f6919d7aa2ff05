internal import ArchiveStore
internal import ArgumentParser

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// The tool as the shell starts it.
public enum CommandLineTool {
  /// Runs the command that the arguments name and ends the process with the status that the interface documents.
  @MainActor
  public static func main() async {
    signal(SIGPIPE, SIG_IGN)
    let arguments = GlobalArguments.withNegations(
      GlobalArguments.moved(Array(CommandLine.arguments.dropFirst())))
    do {
      var command = try command(arguments)
      if command is ImportCommand { Archive.prepareForWriting() }
      if var waiting = command as? any WaitingCommand {
        try await waiting.perform()
      } else {
        try command.run()
      }
      try StandardOutput.shared.flush()
    } catch is ClosedPipe {
      exit(0)
    } catch {
      try? StandardOutput.shared.flush()
      exit(Report.status(reporting: error))
    }
  }

  /// The command that the arguments ask for.
  ///
  /// Where the first word names one, that one is made alone: the tree of all of them takes a noticeable part of a quick search.
  /// What it cannot read, requests for help among it, is left to the tree, whose messages name the whole tool.
  private static func command(_ arguments: [String]) throws -> any ParsableCommand {
    if let name = arguments.first, let type = ThreshCommand.command(named: name),
      let command = try? type.parseAsRoot(Array(arguments.dropFirst()))
    {
      return command
    }
    return try ThreshCommand.parseAsRoot(arguments)
  }
}

/// A command that may wait, and does so on the thread that calls it.
///
/// An `AsyncParsableCommand` would leave it: to start another thread, and to grow the heap that the C library gives it page
/// by page, takes a noticeable part of a quick search.
protocol WaitingCommand: ParsableCommand {
  /// Does what the command is for.
  mutating func perform() async throws
}

/// `thresh` itself.
struct ThreshCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "thresh",
    abstract: "Turns the records of discussions into one searchable, threaded, annotated archive.",
    usage: "thresh COMMAND [OPTIONS]",
    discussion: """
      Examples:
        thresh import lists/ blog/page.html     read mail and saved pages into an archive
        thresh threads                          what was discussed
        thresh search 'scale from:ada'          who said what
        thresh show k3v9q2m7 --explain          a thread, and why each reply hangs where it does
        thresh digest --format html -o out.html a document to read and to cite

      The archive is the one `*.thresh` file in this folder or above it, $THRESH_ARCHIVE, or --archive FILE.
      """,
    version: ToolVersion.text,
    groupedSubcommands: [
      CommandGroup(
        name: "Bring in",
        subcommands: [
          ImportCommand.self, FormatsCommand.self, SourcesCommand.self, VenuesCommand.self,
          FindingsCommand.self, DuplicatesCommand.self, DescribeCommand.self,
        ]),
      CommandGroup(
        name: "Read",
        subcommands: [
          ThreadsCommand.self, SearchCommand.self, ConcordanceCommand.self, ShowCommand.self,
          StatsCommand.self, ServeCommand.self,
        ]),
      CommandGroup(
        name: "Mark and correct",
        subcommands: [
          LinkCommand.self, UnlinkCommand.self, RelateCommand.self, EditCommand.self,
          LogCommand.self, UndoCommand.self, CorrectionsCommand.self, PeopleCommand.self,
          AnalyzeCommand.self, TopicsCommand.self, AnnotateCommand.self, ReviewCommand.self,
          PositionsCommand.self,
        ]),
      CommandGroup(
        name: "Hand on",
        subcommands: [
          DigestCommand.self, CiteCommand.self, QuotesCommand.self, ExportCommand.self,
          PublishCommand.self,
        ]),
      CommandGroup(
        name: "Care",
        subcommands: [
          CheckCommand.self, BackupCommand.self, RedactCommand.self, RestrictCommand.self,
        ]),
    ])
}

extension ThreshCommand {
  /// The command of a name or alias; nil where there is none.
  static func command(named name: String) -> (any ParsableCommand.Type)? {
    for group in configuration.groupedSubcommands {
      for type in group.subcommands {
        // A search is what must start at once, so that names are compared before anything is put together.
        if type._commandName == name || type.configuration.aliases.contains(name) { return type }
      }
    }
    return nil
  }
}

/// The version of the tool.
enum ToolVersion {
  static let text = "0.1.0"
}
