internal import ArchiveStore
internal import ArgumentParser
private import Foundation

/// `thresh backup`.
struct BackupCommand: WaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Writes a consistent copy of the archive, while others read and write.",
    discussion: """
      Examples:
        thresh backup ~/backups/commons-2026-11-22.thresh
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(help: ArgumentHelp("The file to write; it must not be there yet.", valueName: "file"))
  var file: String

  func perform() async throws {
    let archive = try Archive(path: try ArchiveLocation.path(global), create: false)
    guard !FileManager.default.fileExists(atPath: file) else {
      throw Failure(
        message: "\(SafeText.line(file)): there is a file already",
        hint: "a backup never overwrites; name another file")
    }
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
    guard FileManager.default.isWritableFile(atPath: folder) else {
      throw Failure(message: "\(SafeText.line(folder)): cannot be written")
    }
    // Under another name until it is whole, so that a copy that was cut off is not taken for one.
    let partial = file + ".partial"
    try? FileManager.default.removeItem(atPath: partial)
    do {
      try archive.backup(to: partial)
      try FileManager.default.moveItem(atPath: partial, toPath: file)
    } catch {
      try? FileManager.default.removeItem(atPath: partial)
      throw error
    }
    guard !global.quiet else { return }
    let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int ?? 0
    StandardError.write(
      "\(SafeText.line(file)): \(Counts.grouped(size)) bytes\n"
        + "hint: `thresh check --archive \(SafeText.line(file))` verifies it\n")
  }
}
