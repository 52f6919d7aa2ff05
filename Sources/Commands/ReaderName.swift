internal import ArgumentParser
internal import Corrections
private import Foundation

/// Who decides, for commands that keep what a reader decides.
struct ReaderName: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Who decides; else $THRESH_NAME, else the user.name of git.", valueName: "name"))
  var by: String?

  /// The name; nil where none is known.
  var name: String? {
    if let by { return by.isEmpty ? nil : by }
    if let name = ProcessInfo.processInfo.environment["THRESH_NAME"], !name.isEmpty { return name }
    return ReaderName.gitName
  }

  /// The time now.
  static var now: CorrectionTime {
    CorrectionTime(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded()))
  }

  /// What `git config user.name` prints here; nil where there is no git or no name.
  private static var gitName: String? {
    let git = Process()
    git.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    git.arguments = ["git", "config", "user.name"]
    let output = Pipe()
    git.standardOutput = output
    git.standardError = FileHandle.nullDevice
    git.standardInput = FileHandle.nullDevice
    guard (try? git.run()) != nil else { return nil }
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    git.waitUntilExit()
    guard git.terminationStatus == 0 else { return nil }
    let name = String(decoding: bytes, as: UTF8.self).trimmingCharacters(
      in: .whitespacesAndNewlines)
    return name.isEmpty ? nil : name
  }
}
