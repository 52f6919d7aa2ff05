internal import ArchiveStore
internal import ArgumentParser
private import Foundation
internal import Ingest

/// Finds the archive that a command works on.
enum ArchiveLocation {
  /// `--archive`, else `$THRESH_ARCHIVE`, else the one `*.thresh` in this folder or the nearest parent that has one,
  /// else the user's own archive.
  static func path(_ options: GlobalOptions) throws -> String {
    if let path = options.archive { return path }
    let environment = ProcessInfo.processInfo.environment
    if let path = environment["THRESH_ARCHIVE"], !path.isEmpty { return path }
    var folder = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
    for _ in 0..<64 {
      let names =
        (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?
        .filter { $0.hasSuffix(".thresh") }.sorted() ?? []
      if names.count > 1 {
        throw Failure(
          message: "several archives lie in \(folder.path): \(names.joined(separator: ", "))",
          hint: "name one with --archive FILE")
      }
      if let name = names.first {
        let isHere = folder.path == FileManager.default.currentDirectoryPath
        return isHere ? name : folder.appendingPathComponent(name).path
      }
      if folder.path == "/" { break }
      folder.deleteLastPathComponent()
    }
    let home = environment["HOME"] ?? "."
    let data =
      environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? "\(home)/.local/share"
    return data + "/thresh/default.thresh"
  }

  /// The archive, made together with its folder where it is not there.
  static func openOrCreate(_ options: GlobalOptions) throws -> Archive {
    let path = try path(options)
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return try Archive(path: path, create: true)
  }
}

/// Where a reading command finds its posts: in the archive, or in files given with `--in`.
struct ReadingOptions: ParsableArguments {
  @OptionGroup var global: GlobalOptions

  @Option(
    name: .customLong("in"), parsing: .upToNextOption,
    help: ArgumentHelp("Read these files instead of an archive.", valueName: "path"))
  var inputs: [String] = []

  /// Opens the archive, or a temporary one of just the files.
  func open() async throws -> Archive {
    guard !inputs.isEmpty else {
      return try Archive(path: try ArchiveLocation.path(global), create: false)
    }
    let archive = try Archive()
    let outcome = try await Importing(paths: inputs, options: ImportOptions(), global: global)
      .run(into: archive, showsProgress: false)
    for failure in outcome.failures { throw failure }
    return archive
  }

  var terminal: Terminal { Terminal(color: global.color) }
}
