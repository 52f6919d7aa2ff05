internal import ArchiveStore
internal import ArgumentParser
internal import Corrections

/// `thresh undo`.
struct UndoCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Takes the last change back, or one by its number.",
    discussion: """
      Examples:
        thresh undo
        thresh undo 12
        thresh undo 12 --redo

      What one command changed is taken back as a whole. Nothing is forgotten: `thresh log` still shows it.
      """)

  @OptionGroup var global: GlobalOptions

  @Flag(help: "Do again what was taken back last, or the change of this number.")
  var redo = false

  @Flag(help: "Say what would be taken back, and write nothing.")
  var dryRun = false

  @Argument(
    help: ArgumentHelp(
      "A number that `thresh log` prints; the last change without.", valueName: "number"))
  var number: Int?

  func perform() async throws {
    let archive = try Archive(path: try ArchiveLocation.path(global), create: false)
    let corrections =
      if dryRun {
        try archive.changeToUndo(number, isRedo: redo)
      } else if redo {
        try archive.redo(number, at: ReaderName.now)
      } else {
        try archive.undo(number, at: ReaderName.now)
      }
    guard !corrections.isEmpty else { throw failure }
    if !dryRun { try Importing.settle(archive) }
    if global.json {
      try StandardOutput.shared.write(
        bytes: CorrectionWords.document(corrections, isDryRun: dryRun))
    } else if !global.quiet {
      let verb = redo ? "Did again" : "Took back"
      StandardError.write(
        "\(dryRun ? "Dry run: " : "")\(verb) \(corrections[0].change): "
          + "\(CorrectionWords.sentence(corrections))\n")
      if !dryRun, !redo {
        StandardError.write("hint: `thresh undo --redo` does it again\n")
      }
    }
  }

  private var failure: Failure {
    guard let number else {
      return Failure(
        message: redo ? "nothing was taken back" : "nothing is left to take back",
        hint: "`thresh log` shows every change")
    }
    return Failure(
      message:
        "\(number): there is no such change, or it \(redo ? "counts" : "was taken back") already",
      hint: "`thresh log` prints the numbers")
  }
}
