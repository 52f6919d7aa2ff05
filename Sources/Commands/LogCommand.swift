internal import ArchiveStore
internal import ArgumentParser
internal import Corrections

/// `thresh log`.
struct LogCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Shows who changed what, and when.",
    discussion: """
      Examples:
        thresh log
        thresh log --limit 3 --verbose
        thresh log --json

      The latest change comes first. The number before a change is what `thresh undo` takes.
      """)

  @OptionGroup var global: GlobalOptions

  @Option(help: ArgumentHelp("How many changes at most.", valueName: "count"))
  var limit: Int?

  func validate() throws {
    guard limit.map({ $0 >= 0 }) ?? true else { throw ValidationError("a limit is not negative") }
  }

  func perform() async throws {
    let archive = try Archive(path: try ArchiveLocation.path(global), create: false)
    let corrections = try archive.log(limit: limit)
    if global.json {
      return try StandardOutput.shared.write(bytes: CorrectionWords.document(corrections))
    }
    let terminal = Terminal(color: global.color)
    let changes = corrections.chunked { $0.change == $1.change }
    let numberWidth = changes.map { "\($0[0].change)".count }.max() ?? 1
    let names = changes.map { SafeText.line($0[0].by ?? "") }
    let nameWidth = min(24, names.map(Columns.width).max() ?? 0)
    for (change, name) in zip(changes, names) {
      let first = change[0]
      let number = Columns.fit("\(first.change)", numberWidth, alignRight: true)
      let day = first.made.description.prefix(16).replacing("T", with: " ")
      let isUndone = change.allSatisfy { $0.undone != nil }
      for (index, line) in lines(of: change).enumerated() {
        let head =
          index == 0
          ? "\(terminal.styled(number, .name))  \(day)  \(Columns.fit(name, nameWidth))  "
          : String(repeating: " ", count: numberWidth + nameWidth + 22)
        let text = isUndone ? terminal.styled(line + "  (taken back)", .dim) : line
        try StandardOutput.shared.write(head + text + "\n")
      }
    }
    if corrections.isEmpty, !global.quiet { StandardError.write("Nothing was changed yet.\n") }
  }

  /// A change as one line, or with each of its decisions.
  private func lines(of change: [Correction]) -> [String] {
    global.verbose
      ? change.map { CorrectionWords.sentence($0.decision) } : [CorrectionWords.sentence(change)]
  }
}

extension Array {
  /// The elements in runs of neighbours that belong together.
  fileprivate func chunked(_ belong: (Element, Element) -> Bool) -> [[Element]] {
    var runs: [[Element]] = []
    for element in self {
      if let last = runs.last?.last, belong(last, element) {
        runs[runs.count - 1].append(element)
      } else {
        runs.append([element])
      }
    }
    return runs
  }
}
